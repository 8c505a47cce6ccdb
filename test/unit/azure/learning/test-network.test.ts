import { describe, expect, test } from 'vitest';
import type { NetworkTestEvent, NetworkTestJob } from '../../../../src/azure/ports';
import { networkTestBody, networkTestName, readAnswers } from '../../../../src/plans/network-test/job';
import { failureOf, noStop } from '../sample';
import { create, fraud, openCreationSample, planned, production, type Opened } from './creating';

const targets = [
  { requirement: 'outbound-mcr-443', host: 'mcr.microsoft.com', port: 443 },
  { requirement: 'outbound-storage-445', host: 'stfraudprod.file.core.windows.net', port: 445 },
  { requirement: 'none', host: 'nowhere.example', port: 443 },
];

function jobOn(compute: string, name = networkTestName(compute, '2026-07-30T10:00:00.000Z')): NetworkTestJob {
  const body = { ...networkTestBody(`${fraud}/computes/${compute}`, targets) };
  return {
    workspaceId: fraud,
    compute,
    name,
    body: JSON.parse(JSON.stringify(body)) as NetworkTestJob['body'],
  };
}

async function run({ azure }: Opened, job: NetworkTestJob, stop = noStop): Promise<NetworkTestEvent[]> {
  const events: NetworkTestEvent[] = [];
  await azure.computes.testNetwork(job, (event) => void events.push(event), stop);
  return events;
}

/** A sample with a cluster that keeps no node. */
async function withCluster(subnet: string): Promise<Opened> {
  const opened = openCreationSample();
  await create(opened, planned({ name: 'cpu-test', subnetId: production(subnet), max: 2 }));
  return opened;
}

describe('a job that tests the network', () => {
  test('runs on a node that starts for it, and the cluster is then as it was', async () => {
    const opened = await withCluster('snet-train-gpu');
    const events = await run(opened, jobOn('cpu-test'));
    expect(events.map(({ is }) => is)).toEqual(['sent', 'ended']);
    const end = events.at(-1);
    const answers = readAnswers(targets, end?.is === 'ended' ? end.tags : {});
    expect(answers.map(({ is }) => is)).toEqual(['connected', 'connected', 'unresolved']);
    const after = await opened.azure.computes.get(fraud, 'cpu-test', noStop);
    expect(after?.nodes).toMatchObject({ min: 0, current: 0 });
  });

  test('that gets no node is canceled, and says how the cluster is', async () => {
    const opened = await withCluster('snet-training');
    const events = await run(opened, jobOn('cpu-test'));
    expect(events.at(-1)).toMatchObject({
      is: 'no-node',
      compute: { errors: [{ code: 'AllocationTimedout' }] },
    });
    expect(opened.sample.traffic.at(-1)?.path).toMatch(/\/cancel$/);
  });

  test('never takes the name of another job', async () => {
    const opened = await withCluster('snet-train-gpu');
    await run(opened, jobOn('cpu-test'));
    expect((await failureOf(run(opened, jobOn('cpu-test')))).code).toBe('conflict');
    expect(
      opened.sample.traffic.filter((one) => one.method === 'PUT' && one.path.includes('/jobs/')),
    ).toHaveLength(1);
  });

  test('is canceled where nobody waits any more', async () => {
    const opened = openCreationSample({ pace: 'lifelike', latency: 0 });
    const stop = new AbortController();
    const running = failureOf(
      opened.azure.computes.testNetwork(
        jobOn('ci-anna'),
        ({ is }) => is === 'queued' && stop.abort(),
        stop.signal,
      ),
    );
    expect((await running).code).toBe('cancelled');
    expect(opened.sample.traffic.at(-1)?.path).toMatch(/\/cancel$/);
  });

  test('runs on an instance itself', async () => {
    const events = await run(openCreationSample(), jobOn('ci-anna'));
    expect(events.at(-1)).toMatchObject({ is: 'ended', isCompleted: true });
  });

  test('holds no secret, ends after ten minutes, and its program has no single quote', () => {
    const { properties } = networkTestBody(`${fraud}/computes/cpu-test`, targets);
    expect(properties.limits).toEqual({ jobLimitsType: 'Command', timeout: 'PT10M' });
    expect(properties.command.match(/'/g)).toHaveLength(2);
    expect(JSON.parse(properties.environmentVariables['NETWORK_TEST_TARGETS'] ?? '')).toHaveLength(3);
  });
});
