import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/azure/json';
import { toModel, type NetworkLists } from '../../../../src/azure/network/to-model';
import { toNatGateway } from '../../../../src/azure/network/to-nat-gateway';
import { toPrivateEndpoint } from '../../../../src/azure/network/to-private-endpoint';
import { toRoute } from '../../../../src/azure/network/to-route';
import { toRouteTable } from '../../../../src/azure/network/to-route-table';
import { toSecurityGroup } from '../../../../src/azure/network/to-security-group';
import { toSecurityRule } from '../../../../src/azure/network/to-security-rule';
import { toSubnet } from '../../../../src/azure/network/to-subnet';
import { toVirtualNetwork } from '../../../../src/azure/network/to-virtual-network';
import { known, unknown } from '../../../../src/core/known';
import {
  networkProviderPath,
  readForbidden,
  networkBody,
  bodyNetworkId,
  notReadOf,
  resourceBody,
  ruleBody,
  subnet,
  unknownWord,
} from './bodies';

describe('a security rule', () => {
  test('is read as Azure usually shows it', () => {
    expect(toSecurityRule(ruleBody({}), 3)).toEqual({
      name: 'Allow',
      priority: known(100),
      direction: known('Outbound'),
      access: known('Allow'),
      protocol: known('Tcp'),
      sources: known(['VirtualNetwork']),
      destinations: known(['AzureMachineLearning']),
      sourcePorts: known(['*']),
      destinationPorts: known(['443']),
      sourceApplicationGroups: [],
      destinationApplicationGroups: [],
      index: 3,
    });
  });

  test('singular and plural members are one list, whichever is filled', () => {
    const both = ruleBody({
      sourceAddressPrefix: '10.0.0.0/8',
      sourceAddressPrefixes: ['10.1.0.4', '10.2.0.0/16'],
    });
    expect(toSecurityRule(both, 0).sources).toEqual(known(['10.0.0.0/8', '10.1.0.4', '10.2.0.0/16']));
    const plural = ruleBody({ destinationPortRange: '', destinationPortRanges: ['443', '8704-8710'] });
    expect(toSecurityRule(plural, 0).destinationPorts).toEqual(known(['443', '8704-8710']));
  });

  test.each([
    ['*', known('*')],
    ['Any', known('*')],
    ['TCP', known('Tcp')],
    ['udp', known('Udp')],
    ['Icmp', known('Icmp')],
    ['Sctp', unknownWord('Allow', 'Sctp')],
    [null, notReadOf('Allow')],
  ])('protocol %s', (protocol, expected) => {
    expect(toSecurityRule(ruleBody({ protocol }), 0).protocol).toEqual(expected);
  });

  test.each(['direction', 'access'] as const)('an unfamiliar %s is unknown, not a default', (member) => {
    expect(toSecurityRule(ruleBody({ [member]: 'Sideways' }), 0)[member]).toEqual(
      unknownWord('Allow', 'Sideways'),
    );
  });

  test('a priority that isn’t a number is unknown', () => {
    expect(toSecurityRule(ruleBody({ priority: 'first' }), 0).priority).toEqual(notReadOf('Allow'));
  });

  test('a side with application security groups has no prefixes', () => {
    const id = `${networkProviderPath}/applicationSecurityGroups/asg`;
    const body = ruleBody({ sourceAddressPrefix: '', sourceApplicationSecurityGroups: [{ id }] });
    const { sources, sourceApplicationGroups } = toSecurityRule(body, 0);
    expect([sources, sourceApplicationGroups]).toEqual([known([]), [id]]);
  });

  test('a side without readable members is unknown', () => {
    const body = ruleBody({ destinationAddressPrefix: '', destinationPortRange: '' });
    const { destinations, destinationPorts } = toSecurityRule(body, 0);
    expect([destinations, destinationPorts]).toEqual([notReadOf('Allow'), notReadOf('Allow')]);
  });
});

