import type { Governance } from '../core/governance';
import type { CheckResult, FlowResult, Outcome } from '../core/check-result';
import { valueOr } from '../core/known';
import { findSubnet, nameOf } from '../core/network/find';
import type { Direction, NetworkModel } from '../core/network/model';
import { knownTraits } from '../core/compute-kinds';
import type { PlanToCheck } from '../core/plan';
import { reason, type Reason } from '../core/reason';
import type { Flow } from '../core/reach/flow';
import type { KnownZones, WorkspaceServices } from '../core/services/services';
import { createTagCatalog, type TagCatalog } from '../core/tags/tag-catalog';
import { adviceOf, adviceWith, hostsAmong } from '../requirements/host-names';
import type { AppliesTo, SettingName, RequirementKind } from '../requirements/requirement';
import { applies, assumedPlan, requirementsFor, type ProfiledRequirement } from './applies';
import { evaluateFlow, isFlowAllowed, questionFor } from './evaluate-flow';
import { fillFlow, type FillContext } from './fill-flow';
import { checkRequiredFlows } from './check-required-flows';
import { checkHostNames } from './check-host-names';
import { inEveryRegion } from './in-every-region';
import { internetOnHttps } from './open-internet';
import { unknownResult, type SettingResult } from './setting-result';
import type { PlanContext } from './setting-context';
import { unfiltered } from './unfiltered';
import {
  isPlanSetting,
  isTrafficSetting,
  placeSettings,
  planSettings,
  trafficSettings,
} from './settings/settings';

/** State of Azure at a date: the check's third input besides network and plan. */
export interface CheckInput {
  /** Prefixes of the service tags of the plan's cloud, with their date. */
  readonly tags: TagCatalog;
  /**
   * Tag lists of other possible regions, if a region isn't stated. A result that holds for only one of them is unknown.
   */
  readonly otherTags?: readonly TagCatalog[];
  /**
   * True if there are more regions than these lists cover. A flow that is allowed in all of them may fail in another.
   */
  readonly isInSomeRegions?: boolean;
  /** Roles, locks, policies, and quotas at the plan's location. Only Azure reports them; a file never does. */
  readonly governance?: Governance;
  /** Services of the plan's workspace and the private DNS zones, if they were read. */
  readonly services?: WorkspaceServices;
  /** Hosts that the plan's workspace calls, from Azure's own list, if it was read. They replace Microsoft's table. */
  readonly hosts?: readonly string[];
  /** Set if reading is complete and it doesn't include the workspace's services. */
  readonly servicesNotRead?: true;
  /** Private DNS zones in the files, if the workspace's services weren't read. */
  readonly zones?: KnownZones;
  /** Whether only outcomes are needed, such as for thousands of subnets: without packets, traces, and shares. */
  readonly outcomesOnly?: true;
}

interface CheckArguments {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly facts: CheckInput;
}

/** Input for the check of a requirement. */
interface Case extends CheckArguments {
  readonly site: Site;
  /** Whether the whole internet is reachable on TCP 443. */
  readonly internetIsOpen: () => boolean;
  /**
   * Returns the same input with a requirement's assumptions about the plan. It is cached, because most requirements
   * with assumptions assume the same.
   */
  readonly assumed: (to: AppliesTo) => Case;
}

type FlowContext = FillContext & PlanContext;

/** Location of the compute resource. */
type Site =
  | { readonly is: 'subnet'; readonly context: FlowContext }
  /** The resource isn't in a user's subnet, so subnet requirements don't apply. */
  | { readonly is: 'elsewhere'; readonly because: Reason }
  | { readonly is: 'missing'; readonly because: Reason };

/**
 * Checks each requirement of the plan's profile and kind in its subnet, in the order of the catalog. It always returns
 * a result for each: unknown values and a missing subnet become results, too.
 */
export function checkSubnet(model: NetworkModel, plan: PlanToCheck, facts: CheckInput): CheckResult[] {
  return checkAmong(requirementsFor(plan), { model, plan, facts });
}

