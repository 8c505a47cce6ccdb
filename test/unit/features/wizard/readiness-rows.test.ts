import type { AzureConnection } from '../../../../src/azure/ports';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  pickSubnet,
  pickWorkspace,
  denyAllSubnet,
  healthy,
  detailOf,
  openWizard,
  readinessRowOf,
  worstFix,
  type OpenWizard,
  openWizardInOneGroup,
} from './open-wizard';
import { sampleNetworkId } from '../../../../src/sandbox/sample/names';
import { otherUserWrites } from './other-user';
import type { Readiness } from '../../../../src/contract/wizard/readiness';

const hub = { workspace: 'mlw-risk-dev', network: 'vnet-spoke-risk-weu', subnet: 'snet-train-hub' };

async function readinessOf(place: {
  workspace?: string;
  network: string;
  subnet: string;
}): Promise<Readiness> {
  const w = await openWizardInOneGroup(place);
  w.dispose();
  if (!w.page.readiness) throw new Error('no Readiness');
  return w.page.readiness;
}

describe('an expanded blocked row', () => {
  let readiness: Readiness;
  beforeAll(async () => {
    readiness = await readinessOf(denyAllSubnet);
  });

  test('shows the packet, what decides, the impact, status, source, and check', () => {
    const row = readinessRowOf(readiness, 'outbound-aml-udp-5831');
    expect(row.details.map((one) => one.label)).toEqual([
      'Example packet',
      'Blocked by',
      'Impact',
      'Status',
      'Effect',
      'Source',
      'Check',
      'Assumptions',
    ]);
    // An address of the subnet that a machine can have, and one that the tag contains.
    expect(detailOf(row, 'Example packet')).toMatch(/^UDP 10\.40\.4\.\d+ → \d+\.\d+\.\d+\.\d+ port 5831$/);
    expect(detailOf(row, 'Blocked by')).toBe('4096 Deny-All, outbound, in nsg-training (subnet)');
    expect(detailOf(row, 'Status')).toBe('Documented by Microsoft, since 20 Jan 2023');
    expect(detailOf(row, 'Source')).toBe(
      'Secure training, 12 Jun 2025, and 4 more. Microsoft’s pages contradict each other',
    );
    expect(detailOf(row, 'Check')).toBe('outbound-aml-udp-5831');
    expect(row).toMatchObject({ fix: 'Fix…', mark: null, canCopy: true, oneLine: false, icon: 'error' });
    expect(row.spoken).toBe(
      'Blocked by rule 4096 Deny-All. Outbound UDP 5831 to AzureMachineLearning. Error.',
    );
  });

  test('shows how it was decided, with the deciding step marked', () => {
    expect(readinessRowOf(readiness, 'outbound-aml-udp-5831').trace).toEqual([
      {
        text: 'Rule 4096 Deny-All of nsg-training blocks it. 7 rules before it didn’t match.',
        decides: true,
      },
    ]);
    expect(readinessRowOf(readiness, 'outbound-aml-443').trace.map((one) => [one.decides, one.text])).toEqual(
      [
        [true, 'Rule 120 Allow-AzureML of nsg-training allows it. 1 rule before it didn’t match.'],
        [false, 'Route 0.0.0.0/0 sends it to the internet.'],
        [false, 'It leaves through NAT gateway ng-ml-weu.'],
      ],
    );
  });

  test('shows which part is blocked', () => {
    const row = readinessRowOf(readiness, 'inbound-intra-subnet');
    expect(detailOf(row, 'Blocked')).toBe('UDP, ICMP, and TCP 0-442 and 444-65535');
    expect(detailOf(row, 'Status')).toBe('Recommended, reported by users, undocumented, since 6 Oct 2020');
    expect(row).toMatchObject({ icon: 'warning', counts: 'warning' });
  });

  test('shows where Microsoft’s pages contradict each other', () => {
    const row = readinessRowOf(readiness, 'outbound-storage-445');
    expect(detailOf(row, 'Source')).toMatch(/\. Microsoft’s pages contradict each other$/);
    expect(row.details.flatMap((one) => one.runs).find((run) => run.text.includes('contradict'))?.link).toBe(
      'check:outbound-storage-445',
    );
    expect(detailOf(row, 'Status')).toBe('Documented by Microsoft, since 21 Apr 2022');
    expect(detailOf(row, 'Effect')).toBe('Documented, but not seen enforced (checked 28 Nov 2026)');
  });

  test('an allowed row is one line that names its rule, folded with similar ones', () => {
    expect(readinessRowOf(readiness, 'outbound-aml-443')).toMatchObject({
      word: 'Allowed',
      rest: 'rule 120',
      oneLine: true,
      fold: 'passed',
      fix: null,
      canCopy: false,
    });
    expect(readiness.groups[0]?.folds).toEqual([
      { id: 'passed', icon: 'pass', text: '8 passed, by rules that you wrote' },
    ]);
  });

  test('the sample’s resources don’t have portal links', () => {
    const runs = readiness.groups.flatMap((group) =>
      group.rows.flatMap((row) => row.details.flatMap((one) => one.runs)),
    );
    expect(runs.filter((run) => run.link?.startsWith('portal:') === true)).toEqual([]);
  });

  test('links lead to pages of checks, known sources, and resources that were read', async () => {
    const connect = (own: AzureConnection): Promise<AzureConnection> =>
      Promise.resolve({ ...own, sample: false });
    const w = await openWizardInOneGroup(denyAllSubnet, { connect });
    const all = [...(w.page.readiness?.groups ?? []), w.page.readiness?.notes].flatMap(
      (group) => group?.rows ?? [],
    );
    const links = all.flatMap((row) =>
      row.details.flatMap((one) => one.runs.flatMap((run) => run.link ?? [])),
    );
    expect(links.length).toBeGreaterThan(50);
    for (const link of new Set(links)) await w.call.openLink({ link });
    expect(w.opened.filter((one) => one.startsWith('page of '))).toContain('page of outbound-aml-udp-5831');
    expect(
      w.opened.filter((one) => one.startsWith('portal of ')).map((one) => one.split('/').at(-1)),
    ).toEqual(['nsg-training']);
    const pages = w.opened.filter((one) => one.startsWith('http'));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.every((one) => one.startsWith('https://'))).toBe(true);
  });
});

