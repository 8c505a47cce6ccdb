import { describe, expect, test } from 'vitest';
import type { FixTable } from '../../../../src/contract/wizard/fix-preview';
import { sampleNetworkId } from '../../../../src/sandbox/sample/names';
import { otherUserAddsRule, otherUserWrites } from './other-user';
import {
  denyAllSubnet,
  readinessRowOf,
  worstFix,
  type OpenWizardOptions,
  type OpenWizard,
  isShown,
  writesIn,
  openWizardInOneGroup,
} from './open-wizard';
import { sampleFlows, sampleSummary } from '../../../support/sample-summary';

const group = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training');
const newer = ['outbound-aml-udp-5831', 'outbound-batch-443', 'outbound-storage-445'];
const hub = { workspace: 'mlw-risk-dev', network: 'vnet-spoke-risk-weu', subnet: 'snet-train-hub' };

/** Opens the preview of `ids` and returns its ID. */
async function preview(w: OpenWizard, ids: readonly string[]): Promise<string> {
  await w.call.previewFix({ ids: [...ids] });
  await w.until('preview', (p) => isShown(p.preview) && p.readiness?.state === 'preview');
  return w.page.preview?.id ?? '';
}

async function openPreview(options: OpenWizardOptions = {}): Promise<{ w: OpenWizard; id: string }> {
  const w = await openWizardInOneGroup(denyAllSubnet, options);
  return { w, id: await preview(w, newer) };
}

const lines = (table: FixTable | undefined): string[] =>
  (table?.rows ?? []).map((row) => `${row.mark} ${row.cells.map((cell) => cell.text).join(' | ')}`);

const rulesOf = (w: OpenWizard): string[] => {
  const rules = Object.keys(w.sample.snapshot().resources).filter((id) => id.startsWith(`${group}/`));
  return rules.map((id) => id.split('/').at(-1) ?? '');
};

