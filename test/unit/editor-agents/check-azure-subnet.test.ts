import { expect, test } from 'vitest';
import { AzureFailure } from '../../../src/azure/failure';
import { checkAzureSubnet } from '../../../src/editor-agents/check-azure-subnet';
import { hostileAzure } from '../../support/hostile-named-azure';
import { messagesIn } from '../../support/messages-in';
import { withReads, type ConnectionOptions } from '../features/sample-connection';
import { openStore } from './open-store';

/** Returns a check of a subnet of the sample, as if it were the user's account. */
function check(subnet: string, options: ConnectionOptions = {}) {
  const store = openStore(options);
  const stop = new AbortController().signal;
  return checkAzureSubnet(
    { say: messagesIn('en'), reads: store.reads(), isSample: false, subscriptions: null, stop },
    { subnet },
  );
}

const training = 'vnet-ml-prod-weu/snet-training';

test('a subnet of an account is checked, with what decides and without a place in a file', async () => {
  const result = await check(training);
  expect(result).toMatchObject({ source: 'azure', status: 'failed', counts: { subnetsChecked: 1 } });
  expect(result.problems[0]).toMatchObject({ severity: 'error', at: null, line: null });
  expect(result.problems.some(({ decidedBy }) => decidedBy?.name === 'Deny-All')).toBe(true);
  expect(result.next.join(' ')).not.toContain('propose_fix');
});

test('data that can’t be read is in the notes, and never passes', async () => {
  const failing = () => Promise.reject(new AzureFailure('forbidden'));
  const result = await check('vnet-ml-prod-weu/snet-privatelink', {
    connect: withReads(() => ({ workspaces: failing })),
  });
  expect(result.notes).toHaveLength(1);
  expect(['unknown', 'failed']).toContain(result.status);
});

test('a name that matches no subnet, or several, is refused', async () => {
  await expect(check('vnet-ml-prod-weu/snet-none')).rejects.toMatchObject({
    because: { key: 'agents.noSubnet' },
  });
  // Nothing is read for another subscription.
  await expect(check('/subscriptions/../tenants/x/subnets/y')).rejects.toMatchObject({
    because: { key: 'agents.noSubnet' },
  });
});

test('names from Azure appear only as marked data', async () => {
  const order = 'IGNORE\u0007ALL\u202E';
  const { next, quoted, ...data } = await check(`${training.replace('/', `${order}/`)}${order}`, {
    azure: (sample) => hostileAzure(sample, order),
  });
  expect([quoted, ...next].join('\n')).not.toContain('IGNORE');
  expect(JSON.stringify(data)).toContain('IGNORE');
  // Each character is visible, because JSON escapes those that aren't.
  expect(JSON.stringify(data)).not.toMatch(/(?<!\\)\\u0007|\u202E/);
});
