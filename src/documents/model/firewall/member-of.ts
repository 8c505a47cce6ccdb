import type { Value } from '../../evaluate/value';
import { partOf, type Part } from '../parts';

/** A member that some firewalls write beside the name, and some below `properties`. */
export function firewallMember(value: Value, name: string): Part {
  return partOf(value, name) ?? partOf(value, 'properties', name);
}