describe('the preview of a fix', () => {
  test('names the new rule for traffic between nodes, which a default rule allows on the other side', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await w.call.previewFix({ ids: ['inbound-intra-subnet'] });
    await w.until('a preview', (p) => p.preview?.state === 'preview');
    const [flow] = w.page.preview?.flows ?? [];
    expect(flow).toMatchObject({ what: 'all traffic to 10.40.4.0/26', result: 'new rule 180' });
  });

  test('doesn’t offer another fix: Readiness shows results after this one', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    const offered = (): number =>
      (w.page.readiness?.groups ?? []).flatMap(({ rows }) => rows).filter(({ fix }) => fix !== null).length;
    expect(offered()).toBeGreaterThan(0);
    await w.call.previewFix({ ids: ['inbound-intra-subnet'] });
    await w.until('results after the fix', (p) => p.readiness?.state === 'preview');
    expect(offered()).toBe(0);
  });

  test('shows every new rule in its place, what it allows, and its effect on the other subnet', async () => {
    const { w } = await openPreview();
    const view = w.page.preview;
    expect(view).toMatchObject({
      heading: 'Fix 3 flows of snet-training',
      fixTest:
        'Adds 3 rules to nsg-training. Tested on a copy: all 3 flows pass, and no other subnet gets worse.',
      closes: ['Doesn’t deny any traffic'],
      state: 'preview',
      outcome: null,
    });
    expect(view?.flows.filter((one) => one.ticked).map((one) => [one.id, one.what, one.result])).toEqual([
      ['outbound-aml-udp-5831', '', 'new rule 180'],
      ['outbound-batch-443', 'BatchNodeManagement.WestEurope', 'new rule 190'],
      ['outbound-storage-445', 'Storage.WestEurope', 'new rule 200'],
    ]);
    expect(view?.tables.map((one) => one.title)).toEqual(['nsg-training, outbound, after the fix']);
    expect(lines(view?.tables[0])).toEqual([
      'fold 110–160 | 6 unchanged rules',
      'same 170 | Allow-VirtualNetwork | Allow | TCP | 443 | VirtualNetwork | VirtualNetwork',
      'add 180 | Allow-AzureML-UDP-5831 | Allow | UDP | 5831 | 10.40.4.0/26 | AzureMachineLearning',
      'add 190 | Allow-Batch-443 | Allow | Any | 443 | 10.40.4.0/26 | BatchNodeManagement.WestEurope',
      'add 200 | Allow-Storage-445 | Allow | TCP | 445 | 10.40.4.0/26 | Storage.WestEurope',
      'same 4096 | Deny-All | Deny | Any | Any | Any | Any',
    ]);
    expect(view?.tables[0]?.rows[0]?.folded.map((one) => one[1])).toEqual([
      'Allow-EntraID',
      'Allow-AzureML',
      'Allow-ResourceManager',
      'Allow-Storage',
      'Allow-ContainerImages',
      'Allow-ImageLayers',
    ]);
    expect(view?.opens.map((one) => [one.text, one.wide])).toEqual([
      ['Allows UDP 5831 to AzureMachineLearning (254 address ranges)', false],
      ['Allows port 443 (any protocol) to BatchNodeManagement.WestEurope (37 address ranges)', false],
      ['Allows TCP 445 to Storage.WestEurope (88 address ranges)', false],
    ]);
    expect(view?.opens.map((one) => one.packet)).toEqual([
      expect.stringMatching(/^Example packet that is then allowed: UDP 10\.40\.4\.4 → [\d.]+ port 5831$/),
      expect.stringMatching(
        /^Example packet that is then allowed: TCP 10\.40\.4\.4 → 13\.69\.[\d.]+ port 443$/,
      ),
      expect.stringMatching(/^Example packet that is then allowed: TCP 10\.40\.4\.4 → [\d.]+ port 445$/),
    ]);
    // Each rule names only this subnet, unless the user includes the other one.
    expect(view).toMatchObject({
      warning: null,
      where: 'Traffic that changes in snet-training (nsg-training)',
    });
    expect(view?.alsoUses).toEqual({
      title: 'Other subnets that use nsg-training',
      subnets: [
        {
          name: 'snet-scoring',
          text: `Results don’t change: 1 error (${sampleFlows('snet-scoring')}).`,
        },
      ],
      included: false,
    });
  });

  test('shows Readiness after the fix, with changes first', async () => {
    const { w } = await openPreview();
    const readiness = w.page.readiness;
    expect(readiness).toMatchObject({
      state: 'preview',
      summary: 'After this fix: Ready, 1 warning',
      causes: [],
    });
    expect(readiness?.counts.map((one) => one.text)).toEqual([
      '1 → 0 errors',
      '0 → 1 warning',
      '46 → 49 passed',
    ]);
    const [changed] = readiness?.groups ?? [];
    expect(changed).toMatchObject({ id: 'changed', title: 'Changed by this fix', open: true });
    expect(changed?.rows.slice(0, 3).map((one) => [one.id, one.word, one.rest])).toEqual([
      ['outbound-aml-udp-5831', 'Blocked → Allowed', 'by new rule 180'],
      ['outbound-batch-443', 'Blocked → Allowed', 'by new rule 190'],
      ['outbound-storage-445', 'Blocked → Allowed', 'by new rule 200'],
    ]);
    expect(changed?.rows.slice(3).map((one) => [one.word, one.rest])).toEqual([
      ['Failed → Not required:', 'the rules don’t follow the list of December 2020.'],
    ]);
    const rest = (readiness?.groups ?? []).slice(1).flatMap((one) => one.rows.map((row) => row.id));
    expect(rest).not.toContain('outbound-aml-udp-5831');
    await w.call.closeFix({});
    await w.until('closed', (p) => p.preview === null && p.readiness?.state === 'checked');
    expect(w.page.readiness?.summary).toBe(sampleSummary('snet-training'));
  });

  test('of a route shows the route table, and the effect on its other subnets', async () => {
    const w = await openWizardInOneGroup(hub);
    await preview(w, ['inbound-aml-44224']);
    const view = w.page.preview;
    expect(view?.fixTest).toMatch(/^Adds 1 route to rt-hub\. Tested on a copy/);
    expect(lines(view?.tables[0])).toEqual([
      'same default-to-hub | 0.0.0.0/0 | appliance 10.0.1.4',
      'same hub-and-spokes | 10.0.0.0/8 | appliance 10.0.1.4',
      'add AzureMachineLearning-direct | AzureMachineLearning | the internet',
    ]);
    expect(view?.alsoUses?.subnets.map((one) => one.name)).toEqual(['snet-app', 'snet-reports']);
    expect(w.page.readiness?.groups[0]?.rows.find((one) => one.id === 'inbound-aml-44224')?.word).toBe(
      'Reply lost → Allowed',
    );
  });

  test('of an inbound rule shows only the inbound rules', async () => {
    const w = await openWizardInOneGroup({
      workspace: 'mlw-risk-dev',
      network: 'vnet-ml-dev-weu',
      subnet: 'snet-dev-train',
    });
    await preview(w, ['inbound-aml-44224']);
    expect(w.page.preview?.tables.map((one) => one.title)).toEqual([
      expect.stringMatching(/^nsg-\S+, inbound, after the fix$/),
    ]);
    const added = lines(w.page.preview?.tables[0]).filter((one) => one.startsWith('add'));
    expect(added).toEqual([expect.stringMatching(/Allow \| TCP \| 44224 \| AzureMachineLearning \| /)]);
    expect(w.page.preview?.opens.every((one) => !one.wide)).toBe(true);
  });
});

