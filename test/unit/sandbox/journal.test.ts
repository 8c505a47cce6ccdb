import { describe, expect, test } from 'vitest';
import type { Journal } from '../../../src/sandbox/journal';
import { targetId, sampleWorkspaceId } from '../../../src/sandbox/sample/names';
import { openSampleClients } from './clients';
import { rawClient } from './raw-client';

const group = 'rg-ml-prod';
const workspace = 'mlw-fraud-prod';
const start = Date.parse('2026-07-30T10:00:00.000Z');

/** Returns a sample with a manual clock, and the journal that outlives it, as text on a disk would. */
function withJournal(kept?: string) {
  let time = start;
  let journal = kept;
  const now = (): number => time;
  const open = () =>
    openSampleClients({
      pace: 'lifelike',
      latency: 0,
      now,
      journal: {
        read: () => (journal === undefined ? undefined : (JSON.parse(journal) as unknown)),
        keep: (next: Journal) => {
          journal = JSON.stringify(next);
        },
      },
    });
  return {
    open,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    kept: () => journal,
  };
}

type Opened = ReturnType<ReturnType<typeof withJournal>['open']>;

const subnetOf = ({ azure }: Opened): string =>
  `/subscriptions/${azure.subscriptionId}/resourceGroups/rg-network-prod/providers/Microsoft.Network/virtualNetworks/vnet-ml-prod-weu/subnets/snet-train-gpu`;

/** Starts to create a cluster of two nodes and returns while the operation runs. */
async function beginCluster(sample: Opened): Promise<void> {
  await sample.learning.computeOperations.beginCreateOrUpdate(group, workspace, 'cpu-night', {
    location: 'westeurope',
    properties: {
      computeType: 'AmlCompute',
      computeLocation: 'westeurope',
      properties: {
        vmSize: 'STANDARD_D2_V2',
        enableNodePublicIp: false,
        subnet: { id: subnetOf(sample) },
        scaleSettings: { minNodeCount: 2, maxNodeCount: 4 },
      },
    },
  });
}

async function allowDns({ network }: Opened): Promise<void> {
  await network.securityRules.beginCreateOrUpdate('rg-network-prod', 'nsg-training', 'Allow-DNS', {
    priority: 205,
    direction: 'Outbound',
    access: 'Allow',
    protocol: 'Udp',
    sourceAddressPrefix: 'VirtualNetwork',
    sourcePortRange: '*',
    destinationAddressPrefix: '168.63.129.16',
    destinationPortRange: '53',
  });
}

test('a reopened sandbox is the same, and operations in progress continue to the same end', async () => {
  const journal = withJournal();
  const first = journal.open();
  journal.pass(5_000);
  await allowDns(first);
  journal.pass(60_000);
  await beginCluster(first);
  journal.pass(1_000);
  const second = journal.open();
  expect(second.azure.snapshot()).toEqual(first.azure.snapshot());
  const started = await second.learning.computeOperations.get(group, workspace, 'cpu-night');
  expect(started.properties?.provisioningState).toBe('Creating');

  journal.pass(30_000);
  expect(second.azure.snapshot()).toEqual(first.azure.snapshot());
  const ended = await second.learning.computeOperations.get(group, workspace, 'cpu-night');
  expect(ended.properties?.provisioningState).toBe('Succeeded');
  const rule = await second.network.securityRules.get('rg-network-prod', 'nsg-training', 'Allow-DNS');
  expect(rule.priority).toBe(205);
});

test('ETags are the same too, so that a change continues where it was', async () => {
  const journal = withJournal();
  const first = journal.open();
  await allowDns(first);
  const { etag } = await first.network.securityRules.get('rg-network-prod', 'nsg-training', 'Allow-DNS');
  const again = await journal
    .open()
    .network.securityRules.get('rg-network-prod', 'nsg-training', 'Allow-DNS');
  expect(again.etag).toBe(etag);
});

test('a third sandbox continues from the second one’s writes', async () => {
  const journal = withJournal();
  await allowDns(journal.open());
  journal.pass(10_000);
  const second = journal.open();
  await second.network.securityRules.beginDelete('rg-network-prod', 'nsg-training', 'Allow-DNS');
  journal.pass(10_000);
  const third = journal.open();
  await expect(
    third.network.securityRules.get('rg-network-prod', 'nsg-training', 'Allow-DNS'),
  ).rejects.toMatchObject({ statusCode: 404 });
});

test('reads and refusals aren’t kept', async () => {
  const journal = withJournal();
  const sample = journal.open();
  await sample.learning.workspaces.get(group, workspace);
  await expect(
    sample.learning.computeOperations.beginCreateOrUpdate(group, workspace, '-', {
      location: 'westeurope',
      properties: { computeType: 'AmlCompute', properties: {} },
    }),
  ).rejects.toMatchObject({ statusCode: 400 });
  expect(journal.kept()).toBeUndefined();
});