/**
 * Checks a copy of a network in which only rules of the subnet's NSG differ, with the same results as `checkSubnet`
 * apart from the number of earlier rules in traces.
 * @param isKept returns whether the result before the change stays, because the rules don't match any of the
 * requirement's flows
 */
export function checkChangedRules(
  { model, plan, facts }: CheckArguments,
  before: readonly CheckResult[],
  isKept: (requirement: string) => boolean,
): CheckResult[] {
  const regions = (resultsByRegion.get(before) ?? [before]).map(
    (results) => new Map(results.map((one) => [one.requirement, one])),
  );
  return checkAmong(requirementsFor(plan), { model, plan, facts }, (id, region) =>
    isKept(id) ? regions[region]?.get(id) : undefined,
  );
}

/** The results of each possible region, by the results that combine them. Some settings depend on those of flows. */
const resultsByRegion = new WeakMap<readonly CheckResult[], readonly (readonly CheckResult[])[]>();

/**
 * Checks requirements in each possible region.
 * @param kept returns a result that isn't checked again, by the number of the region
 */
function checkAmong(
  all: readonly ProfiledRequirement[],
  { model, plan, facts }: CheckArguments,
  kept: (requirement: string, region: number) => CheckResult | undefined = () => undefined,
): CheckResult[] {
  const { otherTags = [] } = facts;
  const own = checkInRegion(all, caseOf({ model, plan, facts }), (id) => kept(id, 0));
  if (isRegionKnown(facts)) return own;
  const same = new Map(
    all.flatMap((each, at) => {
      const result = own[at];
      return result && !dependsOnTags(each) ? [[each.requirement.id, result] as const] : [];
    }),
  );
  const others = otherTags.map((tags, at) =>
    checkInRegion(
      all,
      caseOf({ model, plan, facts: { ...facts, tags } }),
      (id) => same.get(id) ?? kept(id, at + 1),
    ),
  );
  const results = inEveryRegion(own, others, facts.isInSomeRegions);
  resultsByRegion.set(results, [own, ...others]);
  return results;
}

/** True if the result may differ with the meaning of a service tag. */
function dependsOnTags({ inProfile: { what } }: ProfiledRequirement): boolean {
  return what.is !== 'setting' || isTrafficSetting(what.setting);
}

function checkInRegion(
  all: readonly ProfiledRequirement[],
  one: Case,
  kept: (requirement: string) => CheckResult | undefined = () => undefined,
): CheckResult[] {
  const flows = all
    .filter(({ inProfile }) => inProfile.what.is === 'flows')
    .map((each) => kept(each.requirement.id) ?? checkOne(each, one, []));
  const found = new Map(flows.map((flow) => [flow.requirement, flow]));
  return all.map((each) => {
    const { id } = each.requirement;
    return found.get(id) ?? kept(id) ?? checkOne(each, one, flows);
  });
}

/**
 * Checks only the given flows and host names, with the same results as `checkSubnet`. The result of one doesn't depend
 * on another. Settings are omitted, because some of them depend on flows.
 */
export function checkNamedFlows(
  { model, plan, facts }: CheckArguments,
  ids: readonly string[],
): CheckResult[] {
  const { otherTags = [] } = facts;
  const all = requirementsFor(plan).filter(
    ({ requirement, inProfile: { what } }) => what.is !== 'setting' && ids.includes(requirement.id),
  );
  const [own = [], ...others] = [facts.tags, ...otherTags].map((tags) => {
    const one = caseOf({ model, plan, facts: { ...facts, tags } });
    return all.map((each) => checkOne(each, one, []));
  });
  return inEveryRegion(own, others, facts.isInSomeRegions);
}

/**
 * Traffic that a changed NSG rule must match to change the result of a requirement: one of the flows, any packet of a
 * direction, or anything.
 */
type FlowsOfRequirement = readonly Flow[] | Direction | 'anything';

/** True if the results of each possible region are known, which `checkChangedRules` needs. */
export function isKnownByRegion(results: readonly CheckResult[], facts: CheckInput): boolean {
  return isRegionKnown(facts) || resultsByRegion.has(results);
}

