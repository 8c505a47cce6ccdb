import type { ComputeKind } from '../core/plan';
import { reason, type Reason } from '../core/reason';

/** What the name rule says: fine, accepted with a doubt, or refused. */
export type NameVerdict =
  | { readonly is: 'ok' }
  | { readonly is: 'error'; readonly text: Reason }
  | { readonly is: 'warning'; readonly text: Reason };

/** Longest name Azure accepts, in characters (how-to-create-attach-compute-cluster 2024-05-03, create-compute-instance 2024-08-21). */
export const longestName: Readonly<Record<ComputeKind, number>> = { cluster: 32, instance: 24 };

/** The create pages of both kinds print 24: a longer cluster's name is accepted by the service all the same. */
const longestDocumented = 24;

/**
 * Judges a compute's name by requirement `compute-name-format`: letters, digits and hyphens, from a letter to a
 * letter or digit. A hyphen that no letter follows is refused for an instance and only advised against for a cluster.
 */
export function validateComputeName(kind: ComputeKind, name: string): NameVerdict {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || name.length < 3 || name.length > longestName[kind]) {
    return { is: 'error', text: reason(`name.format.${kind}`) };
  }
  if (name.endsWith('-')) return { is: 'error', text: reason('name.end') };
  if (hyphenWithoutLetter.test(name)) {
    return { is: kind === 'instance' ? 'error' : 'warning', text: reason('name.hyphen') };
  }
  if (name.length > longestDocumented) {
    return { is: 'warning', text: reason('name.long', { limit: longestDocumented }) };
  }
  return { is: 'ok' };
}

/**
 * A free name that the rule accepts: `cpu-cluster`, `cpu-cluster2`, …, or `ci-` and the person's name.
 * `userName` may be a display name or an account such as `anna.berg@contoso.com`; `taken` compares without case.
 */
export function defaultComputeName(kind: ComputeKind, userName: string, taken: readonly string[]): string {
  const base = kind === 'cluster' ? 'cpu-cluster' : instanceName(userName);
  const used = new Set(taken.map((one) => one.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : String(count);
    const candidate = tidied(base.slice(0, longestName[kind] - suffix.length)) + suffix;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}

/** Matches from a hyphen that no letter follows to the end. */
const hyphenWithoutLetter = /-[^A-Za-z]*$/;

function instanceName(userName: string): string {
  const account = userName.split('@')[0] ?? '';
  const words = account
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '');
  return /[a-z]/.test(words) ? tidied(`ci-${words}`) : 'ci-user';
}

/** Drops the hyphens that no letter follows at once, keeping the digits: `ci-anna-2` becomes `ci-anna2`. */
function tidied(name: string): string {
  return name.replace(/-+(?![a-z])/g, '');
}
