import { beforeEach, describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import { createAzureReads, type AzureReads } from '../../../../src/features/diagnostics/existing/azure-reads';
import { attemptFixes } from '../../../../src/file-checks/edits/tested-edits';
import type { ChosenDeploymentScope } from '../../../../src/file-checks/existing/deployment-scope';
import {
  analyzeFile,
  type AnalysisResult,
  type AnalysisOptions,
} from '../../../../src/file-checks/analyze-file';
import { problemsOf } from '../../../../src/file-checks/problems-of';
import { messagesIn } from '../../../support/messages-in';
import type { Fault } from '../../../../src/sandbox/faults';
import { researchSubscription } from '../../../../src/sandbox/sample/names';
import { formatProblem } from '../../../../src/wording/problem-text';
import { testAnalysisOptions } from '../../../support/analysis-options';
import { testFixContext, testFileSystem } from '../../file-checks/analyzed';
import {
  catalog,
  sampleConnection,
  withReads,
  type ConnectionOptions,
  type SampleConnection,
} from '../sample-connection';

const say = messagesIn('en');
const file = 'main.bicep';

interface Wanted {
  readonly subnet?: string;
  readonly scope?: string;
  readonly more?: string;
  readonly workspace?: string;
}

/** Returns a cluster in a subnet of a network, and of a workspace, that exist already. */
function cluster({
  subnet = 'snet-training',
  scope = `'${researchSubscription.id}', 'rg-network-prod'`,
  more = '',
  workspace = 'mlw-fraud-prod',
}: Wanted = {}): string {
  return `${more}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet-ml-prod-weu'
  scope: resourceGroup(${scope})
}
resource training 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  name: '${workspace}/train'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: {
      vmSize: 'STANDARD_DS3_V2'
      enableNodePublicIp: false
      scaleSettings: { minNodeCount: 0, maxNodeCount: 2 }
      subnet: { id: '\${vnet.id}/subnets/${subnet}' }
    }
  }
}
`;
}

const scope: ChosenDeploymentScope = {
  subscriptionId: researchSubscription.id,
  resourceGroup: 'rg-ml-prod',
  location: 'westeurope',
};

/** Returns a file over the sample that is analyzed repeatedly, as in the editor. */
function editor(options: ConnectionOptions = {}, connect?: () => ReturnType<SampleConnection['connect']>) {
  const connection = sampleConnection(options);
  const clock = { now: 0 };
  const reads: AzureReads = createAzureReads({
    connect: connect ?? connection.connect,
    now: () => clock.now,
  });
  const asked: AnalysisOptions = { ...testAnalysisOptions, scope, azure: (needed) => reads.of(needed) };
  const look = async (text: string, how: AnalysisOptions = asked): Promise<AnalysisResult> => {
    const found = await analyzeFile(file, testFileSystem({ [file]: text }), how);
    if (!found) throw new Error('not read');
    return found;
  };
  return {
    ...connection,
    clock,
    reads,
    asked,
    look,
    /** The analysis after Azure has responded. */
    async read(text: string): Promise<AnalysisResult> {
      await reads.read((await look(text)).check.needed);
      return look(text);
    },
  };
}

const reported = ({ check }: AnalysisResult): readonly string[] =>
  problemsOf(check).map((one) => `${one.id} ${one.severity}`);
const words = ({ check }: AnalysisResult): string =>
  problemsOf(check)
    .map((one) => formatProblem(say, one))
    .join('\n');

describe('a subnet of an existing network', () => {
  const text = cluster();
  let open: ReturnType<typeof editor>;
  beforeEach(() => {
    open = editor();
  });

  test('is unknown, and nothing is requested, until the user asks for it', async () => {
    const found = await open.look(text, { ...testAnalysisOptions, scope });
    expect(reported(found)).toEqual(['subnet-not-in-files info']);
    expect(found.check.needed.networks).toHaveLength(1);
    await open.look(text);
    expect(open.sample.traffic).toEqual([]);
  });

  test('is checked with its state in Azure, and reported where the compute resource refers to it', async () => {
    const found = await open.read(text);
    expect(reported(found)).toContain('outbound-aml-udp-5831 error');
    expect(reported(found)).not.toContain('subnet-not-in-files info');
    const [problem] = problemsOf(found.check).filter(({ id }) => id === 'outbound-aml-udp-5831');
    expect(text.slice(problem?.place.start, problem?.place.end)).toContain('/subnets/snet-training');
    expect(problem && formatProblem(say, problem)).toMatch(
      /^'snet-training' can’t reach AzureMachineLearning on UDP 5831: .* Subnet read from Azure at \d\d:\d\d\.$/,
    );
    expect(found.check.subjects).toHaveLength(1);
  });

  test('that is ready doesn’t have errors', async () => {
    const found = await open.read(cluster({ subnet: 'snet-train-gpu' }));
    expect(reported(found).filter((one) => one.endsWith('error'))).toEqual([]);
    expect(found.check.subjects.map(({ subnet }) => subnet.name)).toEqual(['snet-train-gpu']);
  });

  test('is read once, however often the file changes, and again when the data is old', async () => {
    await open.read(text);
    const { length } = open.sample.traffic;
    for (const name of ['snet-t', 'snet-tr', 'snet-training']) await open.read(cluster({ subnet: name }));
    expect(open.sample.traffic).toHaveLength(length);
    open.clock.now = 11 * 60_000;
    await open.read(text);
    expect(open.sample.traffic.length).toBeGreaterThan(length);
  });

  test('is read again when the user refreshes', async () => {
    await open.read(text);
    const { length } = open.sample.traffic;
    open.reads.forget();
    expect(reported(await open.look(text))).toEqual(['subnet-not-in-files info']);
    await open.read(text);
    expect(open.sample.traffic.length).toBeGreaterThan(length);
  });

  test('is read by requests that change nothing', async () => {
    await open.read(text);
    const changing = open.sample.traffic.filter(({ method }) => !['GET', 'POST', 'HEAD'].includes(method));
    expect(changing).toEqual([]);
  });

  test('doesn’t have a fix, because no file contains the rule', async () => {
    const found = await open.read(text);
    const fixTest = { ...(await testFixContext({ [file]: text })), examined: found, options: open.asked };
    const [problem] = problemsOf(found.check).filter(({ id }) => id === 'outbound-aml-udp-5831');
    const attempts = problem ? await attemptFixes(fixTest, problem) : [];
    expect(attempts.map(({ is }) => is)).not.toContain('tested');
  });
});

describe('service tags, once the user has asked to read from Azure', () => {
  const text = cluster();
  /** Azure's list of another week: Azure ML has other addresses. */
  const ofAzure = (tags: Readonly<Record<string, readonly string[]>>) =>
    withReads((read) => ({
      async serviceTags(...asked) {
        const live = await read.serviceTags(...asked);
        return {
          ...live,
          changeNumber: '999',
          readAt: '2026-11-29T10:00:00Z',
          tags: { ...live.tags, ...tags },
        };
      },
    }));
  const moved = { AzureMachineLearning: ['198.51.100.0/24'] };

  test('come from Azure, with their date', async () => {
    const open = editor({ connect: ofAzure(moved) });
    expect(open.reads.tags(catalog)).toBe(catalog);
    await open.read(text);
    const tags = open.reads.tags(catalog);
    expect(tags).toMatchObject({ changeNumber: '999', date: '2026-11-29T10:00:00Z' });
    expect(open.reads.tags(catalog)).toBe(tags);
    const found = await open.look(text, { ...open.asked, facts: { tags } });
    const [subject] = found.check.subjects;
    const row = subject?.results.find(({ requirement }) => requirement === 'outbound-aml-udp-5831');
    expect(row?.packet?.destination).toMatch(/^198\.51\.100\./);
    expect(row?.assumptions).toContainEqual(
      expect.objectContaining({
        values: expect.objectContaining({ date: expect.stringContaining('2026-11-29') }),
      }),
    );
  });

  test('stay the built-in ones if Azure’s list is incomplete, for another cloud, or can’t be read', async () => {
    const partial = editor({ connect: ofAzure({ AzureMachineLearning: [] }) });
    await partial.read(text);
    expect(partial.reads.tags(catalog)).toBe(catalog);
    const whole = editor({ connect: ofAzure(moved) });
    await whole.read(text);
    const elsewhere = { ...catalog, cloud: 'china' as const };
    expect(whole.reads.tags(elsewhere)).toBe(elsewhere);
    const failing = editor();
    failing.sample.faults.next({
      times: Infinity,
      match: /serviceTags/i,
      status: 403,
      code: 'AuthorizationFailed',
    });
    await failing.read(text);
    expect(failing.reads.tags(catalog)).toBe(catalog);
  });
});

describe('a resource of the files in an existing network', () => {
  const subnet = `resource own 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet
  name: 'snet-own'
  properties: { addressPrefix: '10.40.7.128/27', networkSecurityGroup: { id: nsg.id } }
}
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: 'nsg-training'
}`;
  const text = cluster({ more: subnet, scope: "'rg-network-prod'" }).replace(
    "'${vnet.id}/subnets/snet-training'",
    'own.id',
  );

  test('is checked together with the rest of the network in Azure', async () => {
    const open = editor();
    const inGroup = { ...open.asked, scope: { ...scope, resourceGroup: 'rg-network-prod' } };
    const before = await open.look(text, inGroup);
    await open.reads.read(before.check.needed);
    const found = await open.look(text, inGroup);
    expect(found.check.subjects.map((one) => one.subnet.name)).toEqual(['snet-own']);
    const problem = problemsOf(found.check).find(({ id }) => id === 'outbound-aml-udp-5831');
    expect(problem?.severity).toBe('error');
    // The subnet is declared in the file, so no text states that it was read.
    expect(problem?.readAt).toBeUndefined();
  });
});

describe('unreadable resources are unknown, with the reason', () => {
  const text = cluster();
  const failing = async (fault: Fault, options: ConnectionOptions = {}): Promise<AnalysisResult> => {
    const open = editor(options);
    open.sample.faults.next({ times: Infinity, ...fault });
    return open.read(text);
  };
  const networks = /\/virtualNetworks$/i;
  const forbidden = { status: 403, code: 'AuthorizationFailed', message: 'No.' };

  test.each<[string, Fault, RegExp, ConnectionOptions?]>([
    ['forbidden', { match: networks, ...forbidden }, /Required role: Reader/],
    ['gone', { match: networks, status: 404, code: 'ResourceNotFound', message: 'No.' }, /Check the name/],
    ['throttled', { match: networks, status: 429, retryAfter: 60 }, /throttling/],
    ['failing', { match: networks, status: 500 }, /Azure returned an error/],
    ['offline', { match: networks, kind: 'offline' }, /Check the network connection/],
    ['slow', { match: networks, kind: 'hang' }, /didn’t answer in time/, { timing: { requestMs: 20 } }],
    [
      'forbidden itself',
      { match: /virtualNetworks\/vnet-ml-prod-weu$/i, ...forbidden },
      /Required role: Reader/,
    ],
    ['signed out', { match: '/subscriptions', status: 401 }, /Sign in, then refresh/],
  ])('%s', async (_, fault, message, options) => {
    const found = await failing(fault, options);
    expect(reported(found)).toEqual(['subnet-not-in-files info']);
    expect(words(found)).toMatch(message);
    expect(words(found)).toContain('Its network isn’t checked.');
  });

  test('the user is signed out', async () => {
    const open = editor({}, () => Promise.reject(new AzureFailure('signedOut', { signIn: 'none' })));
    const found = await open.read(text);
    expect(words(found)).toContain('You aren’t signed in');
    expect(reported(found)).toEqual(['subnet-not-in-files info']);
  });

  test('a subnet or network that doesn’t exist in Azure', async () => {
    expect(words(await editor().read(cluster({ subnet: 'snet-none' })))).toContain('snet-none isn’t in');
    const missing = cluster().replace('vnet-ml-prod-weu', 'vnet-none');
    expect(words(await editor().read(missing))).toContain(
      'vnet-none isn’t in resource group rg-network-prod',
    );
  });

  test('a subscription that the account does not have is never part of a request', async () => {
    const open = editor();
    const other = '00000000-1111-2222-3333-444444444444';
    const found = await open.read(cluster({ scope: `'${other}', 'rg'`, workspace: 'mlw-fraud-prod' }));
    expect(reported(found)).toEqual(['subnet-not-in-files info']);
    expect(open.sample.traffic.some(({ path }) => path.includes(other))).toBe(false);
  });

  test.each(['..', 'a/../../x', 'contoso.com/#', '%2e%2e'])(
    'text of a file that isn’t a subscription ID, such as %s, is never part of a request',
    async (odd) => {
      const open = editor();
      const found = await open.read(cluster({ scope: `'${odd}', 'rg'` }));
      expect(reported(found).filter((one) => one.endsWith('error'))).toEqual([]);
      expect(open.sample.traffic.some(({ path }) => path.includes(odd) || path.includes('contoso.com'))).toBe(
        false,
      );
    },
  );

  test('a workspace: results that need it are unknown, and the network is checked', async () => {
    const found = await failing({ match: /\/workspaces$/i, ...forbidden });
    expect(reported(found)).toContain('outbound-aml-udp-5831 error');
    expect(words(found)).toMatch(/unknown\. You don’t have permission to read mlw-fraud-prod/);
  });

  test('its services: results that need them are unknown', async () => {
    const found = await failing({ match: /\/workspaces\/mlw-fraud-prod$/i, ...forbidden });
    expect(words(found)).toMatch(/unknown\. You don’t have permission to read mlw-fraud-prod/);
  });

  test('an ID with a part that is known only at deployment', async () => {
    const open = editor();
    const how: AnalysisOptions = { ...testAnalysisOptions, azure: (needed) => open.reads.of(needed) };
    const own = cluster().replace(/ {2}scope: .*\n/, '');
    const first = await open.look(own, how);
    await open.reads.read(first.check.needed);
    expect(words(await open.look(own, how))).toContain('Choose the subscription and resource group');
  });
});

describe('resources of the files that extend existing ones', () => {
  const orders = (more: string): string => `
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet-spoke-orders-weu'
  scope: resourceGroup('${researchSubscription.id}', 'rg-orders')
}
resource training 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  name: 'mlw-fraud-prod/train'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { enableNodePublicIp: false, subnet: { id: '\${vnet.id}/subnets/snet-train-orders' } }
  }
}
${more}`;
  const place: ChosenDeploymentScope = { ...scope, resourceGroup: 'rg-orders' };

  async function read(text: string): Promise<AnalysisResult['check']['declared']['model']> {
    const open = editor();
    const how: AnalysisOptions = { ...open.asked, scope: place };
    await open.reads.read((await open.look(text, how)).check.needed);
    return (await open.look(text, how)).check.declared.model;
  }

  test('a route counts together with those of the table in Azure', async () => {
    const route = (name: string): string => `
resource route 'Microsoft.Network/routeTables/routes@2024-05-01' = {
  name: 'rt-orders/${name}'
  properties: { addressPrefix: 'AzureMachineLearning', nextHopType: 'Internet' }
}`;
    const namesIn = async (text: string): Promise<readonly string[]> => {
      const { routeTables } = await read(text);
      const table = routeTables.find(({ name }) => name === 'rt-orders');
      return table?.routes.known ? table.routes.value.map((one) => one.name) : [];
    };
    expect(await namesIn(orders(''))).toEqual(['default-to-hub']);
    expect(await namesIn(orders(route('aml')))).toEqual(['aml', 'default-to-hub']);
    expect(await namesIn(orders(route('default-to-hub')))).toEqual(['default-to-hub']);
  });

  test('a peering counts together with those of the network in Azure, and works once the other side is peered too', async () => {
    const peering = (name: string, remote: string): string => `
resource peering 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  name: 'vnet-spoke-orders-weu/${name}'
  properties: { remoteVirtualNetwork: { id: resourceId('${remote}', 'Microsoft.Network/virtualNetworks', '${name}') } }
}`;
    const peeringsIn = async (text: string) => {
      const { virtualNetworks } = await read(text);
      const network = virtualNetworks.find(({ name }) => name === 'vnet-spoke-orders-weu');
      const all = network?.peerings.known ? network.peerings.value : [];
      return all.map(({ name, state, remotePrefixes }) => [name, state.known, remotePrefixes.known]);
    };
    const before = await peeringsIn(orders(''));
    expect(before).toHaveLength(1);
    const hub = await peeringsIn(orders(peering('vnet-hub-shared-weu', 'rg-hub-shared')));
    expect(hub).toContainEqual(['vnet-hub-shared-weu', true, true]);
    // It isn't known whether the other network has the reverse peering.
    const other = await peeringsIn(orders(peering('vnet-ml-prod-weu', 'rg-network-prod')));
    expect(other).toEqual([['vnet-ml-prod-weu', false, true], ...before]);
  });
});