describe('applying a fix', () => {
  test('asks once, changes Azure, reads it again, and reports that the results match the preview', async () => {
    const { w, id } = await openPreview();
    expect(await w.call.applyFix({ preview: id })).toBe(true);
    expect(w.confirmed).toEqual([
      {
        title: 'Change nsg-training in Azure?',
        detail:
          'Adds rules 180, 190, and 200 to nsg-training. snet-scoring also uses nsg-training and isn’t affected.',
        button: 'Change',
      },
    ]);
    expect(w.page.preview).toMatchObject({
      state: 'applied',
      outcome: expect.stringMatching(/^Applied at \d\d:\d\d\. The results match the preview\.$/) as string,
    });
    // The table still shows before and after, each new rule once.
    expect(lines(w.page.preview?.tables[0]).filter((one) => one.includes(' 180 '))).toHaveLength(1);
    expect(rulesOf(w)).toEqual(
      expect.arrayContaining(['Allow-AzureML-UDP-5831', 'Allow-Batch-443', 'Allow-Storage-445', 'Deny-All']),
    );
    await w.call.closeFix({});
    await w.until('results', (p) => p.readiness?.state === 'checked');
    expect(w.page.readiness?.summary).toBe('Ready, 1 warning');
    expect(readinessRowOf(w.page.readiness, 'outbound-batch-443')).toMatchObject({
      was: 'Blocked',
      word: 'Allowed',
      fix: null,
    });
  });

  test('declined, changes nothing', async () => {
    const { w, id } = await openPreview({ confirm: false });
    const before = w.sample.traffic.length;
    expect(await w.call.applyFix({ preview: id })).toBe(false);
    expect(writesIn(w.sample.traffic.slice(before))).toEqual([]);
    expect(w.page.preview).toMatchObject({ state: 'preview', outcome: null });
  });

  test('pressed twice, is applied once', async () => {
    const { w, id } = await openPreview();
    const answers = await Promise.allSettled([
      w.call.applyFix({ preview: id }),
      w.call.applyFix({ preview: id }),
    ]);
    expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(w.page.preview?.state).toBe('applied');
    await expect(w.call.applyFix({ preview: id })).rejects.toMatchObject({ problem: { code: 'changed' } });
    expect(w.sample.traffic.filter((one) => one.method === 'PUT')).toHaveLength(1);
  });

  test('refers to the preview that was shown; another one is never applied', async () => {
    const { w } = await openPreview();
    await expect(w.call.applyFix({ preview: 'another' })).rejects.toMatchObject({
      problem: { code: 'changed' },
    });
    await expect(w.call.putFixIntoCode({ preview: 'another' })).rejects.toMatchObject({
      problem: { code: 'changed' },
    });
    expect(w.confirmed).toEqual([]);
  });

  test('is refused if another user changed the NSG since; the NSG is read, and a new preview is possible', async () => {
    const { w, id } = await openPreview();
    await otherUserAddsRule(w.sample, group, 300);
    expect(await w.call.applyFix({ preview: id })).toBe(false);
    expect(w.page.preview).toMatchObject({
      state: 'refused',
      outcome: 'nsg-training was modified after this preview. Nothing was applied.',
    });
    expect(rulesOf(w)).not.toContain('Allow-Batch-443');
    expect(w.page.readiness?.notice?.text).toMatch(
      /^nsg-training changed in Azure at \d\d:\d\d: rule by-somebody added/,
    );
    const again = await preview(w, newer);
    expect(await w.call.applyFix({ preview: again })).toBe(true);
    expect(rulesOf(w)).toEqual(expect.arrayContaining(['by-somebody', 'Allow-Batch-443']));
  });

  test('is tested again if the NSG was read again and the same rules still work', async () => {
    const { w, id } = await openPreview();
    await otherUserAddsRule(w.sample, group, 105);
    await w.call.refresh({});
    expect(w.page.preview?.state).toBe('preview');
    expect(JSON.stringify(w.page.preview?.tables)).toContain('by-somebody');
    // The shown changes aren't the ones that would be applied now, so the old preview isn't valid.
    await expect(w.call.applyFix({ preview: id })).rejects.toMatchObject({ problem: { code: 'changed' } });
    expect(await w.call.applyFix({ preview: w.page.preview?.id ?? '' })).toBe(true);
    expect(rulesOf(w)).toEqual(expect.arrayContaining(['by-somebody', 'Allow-Batch-443']));
  });

  test('is outdated if another rule took its priority, and can’t be applied', async () => {
    const { w, id } = await openPreview();
    await otherUserAddsRule(w.sample, group, 180);
    await w.call.refresh({});
    expect(w.page.preview).toMatchObject({
      state: 'outdated',
      outcome: 'nsg-training was modified after this preview. Nothing was applied.',
    });
    // Nothing was applied, so no step is pending.
    expect(w.page.preview?.progress).toEqual([]);
    expect(w.page.readiness?.state).toBe('checked');
    await expect(w.call.applyFix({ preview: id })).rejects.toMatchObject({ problem: { code: 'changed' } });
    expect(w.sample.traffic.filter((one) => one.method === 'PUT')).toHaveLength(1);
    await preview(w, newer);
    expect(lines(w.page.preview?.tables[0]).filter((one) => one.startsWith('add'))).toHaveLength(3);
  });

  test('previewed again, a flow that no longer has a fix doesn’t block the fixes of others', async () => {
    const { w } = await openPreview();
    const denial = {
      properties: {
        priority: 100,
        direction: 'Outbound',
        access: 'Deny',
        protocol: '*',
        sourcePortRange: '*',
        destinationPortRange: '*',
        sourceAddressPrefix: '*',
        destinationAddressPrefix: 'AzureMachineLearning',
      },
    };
    await otherUserWrites(w.sample, 'PUT', `${group}/securityRules/Deny-AML`, denial);
    await w.call.refresh({});
    expect(w.page.preview?.state).toBe('outdated');
    await preview(w, newer);
    expect(w.page.preview?.heading).toBe('Fix 2 flows of snet-training');
    expect(lines(w.page.preview?.tables[0]).filter((one) => one.startsWith('add'))).toHaveLength(2);
  });

  test('that another user made unnecessary is reported as no longer applicable', async () => {
    const { w } = await openPreview();
    await otherUserWrites(w.sample, 'DELETE', `${group}/securityRules/Deny-All`);
    await w.call.refresh({});
    expect(w.page.preview?.state).toBe('outdated');
    await expect(w.call.previewFix({ ids: newer })).rejects.toMatchObject({
      problem: {
        code: 'notFound',
        message: expect.stringMatching(/^This fix no longer applies/) as string,
      },
    });
  });

  test('names the missing permission and the required role', async () => {
    const { w, id } = await openPreview({
      before: (sample) => sample.access.deny({ scope: group, verbs: ['write'] }),
    });
    expect(await w.call.applyFix({ preview: id })).toBe(false);
    expect(w.page.preview).toMatchObject({
      state: 'refused',
      outcome:
        'You don’t have permission to change nsg-training. Required role: Network Contributor on rg-network-prod.',
    });
    expect(w.page.readiness?.state).toBe('checked');
    expect(w.page.readiness?.summary).toBe(sampleSummary('snet-training'));
  });

  test('a request that Azure refuses is reported with its reason', async () => {
    const { w, id } = await openPreview();
    w.sample.faults.next({ status: 400, code: 'SecurityRuleConflict', message: 'No.', method: 'PUT' });
    expect(await w.call.applyFix({ preview: id })).toBe(false);
    expect(w.page.preview).toMatchObject({
      state: 'refused',
      outcome: 'nsg-training wasn’t changed: Azure refused the request: No.',
    });
  });

  test('whose result can’t be read is reported as accepted but unread, not as different', async () => {
    const { w, id } = await openPreview();
    w.sample.faults.next({ status: 500, match: 'providers/Microsoft.Network/virtualNetworks', times: 50 });
    await w.call.applyFix({ preview: id });
    expect(w.page.preview).toMatchObject({
      state: 'applied',
      outcome:
        'Azure accepted the change, but the result couldn’t be read: Azure reported an error: An error occurred. Refresh to see it.',
    });
    expect(rulesOf(w)).toContain('Allow-Batch-443');
  });

  test('of a forced tunnel allows the replies, and the other flows still depend on the appliance', async () => {
    const w = await openWizardInOneGroup(hub);
    const ids = w.page.readiness?.groups
      .flatMap((one) => one.rows)
      .filter((one) => one.fix !== null)
      .map((one) => one.id);
    expect(ids?.length).toBeGreaterThan(0);
    const id = await preview(w, ['inbound-aml-44224']);
    expect(await w.call.applyFix({ preview: id })).toBe(true);
    await w.call.closeFix({});
    await w.until('results', (p) => p.readiness?.state === 'checked');
    // The final state of a forced tunnel: replies arrive, and the other flows depend on an appliance.
    expect(readinessRowOf(w.page.readiness, 'inbound-aml-44224')).toMatchObject({
      word: 'Allowed',
      counts: 'passed',
    });
    expect(w.page.readiness?.summary).toMatch(/^Not confirmed: \d+ flows depend on 10\.0\.1\.4$/);
    expect(w.page.review).toMatchObject({ primary: 'create', createAnyway: false });
    expect(w.page.review?.note).toMatch(/^\d+ requirements couldn’t be checked: /);
  });
});

