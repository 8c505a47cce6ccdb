import { missingPermissions, type FixPermission } from '../../core/fix-permissions';
import { type Severity, statusOf } from '../../core/check-result';
import type { ResourceId } from '../../core/network/model';
import { candidatesOf } from './fix-candidates';
import type { TestedEdits } from './fix-attempt';
import {
  attemptFixes,
  firstTested,
  reasonWithoutFix,
  writtenRuleKey,
  testedEditsOfAll,
  type FirstTested,
} from './tested-edits';
import type { FixTestContext } from './written-fix';
import type { FileWorld } from '../known-files';
import type { Problem } from '../problem';
import { problemKey } from '../problem-key';
import { problemsOf } from '../problems-of';
import { applyRules } from '../problem-rules';
import { withoutSuppressed } from '../suppressed';
import type { AnalysisResult } from '../analyze-file';
import { analyzedFixTest, applyEdits, withEditedTexts, type FixTestOptions } from './fix-test-context';
import type { Fix } from '../../core/fix';
import { reason, type Reason } from '../../core/reason';
import { addedRules, isServiceChange } from '../../core/resource-change';
import { findFixIn } from '../check-files';

/** The result of fixing a template and its modules. */
export interface FixedTemplate {
  /** New texts by file, only for files that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** The fixes that were made, in order. */
  readonly applied: readonly TestedEdits[];
  /** The problems that were to fix, and that the changes fixed, as they were before. */
  readonly fixed: readonly Problem[];
  readonly before: AnalysisResult;
  /** The analysis of the changed texts. */
  readonly after: AnalysisResult;
  /** The remaining problems, unordered. */
  readonly left: readonly UnfixedProblem[];
  /** Fixes that `check` shows for requirements that aren't reported as problems. */
  readonly unreported: readonly UnreportedFix[];
  /** True if subnets weren't checked, because the files exceed a limit. */
  readonly isCut: boolean;
}

/** A remaining problem, and the reason why it wasn't fixed. */
export interface UnfixedProblem extends Pick<FirstTested, 'withheld' | 'because'> {
  readonly problem: Problem;
  /**
   * Set if a fix exists, but it is a hint without the `hints` option, or a comment in the file suppresses the problem.
   */
  readonly leftOut?: 'hint' | 'ignored';
}

/** Maximum number of rounds, more than any file needs. Each round makes one tested fix. */
const mostRounds = 100;

/** Makes all tested and permitted fixes one after the other, each on the text after the previous one. */
export async function fixTemplate(
  root: string,
  world: FileWorld,
  options: FixTemplateOptions,
): Promise<FixedTemplate | undefined> {
  const texts = new Map<string, string>();
  const applied: TestedEdits[] = [];
  const search = newSearch(options);
  let first: FixTestContext | undefined;
  for (let round = 0; ; round += 1) {
    const fixTest = await analyzedFixTest(root, withEditedTexts(world, texts), options);
    if (!fixTest) return undefined;
    first ??= fixTest;
    const next = round < mostRounds ? await nextFix(fixTest, search) : undefined;
    if (next) {
      applyEdits(texts, fixTest, next.edits);
      applied.push(next);
      for (const { id, rule } of addedRules(next.fix.changes)) {
        search.written.add(writtenRuleKey(id, rule.name));
      }
      continue;
    }
    if (retriesRefused(search, { round, applied: applied.length })) continue;
    const left = leftIn(fixTest, search);
    const { cut, leftOut } = fixTest.analysis.check;
    const isCut = cut !== null || leftOut.length > 0;
    const after = fixTest.analysis;
    return {
      texts,
      applied,
      fixed: fixedBetween(reported(first, search), after.check),
      before: first.analysis,
      after,
      left,
      unreported: unreportedFixes(fixTest, left, options.subnets?.()),
      isCut,
    };
  }
}

/** Returns the problems that the changed texts don't have, each once. */
function fixedBetween(before: readonly Problem[], after: AnalysisResult['check']): readonly Problem[] {
  const left = new Set(problemsOf(after).map(problemKey));
  const each = new Map(before.map((one) => [problemKey(one), one]));
  return [...each].flatMap(([key, one]) => (left.has(key) ? [] : [one]));
}

function newSearch({ fixesHints, allowed, subnets, placed, chosen }: FixTemplateOptions): Search {
  return {
    fixesHints,
    allowed,
    ...(subnets ? { subnets } : {}),
    ...(placed ? { placed } : {}),
    ...(chosen ? { chosen } : {}),
    attempted: new Set(),
    refused: new Map(),
    written: new Set(),
    appliedBefore: 0,
  };
}

