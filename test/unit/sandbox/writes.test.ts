import type { NatGateway, SecurityRule } from '@azure/arm-network';
import { describe, expect, test } from 'vitest';
import { all, openSampleClients, refusalOf, type Sample } from './clients';

const group = 'rg-network-prod';
const location = 'westeurope';

const rule = (change: Partial<SecurityRule> = {}): SecurityRule => ({
  priority: 300,
  direction: 'Outbound',
  access: 'Allow',
  protocol: 'Tcp',
  sourceAddressPrefix: '*',
  sourcePortRange: '*',
  destinationAddressPrefix: 'Storage',
  destinationPortRange: '443',
  ...change,
});

const putRule = ({ network }: Sample, change: Partial<SecurityRule>, name = 'new') =>
  network.securityRules.createOrUpdate(group, 'nsg-sandbox', name, rule(change)).pollUntilDone();

describe('resources are created, changed, and deleted', () => {
  test('a network with its subnets, one subnet more, one subnet less', async () => {
    const { network } = openSampleClients();
    const made = await network.virtualNetworks
      .createOrUpdate(group, 'vnet-new', {
        location: 'West Europe',
        addressSpace: { addressPrefixes: ['10.99.0.0/24'] },
        subnets: [{ name: 'one', addressPrefix: '10.99.0.0/27', defaultOutboundAccess: false }],
      })
      .pollUntilDone();
    expect(made).toMatchObject({ name: 'vnet-new', location, provisioningState: 'Succeeded' });
    expect(made.subnets?.[0]).toMatchObject({ name: 'one', defaultOutboundAccess: false });
    await network.subnets
      .createOrUpdate(group, 'vnet-new', 'two', { addressPrefix: '10.99.0.32/27' })
      .pollUntilDone();
    expect((await all(network.subnets.list(group, 'vnet-new'))).map((subnet) => subnet.name)).toEqual([
      'one',
      'two',
    ]);
    await network.subnets.delete(group, 'vnet-new', 'one').pollUntilDone();
    expect(
      (await network.virtualNetworks.get(group, 'vnet-new')).subnets?.map((subnet) => subnet.name),
    ).toEqual(['two']);
    await network.virtualNetworks.delete(group, 'vnet-new').pollUntilDone();
    expect(await refusalOf(network.virtualNetworks.get(group, 'vnet-new'))).toMatchObject({
      status: 404,
      code: 'ResourceNotFound',
    });
  });

  test('a network written without subnets keeps them, and with a shorter list loses the others', async () => {
    const { network } = openSampleClients();
    const spoke = 'vnet-spoke-risk-weu';
    const before = await network.virtualNetworks.get('rg-risk-platform', spoke);
    const { subnets, ...rest } = before;
    await network.virtualNetworks
      .createOrUpdate('rg-risk-platform', spoke, { ...rest, tags: { owner: 'risk' } })
      .pollUntilDone();
    const kept = await network.virtualNetworks.get('rg-risk-platform', spoke);
    expect(kept.tags).toEqual({ owner: 'risk' });
    expect(kept.subnets?.map((subnet) => subnet.name)).toEqual(subnets?.map((subnet) => subnet.name));
    const shorter = { ...rest, subnets: (subnets ?? []).slice(0, 1) };
    const refusal = await refusalOf(
      network.virtualNetworks.createOrUpdate('rg-risk-platform', spoke, shorter).pollUntilDone(),
    );
    expect(refusal).toMatchObject({ status: 400, code: 'InUseSubnetCannotBeDeleted' });
  });

  test('a resource can be written back unchanged', async () => {
    const { network } = openSampleClients();
    const subnet = await network.subnets.get(group, 'vnet-ml-prod-weu', 'snet-training');
    const written = await network.subnets
      .createOrUpdate(group, 'vnet-ml-prod-weu', 'snet-training', subnet)
      .pollUntilDone();
    expect({ ...written, etag: '' }).toEqual({ ...subnet, etag: '' });
    const security = await network.networkSecurityGroups.get(group, 'nsg-training');
    const again = await network.networkSecurityGroups
      .createOrUpdate(group, 'nsg-training', security)
      .pollUntilDone();
    expect(again.securityRules).toEqual(security.securityRules);
  });

  test('routes, a NAT gateway and its address', async () => {
    const { network } = openSampleClients();
    await network.routeTables
      .createOrUpdate(group, 'rt-new', {
        location,
        routes: [{ name: 'a', addressPrefix: '10.0.0.0/8', nextHopType: 'None' }],
      })
      .pollUntilDone();
    await network.routes
      .createOrUpdate(group, 'rt-new', 'b', {
        addressPrefix: 'AzureMachineLearning',
        nextHopType: 'Internet',
      })
      .pollUntilDone();
    expect((await network.routeTables.get(group, 'rt-new')).routes?.map((route) => route.name)).toEqual([
      'a',
      'b',
    ]);
    await network.routes.delete(group, 'rt-new', 'a').pollUntilDone();
    expect((await all(network.routes.list(group, 'rt-new'))).map((route) => route.name)).toEqual(['b']);
    const sku = { name: 'Standard' };
    const address = await network.publicIPAddresses
      .createOrUpdate(group, 'pip-new', { location, sku, publicIPAllocationMethod: 'Static' })
      .pollUntilDone();
    const gateway = await network.natGateways
      .createOrUpdate(group, 'ng-new', { location, sku, publicIpAddresses: [{ id: address.id ?? '' }] })
      .pollUntilDone();
    expect((await network.publicIPAddresses.get(group, 'pip-new')).natGateway?.id).toBe(gateway.id);
    expect((await refusalOf(network.publicIPAddresses.delete(group, 'pip-new').pollUntilDone())).code).toBe(
      'PublicIPAddressCannotBeDeleted',
    );
    await network.natGateways.delete(group, 'ng-new').pollUntilDone();
    await network.publicIPAddresses.delete(group, 'pip-new').pollUntilDone();
    expect((await refusalOf(network.publicIPAddresses.get(group, 'pip-new'))).status).toBe(404);
  });

  test('deleting a resource that doesn’t exist isn’t an error', async () => {
    const { network, learning } = openSampleClients();
    await network.securityRules.delete(group, 'nsg-sandbox', 'nothing').pollUntilDone();
    await network.routeTables.delete(group, 'nothing').pollUntilDone();
    await learning.computeOperations.beginDeleteAndWait('rg-ml-prod', 'mlw-fraud-prod', 'nothing', 'Delete');
  });
});

