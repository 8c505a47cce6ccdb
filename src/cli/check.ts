import { getOrCreate } from '../core/get-or-create';
import { refinedIn } from '../checks/findings/finding-catalog';
import { findingsOfSubnet } from '../checks/findings/findings-of';
import { causesIn } from '../checks/causes-in';
import type { FixInput } from '../checks/fixes/fix-input';
import { checkSubnet, type CheckInput } from '../checks/check-subnet';
import { checkSubnetCached } from '../checks/check-subnet-cached';
import { resultsIn } from '../file-checks/placeholder-subnet';
import { summarize, type Summary } from '../checks/summary';
import type { Cause } from '../core/cause';
import type { Finding } from '../core/finding';
import type { Fix } from '../core/fix';
import { statusOf, type CheckResult, type Severity } from '../core/check-result';
import { sameId } from '../core/network/find';
import type { NetworkModel } from '../core/network/model';
import { reason, type Reason } from '../core/reason';
import type { TagCatalog } from '../core/tags/tag-catalog';
import { plansOf, type AssumedPlan } from '../documents/subjects/subject-plans';
import type { Subject } from '../documents/subjects/subjects';
import { assumedOfFiles, findFixIn, inRegion, overridesFor } from '../file-checks/check-files';
import type { TestedEdits } from '../file-checks/edits/fix-attempt';
import { factsOf } from '../file-checks/facts-of';
import { withinLimits, type Cut } from '../file-checks/work-budget';
import { foundProblemsFor, type FoundProblem } from './found-problems';
import { readyConditions } from './ready-conditions';
import type { SubnetSelection } from './choose-subnets';
import type { CheckOptions } from './options';
import type { CheckInputs } from './resources/to-inputs';
import type { Places, CheckSource } from './source';
import { isTemplate } from './templates';

/** The results of one subnet, for one compute resource. */
export interface SubnetCheck extends Subject, AssumedPlan {
  readonly places: Places;
  readonly facts: CheckInput;
  readonly results: readonly CheckResult[];
  readonly summary: Summary;
  /** The assumptions under which it's ready: empty if it is for every plan, null if it isn't for any plan. */
  readonly onlyIf: readonly Reason[] | null;
  /** Fixes of open results by requirement, each tested separately. */
  readonly fixes: ReadonlyMap<string, Fix>;
  /** Fixes that `fix` tests only on the files, by requirement. Missing if there are none. */
  readonly written?: ReadonlyMap<string, TestedEdits>;
  /** The combined fix of everything that isn't just info, tested as a whole. Null if they can't be combined. */
  readonly fixAll: Fix | null;
  /** Returns a fix for as many results of one cause as possible, tested as a whole, or null if nothing can be fixed. */
  readonly fixOfCause: (cause: Cause) => Fix | null;
  /** The network model that it was checked in. */
  readonly model: NetworkModel;
  /** Requirements that findings of its rules and routes report one by one. */
  readonly refined: ReadonlySet<string>;
  /** Requirements that comments in the files suppress. They're included in the results, and aren't counted. */
  readonly ignored: ReadonlySet<string>;
  /** Requirements whose problems are in the run's baseline. They don't fail the run. */
  readonly known?: ReadonlySet<string>;
}

/** Results of subnets, and findings of their NSGs and route tables. */
export interface Checked {
  readonly checks: readonly SubnetCheck[];
  readonly found: readonly FoundProblem[];
  /** Subnets that weren't checked, because they exceed the limit of one run. */
  readonly leftOut: readonly Subject[];
}

/** Checks subnets of one source, each for each of its plans. */
export function checkSourceSubnets(
  given: CheckSource,
  { subjects, computes }: Pick<SubnetSelection, 'subjects' | 'computes'>,
  { tags, options }: { readonly tags: TagCatalog; readonly options: CheckOptions },
): Checked {
  const inputs = { ...given.inputs, model: inRegion(given.inputs.model, options.region) };
  const { places, directed } = given;
  const planned = subjects.flatMap((subject) =>
    plansOf({ inputs, chosen: subject, options: overridesFor(subject, options, directed) })
      .filter(({ compute }) => computes === undefined || computes.includes(compute ?? ''))
      .map((one) => ({ ...subject, ...one })),
  );
  const { model } = inputs;
  const { checked, leftOut } = withinLimits(model, planned, { cut: cutOf(given) });
  const checks = checked.map((one) => {
    const input = { model, plan: one.plan, facts: factsOf(one.plan, { tags }, inputs), places };
    const ofFiles = given.isTemplate ? assumedOfFiles(one, inputs) : [];
    const assumed = [...assumedOfRun(options), ...one.assumed, ...assumedOf(one, inputs), ...ofFiles];
    return { input, check: checkOf(one, { ...one, assumed }, input) };
  });
  return {
    checks: checks.map(({ check }) => check),
    found: foundProblemsFor(checks.map(({ input }) => input)),
    leftOut,
  };
}

