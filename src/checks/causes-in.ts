import { known, mapKnown } from '../core/known';
import { statusOf, type CheckResult, type Decider } from '../core/check-result';
import type { Firewall } from '../core/network/firewall';
import { sameId } from '../core/network/find';
import type { NetworkModel, ResourceId } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import type { Cause } from '../core/cause';
import { causesOf, type ResultsBehind } from './causes';
import { checkNamedFlows, type CheckInput } from './check-subnet';
import { withoutNicGroup } from './target';

/** The input with which a subnet was checked. */
interface Checked {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly facts: CheckInput;
}

/**
 * Returns the causes of results that fail or aren't known in a subnet, each flow with the components behind its first
 * cause.
 * @param results of `checkSubnet` for the same input, without those that are suppressed
 */
export function causesIn(checked: Checked, results: readonly CheckResult[]): readonly Cause[] {
  return causesOf(results, resultsBehind(checked, results));
}

/** Maximum number of components shown for a flow, one behind the other. */
const mostBehind = 6;

/**
 * Finds what is behind the components that block flows first. It checks each flow again without its first component,
 * until it passes, or until the deciding component can't be removed (an appliance, missing outbound access, a default
 * of a firewall).
 * @param results of `checkSubnet` for the same input
 */
export function resultsBehind(checked: Checked, results: readonly CheckResult[]): ResultsBehind {
  const found = new Map<string, readonly CheckResult[]>();
  lookBehind(checked, results, { found, depth: 0 });
  return found;
}

interface Search {
  readonly found: Map<string, readonly CheckResult[]>;
  readonly depth: number;
}

function lookBehind(checked: Checked, results: readonly CheckResult[], { found, depth }: Search): void {
  if (depth === mostBehind) return;
  for (const [by, ids] of byBlocker(results)) {
    const without = withoutComponent(checked, by);
    if (!without) continue;
    const next = checkNamedFlows(without, ids).filter(stopsOrDepends);
    for (const one of next) found.set(one.requirement, [...(found.get(one.requirement) ?? []), one]);
    lookBehind(without, next, { found, depth: depth + 1 });
  }
}

function stopsOrDepends({ outcome }: CheckResult): boolean {
  return statusOf(outcome) === 'open' || outcome.is === 'forwarded';
}

/** Groups the IDs of the flows by the component that blocks them. */
function byBlocker(results: readonly CheckResult[]): Iterable<readonly [Decider, readonly string[]]> {
  const groups = new Map<string, readonly [Decider, string[]]>();
  for (const { requirement, subject, outcome } of results) {
    if (subject === null || (outcome.is !== 'blocked' && outcome.is !== 'partly-blocked')) continue;
    const key = JSON.stringify(outcome.by);
    const group = groups.get(key);
    if (group) group[1].push(requirement);
    else groups.set(key, [outcome.by, [requirement]]);
  }
  return groups.values();
}

/** Returns the same network without a rule or route; null if the component can't be removed. */
function withoutComponent(checked: Checked, by: Decider): Checked | null {
  const { model, plan } = checked;
  switch (by.kind) {
    case 'rule':
      if (by.level === 'network-manager') return { ...checked, model: withoutAdminRule(model, by) };
      if (!by.isDefault) return { ...checked, model: withoutRule(model, by) };
      return by.level === 'subnet'
        ? { ...checked, model: withoutGroup(model, plan.subnetId) }
        : { ...checked, plan: withoutNicGroup(plan) };
    case 'firewall-rule':
      return by.isDefault ? null : { ...checked, model: withoutFirewallRule(model, by) };
    case 'route':
      return by.tableId === null ? null : { ...checked, model: withoutRoute(model, by.tableId, by.name) };
  }
}

interface NamedIn {
  readonly groupId: ResourceId;
  readonly name: string;
}

function withoutRule(model: NetworkModel, { groupId, name }: NamedIn): NetworkModel {
  const securityGroups = model.securityGroups.map((group) =>
    sameId(group.id, groupId)
      ? { ...group, rules: mapKnown(group.rules, (rules) => rules.filter((one) => !sameId(one.name, name))) }
      : group,
  );
  return { ...model, securityGroups };
}

function withoutAdminRule(model: NetworkModel, { groupId, name }: NamedIn): NetworkModel {
  const virtualNetworks = model.virtualNetworks.map((network) => {
    if (!network.adminRules) return network;
    const adminRules = mapKnown(network.adminRules, (rules) =>
      rules.filter((one) => !sameId(one.configurationId, groupId) || !sameId(one.name, name)),
    );
    return { ...network, adminRules };
  });
  return { ...model, virtualNetworks };
}

function withoutRoute(model: NetworkModel, tableId: ResourceId, name: string): NetworkModel {
  const routeTables = model.routeTables.map((table) =>
    sameId(table.id, tableId)
      ? {
          ...table,
          routes: mapKnown(table.routes, (routes) => routes.filter((one) => !sameId(one.name, name))),
        }
      : table,
  );
  return { ...model, routeTables };
}

/** Returns the same network with no NSG on the subnet. */
export function withoutGroup(model: NetworkModel, subnetId: ResourceId | null): NetworkModel {
  if (subnetId === null) return model;
  const virtualNetworks = model.virtualNetworks.map((network) => ({
    ...network,
    subnets: network.subnets.map((one) =>
      sameId(one.id, subnetId) ? { ...one, securityGroup: known(null) } : one,
    ),
  }));
  return { ...model, virtualNetworks };
}

type InFirewall = Extract<Decider, { kind: 'firewall-rule' }>;

function withoutFirewallRule(model: NetworkModel, by: InFirewall): NetworkModel {
  const firewalls = model.firewalls.map((firewall) =>
    sameId(firewall.id, by.firewallId) ? cutFirewall(firewall, by) : firewall,
  );
  return { ...model, firewalls };
}

function cutFirewall(firewall: Firewall, { writtenIn, collection, name }: InFirewall): Firewall {
  const policies = mapKnown(firewall.policies, (all) =>
    all.map((policy) => ({
      ...policy,
      groups: mapKnown(policy.groups, (groups) =>
        groups.map((group) => ({
          ...group,
          collections: mapKnown(group.collections, (collections) =>
            collections.map((one) =>
              sameId(group.id, writtenIn) && sameId(one.name, collection)
                ? {
                    ...one,
                    rules: mapKnown(one.rules, (rules) => rules.filter((each) => each.name !== name)),
                  }
                : one,
            ),
          ),
        })),
      ),
    })),
  );
  return { ...firewall, policies };
}
