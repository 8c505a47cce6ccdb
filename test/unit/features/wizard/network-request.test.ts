import { expect, test } from 'vitest';
import type { RequestPage } from '../../../../src/contract/wizard/request';
import type { Confirmation } from '../../../../src/core/confirmation';
import {
  denyAllSubnet,
  healthy,
  openWizard,
  openWizardAt,
  type OpenWizard,
  type OpenWizardOptions,
} from './open-wizard';

const forcedTunnel = { workspace: 'mlw-risk-dev', network: 'vnet-spoke-risk-weu', subnet: 'snet-train-hub' };

async function opened(
  place: Parameters<typeof openWizardAt>[0],
  options: OpenWizardOptions = {},
  ids?: readonly string[],
): Promise<{ readonly w: OpenWizard; readonly page: () => RequestPage }> {
  const w = await openWizardAt(place, options);
  await w.call.openRequest(ids ? { ids: [...ids] } : {});
  await w.until('a request', ({ request }) => request !== undefined && request !== null);
  return { w, page: () => w.page.request! };
}

test('the request of a subnet shows its layers, flows, and sources, and closes', async () => {
  const { w, page } = await opened(denyAllSubnet);
  const { heading, layers, columns, rows, sources, canCopy } = page();
  expect(heading).toBe('Network request for snet-training');
  expect(layers[0]).toMatchObject({
    id: 'nsg',
    state: 'blocked',
    word: expect.stringMatching(/^\d+ blocked today$/) as string,
  });
  expect(columns.map(({ title }) => title)).toContain('NSG');
  expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
  expect(
    rows.every(({ cells }) => cells.some(({ state }) => state === 'blocked' || state === 'unknown')),
  ).toBe(true);
  const numbers = new Set(rows.flatMap((one) => one.sources));
  expect([...numbers].sort((a, b) => a - b)).toEqual(sources.map(({ number }) => number));
  // What is blocked comes first, with the most severe flows before others, and sources are in their order.
  const order = ['error', 'warning', 'info', 'unknown', 'pass'];
  const places = rows.map(({ icon }) => order.indexOf(icon));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(new Set(places).size).toBeGreaterThan(2);
  for (const row of rows) expect(row.sources).toEqual(row.sources.toSorted((a, b) => a - b));
  expect(canCopy).toBe(true);
  await w.call.closeRequest({});
  await w.until('no request', ({ request }) => request === null);
});

test.each([
  ['a subnet whose NSG has to change', denyAllSubnet],
  ['a subnet that is ready', healthy],
  ['a subnet behind an NVA, whose NSG and route table stay', forcedTunnel],
])('%s: each card names its component, whether it has to change or not', async (_, place) => {
  const { w, page } = await opened(place);
  await w.call.showInRequest({ part: 'all' });
  await w.until('all', ({ request }) => request?.show.chosen === 'all');
  const named = page().layers.filter(({ id }) => ['nsg', 'route-table', 'firewall'].includes(id));
  expect(named.length).toBeGreaterThan(0);
  const name = /^(NSG nsg-|Route table rt-|Firewall (\d|behind )|Azure Firewall )/;
  for (const { title } of named) expect(title).toMatch(name);
});

test('the request of a cause contains its flows, and other parts contain theirs', async () => {
  const { w, page } = await opened(denyAllSubnet, {}, ['outbound-batch-443']);
  expect(page().rows.map(({ id }) => id)).toEqual(['outbound-batch-443']);
  expect(page().show.chosen).toBe('cause');
  const show = async (part: string): Promise<void> => {
    await w.call.showInRequest({ part });
    await w.until(part, ({ request }) => request?.show.chosen === part);
  };
  await show('all');
  expect(page().rows.some(({ icon }) => icon === 'pass')).toBe(true);
  expect(page().markdown).toContain('## Already allowed, for reference');
  await show('nsg');
  expect(page().markdown).toContain('## NSG nsg-training');
});

