import { attachedKinds, type AttachedKind, type PlanKind } from '../core/plan';

/**
 * Longest name Azure accepts, in characters (how-to-create-attach-compute-cluster 2024-05-03, create-compute-instance
 * 2024-08-21; of attached computes v1/how-to-attach-compute-targets 2021-10-21).
 */
export const longestName: Readonly<Record<PlanKind, number>> = {
  cluster: 32,
  instance: 24,
  databricks: 16,
  'virtual-machine': 16,
  hdinsight: 16,
};

/** Shortest name Azure accepts, from the same pages. */
export const shortestName = (kind: PlanKind): number => (isAttached(kind) ? 2 : 3);

const isAttached = (kind: PlanKind): kind is AttachedKind => attachedKinds.some((one) => one === kind);

/** The create pages of both kinds print 24: a longer cluster's name is accepted by the service all the same. */
export const longestDocumentedName = 24;

/** What is the matter with a compute's name: its form, its end, a hyphen that no letter follows, its length. */
export type NameFault = 'form' | 'end' | 'hyphen' | 'long';

/**
 * The first fault of `name` by requirement `compute-name-format`, or null. `form` and `end` are refused; `hyphen` is
 * refused for an instance and advised against for a cluster; `long` is only advised against.
 */
export function findNameFault(kind: PlanKind, name: string): NameFault | null {
  const fits = name.length >= shortestName(kind) && name.length <= longestName[kind];
  if (!fits || !/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) return 'form';
  if (name.endsWith('-')) return 'end';
  if (name.includes('-') && !/[A-Za-z]/.test(name.slice(name.lastIndexOf('-')))) return 'hyphen';
  return name.length > longestDocumentedName ? 'long' : null;
}

/** True where Azure refuses a name with that fault. */
export function isNameRefused(kind: PlanKind, fault: NameFault): boolean {
  return fault === 'form' || fault === 'end' || (fault === 'hyphen' && kind === 'instance');
}
