import { expect, test } from 'vitest';
import { openWizardInOneGroup, worstFix, type OpenWizard } from './open-wizard';

const hub = { workspace: 'mlw-risk-dev', network: 'vnet-spoke-risk-weu', subnet: 'snet-train-hub' };

async function previewTunnel(): Promise<OpenWizard> {
  const w = await openWizardInOneGroup(hub);
  await w.call.previewFix({ ids: worstFix(w.page.readiness)?.ids ?? [] });
  await w.until('preview', (p) => p.preview?.state === 'preview');
  return w;
}

test('if an NVA is the next hop, its owner can be asked instead of adding a route', async () => {
  const w = await previewTunnel();
  expect(w.page.preview?.alternatives).toEqual([
    {
      id: 'narrow',
      name: 'A service-tag route',
      line: 'Sends AzureMachineLearning directly to the internet, at no cost. The network virtual appliance (NVA) no longer inspects this traffic.',
      chosen: true,
    },
    {
      id: 'ask-owner',
      name: 'Ask the NVA owner',
      line: 'Doesn’t change Azure. The owner of 10.0.1.4 must allow the traffic. Until then, the result stays the same.',
      chosen: false,
    },
  ]);
  const preview = w.page.preview?.id ?? '';
  const before = w.page.preview;

  await w.call.changeFix({ preview, alternative: 'ask-owner' });
  await w.until('asking', (p) => p.preview?.asks === true);
  expect(w.page.preview).toMatchObject({
    tables: [],
    opens: [],
    cannotApply: 'Nothing to apply. Send the request instead.',
  });
  expect(w.page.preview?.alternatives.map((one) => one.chosen)).toEqual([false, true]);
  // Readiness shows the current state, since the alternative doesn't change anything.
  expect(w.page.readiness).toMatchObject({
    state: 'checked',
    summary: expect.stringContaining('1 error') as string,
  });
  await expect(w.call.applyFix({ preview })).rejects.toMatchObject({ problem: { code: 'badRequest' } });
  await expect(w.call.putFixIntoCode({ preview })).rejects.toMatchObject({ problem: { code: 'badRequest' } });
  expect(w.confirmed).toEqual([]);

  await w.call.changeFix({ preview, alternative: 'narrow' });
  await w.until('the route again', (p) => p.preview?.asks === false);
  expect(w.page.preview?.tables).toEqual(before?.tables);
  expect(w.page.readiness?.state).toBe('preview');
  w.dispose();
});

test('without a route to add, asking the owner isn’t an alternative', async () => {
  const w = await openWizardInOneGroup({ network: 'vnet-ml-prod-weu', subnet: 'snet-sandbox' });
  await w.call.previewFix({ ids: worstFix(w.page.readiness)?.ids ?? [] });
  await w.until('preview', (p) => p.preview?.state === 'preview');
  expect(w.page.preview?.alternatives.map((one) => one.id)).not.toContain('ask-owner');
  const preview = w.page.preview?.id ?? '';
  await expect(w.call.changeFix({ preview, alternative: 'ask-owner' })).rejects.toMatchObject({
    problem: { code: 'badRequest' },
  });
  w.dispose();
});