test('the shown request is copied, saved under the name of the subnet, and mailed', async () => {
  const { w, page } = await opened(denyAllSubnet);
  await w.call.copyShownRequest({});
  expect(w.copied).toEqual([page().markdown]);
  await w.call.saveRequest({});
  expect(w.savedTexts).toEqual([{ name: 'request-snet-training.md', text: page().markdown }]);
  await w.call.mailRequest({});
  const mail = new URL(w.opened[0]!);
  expect(mail.protocol).toBe('mailto:');
  expect(mail.searchParams.get('subject')).toBe('Network request for snet-training');
  const body = mail.searchParams.get('body')!;
  expect(body).toMatch(/\n\nThe full request is on the clipboard\.$/);
  expect([...body.split('\n\nThe full')[0]!].length).toBe(1501);
  // VS Code decodes an address before it opens it.
  expect(decodeURIComponent(w.opened[0]!.split('body=')[1]!)).not.toMatch(/[&#]/);
});

test('the copy names the signed-in account that requests it', async () => {
  const { w, page } = await opened(denyAllSubnet, {
    connect: (own) => Promise.resolve({ ...own, account: 'anna@contoso.com' }),
  });
  await w.call.copyShownRequest({});
  await w.call.copyRequest({ ids: ['outbound-batch-443'] });
  for (const text of [page().markdown, ...w.copied]) {
    expect(text.split('\n\n')[2]).toMatch(/ Read on .+\. Requested by `anna@contoso\.com`\.$/);
  }
  const sample = await opened(denyAllSubnet);
  expect(sample.page().markdown).not.toContain('Requested by');
});

test('an untrusted workspace gets no file', async () => {
  const { w } = await opened(denyAllSubnet, { trusted: false });
  await expect(w.call.saveRequest({})).rejects.toMatchObject({ problem: { code: 'refused' } });
  expect(w.savedTexts).toEqual([]);
});

test('an NVA leaves flows unknown, and a confirmed flow shows by whom and when, never as passed', async () => {
  const kept: { all: readonly Confirmation[] } = { all: [] };
  const editor = {
    keptConfirmations: () => kept.all,
    keepConfirmations: (all: readonly Confirmation[]) => {
      kept.all = all;
    },
    now: () => new Date('2026-11-29T12:00:00Z'),
  };
  const { w, page } = await opened(forcedTunnel, { editor, typed: ['Network team', '2026-11-29'] });
  const unknown = page().rows.filter(({ cells }) => cells.some(({ state }) => state === 'unknown'));
  expect(unknown.length).toBeGreaterThan(5);
  expect(page().canConfirm).toBe(true);
  expect(await w.call.confirmRequest({})).toBe(true);
  await w.until('confirmed', ({ request }) => request?.confirmed.length === 1);
  expect(page().confirmed[0]?.text).toBe('Confirmed by you, 29 Nov 2026: Network team');
  expect(page().canConfirm).toBe(false);
  const states = page().rows.flatMap(({ cells }) => cells.map(({ state }) => state));
  expect(states).toContain('confirmed');
  expect(states).not.toContain('unknown');
  // Another window, or this one after a restart, restores it.
  const again = await opened(forcedTunnel, { editor });
  expect(again.page().confirmed).toHaveLength(1);
  await again.w.call.undoConfirmation({ id: page().confirmed[0]!.id });
  await again.w.until('undone', ({ request }) => request?.confirmed.length === 0);
  expect(kept.all).toEqual([]);
  expect(w.counted.map((one) => JSON.stringify(one)).join()).not.toContain('Network team');
});

test('a confirmation of another path isn’t shown', async () => {
  const { page, w } = await opened(forcedTunnel);
  const old = { id: '1', requirements: ['outbound-batch-443'], by: 'x', on: '2026-11-29', path: 'another' };
  const { subnet } = w.saved();
  const again = await opened(forcedTunnel, { confirmations: [{ ...old, subnetId: subnet! }] });
  expect([page().confirmed, again.page().confirmed]).toEqual([[], []]);
});

test.each([[['', '2026-11-29']], [['Network team', '2126-01-01']], [['Network team', '29 Nov']]])(
  '%j isn’t a valid confirmation',
  async (typed) => {
    const { w } = await opened(forcedTunnel, { typed });
    expect(await w.call.confirmRequest({})).toBe(false);
  },
);

test('without a subnet, the page states what to do first', async () => {
  const w = openWizard();
  await w.until('the plan', ({ plan }) => plan !== undefined);
  await w.call.openRequest({});
  await w.until('a request', ({ request }) => request !== undefined && request !== null);
  expect(w.page.request).toMatchObject({ hint: 'Choose a workspace and a subnet first.', canCopy: false });
});

test('if there is nothing to request, the page states it, and doesn’t offer to copy', async () => {
  const { page } = await opened(healthy, {}, []);
  expect(page()).toMatchObject({
    rows: [],
    canCopy: false,
    hint: 'Nothing to request: every flow of subnet snet-train-gpu is allowed.',
  });
});