describe('a network security group (NSG)', () => {
  test('is read with its rules in order, its users, and its ETag', () => {
    const users = [{ id: `${bodyNetworkId}/subnets/a` }, { id: `${bodyNetworkId}/subnets/b` }];
    const body = resourceBody('networkSecurityGroups', 'nsg', {
      securityRules: [ruleBody({}, 'A'), ruleBody({}, 'B')],
      subnets: users,
    });
    const read = toSecurityGroup({ ...body, location: 'West Europe' });
    expect(read.rules.known && read.rules.value.map((one) => [one.name, one.index])).toEqual([
      ['A', 0],
      ['B', 1],
    ]);
    expect([read.location, read.etag]).toEqual([known('westeurope'), 'W/"1"']);
    expect(read.usedBy).toEqual(known(users.map((one) => one.id)));
  });

  test('has unknown rules if the body omits them', () => {
    expect(toSecurityGroup(resourceBody('networkSecurityGroups', 'nsg', {})).rules).toEqual(notReadOf('nsg'));
    const empty = toSecurityGroup(resourceBody('networkSecurityGroups', 'nsg', { securityRules: [] }));
    expect([empty.rules, empty.usedBy]).toEqual([known([]), known([])]);
  });
});

describe('routes', () => {
  test.each([
    ['VirtualAppliance', '10.0.1.4', known('VirtualAppliance'), known('10.0.1.4')],
    ['virtualappliance', '10.0.1.4', known('VirtualAppliance'), known('10.0.1.4')],
    ['Internet', undefined, known('Internet'), known(null)],
    ['None', '', known('None'), known(null)],
    ['Teleport', undefined, unknownWord('r', 'Teleport'), known(null)],
  ])('next hop %s %s', (nextHopType, nextHopIpAddress, nextHop, nextHopAddress) => {
    const properties = {
      addressPrefix: '0.0.0.0/0',
      nextHopType,
      ...(nextHopIpAddress === undefined ? {} : { nextHopIpAddress }),
    };
    expect(toRoute({ name: 'r', properties }, 2)).toEqual({
      name: 'r',
      destination: known('0.0.0.0/0'),
      nextHop,
      nextHopAddress,
      index: 2,
    });
  });

  test('a route table propagates BGP routes unless its body disables it', () => {
    const read = (properties: JsonObject) =>
      toRouteTable(resourceBody('routeTables', 'rt', { routes: [], ...properties }));
    expect(read({}).disableBgpRoutePropagation).toEqual(known(false));
    expect(read({ disableBgpRoutePropagation: true }).disableBgpRoutePropagation).toEqual(known(true));
    expect(read({}).routes).toEqual(known([]));
    expect(toRouteTable(resourceBody('routeTables', 'rt', {})).routes).toEqual(notReadOf('rt'));
  });
});

describe('a NAT gateway', () => {
  test('counts addresses and prefixes of IPv4, which is what is checked', () => {
    const properties = {
      publicIpAddresses: [{ id: 'a' }],
      publicIpAddressesV6: [{ id: 'b' }],
      publicIpPrefixes: [{ id: 'c' }, { id: 'd' }],
    };
    const read = toNatGateway({
      ...resourceBody('natGateways', 'ng', properties),
      sku: { name: 'StandardV2' },
    });
    expect([read.sku, read.publicAddresses]).toEqual([known('StandardV2'), known(3)]);
  });

  test('has zero public addresses if none is listed, and an unknown SKU if it is missing', () => {
    const read = toNatGateway(resourceBody('natGateways', 'ng', { idleTimeoutInMinutes: 4 }));
    expect([read.sku, read.publicAddresses]).toEqual([notReadOf('ng'), known(0)]);
  });

  test('from a list without properties has unknown addresses', () => {
    expect(toNatGateway(resourceBody('natGateways', 'ng', {})).publicAddresses).toEqual(notReadOf('ng'));
  });
});

describe('a private endpoint', () => {
  const connection = { properties: { privateLinkServiceId: '/target', groupIds: ['amlworkspace'] } };
  const endpoint = (properties: JsonObject) =>
    toPrivateEndpoint(
      resourceBody('privateEndpoints', 'pe', {
        subnet: { id: `${bodyNetworkId}/subnets/pl` },
        ...properties,
      }),
    );

  test.each(['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'])('of %s', (list) => {
    const read = endpoint({ [list]: [connection] });
    expect([read.targetId, read.groups, read.subnetId]).toEqual([
      '/target',
      ['amlworkspace'],
      `${bodyNetworkId}/subnets/pl`,
    ]);
  });

  test.each([
    [
      'DNS records',
      { customDnsConfigs: [{ ipAddresses: ['10.0.7.4', '10.0.7.5'] }, { ipAddresses: ['10.0.7.4'] }] },
    ],
    [
      'static addresses',
      {
        ipConfigurations: [
          { properties: { privateIPAddress: '10.0.7.4' } },
          { properties: { privateIPAddress: '10.0.7.5' } },
        ],
      },
    ],
    [
      'a NIC in the response',
      {
        networkInterfaces: [
          {
            properties: {
              ipConfigurations: [
                { properties: { privateIPAddress: '10.0.7.4' } },
                { properties: { privateIPAddress: '10.0.7.5' } },
              ],
            },
          },
        ],
      },
    ],
  ])('addresses from %s', (_why, properties) => {
    expect(endpoint(properties).addresses).toEqual(known(['10.0.7.4', '10.0.7.5']));
  });

  test('with a zone group has unknown addresses if its list is empty', () => {
    const body = { customDnsConfigs: [], networkInterfaces: [{ id: 'nic' }] };
    expect(endpoint(body).addresses).toEqual(notReadOf('pe'));
  });
});

