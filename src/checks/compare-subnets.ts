import { parseAddressSet } from '../core/addresses/address-set';
import { setsOverlap } from '../core/addresses/interval-algebra';
import { equals } from '../core/addresses/interval-set';
import { outcomeKind, type CheckResult } from '../core/check-result';
import { known, valueOr } from '../core/known';
import { findSubnet, sameId } from '../core/network/find';
import type { Direction, NetworkModel, ResourceId, SecurityGroup, SecurityRule } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import { compareFlow, type StateChanges } from '../core/reach/compare';
import { firewallHostNames } from '../core/reach/firewall/through-firewall';
import type { Flow } from '../core/reach/flow';
import type { ReachQuery } from '../core/reach/reach';
import type { FixInput } from './fixes/fix-input';
import { checkSubnet } from './check-subnet';
import { publicIpOf } from './target';

/** A requirement whose result differs in the later state. */
export interface OutcomeChange {
  readonly before: CheckResult;
  readonly after: CheckResult;
}

/** Differences between two states of a subnet, such as Azure and a file. */
export interface SubnetComparison extends StateChanges {
  readonly outcomes: readonly OutcomeChange[];
  /** Flows are compared for the addresses that are in both states. */
  readonly addresses: AddressesOfBoth;
}

/** The subnet's addresses in both states: the same, some of them, or none. */
interface AddressesOfBoth {
  readonly shared: 'all' | 'some' | 'none' | 'unknown';
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface EarlierState {
  readonly model: NetworkModel;
  readonly subnetId: ResourceId;
}

/**
 * Compares two states of a subnet, which may have different IDs: every inbound and outbound packet, and every
 * requirement of the plan. The plan references the subnet of the later state.
 */
export function compareSubnets({ model, subnetId }: EarlierState, after: FixInput): SubnetComparison {
  const before = { ...after, model, plan: movedTo(after.plan, subnetId) };
  return {
    ...trafficChanges(before, after),
    outcomes: outcomeChanges(before, after),
    addresses: addressesOfBoth(before, after),
  };
}

/** Finds every packet of a subnet whose disposition differs in the later of two states. */
export function compareTraffic({ model, subnetId }: EarlierState, after: FixInput): StateChanges {
  return trafficChanges({ ...after, model, plan: movedTo(after.plan, subnetId) }, after);
}

function trafficChanges(before: FixInput, after: FixInput): StateChanges {
  const ways = (['Outbound', 'Inbound'] as const).map((direction) => {
    const flow = everything(direction, [before.model, after.model]);
    return compareFlow(reachQueryOf(before, flow), reachQueryOf(after, flow));
  });
  return {
    opens: ways.flatMap((way) => way.opens),
    closes: ways.flatMap((way) => way.closes),
    unknown: ways.flatMap((way) => way.unknown),
  };
}

/**
 * Returns the plan for a subnet in another state. A workspace that was in its subscription is in the new subscription,
 * too.
 */
function movedTo(plan: PlanToCheck, subnetId: ResourceId): PlanToCheck {
  const from = plan.subnetId === null ? undefined : subscriptionOf(plan.subnetId);
  const { workspace } = plan;
  if (!workspace.known || from === undefined || !sameId(subscriptionOf(workspace.value.id), from)) {
    return { ...plan, subnetId };
  }
  const id = `${subscriptionOf(subnetId)}${workspace.value.id.slice(from.length)}`;
  return { ...plan, subnetId, workspace: known({ ...workspace.value, id }) };
}

/** Returns `/subscriptions/…`, whatever expression is in place of its ID. */
function subscriptionOf(id: ResourceId): string {
  return id.split('/').slice(0, 3).join('/');
}

function addressesOfBoth(before: FixInput, after: FixInput): AddressesOfBoth {
  const [was, is] = [prefixesOf(before), prefixesOf(after)];
  const [then, now] = [parseAddressSet(was).set, parseAddressSet(is).set];
  const shared =
    was.length === 0 || is.length === 0
      ? 'unknown'
      : equals(then, now)
        ? 'all'
        : setsOverlap(then, now)
          ? 'some'
          : 'none';
  return { shared, before: was, after: is };
}

function prefixesOf({ model, plan }: FixInput): readonly string[] {
  const found = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  return found?.subnet.addressPrefixes.known ? found.subnet.addressPrefixes.value : [];
}

/**
 * Returns every packet that NSGs filter. If firewalls decide by name, it includes each host that a rule names, and all
 * others (`*`).
 */
function everything(direction: Direction, models: readonly NetworkModel[]): Flow {
  const remotes = ['0.0.0.0/0'];
  const except = unfilteredAddresses(direction, models);
  const flow: Flow = { direction, protocol: 'Any', ports: ['*'], remotes, except };
  const names = models.flatMap(({ firewalls }) => firewalls.flatMap(firewallHostNames));
  return names.length === 0 ? flow : { ...flow, names: ['*', ...new Set(names)] };
}

/**
 * Returns platform addresses that NSGs don't filter, unless a rule names their tag (network security groups overview,
 * 2025-07-15). The load balancer's probes come from the same host address, but NSGs do filter them.
 */
function unfilteredAddresses(direction: Direction, models: readonly NetworkModel[]): readonly string[] {
  const rules = models.flatMap(({ securityGroups }) => securityGroups.flatMap(rulesOf));
  const texts = rules.flatMap(({ sources, destinations }) => [sources, destinations]);
  const named = new Set(texts.flatMap((one) => valueOr(one, [])).map((text) => text.trim().toLowerCase()));
  return unfilteredByGroups
    .filter((one) => one[direction] && !named.has(one.tag))
    .map(({ address }) => address);
}

const unfilteredByGroups = [
  { address: '168.63.129.16', tag: 'azureplatformdns', Outbound: true, Inbound: false },
  { address: '169.254.169.254', tag: 'azureplatformimds', Outbound: true, Inbound: true },
];

function rulesOf({ rules }: SecurityGroup): readonly SecurityRule[] {
  return valueOr(rules, []);
}

function reachQueryOf({ model, plan, facts }: FixInput, flow: Flow): ReachQuery {
  if (plan.subnetId === null) throw new Error('There is no subnet to compare');
  return { model, subnetId: plan.subnetId, tags: facts.tags, publicIp: publicIpOf(plan), flow };
}

function outcomeChanges(before: FixInput, after: FixInput): readonly OutcomeChange[] {
  const was = new Map(
    checkSubnet(before.model, before.plan, before.facts).map((one) => [one.requirement, one] as const),
  );
  return checkSubnet(after.model, after.plan, after.facts).flatMap((one) => {
    const old = was.get(one.requirement);
    return old && outcomeKind(old) !== outcomeKind(one) ? [{ before: old, after: one }] : [];
  });
}