export interface FixTemplateOptions extends FixTestOptions {
  /** True to also fix requirements that are only hints. This may allow traffic that isn't required. */
  readonly fixesHints: boolean;
  readonly allowed: readonly FixPermission[];
  /** The subnets that the user named, or all checked subnets if missing. */
  readonly subnets?: () => readonly ResourceId[] | undefined;
  /** Compute resources, by ID in lowercase, that are checked in a subnet which another file declares. */
  readonly placed?: ReadonlySet<ResourceId>;
  /** The problems that the user chose, by key, or all problems if missing. */
  readonly chosen?: ReadonlyMap<string, ChosenFix>;
}

/** Options for fixing a problem that the user chose. */
export interface ChosenFix {
  /** Permissions of this fix, in addition to those of all fixes. */
  readonly allowed: readonly FixPermission[];
  /** The index of the fix in the result of `attemptFixes`, or the first permitted one if missing. */
  readonly attempt?: number;
}

interface Search extends Pick<
  FixTemplateOptions,
  'fixesHints' | 'allowed' | 'subnets' | 'placed' | 'chosen'
> {
  readonly attempted: Set<string>;
  /** Reasons why problems weren't fixed, by the problem's key. */
  readonly refused: Map<string, FirstTested>;
  /** Keys of the rules that the fixes wrote. */
  readonly written: Set<string>;
  /** Number of fixes that were made before the last retry of refused ones. */
  appliedBefore: number;
}

/**
 * Starts again with refused fixes, which may be possible after later fixes: a second run shouldn't find more. Fixes
 * that the user chose aren't retried, because their indexes refer to the first text.
 */
function retriesRefused(
  search: Search,
  { round, applied }: { readonly round: number; readonly applied: number },
): boolean {
  const { chosen, refused, attempted, appliedBefore } = search;
  if (chosen !== undefined || applied === appliedBefore || refused.size === 0 || round >= mostRounds) {
    return false;
  }
  search.appliedBefore = applied;
  attempted.clear();
  refused.clear();
  return true;
}

/**
 * Returns the next fix that hasn't failed yet. Misspelled words and unused rules come first, because some requirements
 * may then not need a new rule. Next is everything that is open in one subnet, and then the rest, one by one.
 */
async function nextFix(fixTest: FixTestContext, search: Search): Promise<TestedEdits | undefined> {
  const problems = reported(fixTest, search);
  const findings = problems.filter(({ what }) => what.is === 'finding');
  return (
    (await firstOf(fixTest, findings, { search, phase: 'words' })) ??
    (await nextOfAll(fixTest, search)) ??
    (await firstOf(fixTest, problems, { search, phase: 'rest' }))
  );
}

async function nextOfAll(fixTest: FixTestContext, search: Search): Promise<TestedEdits | undefined> {
  for (const subject of fixTest.analysis.check.subjects) {
    const key = `all ${subject.subnet.id}`;
    if (search.attempted.has(key)) continue;
    search.attempted.add(key);
    const all = await testedEditsOfAll(fixTest, subject, {
      reported: reported(fixTest, search).filter((one) => isPlain(search, one)),
      allowed: search.allowed,
    });
    if (all) return all;
  }
  return undefined;
}

/** True for a problem whose fix doesn't need extra permissions, and is the first known one. */
function isPlain({ chosen }: Search, problem: Problem): boolean {
  const its = chosen?.get(problemKey(problem));
  return its === undefined || (its.allowed.length === 0 && its.attempt === undefined);
}

async function firstOf(
  fixTest: FixTestContext,
  problems: readonly Problem[],
  { search, phase }: { readonly search: Search; readonly phase: string },
): Promise<TestedEdits | undefined> {
  const { fixesHints, attempted, refused } = search;
  for (const problem of problems) {
    const key = `${phase} ${problem.place.file} ${problemKey(problem)}`;
    if (attempted.has(key) || (isHint(problem) && !fixesHints)) continue;
    attempted.add(key);
    const found = await firstChosen(fixTest, problem, search);
    if (found.tested) return found.tested;
    refused.set(problemKey(problem), found);
  }
  return undefined;
}

/** Returns the fix that the user chose, or the first permitted one. */
async function firstChosen(
  fixTest: FixTestContext,
  problem: Problem,
  { allowed, chosen, written }: Search,
): Promise<FirstTested> {
  const its = chosen?.get(problemKey(problem));
  if (its?.attempt === undefined) {
    return firstTested(fixTest, problem, { allowed: [...allowed, ...(its?.allowed ?? [])], written });
  }
  const attempt = (await attemptFixes(fixTest, problem))[its.attempt];
  if (attempt?.is !== 'tested') return { because: attempt ? reasonWithoutFix([attempt]) : null };
  const isAllowed = missingPermissions(attempt.fix.changes, its.allowed).length === 0;
  return isAllowed ? { tested: attempt } : { withheld: attempt };
}

