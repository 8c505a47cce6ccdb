import { parseAddressSpec } from '../addresses/prefix';
import type { SecurityRule } from './model';

type Lists = Readonly<Record<'sources' | 'destinations', readonly string[]>>;

/**
 * Returns the sides of a rule whose plural member has a service tag, `*`, or `Any`, as a part of the rule; empty if
 * there is none.
 */
export function tagsInLists(lists: Lists): Pick<SecurityRule, 'tagsInLists'> {
  const sides = (['sources', 'destinations'] as const).filter((side) => lists[side].some(isNoAddress));
  return sides.length === 0 ? {} : { tagsInLists: sides };
}

function isNoAddress(text: string): boolean {
  return /^[A-Za-z*]/.test(text) && parseAddressSpec(text) === undefined;
}
