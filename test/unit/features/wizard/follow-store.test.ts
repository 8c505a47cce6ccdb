import { expect, test } from 'vitest';
import type { AzureConnection } from '../../../../src/azure/ports';
import { sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { healthy, openWizardAt, type OpenWizard } from './open-wizard';

const fraud = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');

/** Returns a wizard at a healthy subnet, and the connection to Azure through which another surface changes it. */
async function open(): Promise<{ readonly w: OpenWizard; readonly own: AzureConnection }> {
  let connection: AzureConnection | undefined;
  const w = await openWizardAt(healthy, { connect: (own) => Promise.resolve((connection = own)) });
  if (!connection) throw new Error('Not connected');
  return { w, own: connection };
}

test('a compute resource that is deleted from another surface releases its name and its address', async () => {
  const { w, own } = await open();
  await w.call.changeSize({ name: 'cpu-train' });
  expect(w.page.plan?.size.nameState.is).toBe('taken');
  const rowOf = (name: string) => w.page.subnets?.rows.find((one) => one.name === name);
  const before = Number(rowOf('snet-train-gpu')?.free);
  await own.azure.computes.operate(
    { workspaceId: fraud, name: 'cpu-train', verb: 'delete' },
    () => undefined,
    new AbortController().signal,
  );
  w.store.changed({ is: 'computes', workspaceId: fraud.toUpperCase() });
  await w.until('free', (p) => p.plan?.size.nameState.is === 'free');
  await w.until('addresses', () => Number(rowOf('snet-train-gpu')?.free) > before);
});

test('data that is read again stays available meanwhile, and the wizard’s own creation reads one list of compute resources', async () => {
  const { w } = await open();
  await w.call.changeSize({ name: 'cpu-train' });
  const before = w.sample.traffic.length;
  w.store.changed({ is: 'creation', workspaceId: fraud, name: 'cpu-train', isOver: true });
  await new Promise((resolve) => setTimeout(resolve, 30));
  const asked = w.sample.traffic.slice(before).map(({ path }) => path.split('/').at(-1));
  expect(asked).toEqual(['computes']);
  w.store.changed({ is: 'computes', workspaceId: fraud });
  expect(w.page.plan?.size.nameState.is).toBe('taken');
  await w.until('read', () => w.sample.traffic.length > before + 1);
  expect(w.page.plan?.size.nameState.is).toBe('taken');
});

test('if compute resources can’t be read again, the former ones still count, and the row states it', async () => {
  const { w } = await open();
  const ids = { id: 'subnet-free-ips-cluster' };
  const row = () => w.page.readiness?.groups.flatMap((one) => one.rows).find((one) => one.id === ids.id);
  const free = () => w.page.subnets?.rows.find((one) => one.name === 'snet-train-gpu')?.free;
  const before = { word: row()?.word, free: free() };
  expect(before.word).toBe('Passed:');
  await w.call.changeSize({ name: 'cpu-train' });
  w.sample.faults.next({ match: /\/computes$/, status: 500, times: 50 });
  w.store.changed({ is: 'computes', workspaceId: fraud });
  await w.until('unreadable', (p) => p.plan?.size.capacity?.text.includes('when last read') === true);
  expect({ word: row()?.word, free: free() }).toEqual(before);
  // A taken name isn't shown as available.
  expect(w.page.plan?.size.nameState.is).toBe('taken');
  expect(JSON.stringify(row()?.details)).toContain('are as they were when last read');
  w.sample.faults.clear();
  w.store.changed({ is: 'computes', workspaceId: fraud });
  await w.until('read', (p) => p.plan?.size.capacity?.text.includes('when last read') === false);
  expect(JSON.stringify(row()?.details)).not.toContain('are as they were when last read');
});
