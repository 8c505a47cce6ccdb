import { isWorse } from '../../checks/fixes/severity-rank';
import type { FixFlow } from '../../core/fix';
import { permissionsOf } from '../../core/fix-permissions';
import type { CheckResult } from '../../core/check-result';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Reason } from '../../core/reason';
import type { FileCheck, SubjectCheck } from '../check-files';
import type { Problem } from '../problem';
import { problemKey } from '../problem-key';
import { problemsOf } from '../problems-of';
import { analyzedFixTest, applyEdits, withEditedTexts, type FixTestOptions } from './fix-test-context';
import { closingEdits } from './deny-other-edits';
import { fixTemplate, type ChosenFix, type FixedTemplate } from './fix-template';
import type { FixAttempt, TestedEdits } from './fix-attempt';
import { attemptFixes } from './tested-edits';
import type { FixTestContext } from './written-fix';

/** A problem in a preview. */
export interface PreviewChoice {
  readonly key: string;
  readonly problem: Problem;
  /** Its fix, if it incurs costs or removes something. It's chosen separately from the others. */
  readonly apart: TestedEdits | null;
  /** Reason why it can't be chosen, or null if it can. */
  readonly because: Reason | null;
  readonly isFixable: boolean;
}

/** Another subnet in which the changes block traffic. */
export interface WorseSubnet {
  readonly id: ResourceId;
  readonly name: string;
  /** Its results that get worse, after the changes. */
  readonly results: readonly CheckResult[];
  /** Flows that it can no longer send or receive. */
  readonly closes: readonly FixFlow[];
}

/** Changes of files before they are applied. Exactly these changes are applied. */
export interface PreviewedChanges extends Pick<FixedTemplate, 'texts' | 'applied' | 'after'> {
  readonly choices: readonly PreviewChoice[];
  /** Keys of the chosen problems. */
  readonly chosen: ReadonlySet<string>;
  /** Chosen problems that remain after the changes. */
  readonly fails: readonly PreviewChoice[];
  readonly worse: readonly WorseSubnet[];
  /** The index of the requested fix if there is only one problem, or undefined for the first one. */
  readonly attempt: number | undefined;
  /** The index of another fix for that problem that doesn't make any subnet worse. */
  readonly narrower: number | undefined;
}

/** The problems to preview. */
export interface PreviewInput {
  readonly problems: readonly Problem[];
  /** For a single problem: the index of its fix in the result of `attemptFixes`. */
  readonly attempt?: number | undefined;
}

/**
 * Tests the fixes of problems together. Fixes that only add and correct are chosen. Those that incur costs or remove
 * something aren't. Undefined if the files can't be read.
 */
export async function previewChanges(
  fixTest: FixTestContext,
  { problems, attempt }: PreviewInput,
): Promise<PreviewedChanges | undefined> {
  const requested = [...new Map(problems.map((one) => [problemKey(one), one])).values()];
  const plain = new Map(requested.map((one) => [problemKey(one), chosenFix([], attempt)]));
  const fixed = await fixTemplate(fixTest.root, fixTest.world, { ...optionsOf(fixTest), chosen: plain });
  if (!fixed) return undefined;
  const choices = requested.map((problem) => choiceOf(problem, fixed));
  const chosen = new Set(choices.filter((one) => one.isFixable && one.apart === null).map(({ key }) => key));
  const narrower = await narrowerAttempt(fixTest, requested, { attempt, fixed });
  return previewed(fixTest, fixed, { choices, chosen, attempt, narrower });
}

/** Previews the same problems with other choices. */
export async function changeChoices(
  fixTest: FixTestContext,
  { choices, attempt, narrower }: Pick<PreviewedChanges, 'choices' | 'attempt' | 'narrower'>,
  chosenKeys: ReadonlySet<string>,
): Promise<PreviewedChanges | undefined> {
  const applied = choices.filter(({ key, isFixable }) => isFixable && chosenKeys.has(key));
  const chosen = new Map(
    applied.map(({ key, apart }) => [key, chosenFix(permissionsOf(apart?.fix.changes ?? []), attempt)]),
  );
  const fixed = await fixTemplate(fixTest.root, fixTest.world, { ...optionsOf(fixTest), chosen });
  return fixed && previewed(fixTest, fixed, { choices, chosen: new Set(chosen.keys()), attempt, narrower });
}

