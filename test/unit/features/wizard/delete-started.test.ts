import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../../src/sandbox/faults';
import { hasEnded, openWizardInOneGroup, type OpenWizardOptions, type OpenWizard } from './open-wizard';

const name = 'ci-begun';
const sandboxed = { network: 'vnet-ml-prod-weu', subnet: 'snet-sandbox' };

/** Returns a wizard whose instance failed and is left in Azure. */
async function failed(options: OpenWizardOptions = {}): Promise<OpenWizard> {
  const w = await openWizardInOneGroup(sandboxed, options);
  await w.call.chooseKind({ kind: 'instance' });
  await w.call.changeSize({ name });
  await w.call.create({ anyway: true });
  await w.until('the end', hasEnded);
  return w;
}

const isThere = (w: OpenWizard): boolean =>
  Object.keys(w.sample.snapshot().resources).some((id) => id.endsWith(`/computes/${name}`));

const deletions = (w: OpenWizard): number => w.sample.traffic.filter((one) => one.method === 'DELETE').length;

describe('deleting a failed compute resource', () => {
  test('shows the deletion until it’s done, and a second press joins the first', async () => {
    const w = await failed({ sample: { latency: 10 } });
    const deleting = w.call.deleteStarted({});
    await w.until('deleting', (p) => p.creation?.state === 'deleting');
    expect(w.page.creation).toMatchObject({ heading: `Deleting ${name}`, canDelete: false });
    await w.call.deleteStarted({});
    await deleting;
    await w.until('gone', (p) => p.creation === null);
    expect([isThere(w), deletions(w)]).toEqual([false, 1]);
    expect(w.notified).toEqual([]);
  });

  test('can be left for the plan; a creation waits for it, and its end is reported', async () => {
    const w = await failed({ sample: { latency: 10 } });
    const deleting = w.call.deleteStarted({});
    await w.until('deleting', (p) => p.creation?.state === 'deleting');
    await w.call.closeCreation({});
    await w.until('the plan', (p) => p.creation === null);
    await w.call.create({ anyway: true });
    await w.until('shown again', (p) => p.creation?.state === 'deleting');
    await w.call.closeCreation({});
    await deleting;
    expect(w.notified.map((one) => one.message)).toEqual([`${name} was deleted.`]);
    expect(w.sample.traffic.filter((one) => one.method === 'PUT')).toHaveLength(1);
  });

  test('an already deleted one counts as deleted', async () => {
    const w = await failed();
    w.sample.faults.next({ status: 404, method: 'DELETE', code: 'ResourceNotFound' });
    await w.call.deleteStarted({});
    await w.until('gone', (p) => p.creation === null);
  });

  test.each<[string, Fault, RegExp]>([
    [
      '403',
      { status: 403 },
      /^You don’t have permission to delete ci-begun\. Required role: Contributor on mlw-fraud-prod\./,
    ],
    ['409', { status: 409 }, /^ci-begun wasn’t deleted: /],
    [
      '500',
      { status: 500, times: 10 },
      /^Couldn’t confirm whether ci-begun was deleted\. Azure reported an error: /,
    ],
    [
      'offline',
      { kind: 'offline', times: 10 },
      /^Couldn’t confirm whether ci-begun was deleted\. This computer can’t reach Azure\. Check the network connection or the proxy\.$/,
    ],
  ])('%s: shows the reason, keeps the page, and can be tried again', async (_, fault, message) => {
    const w = await failed();
    w.sample.faults.next({ ...fault, method: 'DELETE' });
    await expect(w.call.deleteStarted({})).rejects.toMatchObject({
      problem: { message: expect.stringMatching(message) as string },
    });
    expect(w.page.creation).toMatchObject({ state: 'failed', canDelete: true });
    expect(isThere(w)).toBe(true);
    w.sample.faults.clear();
    await w.call.deleteStarted({});
    await w.until('gone', (p) => p.creation === null);
    expect(isThere(w)).toBe(false);
  });

  test('leaves a running creation to Azure if deleting it fails', async () => {
    const w = await openWizardInOneGroup(
      { network: 'vnet-ml-prod-weu', subnet: 'snet-train-gpu' },
      { sample: { pace: 'lifelike', latency: 0 } },
    );
    await w.call.changeSize({ name, minNodes: 1 });
    await w.call.create({ anyway: false });
    await w.until('accepted', (p) => p.creation?.canDelete === true);
    w.sample.faults.next({ status: 409, method: 'DELETE' });
    await expect(w.call.deleteStarted({})).rejects.toMatchObject({ problem: { code: 'conflict' } });
    await w.until('left', (p) => p.creation?.state === 'left');
    expect(w.page.creation?.canDelete).toBe(true);
    // Its item in Compute leads back to it.
    expect(w.changed.at(-1)).toMatchObject({ is: 'creation', name, isOver: false });
  });
});