describe('a subnet', () => {
  const read = (properties: JsonObject) => toSubnet(subnet('snet', properties), bodyNetworkId);

  test('with nothing associated', () => {
    expect(read({})).toEqual({
      id: `${bodyNetworkId}/subnets/snet`,
      name: 'snet',
      virtualNetworkId: bodyNetworkId,
      addressPrefixes: known(['10.0.1.0/24']),
      securityGroup: known(null),
      routeTable: known(null),
      natGateway: known(null),
      delegations: known([]),
      serviceEndpoints: known([]),
      serviceEndpointPolicies: known([]),
      defaultOutboundAccess: known(null),
      privateEndpointNetworkPolicies: known('Disabled'),
      addressesInUse: known(0),
    });
  });

  test('with everything associated', () => {
    const associated = read({
      networkSecurityGroup: { id: '/nsg' },
      routeTable: { id: '/rt' },
      natGateway: { id: '/ng' },
      delegations: [{ name: 'd', properties: { serviceName: 'Microsoft.Databricks/workspaces' } }],
      serviceEndpoints: [{ service: 'Microsoft.Storage', locations: ['*'] }],
      serviceEndpointPolicies: [{ id: '/policy' }],
      ipConfigurations: [{ id: '/1' }, { id: '/2' }, { id: '/3' }],
    });
    expect([associated.securityGroup, associated.routeTable, associated.natGateway]).toEqual(
      ['/nsg', '/rt', '/ng'].map(known),
    );
    expect(associated.delegations).toEqual(known(['Microsoft.Databricks/workspaces']));
    expect(associated.serviceEndpoints).toEqual(known(['Microsoft.Storage']));
    expect(associated.serviceEndpointPolicies).toEqual(known(['/policy']));
    expect(associated.addressesInUse).toEqual(known(3));
  });

  test.each([
    [true, known(true)],
    [false, known(false)],
    [null, known(null)],
  ])('default outbound access %s', (defaultOutboundAccess, expected) => {
    expect(read({ defaultOutboundAccess }).defaultOutboundAccess).toEqual(expected);
  });

  test('several prefixes override the single one; without any, the range is unknown', () => {
    expect(read({ addressPrefixes: ['10.0.1.0/25', 'fd00::/64'] }).addressPrefixes).toEqual(
      known(['10.0.1.0/25', 'fd00::/64']),
    );
    expect(read({ addressPrefix: '' }).addressPrefixes).toEqual(notReadOf('snet'));
  });
});

