import { isUnknownByTag } from '../../checks/findings/fix-of-finding';
import { entryChanges, type EntryChange } from '../../checks/fixes/entry-changes';
import { missingPermissions, type FixPermission } from '../../core/fix-permissions';
import { widenedFix } from '../../checks/fixes/widen-rule';
import type { Outcome } from '../../core/check-result';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { attachmentsOf, type ResourceChange } from '../../core/resource-change';
import type { TextEdit } from '../../documents/edits/text-edit';
import { isIdentifiedByName } from '../../requirements/requirements';
import { subnetFix, type FileCheck, type SubjectCheck } from '../check-files';
import { actionsAround, spellingEdits, wrongSegment } from '../misspelled-actions';
import { isOfOverruled, type NamedSubnet, type Problem } from '../problem';
import { countedKey, isSameElsewhere, problemKey } from '../problem-key';
import { problemsOf } from '../problems-of';
import { affectedSubnets, type AffectedSubnet } from './affected-subnets';
import { isAsIntended } from './as-intended';
import { computeIn, joinEdits, reportedBefore } from './join-subnet';
import { candidateOf, type FixCandidate, type WrittenChange } from './fix-candidate';
import { candidatesOf, whyNoCandidate } from './fix-candidates';
import { notWritable, type FixEdits } from './fix-edits';
import { hostProblems } from './host-problems';
import { ofOwnAddresses, writtenCandidate, type WrittenCandidate } from './subnet-sides';
import { subnetReferences } from './subnet-reference';
import { changesOthers } from './other-resources';
import { joinInTerraform } from './terraform/join-in-terraform';
import { changesOtherArguments, whyIgnored } from './terraform/other-arguments';
import { overruledBy } from './shadowed-by';
import { whyUnsupported } from './property-versions';
import { whyDelegated } from './subnet-users';
import { waitEdits } from './wait-for-endpoint';
import { correctPart } from './text-part-source';
import { readAgain, type FixTestContext, type WrittenFix } from './written-fix';
import { isTerraformFile } from '../terraform-root';
import type { AnalysisResult } from '../analyze-file';

/** A tested fix, and the edits that write it. */
export interface TestedEdits {
  readonly fix: WrittenChange;
  /** Existing rules and routes with changed values. */
  readonly entries: readonly EntryChange[];
  /** Other subnets whose traffic changes. */
  readonly affects: readonly AffectedSubnet[];
  readonly edits: readonly TextEdit[];
}

/** One fix for several requirements of a subnet. */
export interface TestedEditsOfAll extends TestedEdits {
  readonly fixed: number;
}

/** The result of trying a fix: written and tested, or the reason why not. */
export type FixAttempt =
  | ({ readonly is: 'tested' } & TestedEdits)
  /** An edit can't change the value where it's written. */
  | { readonly is: 'not-here'; readonly because: Reason }
  /** After the edit, the file isn't as expected: the problem remains, or there are new ones. */
  | { readonly is: 'untested'; readonly others: readonly string[]; readonly because?: Reason };

/**
 * Returns the first fix of one problem as edits. It's tested twice: on a copy of the model, and by reading the edited
 * files again. The problem must be gone, without new problems or unreadable parts. Undefined if there is none, if the
 * user has to choose, or if it removes resources or incurs costs.
 */
export async function testedEdits(
  fixTest: FixTestContext,
  problem: Problem,
): Promise<TestedEdits | undefined> {
  const { tested } = await firstTested(fixTest, problem, []);
  return tested;
}

type Tested = Extract<FixAttempt, { is: 'tested' }>;

/** The result of trying the fixes of one problem. */
export interface FirstTested {
  readonly tested?: TestedEdits;
  /** A tested fix that removes resources or incurs costs, which isn't permitted. */
  readonly withheld?: TestedEdits;
  /** Reason why none of the known fixes can be written, or null if none is known. */
  readonly because?: Reason | null;
}

/**
 * Returns the first tested fix of a problem that only needs the permissions in `allowed`, or the reason if there is
 * none.
 */
