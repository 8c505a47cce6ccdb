import { isComputeKind, plannedKinds, type ComputeKind, type PlanKind } from '../core/compute-kinds';
import { reason, type Reason } from '../core/reason';
import {
  findNameFault,
  isNameRefused,
  longestDocumentedName,
  type NameFault,
} from '../requirements/compute-name';

/** The result of checking a name: valid, accepted with a warning, or invalid. */
export type NameOutcome =
  | { readonly is: 'ok' }
  | { readonly is: 'error'; readonly text: Reason }
  | { readonly is: 'warning'; readonly text: Reason };

/**
 * Checks a compute resource's name by requirement `compute-name-format`: letters, digits, and hyphens, from a letter to
 * a letter or digit.
 * A hyphen that isn't followed by a letter is an error for an instance, and only a warning for a cluster.
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
 * Returns an unused valid name, such as `cpu-cluster2` or `vm-train01`.
 * `from` is the account of an instance's user, such as `anna.berg@contoso.com`, or the name of an attached resource.
 * `taken` is compared without regard to case.
 */
export function defaultComputeName(kind: PlanKind, from: string, usedNames: readonly string[]): string {
  const base = baseName(kind, from);
  const used = new Set(usedNames.map((one) => one.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : String(count);
    const candidate = tidied(base.slice(0, plannedKinds[kind].name.longest - suffix.length)) + suffix;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}

const baseNames: Readonly<Record<ComputeKind, (from: string) => string>> = {
  cluster: () => 'cpu-cluster',
  instance: (account) => {
    const words = nameWords(account.split('@')[0] ?? '');
    return /[a-z]/.test(words) ? tidied(`ci-${words}`) : 'ci-user';
  },
};

function baseName(kind: PlanKind, from: string): string {
  if (isComputeKind(kind)) return baseNames[kind](from);
  return prefixed(plannedKinds[kind].target.namePrefix, nameWords(from));
}

function nameWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Adds the prefix unless the words already begin with it. */
function prefixed(prefix: string, words: string): string {
  return tidied(words.startsWith(`${prefix}-`) ? words : `${prefix}-${words}`);
}

/** Removes hyphens that aren't followed by a letter, but keeps the digits: `ci-anna-2` becomes `ci-anna2`. */
function tidied(name: string): string {
  return name.replace(/-+(?![a-z])/g, '');
}
