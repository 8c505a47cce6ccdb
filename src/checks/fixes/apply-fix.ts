import {
  isPutBack,
  isServiceStep,
  type EndpointStep,
  type Fix,
  type FixStep,
  type NewRoute,
  type NewRule,
} from '../../core/fix';
import { endpointAddressCount } from '../../core/azure-facts/endpoint-addresses';
import { known, mapKnown, unknown } from '../../core/known';
import { sameId, nameOf } from '../../core/network/find';
import type {
  NetworkModel,
  PrivateEndpoint,
  ResourceId,
  Route,
  RouteTable,
  SecurityGroup,
  SecurityRule,
  Subnet,
} from '../../core/network/model';
import { reason } from '../../core/reason';
import { locationOfRegion } from '../../core/unstated-region';

/** The network as it will be once the fix is applied; `model` itself is left as it is. */
export function applyFix(model: NetworkModel, { steps }: Pick<Fix, 'steps'>): NetworkModel {
  const left = steps.filter((step, at) => !steps.slice(at + 1).some((later) => isPutBack(later, step)));
  return left.reduce(applyStep, model);
}

function applyStep(model: NetworkModel, step: FixStep): NetworkModel {
  if (step.do === 'connect' || step.do === 'disconnect') return changeEndpoints(model, step);
  // What else is beside the network stands in the facts (`applyToFacts`).
  if (isServiceStep(step)) return model;
  return step.do === 'insert' || step.do === 'remove'
    ? changeEntries(model, step)
    : changeResource(model, step);
}

function changeEntries(
  model: NetworkModel,
  step: Extract<FixStep, { do: 'insert' | 'remove' }>,
): NetworkModel {
  switch (step.do) {
    case 'insert':
      return step.what === 'rule'
        ? changeGroup(model, step.into, (rules) => withEntry(rules, step.rule, ruleOf))
        : changeTable(model, step.into, (routes) => withEntry(routes, step.route, routeOf));
    case 'remove':
      return step.what === 'rule'
        ? changeGroup(model, step.from, (rules) => withoutNamed(rules, step.name))
        : changeTable(model, step.from, (routes) => withoutNamed(routes, step.name));
  }
}

function changeResource(
  model: NetworkModel,
  step: Extract<FixStep, { do: 'create' | 'attach' | 'detach' | 'set' | 'delete' }>,
): NetworkModel {
  switch (step.do) {
    case 'create':
      return create(model, step);
    case 'attach':
      return attach(model, step);
    case 'detach':
      return detach(model, step);
    case 'set':
      return changeSubnet(model, step.at, (subnet) => ({ ...subnet, [step.property]: known(step.value) }));
    case 'delete':
      return remove(model, step);
  }
}

function changeGroup(
  model: NetworkModel,
  id: ResourceId,
  change: (rules: readonly SecurityRule[]) => readonly SecurityRule[],
): NetworkModel {
  const securityGroups = model.securityGroups.map((group) =>
    sameId(group.id, id) ? changedGroup(group, change) : group,
  );
  return { ...model, securityGroups };
}

function changedGroup(
  group: SecurityGroup,
  change: (rules: readonly SecurityRule[]) => readonly SecurityRule[],
): SecurityGroup {
  const { addedRules } = group;
  const added = addedRules ? { addedRules: change(addedRules) } : {};
  return { ...group, rules: mapKnown(group.rules, change), ...added };
}

function changeTable(
  model: NetworkModel,
  id: ResourceId,
  change: (routes: readonly Route[]) => readonly Route[],
): NetworkModel {
  const routeTables = model.routeTables.map((table) =>
    sameId(table.id, id) ? { ...table, routes: mapKnown(table.routes, change) } : table,
  );
  return { ...model, routeTables };
}

interface Named {
  readonly name: string;
  readonly index?: number;
}

/** An entry of that name keeps its place, as it does in Azure and in a file; a new one is the last. */
function withEntry<T extends Named, New extends Named>(
  all: readonly T[],
  entry: New,
  made: (entry: New, index: number) => T,
): readonly T[] {
  const old = all.findIndex(({ name }) => sameId(name, entry.name));
  return old < 0 ? [...all, made(entry, all.length)] : all.with(old, made(entry, all[old]?.index ?? old));
}

function withoutNamed<T extends { readonly name: string }>(all: readonly T[], name: string): readonly T[] {
  return all.filter((one) => one.name.toLowerCase() !== name.toLowerCase());
}

function ruleOf(rule: NewRule, index: number): SecurityRule {
  return {
    name: rule.name,
    priority: known(rule.priority),
    direction: known(rule.direction),
    access: known(rule.access),
    protocol: known(rule.protocol),
    sources: known(rule.sources),
    destinations: known(rule.destinations),
    sourcePorts: known(['*']),
    destinationPorts: known(rule.destinationPorts),
    sourceApplicationGroups: [],
    destinationApplicationGroups: [],
    index,
  };
}

