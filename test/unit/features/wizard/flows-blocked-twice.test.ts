import { expect, test } from 'vitest';
import type { FixPreview } from '../../../../src/contract/wizard/fix-preview';
import type { Readiness } from '../../../../src/contract/wizard/readiness';
import { denyAllSubnet, openWizardInOneGroup, previewEvery, readinessRowOf } from './open-wizard';

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
    /^Adds 3 rules to nsg-sandbox\. Associates ng-ml-weu with snet-sandbox\. .* 3 flows are also blocked by the missing outbound access of snet-sandbox\. The fix covers all causes\.$/,
  );
});

test('what the second component needs isn’t selected if it’s billed, and one button selects it', async () => {
  // Its NAT gateway doesn't have a public IP address, which Azure bills.
  const w = await openWizardInOneGroup({ network: 'vnet-quarantine-weu', subnet: 'snet-train-no-address' });
  const deny = w.page.readiness?.causes.find(({ title }) => title.includes('Deny-All'));
  const fixes = deny?.actions.filter(({ does }) => does === 'fix') ?? [];
  const ids = fixes.flatMap((one) => one.ids);
  await w.call.previewFix({ ids });
  await w.until('the preview', (p) => p.readiness?.state === 'preview');
  const { fixTest, fixBoth, apart, isVerified } = w.page.preview!;
  const address = apart.find(({ title }) => title === 'Create pip-ng-quarantine (billed)');
  expect(apart.filter(({ ticked }) => ticked)).toEqual([]);
  const twice = deny?.flows.filter((one) => one.next !== null && ids.includes(one.id)).length ?? 0;
  expect(twice).toBeGreaterThan(1);
  expect(fixTest).toContain(
    `0 of ${String(twice)} flows pass. ${String(twice)} are also blocked by the missing outbound access of snet-train-no-address.`,
  );
  expect(isVerified).toBe(false);
  expect(fixBoth).toEqual({ label: 'Fix both…', ids: address?.ids });
  const shown = w.page.preview?.id ?? '';
  await w.call.changeFix({ preview: shown, ids: fixBoth?.ids ?? [] });
  await w.until('both', (p) => p.preview?.id !== shown);
  expect(w.page.preview).toMatchObject({ fixBoth: null, isVerified: true });
  expect(w.page.preview?.apart.filter(({ ticked }) => ticked).map(({ title }) => title)).toEqual([
    address?.title,
  ]);
  expect(w.page.preview?.fixTest).toMatch(/The fix covers all causes\.$/);
});
