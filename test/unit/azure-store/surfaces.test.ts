import { expect, test } from 'vitest';
import { researchSubscription, sampleWorkspaceId } from '../../../src/sandbox/sample/names';
import type { SandboxAzure } from '../../../src/sandbox/create-sandbox';
import { closeSubnet } from '../features/trees/close-subnet';
import { openTrees, researchName, type OpenTrees } from '../features/trees/open-trees';
import { healthy, openWizardAt } from '../features/wizard/open-wizard';

const fraud = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');

/** Expands what a user views first: a workspace's compute resources, and the subnets of a network. */
async function openLines(t: OpenTrees): Promise<void> {
  await t.lines('compute', researchName, 'mlw-fraud-prod');
  await t.lines('networks', researchName, 'vnet-ml-prod-weu');
}

/** Returns the requested lists, each as often as it was requested. */
function lists({ traffic }: SandboxAzure): readonly string[] {
  return traffic
    .filter(
      ({ method, path }) =>
        method === 'GET' && /\/(subscriptions|workspaces|computes|virtualNetworks)$/.test(path),
    )
    .map(({ path }) => path);
}

test('the wizard and the side bar request each list once', async () => {
  const w = await openWizardAt(healthy);
  const t = openTrees({ over: w });
  await openLines(t);
  const requested = lists(w.sample);
  expect(requested).toHaveLength(new Set(requested).size);
  expect(requested.length).toBeGreaterThan(3);
  t.session.dispose();
});

test('a compute resource that is deleted in the side bar disappears from the wizard, with one more request of its list', async () => {
  const w = await openWizardAt(healthy);
  const t = openTrees({ over: w, type: () => 'cpu-train' });
  await w.call.changeSize({ name: 'cpu-train' });
  expect(w.page.plan?.size.nameState.is).toBe('taken');
  await t.commands.delete(await t.node('compute', researchName, 'mlw-fraud-prod', 'cpu-train'));
  await w.until('free', (p) => p.plan?.size.nameState.is === 'free');
  expect((await t.lines('compute', researchName, 'mlw-fraud-prod')).map(({ label }) => label)).not.toContain(
    'cpu-train',
  );
  t.session.dispose();
});

test('a subnet that the side bar refreshes shows another user’s change in the wizard', async () => {
  const w = await openWizardAt(healthy);
  const t = openTrees({ over: w });
  const subnet = await t.node('networks', researchName, 'vnet-ml-prod-weu', 'snet-train-gpu');
  const state = () => w.page.readiness?.summary;
  const before = state();
  await closeSubnet(t);
  await t.commands.refreshNode(subnet);
  await w.until('the change', () => state() !== before);
  t.session.dispose();
});

test('after a change of account, neither surface shows what the previous account read', async () => {
  const w = await openWizardAt(healthy);
  const t = openTrees({ over: w });
  await openLines(t);
  const before = lists(w.sample).length;
  w.store.clear();
  expect(t.session.reads().computes(fraud).peek()).toBeUndefined();
  expect(t.session.reads().networks(researchSubscription.id).peek()).toBeUndefined();
  await w.until('read again', () => lists(w.sample).length > before);
  await w.until('Readiness again', (p) => p.readiness?.state === 'checked');
  t.session.dispose();
});
