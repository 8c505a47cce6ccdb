import { expect, test } from 'vitest';
import type { AzureConnection } from '../../../../src/azure/ports';
import { healthy, openWizardInOneGroup, openWizard, type OpenWizard } from './open-wizard';

/** A wizard whose cluster is being created, and the Azure that a second window would find. */
async function creating(): Promise<{ first: OpenWizard; azure: () => Promise<AzureConnection> }> {
  let connection: AzureConnection | undefined;
  const first = await openWizardInOneGroup(healthy, {
    sample: { pace: 'lifelike', latency: 0 },
    connect: (own) => Promise.resolve((connection = own)),
  });
  await first.call.changeSize({ minNodes: 1 });
  await first.call.create({ anyway: false });
  await first.until('accepted', (p) => p.creation?.steps[2]?.state === 'done');
  const azure = (): Promise<AzureConnection> =>
    connection ? Promise.resolve(connection) : Promise.reject(new Error('not connected'));
  return { first, azure };
}

test('a reloaded window follows the creation that was under way, to its end', async () => {
  const { first, azure } = await creating();
  first.dispose();
  const second = openWizard({ choices: first.saved(), connect: azure });
  await second.until('the creation', (p) => p.creation?.state === 'running');
  expect(second.page.creation?.heading).toBe('Creating cpu-cluster2');
  expect(second.page.creation?.steps.slice(0, 3).map((one) => one.state)).toEqual(['done', 'done', 'done']);
  first.sample.clock.advance(60_000);
  await second.until('ready', (p) => p.creation?.state === 'ready');
  expect(second.page.creation?.comparison.map((one) => one.asPlanned)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(second.saved().creating).toBeNull();
});

test('a creation that is gone is said to be, and the plan is there', async () => {
  const { first, azure } = await creating();
  first.dispose();
  const stored = first.saved();
  const gone = stored.creating && { ...stored.creating, plan: { ...stored.creating.plan, name: 'cpu-gone' } };
  const second = openWizard({ choices: { ...stored, creating: gone }, connect: azure });
  await second.until('the plan', (p) => p.board?.state === 'judged');
  expect(second.page.creation).toMatchObject({
    state: 'failed',
    heading: 'cpu-gone no longer exists in Azure',
    canDelete: false,
    left: 'Nothing. A compute resource of that name doesn’t exist.',
  });
  expect(second.saved().creating).toBeNull();
  await second.call.closeCreation({});
  await second.until('the plan', (p) => p.creation === null);
});

test('a creation that Azure had not accepted is said not to have been made', async () => {
  const { first, azure } = await creating();
  first.dispose();
  const stored = first.saved();
  const unsent = stored.creating && {
    ...stored.creating,
    accepted: false,
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

test('while Azure cannot be asked, the creation stays for the next window', async () => {
  const { first, azure } = await creating();
  first.dispose();
  first.sample.faults.next({ match: /computes\/cpu-cluster2/, kind: 'offline', times: 20 });
  const second = openWizard({ choices: first.saved(), connect: azure });
  await second.until('the plan', (p) => p.board?.state === 'judged');
  expect(second.saved().creating?.plan.name).toBe('cpu-cluster2');
});

test('who stops waiting is not followed by it into the next window', async () => {
  const { first } = await creating();
  await first.call.stopWaiting({});
  expect(first.saved().creating).toBeNull();
});