describe('rows that no rule of the subnet decides', () => {
  test('an appliance: shows its route, why nothing more is known, and whom to ask', async () => {
    const readiness = await readinessOf(hub);
    const row = readinessRowOf(readiness, 'outbound-aml-443');
    expect(row).toMatchObject({ icon: 'appliance', counts: 'unknown', fix: null, fold: null });
    expect(detailOf(row, 'Route')).toBe('0.0.0.0/0 in rt-hub, to appliance 10.0.1.4');
    expect(detailOf(row, 'Effect on traffic')).toBe(
      'Route 0.0.0.0/0 in rt-hub sends it to 10.0.1.4. The appliance’s own rules decide. They can’t be read.',
    );
    expect(detailOf(row, 'What to do')).toContain('Allow outbound TCP 443 to AzureMachineLearning');
    const outbound = readiness.groups.find((one) => one.id === 'outbound');
    expect(outbound?.summary).toBe('13 to confirm, 1 info');
    expect(readiness.causes.map(({ kind, flows }) => [kind, flows.length])).toContainEqual([
      'appliance-decides',
      14,
    ]);
    // As many rows as the summary counts. Info rows have the info icon.
    expect(outbound?.rows.filter((one) => one.icon === 'appliance')).toHaveLength(13);

    const lost = readinessRowOf(readiness, 'inbound-aml-44224');
    expect(lost.word).toBe('Reply lost:');
    expect(detailOf(lost, 'Effect on traffic')).toBe(
      'The call arrives through the public IP, but the reply follows route 0.0.0.0/0 to appliance 10.0.1.4. The caller never gets it.',
    );
    expect(lost.trace.filter((one) => one.decides).map((one) => one.text)).toEqual([
      'The reply follows route 0.0.0.0/0 of rt-hub to appliance 10.0.1.4.',
    ]);
  });

  test('missing outbound access is one cause', async () => {
    const readiness = await readinessOf({ network: 'vnet-ml-prod-weu', subnet: 'snet-sandbox' });
    const outbound = readiness.groups[0];
    expect(outbound?.id).toBe('outbound');
    expect(outbound?.folds.map((one) => one.text)).toEqual(['3 passed, by rules that you wrote']);
    expect(readiness.causes[0]).toMatchObject({ kind: 'no-outbound-access', icon: 'error' });
    expect(readiness.causes[0]?.flows).toHaveLength(10);
    // A gateway is offered for each of them, and one for all.
    expect(readinessRowOf(readiness, 'egress-explicit-for-npip').fix).toBe('Fix…');
    expect(worstFix(readiness)?.label).toBe('Fix 10 checks…');
  });

  test('unknown flows behind one unreadable NSG are one cause, and no group shows 0 passed', async () => {
    const readiness = await readinessOf({ network: 'vnet-partner-weu', subnet: 'snet-partner-train' });
    const outbound = readiness.groups.find((one) => one.id === 'outbound');
    expect(outbound?.summary).toBe('14 to confirm, 1 info');
    expect(readiness.causes.map(({ kind, flows }) => [kind, flows.length])).toContainEqual([
      'not-readable',
      18,
    ]);
    expect(readiness.groups.find((one) => one.id === 'inbound')).toMatchObject({
      summary: '1 info',
      icon: 'info',
    });
  });

  test('a default rule: allowed, with the effect of a later deny-all rule', async () => {
    const readiness = await readinessOf({
      workspace: 'mlw-risk-dev',
      network: 'vnet-ml-dev-weu',
      subnet: 'snet-dev-train',
    });
    const row = readinessRowOf(readiness, 'outbound-batch-443');
    expect(row).toMatchObject({
      icon: 'pass-default',
      word: 'Allowed by default:',
      rest: 'only Azure’s rule 65001 allows it',
      counts: 'default',
      oneLine: true,
    });
    expect(detailOf(row, 'Effect on traffic')).toBe(
      'Only Azure’s default rule 65001 AllowInternetOutBound allows it. A deny-all rule added later would block it.',
    );
    expect(row.details.map((one) => one.label)).not.toContain('Impact');
    expect(readinessRowOf(readiness, 'inbound-batch-29876-29877')).toMatchObject({
      word: 'No longer required',
      rest: 'since 31 Mar 2026',
      counts: 'note',
      icon: 'info',
    });
  });

  test('an unreadable resource names the missing role and its scope, as a sentence with one period', async () => {
    const readiness = await readinessOf({ network: 'vnet-partner-weu', subnet: 'snet-partner-train' });
    const row = readinessRowOf(readiness, 'outbound-aml-443');
    expect(row).toMatchObject({ icon: 'unknown', word: 'Unknown:', fix: null });
    expect(detailOf(row, 'Cause')).toBe(
      'You don’t have permission to read nsg-partner. Required role: Reader on rg-security-core.',
    );
    expect(row.spoken).toBe(
      'Unknown: you don’t have permission to read nsg-partner. Required role: Reader on rg-security-core. Outbound TCP 443 to AzureMachineLearning. Unknown.',
    );
  });
});

