import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SubnetEvidence } from '../../src/core/evidence';
import type { WorkspaceDiagnosis } from '../../src/core/diagnosis';
import { displayText } from '../../src/core/text/display-text';
import { markup } from '../support/active-markdown';
import { caseCount, someCases } from '../support/case-count';
import { connectHostile, startHostileAzure, type HostileAzure } from '../support/hostile-azure';
import { hostileParts, mapJsonTexts } from '../support/hostile-names';
import { pathsOf } from '../support/paths-of';
import {
  pickSubnet,
  denyAllSubnet,
  openWizardAt,
  type OpenWizardOptions,
  type OpenWizard,
} from '../unit/features/wizard/open-wizard';

const subscription = '00000000-1111-4222-8333-444444444444';
const inGroup = (path: string): string =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/${path}`;
const networkId = inGroup('Microsoft.Network/virtualNetworks/v');
const subnetId = `${networkId}/subnets/s`;
const groupId = inGroup('Microsoft.Network/networkSecurityGroups/g');
const workspaceId = inGroup('Microsoft.MachineLearningServices/workspaces/w');
const nic = inGroup('Microsoft.Network/networkInterfaces/nic');
const watcher = inGroup('Microsoft.Network/networkWatchers/nw');
const logs = inGroup('Microsoft.OperationalInsights/workspaces/logs');
const noStop = new AbortController().signal;

/** Azure's answers by the last part of the path. */
type Answers = Readonly<Record<string, unknown>>;

const rule = {
  name: 'securityRules/Deny-All',
  protocol: 'All',
  priority: 100,
  access: 'Deny',
  direction: 'Outbound',
  sourceAddressPrefix: '*',
  destinationAddressPrefix: '*',
  sourcePortRange: '0-65535',
  destinationPortRange: '0-65535',
};
const columns = ['FlowDirection', 'L4Protocol', 'DestPort', 'AclGroup', 'AclRule', 'Flows', 'Last', 'Far'];
const row = ['Outbound', 'T', 443, groupId, 'Deny-All', 7, '2026-11-29T10:00:00Z', '20.1.1.1'];
const table = { columns: columns.map((name) => ({ name })), rows: [row] };

const ordinary: Answers = {
  [networkId]: {
    id: networkId,
    properties: {
      subnets: [{ id: subnetId, properties: { ipConfigurations: [{ id: `${nic}/ipConfigurations/i` }] } }],
    },
  },
  effectiveNetworkSecurityGroups: {
    value: [
      {
        networkSecurityGroup: { id: groupId },
        association: { subnet: { id: subnetId } },
        effectiveSecurityRules: [rule],
      },
    ],
  },
  effectiveRouteTable: {
    value: [{ state: 'Active', addressPrefix: ['0.0.0.0/0'], nextHopType: 'Internet', nextHopIpAddress: [] }],
  },
  networkWatchers: { value: [{ id: watcher, location: 'westeurope' }] },
  flowLogs: {
    value: [
      {
        properties: {
          enabled: true,
          targetResourceId: networkId,
          flowAnalyticsConfiguration: {
            networkWatcherFlowAnalyticsConfiguration: { enabled: true, workspaceResourceId: logs },
          },
        },
      },
    ],
  },
  query: { tables: [table] },
  diagnose: {
    value: { networkSecurityRuleResults: [{ code: 'NsgRule', level: 'Error', message: 'Blocked.' }] },
  },
  outboundNetworkDependenciesEndpoints: {
    value: [
      {
        properties: {
          category: 'Azure Storage',
          endpoints: [{ domainName: 'x.blob.core.windows.net', endpointDetails: [{ port: 443 }] }],
        },
      },
    ],
  },
};

let hostile: HostileAzure;
beforeAll(async () => {
  hostile = await startHostileAzure();
});
afterAll(() => hostile.close());

interface Both {
  readonly evidence: SubnetEvidence;
  readonly diagnosis: WorkspaceDiagnosis;
}

/** Reads everything with these answers from Azure. Strings are sent unchanged. */
async function readWith(changed: Answers): Promise<Both> {
  const answers = { ...ordinary, ...changed };
  hostile.answer((request, response) => {
    const path = decodeURI((request.url ?? '').split('?')[0] ?? '');
    const body = answers[path] ?? answers[path.split('/').at(-1) ?? ''] ?? {};
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  const { read } = connectHostile(hostile, 'editor');
  const place = { networkId, subnetId, location: 'westeurope', prefixes: ['10.0.0.0/24'], groupId };
  const [evidence, diagnosis] = await Promise.all([
    read.evidence(place, noStop),
    read.diagnosis(workspaceId, noStop),
  ]);
  return { evidence, diagnosis };
}

/** Returns the parts that are known. */
function knownParts({ evidence, diagnosis }: Both): readonly string[] {
  const { networkInterface, flowLogs } = evidence;
  const parts = {
    interface: networkInterface.known && networkInterface.value !== null,
    drops: flowLogs.known && flowLogs.value.drops?.known === true,
    results: diagnosis.results.known,
    hosts: diagnosis.hosts.known,
  };
  return Object.entries(parts).flatMap(([name, isKnown]) => (isKnown ? [name] : []));
}

const all = ['interface', 'drops', 'results', 'hosts'];
const without = (...names: readonly string[]): readonly string[] => all.filter((one) => !names.includes(one));

test('Azure’s own answers are read: each attack below changes one part of them', async () => {
  expect(knownParts(await readWith({}))).toEqual(all);
});

const many = (count: number, one: unknown): readonly unknown[] => Array.from({ length: count }, () => one);
const withRule = (change: object): Answers => ({
  effectiveNetworkSecurityGroups: {
    value: [{ association: { subnet: {} }, effectiveSecurityRules: [{ ...rule, ...change }] }],
  },
});
const withRow = (...changed: readonly unknown[]): Answers => ({
  query: { tables: [{ ...table, rows: [[...changed, ...row.slice(changed.length)]] }] },
});

describe('invalid answers', () => {
  const cases: Readonly<Record<string, readonly [Answers, readonly string[]]>> = {
    'a diagnosis that is a list': [{ diagnose: { value: [] } }, without('results')],
    'a diagnosis that is a page of a proxy': [{ diagnose: '<html>Sign in</html>' }, without('results')],
    'a diagnosis of millions': [
      { diagnose: { value: { otherResults: many(200_000, { code: 'x' }) } } },
      without('results'),
    ],
    'a diagnosis whose results aren’t lists': [
      { diagnose: { value: { otherResults: { length: 1e9 } } } },
      without('results'),
    ],
    'a diagnosis whose results aren’t objects': [
      { diagnose: { value: { otherResults: [1, null, 'x', []] } } },
      without('results'),
    ],
    'hosts that are an object': [
      { outboundNetworkDependenciesEndpoints: { value: { length: 1 } } },
      without('hosts'),
    ],
    'hosts in millions': [
      {
        outboundNetworkDependenciesEndpoints: {
          value: [{ properties: { endpoints: many(300_000, { domainName: 'a.b' }) } }],
        },
      },
      without('hosts'),
    ],
    'rules without an access': [withRule({ access: 'Perhaps' }), without('interface')],
    'rules without a priority': [withRule({ priority: '100' }), without('interface')],
    'rules without a direction': [withRule({ direction: 7 }), without('interface')],
    'rules with invalid ports': [withRule({ destinationPortRange: '443; rm' }), without('interface')],
    'rules that are null': [
      {
        effectiveNetworkSecurityGroups: {
          value: [{ association: { subnet: {} }, effectiveSecurityRules: [null] }],
        },
      },
      without('interface'),
    ],
    'routes that are strings': [{ effectiveRouteTable: { value: 'x' } }, without('interface')],
    'drops without a table': [{ query: { tables: [] } }, without('drops')],
    'drops with invalid rows': [
      { query: { tables: [{ ...table, rows: [null, 'x', {}] }] } },
      without('drops'),
    ],
    'drops without their columns': [{ query: { tables: [{ columns: [], rows: [row] }] } }, without('drops')],
    'drops without a time': [withRow('Outbound', 'T', 443, 'g', 'r', 7, 'soon'), without('drops')],
    'drops without a port': [withRow('Outbound', 'T', { x: 1 }), without('drops')],
    'drops without a direction': [withRow('Sideways'), without('drops')],
    'more drops than requested': [
      { query: { tables: [{ ...table, rows: many(100_000, row) }] } },
      without('drops'),
    ],
    'flow logs that are null': [{ flowLogs: { value: null } }, without('drops')],
  };
  test.each(Object.entries(cases))('%s: only its part is unknown', async (_, [answers, left]) => {
    expect(knownParts(await readWith(answers))).toEqual(left);
  });

  test('a body of gigabytes makes only its part unknown', async () => {
    const spaces = ' '.repeat(20 * 1024 * 1024);
    expect(knownParts(await readWith({ query: `{"tables":[${spaces}]}` }))).toEqual(without('drops'));
    expect(knownParts(await readWith({ diagnose: `{"value":{${spaces}}}` }))).toEqual(without('results'));
  });
});

describe('IDs that lead elsewhere', () => {
  const elsewhere = [
    '@evil.example/x',
    '.evil.example/x',
    '//evil.example',
    'https://evil.example/x',
    `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm/deallocate?x=/providers/Microsoft.Network/networkInterfaces/n`,
    `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm/deallocate#/providers/Microsoft.Network/networkInterfaces/n`,
    `${inGroup('Microsoft.Compute')}/../Microsoft.Compute/virtualMachines/vm/deallocate?/providers/Microsoft.Network/networkInterfaces/n`,
  ];
  test.each(elsewhere)('%s isn’t part of any request', async (id) => {
    const configurations = [{ id: `${id}/ipConfigurations/i` }];
    const subnets = [{ id: subnetId, properties: { ipConfigurations: configurations } }];
    await readWith({
      [networkId]: { id: networkId, properties: { subnets } },
      networkWatchers: { value: [{ id, location: 'westeurope' }] },
    });
    const asked = hostile.asked.map((one) => one.toLowerCase());
    expect(asked.filter((one) => /evil|deallocate/.test(one))).toEqual([]);
    const posts = asked.filter((one) => one.startsWith('post')).map((one) => one.split('?')[0] ?? '');
    expect(posts.filter((one) => !one.endsWith('/diagnose'))).toEqual([]);
  });

  test.each(['"]) | take 1', `${logs}/../x`, `${logs}?x`, `${logs}#x`, 'https://evil.example'])(
    'a Log Analytics workspace with ID %s isn’t queried',
    async (id) => {
      const log: object = JSON.parse(
        JSON.stringify(ordinary['flowLogs']).replaceAll(logs, JSON.stringify(id).slice(1, -1)),
      );
      await readWith({ flowLogs: log });
      expect(hostile.asked.filter((one) => one.includes('/api/query'))).toEqual([]);
    },
  );
});

