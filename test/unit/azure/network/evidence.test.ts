import { describe, expect, test } from 'vitest';
import { flowLogQuery, toDrops } from '../../../../src/azure/network/read-flow-logs';
import { toEffectiveRules, toRoutesInEffect } from '../../../../src/azure/network/to-effective-rules';
import type { EvidencePlace } from '../../../../src/azure/ports';
import { sampleNetworkId, sampleSubnetId } from '../../../../src/sandbox/sample/names';
import { sampleConnection, type ConnectionOptions } from '../../features/sample-connection';

function placeOf(group: string, network: string, subnet: string, prefix: string): EvidencePlace {
  return {
    networkId: sampleNetworkId(group, 'virtualNetworks', network),
    subnetId: sampleSubnetId(group, network, subnet),
    location: 'westeurope',
    prefixes: [prefix],
    groupId: null,
  };
}

const probed = placeOf('rg-branch', 'vnet-branch-weu', 'snet-train-probed', '10.70.1.64/26');
const training = {
  ...placeOf('rg-network-prod', 'vnet-ml-prod-weu', 'snet-training', '10.40.4.0/26'),
  groupId: sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training'),
};

async function evidenceOf(place: EvidencePlace, options: ConnectionOptions = {}) {
  const { connect, sample } = sampleConnection(options);
  const { azure } = await connect();
  return { sample, evidence: await azure.read.evidence(place, new AbortController().signal) };
}

describe('the sample', () => {
  test('reads a subnet with a machine: its rules with the prefixes of their tags, and its routes', async () => {
    const { evidence, sample } = await evidenceOf(probed);
    const found = evidence.networkInterface.known ? evidence.networkInterface.value : null;
    expect(found?.name).toBe('nic-vm-branch-probe');
    const [rules = []] = found?.groups ?? [];
    const deny = rules.find(({ name }) => name === 'Deny-All');
    expect(deny).toMatchObject({
      priority: 4096,
      access: 'Deny',
      direction: 'Outbound',
      group: 'nsg-branch',
    });
    expect(rules.some(({ destinations }) => destinations.length > 50)).toBe(true);
    expect(found?.routes).toContainEqual({ prefix: '0.0.0.0/0', nextHop: 'Internet', nextHopAddress: null });
    const posts = sample.traffic
      .filter(({ method }) => method !== 'GET')
      .map(({ path }) => path.split('/').at(-1));
    expect(posts.sort()).toEqual(['effectiveNetworkSecurityGroups', 'effectiveRouteTable']);
  });

  test('without a machine there are no effective rules; flow logs show dropped traffic, and NSG flow logs are detected', async () => {
    const hosts = new Set<string>();
    const { evidence } = await evidenceOf(training, {
      azure: (sample) => ({
        httpClient: {
          sendRequest: (request) => {
            hosts.add(new URL(request.url).host);
            return sample.httpClient.sendRequest(request);
          },
        },
      }),
    });
    expect([...hosts]).toEqual(['management.azure.com']);
    expect(evidence.networkInterface).toEqual({ known: true, value: null });
    const logs = evidence.flowLogs.known ? evidence.flowLogs.value : null;
    expect(logs?.hasNsgLogs).toBe(true);
    const drops = logs?.drops?.known === true ? logs.drops.value : [];
    expect(drops).toContainEqual(
      expect.objectContaining({
        direction: 'Outbound',
        protocol: 'UDP',
        port: '5831',
        rule: 'Deny-All',
        group: 'nsg-training',
      }),
    );
  });

  test('only flow logs are unknown if their workspace can’t be read', async () => {
    const { evidence } = await evidenceOf(training, {
      before: (sample) =>
        sample.access.deny({
          verbs: ['read', 'action'],
          scope: training.networkId.split('/providers')[0] ?? '',
          type: 'Microsoft.OperationalInsights/workspaces',
        }),
    });
    expect(evidence.flowLogs.known && evidence.flowLogs.value.drops?.known).toBe(false);
  });

  test('a workspace without traffic analytics data doesn’t have flow logs, and isn’t unknown', async () => {
    const innererror = {
      code: 'SemanticError',
      innererror: { code: 'SEM0100', message: "Failed to resolve table 'NTANetAnalytics'" },
    };
    const { evidence } = await evidenceOf(training, {
      azure: (sample) => ({
        httpClient: {
          sendRequest: async (request) => {
            const response = await sample.httpClient.sendRequest(request);
            if (!request.url.includes('/api/query')) return response;
            const error = {
              code: 'BadArgumentError',
              message: 'The request had some invalid properties',
              innererror,
            };
            return { ...response, status: 400, bodyAsText: JSON.stringify({ error }) };
          },
        },
      }),
    });
    expect(evidence.flowLogs).toMatchObject({ known: true, value: { drops: null } });
  });
});

