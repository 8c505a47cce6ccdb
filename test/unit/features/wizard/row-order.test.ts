import { expect, test } from 'vitest';
import type { NetworkList } from '../../../../src/contract/wizard/lists';
import { workspaceId } from '../../../../src/sandbox/sample/names';
import { openWizard, type OpenWizard } from './open-wizard';

/** Every list of networks that the page was told of, in order. */
function listsOf(w: OpenWizard): readonly NetworkList['rows'][] {
  return w.heard.flatMap((one) =>
    one.is === 'signal' && one.name === 'networksChanged' ? [(one.payload as NetworkList).rows] : [],
  );
}

const names = (rows: NetworkList['rows']): string => rows.map((one) => one.name).join(' ');

test('networks come with their verdicts and in their order: no row moves once it was seen', async () => {
  const w = openWizard();
  await w.until('networks', (p) => (p.networks?.rows.length ?? 0) > 0);
  await w.until('workspaces', (p) => p.plan?.where.workspaces.state.is === 'ready');
  const first = listsOf(w).filter((rows) => rows.length > 0);
  expect(first.flat().filter((one) => one.verdict === null)).toEqual([]);
  expect(new Set(first.map(names)).size).toBe(1);

  // The person is at the lists before all is read that the workspace brings.
  const from = listsOf(w).length;
  const chosen = w.call.chooseWorkspace({ id: workspaceId('rg-ml-prod', 'mlw-fraud-prod') });
  await w.call.openSection({ section: 'network' });
  await chosen;
  await w.until('sizes', (p) => p.plan?.size.vmSizes.state.is === 'ready');
  const later = listsOf(w).slice(from);
  expect(later.length).toBeGreaterThan(1);
  expect(new Set(later.map(names)).size).toBe(1);
  expect(names(later.at(-1) ?? [])).toMatch(/^vnet-ml-prod-weu vnet-spoke-fraud-weu /);
  expect(later.at(-1)?.[0]?.verdict?.text).toBe('1 of 5 ready, 4 to fix');
  w.dispose();
});
