import type { Value } from '../../evaluate/value';
import { partOf, type Part } from '../parts';

/** Returns a member that some firewalls have next to the name, and some below `properties`. */
export function firewallMember(value: Value, name: string): Part {
  return partOf(value, name) ?? partOf(value, 'properties', name);
}
