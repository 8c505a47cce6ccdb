import { describe, expect, test } from 'vitest';
import type { AzureConnection } from '../../../../src/azure/ports';
import type { StoredChoices } from '../../../../src/contract/wizard/stored-choices';
import { sampleNetworkId } from '../../../../src/sandbox/sample/names';
import {
  pickSubnet,
  pickWorkspace,
  denyAllSubnet,
  gate,
  healthy,
  openWizardAt,
  openWizard,
  type OpenWizard,
  withReads,
} from './open-wizard';
import { otherUserAddsRule } from './other-user';
import { sampleSummary } from '../../../support/sample-summary';

const noOutboundAccess = { network: 'vnet-ml-prod-weu', subnet: 'snet-sandbox' };
const group = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training');

async function applied(): Promise<OpenWizard> {
  const w = await openWizardAt(denyAllSubnet);
  await w.call.previewFix({ ids: ['outbound-aml-udp-5831'] });
  await w.until('preview', (p) => p.preview?.state === 'preview');
  await w.call.applyFix({ preview: w.page.preview?.id ?? '' });
  await w.call.closeFix({});
  await w.until('back at the plan', (p) => p.preview === null && p.readiness?.state === 'checked');
  return w;
}

const noticeOf = (w: OpenWizard) => w.page.readiness?.fixNotice ?? null;

async function previewUndo(w: OpenWizard): Promise<string> {
  await w.call.undoFix({ preview: noticeOf(w)?.undo ?? '' });
  await w.until('undo', (p) => p.preview?.kind === 'undo');
  return w.page.preview?.id ?? '';
}

describe('an applied fix', () => {
  test('matches its preview, although services and permissions are read only afterwards', async () => {
    const held = gate();
    let until = Promise.resolve();
    const w = openWizard({
      connect: withReads((read) => ({
        services: (place, stop) => until.then(() => read.services(place, stop)),
        governance: (place, stop) => until.then(() => read.governance(place, stop)),
      })),
    });
    await pickWorkspace(w, 'mlw-fraud-prod');
    const network = w.page.networks?.rows.find((one) => one.name === denyAllSubnet.network);
    await w.call.chooseNetwork({ id: network?.id ?? '' });
    await w.until('subnets', (p) => p.subnets?.networkName === denyAllSubnet.network);
    const subnet = w.page.subnets?.rows.find((one) => one.name === denyAllSubnet.subnet);
    until = held.promise;
    const chosen = w.call.chooseSubnet({ id: subnet?.id ?? '' });
    await w.until(
      'errors',
      (p) => p.readiness?.state === 'checked' && p.readiness.summary.includes('1 error '),
    );
    await w.call.previewFix({ ids: ['outbound-aml-udp-5831'] });
    await w.until('preview', (p) => p.preview?.state === 'preview');
    held.open();
    await chosen;
    await w.call.applyFix({ preview: w.page.preview?.id ?? '' });
    expect(w.page.preview?.outcome).toMatch(/^Applied at .*The results match the preview\.$/);
  });

  test('can be undone from Readiness, until that is done', async () => {
    const w = await applied();
    expect(noticeOf(w)?.text).toBe('Your fix is in place on nsg-training.');
    await previewUndo(w);
    expect(noticeOf(w)).toBeNull();
    // None of its texts calls an undo a fix.
    expect(w.page.readiness?.summary).toBe('After this change: Not ready: 1 error blocks 9 flows');
    expect(w.page.readiness?.groups[0]?.title).toBe('Changes');
    expect(w.page.preview?.tables.map((one) => one.title)).toEqual([
      'nsg-training, outbound, after the change',
    ]);
    expect(w.page.preview?.alsoUses?.title).toBe('Other subnets that use nsg-training');
    await w.call.closeFix({});
    await w.until('offered still', () => noticeOf(w) !== null);

    expect(await w.call.applyFix({ preview: await previewUndo(w) })).toBe(true);
    await w.call.closeFix({});
    await w.until('as before', (p) => p.readiness?.summary === sampleSummary('snet-training'));
    expect(noticeOf(w)).toBeNull();
    w.dispose();
  });

  test('no longer offers undo after another user changed its resource', async () => {
    const w = await applied();
    await otherUserAddsRule(w.sample, group, 333);
    await w.call.refresh({});
    await w.until('seen', (p) => p.readiness?.notice !== null);
    expect(w.page.readiness?.fixNotice).toBeNull();
    w.dispose();
  });

  test('offers undo only at its own subnet, and until the user dismisses it', async () => {
    const w = await applied();
    await pickSubnet(w, healthy.network, healthy.subnet);
    expect(w.page.readiness?.fixNotice).toBeNull();
    await pickSubnet(w, denyAllSubnet.network, denyAllSubnet.subnet);
    expect(w.page.readiness?.fixNotice).not.toBeNull();
    await w.call.dismissFixNotice({});
    await w.until('gone', (p) => p.readiness?.fixNotice === null);
    w.dispose();
  });
});

/** Returns a window that closes while a new gateway is being created. */
async function cutOff(): Promise<{ readonly choices: StoredChoices; readonly connection: AzureConnection }> {
  const { promise, open } = gate<AzureConnection>();
  const w = await openWizardAt(noOutboundAccess, {
    connect: (own) => {
      open(own);
      return Promise.resolve(own);
    },
  });
  await w.call.previewFix({ ids: ['egress-explicit-for-npip'] });
  await w.until('preview', (p) => p.preview?.state === 'preview');
  await w.call.changeFix({ preview: w.page.preview?.id ?? '', alternative: 'narrow:' });
  await w.until('a new gateway', (p) => p.preview?.alternatives[1]?.chosen === true);
  w.sample.faults.next({ kind: 'hang', method: 'PUT', match: 'natGateways/ng-snet-sandbox' });
  const cut = w.call.applyFix({ preview: w.page.preview?.id ?? '' }).catch(() => false);
  await w.until('half-way', (p) => p.preview?.progress[1]?.state === 'running');
  const texts = w.page.preview?.progress.map(({ text }) => text) ?? [];
  // Only the resource that Azure is working on.
  expect(texts.map((text) => /Waiting for Azure until \d+:\d\d\b.* at the latest\.$/.test(text))).toEqual([
    false,
    true,
    false,
  ]);
  const choices = w.saved();
  w.dispose();
  await cut;
  expect(w.saved()).toEqual(choices);
  w.sample.faults.clear();
  return { choices, connection: await promise };
}

test('after a reload of the window interrupts a fix, the wizard looks it up and reports its state in Azure', async () => {
  const { choices, connection } = await cutOff();
  const w = openWizard({ choices, connect: () => Promise.resolve(connection) });
  await w.until('Readiness', (p) => p.readiness?.state === 'checked');
  expect(w.page.readiness?.fixNotice).toEqual({
    text: expect.stringMatching(
      /^The window was reloaded while a fix was applied\. Read from Azure at \S.*\. Not changed: ng-snet-sandbox and snet-sandbox\. Couldn’t be read: pip-ng-snet-sandbox\.$/,
    ) as string,
    undo: null,
  });
  expect(w.saved().applying).toBeNull();
  await w.call.dismissFixNotice({});
  await w.until('gone', (p) => p.readiness?.fixNotice === null);
  w.dispose();
});
