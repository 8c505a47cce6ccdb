import { expect, test } from 'vitest';
import type { AzureConnection } from '../../../../src/azure/ports';
import { decodeStoredPlan, noChoices, noPlan } from '../../../../src/contract/wizard/stored-choices';
import { healthy, openWizardInOneGroup, openWizard, type OpenWizard } from './open-wizard';

/** Returns a wizard with a running creation of a cluster, and the Azure that a second window reads. */
async function creating(
  nodes = { minNodes: 1 },
): Promise<{ first: OpenWizard; azure: () => Promise<AzureConnection> }> {
  let connection: AzureConnection | undefined;
  const first = await openWizardInOneGroup(healthy, {
    sample: { pace: 'lifelike', latency: 0 },
    connect: (own) => Promise.resolve((connection = own)),
  });
  await first.call.changeSize(nodes);
  await first.call.create({ anyway: false });
  await first.until('accepted', (p) => p.creation?.steps[2]?.state === 'done');
  const azure = (): Promise<AzureConnection> =>
    connection ? Promise.resolve(connection) : Promise.reject(new Error('not connected'));
  return { first, azure };
}

test('a reloaded window follows a running creation to its end', async () => {
  const { first, azure } = await creating();
  first.dispose();
  const second = openWizard({ choices: first.saved(), connect: azure });
  await second.until('the creation', (p) => p.creation?.state === 'running');
  expect(second.page.creation?.heading).toBe('Creating cpu-cluster2');
  expect(second.page.creation?.steps.slice(0, 3).map((one) => one.state)).toEqual(['done', 'done', 'done']);
  first.sample.clock.advance(60_000);
  await second.until('ready', (p) => p.creation?.state === 'ready');
  expect(second.page.creation?.comparison.map((one) => one.asPlanned)).toEqual(Array(7).fill(true));
  expect(second.saved().creating).toBeNull();
});

test('a creation that no longer exists is reported, and the plan is there', async () => {
  const { first, azure } = await creating();
  first.dispose();
  const stored = first.saved();
  const gone = stored.creating && { ...stored.creating, plan: { ...stored.creating.plan, name: 'cpu-gone' } };
  const second = openWizard({ choices: { ...stored, creating: gone }, connect: azure });
  await second.until('the plan', (p) => p.readiness?.state === 'checked');
  expect(second.page.creation).toMatchObject({
    state: 'failed',
    heading: 'cpu-gone no longer exists in Azure',
    canDelete: false,
    left: 'Nothing. A compute resource of that name doesn’t exist in the workspace.',
  });
  expect(second.saved().creating).toBeNull();
  await second.call.closeCreation({});
  await second.until('the plan', (p) => p.creation === null);
});

test('a creation that Azure hadn’t accepted is reported as not created', async () => {
  const { first, azure } = await creating();
  first.dispose();
  const stored = first.saved();
  const unsent = stored.creating && {
    ...stored.creating,
    times: {},
    plan: { ...stored.creating.plan, name: 'cpu-unsent' },
  };
  const second = openWizard({ choices: { ...stored, creating: unsent }, connect: azure });
  await second.until('the creation', (p) => p.creation?.state === 'failed');
  expect(second.page.creation).toMatchObject({
    heading: 'cpu-unsent wasn’t created',
    line: 'The window was reloaded before Azure accepted the request.',
  });
  expect(second.page.creation?.steps.map((one) => one.state)[0]).toBe('failed');
});

test('keeps the times at which Azure confirmed each step to the first window', async () => {
  const { first, azure } = await creating();
  const times = first.page.creation?.steps.slice(0, 3).map(({ at }) => at);
  first.dispose();
  const second = openWizard({ choices: first.saved(), connect: azure });
  await second.until('the creation', (p) => p.creation?.state === 'running');
  expect(second.page.creation?.steps.slice(0, 3).map(({ at }) => at)).toEqual(times);
});

test('a creation that an earlier version stored is followed', async () => {
  const { first, azure } = await creating();
  first.dispose();
  const { plan, startedAt } = first.saved().creating!;
  const raw = { ...first.saved(), creating: { plan, startedAt, accepted: true } };
  const choices = decodeStoredPlan({ choices: raw, opened: null })?.choices ?? noChoices;
  const second = openWizard({ choices, connect: azure });
  await second.until('the creation', (p) => p.creation?.state === 'running');
  expect(second.page.creation).toMatchObject({ heading: 'Creating cpu-cluster2', canDelete: true });
});

test('a stored creation that this version can’t read is dropped with a message, and the plan stays', async () => {
  const raw = { ...noChoices, name: 'cpu-kept', creating: { version: 3, of: 'a later version' } };
  const stored = decodeStoredPlan({ choices: raw, opened: null });
  expect(stored).toMatchObject({ choices: { name: 'cpu-kept', creating: null }, lostCreation: true });
  expect(decodeStoredPlan({ choices: noChoices, opened: null })?.lostCreation).toBeUndefined();
  const w = openWizard({ plans: { keptPlan: () => stored ?? noPlan, keep: () => undefined } });
  await w.until('the notification', () => w.notified.length > 0);
  expect(w.notified.map(({ message }) => message)).toEqual([
    'A creation from another version of the extension can’t be followed on this page. Azure continues, and the Compute view shows it.',
  ]);
  expect(w.page.creation).toBeNull();
});

