import { describe, expect, test } from 'vitest';
import type { FixTable } from '../../../../src/contract/wizard/fix-preview';
import { sampleGroupId, sampleNetworkId, sampleSubnetId } from '../../../../src/sandbox/sample/names';
import { isShown, openWizardAt, readinessRowOf, writesIn, type OpenWizard } from './open-wizard';
import { otherUserWrites } from './other-user';

const cover = { workspace: 'mlw-underwriting', network: 'vnet-underwriting-weu', subnet: 'snet-train-cover' };
const vault = `${sampleGroupId('rg-underwriting')}/providers/Microsoft.KeyVault/vaults/kv-cover`;
const securityGroup = sampleNetworkId('rg-underwriting', 'networkSecurityGroups', 'nsg-underwriting');
const subnet = sampleSubnetId('rg-underwriting', 'vnet-underwriting-weu', 'snet-train-cover');

async function preview(w: OpenWizard, ...ids: string[]): Promise<string> {
  await w.call.previewFix({ ids });
  await w.until('preview', (p) => isShown(p.preview) && p.preview.state === 'preview');
  return w.page.preview?.id ?? '';
}

async function undo(w: OpenWizard, id: string): Promise<boolean> {
  await w.call.undoFix({ preview: id });
  await w.until('undo', (p) => p.preview?.kind === 'undo');
  return w.call.applyFix({ preview: w.page.preview?.id ?? '' });
}

const lines = (tables: readonly FixTable[] = []): string[] =>
  tables.flatMap(({ rows }) =>
    rows.map(
      (row) =>
        `${row.mark} ${row.cells.map((cell) => (cell.was === null ? cell.text : `${cell.was} → ${cell.text}`)).join(' | ')}`,
    ),
  );
const writes = (w: OpenWizard): string[] =>
  writesIn(w.sample.traffic).map((one) => `${one.method} ${one.path.split('/').at(-1)} ${one.status}`);
const resources = (w: OpenWizard) => w.sample.snapshot().resources;
const counts = (w: OpenWizard, id: string) => readinessRowOf(w.page.readiness, id).counts;