function isHint({ what, severity }: Problem): boolean {
  return what.is === 'result' && severity === 'info';
}

/** Returns the problems to fix. Hints about default rules already work. */
function reported({ analysis, files, options }: FixTestContext, search: FixSelection): readonly Problem[] {
  return notSuppressed({ analysis, files, options }, intended(analysis.check, search));
}

/** Returns problems that neither a comment nor the team's settings suppress. */
function notSuppressed(
  { analysis, files, options }: Pick<FixTestContext, 'analysis' | 'files' | 'options'>,
  problems: readonly Problem[],
): readonly Problem[] {
  const here = withoutSuppressed(problems, (file) => files.textOf(file));
  const { reported: all, quiet } = applyRules(analysis.check, here, options.rules);
  const isQuiet = new Set(quiet.map(problemKey));
  return all.filter((one) => one.severity !== 'hint' && !isQuiet.has(problemKey(one)));
}

type FixSelection = Pick<Search, 'subnets' | 'placed' | 'chosen'>;

function intended(
  check: FixTestContext['analysis']['check'],
  { subnets, placed, chosen }: FixSelection,
): readonly Problem[] {
  if (chosen) return problemsOf(check).filter((one) => chosen.has(problemKey(one)));
  const named = subnets?.();
  const isSelected = ({ subnetId, what, severity }: Problem): boolean => {
    if (what.is === 'elsewhere' && placed?.has(what.computeId.toLowerCase()) === true) return false;
    const isOfSubnet = what.is === 'result' || what.is === 'finding';
    return severity !== 'hint' && (!isOfSubnet || isNamed(named, subnetId));
  };
  return problemsOf(check).filter(isSelected);
}

function leftIn(fixTest: FixTestContext, search: Search): readonly UnfixedProblem[] {
  const { check } = fixTest.analysis;
  const all = intended(check, search);
  const here = notSuppressed(fixTest, all);
  const isHere = new Set(here.map(problemKey));
  const ignored = all.filter((one) => !isHere.has(problemKey(one)));
  const hasFix = (one: Problem): boolean => candidatesOf(check, one).length > 0;
  return [
    ...here.map((problem): UnfixedProblem => {
      if (isHint(problem) && !search.fixesHints) {
        return hasFix(problem) ? { problem, leftOut: 'hint' } : { problem };
      }
      return { problem, ...search.refused.get(problemKey(problem)) };
    }),
    ...ignored.filter(hasFix).map((problem): UnfixedProblem => ({ problem, leftOut: 'ignored' })),
  ];
}

/** Returns whether a remaining problem makes the run fail with exit code 1. Problems that a comment suppresses don't. */
export function isLeftAt({ problem, leftOut }: UnfixedProblem, least: Severity): boolean {
  const severityRanks = { error: 0, warning: 1, info: 2, hint: 3 } as const;
  return leftOut !== 'ignored' && severityRanks[problem.severity] <= severityRanks[least];
}

/** A fix that `check` shows and that isn't reported as a problem of the files. */
interface UnreportedFix {
  readonly requirement: string;
  readonly subnet: string;
  readonly because: Reason;
}

/** Returns fixes of open requirements that no problem in `left` reports. */
function unreportedFixes(
  { analysis: { check } }: FixTestContext,
  left: readonly { readonly problem: Problem }[],
  subnets: readonly ResourceId[] | undefined,
): readonly UnreportedFix[] {
  const isReported = (subnetId: string, requirement: string): boolean =>
    left.some(({ problem: { id, subnetId: its } }) => id === requirement && its === subnetId);
  const { model } = check.declared;
  return check.subjects
    .filter(({ subnet }) => isNamed(subnets, subnet.id))
    .flatMap(({ subnet, plan, facts, results }) =>
      results.flatMap(({ requirement, outcome }): readonly UnreportedFix[] => {
        if (statusOf(outcome) !== 'open' || isReported(subnet.id, requirement)) return [];
        const fix = findFixIn({ model, plan, facts }, { subnet }, [requirement])?.fix;
        return fix ? [{ requirement, subnet: subnet.name, because: whyLeft(fix) }] : [];
      }),
    );
}

/** True for a subnet that the user named, or if none is named. */
function isNamed(subnets: readonly ResourceId[] | undefined, id: ResourceId): boolean {
  return subnets?.some((one) => one.toLowerCase() === id.toLowerCase()) ?? true;
}

function whyLeft({ changes }: Fix): Reason {
  return reason(changes.some(isServiceChange) ? 'file.fix.ofService' : 'terminal.fix.elsewhere');
}
