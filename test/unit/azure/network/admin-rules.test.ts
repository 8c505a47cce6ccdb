import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/azure/json';
import { toAdminRule } from '../../../../src/azure/network/to-admin-rule';
import { known, unknown } from '../../../../src/core/known';
import { findSubnet, findVirtualNetwork } from '../../../../src/core/network/find';
import type { NetworkModel } from '../../../../src/core/network/model';
import { reason } from '../../../../src/core/reason';
import { subnetId as subnetIn } from '../../../../src/sandbox/sample/names';
import { connectAnswering, subscriptionId, type Answer } from '../answering';
import { connectSample, noStop } from '../sample';
import { group, network, networkId, subnet, subnetId } from './bodies';

const configuration = '/s/networkManagers/nm/securityAdminConfigurations/sac';

function adminRule(properties: JsonObject, name = 'Deny-SMB'): JsonObject {
  const usual = {
    protocol: 'Tcp',
    sources: [{ addressPrefix: '*', addressPrefixType: 'IPPrefix' }],
    destinations: [{ addressPrefix: 'Storage', addressPrefixType: 'ServiceTag' }],
    sourcePortRanges: ['0-65535'],
    destinationPortRanges: ['445'],
    access: 'Deny',
    priority: 20,
    direction: 'Outbound',
  };
  return {
    id: `${configuration}/ruleCollections/rc/rules/${name}`,
    kind: 'Custom',
    properties: { ...usual, ...properties },
  };
}

describe('a security admin rule', () => {
  test('as Azure shows it', () => {
    expect(toAdminRule(adminRule({}), 3)).toEqual({
      id: `${configuration}/ruleCollections/rc/rules/Deny-SMB`,
      name: 'Deny-SMB',
      managerId: '/s/networkManagers/nm',
      configurationId: configuration,
      priority: known(20),
      direction: known('Outbound'),
      access: known('Deny'),
      protocol: known('Tcp'),
      sources: known(['*']),
      destinations: known(['Storage']),
      sourcePorts: known(['0-65535']),
      destinationPorts: known(['445']),
      sourceApplicationGroups: [],
      destinationApplicationGroups: [],
      index: 3,
    });
  });

  test('what is not said is anything', () => {
    const open = { protocol: 'Any', sources: [], destinationPortRanges: [], access: 'AlwaysAllow' };
    expect(toAdminRule(adminRule(open), 0)).toMatchObject({
      protocol: known('*'),
      sources: known(['*']),
      destinationPorts: known(['*']),
      access: known('AlwaysAllow'),
    });
  });

  test('a word that Azure did not have yet is unknown, and so are the members of a network group', () => {
    const group = { addressPrefix: '/s/networkGroups/spokes', addressPrefixType: 'NetworkGroup' };
    const rule = toAdminRule(adminRule({ access: 'Perhaps', destinations: [group] }), 0);
    expect(rule.access.known).toBe(false);
    expect(rule.destinations).toEqual(unknown(reason('unknown.networkGroup', { name: 'spokes' })));
  });
});