function isRegionKnown({ otherTags = [], isInSomeRegions }: CheckInput): boolean {
  return otherTags.length === 0 && isInSomeRegions !== true;
}

/**
 * Returns the flows by which the result of each requirement depends on the subnet's NSG, by the requirement's ID, in
 * the region of `facts.tags`.
 */
export function flowsByRequirement(input: CheckArguments): ReadonlyMap<string, FlowsOfRequirement> {
  const one = caseOf(input);
  return new Map(
    requirementsFor(input.plan).map((each) => [each.requirement.id, flowsOfRequirement(each, one)]),
  );
}

function flowsOfRequirement({ inProfile }: ProfiledRequirement, one: Case): FlowsOfRequirement {
  const { what, appliesTo } = inProfile;
  const applicable = applies(inProfile, one.plan);
  if (applicable.is === 'no') return [];
  // Host names are only called, and the tags that outbound rules name are excluded from their addresses.
  if (what.is === 'note') return 'Outbound';
  if (what.is === 'setting') return 'anything';
  const { site } = applicable.is === 'assumed' ? one.assumed(appliesTo) : one;
  if (site.is !== 'subnet') return [];
  return what.flows.flatMap((template) => {
    const filled = fillFlow(template, site.context);
    if (filled.is !== 'filled') return [];
    const remotes = filled.unread ? [...filled.remotes, filled.unread.within] : filled.remotes;
    return questionFor(filled.template, remotes, site.context).flow;
  });
}

/**
 * Checks only the given settings, which is fast enough for the rows of a list. Settings that depend on flows don't have
 * any.
 */
export function checkSettings(
  model: NetworkModel,
  plan: PlanToCheck,
  requirements: readonly string[],
): CheckResult[] {
  const tags = createTagCatalog({ cloud: plan.cloud, date: '', changeNumber: '', tags: new Map() });
  return checkNamedSettings({ model, plan, facts: { tags } }, requirements);
}

/** Checks only the given settings, with the facts besides network and plan. */
export function checkNamedSettings(
  { model, plan, facts }: CheckArguments,
  requirements: readonly string[],
): CheckResult[] {
  const one = caseOf({ model, plan, facts });
  return requirementsFor(plan)
    .filter(
      ({ requirement, inProfile }) =>
        requirements.includes(requirement.id) && inProfile.what.is === 'setting',
    )
    .map((each) => checkOne(each, one, []));
}

function caseOf({ model, plan, facts }: CheckArguments): Case {
  const site = siteOf(model, plan, facts);
  let isOpen: boolean | undefined;
  const internetIsOpen = (): boolean =>
    (isOpen ??= site.is === 'subnet' && isFlowAllowed(internetOnHttps, site.context));
  const cases = new Map<string, Case>();
  const assumed = (to: AppliesTo): Case => {
    const its = assumedPlan(to, plan);
    const key = `${valueOr(its.kind, '')} ${valueOr(its.publicIp, '')}`;
    const before = cases.get(key) ?? { ...baseCase, plan: its, site: withPlan(site, its) };
    cases.set(key, before);
    return before;
  };
  const baseCase: Case = { model, plan, facts, site, internetIsOpen, assumed };
  return baseCase;
}

function withPlan(site: Site, plan: PlanToCheck): Site {
  return site.is === 'subnet' ? { ...site, context: { ...site.context, plan } } : site;
}

function siteOf(model: NetworkModel, plan: PlanToCheck, facts: CheckInput): Site {
  const managed = plan.workspace.known ? plan.workspace.value.managedNetwork : plan.workspace;
  // An attached resource stays in its own network, even if other compute resources use a managed virtual network.
  if (!isAttached(plan) && managed.known && managed.value !== 'disabled') {
    return { is: 'elsewhere', because: reason('check.managed') };
  }
  if (plan.subnetId === null) return siteWithoutSubnet(plan);
  const place = findSubnet(model, plan.subnetId);
  return place
    ? { is: 'subnet', context: { model, plan, facts, tags: facts.tags, place } }
    : { is: 'missing', because: reason('check.subnetNotFound', { name: nameOf(plan.subnetId) }) };
}

