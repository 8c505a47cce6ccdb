import { describe, expect, it, test } from 'vitest';
import type { Fix } from '../../../src/core/fix';
import type { NewRoute, ResourceChange } from '../../../src/core/resource-change';
import { nameOf } from '../../../src/core/network/find';
import { collectFixes, nameOfEntry } from '../../../src/plans/code/fix-entries';
import { leftOutLines } from '../../../src/plans/code/left-out';
import { writeBicep } from '../../../src/plans/code/write-bicep';
import {
  clusterPlan,
  endpointFix,
  context,
  fixWithSteps,
  insertRule,
  routeTableId,
  newRuleWith,
  sayStrictly,
  securityGroupId,
  planSubnetId,
  planSubscription,
} from './sample-plans';
import type { PlanSay } from '../../../src/plans/say';
import { messagesIn } from '../../support/messages-in';
import { withoutType } from '../../support/named-types';
import {
  addedRoute,
  associated,
  deleted,
  dissociated,
  removedRoute,
  removedRule,
  setTo,
} from '../../support/changes';

const batch = newRuleWith('outbound-batch-443', { name: 'AllowBatch' });
const storage = newRuleWith('outbound-storage-445', { name: 'AllowStorage', priority: 190 });

const addsRule: ResourceChange = {
  type: 'keyVault',
  id: '/s/vaults/kv',
  before: { subnetRules: [] },
  after: { subnetRules: [planSubnetId] },
};

const names = (fixes: readonly Fix[]): string[][] =>
  collectFixes(fixes).targets.map((target) => target.entries.map(nameOfEntry));

describe('selected fixes', () => {
  it('of one NSG are collected, however its ID is spelled', () => {
    const fixes = [
      fixWithSteps(['a'], [insertRule(batch)]),
      fixWithSteps(['b'], [insertRule(storage, securityGroupId.toUpperCase())]),
    ];
    expect(names(fixes)).toEqual([['AllowBatch', 'AllowStorage']]);
  });

  it('with the same rule write it once, for both requirements', () => {
    const { targets, leftOut } = collectFixes([
      fixWithSteps(['a'], [insertRule(batch)]),
      fixWithSteps(['b'], [insertRule({ ...batch, why: storage.why })]),
    ]);
    expect(leftOut).toEqual([]);
    expect(targets[0]!.entries.map((one) => one.requirements)).toEqual([['a', 'b']]);
  });

  it('name only the requirement that is a rule’s own reason', () => {
    const { targets } = collectFixes([
      fixWithSteps(['outbound-batch-443', 'outbound-storage-445'], [insertRule(batch), insertRule(storage)]),
    ]);
    expect(targets[0]!.entries.map((one) => one.requirements)).toEqual([
      ['outbound-batch-443'],
      ['outbound-storage-445'],
    ]);
  });

  it.each([
    ['priority', { ...storage, priority: batch.priority }],
    ['name', { ...storage, name: 'allowbatch' }],
  ])('whose rules have the same %s don’t overwrite each other', (_, second) => {
    const { targets, leftOut } = collectFixes([
      fixWithSteps(['a'], [insertRule(batch)]),
      fixWithSteps(['b'], [insertRule(second)]),
    ]);
    expect(targets[0]!.entries.map(nameOfEntry)).toEqual(['AllowBatch']);
    expect(leftOut).toEqual([
      {
        key: 'write.leftOut.rule',
        values: { name: second.name, other: 'AllowBatch', resource: 'nsg-training' },
      },
    ]);
  });

  it('can use one priority in both directions', () => {
    const inbound = { ...storage, priority: batch.priority, direction: 'Inbound' as const };
    expect(names([fixWithSteps(['a'], [insertRule(batch), insertRule(inbound)])])).toEqual([
      ['AllowBatch', 'AllowStorage'],
    ]);
  });

  it('whose routes have the same destination don’t overwrite each other', () => {
    const route: NewRoute = {
      name: 'aml',
      destination: 'AzureMachineLearning',
      nextHop: 'Internet',
      nextHopAddress: null,
    };
    const insert = (one: NewRoute): ResourceChange => addedRoute(routeTableId, one);
    const { leftOut } = collectFixes([
      fixWithSteps(['a'], [insert(route)]),
      fixWithSteps(['b'], [insert({ ...route, name: 'other', destination: 'azuremachinelearning' })]),
    ]);
    expect(leftOut.map((one) => one.key)).toEqual(['write.leftOut.route']);
  });

  const byHand: readonly [string, ResourceChange][] = [
    [
      'Remove rule AllowOld from NSG nsg-training yourself, because a deployment doesn’t remove rules',
      removedRule(securityGroupId, 'AllowOld'),
    ],
    [
      'Remove route old from route table rt-hub yourself, because a deployment doesn’t remove routes',
      removedRoute(routeTableId, 'old'),
    ],
    [
      'Set delegations of subnet snet-training to Microsoft.Web/serverFarms',
      setTo(planSubnetId, { delegations: ['Microsoft.Web/serverFarms'] }),
    ],
    ['Remove the delegation of subnet snet-training', setTo(planSubnetId, { delegations: [] })],
    ['Delete route table rt-hub', deleted('routeTable', routeTableId)],
    [
      'Dissociate route table rt-hub from snet-training',
      dissociated('routeTable', routeTableId, planSubnetId),
    ],
    ['Add subnet snet-training to the network rules of kv', addsRule],
    [
      'Allow trusted Azure services to access kv',
      { type: 'keyVault', id: '/s/vaults/kv', before: { trustsAzure: false }, after: { trustsAzure: true } },
    ],
    ['Associate route table rt-hub with snet-training', associated('routeTable', routeTableId, planSubnetId)],
  ];
  it.each(byHand)('report what a deployment can’t do: %s', (text, step) => {
    // A subnet that wasn't read isn't written, because its properties would be lost.
    const { writtenOn, subnetPrefixes, requirements } = context;
    const unread = { writtenOn, subnetPrefixes, requirements };
    const { files, leftOut } = writeBicep(
      { ...clusterPlan, fixes: [fixWithSteps(['a'], [step])] },
      unread,
      sayStrictly,
    );
    expect(leftOut).toHaveLength(1);
    expect(files.map(({ name }) => name)).toEqual(['cpu-cluster.bicep', 'cpu-cluster.bicepparam']);
    expect(files[0]!.text.replaceAll('\n// ', ' ')).toContain(`The files don’t include this step. ${text}.`);
  });
});

