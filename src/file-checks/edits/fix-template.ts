import { missingPermissions, type FixPermission } from '../../core/fix-permissions';
import { type Severity, statusOf } from '../../core/check-result';
import type { ResourceId } from '../../core/network/model';
import { candidatesOf } from './fix-candidates';
import {
  attemptFixes,
  firstTested,
  reasonWithoutFix,
  testedEditsOfAll,
  type FirstTested,
  type TestedEdits,
} from './tested-edits';
import type { Proof } from './written-fix';
import type { FileWorld } from '../known-files';
import type { Problem } from '../problem';
import { problemKey } from '../problem-key';
import { problemsOf } from '../problems-of';
import { applyRules } from '../problem-rules';
import { withoutSuppressed } from '../suppressed';
import type { AnalysisResult } from '../analyze-file';
import { analyzedProof, makeEdits, withEditedTexts, type ProofOptions } from './analyzed-proof';
import type { Fix } from '../../core/fix';
import { reason, type Reason } from '../../core/reason';
import { isServiceChange } from '../../core/resource-change';
import { findFixIn } from '../check-files';

/** What became of a template and its modules. */
export interface FixedTemplate {
  /** New texts, by file; only of files that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was changed, in order. */
  readonly made: readonly TestedEdits[];
  /** What the changed texts come to. */
  readonly after: AnalysisResult;
  /** What is left, in no order. */
  readonly left: readonly UnfixedProblem[];
  /** Fixes that `check` shows of what no problem reports. */
  readonly unreported: readonly UnreportedFix[];
  /** Subnets weren't checked, because the files are beyond a limit. */
  readonly isCut: boolean;
}

/** A problem that stays, and why a fix of it wasn't made. */
export interface UnfixedProblem extends Pick<FirstTested, 'withheld' | 'because'> {
  readonly problem: Problem;
  /** A fix is known, and is made only where `hints` or a comment of the file doesn't leave it out. */
  readonly leftOut?: 'hint' | 'ignored';
}

/** More than any file needs; each round makes one proven fix. */
const mostRounds = 100;

/** Makes every fix that is proven and allowed, one after the other, each on the text that the one before left. */
export async function fixTemplate(
  root: string,
  world: FileWorld,
  options: FixTemplateOptions,
): Promise<FixedTemplate | undefined> {
  const texts = new Map<string, string>();
  const made: TestedEdits[] = [];
  const search = newSearch(options);
  for (let round = 0; ; round += 1) {
    const proof = await analyzedProof(root, withEditedTexts(world, texts), options);
    if (!proof) return undefined;
    const next = round < mostRounds ? await nextFix(proof, search) : undefined;
    if (next) {
      makeEdits(texts, proof, next.edits);
      made.push(next);
      continue;
    }
    if (retriesRefused(search, { round, made: made.length })) continue;
    const left = leftIn(proof, search);
    const { cut, leftOut } = proof.examined.check;
    const isCut = cut !== null || leftOut.length > 0;
    const after = proof.examined;
    return { texts, made, after, left, unreported: unreportedFixes(proof, left, options.subnets?.()), isCut };
  }
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
    madeBefore: 0,
  };
}

export interface FixTemplateOptions extends ProofOptions {
  /** Requirements that are only hints are fixed too: what that makes may open something that nobody needs. */
  readonly fixesHints: boolean;
  readonly allowed: readonly FixPermission[];
  /** The subnets that the user named; all that are checked where it's missing. */
  readonly subnets?: () => readonly ResourceId[] | undefined;
  /** Compute resources, by their IDs in small letters, that are checked in a subnet which another file declares. */
  readonly placed?: ReadonlySet<ResourceId>;
  /** By their keys, the problems that the user chose; every problem where it's missing. */
  readonly chosen?: ReadonlyMap<string, ChosenFix>;
}

/** How a problem that the user chose is fixed. */
export interface ChosenFix {
  /** What this fix may do, beside what is allowed to all. */
  readonly allowed: readonly FixPermission[];
  /** Which of the fixes that are known, as `attemptFixes` lists them; the first that is allowed where it's missing. */
  readonly attempt?: number;
}

interface Search extends Pick<
  FixTemplateOptions,
  'fixesHints' | 'allowed' | 'subnets' | 'placed' | 'chosen'
> {
  readonly attempted: Set<string>;
  /** Why a problem's fix wasn't made, by the problem's key. */
  readonly refused: Map<string, FirstTested>;
  /** Fixes that were made at the last attempt of what was refused. */
  madeBefore: number;
}

/**
 * Starts again with what was refused, which can be possible in the text that later fixes left: a second run must not find
 * more. What the user chose is numbered by the first text.
 */
function retriesRefused(
  search: Search,
  { round, made }: { readonly round: number; readonly made: number },
): boolean {
  const { chosen, refused, attempted, madeBefore } = search;
  if (chosen !== undefined || made === madeBefore || refused.size === 0 || round >= mostRounds) return false;
  search.madeBefore = made;
  attempted.clear();
  refused.clear();
  return true;
}

/**
 * The next fix that wasn't attempted in vain: words that are wrong and rules that are dead first, since what they leave open
 * may need no new rule then; all that is open in a subnet together; then what is left, one by one.
 */
