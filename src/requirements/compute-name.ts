import { plannedKinds, type PlanKind } from '../core/compute-kinds';

/** The create pages of both kinds print 24: a longer cluster's name is accepted by the service all the same. */
export const longestDocumentedName = 24;

/** What is the matter with a compute's name: its form, its end, a hyphen that no letter follows, its length. */
export type NameFault = 'form' | 'end' | 'hyphen' | 'long';

/**
 * The first fault of `name` by requirement `compute-name-format`, or null. `form` and `end` are refused; `hyphen` is
 * refused for an instance and advised against for a cluster; `long` is only advised against.
 */
export function findNameFault(kind: PlanKind, name: string): NameFault | null {
  const { shortest, longest } = plannedKinds[kind].name;
  const fits = name.length >= shortest && name.length <= longest;
  if (!fits || !/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) return 'form';
  if (name.endsWith('-')) return 'end';
  if (name.includes('-') && !/[A-Za-z]/.test(name.slice(name.lastIndexOf('-')))) return 'hyphen';
  return name.length > longestDocumentedName ? 'long' : null;
}

/** True where Azure refuses a name with that fault. */
export function isNameRefused(kind: PlanKind, fault: NameFault): boolean {
  return fault === 'form' || fault === 'end' || (fault === 'hyphen' && plannedKinds[kind].name.refusesHyphen);
}