describe('a resource that is in use can’t be deleted', () => {
  test.each([
    [
      'InUseSubnetCannotBeDeleted',
      ({ network }: Sample) => network.subnets.delete(group, 'vnet-ml-prod-weu', 'snet-training'),
    ],
    [
      'InUseSubnetCannotBeDeleted',
      ({ network }: Sample) => network.virtualNetworks.delete(group, 'vnet-ml-prod-weu'),
    ],
    [
      'InUseNetworkSecurityGroupCannotBeDeleted',
      ({ network }: Sample) => network.networkSecurityGroups.delete(group, 'nsg-training'),
    ],
    [
      'InUseRouteTableCannotBeDeleted',
      ({ network }: Sample) => network.routeTables.delete('rg-risk-platform', 'rt-hub'),
    ],
    [
      'InUseNatGatewayCannotBeDeleted',
      ({ network }: Sample) => network.natGateways.delete(group, 'ng-ml-weu'),
    ],
  ])('%s', async (code, remove) => {
    expect(await refusalOf(remove(openSampleClients()).pollUntilDone())).toMatchObject({ status: 400, code });
  });
});

describe('a NAT gateway', () => {
  const putGateway = ({ network }: Sample, change: NatGateway) =>
    network.natGateways
      .createOrUpdate(group, 'ng-second', { location, sku: { name: 'Standard' }, ...change })
      .pollUntilDone();

  test('refuses an address of another gateway, and one of another region', async () => {
    const sample = openSampleClients();
    const { network } = sample;
    const used = (await network.natGateways.get(group, 'ng-ml-weu')).publicIpAddresses ?? [];
    expect(await refusalOf(putGateway(sample, { publicIpAddresses: used }))).toMatchObject({
      code: 'PublicIPAddressInUse',
    });
    const far = await network.publicIPAddresses
      .createOrUpdate(group, 'pip-far', {
        location: 'northeurope',
        sku: { name: 'Standard' },
        publicIPAllocationMethod: 'Static',
      })
      .pollUntilDone();
    const refused = await refusalOf(putGateway(sample, { publicIpAddresses: [{ id: far.id ?? '' }] }));
    expect(refused.code).toBe('InvalidResourceReference');
  });

  test('serves subnets of one network, in its own region', async () => {
    const sample = openSampleClients();
    const { network } = sample;
    const attach = async (gateway: string, vnet: string, name: string) =>
      network.subnets
        .createOrUpdate(group, vnet, name, {
          ...(await network.subnets.get(group, vnet, name)),
          natGateway: { id: (await network.natGateways.get(group, gateway)).id ?? '' },
        })
        .pollUntilDone();
    await putGateway(sample, {});
    expect(await refusalOf(attach('ng-second', 'vnet-ml-prod-neu', 'snet-train'))).toMatchObject({
      code: 'InvalidResourceReference',
    });
    await network.virtualNetworks
      .createOrUpdate(group, 'vnet-other', {
        location,
        addressSpace: { addressPrefixes: ['10.98.0.0/24'] },
        subnets: [{ name: 'one', addressPrefix: '10.98.0.0/27' }],
      })
      .pollUntilDone();
    expect(await refusalOf(attach('ng-ml-weu', 'vnet-other', 'one'))).toMatchObject({
      code: 'NatGatewayCannotBeUsedBySubnetsOfDifferentVirtualNetworks',
    });
    await attach('ng-second', 'vnet-other', 'one');
  });
});

