import { describe, expect, test } from 'vitest';
import { checkOfAccount } from '../../../src/editor-agents/check-of-account';
import { createPreparedChecks } from '../../../src/editor-agents/prepared-checks';
import { seeded } from '../../support/random';
import { messagesIn } from '../../support/messages-in';
import { openStore } from './open-store';

const input = { subnet: 'vnet-ml-prod-weu/snet-train-gpu' };

/** Opens a window with an agent that calls the tool, and with an account that can change. */
function openWindow() {
  const prepared = createPreparedChecks();
  const store = openStore();
  let isSample = true;
  return {
    prepare: (of: unknown = input) => prepared.add(of, store.reads()),
    change() {
      isSample = false;
      store.clear();
    },
    /** Runs the check. `meanwhile` runs after the check has started. */
    run: (of: unknown = input, meanwhile = (): void => undefined) =>
      checkOfAccount(
        {
          say: messagesIn('en'),
          store: () => Promise.resolve(store),
          account: { isSample: () => isSample },
          filter: { chosen: () => (queueMicrotask(meanwhile), null) },
        },
        { input: of, prepared },
        new AbortController().signal,
      ),
  };
}

const refused = { code: 'accountChanged' };

describe('subnet check for the account that it was prepared for', () => {
  test('runs only once', async () => {
    const w = openWindow();
    w.prepare();
    expect(await w.run()).toMatchObject({ source: 'sample' });
    await expect(w.run()).rejects.toMatchObject(refused);
  });

  test('is refused if the account changed before it ran, and the next call is for the new account', async () => {
    const w = openWindow();
    w.prepare();
    w.change();
    await expect(w.run()).rejects.toMatchObject(refused);
    w.prepare();
    expect(await w.run()).toMatchObject({ source: 'azure' });
  });

  test('doesn’t return its results if the account changed while it ran', async () => {
    const w = openWindow();
    w.prepare();
    await expect(w.run(input, w.change)).rejects.toMatchObject(refused);
  });

  test('doesn’t run with another call’s confirmation if it wasn’t prepared', async () => {
    const w = openWindow();
    w.prepare();
    await expect(w.run({ subnet: 'vnet-ml-prod-weu/snet-training' })).rejects.toMatchObject(refused);
  });
});

test('runs no call without a confirmation for its account, in any order of preparing, denying, and changing', () => {
  const random = seeded(24);
  const accounts = [openStore().reads(), openStore().reads()] as const;
  for (let run = 0; run < 300; run += 1) {
    const prepared = createPreparedChecks();
    let account = accounts[0];
    /** Number of calls, by account, that the user allowed or that didn't need a confirmation. */
    const allowed = new Map(accounts.map((one) => [one, 0]));
    for (let step = 0; step < 12; step += 1) {
      const what = random.pick(['prepare', 'prepare', 'run', 'change'] as const);
      if (what === 'change') account = random.pick(accounts);
      if (what === 'prepare') {
        prepared.add(input, account);
        allowed.set(account, (allowed.get(account) ?? 0) + 1);
      }
      if (what === 'run' && prepared.consume({ ...input }, account)) {
        allowed.set(account, (allowed.get(account) ?? 0) - 1);
        expect(allowed.get(account)).toBeGreaterThanOrEqual(0);
      }
    }
  }
});
