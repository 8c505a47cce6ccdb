import type { Fix, FixStep, NewRoute, NewRule } from '../../core/fix';
import { known, mapKnown, type Known } from '../../core/known';
import { sameId, nameOf } from '../../core/network/find';
import type {
  NetworkModel,
  ResourceId,
  Route,
  RouteTable,
  SecurityGroup,
  SecurityRule,
  Subnet,
} from '../../core/network/model';

/** The network as it will be once the fix is applied; `model` itself is left as it is. */
export function applyFix(model: NetworkModel, fix: Pick<Fix, 'steps'>): NetworkModel {
  return fix.steps.reduce(applyStep, model);
}

function applyStep(model: NetworkModel, step: FixStep): NetworkModel {
  switch (step.do) {
    case 'insert':
      return step.what === 'rule'
        ? changeGroup(model, step.into, (rules) => [...rules, ruleOf(step.rule, rules.length)])
        : changeTable(model, step.into, (routes) => [...routes, routeOf(step.route, routes.length)]);
    case 'remove':
      return step.what === 'rule'
        ? changeGroup(model, step.from, (rules) => withoutNamed(rules, step.name))
        : changeTable(model, step.from, (routes) => withoutNamed(routes, step.name));
    case 'create':
      return create(model, step);
    case 'attach':
      return attach(model, step);
    case 'set':
      return setProperty(model, step);
  }
}

function changeGroup(
  model: NetworkModel,
  id: ResourceId,
  change: (rules: readonly SecurityRule[]) => readonly SecurityRule[],
): NetworkModel {
  const securityGroups = model.securityGroups.map((group) =>
    sameId(group.id, id) ? { ...group, rules: mapKnown(group.rules, change) } : group,
  );
  return { ...model, securityGroups };
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
  const common = { id: step.id, name: nameOf(step.id), location: known(step.location) };
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
      const gateway = { ...common, sku: known('Standard'), publicAddresses: known(1) };
      return { ...model, natGateways: [...model.natGateways, gateway] };
    }
    case 'publicIpAddress':
      return model;
  }
}

type Attach = Extract<FixStep, { do: 'attach' }>;

function attach(model: NetworkModel, step: Attach): NetworkModel {
  return changeSubnet(model, step.to, (subnet) => ({ ...subnet, [step.what]: known(step.id) }));
}

function changeSubnet(model: NetworkModel, id: ResourceId, change: (subnet: Subnet) => Subnet): NetworkModel {
  const virtualNetworks = model.virtualNetworks.map((network) => ({
    ...network,
    subnets: network.subnets.map((subnet) => (sameId(subnet.id, id) ? change(subnet) : subnet)),
  }));
  return { ...model, virtualNetworks };
}

type SetProperty = Extract<FixStep, { do: 'set' }>;

/** Properties that a model holds under Azure's own name. */
const settable: Readonly<Record<string, (subnet: Subnet, value: SetProperty['value']) => Subnet>> = {
  defaultOutboundAccess: (subnet, value) => ({
    ...subnet,
    defaultOutboundAccess: booleanOf(value, subnet.defaultOutboundAccess),
  }),
};

function booleanOf(value: SetProperty['value'], before: Known<boolean | null>): Known<boolean | null> {
  return typeof value === 'boolean' ? known(value) : before;
}

function setProperty(model: NetworkModel, step: SetProperty): NetworkModel {
  const set = settable[step.property];
  return set ? changeSubnet(model, step.at, (subnet) => set(subnet, step.value)) : model;
}
