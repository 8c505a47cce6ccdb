import { emptySet, rangeCount } from '../../core/addresses/interval-set';
import type { Fix, FixFlow } from '../../core/fix';
import { outcomeKind, statusOf, type FlowSubject, type CheckResult } from '../../core/check-result';
import { known, type Known } from '../../core/known';
import { findSubnet } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { PlanToCheck } from '../../core/plan';
import { checkSubnet } from '../check-subnet';
import { summarize, type Summary } from '../summary';
import { planForSubnet, publicIpOf } from '../target';
import { applyFix } from './apply-fix';
import { severityRank } from './severity-rank';
import type { FixInput } from './fix-input';
import { addedRoutes } from '../../core/resource-change';

/** Effect of a fix on another subnet that uses a changed resource. */
export interface OtherSubnet {
  readonly subnetId: ResourceId;
  /** Null, like `after`, if the model doesn't have the subnet, so that its results aren't known. */
  readonly before: Summary | null;
  readonly after: Summary | null;
  /** Requirements whose result changes. */
  readonly changed: readonly string[];
  /** Requirements among `changed` that become worse and stay open. */
  readonly worse: readonly string[];
  /** The flows of `worse`. */
  readonly closes: readonly FixFlow[];
  /**
   * Whether it was checked for compute resources without a public IP, which lose flows there that the planned one
   * doesn't.
   */
  readonly withoutPublicIp: boolean;
}

/** Part of a fix that states what changes, and for whom. */
export type SharedChange = Pick<Fix, 'changes' | 'alsoUsedBy'>;

/**
 * Returns the fix's effect on all other subnets of the changed resources, checked for the same plan. Routes are also
 * checked for compute resources without a public IP. A direct route to the internet isn't outbound access for them,
 * while an appliance may be.
 */
export function otherSubnetsAfter(input: FixInput, fix: SharedChange): readonly OtherSubnet[] {
  const changed = applyFix(input.model, fix);
  return fix.alsoUsedBy.map((subnetId) => {
    if (findSubnet(input.model, subnetId) === undefined) return unseen(subnetId);
    return plansFor(planForSubnet(input.plan, subnetId), fix)
      .map((plan) => effectOn(input, changed, { ...plan, subnetId }))
      .reduce((most, one) => (one.worse.length > most.worse.length ? one : most));
  });
}

type Plans = readonly [PlanToCheck, ...PlanToCheck[]];

function plansFor(plan: PlanToCheck, { changes }: SharedChange): Plans {
  const routes = addedRoutes(changes).length > 0;
  const isPrivate = isWithoutPublicIp(publicIpOf(plan));
  return routes && !isPrivate ? [plan, { ...plan, publicIp: known(false) }] : [plan];
}

function isWithoutPublicIp(publicIp: Known<boolean>): boolean {
  return publicIp.known && !publicIp.value;
}

function unseen(subnetId: ResourceId): OtherSubnet {
  return { subnetId, before: null, after: null, changed: [], worse: [], closes: [], withoutPublicIp: false };
}

function effectOn(
  input: FixInput,
  changed: NetworkModel,
  plan: PlanToCheck & { readonly subnetId: ResourceId },
): OtherSubnet {
  const before = checkSubnet(input.model, plan, input.facts);
  const after = checkSubnet(changed, plan, input.facts);
  const worse = after.filter((one, at) => isWorse(before[at], one));
  return {
    subnetId: plan.subnetId,
    before: summarize(before),
    after: summarize(after),
    changed: after.filter((one, at) => differs(before[at], one)).map((one) => one.requirement),
    worse: worse.map((one) => one.requirement),
    closes: worse.flatMap(({ subject }) => (subject ? [closedFlow(input, subject)] : [])),
    withoutPublicIp: isWithoutPublicIp(plan.publicIp) && !isWithoutPublicIp(publicIpOf(input.plan)),
  };
}

/**
 * True if the kind of result differs. The same kind with other values, such as another route within the limits, isn't a
 * change.
 */
function differs(before: CheckResult | undefined, after: CheckResult): boolean {
  return before === undefined || outcomeKind(before) !== outcomeKind(after);
}

function isWorse(before: CheckResult | undefined, { outcome }: CheckResult): boolean {
  return statusOf(outcome) === 'open' && severityRank(outcome) > (before ? severityRank(before.outcome) : 0);
}

function closedFlow({ facts }: FixInput, { direction, protocol, ports, remote }: FlowSubject): FixFlow {
  const ranges = remote.split(', ').map((one) => rangeCount(facts.tags.lookup(one) ?? emptySet) || 1);
  return { direction, protocol, ports, remote, ranges: ranges.reduce((sum, one) => sum + one, 0) };
}
