import { describe, expect, test } from 'vitest';
import type { NamedNetworkTest, NetworkTestEvent, NetworkTestJob } from '../../../../src/azure/ports';
import { networkTestBody, networkTestName, readAnswers } from '../../../../src/plans/network-test/job';
import type { NetworkTestTarget } from '../../../../src/plans/network-test/targets';
import { sampleGroupId } from '../../../../src/sandbox/sample/names';
import { rawClient } from '../../sandbox/raw-client';
import { failureOf, noStop } from '../sample';
import { create, fraud, openCreationSample, planned, production, type Opened } from './creating';

const workspaceName = {
  requirement: 'outbound-virtualnetwork-443',
  host: 'd739cb14-9c77-9cd6-d852-702a8c6f90b4.workspace.westeurope.api.azureml.ms',
  port: 443,
  addresses: ['10.40.7.4'],
};
const addresses: readonly string[] = [];
const targets = [
  { requirement: 'outbound-mcr-443', host: 'mcr.microsoft.com', port: 443, addresses },
  { requirement: 'outbound-storage-445', host: 'stfraudprod.file.core.windows.net', port: 445, addresses },
  { requirement: 'none', host: 'nowhere.example', port: 443, addresses },
  workspaceName,
  { ...workspaceName, addresses: ['10.40.7.99'] },
];

function jobOn(compute: string, hosts: readonly NetworkTestTarget[] = targets): NetworkTestJob {
  const name = networkTestName(compute, '2026-07-30T10:00:00.000Z');
  const body = { ...networkTestBody(`${fraud}/computes/${compute}`, hosts) };
  return {
    workspaceId: fraud,
    compute,
    name,
    body: JSON.parse(JSON.stringify(body)) as NetworkTestJob['body'],
  };
}

function named({ workspaceId, compute, name }: NetworkTestJob, waitedSeconds = 0): NamedNetworkTest {
  return { workspaceId, compute, name, waitedSeconds };
}

async function follow({ azure }: Opened, job: NamedNetworkTest, stop = noStop): Promise<NetworkTestEvent[]> {
  const events: NetworkTestEvent[] = [];
  await azure.computes.followNetworkTest(job, (event) => void events.push(event), stop);
  return events;
}

async function run(opened: Opened, job: NetworkTestJob): Promise<NetworkTestEvent[]> {
  await opened.azure.computes.startNetworkTest(job, noStop);
  return follow(opened, named(job));
}

/** Returns a sample with a cluster whose minimum is zero nodes. */
async function withCluster(subnet: string): Promise<Opened> {
  const opened = openCreationSample();
  await create(opened, planned({ name: 'cpu-test', subnetId: production(subnet), max: 2 }));
  return opened;
}