test('while Azure can’t be reached, the creation stays stored for the next window', async () => {
  const { first, azure } = await creating();
  first.dispose();
  first.sample.faults.next({ match: /computes\/cpu-cluster2/, kind: 'offline', times: 20 });
  const second = openWizard({ choices: first.saved(), connect: azure });
  await second.until('the plan', (p) => p.readiness?.state === 'checked');
  expect(second.saved().creating?.plan.name).toBe('cpu-cluster2');
});

test('a creation that the user stopped waiting for isn’t followed by the next window', async () => {
  const { first } = await creating();
  await first.call.stopWaiting({});
  expect(first.saved().creating).toBeNull();
});

/** Returns a cluster without a node, whose network test is still running when the window closes. */
async function testing(): Promise<{ first: OpenWizard; azure: () => Promise<AzureConnection> }> {
  const { first, azure } = await creating({ minNodes: 0 });
  first.sample.clock.advance(60_000);
  await first.until('ready', (p) => p.creation?.state === 'ready');
  await first.call.testNetwork({});
  await first.until('sent', () => first.sample.traffic.some(isJob('PUT')));
  first.dispose();
  return { first, azure };
}

const isJob =
  (method: string, end = '') =>
  (one: { readonly method: string; readonly path: string }): boolean =>
    one.method === method && one.path.includes('/jobs/network-test-') && one.path.endsWith(end);

test('a network test continues without its window, and the next window follows it by its name', async () => {
  const { first, azure } = await testing();
  const second = openWizard({ choices: first.saved(), connect: azure });
  await second.until(
    'the test',
    (p) => p.creation?.test?.line === 'Waiting for a node. You can close this page.',
  );
  expect(second.page.creation).toMatchObject({ state: 'ready', heading: 'cpu-cluster2 is ready' });
  first.sample.clock.advance(60_000);
  await second.until('the end', (p) => p.creation?.test?.state === 'failed');
  expect(second.page.creation?.test?.title).toBe('Failed: 2 of 13 testable flows');
  expect(second.saved().testing).toBeNull();
  expect(first.sample.traffic.filter(isJob('PUT'))).toHaveLength(1);
  expect(first.sample.traffic.some(isJob('POST', '/cancel'))).toBe(false);
});

test('a network test that was stopped before Azure had its job is canceled by the next window', async () => {
  const { first, azure } = await testing();
  const stored = first.saved();
  const stopped = stored.testing && { ...stored.testing, isStopping: true };
  const second = openWizard({ choices: { ...stored, testing: stopped }, connect: azure });
  await second.until('stopped', (p) => p.creation?.test?.state === 'stopped');
  expect(first.sample.traffic.some(isJob('POST', '/cancel'))).toBe(true);
  expect(second.saved().testing).toBeNull();
});

test('a network test that ended without a window is looked up, with the nodes that run now', async () => {
  const { first, azure } = await testing();
  first.sample.clock.advance(600_000);
  const stored = first.saved();
  const second = openWizard({ choices: stored, connect: azure });
  await second.until('the end', (p) => p.creation?.test?.state === 'failed');
  expect(second.page.creation?.test?.line).toBe(
    'The test ended while this window was closed. Nodes of cpu-cluster2 now: 0.',
  );
  expect(second.saved().testing).toBeNull();
  second.dispose();
  const ofAnother = stored.testing && { ...stored.testing, startedAt: '2026-01-01T00:00:00.000Z' };
  const third = openWizard({ choices: { ...stored, testing: ofAnother }, connect: azure });
  await third.until('looked up', (p) => p.creation?.test?.state === 'stopped');
  expect(third.page.creation?.test?.title).toBe('The test didn’t start: its job isn’t in Azure');
});

test('a network test that can’t be looked up is reported, and stays stored for the next window', async () => {
  const { first, azure } = await testing();
  first.sample.faults.next({ match: /computes\/cpu-cluster2/, kind: 'offline', times: 20 });
  const second = openWizard({ choices: first.saved(), connect: azure });
  await second.until('the message', () => second.notified.length > 0);
  expect(second.notified.map(({ message }) => message)).toEqual([
    'Couldn’t look up the network test from cpu-cluster2 that ran when the window closed. Azure ends its job after 10 minutes on a node.',
  ]);
  expect(second.saved().testing?.creation.plan.name).toBe('cpu-cluster2');
  const raw = { ...noChoices, testing: { version: 2, of: 'a later version' } };
  expect(decodeStoredPlan({ choices: raw, opened: null })).toMatchObject({ lostTest: true });
});