function isAttached({ kind }: PlanToCheck): boolean {
  return knownTraits(kind).action === 'attach';
}

function siteWithoutSubnet(plan: PlanToCheck): Site {
  if (!isAttached(plan)) return { is: 'missing', because: reason('check.notChosen') };
  if (!plan.target) return { is: 'missing', because: reason('check.noTarget') };
  const { subnets } = plan.target;
  if (!subnets.known) return { is: 'missing', because: subnets.because };
  return subnets.value.length === 0
    ? { is: 'elsewhere', because: reason('check.outside') }
    : { is: 'missing', because: reason('check.notChosen') };
}

function checkOne(each: ProfiledRequirement, one: Case, flows: readonly CheckResult[]): CheckResult {
  const { inProfile } = each;
  if (one.site.is === 'elsewhere' && inProfile.appliesTo.network === 'own') {
    return bare(each, one, { is: 'not-applicable', because: one.site.because });
  }
  const applicable = applies(inProfile, one.plan);
  if (applicable.is === 'no') return bare(each, one, { is: 'not-applicable', because: applicable.because });
  if (applicable.is === 'yes') return checkApplicable(each, one, flows);
  return asHint(checkApplicable(each, one.assumed(inProfile.appliesTo), flows), applicable.assumptions);
}

/** Lowers a result to severity info if it applies only under assumptions, and adds these. */
function asHint(result: CheckResult, assumptions: readonly Reason[]): CheckResult {
  return { ...result, severity: 'info', assumptions: [...assumptions, ...result.assumptions] };
}

function checkApplicable(each: ProfiledRequirement, one: Case, flows: readonly CheckResult[]): CheckResult {
  const { what } = each.inProfile;
  if (what.is === 'note') return checkNote(each, what, one);
  if (what.is === 'setting' && isPlanSetting(what.setting)) {
    return withSetting(each, one, planSettings[what.setting](one));
  }
  const { site } = one;
  if (site.is !== 'subnet') return withSetting(each, one, unknownResult(site.because));
  const { context } = site;
  if (what.is === 'setting') {
    return withSetting(each, one, checkSubnetSetting(what.setting, context, flows));
  }
  const found = checkRequiredFlows(each.inProfile, what, context);
  if ('outcome' in found) return withSetting(each, one, found);
  return withFlow(each, one, found);
}

function checkSubnetSetting(
  setting: SettingName,
  context: FlowContext,
  flows: readonly CheckResult[],
): SettingResult {
  if (isPlanSetting(setting)) return planSettings[setting](context);
  const { model, plan, facts, tags, place } = context;
  if (!isTrafficSetting(setting)) return placeSettings[setting]({ model, plan, facts, place });
  return trafficSettings[setting]({
    model,
    plan,
    facts,
    place,
    tags,
    flows,
    checked: (id) => flows.find((flow) => flow.requirement === id),
    evaluateUnfiltered: (template) => evaluateFlow(template, unfiltered(context)),
  });
}

function checkNote(
  each: ProfiledRequirement,
  what: Extract<RequirementKind, { is: 'note' }>,
  one: Case,
): CheckResult {
  const { site } = one;
  const isOpen = what.unlessInternet && one.internetIsOpen();
  if (isOpen && !isAboutHosts(what)) {
    return bare(each, one, { is: 'not-applicable', because: reason('check.internetOpen') });
  }
  if (site.is !== 'subnet') return bare(each, one, { is: 'note', text: adviceFor(each, one) });
  const { context } = site;
  const found = checkHostNames(what, context, isOpen ? 'open' : 'limited');
  if (found) {
    const { answer, ...about } = found;
    return withFlow(each, one, { answer, about });
  }
  return bare(
    each,
    one,
    what.behindAppliance && leavesDirectly(what, context)
      ? { is: 'not-applicable', because: reason('check.appliance.none') }
      : { is: 'note', text: adviceFor(each, one) },
  );
}