describe('a job that tests the network', () => {
  test('runs on a node that starts for it, and leaves the cluster as it was', async () => {
    const opened = await withCluster('snet-train-gpu');
    const events = await run(opened, jobOn('cpu-test'));
    expect(events.map(({ is }) => is)).toEqual(['ended']);
    const end = events.at(-1);
    const answers = readAnswers(targets, end?.is === 'ended' ? end.tags : {});
    expect(answers).toMatchObject([
      { is: 'connected' },
      { is: 'connected' },
      { is: 'unresolved' },
      { is: 'connected', address: '10.40.7.4' },
      // The name resolves, but not to the endpoint that it's expected at.
      { is: 'elsewhere', address: '10.40.7.4' },
    ]);
    const after = await opened.azure.computes.get(fraud, 'cpu-test', noStop);
    expect(after?.nodes).toMatchObject({ min: 0, current: 0 });
  });

  test('finds a workspace’s public address if its private zone isn’t linked to the network', async () => {
    const opened = await withCluster('snet-train-gpu');
    const call = rawClient({ azure: opened.sample });
    const zone = `${sampleGroupId('rg-network-prod')}/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms`;
    await call(`${zone}/virtualNetworkLinks/link-vnet-ml-prod-weu?api-version=2024-06-01`, 'DELETE');
    const end = (await run(opened, jobOn('cpu-test'))).at(-1);
    const [answer] = readAnswers(
      [workspaceName],
      end?.is === 'ended' ? { 'network-test.0': end.tags['network-test.3'] ?? '' } : {},
    );
    expect(answer?.is).toBe('elsewhere');
    expect(answer?.address).not.toMatch(/^10\./);
  });

  test('that gets no node is canceled, and reports the state of the cluster', async () => {
    const opened = await withCluster('snet-training');
    const events = await run(opened, jobOn('cpu-test'));
    expect(events.at(-1)).toMatchObject({
      is: 'no-node',
      isCanceled: true,
      compute: { errors: [{ code: 'AllocationTimedout' }] },
    });
    expect(opened.sample.traffic.at(-1)?.path).toMatch(/\/cancel$/);
  });

  test('never uses the name of another job', async () => {
    const opened = await withCluster('snet-train-gpu');
    await run(opened, jobOn('cpu-test'));
    expect((await failureOf(run(opened, jobOn('cpu-test')))).code).toBe('conflict');
    expect(
      opened.sample.traffic.filter((one) => one.method === 'PUT' && one.path.includes('/jobs/')),
    ).toHaveLength(1);
  });

  test('continues if its watcher leaves, is found again by its name, and can be canceled', async () => {
    const opened = openCreationSample({ pace: 'lifelike', latency: 0 });
    const job = jobOn('ci-anna');
    await opened.azure.computes.startNetworkTest(job, noStop);
    const stop = new AbortController();
    const watching = opened.azure.computes.followNetworkTest(named(job), () => stop.abort(), stop.signal);
    expect((await failureOf(watching)).code).toBe('cancelled');
    const isCanceled = () => opened.sample.traffic.some(({ path }) => path.endsWith('/cancel'));
    expect(isCanceled()).toBe(false);
    opened.sample.clock.advance(60_000);
    expect(await follow(opened, named(job))).toMatchObject([{ is: 'ended' }]);
    await opened.azure.computes.cancelNetworkTest(named(job), noStop);
    expect(isCanceled()).toBe(true);
    expect((await failureOf(follow(opened, { ...named(job, 120), name: 'network-test-gone' }))).code).toBe(
      'notFound',
    );
  });

  test('that Azure doesn’t have yet when a window is reopened immediately is waited for', async () => {
    const opened = openCreationSample();
    const job = jobOn('ci-anna');
    const following = follow(opened, named(job, 1));
    await expect
      .poll(() => opened.sample.traffic.filter(({ path }) => path.includes(job.name)).length)
      .toBeGreaterThan(1);
    await opened.azure.computes.startNetworkTest(job, noStop);
    expect((await following).at(-1)).toMatchObject({ is: 'ended' });
  });

  test('that waited longer than 15 minutes for its node, also before the window was reopened, is canceled', async () => {
    const opened = openCreationSample({ pace: 'lifelike', latency: 0 });
    const job = jobOn('ci-anna');
    await opened.azure.computes.startNetworkTest(job, noStop);
    expect(await follow(opened, named(job, 901))).toMatchObject([{ is: 'no-node', isCanceled: true }]);
    expect(opened.sample.traffic.at(-1)?.path).toMatch(/\/cancel$/);
  });

  test('whose response is lost exists anyway', async () => {
    const opened = openCreationSample();
    const job = jobOn('ci-anna');
    opened.sample.faults.next({ kind: 'lost', method: 'PUT', match: '/jobs/', times: 9 });
    await opened.azure.computes.startNetworkTest(job, noStop);
    expect((await follow(opened, named(job))).at(-1)).toMatchObject({ is: 'ended' });
  });

  test('runs on an instance directly', async () => {
    const events = await run(openCreationSample(), jobOn('ci-anna'));
    const end = events.at(-1);
    expect(end?.is === 'ended' && end.tags['network-test.1']).toMatch(/^connected /);
  });

  test('takes as long as its program waits for a host that doesn’t answer', async () => {
    const allowed = targets.slice(0, 1);
    const blocked = { requirement: 'none', host: 'smtp.example.net', port: 25, addresses };
    for (const { hosts, least, answer } of [
      { hosts: allowed, least: 0, answer: 'connected' },
      { hosts: [...allowed, blocked], least: 15, answer: 'timeout' },
    ]) {
      const opened = openCreationSample({ pace: 'lifelike', latency: 0 });
      const job = jobOn('ci-anna', hosts);
      await opened.azure.computes.startNetworkTest(job, noStop);
      const call = rawClient({ azure: opened.sample });
      const read = () => call(`${fraud}/jobs/${job.name}?api-version=2024-04-01`);
      let seconds = 0;
      for (; !JSON.stringify((await read()).body).includes('"Completed"'); seconds += 1) {
        opened.sample.clock.advance(1000);
      }
      expect(seconds - least).toBeGreaterThan(0);
      expect(seconds - least).toBeLessThan(15);
      const end = (await follow(opened, named(job))).at(-1);
      expect(end?.is === 'ended' && readAnswers(hosts, end.tags).at(-1)?.is).toBe(answer);
    }
  });

  test('contains no secret, ends after ten minutes, and its program has no single quote', () => {
    const { properties } = networkTestBody(`${fraud}/computes/cpu-test`, targets);
    expect(properties.limits).toEqual({ jobLimitsType: 'Command', timeout: 'PT10M' });
    expect(properties.command.match(/'/g)).toHaveLength(2);
    expect(JSON.parse(properties.environmentVariables['NETWORK_TEST_TARGETS'] ?? '')).toHaveLength(5);
  });
});