function routeOf(route: NewRoute, index: number): Route {
  return {
    name: route.name,
    destination: known(route.destination),
    nextHop: known(route.nextHop),
    nextHopAddress: known(route.nextHopAddress),
    index,
  };
}

type Create = Extract<FixStep, { do: 'create' }>;

/** A new resource as Azure makes it, empty; a public IP address is only counted at its gateway. */
function create(model: NetworkModel, step: Create): NetworkModel {
  const common = {
    id: step.id,
    name: nameOf(step.id),
    location: locationOfRegion(step.location, reason('document.noLocation')),
  };
  switch (step.what) {
    case 'securityGroup': {
      const group: SecurityGroup = { ...common, rules: known([]), usedBy: known([]) };
      return { ...model, securityGroups: [...model.securityGroups, group] };
    }
    case 'routeTable': {
      const table: RouteTable = {
        ...common,
        routes: known([]),
        disableBgpRoutePropagation: known(false),
        usedBy: known([]),
      };
      return { ...model, routeTables: [...model.routeTables, table] };
    }
    case 'natGateway': {
      const gateway = { ...common, sku: known(step.sku ?? 'Standard'), publicAddresses: known(0) };
      return { ...model, natGateways: [...model.natGateways, gateway] };
    }
    case 'publicIpAddress':
      return model;
  }
}

function remove(model: NetworkModel, { id }: Extract<FixStep, { do: 'delete' }>): NetworkModel {
  const without = <T extends { readonly id: ResourceId }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => !sameId(one.id, id));
  return {
    ...model,
    securityGroups: without(model.securityGroups),
    routeTables: without(model.routeTables),
    natGateways: without(model.natGateways),
  };
}

type Attach = Extract<FixStep, { do: 'attach' }>;
type Detach = Extract<FixStep, { do: 'detach' }>;

function attach(model: NetworkModel, { what, id, to }: Attach): NetworkModel {
  if (what === 'publicIpAddress') return countAddress(model, to, 1);
  const attached = changeSubnet(model, to, (subnet) => ({ ...subnet, [what]: known(id) }));
  return changeUsers(attached, id, (users) => [...users, to]);
}

function detach(model: NetworkModel, { what, id, from }: Detach): NetworkModel {
  if (what === 'publicIpAddress') return countAddress(model, from, -1);
  const detached = changeSubnet(model, from, (subnet) => ({ ...subnet, [what]: known(null) }));
  return changeUsers(detached, id, (users) => users.filter((one) => !sameId(one, from)));
}

function countAddress(model: NetworkModel, gatewayId: ResourceId, by: 1 | -1): NetworkModel {
  const natGateways = model.natGateways.map((one) =>
    sameId(one.id, gatewayId)
      ? { ...one, publicAddresses: mapKnown(one.publicAddresses, (n) => n + by) }
      : one,
  );
  return { ...model, natGateways };
}

/** Who uses a group or table changes with the subnet that names it. */
function changeUsers(
  model: NetworkModel,
  id: ResourceId,
  change: (users: readonly ResourceId[]) => readonly ResourceId[],
): NetworkModel {
  const changed = <T extends SecurityGroup | RouteTable>(all: readonly T[]): readonly T[] =>
    all.map((one) => (sameId(one.id, id) ? { ...one, usedBy: mapKnown(one.usedBy, change) } : one));
  return {
    ...model,
    securityGroups: changed(model.securityGroups),
    routeTables: changed(model.routeTables),
  };
}

/** A new endpoint takes addresses that Azure chooses; it counts as approved, since otherwise nothing is fixed. */
function changeEndpoints(model: NetworkModel, step: EndpointStep): NetworkModel {
  const { id, subnet: subnetId, target, group } = step;
  const isNew = step.do === 'connect';
  const made: PrivateEndpoint = {
    id,
    name: nameOf(id),
    subnetId,
    targetId: target,
    groups: [group],
    addresses: unknown(reason('unknown.notRead', { name: nameOf(id) })),
  };
  const privateEndpoints = mapKnown(model.privateEndpoints, (all) =>
    isNew ? [...all, made] : all.filter((one) => !sameId(one.id, id)),
  );
  const by = isNew ? endpointAddressCount(group) : -endpointAddressCount(group);
  return changeSubnet({ ...model, privateEndpoints }, subnetId, (subnet) => ({
    ...subnet,
    addressesInUse: mapKnown(subnet.addressesInUse, (n) => Math.max(0, n + by)),
  }));
}

function changeSubnet(model: NetworkModel, id: ResourceId, change: (subnet: Subnet) => Subnet): NetworkModel {
  const virtualNetworks = model.virtualNetworks.map((network) => ({
    ...network,
    subnets: network.subnets.map((subnet) => (sameId(subnet.id, id) ? change(subnet) : subnet)),
  }));
  return { ...model, virtualNetworks };
}
