import type { JsonObject } from '../../src/azure/json';

/** A resource as Resource Graph prints it with the product's own query. */
export type GraphRow = JsonObject & { readonly id: string; readonly type: string };

/** Number of networks, and of subnets in each. */
export interface FleetSize {
  readonly networks: number;
  readonly subnets: number;
  /** Whether each subnet has its own NSG, with rules that name its addresses. */
  readonly ownGroups?: true;
}

const group = (at: number): string =>
  `/subscriptions/00000000-0000-4000-8000-${String(Math.floor(at / 40)).padStart(12, '0')}/resourceGroups/rg-${at}/providers`;

const rowOf = (id: string, type: string, properties: JsonObject): GraphRow => ({
  id,
  name: id.slice(id.lastIndexOf('/') + 1),
  type: type.toLowerCase(),
  location: 'westeurope',
  properties,
  fleetQuery: 'aml-secure-compute/1',
});

const rule = (name: string, priority: number, [direction, access, port, far]: readonly string[]) => ({
  name,
  properties: {
    priority,
    direction: direction ?? '',
    access: access ?? '',
    protocol: '*',
    sourcePortRange: '*',
    destinationPortRange: port ?? '',
    sourceAddressPrefix: direction === 'Inbound' ? (far ?? '') : '*',
    destinationAddressPrefix: direction === 'Inbound' ? '*' : (far ?? ''),
  },
});

/** Rules of an NSG: those that Azure ML needs, a deny rule if `at` is even, and rules of the team. */
function rules(at: number) {
  return [
    rule('AllowAml', 100, ['Outbound', 'Allow', '443', 'AzureMachineLearning']),
    rule('AllowAmlUdp', 110, ['Outbound', 'Allow', '5831', 'AzureMachineLearning']),
    rule('AllowBatch', 120, ['Outbound', 'Allow', '443', 'BatchNodeManagement.WestEurope']),
    rule('AllowStorage', 130, ['Outbound', 'Allow', '443', 'Storage.WestEurope']),
    rule('AllowEntra', 140, ['Outbound', 'Allow', '443', 'AzureActiveDirectory']),
    rule('AllowManager', 150, ['Outbound', 'Allow', '443', 'AzureResourceManager']),
    rule('AllowFrontDoor', 160, ['Outbound', 'Allow', '443', 'AzureFrontDoor.FirstParty']),
    rule('AllowNetwork', 170, ['Outbound', 'Allow', '*', 'VirtualNetwork']),
    rule('AllowControl', 180, ['Inbound', 'Allow', '44224', 'AzureMachineLearning']),
    ...Array.from({ length: 6 }, (_, index) =>
      rule(`Team${index}`, 1000 + index, [
        'Inbound',
        'Allow',
        String(8000 + index),
        `10.${at % 200}.${index}.0/24`,
      ]),
    ),
    ...(at % 2 === 0 ? [rule('DenyInternet', 4000, ['Outbound', 'Deny', '*', 'Internet'])] : []),
  ];
}

/**
 * Builds a fleet of networks: every tenth without an NSG in its first subnet, each with a route table, a NAT gateway,
 * and an endpoint.
 */
export function fleetRows(size: FleetSize): readonly GraphRow[] {
  return Array.from({ length: size.networks }, (_, at) => networkRows(at, size)).flat();
}

/** Rules of a subnet's own NSG: one for its addresses, one for a part of them, and ports that no other NSG has. */
function ownRules(at: number, index: number) {
  const local = `10.${at % 250}.${index}`;
  const [own, part, inbound] = [
    rule('AllowOwn', 90, ['Outbound', 'Allow', '443', 'Storage']),
    rule('DenyPart', 95, ['Outbound', 'Deny', String(9000 + (at % 700)), 'Internet']),
    rule('AllowInside', 96, ['Inbound', 'Allow', String(7000 + index), `${local}.0/26`]),
  ];
  return [
    { ...own, properties: { ...own.properties, sourceAddressPrefix: `${local}.0/26` } },
    { ...part, properties: { ...part.properties, sourceAddressPrefix: `${local}.0/27` } },
    inbound,
  ];
}