describe('ETags', () => {
  test('a stale ETag is refused and the current one accepted, and a child changes its parent’s', async () => {
    const sample = openSampleClients();
    const { network } = sample;
    const before = await network.networkSecurityGroups.get(group, 'nsg-sandbox');
    const old = await network.securityRules.get(group, 'nsg-sandbox', 'Deny-All');
    await putRule(sample, {});
    const after = await network.networkSecurityGroups.get(group, 'nsg-sandbox');
    expect(after.etag).toMatch(/^W\/"[0-9a-f-]{36}"$/);
    expect(after.etag).not.toBe(before.etag);
    expect((await network.securityRules.get(group, 'nsg-sandbox', 'Deny-All')).etag).toBe(old.etag);
    const write = (etag: string) =>
      network.networkSecurityGroups
        .createOrUpdate(group, 'nsg-sandbox', after, { requestOptions: { headers: { 'If-Match': etag } } })
        .pollUntilDone();
    expect(await refusalOf(write(before.etag ?? ''))).toMatchObject({
      status: 412,
      code: 'PreconditionFailed',
    });
    expect((await write(after.etag ?? '')).provisioningState).toBe('Succeeded');
  });

  test('If-None-Match: * only creates', async () => {
    const { network } = openSampleClients();
    const create = (name: string) =>
      network.securityRules
        .createOrUpdate(group, 'nsg-sandbox', name, rule(), {
          requestOptions: { headers: { 'If-None-Match': '*' } },
        })
        .pollUntilDone();
    expect((await refusalOf(create('Deny-All'))).status).toBe(412);
    expect((await create('new')).name).toBe('new');
  });
});

