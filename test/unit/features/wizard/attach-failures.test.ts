import { describe, expect, test } from 'vitest';
import type { AttachedKind } from '../../../../src/core/compute-kinds';
import { attachCause } from '../../../../src/wording/azure-error-detail';
import { openTarget } from './attach-in-wizard';
import { hasEnded, type OpenWizard } from './open-wizard';

/** Attaches a ready resource for which Azure reports a failed connection at the end. */
async function failedWith(
  [kind, name]: readonly [AttachedKind, string],
  code: string,
  message: string,
): Promise<OpenWizard> {
  const w = await openTarget(kind, name, { secret: 'S3cret' });
  w.sample.faults.next({ kind: 'operation', method: 'PUT', match: '/computes/', code, message });
  await w.call.create({ anyway: false });
  await w.until('the end', hasEnded);
  return w;
}

const machine = ['virtual-machine', 'vm-dsvm-risk'] as const;

describe('attaching that fails although the network allows the connection', () => {
  test('no response: the network is ruled out, and the machine itself remains as a cause', async () => {
    const w = await failedWith(machine, 'ComputeNotReachable', 'The service could not reach it by SSH.');
    expect(w.page.creation?.likely).toMatchObject([
      {
        rank: 'Most likely',
        cause: expect.stringMatching(/^SSH connection to 198\.51\.100\.\d+$/) as string,
        evidence: 'Azure ML couldn’t connect over SSH on port 22.',
      },
      { rank: 'Ruled out', cause: 'Network rules of snet-dev-machines' },
    ]);
    expect(w.page.creation?.left).toMatch(/^Attached compute vm-dsvm-risk, state Failed\./);
  });

  test('a rejected sign-in: user name, password, or key', async () => {
    const w = await failedWith(machine, 'BadRequest', 'SSH authentication failed for the given account.');
    expect(w.page.creation?.likely[0]).toMatchObject({
      rank: 'Most likely',
      cause: 'User name, password, or key',
      evidence: 'The machine answered but rejected the sign-in of azureuser.',
    });
  });

  test('Databricks refuses the token', async () => {
    const databricks = ['databricks', 'adb-features-weu'] as const;
    const w = await failedWith(databricks, 'BadRequest', 'The databricksAccessToken is invalid or expired.');
    expect(w.page.creation?.likely[0]).toMatchObject({ rank: 'Most likely', cause: 'Access token' });
  });
});

test.each([
  ['notReached', { serviceCode: 'ComputeNotReachable', serviceMessage: 'No SSH: connection timed out' }],
  ['notReached', { serviceMessage: 'ssh: connect to host 10.0.0.4 port 22: Connection refused' }],
  ['credentials', { serviceMessage: 'SSH: Permission denied (publickey,password).' }],
  ['token', { serviceCode: 'Unauthorized', serviceMessage: 'Invalid access token.' }],
  [null, { serviceMessage: 'The virtual machine is deallocated.' }],
  [null, { serviceMessage: 'Authentication failed.' }],
  [null, {}],
] as const)('%s is derived from %j', (cause, reported) => {
  expect(attachCause(reported)).toBe(cause);
});
