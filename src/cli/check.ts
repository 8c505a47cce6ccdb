import { refinedIn } from '../checks/findings/finding-catalog';
import { findingsOfSubnet } from '../checks/findings/findings-of';
import { causesIn } from '../checks/causes-in';
import type { FixInput } from '../checks/fixes/fix-input';
import { checkSubnet, type CheckInput } from '../checks/check-subnet';
import { checkSubnetCached } from '../checks/check-subnet-cached';
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
import type { TestedEdits } from '../file-checks/edits/tested-edits';
import { factsOf } from '../file-checks/facts-of';
import { withinLimits, type Cut } from '../file-checks/work-budget';
import { foundProblemsFor, type FoundProblem } from './found-problems';
import { readyConditions } from './ready-conditions';
import type { SubnetSelection } from './choose-subnets';
import type { CheckOptions } from './options';
import type { CheckInputs } from './resources/to-inputs';
import type { Places, CheckSource } from './source';
import { isTemplate } from './templates';

/** What one subnet lets through, for one compute. */
export interface SubnetCheck extends Subject, AssumedPlan {
  readonly places: Places;
  readonly facts: CheckInput;
  readonly results: readonly CheckResult[];
  readonly summary: Summary;
  /** Under which assumptions it's ready: none where it is for every plan, null where it is for no plan. */
  readonly onlyIf: readonly Reason[] | null;
  /** Of open results those that have one; each is proven by itself. */
  readonly fixes: ReadonlyMap<string, Fix>;
  /** Titles of fixes that `fix` tests on the files alone, by requirement; missing where there are none. */
  readonly written?: ReadonlyMap<string, TestedEdits>;
  /** Those of all that is more than a hint in one, proven as a whole; null where they do not go together. */
  readonly fixAll: Fix | null;
  /** Fixes all that it can of what one component decides, tested as a whole; null where nothing can be. */
  readonly fixOfCause: (cause: Cause) => Fix | null;
  /** The networks that it was checked in. */
  readonly model: NetworkModel;
  /** Requirements that findings of its rules and routes report one by one. */
  readonly refined: ReadonlySet<string>;
  /** Requirements that comments in the files suppress: they are among the results, and aren't counted. */
  readonly ignored: ReadonlySet<string>;
  /** Requirements whose problems the baseline of the run knows: they fail no run. */
  readonly known?: ReadonlySet<string>;
}

/** Results of subnets, and what their groups and tables have. */
export interface Checked {
  readonly checks: readonly SubnetCheck[];
  readonly found: readonly FoundProblem[];
  /** Subnets that were not checked, since there are more than one run checks. */
  readonly leftOut: readonly Subject[];
}

/** Checks subnets of one source, each for every plan that is made for it. */
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

/** Why the files of a source aren't known whole; null where they are. */
export function cutOf(source: CheckSource): Cut | null {
  return isTemplate(source) ? source.proof.examined.check.cut : null;
}

function assumedOfRun({ isCloudAssumed }: CheckOptions): readonly Reason[] {
  return isCloudAssumed === true ? [reason('terminal.assumed.cloud.public', { option: '--cloud' })] : [];
}

/** What is assumed of the network itself, and of the order in which it's deployed. */
function assumedOf(
  { network, compute }: Subject & AssumedPlan,
  { noPeeringsSaid }: CheckInputs,
): readonly Reason[] {
  const saysNoPeerings = noPeeringsSaid.some((id) => sameId(id, network.id));
  return [
    ...(saysNoPeerings ? [reason('terminal.assumed.peerings', { name: network.name })] : []),
    // Of a compute of the files, the order is checked.
    ...(compute === null ? [reason('terminal.assumed.order')] : []),
  ];
}

function checkOf(
  subject: Subject,
  plan: AssumedPlan,
  input: FixInput & { readonly places: Places },
): SubnetCheck {
  const results = checkSubnetCached(input.model, input.plan, input.facts);
  return { ...checkWithout(subject, plan, { ...input, results }), ...fixesOf(input, subject, results) };
}

/** A subnet that is checked without fixes, and what its NSG and route table have. */
export interface PlainCheck {
  readonly check: SubnetCheck;
  readonly findings: readonly Finding[];
}

/**
 * Checks one subnet as `checkSourceSubnets` does, for each plan that is made for it, without a search for fixes: for
 * thousands of subnets.
 * @param source its model in the region of the options
 */
