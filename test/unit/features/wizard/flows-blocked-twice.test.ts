import { expect, test } from 'vitest';
import type { FixPreview } from '../../../../src/contract/wizard/fix-preview';
import type { Readiness } from '../../../../src/contract/wizard/readiness';
import {
  denyAllSubnet,
  openWizardInOneGroup,
  previewEvery,
  readinessRowOf,
  type OpenWizard,
} from './open-wizard';

interface Previewed {
  /** Chosen flows that another component blocks after the cause. */
  readonly twice: readonly string[];
  readonly preview: FixPreview;
  readonly after: Readiness;
}

/** Previews the fix of every cause of a subnet. */
async function everyFix(subnet: string): Promise<readonly Previewed[]> {
  const w = await openWizardInOneGroup({ ...denyAllSubnet, subnet });
  const found: Previewed[] = [];
  for (const { actions, flows } of w.page.readiness?.causes ?? []) {
    for (const { ids } of actions.filter(({ does }) => does === 'fix')) {
      await previewEvery(w, ids);
      await w.until('results after it', (p) => p.readiness?.state === 'preview');
      const { preview, readiness: after } = w.page;
      if (!preview || !after) throw new Error('No preview');
      const twice = flows.filter(({ id, next }) => next !== null && ids.includes(id)).map(({ id }) => id);
      found.push({ twice, preview, after });
      await w.call.closeFix({});
      await w.until('closed', (p) => p.readiness?.state === 'checked');
    }
  }
  w.dispose();
  return found;
}

const passes = (after: Readiness, id: string): boolean =>
  ['passed', 'default', 'hidden'].includes(readinessRowOf(after, id).counts);

test.each(['snet-training', 'snet-sandbox', 'snet-privatelink'])(
  'each preview of %s shows the results after it for what isn’t selected, too',
  async (subnet) => {
    const all = await everyFix(subnet);
    expect(all.length).toBeGreaterThan(0);
    for (const { preview, after } of all) {
      for (const { id, ticked, result, canChoose } of preview.flows.filter((one) => !one.ticked)) {
        const isFixedToo = result === 'passes already, by another change';
        expect({ id, ticked, isFixedToo }).toEqual({ id, ticked, isFixedToo: passes(after, id) });
        // A choice would be without effect, so there isn't a checkbox.
        expect({ id, canChoose }).toEqual({ id, canChoose: !isFixedToo });
      }
    }
  },
);

test('the preview of flows that two components block names the second, and that the fix covers both', async () => {
  const all = await everyFix('snet-sandbox');
  for (const { twice, preview, after } of all) {
    expect(/also blocked by/.test(preview.fixTest)).toBe(twice.some((id) => passes(after, id)));
  }
  const both = all.find(({ twice }) => twice.length > 0);
  expect(both?.preview.fixTest).toMatch(
    /^Adds 3 rules to nsg-sandbox\. Associates NAT gateway ng-ml-weu with snet-sandbox\. .* 3 flows are also blocked by the missing outbound access of snet-sandbox\. The fix covers all causes\.$/,
  );
});

/** Opens the preview of all fixes of the cause with this rule. */
async function openFixOf(subnet: { network: string; subnet: string }, rule: string) {
  const w = await openWizardInOneGroup(subnet);
  const cause = w.page.readiness?.causes.find(({ title }) => title.includes(rule));
  if (!cause) throw new Error('No cause');
  const ids = cause.actions.flatMap(({ does, ids }) => (does === 'fix' ? ids : []));
  await w.call.previewFix({ ids });
  await w.until('the preview', (p) => p.readiness?.state === 'preview');
  const twice = cause.flows.filter(({ id, next }) => next !== null && ids.includes(id)).length;
  return { w, twice, preview: previewOf(w) };
}

function previewOf({ page }: Pick<OpenWizard, 'page'>): FixPreview {
  if (!page.preview) throw new Error('No preview');
  return page.preview;
}

test('what the second component needs isn’t selected if it’s billed, and one button selects it', async () => {
  // Its NAT gateway doesn't have a public IP address, which Azure bills.
  const subnet = { network: 'vnet-quarantine-weu', subnet: 'snet-train-no-address' };
  const { w, twice, preview } = await openFixOf(subnet, 'Deny-All');
  const { id, fixTest, fixBoth, apart, isVerified } = preview;
  const address = apart.find(({ title }) => title === 'Create public IP address pip-ng-quarantine (billed)');
  expect(apart.filter(({ ticked }) => ticked)).toEqual([]);
  expect(twice).toBeGreaterThan(1);
  expect(fixTest).toContain(
    `0 of ${String(twice)} flows pass. ${String(twice)} are also blocked by the missing outbound access of snet-train-no-address.`,
  );
  expect(isVerified).toBe(false);
  expect(fixBoth).toEqual({ label: 'Fix both…', ids: address?.ids });
  await w.call.changeFix({ preview: id, ids: fixBoth?.ids ?? [] });
  await w.until('both', (p) => p.preview?.id !== id);
  const both = previewOf(w);
  expect(both).toMatchObject({ fixBoth: null, isVerified: true });
  expect(both.apart.filter(({ ticked }) => ticked).map(({ title }) => title)).toEqual([address?.title]);
  expect(both.fixTest).toMatch(/The fix covers all causes\.$/);
});
