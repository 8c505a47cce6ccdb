import { widenedFix } from '../../checks/fixes/widen-rule';
import { missingPermissions, type FixPermission } from '../../core/fix-permissions';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { subnetFix, type SubjectCheck } from '../check-files';
import { actionsAround, spellingEdits, wrongSegment } from '../misspelled-actions';
import { isOfShadowedRule, type Problem } from '../problem';
import { isTerraformFile } from '../terraform-root';
import { attemptFix, writtenForSubject } from './attempt-fix';
import { attemptJoin } from './attempt-join';
import { isSpilling, type FixAttempt, type TestedEdits, type TestedFixAttempt } from './fix-attempt';
import { candidateOf, type FixCandidate, type WrittenChange } from './fix-candidate';
import { candidatesOf, whyNoCandidate } from './fix-candidates';
import { notWritable, type FixEdits } from './fix-edits';
import { testWrittenFix } from './test-written-fix';
import { correctPart } from './text-part-source';
import { waitEdits } from './wait-for-endpoint';
import { readAgain, type FixTestContext } from './written-fix';

/** One fix for several requirements of a subnet. */
export interface TestedEditsOfAll extends TestedEdits {
  readonly fixed: number;
}

/**
 * Returns the first fix of one problem as edits. It's tested twice: on a copy of the model, and by reading the edited
 * files again. The problem must be gone, without new problems or unreadable parts. Undefined if there is none, if the
 * user has to choose, or if it removes resources or incurs costs.
 */
export async function testedEdits(
  fixTest: FixTestContext,
  problem: Problem,
): Promise<TestedEdits | undefined> {
  const { tested } = await firstTested(fixTest, problem, { allowed: [] });
  return tested;
}

/** The result of trying the fixes of one problem. */
export interface FirstTested {
  readonly tested?: TestedEdits;
  /** A tested fix that removes resources or incurs costs, which isn't permitted. */
  readonly withheld?: TestedEdits;
  /** Reason why none of the known fixes can be written, or null if none is known. */
  readonly because?: Reason | null;
}

/** The user's permissions for fixes, and the rules that earlier fixes of the same run wrote. */
export interface FixGrant {
  readonly allowed: readonly FixPermission[];
  /** Keys of the written rules (`writtenRuleKey`). */
  readonly written?: ReadonlySet<string>;
}

/** Returns a key for a rule of an NSG by its name. */
export function writtenRuleKey(groupId: ResourceId, name: string): string {
  return `${groupId} ${name}`.toLowerCase();
}

/**
 * Returns the first tested fix of a problem that only needs the permissions in `allowed`, or the reason if there is
 * none.
 */
export async function firstTested(
  fixTest: FixTestContext,
  problem: Problem,
  grant: FixGrant,
): Promise<FirstTested> {
  const choice = isShadowedByFix(problem, grant) ? undefined : whyChoice(problem);
  const { allowed } = grant;
  if (choice) return { because: choice };
  const attempts: FixAttempt[] = [];
  const isAllowed = (one: FixAttempt): one is TestedFixAttempt =>
    one.is === 'tested' && missingPermissions(one.fix.changes, allowed).length === 0;
  for (const { attempt, isInstead } of attemptsAt(fixTest, problem)) {
    if (isInstead === true && attempts.some(isAllowed)) continue;
    const one = await attempt();
    if (isAllowed(one) && !isSpilling(one)) return { tested: one };
    attempts.push(one);
  }
  const spilling = attempts.find(isAllowed);
  if (spilling) return { tested: spilling };
  const withheld = attempts.find((one) => one.is === 'tested');
  return withheld ? { withheld } : { because: reasonWithoutFix(attempts) };
}

/** True for a rule that only rules of earlier fixes override, and that the user allows to remove. */
function isShadowedByFix({ what }: Problem, { allowed, written }: FixGrant): boolean {
  if (!written || !allowed.includes('remove') || what.is !== 'finding' || !isOfShadowedRule(what)) {
    return false;
  }
  return what.finding.because.every(({ resource, name }) => written.has(writtenRuleKey(resource, name)));
}

/** Returns the reason why the user has to decide: several subnets match, or an earlier rule contradicts this one. */
function whyChoice({ what }: Problem): Reason | undefined {
  if (isOfShadowedRule(what)) return reason('finding.fix.wanted');
  if (what.is !== 'outside-network' || what.fitting.length < 2) return undefined;
  return reason('file.fix.whichSubnet', { names: what.fitting.map(({ name }) => name) });
}

/**
 * Tries every fix of one problem, the smallest change first, and those that change the traffic of other subnets last.
 * Fixes that can't be written have the reason.
 */
export async function attemptFixes(
  fixTest: FixTestContext,
  problem: Problem,
): Promise<readonly FixAttempt[]> {
  const attempts: FixAttempt[] = [];
  for (const trial of attemptsAt(fixTest, problem)) {
    const isNeedless = trial.isInstead === true && attempts.some(({ is }) => is === 'tested');
    if (!isNeedless) attempts.push(await trial.attempt());
  }
  return spillingLast(attempts);
}

function spillingLast<T extends FixAttempt>(attempts: readonly T[]): readonly T[] {
  return [...attempts.filter((one) => !isSpilling(one)), ...attempts.filter(isSpilling)];
}

interface Trial extends Pick<FixCandidate, 'isInstead'> {
  readonly attempt: () => Promise<FixAttempt>;
}

