import { withoutEnd } from '../../core/cut-text';
import type { AttachedKind } from '../../core/plan';
import { longestName } from '../../requirements/compute-name';

const prefixes: Readonly<Record<AttachedKind, string>> = {
  databricks: 'dbx',
  'virtual-machine': 'vm',
  hdinsight: 'hdi',
};

/**
 * A free name made of the target's, which the name rule accepts: `vm-train-01` becomes `vm-train01`. `taken` compares
 * without case.
 */
export function defaultAttachName(kind: AttachedKind, targetName: string, taken: readonly string[]): string {
  const used = new Set(taken.map((one) => one.toLowerCase()));
  const base = baseName(kind, targetName);
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : String(count);
    const candidate = withoutEnd(base.slice(0, longestName[kind] - suffix.length), '-') + suffix;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}

/** The kind's prefix once, before what of the target's name a compute's name may hold. */
function baseName(kind: AttachedKind, targetName: string): string {
  const prefix = prefixes[kind];
  const words = targetName
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const rest = words.startsWith(`${prefix}-`) ? words.slice(prefix.length + 1) : words;
  // A hyphen that no letter follows is advised against.
  return `${prefix}-${rest}`.replace(/-+(?![a-z])/g, '');
}