describe('adding a fix to the code', () => {
  test('marks its rows, doesn’t change Azure, and can be undone', async () => {
    const { w, id } = await openPreview();
    await w.call.putFixIntoCode({ preview: id });
    await w.until('results', (p) => p.readiness?.state === 'checked');
    expect(readinessRowOf(w.page.readiness, 'outbound-batch-443')).toMatchObject({
      mark: 'fix goes into the code',
      word: 'Blocked',
      fix: null,
      counts: 'error',
    });
    expect(worstFix(w.page.readiness)?.ids).not.toContain('outbound-batch-443');
    expect(w.page.review?.fixesInCode.map((one) => one.id)).toEqual(newer);
    expect(writesIn(w.sample.traffic)).toEqual([]);
    expect(w.saved().fixesInCode).toEqual([newer]);

    await w.call.removeFixFromCode({ id: 'outbound-batch-443' });
    await w.until('taken out', (p) => p.review?.fixesInCode.length === 2);
    expect(readinessRowOf(w.page.readiness, 'outbound-batch-443')).toMatchObject({ mark: null, fix: 'Fix…' });
    expect(worstFix(w.page.readiness)?.ids).toContain('outbound-batch-443');
    await w.call.removeFixFromCode({ id: 'never-put-in' });
    expect(w.saved().fixesInCode).toEqual([['outbound-aml-udp-5831', 'outbound-storage-445']]);
  });
});

describe('copying for the network team', () => {
  test('creates Markdown with the rule, reason, source, and blocked packet', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await w.call.copyRequest({ ids: newer });
    const [text = ''] = w.copied;
    expect(text).toContain('Azure Machine Learning compute in subnet snet-training needs the following.');
    for (const part of [
      '10.40.4.0/26',
      'AzureMachineLearning',
      '5831',
      'BatchNodeManagement.WestEurope',
      '445',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/UDP 10\.40\.4\.\d+ → /);
    expect(text).toContain('12 Jun 2025');
    expect(text).not.toContain('outbound-aml-18881');
  });
});
