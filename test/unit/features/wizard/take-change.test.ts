import { expect, test } from 'vitest';
import type { Connection } from '../../../../src/azure/ports';
import { workspaceId } from '../../../../src/sandbox/sample/names';
import { healthy, openAt, type OpenWizard } from './open-wizard';

const fraud = workspaceId('rg-ml-prod', 'mlw-fraud-prod');

/** A wizard at a healthy subnet, and the Azure that another door changes. */
async function open(): Promise<{ readonly w: OpenWizard; readonly own: Connection }> {
  let connection: Connection | undefined;
  const w = await openAt(healthy, { connect: (own) => Promise.resolve((connection = own)) });
  if (!connection) throw new Error('Not connected');
  return { w, own: connection };
}

test('a compute that is deleted from another door frees its name and its address', async () => {
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
  w.session.noteChange({ is: 'computes', workspaceId: fraud.toUpperCase() });
  await w.until('free', (p) => p.plan?.size.nameState.is === 'free');
  await w.until('addresses', () => Number(rowOf('snet-train-gpu')?.free) > before);
});

test('what it reads anew stays readable until it is there, and what the wizard told itself is not read again', async () => {
  const { w } = await open();
  await w.call.changeSize({ name: 'cpu-train' });
  const before = w.sample.traffic.length;
  w.session.noteChange({ is: 'networks', subscriptionId: 'x' });
  w.session.noteChange({ is: 'creation', workspaceId: fraud, name: 'cpu-train', isOver: true });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(w.sample.traffic.length).toBe(before);
  w.session.noteChange({ is: 'computes', workspaceId: fraud });
  expect(w.page.plan?.size.nameState.is).toBe('taken');
  await w.until('read', () => w.sample.traffic.length > before);
  expect(w.page.plan?.size.nameState.is).toBe('taken');
});
