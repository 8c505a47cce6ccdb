import { plannedKinds, type PlanKind } from '../core/compute-kinds';

/** The create pages of both kinds state 24. The service still accepts a longer cluster name. */
export const longestDocumentedName = 24;

/** Faults of a compute resource's name: its format, its end, a hyphen without a letter after it, or its length. */
export type NameFault = 'form' | 'end' | 'hyphen' | 'long';

/**
 * Returns the first fault of `name` by requirement `compute-name-format`; null if the name is valid. `form` and `end`
 * are refused. `hyphen` is refused for an instance and only discouraged for a cluster. `long` is only discouraged.
 */
export function findNameFault(kind: PlanKind, name: string): NameFault | null {
  const { shortest, longest } = plannedKinds[kind].name;
  const fits = name.length >= shortest && name.length <= longest;
  if (!fits || !/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) return 'form';
  if (name.endsWith('-')) return 'end';
  if (name.includes('-') && !/[A-Za-z]/.test(name.slice(name.lastIndexOf('-')))) return 'hyphen';
  return name.length > longestDocumentedName ? 'long' : null;
}

/** True if Azure refuses a name with that fault. */
export function isNameRefused(kind: PlanKind, fault: NameFault): boolean {
  return fault === 'form' || fault === 'end' || (fault === 'hyphen' && plannedKinds[kind].name.refusesHyphen);
}
