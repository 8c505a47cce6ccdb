import { describe, expect, test } from 'vitest';
import type { AzureConnection } from '../../../../src/azure/ports';
import {
  pickSubnet,
  pickWorkspace,
  denyAllSubnet,
  healthy,
  isQuiet,
  hasEnded,
  openWizardAt,
  openWizard,
  readinessRowOf,
  type OpenWizard,
} from './open-wizard';

interface Windows {
  readonly first: OpenWizard;
  readonly second: OpenWizard;
  /** Names of the compute resources in the Azure that both windows share. */
  readonly computes: () => readonly string[];
}

/** Two windows with the wizard at the same subnet of one Azure, each with its own state. */
async function twoWindows(place: { network: string; subnet: string }): Promise<Windows> {
  let connection: AzureConnection | undefined;
  const first = await openWizardAt(place, { connect: (own) => Promise.resolve((connection = own)) });
  const shared = connection;
  if (!shared) throw new Error('The first window is not connected.');
  const second = openWizard({ connect: () => Promise.resolve(shared) });
  await pickWorkspace(second, 'mlw-fraud-prod');
  await pickSubnet(second, place.network, place.subnet);
  await isQuiet(first);
  const computes = (): readonly string[] =>
    Object.keys(first.sample.snapshot().resources)
      .filter((id) => id.includes('/computes/'))
      .map((id) => id.slice(id.lastIndexOf('/') + 1));
  return { first, second, computes };
}

const fixes = ['outbound-aml-udp-5831', 'outbound-batch-443', 'outbound-storage-445'];

async function preview(w: OpenWizard): Promise<string> {
  await w.call.previewFix({ ids: fixes });
  await w.until('preview', (p) => p.readiness?.state === 'preview');
  return w.page.preview?.id ?? '';
}

describe('a fix that one window applies', () => {
  test('is shown in the other, with what changed, and its results are updated', async () => {
    const { first, second } = await twoWindows(denyAllSubnet);
    await first.call.applyFix({ preview: await preview(first) });
    await second.call.refresh({});
    await second.until('the notification', (p) => p.readiness?.notice !== null);
    expect(second.page.readiness?.notice?.text).toMatch(
      /^nsg-training changed in Azure at \d\d:\d\d: rules Allow-AzureML-UDP-5831, Allow-Batch-443, and Allow-Storage-445 added\. \d+ results changed\.$/,
    );
    expect(readinessRowOf(second.page.readiness, 'outbound-batch-443')).toMatchObject({
      word: 'Allowed',
      was: 'Blocked',
    });
    expect(first.page.readiness?.notice).toBeNull();
  });

  test('isn’t applied again by the other, whose preview is older', async () => {
    const { first, second } = await twoWindows(denyAllSubnet);
    const late = await preview(second);
    expect(await first.call.applyFix({ preview: await preview(first) })).toBe(true);
    expect(await second.call.applyFix({ preview: late })).toBe(false);
    expect(second.page.preview).toMatchObject({
      state: 'refused',
      outcome: 'nsg-training was modified after this preview. Nothing was applied.',
    });
    await expect(second.call.previewFix({ ids: fixes })).rejects.toMatchObject({
      problem: { message: expect.stringMatching(/^This fix no longer applies/) as string },
    });
    expect(acceptedWrites(first)).toBe(1);
  });

  test('at the same time as the other is written once, and matches both previews', async () => {
    const { first, second } = await twoWindows(denyAllSubnet);
    const [own, others] = [await preview(first), await preview(second)];
    await Promise.all([first.call.applyFix({ preview: own }), second.call.applyFix({ preview: others })]);
    expect(acceptedWrites(first)).toBe(1);
    for (const { page } of [first, second]) {
      expect(page.preview?.outcome).toMatch(/The results match the preview\.$/);
    }
  });
});

function acceptedWrites({ sample }: OpenWizard): number {
  return sample.traffic.filter((one) => one.method === 'PUT' && one.status < 300).length;
}

describe('a name that one window uses', () => {
  test('is never overwritten by the other, which then proposes an available one', async () => {
    const { first, second, computes } = await twoWindows(healthy);
    expect([first.page.plan?.size.name, second.page.plan?.size.name]).toEqual([
      'cpu-cluster2',
      'cpu-cluster2',
    ]);
    await first.call.create({ anyway: false });
    await first.until('ready', (p) => p.creation?.state === 'ready');
    await second.call.create({ anyway: false });
    await second.until('the end', hasEnded);
    expect(second.page.creation).toMatchObject({
      state: 'failed',
      heading: 'cpu-cluster2 wasn’t created',
      line: 'Another compute resource already uses the name. Nothing was sent, and nothing was overwritten.',
      canDelete: false,
    });
    expect(first.sample.traffic.filter((one) => one.method === 'PUT')).toHaveLength(1);
    await second.call.closeCreation({});
    await second.until('taken', (p) => p.plan?.size.nameState.is === 'taken');
    await second.call.changeSize({ name: 'cpu-second' });
    await second.call.create({ anyway: false });
    await second.until('ready', (p) => p.creation?.state === 'ready');
    expect(computes()).toEqual(expect.arrayContaining(['cpu-cluster2', 'cpu-second']));
  });

  test('two creations at once create two compute resources, each followed by its own window', async () => {
    const { first, second, computes } = await twoWindows(healthy);
    await Promise.all([
      first.call.changeSize({ name: 'cpu-one' }),
      second.call.changeSize({ name: 'cpu-two' }),
    ]);
    await Promise.all([first.call.create({ anyway: false }), second.call.create({ anyway: false })]);
    await first.until('ready', (p) => p.creation?.state === 'ready');
    await second.until('ready', (p) => p.creation?.state === 'ready');
    expect([first.page.creation?.heading, second.page.creation?.heading]).toEqual([
      'cpu-one is ready',
      'cpu-two is ready',
    ]);
    expect(computes()).toEqual(expect.arrayContaining(['cpu-one', 'cpu-two']));
  });

  test('one window doesn’t delete what the other started', async () => {
    const { first, second, computes } = await twoWindows(healthy);
    await first.call.changeSize({ name: 'cpu-mine' });
    await first.call.create({ anyway: false });
    await first.until('ready', (p) => p.creation?.state === 'ready');
    await second.call.changeSize({ name: 'cpu-mine' });
    await second.call.create({ anyway: false });
    await second.until('the end', hasEnded);
    await expect(second.call.deleteStarted({})).rejects.toMatchObject({ problem: { code: 'notFound' } });
    expect(computes()).toContain('cpu-mine');
  });
});