describe('starts again', () => {
  const has = async (sample: Opened): Promise<boolean> =>
    sample.network.securityRules.get('rg-network-prod', 'nsg-training', 'Allow-DNS').then(
      () => true,
      () => false,
    );

  test('without a journal, if nothing was written for half a day', async () => {
    const journal = withJournal();
    await allowDns(journal.open());
    journal.pass(11 * 3_600_000);
    expect(await has(journal.open())).toBe(true);
    journal.pass(2 * 3_600_000);
    expect(await has(journal.open())).toBe(false);
  });

  test.each([
    ['text', '"no"'],
    ['nothing', 'null'],
    ['another format', '{"startedAt":"today","entries":[]}'],
    [
      'an entry without an address',
      `{"startedAt":${start},"entries":[{"at":${start},"method":"PUT","url":"x"}]}`,
    ],
    ['a time in the future', `{"startedAt":${start + 60_000},"entries":[]}`],
    [
      'a write that is now refused',
      `{"startedAt":${start},"entries":[{"at":${start},"method":"PUT","url":"https://management.azure.com/subscriptions/none/resourceGroups/x?api-version=2025-04-01","body":{}}]}`,
    ],
  ])('if the journal is %s', async (_what, kept) => {
    const journal = withJournal(kept);
    const sample = journal.open();
    expect(await has(sample)).toBe(false);
    await allowDns(sample);
    const entries: unknown = JSON.parse(journal.kept() ?? '{}');
    expect(entries).toMatchObject({ startedAt: start, entries: [{ method: 'PUT' }] });
  });
});

test('an instance that was stopping when the window closed is stopped in the next one', async () => {
  const journal = withJournal();
  await journal.open().learning.computeOperations.beginStop(group, workspace, 'ci-anna');
  journal.pass(60_000);
  const { properties } = await journal.open().learning.computeOperations.get(group, workspace, 'ci-anna');
  expect(properties).toMatchObject({ properties: { state: 'Stopped' } });
});

describe('a secret isn’t kept', () => {
  const secret = 'dapi-nobody-may-keep-this';

  test.each([
    [
      'a Databricks token',
      'Databricks',
      targetId('rg-databricks', 'Microsoft.Databricks/workspaces', 'adb-trial-weu'),
      { databricksAccessToken: secret, workspaceUrl: 'adb-7731095524681170.10.azuredatabricks.net' },
    ],
    [
      'a password',
      'HDInsight',
      targetId('rg-databricks', 'Microsoft.HDInsight/clusters', 'hdi-fraud-spark'),
      {
        address: 'hdi-fraud-spark-ssh.azurehdinsight.net',
        sshPort: 22,
        administratorAccount: { username: 'sshuser', password: secret },
      },
    ],
    [
      'a private key',
      'HDInsight',
      targetId('rg-databricks', 'Microsoft.HDInsight/clusters', 'hdi-fraud-spark'),
      {
        address: 'hdi-fraud-spark-ssh.azurehdinsight.net',
        sshPort: 22,
        administratorAccount: { username: 'sshuser', privateKeyData: secret },
      },
    ],
  ])(
    '%s, and the compute resource that it attached exists again',
    async (_what, computeType, resourceId, properties) => {
      const journal = withJournal();
      const first = journal.open();
      const body = { location: 'westeurope', properties: { computeType, resourceId, properties } };
      const path = `${sampleWorkspaceId(group, workspace)}/computes/attached?api-version=2025-12-01`;
      expect((await rawClient(first)(path, 'PUT', JSON.stringify(body))).status).toBe(201);
      expect(journal.kept()).toContain('/computes/attached');
      expect(journal.kept()).not.toContain(secret);
      journal.pass(30_000);
      const { body: again } = await rawClient(journal.open())(path);
      expect(again.properties).toMatchObject({ provisioningState: 'Succeeded', resourceId });
    },
  );

  test('nor the password of a cluster’s account', async () => {
    const journal = withJournal();
    const account = { adminUserName: 'azureuser', adminUserPassword: secret };
    await journal.open().learning.computeOperations.beginCreateOrUpdate(group, workspace, 'cpu-ssh', {
      location: 'westeurope',
      properties: {
        computeType: 'AmlCompute',
        properties: {
          vmSize: 'STANDARD_D2_V2',
          scaleSettings: { maxNodeCount: 1 },
          userAccountCredentials: account,
        },
      },
    });
    expect(journal.kept()).toContain('azureuser');
    expect(journal.kept()).not.toContain(secret);
  });
});