describe('Azure’s response', () => {
  test('rules of the NIC’s own NSG are left out, since nodes of Azure ML don’t have it', () => {
    const rule = {
      name: 'securityRules/A',
      protocol: 'All',
      priority: 100,
      access: 'Allow',
      direction: 'Outbound',
      sourceAddressPrefix: 'VirtualNetwork',
      expandedSourceAddressPrefix: ['10.0.0.0/8'],
      destinationAddressPrefixes: ['20.0.0.0/8'],
      sourcePortRange: '0-65535',
      destinationPortRanges: ['443-443'],
    };
    const group = (association: object) => ({
      networkSecurityGroup: { id: '/x/nsg' },
      association: { ...association },
      effectiveSecurityRules: [rule],
    });
    const body = { value: [group({ networkInterface: { id: 'n' } }), group({ subnet: { id: 's' } })] };
    expect(toEffectiveRules(body)).toEqual([
      [
        {
          name: 'A',
          group: 'nsg',
          priority: 100,
          direction: 'Outbound',
          access: 'Allow',
          protocol: '*',
          sources: ['10.0.0.0/8'],
          destinations: ['20.0.0.0/8'],
          sourcePorts: ['0-65535'],
          destinationPorts: ['443-443'],
        },
      ],
    ]);
  });

  test.each([{ priority: '100' }, { direction: 'Up' }, { access: 'Perhaps' }, { sourcePortRange: 'a-b' }])(
    'a rule with %j invalidates the response: without the rule, another one would decide',
    (wrong) => {
      const rule = { priority: 100, access: 'Allow', direction: 'Outbound', ...wrong };
      const value = [{ association: { subnet: {} }, effectiveSecurityRules: [rule] }];
      expect(() => toEffectiveRules({ value })).toThrow();
    },
  );

  test('routes that are overridden by others are left out', () => {
    const route = (state: string) => ({
      state,
      addressPrefix: ['0.0.0.0/0'],
      nextHopType: 'None',
      nextHopIpAddress: [],
    });
    expect(toRoutesInEffect({ value: [route('Invalid'), route('Active')] })).toHaveLength(1);
  });

  test.each([{}, { value: 'x' }, { tables: [] }])('%j isn’t a valid response', (body) => {
    expect(() => toEffectiveRules(body)).toThrow();
    expect(() => toRoutesInEffect(body)).toThrow();
    expect(() => toDrops(body)).toThrow();
  });

  test('rows are read by their column names, in both spellings', () => {
    const row = ['T', 'Outbound', 443, '/g/nsg', 'Deny', 7, '2026-11-29T10:00:00Z', '20.1.1.1'];
    const names = ['L4Protocol', 'FlowDirection', 'DestPort', 'AclGroup', 'AclRule', 'Flows', 'Last', 'Far'];
    const drop = {
      direction: 'Outbound',
      protocol: 'TCP',
      port: '443',
      far: '20.1.1.1',
      group: 'nsg',
      rule: 'Deny',
      flows: 7,
      last: '2026-11-29T10:00:00Z',
    };
    expect(toDrops({ tables: [{ columns: names.map((name) => ({ name })), rows: [row] }] })).toEqual([drop]);
    expect(
      toDrops({ Tables: [{ Columns: names.map((ColumnName) => ({ ColumnName })), Rows: [row] }] }),
    ).toEqual([drop]);
  });
});

test('only address prefixes become part of the query', () => {
  const query = flowLogQuery(['10.40.4.1/26', '"]) | take 1 //', 'fd00::/64', '10.0.0.0/33']);
  expect(query).toContain('dynamic(["10.40.4.0/26"])');
  expect(query).not.toContain('take 1 ');
  expect(flowLogQuery([])).toContain('dynamic([])');
});