describe('rules in effect in a network', () => {
  const action = 'listNetworkManagerEffectiveSecurityAdminRules';

  /** One network; `told` answers the question for its rules, `managers` are those of the subscription. */
  async function adminRulesOf(
    told: (body: string) => Answer,
    {
      managers = [],
      peerings = [],
      table,
    }: { managers?: unknown[]; peerings?: JsonObject[]; table?: string } = {},
  ) {
    const { azure } = connectAnswering((request) => {
      const { pathname } = new URL(request.url);
      if (pathname.endsWith(action)) {
        expect(request.method).toBe('POST');
        return told(String(request.body));
      }
      if (pathname.endsWith('/networkManagers')) return { body: { value: managers } };
      const own = network([subnet('snet', table === undefined ? {} : { routeTable: { id: table } })], {
        virtualNetworkPeerings: peerings,
      });
      if (pathname.endsWith('/virtualNetworks/vnet')) return { body: own };
      return { body: { value: pathname.endsWith('/virtualNetworks') ? [own] : [] } };
    });
    const model = await azure.read.networks(subscriptionId, noStop);
    expect(findVirtualNetwork(model, networkId)?.adminRules?.known).not.toBe(true);
    const fresh = await azure.read.refreshSubnet(model, subnetId, noStop);
    return findVirtualNetwork(fresh, networkId)!.adminRules;
  }

  const refused: Answer = { status: 403, body: { error: { code: 'AuthorizationFailed', message: '' } } };
  const mayBe = unknown(
    reason('unknown.adminRules', { name: 'vnet', role: 'Network Contributor', scope: 'rg-net' }),
  );

  test('come page by page', async () => {
    const first = { value: [adminRule({})], skipToken: 'more' };
    const second = { value: [adminRule({}, 'Deny-RDP')] };
    const rules = await adminRulesOf((body) => ({ body: body.includes('more') ? second : first }));
    expect(rules?.known && rules.value.map((one) => one.name)).toEqual(['Deny-SMB', 'Deny-RDP']);
  });

  test('none is none', async () => {
    expect(await adminRulesOf(() => ({ body: { value: [] } }))).toEqual(known([]));
  });

  test('a cloud that does not know the question has no network managers', async () => {
    const error = { code: 'InvalidResourceType', message: '' };
    expect(await adminRulesOf(() => ({ status: 404, body: { error } }))).toEqual(known([]));
  });

  test('a reader may not ask: where nothing speaks of a manager, nothing is said of it', async () => {
    expect(await adminRulesOf(() => refused)).toBeUndefined();
  });

  test.each([
    ['a manager in the subscription', { managers: [{ id: '/nm' }] }],
    [
      'a peering that a manager made',
      { peerings: [{ name: 'ANM_1_hub', properties: { peeringState: 'Connected' } }] },
    ],
    [
      'a route table that a manager made',
      {
        table: `${group}/routeTables/AVNM_Managed_1`.replace(
          'rg-net',
          `AVNM_Managed_ResourceGroup_${subscriptionId}`,
        ),
      },
    ],
  ])('a reader may not ask, and %s speaks of one: not known', async (_, around) => {
    expect(await adminRulesOf(() => refused, around)).toEqual(mayBe);
  });

  test('the sample’s regulated network is ruled over from a subscription that nobody sees', async () => {
    const { azure, sample } = connectSample();
    const model = await azure.read.networks(sample.subscriptionId, noStop);
    const id = subnetIn('rg-regulated', 'vnet-regulated-weu', 'snet-train-regulated');
    const rules = findSubnet(await azure.read.refreshSubnet(model, id, noStop), id)!.network.adminRules;
    expect(rules?.known && rules.value.map((one) => [one.name, one.access])).toEqual([
      ['Always-Allow-EntraID', known('AlwaysAllow')],
      ['Deny-SMB-Out', known('Deny')],
      ['Deny-Management-In', known('Deny')],
    ]);
  });
});

describe('a network in a list', () => {
  const regulated = subnetIn('rg-regulated', 'vnet-regulated-weu', 'snet-train-regulated');
  const adminRulesOf = (model: NetworkModel, id: string) => findSubnet(model, id)?.network.adminRules;

  test('that a manager routes is not called ready before its rules are asked', async () => {
    const { azure, sample } = connectSample();
    const listed = await azure.read.networks(sample.subscriptionId, noStop);
    expect(adminRulesOf(listed, regulated)).toEqual(
      unknown(reason('unknown.adminRulesLater', { name: 'vnet-regulated-weu' })),
    );
    const read = await azure.read.refreshSubnet(listed, regulated, noStop);
    expect(adminRulesOf(read, regulated)?.known).toBe(true);
  });

  test('that bears no mark of a manager stays as it is, and no call more is made', async () => {
    const { azure, sample } = connectSample();
    const listed = await azure.read.networks(sample.subscriptionId, noStop);
    const marked = listed.virtualNetworks.filter((one) => one.adminRules !== undefined);
    expect(marked.map((one) => one.name)).toEqual(['vnet-regulated-weu']);
    expect(sample.traffic.filter((one) => one.method === 'POST')).toEqual([]);
  });
});
