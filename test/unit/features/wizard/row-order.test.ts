import { expect, test } from 'vitest';
import type { NetworkList } from '../../../../src/contract/wizard/lists';
import { sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { pickWorkspace, gate, openWizard, type OpenWizard } from './open-wizard';

/** Returns all lists of networks that the page received, in order. */
function listsOf(w: OpenWizard): readonly NetworkList['rows'][] {
  return w.received.flatMap((one) =>
    one.is === 'signal' && one.name === 'networksChanged' ? [(one.payload as NetworkList).rows] : [],
  );
}

const names = (rows: NetworkList['rows']): string => rows.map((one) => one.name).join(' ');

const byOutcome = /^vnet-ml-prod-weu vnet-spoke-fraud-weu /;

test('networks are sorted as soon as a workspace is selected: no visible row moves', async () => {
  const computes = gate();
  const w = openWizard({
    connect: (own) => {
      const { list } = own.azure.computes;
      const late: typeof list = (...asked) => computes.promise.then(() => list(...asked));
      return Promise.resolve({
        ...own,
        azure: { ...own.azure, computes: { ...own.azure.computes, list: late } },
      });
    },
  });
  await w.until('networks', (p) => (p.networks?.rows.length ?? 0) > 0);
  await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
  // Networks are sorted as soon as the workspace is selected. The user can see the lists before all its data is read.
  const chosen = w.call.chooseWorkspace({ id: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod') });
  await w.until('the order', (p) => byOutcome.test(names(p.networks?.rows ?? [])));
  const from = listsOf(w).length - 1;
  computes.open();
  await chosen;
  await w.until('sizes', (p) => p.plan?.size.vmSizes.state.is === 'ready');
  const later = listsOf(w).slice(from);
  expect(later.length).toBeGreaterThan(1);
  expect(new Set(later.map(names)).size).toBe(1);
  expect(later.at(-1)?.[0]?.outcome?.text).toBe('1 of 5 ready');
  w.dispose();
});

/** A message of the page arrives in a later turn of the host. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('while networks are sorted, the page gets signals and responses', async () => {
  const w = openWizard();
  await w.until('networks', (p) => (p.networks?.rows.length ?? 0) > 0);
  await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
  const chosen = w.call.chooseWorkspace({ id: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod') });
  await nextTurn();
  await w.call.catchUp({});
  expect(w.page.plan?.sections.workspace.missing).toBeNull();
  await w.call.openSection({ section: 'compute' });
  expect(w.savedOpened()).toBe('compute');
  expect(names(w.page.networks?.rows ?? [])).not.toMatch(byOutcome);
  await chosen;
  expect(names(w.page.networks?.rows ?? [])).toMatch(byOutcome);
  w.dispose();
});

test('a call right after a choice finds it in the plan', async () => {
  const w = openWizard();
  await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
  expect(w.page.plan?.sections.workspace.missing).not.toBeNull();
  const chosen = w.call.chooseWorkspace({ id: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod') });
  await w.call.catchUp({});
  expect(w.page.plan?.sections.workspace.missing).toBeNull();
  await chosen;
  w.dispose();
});

test('a choice made while networks are sorted affects their order', async () => {
  const asked = openWizard();
  await pickWorkspace(asked, 'mlw-fraud-prod');
  await asked.call.chooseProfile({ profile: '2020-12' });
  const wanted = names(asked.page.networks?.rows ?? []);
  asked.dispose();

  const w = openWizard();
  await w.until('networks', (p) => (p.networks?.rows.length ?? 0) > 0);
  await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
  const chosen = w.call.chooseWorkspace({ id: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod') });
  await nextTurn();
  await w.call.chooseProfile({ profile: '2020-12' });
  await chosen;
  expect(names(w.page.networks?.rows ?? [])).toBe(wanted);
  w.dispose();
});