describe('security rules that Azure refuses', () => {
  test.each<[string, string, Partial<SecurityRule>]>([
    ['a priority out of range', 'SecurityRuleInvalidPriority', { priority: 99 }],
    ['a priority out of range', 'SecurityRuleInvalidPriority', { priority: 4097 }],
    ['a priority twice in a direction', 'SecurityRuleConflict', { priority: 4096 }],
    [
      'an asterisk in a plural list',
      'SecurityRuleParameterContainsUnsupportedValue',
      { sourceAddressPrefix: '', sourceAddressPrefixes: ['10.0.0.0/24', '*'] },
    ],
    [
      'Any in a plural list',
      'SecurityRuleParameterContainsUnsupportedValue',
      { destinationAddressPrefix: '', destinationAddressPrefixes: ['Any'] },
    ],
    [
      'a tag in a plural list',
      'SecurityRuleParameterContainsUnsupportedValue',
      { destinationAddressPrefix: '', destinationAddressPrefixes: ['storage.westeurope'] },
    ],
    [
      'a network tag in a plural list',
      'SecurityRuleParameterContainsUnsupportedValue',
      { sourceAddressPrefix: '', sourceAddressPrefixes: ['VirtualNetwork'] },
    ],
    [
      'a tag that doesn’t exist',
      'SecurityRuleInvalidAddressPrefix',
      { destinationAddressPrefix: 'AzureMachineLearnin' },
    ],
    [
      'a tag by its ID in the file',
      'SecurityRuleInvalidAddressPrefix',
      { destinationAddressPrefix: 'AzureBastionSubnet' },
    ],
    ['Any in the singular', 'SecurityRuleInvalidAddressPrefix', { destinationAddressPrefix: 'any' }],
    ['host bits', 'SecurityRuleInvalidAddressPrefix', { destinationAddressPrefix: '20.20.20.20/16' }],
    ['a prefix too long', 'SecurityRuleInvalidAddressPrefix', { destinationAddressPrefix: '10.0.0.0/33' }],
    ['a port too large', 'SecurityRuleInvalidPortRange', { destinationPortRange: '65536' }],
    ['a reversed port range', 'SecurityRuleInvalidPortRange', { destinationPortRange: '90-80' }],
    [
      'an asterisk in a plural port list',
      'SecurityRuleParameterContainsInvalidPortRanges',
      { destinationPortRange: '', destinationPortRanges: ['*'] },
    ],
    [
      'both forms',
      'SecurityRuleParametersCannotBeSpecifiedTogether',
      { sourceAddressPrefixes: ['10.0.0.0/24'] },
    ],
    ['an invalid protocol', 'SecurityRuleMissingOrInvalidMember', { protocol: 'Sctp' }],
    ['no destination', 'SecurityRuleMissingOrInvalidMember', { destinationAddressPrefix: '' }],
  ])('%s: %s', async (_, code, change) => {
    const sample = openSampleClients();
    expect(await refusalOf(putRule(sample, change))).toMatchObject({ status: 400, code });
    expect((await refusalOf(sample.network.securityRules.get(group, 'nsg-sandbox', 'new'))).status).toBe(404);
  });

  test.each<[string, Partial<SecurityRule>]>([
    ['a tag in any case', { destinationAddressPrefix: 'STORAGE.westeurope' }],
    [
      'several prefixes and ports',
      {
        destinationAddressPrefix: '',
        destinationAddressPrefixes: ['10.0.0.0/24', '10.1.0.4'],
        destinationPortRange: '',
        destinationPortRanges: ['443', '8000-9000'],
      },
    ],
    ['the same priority in the other direction', { priority: 4096, direction: 'Inbound' }],
    ['IPv6', { destinationAddressPrefix: '2603:1020:206::/48' }],
  ])('accepted: %s', async (_, change) => {
    expect((await putRule(openSampleClients(), change)).provisioningState).toBe('Succeeded');
  });

  test('rules inside an NSG are checked too', async () => {
    const { network } = openSampleClients();
    const rules = [
      { ...rule(), name: 'one' },
      { ...rule(), name: 'two' },
    ];
    const refusal = await refusalOf(
      network.networkSecurityGroups
        .createOrUpdate(group, 'nsg-new', { location, securityRules: rules })
        .pollUntilDone(),
    );
    expect(refusal.message).toContain(
      'Security rule two conflicts with rule one. Rules cannot have the same Priority and Direction.',
    );
  });
});

