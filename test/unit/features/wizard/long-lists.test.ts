import { expect, test } from 'vitest';
import { pickWorkspace, openWizard } from './open-wizard';

test('scrolling through 500 networks sends no request to Azure, and checks only the requested rows', async () => {
  const w = openWizard({ sample: { large: true } });
  await w.until('subscriptions', (p) => p.plan?.workspace.subscriptions.state.is === 'ready');
  const large = w.page.plan?.workspace.subscriptions.rows.find((one) => one.name === 'Contoso Landing Zones');
  await w.call.chooseSubscription({ id: large?.id ?? '' });
  await w.until('networks', (p) => p.networks?.rows.length === 500);
  await pickWorkspace(w, 'mlw-lz-shared');
  await w.until('sizes', (p) => p.plan?.size.vmSizes.state.is === 'ready');
  const rows = w.page.networks?.rows ?? [];
  const before = w.sample.traffic.length;
  // Three pages of the list, as they become visible.
  for (const first of [0, 12, 488]) {
    const ids = rows.slice(first, first + 12).map((one) => one.id);
    expect((await w.call.checkRows({ ids })).map((one) => one.id)).toEqual(ids);
  }
  expect(w.sample.traffic).toHaveLength(before);
  await w.until('36', (p) => p.networks?.rows.filter((one) => one.outcome !== null).length === 36);
  expect(w.page.networks?.rows.map((one) => one.id)).toEqual(rows.map((one) => one.id));
  w.dispose();
}, 60_000);