/** Returns why the analysis of a source is incomplete, or null if it's complete. */
export function cutOf(source: CheckSource): Cut | null {
  return isTemplate(source) ? source.fixTest.analysis.check.cut : null;
}

function assumedOfRun({ isCloudAssumed }: CheckOptions): readonly Reason[] {
  return isCloudAssumed === true ? [reason('terminal.assumed.cloud.public', { option: '--cloud' })] : [];
}

/** Returns the assumptions about the network itself, and about its deployment order. */
function assumedOf(
  { network, compute }: Subject & AssumedPlan,
  { statedWithoutPeerings }: CheckInputs,
): readonly Reason[] {
  const statesNoPeerings = statedWithoutPeerings.some((id) => sameId(id, network.id));
  return [
    ...(statesNoPeerings ? [reason('terminal.assumed.peerings', { name: network.name })] : []),
    // For a compute resource in the files, the order is checked.
    ...(compute === null ? [reason('terminal.assumed.order')] : []),
  ];
}

function checkOf(
  subject: Subject,
  plan: AssumedPlan,
  input: FixInput & { readonly places: Places },
): SubnetCheck {
  const results = resultsIn(subject.subnet, checkSubnetCached(input.model, input.plan, input.facts));
  const findings = findingsOfSubnet(input.model, input.plan, input.facts);
  return {
    ...checkWithout(subject, plan, { ...input, results, findings }),
    ...fixesOf(input, subject, results),
  };
}

/**
 * Checks one plan in its subnet, without a search for fixes, and what the subnet's NSG and route table have.
 * @param subject the network that the workspace manages if no subnet is the user's to choose
 */
export function checkPlanned(subject: Subject, compute: string, { model, plan, facts }: FixInput): Checked {
  const results = checkSubnetCached(model, plan, facts);
  const findings = findingsOfSubnet(model, plan, facts);
  const input = { model, plan, facts, places: nowhere, results, findings };
  const check = { ...checkWithout(subject, { plan, compute, assumed: [] }, input), ...noFixes };
  const found = plan.subnetId === null ? [] : findings;
  return {
    checks: [check],
    found: found.map((finding) => ({ finding, fix: null, isTested: true, places: nowhere })),
    leftOut: [],
  };
}

/** A subnet that is checked without fixes, and the findings of its NSG and route table. */
export interface PlainCheck {
  readonly check: SubnetCheck;
  readonly findings: readonly Finding[];
}

/**
 * Checks one subnet like `checkSourceSubnets`, for each of its plans, without searching for fixes. It's for thousands
 * of subnets.
 * @param source its model has the region of the options
 */
export function checkPlainly(
  { inputs, directed }: Pick<CheckSource, 'inputs' | 'directed'>,
  subject: Subject,
  { tags, options }: { readonly tags: TagCatalog; readonly options: CheckOptions },
): readonly PlainCheck[] {
  const { model } = inputs;
  const its = overridesFor(subject, options, directed);
  return plansOf({ inputs, chosen: subject, options: its }).map((one) => {
    const facts = factsOf(one.plan, { tags, outcomesOnly: true }, inputs);
    const results = checkSubnet(model, one.plan, facts);
    const assumed = [...assumedOfRun(options), ...one.assumed, ...assumedOf({ ...subject, ...one }, inputs)];
    const findings = findingsOfSubnet(model, one.plan, facts);
    const input = { model, plan: one.plan, facts, places: nowhere, results, findings };
    return { check: { ...checkWithout(subject, { ...one, assumed }, input), ...noFixes }, findings };
  });
}

/** Used when thousands of subnets are checked, and files aren't shown. */
export const nowhere: Places = {
  ofDecider: () => null,
  ofFinding: () => null,
  ofSubnet: () => null,
  ofCause: () => null,
};

type Fixes = Pick<SubnetCheck, 'fixes' | 'fixAll' | 'fixOfCause'>;

const noFixes: Fixes = { fixes: new Map(), fixAll: null, fixOfCause: () => null };