export function checkPlainly(
  { inputs, directed }: Pick<CheckSource, 'inputs' | 'directed'>,
  subject: Subject,
  { tags, options }: { readonly tags: TagCatalog; readonly options: CheckOptions },
): readonly PlainCheck[] {
  const { model } = inputs;
  const its = overridesFor(subject, options, directed);
  return plansOf({ inputs, chosen: subject, options: its }).map((one) => {
    const facts = factsOf(one.plan, { tags }, inputs);
    const results = checkSubnet(model, one.plan, facts);
    const assumed = [...assumedOfRun(options), ...one.assumed, ...assumedOf({ ...subject, ...one }, inputs)];
    const input = { model, plan: one.plan, facts, places: nowhere, results };
    return {
      check: { ...checkWithout(subject, { ...one, assumed }, input), ...noFixes },
      findings: findingsOfSubnet(model, one.plan, facts),
    };
  });
}

/** Where thousands of subnets are checked, no file is shown. */
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
  input: FixInput & Pick<SubnetCheck, 'places' | 'results'>,
): Omit<SubnetCheck, keyof Fixes> {
  const { results } = input;
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
    refined: refinedIn(findingsOfSubnet(input.model, input.plan, input.facts)),
    ignored: new Set(),
    model: input.model,
  };
}

function fixesOf(input: FixInput, subject: Subject, results: readonly CheckResult[]): Fixes {
  const open = results.filter(({ outcome }) => statusOf(outcome) === 'open');
  const found = open.flatMap(({ requirement }) => {
    const proven = findFixIn(input, subject, [requirement]);
    return proven ? [[requirement, proven.fix] as const] : [];
  });
  const counted = open.filter(({ severity }) => severity !== 'info').map(({ requirement }) => requirement);
  const fixes = new Map(found);
  const together = [...fixes.keys()].filter((id) => counted.includes(id));
  // Causes are asked again by rows, JSON, and counts. One alone is fixed by its own fix.
  const tested = new Map<string, Fix | null>();
  const fixOf = (ids: readonly string[]): Fix | null => {
    const [first = '', ...others] = ids;
    if (others.length === 0) return fixes.get(first) ?? null;
    const key = [...ids].sort().join();
    const before = tested.get(key);
    if (before !== undefined) return before;
    const fix = findFixIn(input, subject, ids)?.fix ?? null;
    tested.set(key, fix);
    return fix;
  };
  return {
    fixes,
    fixAll: fixOf(together),
    fixOfCause: ({ results }) =>
      fixOf(results.map(({ requirement }) => requirement).filter((one) => fixes.has(one))),
  };
}

/** Not what a comment ignores, nor what findings of rules and routes report by themselves. */
export function isReported({ ignored, refined, known }: SubnetCheck, { requirement }: CheckResult): boolean {
  return !ignored.has(requirement) && !refined.has(requirement) && known?.has(requirement) !== true;
}

const causesOfChecks = new WeakMap<SubnetCheck, readonly Cause[]>();

/** What decides in a subnet over what is reported of it: rows, counts, and JSON have the same. */
export function reportedCauses(check: SubnetCheck): readonly Cause[] {
  const before = causesOfChecks.get(check);
  if (before) return before;
  const causes = causesIn(
    check,
    check.results.filter((one) => isReported(check, one)),
  );
  causesOfChecks.set(check, causes);
  return causes;
}

const gravity: Readonly<Record<Severity | 'none', number>> = { info: 0, warning: 1, error: 2, none: 3 };

/** True where what a group or table has ends the run with 1. */
export function isFailingFinding({ finding }: FoundProblem, options: CheckOptions): boolean {
  return isAtLeastFailOn(finding, options);
}

/** True of what is as severe as what ends the run with 1. */
export function isAtLeastFailOn(
  { severity }: Pick<FoundProblem['finding'], 'severity'>,
  { failOn }: CheckOptions,
): boolean {
  return gravity[severity] >= gravity[failOn];
}

/** The ID under which a baseline knows that no plan is ready. */
export const planUnknown = 'plan-unknown';

/** True where what nobody said ends the run with 1: no plan is ready, or with `--strict` not every plan. */
export function isUnsaid({ onlyIf, known }: SubnetCheck, { allowUnknown, strict }: CheckOptions): boolean {
  if (onlyIf === null && known?.has(planUnknown) === true) return false;
  return !allowUnknown && (onlyIf === null || (strict && onlyIf.length > 0));
}

/**
 * True where a result ends the run with 1: open and severe enough, or a doubt about what must hold. DNS that nobody has
 * read only qualifies a result.
 */
export function isFinding(
  { outcome, severity, group }: CheckResult,
  { failOn, allowUnknown, strict }: CheckOptions,
): boolean {
  const standing = statusOf(outcome);
  if (standing === 'open') return gravity[severity] >= gravity[failOn];
  const mustHold = severity === 'error' && group !== 'names';
  return standing === 'unknown' && !allowUnknown && (mustHold || (strict && severity !== 'info'));
}