test.each(['en', 'fr'] as const)(
  'what a deployment can’t do has the type of each resource (%s)',
  (language) => {
    const say = messagesIn(language) as PlanSay;
    const types = ['securityGroup', 'routeTable', 'natGateway', 'publicIpAddress'] as const;
    const changes = types.flatMap((type) => {
      const id = `/s/${type}/x-1`;
      const to = type === 'publicIpAddress' ? '/s/natGateways/y-1' : planSubnetId;
      return [deleted(type, id), associated(type, id, to), dissociated(type, id, to)];
    });
    const texts = changes.map((change) =>
      leftOutLines(say, collectFixes([fixWithSteps(['a'], [change])]).leftOut).join('\n'),
    );
    expect(texts.flatMap((text, index) => withoutType(text, changes.slice(index, index + 1)))).toEqual([]);
    expect(texts.every((text) => text.includes('x-1'))).toBe(true);
  },
);

describe('links of private DNS zones', () => {
  const zoneId = (zone: string, group = 'rg-dns'): string =>
    `${planSubscription}/resourceGroups/${group}/providers/Microsoft.Network/privateDnsZones/${zone}`;
  const spoke = planSubnetId.replace(/\/subnets.*/, '');
  const link = (zone: string, network = spoke): ResourceChange => ({
    type: 'zoneLink',
    id: `${zone}/virtualNetworkLinks/link-${nameOf(network)}`,
    before: null,
    after: { network },
  });
  const vault = zoneId('privatelink.vaultcore.azure.net');
  const blob = zoneId('privatelink.blob.core.windows.net');

  test('are written below their existing zones, and leave nothing to do', () => {
    const hub = spoke.replace('vnet-spoke-weu', 'vnet-hub');
    const steps = [link(vault), link(blob), link(vault, hub), link(vault)];
    const { files, leftOut } = writeBicep(
      { ...clusterPlan, fixes: [fixWithSteps(['a'], steps)] },
      context,
      sayStrictly,
    );
    expect(leftOut).toEqual([]);
    const { text } = files.find(({ name }) => name === 'cpu-cluster-network-fixes.bicep')!;
    expect(text.match(/^resource .*/gm)).toEqual([
      "resource privateDnsZone 'Microsoft.Network/privateDnsZones@2020-06-01' existing = {",
      "resource privateDnsZone2 'Microsoft.Network/privateDnsZones@2020-06-01' existing = {",
      "resource newZoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {",
      "resource newZoneLink2 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {",
      "resource newZoneLink3 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {",
    ]);
    expect(text.match(/^param .*/gm)).toEqual([
      'param privateDnsZoneName string',
      'param linkedNetworkId string',
      'param privateDnsZone2Name string',
      'param linkedNetwork2Id string',
    ]);
    expect(files[0]!.text).toContain('scope: resourceGroup(privateDnsZoneResourceGroup)');
    expect(files[0]!.text).toContain(`param privateDnsZoneResourceGroup string = 'rg-dns'`);
  });
});