/** Previews denying other traffic in a subnet, without any choices. Undefined if it can't be written. */
export async function previewDenyOther(
  fixTest: FixTestContext,
  subject: SubjectCheck,
): Promise<PreviewedChanges | undefined> {
  const closing = await closingEdits(fixTest, subject);
  if (!closing) return undefined;
  const texts = new Map<string, string>();
  applyEdits(texts, fixTest, closing.edits);
  const { options, files } = fixTest;
  const after = await analyzedFixTest(fixTest.root, withEditedTexts(fixTest.world, texts), {
    options,
    describe: files.describe,
  });
  if (!after) return undefined;
  const nothingChosen = { choices: [], chosen: new Set<string>(), attempt: undefined, narrower: undefined };
  const applied = { texts, applied: [closing], after: after.analysis };
  return { ...nothingChosen, ...applied, fails: [], worse: stoppedSubnets(applied.applied) };
}

function chosenFix(allowed: ChosenFix['allowed'], attempt: number | undefined): ChosenFix {
  return attempt === undefined ? { allowed } : { allowed, attempt };
}

function optionsOf({
  options,
  files,
}: FixTestContext): FixTestOptions & { fixesHints: true; allowed: readonly [] } {
  return { options, describe: files.describe, fixesHints: true, allowed: [] };
}

function choiceOf(problem: Problem, { left, after }: FixedTemplate): PreviewChoice {
  const key = problemKey(problem);
  const found = left.find((one) => problemKey(one.problem) === key);
  const apart = found?.withheld ?? null;
  const isFixable = apart !== null || !keysIn(after.check).has(key);
  return { key, problem, apart, because: isFixable ? null : (found?.because ?? null), isFixable };
}

function keysIn(check: FileCheck): ReadonlySet<string> {
  return new Set(problemsOf(check).map(problemKey));
}

function previewed(
  { analysis: { check } }: FixTestContext,
  { texts, applied, after }: FixedTemplate,
  given: Pick<PreviewedChanges, 'choices' | 'chosen' | 'attempt' | 'narrower'>,
): PreviewedChanges {
  const left = keysIn(after.check);
  const fails = given.choices.filter(({ key }) => given.chosen.has(key) && left.has(key));
  return {
    ...given,
    texts,
    applied,
    after,
    fails,
    worse: worseSubnets(check, { after: after.check, applied }),
  };
}

/** Returns subnets whose results get worse, and other subnets whose traffic is blocked. */
export function worseSubnets(
  before: FileCheck,
  { after, applied }: { readonly after: FileCheck; readonly applied: readonly TestedEdits[] },
): readonly WorseSubnet[] {
  const losing = before.subjects.flatMap((subject) => {
    const results = worseResults(subject, after);
    return results.length > 0 ? [{ id: subject.subnet.id, results }] : [];
  });
  const stopped = stoppedSubnets(applied);
  const others = losing.filter(({ id }) => !stopped.some((one) => sameId(one.id, id)));
  return [
    ...stopped.map((one) => ({
      ...one,
      results: losing.find(({ id }) => sameId(id, one.id))?.results ?? [],
    })),
    ...others.map(({ id, results }) => ({ id, name: nameOf(id), results, closes: [] })),
  ];
}

/** Returns other subnets whose traffic the changes block. */
export function stoppedSubnets(applied: readonly TestedEdits[]): readonly WorseSubnet[] {
  const stopped = applied.flatMap(({ affects }) => affects).filter(({ isWorse }) => isWorse);
  const closes = applied.flatMap(({ fix }) => fix.closes);
  return [...new Map(stopped.map((one) => [one.id.toLowerCase(), one])).values()].map(({ id, name }) => ({
    id,
    name,
    results: [],
    closes: closes.filter(({ subnet }) => subnet !== undefined && sameId(subnet, id)),
  }));
}

function worseResults({ subnet, compute, results }: SubjectCheck, after: FileCheck): readonly CheckResult[] {
  const now = after.subjects.find((one) => sameId(one.subnet.id, subnet.id) && one.compute === compute);
  return (now?.results ?? []).filter((one) => {
    const was = results.find(({ requirement }) => requirement === one.requirement);
    return was !== undefined && isWorse(was.outcome, one.outcome);
  });
}

/**
 * Returns the index of another fix of one problem, if the requested one blocks traffic in another subnet and the other
 * one doesn't.
 */
async function narrowerAttempt(
  fixTest: FixTestContext,
  [problem, ...others]: readonly Problem[],
  { attempt, fixed }: { readonly attempt: number | undefined; readonly fixed: FixedTemplate },
): Promise<number | undefined> {
  const isWorse = fixed.applied.some(({ affects }) => affects.some((one) => one.isWorse));
  if (!problem || others.length > 0 || attempt === undefined || !isWorse) return undefined;
  const found = (await attemptFixes(fixTest, problem)).findIndex(isHarmlessToOthers);
  return found < 0 ? undefined : found;
}

function isHarmlessToOthers(one: FixAttempt): boolean {
  return (
    one.is === 'tested' &&
    permissionsOf(one.fix.changes).length === 0 &&
    one.affects.every(({ isWorse }) => !isWorse)
  );
}