function checkWithout(
  subject: Subject,
  plan: AssumedPlan,
  input: FixInput & Pick<SubnetCheck, 'places' | 'results'> & { readonly findings: readonly Finding[] },
): Omit<SubnetCheck, keyof Fixes> {
  const { results, findings } = input;
  const summary = summarize(results);
  const onlyIf = summary.ready ? readyConditions(input) : [];
  return {
    ...subject,
    ...plan,
    places: input.places,
    facts: input.facts,
    results,
    summary: onlyIf === null ? { ...summary, ready: false } : summary,
    onlyIf,
    refined: refinedIn(findings),
    ignored: new Set(),
    model: input.model,
  };
}

function fixesOf(input: FixInput, subject: Subject, results: readonly CheckResult[]): Fixes {
  const open = results.filter(({ outcome }) => statusOf(outcome) === 'open');
  const found = open.flatMap(({ requirement }) => {
    const testedFix = findFixIn(input, subject, [requirement]);
    return testedFix ? [[requirement, testedFix.fix] as const] : [];
  });
  const counted = open.filter(({ severity }) => severity !== 'info').map(({ requirement }) => requirement);
  const fixes = new Map(found);
  const together = [...fixes.keys()].filter((id) => counted.includes(id));
  // Cached, because rows, JSON, and counts request the fix of each cause. A single requirement is fixed by its own fix.
  const tested = new Map<string, Fix | null>();
  const fixOf = (ids: readonly string[]): Fix | null => {
    const [first = '', ...others] = ids;
    if (others.length === 0) return fixes.get(first) ?? null;
    const key = [...ids].sort().join();
    return getOrCreate(tested, key, () => findFixIn(input, subject, ids)?.fix ?? null);
  };
  return {
    fixes,
    fixAll: fixOf(together),
    fixOfCause: ({ results }) =>
      fixOf(results.map(({ requirement }) => requirement).filter((one) => fixes.has(one))),
  };
}

/**
 * Returns whether a result is reported: it isn't suppressed or in the baseline, and findings of rules and routes don't report
 * it.
 */
export function isReported({ ignored, refined, known }: SubnetCheck, { requirement }: CheckResult): boolean {
  return !ignored.has(requirement) && !refined.has(requirement) && known?.has(requirement) !== true;
}

const causesOfChecks = new WeakMap<SubnetCheck, readonly Cause[]>();

/** Returns the causes of the reported results of a subnet, the same for rows, counts, and JSON. */
export function reportedCauses(check: SubnetCheck): readonly Cause[] {
  return getOrCreate(causesOfChecks, check, () =>
    causesIn(
      check,
      check.results.filter((one) => isReported(check, one)),
    ),
  );
}

const severityOrder: Readonly<Record<Severity | 'none', number>> = { info: 0, warning: 1, error: 2, none: 3 };

/** True if a finding of an NSG or route table fails the run with exit code 1. */
export function isFailingFinding({ finding }: FoundProblem, options: CheckOptions): boolean {
  return isAtLeastFailOn(finding, options);
}

/** True if a severity is at least the one that fails the run with exit code 1. */
export function isAtLeastFailOn(
  { severity }: Pick<FoundProblem['finding'], 'severity'>,
  { failOn }: CheckOptions,
): boolean {
  return severityOrder[severity] >= severityOrder[failOn];
}

/** The ID in a baseline for the problem that no plan is ready. */
export const planUnknown = 'plan-unknown';

/**
 * True if missing settings fail the run with exit code 1: if no plan is ready, or with `--strict`, if not every plan
 * is.
 */
export function hasMissingSettings(
  { onlyIf, known }: SubnetCheck,
  { allowUnknown, strict }: CheckOptions,
): boolean {
  if (onlyIf === null && known?.has(planUnknown) === true) return false;
  return !allowUnknown && (onlyIf === null || (strict && onlyIf.length > 0));
}

/**
 * True if a result fails the run with exit code 1: it's open and severe enough, or a mandatory requirement is unknown.
 * An unknown DNS result only limits a result.
 */
export function isFinding(
  { outcome, severity, group }: CheckResult,
  { failOn, allowUnknown, strict }: CheckOptions,
): boolean {
  const standing = statusOf(outcome);
  if (standing === 'open') return severityOrder[severity] >= severityOrder[failOn];
  const isMandatory = severity === 'error' && group !== 'names';
  return standing === 'unknown' && !allowUnknown && (isMandatory || (strict && severity !== 'info'));
}