test('a service endpoint is written with the subnet that was read, and the rule of the key vault is left to do', () => {
  const steps: Fix['changes'] = [setTo(planSubnetId, { serviceEndpoints: ['Microsoft.KeyVault'] }), addsRule];
  const { files, leftOut } = writeBicep(
    { ...clusterPlan, fixes: [fixWithSteps(['a'], steps)] },
    context,
    sayStrictly,
  );
  expect(files.map(({ text }) => text).join('\n')).toMatch(
    /serviceEndpoints: \[\s*\{\s*service: 'Microsoft\.KeyVault'\s*\}\s*\]/,
  );
  expect(leftOut).toHaveLength(1);
});

describe('a rule with several prefixes', () => {
  const written = (more: Parameters<typeof newRuleWith>[1]): string => {
    const fix = fixWithSteps(['outbound-batch-443'], [insertRule(newRuleWith('outbound-batch-443', more))]);
    return writeBicep({ ...clusterPlan, fixes: [fix] }, context, sayStrictly).files[2]!.text;
  };

  it('uses the plural property', () => {
    const text = written({ sources: ['10.1.0.0/24', '10.2.0.0/24'], destinationPorts: ['80', '443'] });
    expect(text).toContain("sourceAddressPrefixes: [\n      '10.1.0.0/24'\n      '10.2.0.0/24'\n    ]");
    expect(text).toContain("destinationPortRanges: [\n      '80'\n      '443'\n    ]");
  });

  it.each(['VirtualNetwork', '*', 'Storage.WestEurope'])(
    'is never written with %s among them, because Azure refuses it',
    (tag) => {
      expect(() => written({ destinations: ['10.1.0.0/24', tag] })).toThrow('Azure refuses it');
    },
  );

  it('uses the parameter if they’re the subnet’s own', () => {
    const fix = fixWithSteps(
      ['outbound-batch-443'],
      [insertRule(newRuleWith('outbound-batch-443', { sources: ['10.9.0.0/26', 'fd00::/64'] }))],
    );
    const both = { ...context, subnetPrefixes: ['fd00::/64', '10.9.0.0/26'] };
    const [main, , fixes] = writeBicep({ ...clusterPlan, fixes: [fix] }, both, sayStrictly).files;
    expect(fixes!.text).toContain('sourceAddressPrefixes: subnetAddressPrefixes');
    expect(main!.text).toContain("param subnetAddressPrefixes array = [\n  'fd00::/64'\n  '10.9.0.0/26'\n]");
  });

  it.each([
    ['é'.repeat(140), 'é'.repeat(140)],
    ['é'.repeat(141), `${'é'.repeat(139)}…`],
    [`${'é'.repeat(138)}😀😀`, `${'é'.repeat(138)}…`],
  ])('keeps its description within Azure’s limit of 140 characters: %s', (why, description) => {
    const fix = fixWithSteps(
      ['outbound-batch-443'],
      [insertRule(newRuleWith('outbound-batch-443', { why: { key: 'long' } }))],
    );
    const words = (key: string, values?: Parameters<typeof sayStrictly>[1]): string =>
      key === 'long' ? why : sayStrictly(key, values);
    const text = writeBicep({ ...clusterPlan, fixes: [fix] }, context, words).files[2]!.text;
    expect(/description: '(.*)'/.exec(text)![1]).toBe(description);
  });
});

test('for resources in another resource group and subscription, parameters state where to create them', () => {
  const elsewhere = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-elsewhere/';
  const moved = (type: string): Fix =>
    JSON.parse(
      JSON.stringify(endpointFix).replaceAll(
        new RegExp(
          `/subscriptions/[^/]+/resourceGroups/rg-network-prod/(?=providers/Microsoft.Network/${type}/)`,
          'g',
        ),
        elsewhere,
      ),
    ) as Fix;
  for (const [type, name] of [
    ['(?:privateDnsZones|privateEndpoints)', 'madeZone'],
    ['privateEndpoints', 'privateEndpoint'],
  ] as const) {
    const { files } = writeBicep({ ...clusterPlan, fixes: [moved(type)] }, context, sayStrictly);
    expect(files[0]?.text).toContain(`param ${name}ResourceGroup string = 'rg-elsewhere'`);
    expect(files[0]?.text).toContain(`param ${name}Subscription string = '11111111`);
  }
});