/** Returns the attempts for a problem, each of which runs on demand. */
function attemptsAt(fixTest: FixTestContext, problem: Problem): readonly Trial[] {
  const { what } = problem;
  if (fixTest.analysis.terraform && !isTerraformFile(fixTest.root)) {
    return [{ attempt: () => Promise.resolve({ is: 'not-here', because: reason('file.fix.plan') }) }];
  }
  if (what.is === 'misspelled-action') {
    return [{ attempt: () => attemptSpelling(fixTest, problem, what.right) }];
  }
  if (what.is === 'deployment-order') return [{ attempt: () => attemptWait(fixTest, problem, what) }];
  if (what.is === 'outside-network') {
    const { compute, fitting } = what;
    return fitting.map((intended) => ({
      attempt: () => attemptJoin(fixTest, problem, { compute, intended }),
    }));
  }
  const { check } = fixTest.analysis;
  const candidates = candidatesOf(check, problem);
  const because = candidates.length === 0 && whyNoCandidate(check, problem);
  if (because) return [{ attempt: () => Promise.resolve({ is: 'not-here', because }) }];
  return candidates.map((one) => ({ ...one, attempt: () => attemptFix(fixTest, one, [problem]) }));
}

/**
 * Returns the reason why none of the known fixes of a problem can be written. Null if none is known, or one can be
 * written.
 */
export function reasonWithoutFix(attempts: readonly FixAttempt[]): Reason | null {
  const [last] = attempts.slice(-1);
  if (!last || last.is === 'tested' || attempts.some(({ is }) => is === 'tested')) return null;
  if (last.because) return last.because;
  return reason(last.is === 'untested' && last.others.length > 0 ? 'file.fix.othersCome' : 'file.fix.stays');
}

/**
 * Returns one tested fix for everything in a subnet that is reported as an error or a warning. Hints aren't included,
 * because their fixes may incur costs or allow traffic. It only removes resources or incurs costs if that's in
 * `allowed`.
 */
export async function testedEditsOfAll(
  fixTest: FixTestContext,
  subject: SubjectCheck,
  {
    reported,
    allowed = [],
  }: { readonly reported: readonly Problem[]; readonly allowed?: readonly FixPermission[] },
): Promise<TestedEditsOfAll | undefined> {
  const { check } = fixTest.analysis;
  const counted = reported.filter(({ what, subnetId, severity }) => {
    const isErrorOrWarning = severity === 'error' || severity === 'warning';
    return what.is === 'result' && subnetId === subject.subnet.id && isErrorOrWarning;
  });
  const fixable = [...new Set(counted.map(({ id }) => id))].filter((id) => {
    const fix = subnetFix(check, subject, [id])?.fix;
    const isAllowed = fix !== undefined && missingPermissions(fix.changes, allowed).length === 0;
    return isAllowed && writtenForSubject(fixTest, candidateOf(fix), subject).edits.is === 'edits';
  });
  const fix = fixable.length > 1 ? subnetFix(check, subject, fixable)?.fix : undefined;
  if (!fix || missingPermissions(fix.changes, allowed).length > 0) return undefined;
  const problems = counted.filter(({ id }) => fixable.includes(id));
  const wider = widenedFix({ model: check.declared.model, plan: subject.plan, facts: subject.facts }, fix);
  const first = await firstOf(fixTest, wider ? [wider, fix] : [fix], problems);
  return first && { ...first, fixed: fixable.length };
}

async function firstOf(
  fixTest: FixTestContext,
  changes: readonly WrittenChange[],
  fixed: readonly Problem[],
): Promise<TestedFixAttempt | undefined> {
  const tested: TestedFixAttempt[] = [];
  for (const change of changes) {
    const one = await attemptFix(fixTest, candidateOf(change), fixed);
    if (one.is !== 'tested') continue;
    if (!isSpilling(one)) return one;
    tested.push(one);
  }
  return tested[0];
}

/** Tries to correct a word, where it's written as a whole or where one literal contains the wrong part. */
async function attemptSpelling(
  fixTest: FixTestContext,
  problem: Problem,
  right: string,
): Promise<FixAttempt> {
  const { file } = problem.place;
  const correctedSpelling = spellingEdits(problem, fixTest.files.textOf(file) ?? '');
  const written =
    correctedSpelling.length > 0
      ? ({ is: 'edits', edits: correctedSpelling } as const)
      : segmentEdits(fixTest, problem);
  if (written.is === 'not-here') return written;
  const fix = { changes: [], effect: 'none', opens: [], closes: [], notes: [], spelling: right } as const;
  return testWrittenFix(fixTest, { fix, written: await readAgain(fixTest, written.edits) }, [problem]);
}

/** Corrects a part of the word, if it's composed of literals. */
function segmentEdits({ files }: FixTestContext, { place }: Problem): FixEdits {
  const template = files.templateOf(place.file);
  const corrected = template && correctPart(actionsAround(place, template), wrongSegment, files);
  return corrected ?? notWritable('file.fix.computed', { file: place.file });
}

/** Tries to make a compute resource, or its module, wait for the private endpoint of its workspace. */
async function attemptWait(
  fixTest: FixTestContext,
  problem: Problem,
  { compute, waitsFor, parting }: Extract<Problem['what'], { is: 'deployment-order' }>,
): Promise<FixAttempt> {
  const names = { compute, endpoint: waitsFor };
  if (!parting) return { is: 'not-here', because: reason('file.fix.orderLoop', names) };
  const edits = waitEdits(parting, names, fixTest.files);
  if (edits.is === 'not-here') return edits;
  const title = reason('file.title.wait', names);
  const fix = { changes: [], effect: 'none', opens: [], closes: [], notes: [], title } as const;
  return testWrittenFix(fixTest, { fix, written: await readAgain(fixTest, edits.edits) }, [problem]);
}
