import { expect, test } from 'vitest';
import {
  denyAllSubnet,
  hasEnded,
  healthy,
  isShown,
  openWizardInOneGroup,
  worstFix,
  type OpenWizard,
  type OpenWizardOptions,
} from './open-wizard';

/** Anna has all permissions in Azure except to change networks. */
const readsNetworks: OpenWizardOptions = {
  before: ({ access }) =>
    void access.assign([
      { role: 'Contributor', scope: '/', actions: ['*'], notActions: ['Microsoft.Network/*/write'] },
    ]),
};

/** Tests the network from a node, in a subnet where two recommended flows are blocked. */
async function tested(options: OpenWizardOptions = {}): Promise<OpenWizard> {
  const w = await openWizardInOneGroup(healthy, options);
  await w.call.changeSize({ name: 'cpu-tested', minNodes: 0, maxNodes: 3 });
  await w.call.create({ anyway: true });
  await w.until('the end', (p) => hasEnded(p));
  await w.call.testNetwork({});
  await w.until('the result', (p) => p.creation?.test?.state === 'failed');
  return w;
}
const failed = ['outbound-acr-443', 'outbound-azuremonitor-443'];

test('a failed network test offers the fix that Readiness offers; after it, only to test again', async () => {
  const w = await tested();
  expect(w.page.creation?.test).toMatchObject({ fix: { does: 'fix', label: 'Fix…' }, requestIds: failed });
  const ids = w.page.creation?.test?.fix?.ids ?? [];
  expect(ids).toEqual(worstFix(w.page.readiness)?.ids);
  await w.call.previewFix({ ids });
  await w.until('the preview', (p) => isShown(p.preview));
  await w.call.applyFix({ preview: w.page.preview?.id ?? '' });
  await w.until('applied', (p) => p.preview?.state === 'applied');
  await w.call.closeFix({});
  await w.until('the page', (p) => p.preview === null);
  expect(w.page.creation?.test).toMatchObject({
    state: 'failed',
    fix: null,
    requestIds: [],
    button: { label: 'Test again…' },
  });
});

test('without permission for the fix, a failed network test offers the request, like Readiness', async () => {
  const w = await tested(readsNetworks);
  expect(w.page.readiness?.causes.flatMap(({ actions }) => actions).map(({ does }) => does)).not.toContain(
    'fix',
  );
  expect(w.page.creation?.test).toMatchObject({ fix: null, requestIds: failed });
});

test('after the choice of another subnet, a failed network test offers neither', async () => {
  const w = await tested();
  const other = w.page.subnets?.rows.find(({ name }) => name === denyAllSubnet.subnet);
  await w.call.chooseSubnet({ id: other?.id ?? '' });
  await w.until('its results', (p) => p.readiness?.title.endsWith(denyAllSubnet.subnet) === true);
  expect(w.page.creation?.test).toMatchObject({ fix: null, requestIds: [] });
});

test.each([
  ['with permission', {}, 'fix-and-retry'],
  ['without permission', readsNetworks, 'request'],
])('a failed creation %s offers what Readiness and Review offer', async (_, options, does) => {
  const w = await openWizardInOneGroup(denyAllSubnet, options);
  const isFix = does === 'fix-and-retry';
  expect(w.page.review?.primary).toBe(isFix ? 'fix' : 'request');
  await w.call.changeSize({ name: 'cpu-failed', minNodes: 1 });
  await w.call.create({ anyway: true });
  await w.until('the end', (p) => hasEnded(p));
  expect(w.page.creation?.nextSteps[0]?.does).toBe(does);
  const [worst] = w.page.readiness?.causes ?? [];
  expect(worst?.actions.some((one) => one.does === 'fix')).toBe(isFix);
});

test('what Azure’s diagnosis and an explained error offer to fix, the user can fix', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet, readsNetworks);
  await w.call.explainError({ message: 'AllocationTimedout: nodes could not reach Batch (443)' });
  await w.until('the explanation', (p) => isShown(p.report));
  const items = w.page.report?.parts.flatMap((part) => part.items) ?? [];
  expect(items.length).toBeGreaterThan(0);
  expect(items.flatMap(({ fixIds }) => fixIds)).toEqual([]);
});