/** Returns the sample with `tail` at the end of every text that isn't an ID, in the answers to these requests. */
function evidenceEnding(tail: string): OpenWizardOptions {
  const isOurs =
    /\/(diagnose|outboundNetworkDependenciesEndpoints|effective\w+|query)(\?|$)|operationresults/i;
  const own =
    /^(inbound|outbound|allow|deny|active|error|warning|tcp|udp|all|[\d.:/*-]+|[\w.*-]+\.(net|com|ms|io))$/i;
  const columnsOfLogs = new Set(['name', 'ColumnName', 'type']);
  const change = (text: string, key: string): string =>
    own.test(text) || columnsOfLogs.has(key) || /^\d{4}-/.test(text) ? text : `${text}${tail}`;
  return {
    azure: ({ httpClient }) => ({
      httpClient: {
        async sendRequest(request) {
          const response = await httpClient.sendRequest(request);
          if (!isOurs.test(request.url) || !response.bodyAsText) return response;
          return {
            ...response,
            bodyAsText: JSON.stringify(mapJsonTexts(JSON.parse(response.bodyAsText), change)),
          };
        },
      },
    }),
  };
}

function rawIn(page: object | null | undefined): readonly string[] {
  return pathsOf(page)
    .filter(({ text }) => displayText(text) !== text)
    .map(({ path, text }) => `${path} ${JSON.stringify(text)}`);
}

async function diagnosed(w: OpenWizard): Promise<NonNullable<OpenWizard['page']['report']>> {
  await w.call.diagnose({});
  await w.until('a report', ({ report }) => report?.busy === null);
  if (!w.page.report) throw new Error('No report');
  return w.page.report;
}

describe('Azure’s diagnosis on the page', () => {
  const parts = { ...markup, ...hostileParts };
  const tails = Object.entries({ 'all of these': Object.values(parts).join(' '), ...parts });
  test.each(someCases(tails, 1))('shows hidden characters of a text that ends with %s', async (_, tail) => {
    const w = await openWizardAt(denyAllSubnet, evidenceEnding(tail));
    const logged = await diagnosed(w);
    expect(rawIn(logged)).toEqual([]);
    expect(JSON.stringify(logged)).toMatch(/Denied by \u2068?Deny-All/);
    await pickSubnet(w, 'vnet-branch-weu', 'snet-train-probed');
    const effective = await diagnosed(w);
    expect(rawIn(effective)).toEqual([]);
    expect(JSON.stringify(effective)).toMatch(/Deny by rule 4096/);
    w.dispose();
  });
});

test('effective rules of the maximum size are compared in seconds', async () => {
  const prefixes = many(caseCount(100_000, 700_000), '203.0.113.0/24');
  const { evidence } = await readWith(withRule({ expandedDestinationAddressPrefix: prefixes }));
  expect(evidence.networkInterface.known).toBe(true);
});
