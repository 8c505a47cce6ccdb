import { describe, expect, test } from 'vitest';
import {
  pickWorkspace,
  denyAllSubnet,
  healthy,
  openWizardAt,
  openWizardInOneGroup,
  openWizard,
  worstFix,
} from './open-wizard';

describe('the review', () => {
  test('ready: one button creates, and the plan is shown in words', async () => {
    const w = await openWizardInOneGroup(healthy);
    expect(w.page.review).toMatchObject({
      primary: 'create',
      primaryLabel: 'Create in Azure',
      fixIds: [],
      createAnyway: false,
      note: null,
      written: null,
      cannotWrite: null,
      fixesInCode: [],
    });
    expect(w.page.review?.words.map((one) => `${one.label}: ${one.text}`)).toEqual([
      'Creates: Compute cluster cpu-cluster2 in mlw-fraud-prod',
      'Virtual machines: 0 to 4 × STANDARD_D2_V2, dedicated',
      'Subnet: snet-train-gpu in vnet-ml-prod-weu, without a public IP address',
      'When idle: Scales down after 2 idle minutes',
      'Also creates: Without a public IP address, Azure doesn’t create an NSG, a public IP address, or a load balancer.',
      'Managed identity: None',
      'SSH: Public port closed',
      'Cost: $0.14 per node and hour. No charge for machines while no node runs. At most $0.56 per hour for 4 nodes. Azure also bills data transfer.',
    ]);
  });

  test('with errors: offers to fix first, or to create anyway with the consequence in words', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    // The same flows as the button of the cause in Readiness, which counts them in the same words.
    const { ids: fixIds = [], label } = worstFix(w.page.readiness) ?? {};
    expect(fixIds).toContain('outbound-batch-443');
    expect(label).toBe(`Fix ${fixIds.length} of 9 flows…`);
    expect(w.page.review).toMatchObject({
      primary: 'fix',
      primaryLabel: `Fix ${fixIds.length} flows first…`,
      fixIds,
      createAnyway: true,
      note: expect.stringMatching(/\.$/) as string,
    });
    expect(w.page.review?.flowsSummary).toBe('17 flows: 8 allowed, 8 blocked, 1 partly blocked');
    expect(w.page.review?.flows).toHaveLength(17);
    const flows = new Map(w.page.review?.flows.map((one) => [one.id, one]));
    expect(flows.get('outbound-aml-443')).toEqual({
      id: 'outbound-aml-443',
      flow: 'Outbound TCP 443 to AzureMachineLearning',
      subject: null,
      direction: 'Outbound',
      securityGroup: '120 Allow-AzureML',
      route: 'direct',
      outboundAccess: 'Internet, ng-ml-weu (NAT)',
      icon: 'pass',
      outcome: 'Allowed',
    });
    expect(flows.get('outbound-batch-443')).toMatchObject({
      securityGroup: '4096 Deny-All',
      route: '–',
      icon: 'error',
      outcome: 'Blocked',
    });
  });

  test('with errors that can’t be fixed here: only offers to create anyway', async () => {
    const w = await openWizardInOneGroup({ network: 'vnet-ml-prod-weu', subnet: 'snet-batch-legacy' });
    expect(w.page.review).toMatchObject({ primary: 'none', fixIds: [], createAnyway: true });
    expect(w.page.review?.note).not.toBeNull();
  });

  test('a flow without outbound access is shown in the picture’s table, and a gateway fixes it first', async () => {
    const w = await openWizardInOneGroup({ network: 'vnet-ml-prod-weu', subnet: 'snet-sandbox' });
    expect(w.page.review).toMatchObject({ primary: 'fix', createAnyway: true });
    expect(w.page.review?.fixIds).toContain('egress-explicit-for-npip');
    expect(w.page.review?.flows.find((one) => one.id === 'outbound-aml-443')).toMatchObject({
      outboundAccess: 'No outbound access',
      outcome: 'No outbound access',
    });
    // A service with a private endpoint is reached nevertheless, and what the NSG blocks first can’t leave otherwise.
    const ways = new Map(w.page.review?.flows.map((one) => [one.id, one.outboundAccess]));
    expect(ways.get('outbound-storage-443')).toBe('Direct (stays in Azure)');
    expect(ways.get('outbound-keyvault-443')).toBe('No outbound access');
    expect([...ways.values()].filter((one) => one.startsWith('Internet'))).toEqual([]);
  });

  test('only unknown: creates, and names what couldn’t be checked', async () => {
    const w = await openWizardAt({ network: 'vnet-spoke-risk-weu', subnet: 'snet-train-hub' });
    expect(w.page.review).toMatchObject({ primary: 'create', createAnyway: false });
    expect(w.page.review?.note).toMatch(
      /^\d+ requirements couldn’t be checked: .*Outbound TCP 80 and 443 to AzureActiveDirectory \(sign-in\), /,
    );
    expect(w.page.review?.flowsSummary).toMatch(/^\d+ flows: .*14 depend on an appliance$/);
    expect(w.page.review?.flows).toHaveLength(Number.parseInt(w.page.review?.flowsSummary ?? '', 10));
    expect(w.page.review?.flows.find((one) => one.id === 'outbound-aml-443')).toMatchObject({
      route: '0.0.0.0/0',
      outboundAccess: 'Appliance 10.0.1.4',
      outcome: 'Depends on an appliance',
    });
  });

  test('a lost reply is shown with its route', async () => {
    const w = await openWizardAt({
      workspace: 'mlw-risk-dev',
      network: 'vnet-spoke-risk-weu',
      subnet: 'snet-train-hub',
    });
    expect(w.page.review?.flows.find((one) => one.id === 'inbound-aml-44224')).toMatchObject({
      direction: 'Inbound',
      securityGroup: '100 Allow-AzureML-44224',
      route: 'reply: 0.0.0.0/0',
      outcome: 'Reply lost',
    });
    // A flow, and a setting that isn't one.
    expect(w.page.review?.primaryLabel).toBe('Fix 2 checks first…');
    expect(w.page.review?.words.map((one) => one.text)).toContain(
      'Azure creates the NSG, public IP address, and load balancer in rg-risk-platform, the resource group of the virtual network.',
    );
  });

  test('with Readiness of December 2020, it states that today’s requirements apply to the creation', async () => {
    const w = await openWizardInOneGroup({ network: 'vnet-ml-prod-weu', subnet: 'snet-train-gpu' });
    expect(w.page.review?.note).toBeNull();
    await w.call.choosePublicIp({ publicIp: false });
    await w.call.chooseProfile({ profile: '2020-12' });
    await w.until('2020', (p) => p.readiness?.profile === '2020-12' && p.review?.note !== null);
    expect(w.page.review).toMatchObject({
      primary: 'create',
      note: 'When you create the compute, today’s requirements apply, not those of December 2020 in Readiness.',
    });
    expect(w.page.readiness?.summary).toBe('Not ready: 1 error blocks 2 flows');
  });

  test('untrusted: doesn’t offer to write files, and refuses to', async () => {
    const w = await openWizardInOneGroup(healthy, { trusted: false });
    expect(w.page.review?.cannotWrite).toBe('Trust this workspace to write files.');
    await expect(w.call.write({ format: 'bicep' })).rejects.toMatchObject({ problem: { code: 'forbidden' } });
    expect(w.written).toEqual([]);
    // VS Code's own way to trust the workspace.
    await w.call.act({ id: 'manageTrust' });
    expect(w.opened).toEqual(['workspace trust']);
  });

  test('an incomplete plan offers no action, and refuses all', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-risk-dev');
    const network = w.page.networks?.rows.find((one) => one.name === denyAllSubnet.network);
    await w.call.chooseNetwork({ id: network?.id ?? '' });
    expect(w.page.review).toMatchObject({ primary: 'none', words: [], flows: [], createAnyway: false });
    expect(w.page.plan?.sections).toMatchObject({
      size: { locked: 'Choose a subnet first' },
      review: { locked: 'Choose a subnet first' },
    });
    for (const call of [
      () => w.call.create({ anyway: true }),
      () => w.call.write({ format: 'arm' }),
      () => w.call.copyPlan({ format: 'bicep' }),
      () => w.call.copyPlan({ format: 'text' }),
    ]) {
      await expect(call()).rejects.toMatchObject({ problem: { code: 'badRequest' } });
    }
    expect([w.written, w.copied, w.confirmed]).toEqual([[], [], []]);
  });
});
