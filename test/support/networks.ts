import { known, type Known } from '../../src/core/known';
import type {
  Access,
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

/** `Deny Outbound 4096 * *>Internet:443,80`, as `corpus` notes rules; several sides are parted by commas. */
export function rule(text: string, more: Partial<SecurityRule> = {}): SecurityRule {
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

export function securityGroup(rules: readonly (string | SecurityRule)[], name = 'nsg'): SecurityGroup {
  return {
    id: `${base}/networkSecurityGroups/${name}`,
    name,
    location: known('westeurope'),
    rules: known(rules.map((one, index) => ({ ...(typeof one === 'string' ? rule(one) : one), index }))),
    usedBy: known([ids.subnet]),
  };
}

/** `0.0.0.0/0 -> 10.9.0.4`, `AzureMachineLearning -> Internet`. */
export function route(text: string, index = 0): Route {
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

export function routeTable(routes: readonly (string | Route)[], more: Partial<RouteTable> = {}): RouteTable {
  return {
    id: ids.routeTable,
    name: 'rt',
    location: known('westeurope'),
    routes: known(routes.map((one, index) => (typeof one === 'string' ? route(one, index) : one))),
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
  readonly routes?: readonly (string | Route)[];
  readonly table?: RouteTable;
  readonly nat?: Partial<NatGateway>;
  readonly subnet?: Partial<Subnet>;
  readonly network?: Partial<VirtualNetwork>;
  readonly model?: Partial<NetworkModel>;
}

/** A network with one subnet 10.1.2.0/24, nothing attached and open default outbound access, but for what is said. */
export function someNetwork({
  rules,
  group,
  routes,
  table,
  nat,
  subnet,
  network,
  model,
}: SomeNetwork): NetworkModel {
  const attachedGroup = rules ? securityGroup(rules) : group?.known ? group.value : null;
  const attachedTable = table ?? (routes ? routeTable(routes) : null);
  const natGateway: NatGateway | null = nat
    ? { id: ids.natGateway, name: 'nat', sku: known('Standard'), publicAddresses: known(1), ...nat }
    : null;
  const theSubnet: Subnet = {
    id: ids.subnet,
    name: 'snet',
    virtualNetworkId: ids.network,
    addressPrefixes: known(['10.1.2.0/24']),
    securityGroup: group && !group.known ? group : known(attachedGroup?.id ?? null),
    routeTable: known(attachedTable?.id ?? null),
    natGateway: known(natGateway?.id ?? null),
    delegations: known([]),
    serviceEndpoints: known([]),
    serviceEndpointPolicies: known([]),
    defaultOutboundAccess: known(null),
    privateEndpointNetworkPolicies: known('Disabled'),
    addressesInUse: known(0),
    ...subnet,
  };
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
        subnets: [theSubnet],
        ...network,
      },
    ],
    securityGroups: attachedGroup ? [attachedGroup] : [],
    routeTables: attachedTable ? [attachedTable] : [],
    natGateways: natGateway ? [natGateway] : [],
    privateEndpoints: known([]),
    ...model,
  };
}
