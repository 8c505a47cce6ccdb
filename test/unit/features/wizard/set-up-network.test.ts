import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import { noChoices } from '../../../../src/contract/wizard/stored-choices';
import { known } from '../../../../src/core/known';
import { sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import {
  pickWorkspace,
  gate,
  openWizard,
  readinessRowOf,
  withReads,
  writesIn,
  type OpenWizardOptions,
  type OpenWizard,
} from './open-wizard';
import { otherUserWrites } from './other-user';

const hub = sampleWorkspaceId('rg-ml-ai', 'hub-claims-ai');
const id = 'managed-network-set-up';

async function openHub(options: OpenWizardOptions = {}): Promise<OpenWizard> {
  const w = openWizard(options);
  await pickWorkspace(w, 'hub-claims-ai');
  await w.until('Readiness', (p) => p.readiness?.state === 'checked');
  return w;
}

/** Azure starts the operation and doesn't complete it before the gate opens. */
function slowly(until: Promise<void>): Pick<OpenWizardOptions, 'connect'> {
  return {
    connect: (own) => {
      const { change } = own.azure;
      const setUpManagedNetwork: typeof change.setUpManagedNetwork = async (workspace, onAccepted, stop) => {
        onAccepted();
        const stopped = new Promise<never>((_, reject) => {
          stop.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
        });
        await Promise.race([until, stopped]);
        return change.setUpManagedNetwork(workspace, () => undefined, stop);
      };
      return Promise.resolve({
        ...own,
        azure: { ...own.azure, change: { ...change, setUpManagedNetwork } },
      });
    },
  };
}

describe('a managed virtual network that isn’t provisioned yet', () => {
  test('is provisioned from its row after a confirmation, and the row passes', async () => {
    const w = await openHub();
    expect(readinessRowOf(w.page.readiness, id)).toMatchObject({
      name: 'Managed virtual network is provisioned',
      word: 'Failed:',
      rest: 'the managed virtual network isn’t provisioned yet, so the first compute resource waits for it',
      counts: 'warning',
      fix: 'Set up now…',
      does: 'set-up',
    });
    expect(w.page.readiness?.summary).toBe('Ready, 1 warning');
    expect(w.page.plan?.network.managed?.setUpButton?.label).toBe('Set up now…');

    await w.call.setUpNetwork({});
    expect(w.confirmed).toEqual([
      {
        title: 'Set up the managed virtual network of hub-claims-ai now?',
        detail:
          'Azure sets it up now instead of with the first compute resource, which takes minutes. You can’t remove the managed virtual network from the workspace afterward. Azure bills the private endpoints that it creates (price not known, plus data processed, per GB).',
        button: 'Set up',
      },
    ]);
    expect(w.progress).toEqual(['Setting up the managed virtual network of hub-claims-ai']);
    await w.until('passed', (p) => readinessRowOf(p.readiness, id).counts === 'passed');
    expect(readinessRowOf(w.page.readiness, id)).toMatchObject({
      fix: null,
      rest: 'the managed virtual network is provisioned',
    });
    expect(w.page.plan?.network.managed).toMatchObject({ isSetUp: true, setUpButton: null });
    const writes = writesIn(w.sample.traffic).map((one) => [one.method, one.path]);
    expect(writes).toEqual([['POST', `${hub}/provisionManagedNetwork`]]);
    await expect(w.call.setUpNetwork({})).rejects.toMatchObject({ problem: { code: 'changed' } });
  });

  test('isn’t changed if the user declines', async () => {
    const w = await openHub({ confirm: false });
    await w.call.setUpNetwork({});
    expect(writesIn(w.sample.traffic)).toEqual([]);
    expect(readinessRowOf(w.page.readiness, id).fix).toBe('Set up now…');
  });

  test('shows since when Azure has been working, and the user doesn’t need to wait', async () => {
    const end = gate();
    const w = await openHub(slowly(end.promise));
    const asked = w.call.setUpNetwork({}).catch((error: unknown) => error);
    await w.until('under way', (p) => readinessRowOf(p.readiness, id).does === 'stop-waiting');
    expect(readinessRowOf(w.page.readiness, id).mark).toMatch(/^setting up since \d/);
    expect(w.page.plan?.network.managed?.setUp).toMatch(/^Azure has been setting it up since /);
    await expect(w.call.setUpNetwork({})).rejects.toMatchObject({ problem: { code: 'changed' } });

    await w.call.stopSettingUp({});
    expect(await asked).toMatchObject({ problem: { code: 'cancelled' } });
    // Azure continues. The button isn't offered as if nothing ran, and a new window doesn't wait for it again.
    await w.until('left', (p) => readinessRowOf(p.readiness, id).does === 'look-again');
    expect(readinessRowOf(w.page.readiness, id)).toMatchObject({ fix: 'Refresh' });
    expect(readinessRowOf(w.page.readiness, id).mark).toMatch(/^setting up since \d/);
    expect(w.page.plan?.network.managed?.setUp).toMatch(/^Azure has been setting it up since \d/);
    await expect(w.call.setUpNetwork({})).rejects.toMatchObject({ problem: { code: 'changed' } });
    const later = openWizard({ choices: w.saved() });
    await later.until('left', (p) => p.plan?.network.managed?.setUpButton?.does === 'look-again');

    await w.call.refresh({});
    expect(readinessRowOf(w.page.readiness, id).does).toBe('look-again');
    await otherUserWrites(w.sample, 'POST', `${hub}/provisionManagedNetwork`, { includeSpark: false });
    await expect
      .poll(() => w.call.refresh({}).then(() => readinessRowOf(w.page.readiness, id).counts))
      .toBe('passed');
    expect(w.saved().settingUp).toBeNull();
  });

  test('can be provisioned again if the user stopped before Azure accepted it, or after hours', async () => {
    const w = await openHub({
      connect: (own) => {
        const setUpManagedNetwork: typeof own.azure.change.setUpManagedNetwork = (_id, _onAccepted, stop) =>
          new Promise((_, reject) => {
            stop.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
          });
        const change = { ...own.azure.change, setUpManagedNetwork };
        return Promise.resolve({ ...own, azure: { ...own.azure, change } });
      },
    });
    const asked = w.call.setUpNetwork({}).catch((error: unknown) => error);
    await w.until('under way', (p) => readinessRowOf(p.readiness, id).does === 'stop-waiting');
    await w.call.stopSettingUp({});
    expect(await asked).toMatchObject({ problem: { code: 'cancelled' } });
    await w.until('offered again', (p) => readinessRowOf(p.readiness, id).does === 'set-up');

    const startedAt = new Date(Date.now() - 3 * 3600 * 1000).toISOString();
    const settingUp = { workspaceId: hub, startedAt, isLeft: true };
    const later = openWizard({ choices: { ...noChoices, workspace: hub, settingUp } });
    await later.until('offered', (p) => p.plan?.network.managed?.setUpButton?.does === 'set-up');
  });

  test('that another user is provisioning is reported with Azure’s message', async () => {
    const w = await openHub();
    const message = 'Provisioning is in progress.';
    w.sample.faults.next({ status: 409, code: 'Conflict', message, method: 'POST' });
    await expect(w.call.setUpNetwork({})).rejects.toMatchObject({
      problem: {
        code: 'conflict',
        message: expect.stringMatching(
          /^The managed virtual network of hub-claims-ai wasn’t set up\. Azure refused the request: Provisioning is in progress\. /,
        ) as string,
      },
    });
  });

  test('isn’t offered again if the end of a running operation couldn’t be read', async () => {
    const w = await openHub({
      connect: (own) => {
        const setUpManagedNetwork: typeof own.azure.change.setUpManagedNetwork = (_id, onAccepted) => {
          onAccepted();
          return Promise.reject(new AzureFailure('timeout'));
        };
        const change = { ...own.azure.change, setUpManagedNetwork };
        return Promise.resolve({ ...own, azure: { ...own.azure, change } });
      },
    });
    await expect(w.call.setUpNetwork({})).rejects.toMatchObject({
      problem: { message: expect.stringMatching(/^Couldn’t confirm whether /) as string },
    });
    await w.until('left', (p) => readinessRowOf(p.readiness, id).does === 'look-again');
  });

  test('is waited for in a new window', async () => {
    const startedAt = '2026-07-30T10:00:00.000Z';
    const choices = {
      ...noChoices,
      workspace: hub,
      settingUp: { workspaceId: hub, startedAt, isLeft: false },
    };
    const w = openWizard({ choices });
    await w.until('under way', (p) => p.plan?.network.managed?.setUpButton?.does === 'stop-waiting');
    // In Azure, the operation was started before the reload.
    await otherUserWrites(w.sample, 'POST', `${hub}/provisionManagedNetwork`, { includeSpark: false });
    await w.until('set up', (p) => p.plan?.network.managed?.isSetUp === true);
    await w.until('passed', (p) => readinessRowOf(p.readiness, id).counts === 'passed');
    expect(w.saved().settingUp).toBeNull();
  });

  test('a missing permission for the workspace is reported', async () => {
    const w = await openHub();
    w.sample.faults.next({ status: 403, code: 'AuthorizationFailed', method: 'POST' });
    const problem = await w.call.setUpNetwork({}).catch((error: unknown) => error);
    expect(problem).toMatchObject({
      problem: {
        code: 'forbidden',
        message:
          'The managed virtual network of hub-claims-ai wasn’t set up. You don’t have permission. Required role: Contributor on hub-claims-ai.',
      },
    });
    expect(readinessRowOf(w.page.readiness, id).fix).toBe('Set up now…');
  });

  test('a late failure is reported with Azure’s message, as a notification if the page isn’t visible', async () => {
    const w = await openHub({ visible: false });
    w.sample.faults.next({ kind: 'operation' });
    await expect(w.call.setUpNetwork({})).rejects.toMatchObject({ problem: { code: 'refused' } });
    expect(w.notified.map((one) => one.message)).toEqual([
      expect.stringMatching(/^The managed virtual network of hub-claims-ai wasn’t set up\. /),
    ]);
  });
});

test('host name rules add the firewall’s cost to the question', async () => {
  const w = openWizard({
    confirm: false,
    connect: withReads((read) => ({
      workspace: async (...asked) => ({
        ...(await read.workspace(...asked)),
        managedNetworkSetUp: known(false),
      }),
    })),
  });
  await pickWorkspace(w, 'mlw-risk-prod');
  await w.until('the button', (p) => p.plan?.network.managed?.setUpButton?.does === 'set-up');
  await w.call.setUpNetwork({});
  expect(w.confirmed[0]?.detail).toContain(
    '1 host name rule needs an Azure Firewall (price not known). Azure bills it from its creation, even without compute resources, and the data that it processes, per GB.',
  );
});

test('a failed refresh is reported, with the age of Readiness', async () => {
  const w = await openHub();
  w.sample.faults.next({ kind: 'offline', times: Infinity });
  await w.call.refresh({});
  await w.until('stale', (p) => p.readiness?.stale?.startsWith('Last read at ') === true);
  w.sample.faults.clear();
  await w.call.refresh({});
  await w.until('fresh', (p) => p.readiness?.stale === null);
});