function networkRows(at: number, { networks, subnets, ownGroups }: FleetSize): readonly GraphRow[] {
  const base = `${group(at)}/Microsoft.Network`;
  const network = `${base}/virtualNetworks/vnet-${at}`;
  const nsg = `${base}/networkSecurityGroups/nsg-${at}`;
  const table = `${base}/routeTables/rt-${at}`;
  const nat = `${base}/natGateways/ng-${at}`;
  const hub = at - (at % 10);
  const remote = at === hub ? at + 1 : hub;
  const prefix = `10.${at % 250}`;
  const all = Array.from({ length: subnets }, (_each, index) => ({
    id: `${network}/subnets/snet-${index}`,
    name: `snet-${index}`,
    type: 'Microsoft.Network/virtualNetworks/subnets',
    properties: {
      addressPrefix: `${prefix}.${index}.0/26`,
      ...(index === 0 && at % 10 === 0
        ? {}
        : { networkSecurityGroup: { id: ownGroups ? `${nsg}-${index}` : nsg } }),
      ...(index === 2 ? { routeTable: { id: table } } : {}),
      ...(index === 3 ? {} : { natGateway: { id: nat } }),
      delegations:
        index === 4 ? [{ name: 'web', properties: { serviceName: 'Microsoft.Web/serverFarms' } }] : [],
      serviceEndpoints: [],
      defaultOutboundAccess: false,
      privateEndpointNetworkPolicies: 'Disabled',
      ipConfigurations: [],
    },
  }));
  const usedBy = (isUsing: (index: number) => boolean) =>
    all.filter((_one, index) => isUsing(index)).map(({ id }) => ({ id }));
  return [
    rowOf(network, 'Microsoft.Network/virtualNetworks', {
      addressSpace: { addressPrefixes: [`${prefix}.0.0/16`] },
      subnets: all,
      virtualNetworkPeerings:
        remote < networks
          ? [
              {
                name: `to-${remote}`,
                properties: {
                  peeringState: 'Connected',
                  remoteVirtualNetwork: {
                    id: `${group(remote)}/Microsoft.Network/virtualNetworks/vnet-${remote}`,
                  },
                  remoteAddressSpace: { addressPrefixes: [`10.${remote % 250}.0.0/16`] },
                  allowForwardedTraffic: true,
                  useRemoteGateways: false,
                },
              },
            ]
          : [],
    }),
    ...(ownGroups
      ? all.map((_one, index) =>
          rowOf(`${nsg}-${index}`, 'Microsoft.Network/networkSecurityGroups', {
            securityRules: [...rules(at + index), ...ownRules(at, index)],
            subnets: usedBy((one) => one === index && !(index === 0 && at % 10 === 0)),
          }),
        )
      : [
          rowOf(nsg, 'Microsoft.Network/networkSecurityGroups', {
            securityRules: rules(at),
            subnets: usedBy((index) => !(index === 0 && at % 10 === 0)),
          }),
        ]),
    rowOf(table, 'Microsoft.Network/routeTables', {
      disableBgpRoutePropagation: true,
      routes: [
        at % 3 === 0
          ? {
              name: 'all',
              properties: {
                addressPrefix: '0.0.0.0/0',
                nextHopType: 'VirtualAppliance',
                nextHopIpAddress: '10.0.0.4',
              },
            }
          : { name: 'all', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'None' } },
      ],
      subnets: usedBy((index) => index === 2),
    }),
    rowOf(nat, 'Microsoft.Network/natGateways', {
      publicIpAddresses: [{ id: `${base}/publicIPAddresses/pip-${at}` }],
      subnets: usedBy((index) => index !== 3),
    }),
    rowOf(`${base}/privateEndpoints/pe-${at}`, 'Microsoft.Network/privateEndpoints', {
      subnet: { id: `${network}/subnets/snet-1` },
      privateLinkServiceConnections: [
        {
          name: 'workspace',
          properties: {
            privateLinkServiceId: `${group(at)}/Microsoft.MachineLearningServices/workspaces/mlw-${at}`,
            groupIds: ['amlworkspace'],
            privateLinkServiceConnectionState: { status: 'Approved' },
          },
        },
      ],
      customDnsConfigs: [],
      networkInterfaces: [],
    }),
    rowOf(
      `${group(at)}/Microsoft.MachineLearningServices/workspaces/mlw-${at}`,
      'Microsoft.MachineLearningServices/workspaces',
      {
        publicNetworkAccess: 'Disabled',
        hbiWorkspace: false,
        storageAccount: `${group(at)}/Microsoft.Storage/storageAccounts/st${at}`,
        keyVault: `${group(at)}/Microsoft.KeyVault/vaults/kv${at}`,
        managedNetwork: { isolationMode: 'Disabled' },
        privateEndpointConnections: [],
      },
    ),
  ];
}