export async function firstTested(
  fixTest: FixTestContext,
  problem: Problem,
  allowed: readonly FixPermission[],
): Promise<FirstTested> {
  const choice = whyChoice(problem);
  if (choice) return { because: choice };
  const attempts: FixAttempt[] = [];
  const isAllowed = (one: FixAttempt): one is Tested =>
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

/** Returns the reason why the user has to decide: several subnets match, or an earlier rule contradicts this one. */
function whyChoice({ what }: Problem): Reason | undefined {
  if (isOfOverruled(what)) return reason('finding.fix.wanted');
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

/** True for edits that change the traffic of a subnet without the problem. */
function isSpilling(one: FixAttempt): boolean {
  return one.is === 'tested' && one.affects.some(({ isFixed }) => isFixed !== true);
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
  return candidates.map((one) => ({ ...one, attempt: () => attempt(fixTest, one, [problem]) }));
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
    return isAllowed && writtenIn(fixTest, candidateOf(fix), subject).edits.is === 'edits';
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
): Promise<Tested | undefined> {
  const tested: Tested[] = [];
  for (const change of changes) {
    const one = await attempt(fixTest, candidateOf(change), fixed);
    if (one.is !== 'tested') continue;
    if (!isSpilling(one)) return one;
    tested.push(one);
  }
  return tested[0];
}

/** Returns the subject of a problem. */
export function subjectOf({ subjects }: FileCheck, { subnetId }: Problem): SubjectCheck | undefined {
  return subjects.find(({ subnet }) => subnet.id === subnetId);
}

/**
 * Tries a fix. If its lines allow traffic for another subnet too, also tries it with only the addresses of its subnet.
 */
async function attempt(
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
  const { fix, edits } = writtenIn(fixTest, candidate, subject);
  if (edits.is !== 'edits') return edits;
  const one = tried(fixTest, { fix, written: await readAgain(fixTest, edits.edits) }, fixed);
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
): Promise<Tested | undefined> {
  const files = { ...fixTest.files, outsideLoops: true as const };
  const { fix, edits } = writtenIn({ ...fixTest, files }, candidate, subject);
  const isOther = edits.is === 'edits' && JSON.stringify(edits.edits) !== JSON.stringify(inLoop);
  if (!isOther) return undefined;
  const one = tried(fixTest, { fix, written: await readAgain(fixTest, edits.edits) }, fixed);
  return one.is === 'tested' ? one : undefined;
}

function writtenIn(
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
  return tried(fixTest, { fix, written: await readAgain(fixTest, written.edits) }, [problem]);
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
  return tried(fixTest, { fix, written: await readAgain(fixTest, edits.edits) }, [problem]);
}

/**
 * Tries to put a compute resource into a subnet, with the first reference that is read back as that subnet. Only then
 * is the subnet checked with the compute resource.
 */
async function attemptJoin(
  fixTest: FixTestContext,
  problem: Problem,
  { compute, intended }: { readonly compute: string; readonly intended: NamedSubnet },
): Promise<FixAttempt> {
  const { check } = fixTest.analysis;
  const { file } = problem.place;
  const title = reason('file.title.joinSubnet', { compute, subnet: intended.name });
  const fix = { changes: [], effect: 'none', opens: [], closes: [], notes: [], moves: true, title } as const;
  if (fixTest.analysis.terraform) return attemptJoinInTerraform(fixTest, problem, { intended, fix, compute });
  for (const reference of subnetReferences(check.declared, { id: intended.id, file }, fixTest.files)) {
    const edits = joinEdits(check.declared, { computeId: problem.subnetId, reference }, fixTest.files);
    if (edits.is === 'not-here') return edits;
    const written = await readAgain(fixTest, edits.edits);
    if (written.is !== 'written') return tried(fixTest, { fix, written }, [problem]);
    if (!computeIn(written.after.check, problem.subnetId, intended.id)) continue;
    return joined(fixTest, { fix, written, problem, compute, intended });
  }
  return { is: 'not-here', because: reason('file.fix.subnetUnnamed', { file, name: intended.name }) };
}

interface Joined {
  readonly fix: WrittenChange;
  readonly written: Extract<WrittenFix, { is: 'written' }>;
  readonly problem: Problem;
  readonly compute: string;
  readonly intended: NamedSubnet;
}

/**
 * Tests the join. The subnet is now checked with the compute resource. Any requirement that it doesn't meet is the
 * reason not to move the resource there.
 */
function joined(fixTest: FixTestContext, { fix, written, problem, compute, intended }: Joined): FixAttempt {
  const known = reportedBefore(fixTest.analysis.check, intended.id);
  const others = written.others.filter((key) => !known.has(key));
  const attempt = tried(fixTest, { fix, written: { ...written, others } }, [problem]);
  if (attempt.is !== 'untested' || attempt.others.length === 0) return attempt;
  const ids = idsOf(written.after.check, attempt.others);
  const values = { name: compute, subnet: intended.name, n: ids.length, ids };
  return { ...attempt, because: reason('file.fix.notReady', values) };
}

async function attemptJoinInTerraform(
  fixTest: FixTestContext,
  problem: Problem,
  { intended, fix, compute }: Pick<Joined, 'intended' | 'fix' | 'compute'>,
): Promise<FixAttempt> {
  const ids = { computeId: problem.subnetId, subnetId: intended.id };
  const edits = joinInTerraform(fixTest.analysis.check.declared, ids, fixTest.files);
  if (edits.is === 'not-here') return edits;
  const written = await readAgain(fixTest, edits.edits);
  if (written.is !== 'written') return tried(fixTest, { fix, written }, [problem]);
  return joined(fixTest, { fix, written, problem, compute, intended });
}

/** Returns the check IDs of problems with these keys, as used in comments and pages. */
function idsOf(check: FileCheck, keys: readonly string[]): readonly string[] {
  const named = problemsOf(check).filter((one) => keys.includes(problemKey(one)));
  return [...new Set(named.map(({ id }) => id))];
}

/** Whether access to hosts has to be confirmed. */
function isOpenHost(requirement: string, outcome: Outcome): boolean {
  return outcome.is === 'note' && isIdentifiedByName(requirement);
}

interface Tried {
  readonly fix: WrittenChange;
  readonly written: WrittenFix;
}

function tried(fixTest: FixTestContext, { fix, written }: Tried, fixed: readonly Problem[]): FixAttempt {
  const { check } = fixTest.analysis;
  if (written.is === 'not-here') return written;
  if (written.is === 'unreadable') return { is: 'untested', others: [] };
  const expected = [
    unknownRequirements(check),
    overruledBy(written.after.check, fix.changes),
    ...(fix.effect === 'closes' ? [hostProblems(written.after.check)] : []),
  ];
  const others = written.others.filter((key) => !expected.some((keys) => keys.has(key)));
  const now = new Set(problemsOf(written.after.check).map(problemKey));
  const isFixed = fixed.every((one) => !now.has(problemKey(one)));
  if (!isFixed || others.length > 0) return { is: 'untested', others };
  const after = written.after.check.declared.model;
  const intended = [...fixedWith(check, fixed, now).flatMap(placesOf), ...setBy(fix)];
  const named = [...fix.changes.flatMap(idsIn), ...fixed.map(({ subnetId }) => subnetId), ...intended];
  const isIntended = isAsIntended({ before: check.declared.model, changes: fix.changes, after, intended });
  if (!isIntended || changesUnnamed(fixTest.analysis, written.after, named)) {
    return { is: 'untested', others, because: reason('file.fix.otherwise') };
  }
  const unsupported = whyNotKept(fixTest.analysis, written.after);
  if (unsupported) return { is: 'not-here', because: unsupported };
  const before = check.declared.model;
  const { entries } = entryChanges(before, fix.changes);
  const [subject] = fixed.flatMap((one) => subjectOf(check, one) ?? []);
  const affects = (subject ? affectedSubnets(subject, { before, after }) : []).map((one) =>
    intended.some((id) => sameId(id, one.id)) ? { ...one, isFixed: true as const } : one,
  );
  return { is: 'tested', fix, entries, affects, edits: written.edits };
}

/** Returns the reason why Azure or Terraform wouldn't accept edits. */
function whyNotKept(before: AnalysisResult, after: AnalysisResult) {
  const unsupported = whyUnsupported(before.check.declared.resources, after.check.declared.resources);
  return unsupported ?? whyIgnored(before, after);
}

function changesUnnamed(before: AnalysisResult, after: AnalysisResult, named: readonly string[]): boolean {
  return (
    changesOthers(before.check.declared.resources, after.check.declared.resources, named) ||
    changesOtherArguments(before, after, named)
  );
}

function setBy({ setsIn }: WrittenChange): readonly ResourceId[] {
  return setsIn === undefined ? [] : [setsIn];
}

/** Returns the IDs in a change: of the resource that it changes, and of those that it creates or attaches. */
function idsIn(change: ResourceChange): readonly ResourceId[] {
  return [change.id, ...attachmentsOf(change).map(({ id }) => id)];
}

/**
 * Returns the fixed problems, and the same ones in other subnets and NSGs that the same lines create, if they're also
 * gone.
 */
function fixedWith(
  check: FileCheck,
  fixed: readonly Problem[],
  now: ReadonlySet<string>,
): readonly Problem[] {
  const isFixed = (one: Problem): boolean => !now.has(problemKey(one));
  return problemsOf(check).filter((one) => isFixed(one) && fixed.some((each) => isSameElsewhere(each, one)));
}

/** Returns the IDs of the subnet, and of the NSG or route table with the rule or route. */
function placesOf({ subnetId, what }: Problem): readonly ResourceId[] {
  return what.is === 'finding' ? [subnetId, what.finding.place.resource] : [subnetId];
}

/**
 * Returns the keys of results that a misspelled tag left unknown, including hosts by name. They're known after the tag
 * is corrected.
 */
function unknownRequirements({ subjects }: FileCheck): ReadonlySet<string> {
  const keys = subjects.flatMap(({ subnet, results }) =>
    results
      .filter(({ requirement, outcome }) => isUnknownByTag(outcome) || isOpenHost(requirement, outcome))
      .flatMap(({ requirement: id }) =>
        (['hint', 'info'] as const).map((severity) =>
          countedKey({ id, subnetId: subnet.id, severity, name: '' }),
        ),
      ),
  );
  return new Set(keys);
}
