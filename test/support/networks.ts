import { known, valueOr, type Known } from '../../src/core/known';
import type {
  Access,
  AdminRule,
  Direction,
  NatGateway,
  NetworkModel,
  Peering,
  Route,
  RouteTable,
  RuleProtocol,
  SecurityGroup,
  SecurityRule,
  Subnet,
  VirtualNetwork,
} from '../../src/core/network/model';

const base = '/subscriptions/0000/resourceGroups/rg-net/providers/Microsoft.Network';

export const ids = {
  network: `${base}/virtualNetworks/vnet`,
  subnet: `${base}/virtualNetworks/vnet/subnets/snet`,
  securityGroup: `${base}/networkSecurityGroups/nsg`,
  routeTable: `${base}/routeTables/rt`,
  natGateway: `${base}/natGateways/nat`,
} as const;

/** `Deny Outbound 4096 * *>Internet:443,80`, as in the notation of `corpus`; several sides are separated by commas. */
export function parseRule(text: string, more: Partial<SecurityRule> = {}): SecurityRule {
  const read = /^(Allow|Deny) (Inbound|Outbound) (\d+) (\S+) (\S*)>(\S*):(\S+)$/.exec(text);
  if (!read) throw new Error(`Not a rule: ${text}`);
  const [, access, direction, priority, protocol, sources = '', destinations = '', ports = ''] = read;
  const list = (part: string): readonly string[] => (part === '' ? [] : part.split(','));
  return {
    name: text.replace(/[^A-Za-z0-9]+/g, '-'),
    priority: known(Number(priority)),
    direction: known(direction as Direction),
    access: known(access as Access),
    protocol: known(protocol as RuleProtocol),
    sources: known(list(sources)),
    destinations: known(list(destinations)),
    sourcePorts: known(['*']),
    destinationPorts: known(list(ports)),
    sourceApplicationGroups: [],
    destinationApplicationGroups: [],
    index: 0,
    ...more,
  };
}

/** Like `rule`, with `AlwaysAllow` too. */
export function adminRule(text: string | AdminRule, index = 0): AdminRule {
  if (typeof text !== 'string') return text;
  const managerId = `${base}/networkManagers/nm-platform`;
  const configurationId = `${managerId}/securityAdminConfigurations/baseline`;
  const { access, ...read } = parseRule(text.replace(/^AlwaysAllow/, 'Allow'));
  return {
    ...read,
    id: `${configurationId}/ruleCollections/all/rules/${read.name}`,
    managerId,
    configurationId,
    access: text.startsWith('AlwaysAllow') ? known('AlwaysAllow') : access,
    index,
  };
}

export function testSecurityGroup(rules: readonly (string | SecurityRule)[], name = 'nsg'): SecurityGroup {
  return {
    id: `${base}/networkSecurityGroups/${name}`,
    name,
    location: known('westeurope'),
    rules: known(rules.map((one, index) => ({ ...(typeof one === 'string' ? parseRule(one) : one), index }))),
    usedBy: known([ids.subnet]),
  };
}

/** `0.0.0.0/0 -> 10.9.0.4`, `AzureMachineLearning -> Internet`. */
export function parseRoute(text: string, index = 0): Route {
  const [destination = '', hop = ''] = text.split(' -> ');
  const isAddress = /^\d/.test(hop);
  return {
    name: `to-${destination}`,
    destination: known(destination),
    nextHop: known(isAddress ? 'VirtualAppliance' : (hop as 'Internet')),
    nextHopAddress: known(isAddress ? hop : null),
    index,
  };
}

export function testRouteTable(
  routes: readonly (string | Route)[],
  more: Partial<RouteTable> = {},
): RouteTable {
  return {
    id: ids.routeTable,
    name: 'rt',
    location: known('westeurope'),
    routes: known(routes.map((one, index) => (typeof one === 'string' ? parseRoute(one, index) : one))),
    disableBgpRoutePropagation: known(false),
    usedBy: known([ids.subnet]),
    ...more,
  };
}

export function peering(prefixes: readonly string[], more: Partial<Peering> = {}): Peering {
  return {
    name: 'peer',
    remoteId: `${base}/virtualNetworks/hub`,
    state: known('Connected'),
    remotePrefixes: known(prefixes),
    allowForwardedTraffic: known(true),
    useRemoteGateways: known(false),
    ...more,
  };
}

export interface SomeNetwork {
  readonly rules?: readonly (string | SecurityRule)[];
  readonly group?: Known<SecurityGroup | null>;
  readonly adminRules?: readonly (string | AdminRule)[];
  /** The rules of network managers weren't requested. */
  readonly unasked?: boolean;
  readonly routes?: readonly (string | Route)[];
  readonly table?: RouteTable;
  readonly nat?: Partial<NatGateway>;
  readonly subnet?: Partial<Subnet>;
  readonly network?: Partial<VirtualNetwork>;
  readonly model?: Partial<NetworkModel>;
}

/**
 * Builds a network with one subnet 10.1.2.0/24, nothing associated, and open default outbound access, with the given
 * properties.
 */
export function someNetwork(overrides: SomeNetwork): NetworkModel {
  const group = overrides.rules
    ? testSecurityGroup(overrides.rules)
    : valueOr(overrides.group ?? known(null), null);
  const table = overrides.table ?? (overrides.routes ? testRouteTable(overrides.routes) : null);
  const nat = overrides.nat ? { ...plainNatGateway, ...overrides.nat } : null;
  return {
    cloud: 'public',
    virtualNetworks: [
      {
        id: ids.network,
        name: 'vnet',
        location: known('westeurope'),
        addressPrefixes: known(['10.1.0.0/16']),
        dnsServers: known([]),
        peerings: known([]),
        hasGateway: known(false),
        ...(overrides.unasked ? {} : { adminRules: known(adminRules(overrides)) }),
        subnets: [
          {
            ...plainSubnet,
            securityGroup: overrides.group?.known === false ? overrides.group : idOf(group),
            routeTable: idOf(table),
            natGateway: idOf(nat),
            ...overrides.subnet,
          },
        ],
        ...overrides.network,
      },
    ],
    securityGroups: listOf(group),
    routeTables: listOf(table),
    natGateways: listOf(nat),
    privateEndpoints: known([]),
    firewalls: [],
    ...overrides.model,
  };
}

function adminRules({ adminRules: rules = [] }: SomeNetwork): readonly AdminRule[] {
  return rules.map((one, index) => ({ ...adminRule(one, index), index }));
}

function idOf(one: { readonly id: string } | null): Known<string | null> {
  return known(one ? one.id : null);
}

function listOf<T>(one: T | null): readonly T[] {
  return one === null ? [] : [one];
}

const plainNatGateway: NatGateway = {
  id: ids.natGateway,
  name: 'nat',
  location: known('westeurope'),
  sku: known('Standard'),
  publicAddresses: known(1),
};

const plainSubnet: Subnet = {
  id: ids.subnet,
  name: 'snet',
  virtualNetworkId: ids.network,
  addressPrefixes: known(['10.1.2.0/24']),
  securityGroup: known(null),
  routeTable: known(null),
  natGateway: known(null),
  delegations: known([]),
  serviceEndpoints: known([]),
  serviceEndpointPolicies: known([]),
  defaultOutboundAccess: known(null),
  privateEndpointNetworkPolicies: known('Disabled'),
  addressesInUse: known(0),
};
