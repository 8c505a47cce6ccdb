import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { AzureFailure } from '../../../../src/azure/failure';
import type { CreationEvent } from '../../../../src/azure/ports';
import { targetId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { connectSample, noStop } from '../sample';

const secret = 'a-secret-that-nobody-may-see';
const fraud = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');

const bodies = {
  Databricks: {
    resourceId: targetId('rg-databricks', 'Microsoft.Databricks/workspaces', 'adb-trial-weu'),
    properties: {
      databricksAccessToken: secret,
      workspaceUrl: 'adb-7731095524681170.10.azuredatabricks.net',
    },
  },
  HDInsight: {
    resourceId: targetId('rg-databricks', 'Microsoft.HDInsight/clusters', 'hdi-fraud-spark'),
    properties: {
      address: 'hdi-fraud-spark-ssh.azurehdinsight.net',
      sshPort: 22,
      administratorAccount: { username: 'sshuser', password: secret, privateKeyData: secret },
    },
  },
} as const;

/** Attaches, and returns everything that is reported on the way: events, errors, and the log. */
async function attach(
  computeType: keyof typeof bodies,
  trouble?: Parameters<ReturnType<typeof connectSample>['sample']['faults']['next']>[0],
) {
  const log: string[] = [];
  const { azure, sample } = connectSample(
    {},
    { log: { debug: (line) => void log.push(line) }, watchIntervalMs: 1 },
  );
  if (trouble) sample.faults.next(trouble);
  const events: CreationEvent[] = [];
  const body = { location: 'westeurope', properties: { computeType, ...bodies[computeType] } };
  const target = { workspaceId: fraud, name: 'attached', body };
  const error = await azure.computes
    .create(target, (event) => void events.push(event), noStop)
    .then(
      () => null,
      (failure: AzureFailure) => failure,
    );
  return { log, events, error, sample };
}

function everything(attempt: Awaited<ReturnType<typeof attach>>): string {
  const { log, events, error, sample } = attempt;
  const shown = inspect([log, events, error, sample.snapshot(), sample.traffic], {
    depth: 30,
    maxArrayLength: null,
  });
  return `${shown} ${JSON.stringify(attempt.events)}`;
}

describe.each(['Databricks', 'HDInsight'] as const)('%s', (kind) => {
  test('is attached, and its secret appears nowhere', async () => {
    const attempt = await attach(kind);
    expect(attempt.events.at(-1)).toMatchObject({
      is: 'ready',
      compute: { name: 'attached', targetId: bodies[kind].resourceId },
    });
    expect(attempt.log.some((line) => line.startsWith('PUT '))).toBe(true);
    expect(everything(attempt)).not.toContain(secret);
  });

  test.each([
    ['403', { match: '/computes/', method: 'PUT', status: 403 }],
    ['500', { match: '/computes/', method: 'PUT', status: 500, times: 20 }],
    ['a lost response', { kind: 'lost', match: '/computes/', method: 'PUT' }],
    ['no response', { kind: 'offline', match: '/computes/', method: 'PUT', times: 20 }],
    ['a late failure', { kind: 'operation', match: '/computes/' }],
    [
      'a refusal that repeats the request body',
      {
        match: '/computes/',
        method: 'PUT',
        status: 400,
        code: 'InvalidRequestContent',
        message: `At '${secret}'.`,
      },
    ],
  ] as const)('%s: neither the failure nor the log contains the secret', async (_what, trouble) => {
    const attempt = await attach(kind, trouble);
    expect(attempt.events.length).toBeGreaterThan(0);
    expect(everything(attempt)).not.toContain(secret);
  });
});

describe('Azure’s message is kept, except for a secret that it repeats', () => {
  test('in a refusal', async () => {
    const attempt = await attach('Databricks', {
      match: '/computes/',
      method: 'PUT',
      status: 400,
      code: 'InvalidRequestContent',
      message: `Unexpected '${secret}' at position 12.`,
    });
    expect(attempt.events.at(-1)).toMatchObject({
      is: 'failed',
      details: { serviceMessage: "Unexpected '***' at position 12." },
    });
  });

  test('in a late failure, and in the compute resource that remains', async () => {
    const message = `Not '${secret}', '${secret}'.`;
    const { events } = await attach('HDInsight', {
      kind: 'operation',
      match: '/computes/',
      code: 'BadRequest',
      message,
    });
    expect(events.at(-1)).toMatchObject({
      is: 'failed',
      details: { serviceMessage: "Not '***', '***'." },
      compute: { errors: [{ message: "Not '***', '***'." }] },
    });
    expect(JSON.stringify(events)).not.toContain(secret);
  });
});
