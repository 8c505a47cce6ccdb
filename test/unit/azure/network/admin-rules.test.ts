import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/azure/json';
import { toAdminRule } from '../../../../src/azure/network/to-admin-rule';
import { known, unknown } from '../../../../src/core/known';
import { findSubnet, findVirtualNetwork } from '../../../../src/core/network/find';
import type { NetworkModel } from '../../../../src/core/network/model';
import { reason } from '../../../../src/core/reason';
import { sampleSubnetId as subnetIn } from '../../../../src/sandbox/sample/names';
import { connectAnswering, subscriptionId, type HttpAnswer } from '../answering';
import { connectSample, noStop } from '../sample';
import { networkBody, bodyNetworkId, subnet, bodySubnetId } from './bodies';

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
  test('is read as Azure shows it', () => {
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

  test('matches anything if a member is missing', () => {
    const open = { protocol: 'Any', sources: [], destinationPortRanges: [], access: 'AlwaysAllow' };
    expect(toAdminRule(adminRule(open), 0)).toMatchObject({
      protocol: known('*'),
      sources: known(['*']),
      destinationPorts: known(['*']),
      access: known('AlwaysAllow'),
    });
  });

  test('has unknown members for an unfamiliar value and for a network group', () => {
    const group = { addressPrefix: '/s/networkGroups/spokes', addressPrefixType: 'NetworkGroup' };
    const rule = toAdminRule(adminRule({ access: 'Perhaps', destinations: [group] }), 0);
    expect(rule.access.known).toBe(false);
    expect(rule.destinations).toEqual(unknown(reason('unknown.networkGroup', { name: 'spokes' })));
  });
});

function recordBody(networks: readonly string[]): JsonObject {
  const data = networks.map((id) => ({
    id: `${id}/providers/Microsoft.Network/effectiveSecurityAdminRules/default`,
  }));
  return { totalRecords: data.length, count: data.length, data, facets: [], resultTruncated: 'false' };
}

/** Azure's record of the networks that have admin rules, as its page on Resource Graph names them. */
function recordOf(...networks: string[]): HttpAnswer {
  return { body: recordBody(networks) };
}

