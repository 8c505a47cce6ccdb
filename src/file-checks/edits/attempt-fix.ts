import type { TextEdit } from '../../documents/edits/text-edit';
import type { SubjectCheck } from '../check-files';
import type { Problem } from '../problem';
import { isSpilling, type FixAttempt, type TestedFixAttempt } from './fix-attempt';
import { candidateOf, type FixCandidate, type WrittenChange } from './fix-candidate';
import { subjectOf, testWrittenFix } from './test-written-fix';
import { whyDelegated } from './subnet-users';
import { readAgain, type FixTestContext } from './written-fix';
import { withoutIpv6 } from '../../core/addresses/ipv6';
import type { ResourceChange } from '../../core/resource-change';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { EditedFiles } from './edited-files';
import { editsOfFix } from './edits-of-fix';
import type { FixEdits } from './fix-edits';

/**
 * Tries a fix. If its lines allow traffic for another subnet too, also tries it with only the addresses of its subnet.
 */
export async function attemptFix(
  fixTest: FixTestContext,
  candidate: FixCandidate,
  fixed: readonly Problem[],
): Promise<FixAttempt> {
  const wide = await attemptWritten(fixTest, candidate, fixed);
  if (wide.is !== 'tested' || !isSpilling(wide)) return wide;
  const [subject] = fixed.flatMap((one) => subjectOf(fixTest.analysis.check, one) ?? []);
  for (const narrow of ofOwnAddresses(candidate.fix, prefixesOf(subject))) {
    const one = await attemptWritten(fixTest, candidateOf(narrow), fixed);
    if (one.is === 'tested' && !isSpilling(one)) return one;
  }
  return wide;
}

async function attemptWritten(
  fixTest: FixTestContext,
  candidate: FixCandidate,
  fixed: readonly Problem[],
): Promise<FixAttempt> {
  const { check } = fixTest.analysis;
  const [subject] = fixed.flatMap((one) => subjectOf(check, one) ?? []);
  const used = whyDelegated(check.declared, candidate.fix.changes);
  if (used) return { is: 'not-here', because: used };
  const { fix, edits } = writtenForSubject(fixTest, candidate, subject);
  if (edits.is !== 'edits') return edits;
  const one = testWrittenFix(fixTest, { fix, written: await readAgain(fixTest, edits.edits) }, fixed);
  return one.is === 'tested' || !fixTest.files.terraform
    ? one
    : ((await attemptOutsideLoops(fixTest, { candidate, subject, inLoop: edits.edits }, fixed)) ?? one);
}

/**
 * Tries a fix as blocks or resources next to the loops that its first form would change. Undefined if that test fails
 * too.
 */
async function attemptOutsideLoops(
  fixTest: FixTestContext,
  {
    candidate,
    subject,
    inLoop,
  }: {
    readonly candidate: FixCandidate;
    readonly subject: SubjectCheck | undefined;
    readonly inLoop: readonly TextEdit[];
  },
  fixed: readonly Problem[],
): Promise<TestedFixAttempt | undefined> {
  const files = { ...fixTest.files, outsideLoops: true as const };
  const { fix, edits } = writtenForSubject({ ...fixTest, files }, candidate, subject);
  const isOther = edits.is === 'edits' && JSON.stringify(edits.edits) !== JSON.stringify(inLoop);
  if (!isOther) return undefined;
  const one = testWrittenFix(fixTest, { fix, written: await readAgain(fixTest, edits.edits) }, fixed);
  return one.is === 'tested' ? one : undefined;
}

export function writtenForSubject(
  { analysis, files }: FixTestContext,
  candidate: FixCandidate,
  subject: SubjectCheck | undefined,
): WrittenCandidate {
  const prefixes = prefixesOf(subject);
  return writtenCandidate(candidate, { declared: analysis.check.declared, prefixes }, files);
}

function prefixesOf(subject: SubjectCheck | undefined): readonly string[] {
  const { addressPrefixes } = subject?.subnet ?? {};
  return addressPrefixes?.known === true ? addressPrefixes.value : [];
}

/** A fix as edits, and the variant of the fix that they write. */
interface WrittenCandidate {
  readonly fix: WrittenChange;
  readonly edits: FixEdits;
}

/**
 * Writes a fix as edits. A loop may set the near side of all its rules once. If `VirtualNetwork` can't be written
 * there, `*` or the subnet's own prefixes may be. For an NSG whose machines can all share the rule, they have the same
 * effect.
 */
function writtenCandidate(
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
function ofOwnAddresses(fix: WrittenChange, prefixes: readonly string[]): readonly WrittenChange[] {
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
