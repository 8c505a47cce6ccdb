import { endpointAddressCount } from '../../core/azure-facts/endpoint-addresses';
import type { Fix } from '../../core/fix';
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
import {
  associationsOf,
  createdParts,
  settingsOf,
  type Association,
  type CreatedPart,
  type NewRoute,
  type NewRule,
  type ResourceChange,
  type SettingChange,
} from '../../core/resource-change';
import type { EndpointChange } from '../../core/service-change';
import { stateOf } from '../../core/change';
import { locationOfRegion } from '../../core/unstated-region';

/** Returns the network after the fix is applied. `model` isn't modified. */
export function applyFix(model: NetworkModel, { changes }: Pick<Fix, 'changes'>): NetworkModel {
  return changes.reduce(applyChange, model);
}

function applyChange(model: NetworkModel, change: ResourceChange): NetworkModel {
  switch (change.type) {
    case 'rule':
      return changeGroup(model, change.id, (rules) => withEntry(rules, change, ruleOf));
    case 'route':
      return changeTable(model, change.id, (routes) => withEntry(routes, change, routeOf));
    case 'endpoint':
      return changeEndpoints(model, change);
    default:
      return changeResource(model, change);
  }
}

/** Applies a change. Resources outside of the network aren't in the model but in the facts (`applyToFacts`). */
function changeResource(model: NetworkModel, change: ResourceChange): NetworkModel {
  if (change.after === null) return remove(model, change.id);
  const created = createdParts([change]).reduce(create, model);
  const associated = associationsOf(change).reduce(associate, created);
  return settingsOf(change).reduce(set, associated);
}

function set(model: NetworkModel, { id, property, after }: SettingChange): NetworkModel {
  return changeSubnet(model, id, (subnet) => ({ ...subnet, [property]: known(after) }));
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

/** Replaces an entry in place, as in Azure and in a file. A new entry becomes the last. */
function withEntry<T extends Named, New extends Named>(
  all: readonly T[],
  change: { readonly before: Named | null; readonly after: New | null },
  newItem: (entry: New, index: number) => T,
): readonly T[] {
  const { after } = change;
  const { name } = stateOf(change);
  if (after === null) return all.filter((one) => !sameId(one.name, name));
  const old = all.findIndex((one) => sameId(one.name, name));
  return old < 0
    ? [...all, newItem(after, all.length)]
    : all.with(old, newItem(after, all[old]?.index ?? old));
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

/** Adds a new, empty resource, as Azure creates it. A public IP address is only counted at its NAT gateway. */
function create(model: NetworkModel, part: CreatedPart): NetworkModel {
  const common = {
    id: part.id,
    name: nameOf(part.id),
    location: locationOfRegion(part.location, reason('document.noLocation')),
  };
  switch (part.type) {
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
      const gateway = { ...common, sku: known(part.sku ?? 'Standard'), publicAddresses: known(0) };
      return { ...model, natGateways: [...model.natGateways, gateway] };
    }
    case 'publicIpAddress':
      return model;
  }
}

function remove(model: NetworkModel, id: ResourceId): NetworkModel {
  const without = <T extends { readonly id: ResourceId }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => !sameId(one.id, id));
  return {
    ...model,
    securityGroups: without(model.securityGroups),
    routeTables: without(model.routeTables),
    natGateways: without(model.natGateways),
  };
}

function associate(model: NetworkModel, { type, id, to, isAssociated }: Association): NetworkModel {
  if (type === 'publicIpAddress') return countAddress(model, to, isAssociated ? 1 : -1);
  const changed = changeSubnet(model, to, (subnet) => ({
    ...subnet,
    [type]: known(isAssociated ? id : null),
  }));
  return changeUsers(changed, id, (users) =>
    isAssociated ? [...users, to] : users.filter((one) => !sameId(one, to)),
  );
}

function countAddress(model: NetworkModel, gatewayId: ResourceId, by: 1 | -1): NetworkModel {
  const natGateways = model.natGateways.map((one) =>
    sameId(one.id, gatewayId)
      ? { ...one, publicAddresses: mapKnown(one.publicAddresses, (n) => n + by) }
      : one,
  );
  return { ...model, natGateways };
}

/** Updates the list of users of an NSG or route table after a subnet references another. */
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

/**
 * Adds a new endpoint, whose addresses Azure chooses. It counts as approved, because otherwise the fix wouldn't have an
 * effect.
 */
function changeEndpoints(model: NetworkModel, change: EndpointChange): NetworkModel {
  const { id, after } = change;
  const { subnet: subnetId, target: targetId, group } = stateOf(change);
  const newItem: PrivateEndpoint = {
    id,
    name: nameOf(id),
    subnetId,
    targetId,
    groups: [group],
    addresses: unknown(reason('unknown.notRead', { name: nameOf(id) })),
  };
  const privateEndpoints = mapKnown(model.privateEndpoints, (all) =>
    after ? [...all, newItem] : all.filter((one) => !sameId(one.id, id)),
  );
  const by = endpointAddressCount(group) * (after ? 1 : -1);
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