describe('admin rules in effect in a network', () => {
  const action = 'listNetworkManagerEffectiveSecurityAdminRules';

  /**
   * Reads the rules of one network. `reported` answers the request for its rules, and `graph` the one for Azure's record of
   * networks with rules.
   */
  async function adminRulesOf(reported: (body: string) => HttpAnswer, graph: HttpAnswer = recordOf()) {
    const { azure } = connectAnswering((request) => {
      const { pathname } = new URL(request.url);
      if (pathname.endsWith(action)) {
        expect(request.method).toBe('POST');
        return reported(String(request.body));
      }
      if (pathname.endsWith('Microsoft.ResourceGraph/resources')) return graph;
      const own = networkBody([subnet('snet', {})]);
      if (pathname.endsWith('/virtualNetworks/vnet')) return { body: own };
      return { body: { value: pathname.endsWith('/virtualNetworks') ? [own] : [] } };
    });
    const model = await azure.read.networks(subscriptionId, noStop);
    expect(findVirtualNetwork(model, bodyNetworkId)?.adminRules?.known).not.toBe(true);
    const fresh = await azure.read.refreshSubnet(model, bodySubnetId, noStop);
    return findVirtualNetwork(fresh, bodyNetworkId)!.adminRules;
  }

  const refused: HttpAnswer = { status: 403, body: { error: { code: 'AuthorizationFailed', message: '' } } };
  const mayBe = unknown(
    reason('unknown.adminRules', { name: 'vnet', role: 'Network Contributor', scope: 'rg-net' }),
  );

  test('are read page by page', async () => {
    const first = { value: [adminRule({})], skipToken: 'more' };
    const second = { value: [adminRule({}, 'Deny-RDP')] };
    const rules = await adminRulesOf((body) => ({ body: body.includes('more') ? second : first }));
    expect(rules?.known && rules.value.map((one) => one.name)).toEqual(['Deny-SMB', 'Deny-RDP']);
  });

  test('are an empty list if Azure returns none', async () => {
    expect(await adminRulesOf(() => ({ body: { value: [] } }))).toEqual(known([]));
  });

  test('are an empty list in a cloud that doesn’t support the request', async () => {
    const error = { code: 'InvalidResourceType', message: '' };
    expect(await adminRulesOf(() => ({ status: 404, body: { error } }))).toEqual(known([]));
  });

  test('are left out if a reader doesn’t have permission and Azure has no record of any', async () => {
    expect(await adminRulesOf(() => refused)).toBeUndefined();
    expect(await adminRulesOf(() => refused, recordOf(`${bodyNetworkId}-2`))).toBeUndefined();
  });

  test.each([
    ['Azure has a record of some', recordOf(bodyNetworkId)],
    ['the record can’t be read either', refused],
    ['the record is truncated', { body: { ...recordBody([]), resultTruncated: 'true' } }],
  ])('are unknown if a reader doesn’t have permission, and %s', async (_, graph) => {
    expect(await adminRulesOf(() => refused, graph)).toEqual(mayBe);
  });

  test('apply to the sample’s regulated network from a subscription that the account can’t see', async () => {
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

  test('that a network manager governs isn’t ready before its rules are read', async () => {
    const { azure, sample } = connectSample();
    const listed = await azure.read.networks(sample.subscriptionId, noStop);
    expect(adminRulesOf(listed, regulated)).toEqual(
      unknown(reason('unknown.adminRulesLater', { name: 'vnet-regulated-weu' })),
    );
    const read = await azure.read.refreshSubnet(listed, regulated, noStop);
    expect(adminRulesOf(read, regulated)?.known).toBe(true);
  });

  test('that no network manager governs stays as it is, and one call covers all networks', async () => {
    const { azure, sample } = connectSample();
    const listed = await azure.read.networks(sample.subscriptionId, noStop);
    const ruled = listed.virtualNetworks.filter((one) => one.adminRules !== undefined);
    expect(ruled.map((one) => one.name)).toEqual(['vnet-regulated-weu']);
    const posts = sample.traffic.filter((one) => one.method === 'POST');
    expect(posts.map((one) => one.path)).toEqual(['/providers/Microsoft.ResourceGraph/resources']);
  });

  test('isn’t ready if Azure doesn’t report which networks are governed', async () => {
    const { azure, sample } = connectSample();
    sample.faults.next({ match: 'ResourceGraph', status: 403, code: 'AuthorizationFailed' });
    const listed = await azure.read.networks(sample.subscriptionId, noStop);
    expect(listed.virtualNetworks.length).toBeGreaterThan(15);
    for (const one of listed.virtualNetworks) {
      expect(one.adminRules).toEqual(unknown(reason('unknown.adminRulesUnread', { name: one.name })));
    }
  });

  test('is found in a record of several pages', async () => {
    const ids = Array.from({ length: 3 }, (_, at) => `${bodyNetworkId}-${at}`);
    const bodies: JsonObject[] = [];
    const { azure } = connectAnswering((request) => {
      const { pathname } = new URL(request.url);
      if (!pathname.endsWith('Microsoft.ResourceGraph/resources')) {
        const all = ids.map((id) => ({
          ...networkBody([subnet('snet', {})]),
          id,
          name: id.split('/').at(-1),
        }));
        return { body: { value: pathname.endsWith('/virtualNetworks') ? all : [] } };
      }
      const body = JSON.parse(String(request.body)) as JsonObject;
      bodies.push(body);
      const isFirst = bodies.length === 1;
      return { body: { ...recordBody([ids[isFirst ? 0 : 2]!]), ...(isFirst ? { $skipToken: 'more' } : {}) } };
    });
    const { virtualNetworks } = await azure.read.networks(subscriptionId, noStop);
    expect(virtualNetworks.map(({ adminRules }) => adminRules === undefined)).toEqual([false, true, false]);
    expect(bodies).toMatchObject([
      { subscriptions: [subscriptionId], options: { $top: 1000 } },
      { subscriptions: [subscriptionId], options: { $top: 1000, $skipToken: 'more' } },
    ]);
  });
});
