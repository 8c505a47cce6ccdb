import { withoutIpv6 } from '../../core/addresses/ipv6';
import type { FixStep } from '../../core/fix';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { EditedFiles } from './edited-files';
import { editsOfFix } from './edits-of-fix';
import type { FixCandidate, WrittenChange } from './fix-candidate';
import type { FixEdits } from './fix-edits';

/** A fix as edits, and the fix that they write. */
export interface WrittenCandidate {
  readonly fix: WrittenChange;
  readonly edits: FixEdits;
}

/**
 * A fix as edits. A loop may say the near side of all its rules once: what it cannot write for `VirtualNetwork` it may
 * write for `*` or the subnet's own prefixes, which is the same to a group that all its machines may share the rule of.
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

/** The fix with rules for these addresses alone in place of `VirtualNetwork`; none where it has no such rule. */
export function ofOwnAddresses(fix: WrittenChange, prefixes: readonly string[]): readonly WrittenChange[] {
  return withNearSide(fix, withoutIpv6(prefixes));
}

function withNearSide(fix: WrittenChange, near: readonly string[]): readonly WrittenChange[] {
  const steps = fix.steps.map((step) => asNearSide(step, near));
  const isOther = near.length > 0 && steps.some((step, index) => step !== fix.steps[index]);
  return isOther ? [{ ...fix, steps }] : [];
}

function asNearSide(step: FixStep, near: readonly string[]): FixStep {
  if (step.do !== 'insert' || step.what !== 'rule') return step;
  const side = step.rule.direction === 'Outbound' ? 'sources' : 'destinations';
  return step.rule[side].join() === 'VirtualNetwork'
    ? { ...step, rule: { ...step.rule, [side]: near } }
    : step;
}