describe('separate groups', () => {
  test('notes: to confirm with your network team, collapsed, not in the summary', async () => {
    const readiness = await readinessOf(denyAllSubnet);
    expect(readiness.notes).toMatchObject({
      title: '2 to confirm with your network team',
      open: false,
      icon: 'info',
    });
    expect(readiness.notes?.rows.map((one) => one.id)).not.toContain('outbound-python-packages');
    expect(readiness.notes?.rows.every((one) => one.counts === 'note')).toBe(true);
    for (const row of readiness.notes?.rows ?? []) {
      expect(row.details.map((one) => one.label)).toContain('What to do');
    }
  });

  test('good to know: what applies to every subnet, in one collapsed line', async () => {
    const readiness = await readinessOf(denyAllSubnet);
    expect(readiness.groups.at(-1)).toMatchObject({
      id: 'good-to-know',
      title: 'Applies to every subnet',
      open: false,
      icon: 'info',
      summary: '',
    });
    expect(new Set(readiness.groups.at(-1)?.rows.map(({ id }) => id))).toEqual(
      new Set(['lighthouse-unsupported', 'control-plane-stays-public', 'browser-doh']),
    );
    expect(readiness.notes?.rows.filter(({ id }) => id === 'browser-doh')).toEqual([]);
    const rows = readiness.groups.flatMap((group) => group.rows);
    expect(rows.find(({ id }) => id === 'storage-region-close-to-compute')?.word).toBe('Passed:');
  });

  test('not required: listed with the reason, never as rows', async () => {
    const readiness = await readinessOf(denyAllSubnet);
    const notNeeded = new Map(readiness.notNeeded.map((one) => [one.id, one]));
    expect(notNeeded.get('inbound-aml-44224')).toEqual({
      id: 'inbound-aml-44224',
      name: 'Inbound TCP 44224 from AzureMachineLearning',
      why: expect.stringMatching(/public IP/) as string,
    });
    const shown = readiness.groups.flatMap((group) => group.rows.map((one) => one.id));
    expect(shown.filter((id) => notNeeded.has(id))).toEqual([]);
    expect(new Set(readiness.notNeeded.map((one) => one.id)).size).toBe(readiness.notNeeded.length);
  });

  describe('a managed virtual network', () => {
    let w: OpenWizard;
    beforeAll(async () => {
      w = openWizard();
      await pickWorkspace(w, 'mlw-risk-prod');
      await w.until('rules', (p) => p.plan?.network.managed?.rules.length === 4);
    });

    test('its Readiness: what still applies, and one collapsed line with the number of others', async () => {
      for (const group of ['permissions', 'quota', 'services']) {
        await w.until(group, (p) => p.readiness?.groups.some((one) => one.id === group) === true);
      }
      const { readiness } = w.page;
      expect(readiness).toMatchObject({
        title: 'Readiness of mlw-risk-prod',
        state: 'checked',
        summary: 'Ready',
        notNeeded: [],
        counts: [{ icon: 'pass', text: '12 passed' }],
      });
      const line = readiness?.groups.at(-1);
      const rows = line?.rows ?? [];
      expect(line).toMatchObject({ id: 'not-needed', icon: 'unfit', open: false });
      expect(rows.length).toBeGreaterThan(30);
      expect(line?.title).toBe(`${rows.length} not required for this plan`);
      expect(rows.every((one) => one.word === 'Not required:' && one.rest !== '')).toBe(true);
    });

    test('passed rows have a colon before their reason, for screen readers too', () => {
      const rows = w.page.readiness?.groups.flatMap((group) => group.rows) ?? [];
      const met = rows.filter((one) => one.counts === 'passed');
      expect(met).toHaveLength(12);
      expect(met.filter((one) => !one.spoken.startsWith(`Passed: ${one.rest}`))).toEqual([]);
    });

    test('its plan: the rules of the network, and no subnet to select', () => {
      const { plan } = w.page;
      expect(plan?.network.managed).toMatchObject({
        why: 'mlw-risk-prod uses a managed virtual network, so its compute resources can’t be in your subnets. You can’t turn off a managed virtual network.',
        isSetUp: true,
      });
      const rules = plan?.network.managed?.rules.map((one) => [one.name, one.kind, one.to, one.state]);
      expect(rules).toEqual([
        ['storage-blob', 'private endpoint', 'striskprod, blob', 'Active'],
        ['storage-file', 'private endpoint', 'striskprod, file', 'Active'],
        ['registry', 'private endpoint', 'crriskprod, registry', 'Active'],
        ['pypi', 'host name', 'pypi.org', 'Active'],
      ]);
      expect(plan?.sections.network).toMatchObject({
        summary: 'The workspace manages the network, so you don’t choose a subnet',
        complete: true,
      });
      expect([plan?.compute.publicIp, plan?.size.capacity]).toEqual([null, null]);
    });
  });

  test('before a subnet is selected, Readiness asks for it, and shows the dates of its data', async () => {
    const w = openWizard();
    await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
    expect(w.page.readiness).toMatchObject({
      state: 'empty',
      hint: 'Choose a workspace and a subnet to check.',
    });
    await pickWorkspace(w, 'mlw-risk-dev');
    expect(w.page.readiness).toMatchObject({
      state: 'empty',
      title: 'Readiness',
      hint: 'Choose a subnet to check it.',
      dates: 'Requirements as of 11 Sept 2026. Service tags as of 9 Nov 2025.',
      counts: [],
      causes: [],
    });
  });

  test('before a subnet is selected, lists the checks of the current plan', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-risk-dev');
    const asked = (): string[] =>
      (w.page.readiness?.groups ?? []).flatMap((group) => group.rows.map((one) => one.id));
    expect(w.page.readiness?.groups.map((one) => one.title)).toEqual([
      'Outbound',
      'Inbound',
      'Routes and outbound access',
      'Placement',
      'Addresses',
      'Permissions',
      'Quotas and policies',
      'Storage, key vault, and registry',
      'DNS',
    ]);
    expect(asked()).toContain('inbound-aml-44224');
    expect(w.page.readiness?.groups[0]?.rows[0]).toMatchObject({
      icon: 'pending',
      word: '',
      fix: null,
      details: [],
    });
    // Without a public IP, inbound traffic isn't required.
    await pickWorkspace(w, 'mlw-risk-prod');
    const row = w.page.plan?.workspace.workspaces.rows.find((one) => one.name === 'mlw-fraud-prod');
    await w.call.chooseWorkspace({ id: row?.id ?? '' });
    await w.until('empty', (p) => p.readiness?.state === 'empty');
    expect(asked()).not.toContain('inbound-aml-44224');
    expect(asked()).toContain('egress-explicit-for-npip');
    // The next selection is checked with the listed data, and with what the network itself adds.
    const listed = asked();
    await pickSubnet(w, 'vnet-ml-prod-weu', 'snet-train-gpu');
    const checked = [...asked(), ...(w.page.readiness?.notNeeded ?? []).map((one) => one.id)];
    expect(listed.filter((id) => !checked.includes(id))).toEqual([]);
  });
});

