import type { FlowResult, CheckResult, Outcome } from '../core/check-result';
import { knownTraits } from '../core/compute-kinds';
import { valueOr } from '../core/known';
import { findSubnet, nameOf } from '../core/network/find';
import type { Direction, NetworkModel } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import type { Flow } from '../core/reach/flow';
import { reason, type Reason } from '../core/reason';
import type { TagCatalog } from '../core/tags/tag-catalog';
import { adviceOf, adviceWith, hostsAmong } from '../requirements/host-names';
import type { AppliesTo, RequirementKind, SettingName } from '../requirements/requirement';
import { applies, assumedPlan, type ProfiledRequirement } from './applies';
import { checkHostNames } from './check-host-names';
import { checkRequiredFlows } from './check-required-flows';
import { evaluateFlow, isFlowAllowed, questionFor } from './evaluate-flow';
import { fillFlow, type FillContext } from './fill-flow';
import { internetOnHttps } from './open-internet';
import type { PlanContext, PlanFacts } from './setting-context';
import { unknownResult, type SettingResult } from './setting-result';
import {
  isPlanSetting,
  isTrafficSetting,
  placeSettings,
  planSettings,
  trafficSettings,
} from './settings/settings';
import { unfiltered } from './unfiltered';

/** Inputs that the requirements of a plan share in one possible region. */
export interface RegionInput {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly facts: PlanFacts & { readonly tags: TagCatalog };
}

/** Input for the check of a requirement. */
export interface RequirementInput extends RegionInput {
  readonly site: Site;
  /** Whether the whole internet is reachable on TCP 443. */
  readonly internetIsOpen: () => boolean;
  /**
   * Returns the same input with a requirement's assumptions about the plan. It is cached, because most requirements
   * with assumptions assume the same.
   */
  readonly assumed: (to: AppliesTo) => RequirementInput;
}

type FlowContext = FillContext & PlanContext;

/** Location of the compute resource. */
type Site =
  | { readonly is: 'subnet'; readonly context: FlowContext }
  /** The resource isn't in a user's subnet, so subnet requirements don't apply. */
  | { readonly is: 'elsewhere'; readonly because: Reason }
  | { readonly is: 'missing'; readonly because: Reason };

/**
 * Traffic that a changed NSG rule must match to change the result of a requirement: one of the flows, any packet of a
 * direction, or anything.
 */
export type FlowsOfRequirement = readonly Flow[] | Direction | 'anything';

/** Returns the input for the requirements of a plan. */
export function requirementInput({ model, plan, facts }: RegionInput): RequirementInput {
  const site = siteOf(model, plan, facts);
  let isOpen: boolean | undefined;
  const internetIsOpen = (): boolean =>
    (isOpen ??= site.is === 'subnet' && isFlowAllowed(internetOnHttps, site.context));
  const cases = new Map<string, RequirementInput>();
  const assumed = (to: AppliesTo): RequirementInput => {
    const its = assumedPlan(to, plan);
    const key = `${valueOr(its.kind, '')} ${valueOr(its.publicIp, '')}`;
    const before = cases.get(key) ?? { ...baseCase, plan: its, site: withPlan(site, its) };
    cases.set(key, before);
    return before;
  };
  const baseCase: RequirementInput = { model, plan, facts, site, internetIsOpen, assumed };
  return baseCase;
}

function withPlan(site: Site, plan: PlanToCheck): Site {
  return site.is === 'subnet' ? { ...site, context: { ...site.context, plan } } : site;
}

function siteOf(model: NetworkModel, plan: PlanToCheck, facts: RegionInput['facts']): Site {
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

/** Returns the traffic by which the result of a requirement depends on the NSG of the subnet. */
export function flowsOfRequirement(
  { inProfile }: ProfiledRequirement,
  one: RequirementInput,
): FlowsOfRequirement {
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
 * Checks a requirement.
 * @param flows results of flows, on which some settings depend
 */
export function checkRequirement(
  each: ProfiledRequirement,
  one: RequirementInput,
  flows: readonly CheckResult[],
): CheckResult {
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

function checkApplicable(
  each: ProfiledRequirement,
  one: RequirementInput,
  flows: readonly CheckResult[],
): CheckResult {
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
  return toCheckResult(each, one, found);
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
  one: RequirementInput,
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
    return toCheckResult(each, one, { answer, about });
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
  readonly about: Pick<CheckResult, 'subject'> & {
    readonly severity?: CheckResult['severity'] | undefined;
    readonly advice?: Reason | undefined;
  };
}

/** Creates a result. Thousands of subnets have these, so each is created at once. */
function toCheckResult(
  each: ProfiledRequirement,
  one: RequirementInput,
  { answer, about }: FlowFound,
): CheckResult {
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

function withSetting(each: ProfiledRequirement, one: RequirementInput, answer: SettingResult): CheckResult {
  const { outcome, severity, assumptions = [] } = answer;
  // The text of a note comes from the setting's check, with the values that it found.
  const advice = outcome.is === 'note' && !outcome.by ? outcome.text : undefined;
  return bare(each, one, outcome, { severity, assumptions, advice });
}

function adviceFor({ requirement }: ProfiledRequirement, { plan, site, facts }: RequirementInput): Reason {
  const own = hostsAmong(facts.hosts ?? [], requirement.id, plan.cloud);
  if (own.length > 0) return adviceWith(requirement.id, own);
  const workspace = plan.workspace.known ? plan.workspace.value.location : plan.workspace;
  const location = site.is === 'subnet' ? site.context.place.network.location : workspace;
  return adviceOf(requirement.id, plan.cloud, valueOr(location, valueOr(workspace, '<region>')));
}

function kindOf({ plan }: RequirementInput): CheckResult['kind'] {
  return plan.kind.known ? plan.kind.value : null;
}

function subnetIdOf({ site }: RequirementInput): CheckResult['subnetId'] {
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
  one: RequirementInput,
  ...[outcome, stated = nothingStated]: [Outcome, Stated?]
): CheckResult {
  const { severity, assumptions, advice } = stated;
  return toCheckResult(each, one, {
    answer: { outcome, packet: null, blocked: [], allowed: [], trace: [], assumptions },
    about: { subject: null, severity, advice },
  });
}
