import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import { drawn, openTrees, withReads, type OpenTrees } from './open-trees';

interface Trouble {
  failure: AzureFailure | null;
}

const sample = ['subscription Contoso Research | 8 workspaces'];

/** Trees over an Azure that fails as long as the fault is active. */
function troubled(trouble: Trouble, focused: () => boolean = () => true): OpenTrees {
  const t = openTrees({
    focused,
    connect: withReads((read) => ({
      subscriptions: (stop) => (trouble.failure ? Promise.reject(trouble.failure) : read.subscriptions(stop)),
    })),
  });
  t.session.show('compute', true);
  return t;
}

const milliseconds = (t: OpenTrees): readonly number[] => t.waits.map((one) => one.milliseconds);

/** Ends the newest wait, and waits for the response. */
async function endWait(t: OpenTrees): Promise<void> {
  t.waits.at(-1)?.end();
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a transient failure of Azure', () => {
  test.each([
    ['offline', new AzureFailure('offline')],
    ['a timeout', new AzureFailure('timeout')],
    ['throttling', new AzureFailure('throttled')],
    ['an internal error in Azure', new AzureFailure('refused', { status: 500 })],
  ])('is retried automatically after %s, and its item is gone', async (_, failure) => {
    const trouble: Trouble = { failure };
    const t = troubled(trouble);
    expect(drawn(await t.lines('compute'))).not.toEqual(sample);
    trouble.failure = null;
    await endWait(t);
    expect(drawn(await t.lines('compute'))).toEqual(sample);
    expect(milliseconds(t)).toEqual([10_000]);
    t.session.dispose();
  });

  test('is retried at increasing intervals, and not before Azure’s Retry-After', async () => {
    const trouble: Trouble = { failure: new AzureFailure('timeout') };
    const t = troubled(trouble);
    await t.lines('compute');
    await endWait(t);
    await endWait(t);
    trouble.failure = new AzureFailure('throttled', { retryAfterSeconds: 300 });
    await endWait(t);
    expect(milliseconds(t)).toEqual([10_000, 20_000, 40_000, 300_000]);
    t.session.dispose();
  });

  test('waits until the window has the focus and a tree is visible', async () => {
    let isFocused = false;
    const trouble: Trouble = { failure: new AzureFailure('offline') };
    const t = troubled(trouble, () => isFocused);
    await t.lines('compute');
    expect(t.waits).toEqual([]);
    isFocused = true;
    t.session.show('compute', false);
    t.session.focused();
    expect(t.waits).toEqual([]);
    t.session.show('compute', true);
    expect(milliseconds(t)).toEqual([10_000]);
    t.session.dispose();
  });
});

test.each([
  ['a missing role', new AzureFailure('forbidden', { status: 403 })],
  ['a sign-in', new AzureFailure('signedOut', { status: 401 })],
  ['an untrusted certificate', new AzureFailure('offline', { untrusted: true })],
  ['a refusal with a reason', new AzureFailure('refused', { status: 409 })],
])('%s needs the user: nothing is retried automatically', async (_, failure) => {
  const t = troubled({ failure });
  await t.lines('compute');
  expect(t.waits).toEqual([]);
  t.session.dispose();
});