async function nextFix(proof: Proof, search: Search): Promise<TestedEdits | undefined> {
  const problems = reported(proof, search);
  const findings = problems.filter(({ what }) => what.is === 'finding');
  return (
    (await firstOf(proof, findings, { search, phase: 'words' })) ??
    (await nextOfAll(proof, search)) ??
    (await firstOf(proof, problems, { search, phase: 'rest' }))
  );
}

async function nextOfAll(proof: Proof, search: Search): Promise<TestedEdits | undefined> {
  for (const subject of proof.examined.check.subjects) {
    const key = `all ${subject.subnet.id}`;
    if (search.attempted.has(key)) continue;
    search.attempted.add(key);
    const all = await testedEditsOfAll(proof, subject, {
      told: reported(proof, search).filter((one) => isPlain(search, one)),
      allowed: search.allowed,
    });
    if (all) return all;
  }
  return undefined;
}

/** True of a problem whose fix does no more than what is allowed to all, and is the first that is known. */
function isPlain({ chosen }: Search, problem: Problem): boolean {
  const its = chosen?.get(problemKey(problem));
  return its === undefined || (its.allowed.length === 0 && its.attempt === undefined);
}

async function firstOf(
  proof: Proof,
  problems: readonly Problem[],
  { search, phase }: { readonly search: Search; readonly phase: string },
): Promise<TestedEdits | undefined> {
  const { fixesHints, attempted, refused } = search;
  for (const problem of problems) {
    const key = `${phase} ${problem.place.file} ${problemKey(problem)}`;
    if (attempted.has(key) || (isHint(problem) && !fixesHints)) continue;
    attempted.add(key);
    const found = await firstChosen(proof, problem, search);
    if (found.proven) return found.proven;
    refused.set(problemKey(problem), found);
  }
  return undefined;
}

/** The fix that the user chose, or the first that is allowed. */
async function firstChosen(
  proof: Proof,
  problem: Problem,
  { allowed, chosen }: Search,
): Promise<FirstTested> {
  const its = chosen?.get(problemKey(problem));
  if (its?.attempt === undefined) {
    return firstTested(proof, problem, [...allowed, ...(its?.allowed ?? [])]);
  }
  const attempt = (await attemptFixes(proof, problem))[its.attempt];
  if (attempt?.is !== 'proven') return { because: attempt ? reasonWithoutFix([attempt]) : null };
  const isAllowed = missingPermissions(attempt.fix.changes, its.allowed).length === 0;
  return isAllowed ? { proven: attempt } : { withheld: attempt };
}

function isHint({ what, severity }: Problem): boolean {
  return what.is === 'result' && severity === 'info';
}

/** What counts: hints of default rules work as they are. */
function reported({ examined, files, options }: Proof, search: Meant): readonly Problem[] {
  return notSuppressed({ examined, files, options }, meant(examined.check, search));
}

/** What neither a comment nor the team's settings suppress. */
function notSuppressed(
  { examined, files, options }: Pick<Proof, 'examined' | 'files' | 'options'>,
  problems: readonly Problem[],
): readonly Problem[] {
  const here = withoutSuppressed(problems, (file) => files.textOf(file));
  const { reported: all, quiet } = applyRules(examined.check, here, options.rules);
  const isQuiet = new Set(quiet.map(problemKey));
  return all.filter((one) => one.severity !== 'hint' && !isQuiet.has(problemKey(one)));
}

type Meant = Pick<Search, 'subnets' | 'placed' | 'chosen'>;

function meant(check: Proof['examined']['check'], { subnets, placed, chosen }: Meant): readonly Problem[] {
  if (chosen) return problemsOf(check).filter((one) => chosen.has(problemKey(one)));
  const named = subnets?.();
  const isMeant = ({ subnetId, what, severity }: Problem): boolean => {
    if (what.is === 'elsewhere' && placed?.has(what.computeId.toLowerCase()) === true) return false;
    const isOfSubnet = what.is === 'result' || what.is === 'finding';
    return severity !== 'hint' && (!isOfSubnet || isNamed(named, subnetId));
  };
  return problemsOf(check).filter(isMeant);
}

function leftIn(proof: Proof, search: Search): readonly UnfixedProblem[] {
  const { check } = proof.examined;
  const all = meant(check, search);
  const here = notSuppressed(proof, all);
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

/** Severity of what ends the run with 1; what a comment of the file says to ignore ends no run. */
export function isLeftAt({ problem, leftOut }: UnfixedProblem, least: Severity): boolean {
  const grave = { error: 0, warning: 1, info: 2, hint: 3 } as const;
  return leftOut !== 'ignored' && grave[problem.severity] <= grave[least];
}

/** A fix that `check` shows and that no problem of the files stands for. */
interface UnreportedFix {
  readonly requirement: string;
  readonly subnet: string;
  readonly because: Reason;
}

/** Fixes of requirements that are open and left, and that no problem among `left` reports. */
function unreportedFixes(
  { examined: { check } }: Proof,
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

/** True of a subnet that the user named, or where none is named. */
function isNamed(subnets: readonly ResourceId[] | undefined, id: ResourceId): boolean {
  return subnets?.some((one) => one.toLowerCase() === id.toLowerCase()) ?? true;
}

function whyLeft({ changes }: Fix): Reason {
  return reason(changes.some(isServiceChange) ? 'file.fix.beside' : 'terminal.fix.elsewhere');
}
