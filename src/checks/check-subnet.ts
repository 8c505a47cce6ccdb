import type { CheckResult } from '../core/check-result';
import type { NetworkModel } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import { createTagCatalog, type TagCatalog } from '../core/tags/tag-catalog';
import { requirementsFor, type ProfiledRequirement } from './applies';
import {
  checkRequirement,
  flowsOfRequirement,
  requirementInput,
  type FlowsOfRequirement,
  type RequirementInput,
} from './check-requirement';
import { inEveryRegion } from './in-every-region';
import type { PlanFacts } from './setting-context';
import { isTrafficSetting } from './settings/settings';

/** State of Azure at a date: the check's third input besides network and plan. */
export interface CheckInput extends PlanFacts {
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
}

interface CheckArguments {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly facts: CheckInput;
}

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
  const own = checkInRegion(all, requirementInput({ model, plan, facts }), (id) => kept(id, 0));
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
      requirementInput({ model, plan, facts: { ...facts, tags } }),
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
  one: RequirementInput,
  kept: (requirement: string) => CheckResult | undefined,
): CheckResult[] {
  const flows = all
    .filter(({ inProfile }) => inProfile.what.is === 'flows')
    .map((each) => kept(each.requirement.id) ?? checkRequirement(each, one, []));
  const found = new Map(flows.map((flow) => [flow.requirement, flow]));
  return all.map((each) => {
    const { id } = each.requirement;
    return found.get(id) ?? kept(id) ?? checkRequirement(each, one, flows);
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
    const one = requirementInput({ model, plan, facts: { ...facts, tags } });
    return all.map((each) => checkRequirement(each, one, []));
  });
  return inEveryRegion(own, others, facts.isInSomeRegions);
}

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
  const one = requirementInput(input);
  return new Map(
    requirementsFor(input.plan).map((each) => [each.requirement.id, flowsOfRequirement(each, one)]),
  );
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
  const one = requirementInput({ model, plan, facts });
  return requirementsFor(plan)
    .filter(
      ({ requirement, inProfile }) =>
        requirements.includes(requirement.id) && inProfile.what.is === 'setting',
    )
    .map((each) => checkRequirement(each, one, []));
}