describe('networks and subnets that Azure refuses', () => {
  const subnet =
    (prefix: string, more: object = {}) =>
    ({ network }: Sample) =>
      network.subnets
        .createOrUpdate(group, 'vnet-ml-prod-weu', 'snet-new', { addressPrefix: prefix, ...more })
        .pollUntilDone();
  const space =
    (prefix: string) =>
    ({ network }: Sample) =>
      network.virtualNetworks
        .createOrUpdate(group, 'vnet-new', { location, addressSpace: { addressPrefixes: [prefix] } })
        .pollUntilDone();

  test.each<[string, string, (sample: Sample) => Promise<unknown>]>([
    ['outside the network', 'NetcfgSubnetRangeOutsideVnet', subnet('10.41.0.0/26')],
    ['overlapping another', 'NetcfgSubnetRangesOverlap', subnet('10.40.4.32/27')],
    ['too small', 'NetcfgInvalidSubnet', subnet('10.40.7.32/30')],
    ['host bits', 'InvalidAddressPrefixFormat', subnet('10.40.7.33/28')],
    [
      'an NSG that doesn’t exist',
      'InvalidResourceReference',
      subnet('10.40.7.32/28', {
        networkSecurityGroup: {
          id: '/subscriptions/x/resourceGroups/y/providers/Microsoft.Network/networkSecurityGroups/z',
        },
      }),
    ],
    ['a reserved range of Azure', 'AddressPrefixNotAllowed', space('169.254.0.0/16')],
    [
      'no prefix at all',
      'NoAddressPrefixOrPoolProvided',
      ({ network }) =>
        network.virtualNetworks.createOrUpdate(group, 'vnet-new', { location }).pollUntilDone(),
    ],
    [
      'no location',
      'LocationRequired',
      ({ network }) => network.routeTables.createOrUpdate(group, 'rt-new', {}).pollUntilDone(),
    ],
  ])('%s: %s', async (_, code, write) => {
    expect(await refusalOf(write(openSampleClients()))).toMatchObject({ status: 400, code });
  });

  test('a used subnet keeps its addresses and can’t be delegated', async () => {
    const { network } = openSampleClients();
    const before = await network.subnets.get(group, 'vnet-ml-prod-weu', 'snet-training');
    const write = (change: object) =>
      refusalOf(
        network.subnets
          .createOrUpdate(group, 'vnet-ml-prod-weu', 'snet-training', { ...before, ...change })
          .pollUntilDone(),
      );
    expect((await write({ addressPrefix: '10.40.4.32/27' })).code).toBe('InUsePrefixCannotBeDeleted');
    const delegations = [{ name: 'd', serviceName: 'Microsoft.Databricks/workspaces' }];
    expect((await write({ delegations })).message).toContain(
      'cannot be changed from [] to [Microsoft.Databricks/workspaces] because it is being used by',
    );
  });

  test('the same name in another location', async () => {
    const { network } = openSampleClients();
    const refusal = await refusalOf(
      network.routeTables
        .createOrUpdate('rg-risk-platform', 'rt-hub', { location: 'northeurope' })
        .pollUntilDone(),
    );
    expect(refusal).toMatchObject({ status: 409, code: 'InvalidResourceLocation' });
  });
});

describe('routes that Azure refuses', () => {
  const put = (
    { network }: Sample,
    name: string,
    addressPrefix: string,
    nextHopType = 'Internet',
    nextHopIpAddress?: string,
  ) =>
    network.routes
      .createOrUpdate('rg-risk-platform', 'rt-hub', name, {
        addressPrefix,
        nextHopType,
        ...(nextHopIpAddress ? { nextHopIpAddress } : {}),
      })
      .pollUntilDone();

  test.each<[string, string, string, string?, string?]>([
    ['a tag that no route can have', 'ServiceTagNotSupportedInRoute', 'Internet'],
    ['a tag that no route can have', 'ServiceTagNotSupportedInRoute', 'VirtualNetwork'],
    ['a tag that doesn’t exist', 'InvalidRoutePrefix', 'AzureMachineLearnin'],
    ['a prefix twice', 'RouteConflict', '0.0.0.0/0'],
    ['an appliance without an address', 'InvalidNextHop', '10.9.0.0/16', 'VirtualAppliance'],
    ['an address without an appliance', 'InvalidNextHop', '10.9.0.0/16', 'Internet', '10.0.1.4'],
  ])('%s: %s', async (_, code, prefix, type, address) => {
    expect(await refusalOf(put(openSampleClients(), 'new', prefix, type, address))).toMatchObject({
      status: 400,
      code,
    });
  });

  test('more than 25 tags in a table', async () => {
    const sample = openSampleClients();
    const tags =
      (await sample.network.serviceTags.list(location)).values
        ?.map((tag) => tag.name ?? '')
        .filter((name) => name.startsWith('Sql.')) ?? [];
    for (const tag of tags.slice(0, 25)) await put(sample, tag, tag);
    expect((await refusalOf(put(sample, 'more', tags[25] ?? ''))).code).toBe('ServiceTagRouteLimitReached');
  });
});