describe('a key vault that allows other subnets', () => {
  test('is previewed with its service endpoint, applied in order, shown, and undone', async () => {
    const w = await openWizardAt(cover);
    const before = resources(w);
    expect(counts(w, 'keyvault-network')).toBe('error');
    const id = await preview(w, 'keyvault-network');
    const shown = w.page.preview!;
    expect(lines(shown.tables)).toEqual([
      'change snet-train-cover | Subnet | serviceEndpoints: none → serviceEndpoints: Microsoft.KeyVault',
      'change kv-cover | Key vault | Adds snet-train-cover to the network rules of kv-cover.',
    ]);
    expect(shown.fixTest).toBe(
      'Sets serviceEndpoints of snet-train-cover to Microsoft.KeyVault. Adds snet-train-cover to the network rules of kv-cover. Tested on a copy: the check passes, and no other subnet gets worse.',
    );
    expect(shown.opens.map((one) => one.text)).toEqual(['Allows TCP 443 to kv-cover (1 address range)']);
    expect(shown.notes).toEqual([
      expect.stringContaining(
        'Calls from snet-train-cover to Microsoft.KeyVault then use private source addresses.',
      ),
      expect.stringContaining('joinViaServiceEndpoint'),
    ]);
    expect(await w.call.applyFix({ preview: id })).toBe(true);
    expect(writes(w)).toEqual(['PUT snet-train-cover 200', 'PATCH kv-cover 200']);
    expect(w.page.preview).toMatchObject({
      state: 'applied',
      canUndo: true,
      outcome: expect.stringMatching(/^Applied at .*\. The results match the preview\.$/) as string,
    });
    expect(counts(w, 'keyvault-network')).toBe('passed');
    expect(resources(w)[vault]).toMatchObject({
      networkAcls: {
        bypass: 'AzureServices',
        defaultAction: 'Deny',
        virtualNetworkRules: [{ id: expect.stringContaining('snet-cover-office') as string }, { id: subnet }],
      },
    });

    expect(await undo(w, id)).toBe(true);
    expect(w.page.preview?.outcome).toMatch(/^Undone at .*match the preview\.$/);
    expect(counts(w, 'keyvault-network')).toBe('error');
    const empty = { ...before[subnet], serviceEndpoints: [] };
    expect(resources(w)).toEqual({ ...before, [subnet]: empty });
  });

  test('keeps what another user added meanwhile', async () => {
    const w = await openWizardAt(cover);
    const id = await preview(w, 'keyvault-network');
    const acls = { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.7/32' }] };
    await otherUserWrites(w.sample, 'PATCH', vault, { properties: { networkAcls: acls } });
    expect(await w.call.applyFix({ preview: id })).toBe(true);
    expect(resources(w)[vault]).toMatchObject({ networkAcls: { ipRules: [{ value: '203.0.113.7/32' }] } });
  });

  test('isn’t changed if it was opened to all networks meanwhile, and that is reported', async () => {
    const w = await openWizardAt(cover);
    const id = await preview(w, 'keyvault-network');
    await otherUserWrites(w.sample, 'PATCH', vault, {
      properties: { networkAcls: { defaultAction: 'Allow' } },
    });
    expect(await w.call.applyFix({ preview: id })).toBe(false);
    expect(w.page.preview?.outcome).toMatch(
      /^Applied 1 of 2: snet-train-cover\. kv-cover was modified after the preview/,
    );
    expect(counts(w, 'keyvault-network')).toBe('passed');
  });
});

test('a private DNS zone without a link gets a link, and undo removes it', async () => {
  const w = await openWizardAt(cover);
  const before = resources(w);
  const id = await preview(w, 'dns-zones-linked');
  expect(lines(w.page.preview?.tables)).toEqual([
    'add link-vnet-underwriting-weu | Virtual network link | Links private DNS zone privatelink.notebooks.azure.net to vnet-underwriting-weu.',
  ]);
  expect(await w.call.applyFix({ preview: id })).toBe(true);
  expect(w.page.preview?.outcome).toMatch(/^Applied at .*\. The results match the preview\.$/);
  expect(counts(w, 'dns-zones-linked')).toBe('passed');
  expect(await undo(w, id)).toBe(true);
  expect(counts(w, 'dns-zones-linked')).toBe('error');
  expect(resources(w)).toEqual(before);
});

test('a link is found in Azure if its response is lost', async () => {
  const w = await openWizardAt(cover);
  const id = await preview(w, 'dns-zones-linked');
  w.sample.faults.next({ kind: 'lost', method: 'PUT', match: 'virtualNetworkLinks' });
  expect(await w.call.applyFix({ preview: id })).toBe(true);
  expect(counts(w, 'dns-zones-linked')).toBe('passed');
});

test.each([
  ['dns-zones-linked', 'PUT', 'virtualNetworkLinks', 'Private DNS Zone Contributor'],
  ['keyvault-network', 'PATCH', '/vaults/', 'Contributor'],
])(
  'without permission, a fix of %s names the role for the resource',
  async (requirement, method, match, role) => {
    const w = await openWizardAt(cover);
    const id = await preview(w, requirement);
    w.sample.faults.next({ status: 403, code: 'AuthorizationFailed', method, match });
    expect(await w.call.applyFix({ preview: id })).toBe(false);
    expect(w.page.preview?.outcome).toContain(` Required role: ${role} on rg-`);
  },
);

test('a cluster whose NSG blocks the registry isn’t a fix for image builds', async () => {
  const w = await openWizardAt(cover);
  expect(readinessRowOf(w.page.readiness, 'image-build-compute')).toMatchObject({
    counts: 'warning',
    fix: null,
  });
  await expect(preview(w, 'image-build-compute')).rejects.toThrow('This fix no longer applies');
});

test('the planned cluster becomes the image build compute, and there is nothing to undo', async () => {
  const w = await openWizardAt(cover);
  await otherUserWrites(w.sample, 'DELETE', `${securityGroup}/securityRules/Deny-All`);
  await w.call.refresh({});
  await w.until('a fix', (p) => readinessRowOf(p.readiness, 'image-build-compute').fix !== null);
  const id = await preview(w, 'image-build-compute');
  const name = w.page.preview?.tables[0]?.rows[0]?.cells[2]?.text;
  expect(name).toMatch(/^Sets [a-z0-9-]+ as the image build compute of mlw-underwriting\.$/);
  expect(await w.call.applyFix({ preview: id })).toBe(true);
  expect(writes(w)).toEqual([expect.stringMatching(/^DELETE Deny-All /), 'PATCH mlw-underwriting 200']);
  expect(w.page.preview).toMatchObject({ state: 'applied', canUndo: false });
  expect(counts(w, 'image-build-compute')).toBe('passed');
});