describe('a virtual network', () => {
  test.each([
    ['GatewaySubnet', [{ id: '/gw' }], true],
    ['gatewaysubnet', [{ id: '/gw' }], true],
    ['RouteServerSubnet', [{ id: '/rs' }], true],
    ['GatewaySubnet', [], false],
    ['snet-gateway', [{ id: '/vm' }], false],
  ])('%s with %j in it: gateway %s', (name, ipConfigurations, expected) => {
    expect(toVirtualNetwork(networkBody([subnet(name, { ipConfigurations })])).hasGateway).toEqual(
      known(expected),
    );
  });

  test('has an unknown gateway if its subnets are missing', () => {
    const body = resourceBody('virtualNetworks', 'vnet', {
      addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
    });
    expect(toVirtualNetwork(body).hasGateway).toEqual(notReadOf('vnet'));
  });

  test('has custom DNS servers, or none', () => {
    expect(toVirtualNetwork(networkBody([])).dnsServers).toEqual(known([]));
    const own = networkBody([], { dhcpOptions: { dnsServers: ['10.0.0.4'] } });
    expect(toVirtualNetwork(own).dnsServers).toEqual(known(['10.0.0.4']));
  });

  test('a peering has its current remote prefixes', () => {
    const properties = {
      peeringState: 'Connected',
      remoteVirtualNetwork: { id: '/hub' },
      remoteAddressSpace: { addressPrefixes: ['10.9.0.0/16'] },
      remoteVirtualNetworkAddressSpace: { addressPrefixes: ['10.9.0.0/16', '10.10.0.0/16'] },
      allowForwardedTraffic: true,
      useRemoteGateways: false,
    };
    const older: JsonObject = { ...properties, remoteVirtualNetworkAddressSpace: {} };
    const body = networkBody([], {
      virtualNetworkPeerings: [
        { name: 'hub', properties },
        { name: 'old', properties: older },
        { name: 'bare', properties: { remoteVirtualNetwork: { id: '/hub' } } },
      ],
    });
    const { peerings } = toVirtualNetwork(body);
    const full = {
      remoteId: '/hub',
      state: known('Connected'),
      allowForwardedTraffic: known(true),
      useRemoteGateways: known(false),
    };
    const why = notReadOf('bare');
    expect(peerings).toEqual(
      known([
        { ...full, name: 'hub', remotePrefixes: known(['10.9.0.0/16', '10.10.0.0/16']) },
        { ...full, name: 'old', remotePrefixes: known(['10.9.0.0/16']) },
        {
          name: 'bare',
          remoteId: '/hub',
          state: why,
          remotePrefixes: why,
          allowForwardedTraffic: why,
          useRemoteGateways: why,
        },
      ]),
    );
  });
});

describe('lists as a model', () => {
  const none: NetworkLists = {
    virtualNetworks: [],
    securityGroups: [],
    routeTables: [],
    natGateways: [],
    privateEndpoints: known([]),
  };
  const associated = {
    networkSecurityGroup: { id: `${networkProviderPath}/networkSecurityGroups/NSG` },
    routeTable: { id: `${networkProviderPath}/routeTables/rt` },
    natGateway: { id: `${networkProviderPath}/natGateways/ng` },
  };
  const networks = [networkBody([subnet('a', associated), subnet('b', associated)])];

  test('an associated resource that no list contains is in the model once, with the role that can read it', () => {
    const model = toModel('public', { ...none, virtualNetworks: networks });
    const why = (name: string) => readForbidden(name, 'rg-net');
    expect(model.securityGroups).toEqual([
      {
        id: associated.networkSecurityGroup.id,
        name: 'NSG',
        location: why('NSG'),
        rules: why('NSG'),
        usedBy: why('NSG'),
      },
    ]);
    expect(model.routeTables.map((one) => [one.name, one.routes])).toEqual([['rt', why('rt')]]);
    expect(model.natGateways.map((one) => [one.name, one.publicAddresses])).toEqual([['ng', why('ng')]]);
  });

  test('IDs are the same whatever their case', () => {
    const groups = [resourceBody('networkSecurityGroups', 'nsg', { securityRules: [] })];
    const model = toModel('public', { ...none, virtualNetworks: networks, securityGroups: groups });
    expect(model.securityGroups.map((one) => one.rules)).toEqual([known([])]);
  });

  test('the cloud is the given one, and private endpoints that can’t be read stay unknown', () => {
    const why = unknown({ key: 'unknown.permission' });
    const model = toModel('china', { ...none, privateEndpoints: why });
    expect([model.cloud, model.privateEndpoints]).toEqual(['china', why]);
  });
});

test('a peering of subnets, for IPv6 only, or without access has the properties; a usual peering has none of them', () => {
  const usual = { peeringState: 'Connected', allowForwardedTraffic: true, useRemoteGateways: false };
  const peeringsOf = (properties: JsonObject) => {
    const { peerings } = toVirtualNetwork(
      networkBody([], {
        virtualNetworkPeerings: [{ name: 'peer', properties: { ...usual, ...properties } }],
      }),
    );
    const [only] = peerings.known ? peerings.value : [];
    return [only?.parts, only?.onlyIpv6, only?.blocksAccess];
  };
  expect(peeringsOf({ peerCompleteVnets: true, allowVirtualNetworkAccess: true })).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const parts = { localSubnetNames: ['a'], remoteSubnetNames: ['b', 'c'] };
  expect(
    peeringsOf({
      peerCompleteVnets: false,
      enableOnlyIPv6Peering: true,
      allowVirtualNetworkAccess: false,
      ...parts,
    }),
  ).toEqual([{ local: ['a'], remote: ['b', 'c'] }, true, true]);
});