/** True if hosts are shown as allowed while the internet is open. Notes about appliances aren't needed then. */
function isAboutHosts({ byName, behindAppliance }: Extract<RequirementKind, { is: 'note' }>): boolean {
  return byName !== undefined && behindAppliance !== true;
}

/** True if no route sends the traffic to an appliance or a gateway. Unknown routes may do so. */
function leavesDirectly({ byName }: Extract<RequirementKind, { is: 'note' }>, context: FillContext): boolean {
  if (!byName) return false;
  const { outcome } = evaluateFlow(byName, unfiltered(context));
  return outcome.is === 'allowed' || outcome.is === 'no-outbound-access';
}

interface FlowFound {
  readonly answer: FlowResult;
  readonly about: Pick<CheckResult, 'subject'> & Partial<Pick<CheckResult, 'severity' | 'advice'>>;
}

/** Returns the result of a flow. Thousands of subnets have these, so each is created at once. */
function withFlow(each: ProfiledRequirement, one: Case, { answer, about }: FlowFound): CheckResult {
  const { requirement, inProfile } = each;
  return {
    requirement: requirement.id,
    kind: kindOf(one),
    subnetId: subnetIdOf(one),
    group: requirement.group,
    severity: about.severity ?? inProfile.severity,
    level: inProfile.level,
    basis: inProfile.basis,
    effect: requirement.effect ?? 'fails',
    outcome: answer.outcome,
    subject: about.subject,
    packet: answer.packet,
    blocked: answer.blocked,
    allowed: answer.allowed,
    trace: answer.trace,
    assumptions: answer.assumptions,
    advice: about.advice ?? adviceFor(each, one),
  };
}

function withSetting(each: ProfiledRequirement, one: Case, answer: SettingResult): CheckResult {
  const { outcome, severity, assumptions = [] } = answer;
  // The text of a note comes from the setting's check, with the values that it found.
  const advice = outcome.is === 'note' && !outcome.by ? outcome.text : undefined;
  return bare(each, one, outcome, { severity, assumptions, advice });
}

function adviceFor({ requirement }: ProfiledRequirement, { plan, site, facts }: Case): Reason {
  const own = hostsAmong(facts.hosts ?? [], requirement.id, plan.cloud);
  if (own.length > 0) return adviceWith(requirement.id, own);
  const workspace = plan.workspace.known ? plan.workspace.value.location : plan.workspace;
  const location = site.is === 'subnet' ? site.context.place.network.location : workspace;
  return adviceOf(requirement.id, plan.cloud, valueOr(location, valueOr(workspace, '<region>')));
}

function kindOf({ plan }: Case): CheckResult['kind'] {
  return plan.kind.known ? plan.kind.value : null;
}

function subnetIdOf({ site }: Case): CheckResult['subnetId'] {
  return site.is === 'subnet' ? site.context.place.subnet.id : null;
}

/** Values of a setting's check besides its outcome. */
interface Stated {
  readonly severity: CheckResult['severity'] | undefined;
  readonly assumptions: readonly Reason[];
  readonly advice: Reason | undefined;
}

const nothingStated: Stated = { severity: undefined, assumptions: [], advice: undefined };

/** Returns a result without a flow. */
function bare(
  each: ProfiledRequirement,
  one: Case,
  ...[outcome, stated = nothingStated]: [Outcome, Stated?]
): CheckResult {
  const { requirement, inProfile } = each;
  return {
    requirement: requirement.id,
    kind: kindOf(one),
    subnetId: subnetIdOf(one),
    group: requirement.group,
    severity: stated.severity ?? inProfile.severity,
    level: inProfile.level,
    basis: inProfile.basis,
    effect: requirement.effect ?? 'fails',
    outcome,
    subject: null,
    packet: null,
    blocked: [],
    allowed: [],
    trace: [],
    assumptions: stated.assumptions,
    advice: stated.advice ?? adviceFor(each, one),
  };
}
