import { withoutIpv6 } from '../../core/addresses/ipv6';
import type { ResourceChange } from '../../core/resource-change';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { EditedFiles } from './edited-files';
import { editsOfFix } from './edits-of-fix';
import type { FixCandidate, WrittenChange } from './fix-candidate';
import type { FixEdits } from './fix-edits';

/** A fix as edits, and the variant of the fix that they write. */
export interface WrittenCandidate {
  readonly fix: WrittenChange;
  readonly edits: FixEdits;
}

/**
 * Writes a fix as edits. A loop may set the near side of all its rules once. If `VirtualNetwork` can't be written
 * there, `*` or the subnet's own prefixes may be. For an NSG whose machines can all share the rule, they have the same
 * effect.
 */
export function writtenCandidate(
  { fix, write }: FixCandidate,
  { declared, prefixes }: { readonly declared: DeclaredNetwork; readonly prefixes: readonly string[] },
  files: EditedFiles,
): WrittenCandidate {
  const edits = write(declared, files);
  const others = edits.is === 'edits' ? [] : [['*'], prefixes].flatMap((near) => withNearSide(fix, near));
  const written = others.map((one) => ({ fix: one, edits: editsOfFix(declared, one, files) }));
  return written.find((one) => one.edits.is === 'edits') ?? { fix, edits };
}

/**
 * Returns the fix with rules for only these addresses instead of `VirtualNetwork`. Empty if it doesn't have such a
 * rule.
 */
export function ofOwnAddresses(fix: WrittenChange, prefixes: readonly string[]): readonly WrittenChange[] {
  return withNearSide(fix, withoutIpv6(prefixes));
}

function withNearSide(fix: WrittenChange, near: readonly string[]): readonly WrittenChange[] {
  const changes = fix.changes.map((one) => asNearSide(one, near));
  const isOther = near.length > 0 && changes.some((one, index) => one !== fix.changes[index]);
  return isOther ? [{ ...fix, changes }] : [];
}

function asNearSide(change: ResourceChange, near: readonly string[]): ResourceChange {
  if (change.type !== 'rule' || change.after === null) return change;
  const side = change.after.direction === 'Outbound' ? 'sources' : 'destinations';
  return change.after[side].join() === 'VirtualNetwork'
    ? { ...change, after: { ...change.after, [side]: near } }
    : change;
}
