import { plannedKinds, type PlanKind } from '../core/compute-kinds';
import { reason, type Reason } from '../core/reason';
import {
  findNameFault,
  isNameRefused,
  longestDocumentedName,
  type NameFault,
} from '../requirements/compute-name';

/** What the name rule says: fine, accepted with a doubt, or refused. */
export type NameOutcome =
  | { readonly is: 'ok' }
  | { readonly is: 'error'; readonly text: Reason }
  | { readonly is: 'warning'; readonly text: Reason };

/**
 * Checks a compute's name by requirement `compute-name-format`: letters, digits and hyphens, from a letter to a
 * letter or digit. A hyphen that no letter follows is refused for an instance and only advised against for a cluster.
 */
export function validateComputeName(kind: PlanKind, name: string): NameOutcome {
  const fault = findNameFault(kind, name);
  if (fault === null) return { is: 'ok' };
  return { is: isNameRefused(kind, fault) ? 'error' : 'warning', text: faultText(kind, fault) };
}

function faultText(kind: PlanKind, fault: NameFault): Reason {
  switch (fault) {
    case 'form':
      return reason(`name.format.${kind}`);
    case 'end':
      return reason('name.end');
    case 'hyphen':
      return reason('name.hyphen');
    case 'long':
      return reason('name.long', { limit: longestDocumentedName });
  }
}

/**
 * A free name that the rule accepts, such as `cpu-cluster2` or `vm-train01`. `from`: of an instance the name of its person,
 * which may be an account such as `anna.berg@contoso.com`; of what is attached its own name. `taken` compares without
 * case.
 */
export function defaultComputeName(kind: PlanKind, from: string, taken: readonly string[]): string {
  const base = baseNames[kind](from);
  const used = new Set(taken.map((one) => one.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : String(count);
    const candidate = tidied(base.slice(0, plannedKinds[kind].name.longest - suffix.length)) + suffix;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}

const baseNames: Readonly<Record<PlanKind, (from: string) => string>> = {
  cluster: () => 'cpu-cluster',
  instance: (account) => {
    const words = nameWords(account.split('@')[0] ?? '');
    return /[a-z]/.test(words) ? tidied(`ci-${words}`) : 'ci-user';
  },
  databricks: (target) => prefixed('dbx', nameWords(target)),
  'virtual-machine': (target) => prefixed('vm', nameWords(target)),
  hdinsight: (target) => prefixed('hdi', nameWords(target)),
};

function nameWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The prefix once, before the words. */
function prefixed(prefix: string, words: string): string {
  return tidied(words.startsWith(`${prefix}-`) ? words : `${prefix}-${words}`);
}

/** Drops the hyphens that no letter follows at once, keeping the digits: `ci-anna-2` becomes `ci-anna2`. */
function tidied(name: string): string {
  return name.replace(/-+(?![a-z])/g, '');
}