describe('words from before the last change', () => {
  test('are shown in changed rows, and removed by the next read', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    const was = (): unknown[] =>
      (w.page.readiness?.groups ?? []).flatMap((group) =>
        group.rows.flatMap((one) => (one.was === null ? [] : [[one.id, one.was, one.word]])),
      );
    expect(was()).toEqual([]);
    await w.call.choosePublicIp({ publicIp: true });
    await w.call.choosePublicIp({ publicIp: false });
    await w.call.chooseProfile({ profile: '2020-12' });
    await w.until('profile', (p) => p.readiness?.profile === '2020-12');
    expect(was()).toEqual([]);
    await w.call.chooseProfile({ profile: 'current' });
    const revision = w.page.readiness?.revision ?? 0;
    await pickSubnet(w, 'vnet-ml-prod-weu', 'snet-scoring');
    // Selecting another subnet isn't a change of this one.
    expect(was()).toEqual([]);
    await w.call.refresh({});
    await w.until('new results', (p) => (p.readiness?.revision ?? 0) !== revision);
    expect(was()).toEqual([]);
  });

  test('don’t have a colon, since no reason follows', async () => {
    const w = await openWizardInOneGroup(healthy);
    await w.call.choosePublicIp({ publicIp: true });
    // Choosing another plan isn't a change of this one.
    expect(readinessRowOf(w.page.readiness, 'inbound-aml-44224').was).toBeNull();
    const revision = w.page.readiness?.revision ?? 0;
    const group = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-train-gpu');
    await otherUserWrites(w.sample, 'DELETE', `${group}/securityRules/Deny-All`);
    await w.call.refresh({});
    await w.until('new results', (p) => (p.readiness?.revision ?? 0) !== revision);
    expect(readinessRowOf(w.page.readiness, 'outbound-default-open').was).toBe('Passed');
  });

  test('the requirements of December 2020 have fewer checks', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await w.call.chooseProfile({ profile: '2020-12' });
    await w.until('profile', (p) => p.readiness?.profile === '2020-12');
    const ids = (w.page.readiness?.groups ?? []).flatMap((group) => group.rows.map((one) => one.id));
    expect(ids).not.toContain('outbound-aml-udp-5831');
    expect(w.page.readiness?.summary).toBe('Not ready: 2 errors block 5 flows');
    expect(readinessRowOf(w.page.readiness, 'inbound-batch-29876-29877').counts).toBe('error');
    expect(readinessRowOf(w.page.readiness, 'outbound-acr-443')).toMatchObject({
      counts: 'error',
      word: 'Blocked',
    });
  });
});

test('a subnet that can’t be used shows why, doesn’t have a fix or open the next section, and suggests another one', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet);
  await w.until(
    'rows',
    (p) => p.subnets?.rows.every((one) => one.outcome !== null || one.unfit !== null) === true,
  );
  await pickSubnet(w, 'vnet-ml-prod-weu', 'snet-dbx-private');
  const { readiness } = w.page;
  expect(readiness).toMatchObject({
    summary: 'Can’t be used: Delegated to Databricks',
    summaryIcon: 'unfit',
    counts: [],
    unfit: { why: 'Delegated to Databricks', other: { label: 'Use snet-train-gpu' } },
  });
  expect(worstFix(readiness)).toBeNull();
  const { network, size, review } = w.page.plan?.sections ?? {};
  const locked = 'Choose another subnet: Delegated to Databricks';
  expect([network?.complete, size?.locked, review?.locked]).toEqual([false, locked, locked]);
  w.dispose();
});
