import { describe, expect, test } from 'vitest';
import type { FixTable } from '../../../../src/contract/wizard/fix-preview';
import { sampleNetworkId, sampleSubnetId } from '../../../../src/sandbox/sample/names';
import {
  denyAllSubnet,
  isShown,
  readinessRowOf,
  writesIn,
  type OpenWizardOptions,
  type OpenWizard,
  type ReceivedPageState,
  openWizardInOneGroup,
} from './open-wizard';

const noOutboundAccess = { network: 'vnet-ml-prod-weu', subnet: 'snet-sandbox' };
const newer = ['outbound-aml-udp-5831', 'outbound-batch-443', 'outbound-storage-445'];
const sandboxSubnet = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-sandbox');
const newGateway = sampleNetworkId('rg-network-prod', 'natGateways', 'ng-snet-sandbox');
const newAddress = sampleNetworkId('rg-network-prod', 'publicIPAddresses', 'pip-ng-snet-sandbox');

async function preview(w: OpenWizard, ids: readonly string[]): Promise<string> {
  await w.call.previewFix({ ids: [...ids] });
  await w.until('preview', (p) => isShown(p.preview) && p.preview.state === 'preview');
  return w.page.preview?.id ?? '';
}

/** Returns the preview after one more choice in it. */
async function choose(
  w: OpenWizard,
  choice: Omit<Parameters<OpenWizard['call']['changeFix']>[0], 'preview'>,
) {
  const before = w.page.preview?.id ?? '';
  await w.call.changeFix({ preview: before, ...choice });
  await w.until('the new test', (p) => p.preview?.id !== before);
  return w.page.preview!;
}

const lines = (table: FixTable | undefined): string[] =>
  (table?.rows ?? []).map(
    (row) =>
      `${row.mark} ${row.cells.map((cell) => (cell.was === null ? cell.text : `${cell.was} → ${cell.text}`)).join(' | ')}`,
  );

const resources = (w: OpenWizard): readonly string[] => Object.keys(w.sample.snapshot().resources);
const gatewayOf = (w: OpenWizard): unknown =>
  (w.sample.snapshot().resources[sandboxSubnet]?.['natGateway'] as { id?: string } | undefined)?.id;
const writes = (w: OpenWizard): string[] =>
  writesIn(w.sample.traffic).map((one) => `${one.method} ${one.path.split('/').at(-1)}`);

async function openGateway(options: OpenWizardOptions = {}, alternative: 'new' | 'shared' = 'new') {
  const w = await openWizardInOneGroup(noOutboundAccess, options);
  await preview(w, ['egress-explicit-for-npip']);
  if (alternative === 'new') await choose(w, { alternative: 'narrow:' });
  return { w, id: w.page.preview?.id ?? '' };
}

describe('outbound access', () => {
  test('is a choice between the gateway of the neighboring subnet and a new one', async () => {
    const { w } = await openGateway({}, 'shared');
    const shared = w.page.preview!;
    expect(shared.alternatives.map((one) => [one.name, one.chosen])).toEqual([
      ['Use NAT gateway ng-ml-weu', true],
      ['New NAT gateway', false],
    ]);
    expect(shared.fixTest).toBe(
      'Associates NAT gateway ng-ml-weu with snet-sandbox. Tested on a copy: the check passes, and no other subnet gets worse.',
    );
    expect(lines(shared.tables[0])).toEqual([
      'change snet-sandbox | Subnet | NAT gateway: none → NAT gateway: ng-ml-weu',
    ]);
    expect(shared.flows[0]).toMatchObject({
      id: 'egress-explicit-for-npip',
      result: 'NAT gateway ng-ml-weu',
    });
    expect(shared.opens).toEqual([
      {
        text: 'Adds outbound access to the internet. NSG rules still apply.',
        packet: expect.stringMatching(
          /^Example packet that is then allowed: TCP 10\.40\.6\.4 → [\d.]+ port \d+$/,
        ) as string,
        wide: true,
      },
    ]);

    const own = await choose(w, { alternative: 'narrow:' });
    expect(own.alternatives.map((one) => one.chosen)).toEqual([false, true]);
    expect(lines(own.tables[0])).toEqual([
      'add pip-ng-snet-sandbox | Public IP address | Standard, static, West Europe',
      'add ng-snet-sandbox | NAT gateway | Standard, West Europe, pip-ng-snet-sandbox',
      'change snet-sandbox | Subnet | NAT gateway: none → NAT gateway: ng-snet-sandbox',
    ]);
    expect(own.notes).toEqual([
      expect.stringMatching(/Azure bills a NAT gateway and its public IP address from their creation/),
    ]);
    expect(w.page.readiness?.summary).toBe('After this fix: Ready, 1 warning');

    await w.call.putFixIntoCode({ preview: own.id });
    const costs = () => w.page.review?.words.find(({ label }) => label === 'Other costs')?.text;
    await w.until('the costs of the code', () => costs() !== undefined);
    expect(costs()).toBe(
      'Public IP address pip-ng-snet-sandbox and NAT gateway ng-snet-sandbox. Prices aren’t known. For NAT gateway ng-snet-sandbox, Azure also bills data processed, per GB.',
    );
  });

  test('is created in order, with each step shown, and undone exactly', async () => {
    const { w, id } = await openGateway();
    const before = w.sample.snapshot().resources;
    expect(await w.call.applyFix({ preview: id })).toBe(true);
    expect(w.confirmed[0]).toMatchObject({
      title: 'Change pip-ng-snet-sandbox, ng-snet-sandbox, and snet-sandbox in Azure?',
      detail: expect.stringContaining(
        'Creates pip-ng-snet-sandbox (Public IP address). Creates ng-snet-sandbox (NAT gateway).',
      ) as string,
    });
    expect(writes(w)).toEqual(['PUT pip-ng-snet-sandbox', 'PUT ng-snet-sandbox', 'PUT snet-sandbox']);
    expect(w.page.preview).toMatchObject({
      state: 'applied',
      canUndo: true,
      outcome: expect.stringMatching(/^Applied at .*The results match the preview\.$/) as string,
    });
    expect(w.page.preview?.progress.map((one) => one.state)).toEqual(['done', 'done', 'done']);
    expect(gatewayOf(w)).toBe(newGateway);

    await w.call.undoFix({ preview: id });
    await w.until('undo', (p) => p.preview?.kind === 'undo');
    expect(w.page.preview).toMatchObject({
      heading: 'Undo the fix for snet-sandbox',
      state: 'preview',
      canUndo: false,
      alternatives: [],
    });
    expect(lines(w.page.preview?.tables[0])).toEqual([
      'change snet-sandbox | Subnet | NAT gateway: ng-snet-sandbox → NAT gateway: none',
      'remove ng-snet-sandbox | NAT gateway | ',
      'remove pip-ng-snet-sandbox | Public IP address | ',
    ]);
    expect(w.page.readiness?.summary).toBe('After this change: Not ready: 1 error blocks 9 flows');
    expect(await w.call.applyFix({ preview: w.page.preview?.id ?? '' })).toBe(true);
    expect(w.page.preview?.outcome).toMatch(/^Undone at .*match the preview\.$/);
    expect(w.confirmed[1]?.button).toBe('Undo change');
    expect(w.sample.snapshot().resources).toEqual(before);
  });

  test('that stops halfway shows its state, and continues with the rest', async () => {
    const { w, id } = await openGateway();
    w.sample.faults.next({ status: 400, code: 'Oops', message: 'No.', method: 'PUT', match: 'natGateways' });
    expect(await w.call.applyFix({ preview: id })).toBe(false);
    expect(w.page.preview).toMatchObject({
      state: 'refused',
      canContinue: true,
      canUndo: true,
      outcome:
        'Applied 1 of 3: pip-ng-snet-sandbox. ng-snet-sandbox wasn’t changed: Azure refused the request: No.',
    });
    expect(w.page.preview?.progress.map((one) => one.state)).toEqual(['done', 'refused', 'waiting']);
    expect(await w.call.continueFix({ preview: id })).toBe(true);
    expect(w.page.preview).toMatchObject({ state: 'applied' });
    expect(writes(w).filter((one) => one === 'PUT pip-ng-snet-sandbox')).toHaveLength(1);
    expect(gatewayOf(w)).toBe(newGateway);
  });

  test('that stops halfway can be removed again', async () => {
    const { w, id } = await openGateway();
    const before = w.sample.snapshot().resources;
    w.sample.faults.next({ status: 400, code: 'Oops', message: 'No.', method: 'PUT', match: 'natGateways' });
    await w.call.applyFix({ preview: id });
    expect(resources(w)).toContain(newAddress);
    await w.call.undoFix({ preview: id });
    await w.until('undo', (p) => p.preview?.kind === 'undo');
    expect(await w.call.applyFix({ preview: w.page.preview?.id ?? '' })).toBe(true);
    expect(w.sample.snapshot().resources).toEqual(before);
  });

  test('keeps its result when the page is created again meanwhile', async () => {
    let second: ReceivedPageState = {};
    const again: { reopen?: () => ReceivedPageState } = {};
    const { w, id } = await openGateway({
      confirm: () => {
        second = again.reopen?.() ?? {};
        return true;
      },
    });
    again.reopen = () => w.reopen();
    // The old page doesn't get the response. The new page shows the current state.
    void w.call.applyFix({ preview: id });
    await w.until('answer', () => second.preview?.state === 'applied');
    expect(second.preview).toMatchObject({
      canUndo: true,
      outcome: expect.stringMatching(/^Applied/) as string,
    });
  });

  test('that the user stops sends nothing more', async () => {
    const { w, id } = await openGateway();
    w.sample.faults.next({ kind: 'hang', method: 'PUT', match: 'natGateways' });
    const applying = w.call.applyFix({ preview: id });
    await w.until('gateway', (p) => p.preview?.progress[1]?.state === 'running');
    await w.call.stopFix({});
    expect(await applying).toBe(false);
    expect(w.page.preview).toMatchObject({
      state: 'refused',
      outcome:
        'Applied 1 of 3: pip-ng-snet-sandbox. Stopped at ng-snet-sandbox. Changes that were already sent might still complete.',
    });
    expect(writes(w)).not.toContain('PUT snet-sandbox');
  });
});

describe('refusals', () => {
  const words = async (fault: Parameters<OpenWizard['sample']['faults']['next']>[0]): Promise<string> => {
    const { w, id } = await openGateway();
    w.sample.faults.next({ method: 'PUT', match: 'publicIPAddresses', times: 9, ...fault });
    await w.call.applyFix({ preview: id });
    return w.page.preview?.outcome ?? '';
  };

  test.each([
    [
      { status: 403, code: 'RequestDisallowedByPolicy', message: 'Policy P.' },
      /^Azure Policy doesn’t allow the change to pip-ng-snet-sandbox\..*Policy P\.$/,
    ],
    [
      { status: 409, code: 'ScopeLocked', message: 'Locked.' },
      /^pip-ng-snet-sandbox is locked\. Ask the owner of rg-network-prod .*Locked\.$/,
    ],
    [
      { status: 403, code: 'AuthorizationFailed', message: 'x' },
      /^You don’t have permission to change pip-ng-snet-sandbox\. Required role: Network Contributor on rg-network-prod\.$/,
    ],
    [
      { status: 409, code: 'AnotherOperationInProgress', message: 'x' },
      /^Azure is still changing pip-ng-snet-sandbox\. Wait a minute/,
    ],
    [
      {
        status: 403,
        code: 'LinkedAuthorizationFailed',
        message:
          "does not have permission to perform action 'Microsoft.Network/natGateways/join/action' on the linked scope(s) '/g'",
      },
      /^pip-ng-snet-sandbox wasn’t changed: You don’t have permission for Microsoft\.Network\/natGateways\/join\/action\./,
    ],
    [
      { status: 404, code: 'ResourceGroupNotFound', message: 'No group.' },
      /^pip-ng-snet-sandbox wasn’t changed: Azure refused the request: No group\.$/,
    ],
    [
      { status: 409, code: 'RetryableError', message: 'Call again.' },
      /^pip-ng-snet-sandbox wasn’t changed: Azure refused the request: Call again\.$/,
    ],
    [
      { status: 412, code: 'PreconditionFailed', message: 'x' },
      /^pip-ng-snet-sandbox was modified after this preview\. Nothing was applied\.$/,
    ],
    [
      { status: 429, code: 'TooManyRequests', message: 'x' },
      /^pip-ng-snet-sandbox wasn’t changed: Azure is throttling requests/,
    ],
    [
      { status: 503, code: 'ServiceUnavailable', message: 'x', times: 9 },
      /^pip-ng-snet-sandbox wasn’t changed: Azure is temporarily unavailable\. Try again in 15 s\.$/,
    ],
    [
      { status: 500, code: 'InternalServerError', message: 'x', times: 9 },
      /^Couldn’t confirm whether pip-ng-snet-sandbox was changed\. Azure reported an error: x\.?$/,
    ],
    [{ kind: 'offline' as const }, /^Couldn’t confirm whether pip-ng-snet-sandbox was changed. /],
  ])('%o is shown as %s', async (fault, text) => {
    expect(await words(fault)).toMatch(text);
  });

  test.each([
    [{ status: 403, code: 'RequestDisallowedByPolicy' }, true],
    [{ status: 409, code: 'ScopeLocked' }, true],
    [{ status: 403, code: 'AuthorizationFailed' }, true],
    [{ status: 409, code: 'AnotherOperationInProgress' }, false],
    [{ status: 412, code: 'PreconditionFailed' }, false],
    [{ status: 429, code: 'TooManyRequests' }, false],
    [{ status: 500, code: 'InternalServerError' }, false],
  ])('%o: whether the request to the owner is the next step is %s', async (fault, next) => {
    const { w, id } = await openGateway();
    expect(w.page.preview?.needsRequest).toBe(false);
    const message = 'No.';
    w.sample.faults.next({ method: 'PUT', match: 'publicIPAddresses', times: 9, message, ...fault });
    await w.call.applyFix({ preview: id });
    expect(w.page.preview).toMatchObject({ state: 'refused', needsRequest: next });
  });

  test('an undo that is refused doesn’t lead to a request for the fix', async () => {
    const { w, id } = await openGateway();
    expect(await w.call.applyFix({ preview: id })).toBe(true);
    await w.call.undoFix({ preview: id });
    await w.until('undo', (p) => p.preview?.kind === 'undo');
    w.sample.faults.next({
      status: 403,
      code: 'AuthorizationFailed',
      message: 'No.',
      method: 'PUT',
      times: 9,
    });
    await w.call.applyFix({ preview: w.page.preview?.id ?? '' });
    expect(w.page.preview).toMatchObject({ state: 'refused', needsRequest: false });
  });

  test('a name that is taken meanwhile isn’t overwritten', async () => {
    const { w, id } = await openGateway();
    const first = await openSecond(w);
    expect(first).toBe(201);
    expect(await w.call.applyFix({ preview: id })).toBe(false);
    expect(w.page.preview?.outcome).toBe('pip-ng-snet-sandbox already exists and wasn’t overwritten.');
  });
});

/** Another user creates a public IP address with the same name. */
async function openSecond(w: OpenWizard): Promise<number> {
  const { createHttpHeaders, createPipelineRequest } = await import('@azure/core-rest-pipeline');
  const answer = await w.sample.httpClient.sendRequest(
    createPipelineRequest({
      url: `https://management.azure.com${newAddress}?api-version=2024-05-01`,
      method: 'PUT',
      headers: createHttpHeaders({ authorization: 'Bearer sandbox', 'content-type': 'application/json' }),
      body: JSON.stringify({
        location: 'westeurope',
        sku: { name: 'Standard' },
        properties: { publicIPAllocationMethod: 'Static' },
      }),
    }),
  );
  return answer.status;
}

describe('choices in a preview', () => {
  test('deselected flows stay open, and the preview states it', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await preview(w, newer);
    const warnings = w.page.preview?.flows.filter((one) => one.isWarning) ?? [];
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings.every((one) => !one.ticked)).toBe(true);
    const fewer = await choose(w, { ids: newer.filter((id) => id !== 'outbound-batch-443') });
    expect(fewer.flows.find((one) => one.id === 'outbound-batch-443')).toMatchObject({
      ticked: false,
      result: 'not fixed',
    });
    expect(w.page.readiness?.summary).toBe('After this fix: Not ready: 1 error blocks 7 flows');
    const more = await choose(w, { ids: [...newer, ...warnings.map((one) => one.id)] });
    expect(more.flows.filter((one) => one.ticked)).toHaveLength(newer.length + warnings.length);
  });

  test('one broad rule instead of three narrow ones has a warning', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await preview(w, newer);
    expect(w.page.preview?.alternatives.map((one) => one.name)).toEqual([
      'One rule for each service',
      'One rule for the internet',
    ]);
    const broad = await choose(w, { alternative: 'broad' });
    expect(broad.entries.map((one) => one.name)).toEqual(['Allow-AzureML-Out']);
    expect(broad.opens.some((one) => one.wide)).toBe(true);
    const [one] = await Promise.allSettled([
      w.call.changeFix({ preview: broad.id, alternative: 'no such alternative' }),
    ]);
    expect(one.status).toBe('rejected');
  });

  test('a rule gets another name and priority, validated before it can be applied', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await preview(w, newer);
    const key = w.page.preview?.entries[0]?.key ?? '';
    const late = await choose(w, { entry: { key, name: 'Allow-AzureML', priority: 5000 } });
    expect(late.entries[0]).toMatchObject({
      fault: 'Rule Allow-AzureML already exists. Enter another name.',
      priority: 5000,
    });
    expect(late.cannotApply).toBe('A name or priority isn’t valid. Change it first.');
    for (const call of [w.call.applyFix, w.call.putFixIntoCode]) {
      await expect(call({ preview: late.id })).rejects.toMatchObject({ problem: { code: 'badRequest' } });
    }
    const fine = await choose(w, { entry: { key, name: 'To-AzureML', priority: 300 } });
    expect(fine).toMatchObject({ cannotApply: null });
    expect(fine.entries[0]).toMatchObject({ name: 'To-AzureML', priority: 300, fault: null });
    expect(fine.flows[0]?.result).toBe('new rule 300');
    await w.call.putFixIntoCode({ preview: fine.id });
    expect(w.saved().fixOptionsInCode[0]).toMatchObject({ entries: [{ name: 'To-AzureML', priority: 300 }] });
    await w.call.write({ format: 'bicep' });
    expect(w.written[0]?.map((one) => one.text).join('\n')).toContain("name: 'To-AzureML'");
  });

  test('the other subnets of the NSG are included if the user selects it', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await preview(w, newer);
    expect(w.page.preview?.alsoUses?.included).toBe(false);
    const wide = await choose(w, { includeOthers: true });
    expect(wide.alsoUses).toMatchObject({
      included: true,
      subnets: [{ name: 'snet-scoring', text: expect.stringContaining('Batch') as string }],
    });
    expect(lines(wide.tables[0]).find((one) => one.includes('Allow-Batch-443'))).toContain('VirtualNetwork');
  });

  test('an undo is refused if another user changed the NSG', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    const id = await preview(w, ['outbound-batch-443']);
    await w.call.applyFix({ preview: id });
    expect(w.page.preview?.canUndo).toBe(true);
    const group = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training');
    const { createHttpHeaders, createPipelineRequest } = await import('@azure/core-rest-pipeline');
    await w.sample.httpClient.sendRequest(
      createPipelineRequest({
        url: `https://management.azure.com${group}/securityRules/Allow-Layers?api-version=2024-05-01`,
        method: 'DELETE',
        headers: createHttpHeaders({ authorization: 'Bearer sandbox' }),
      }),
    );
    await w.sample.httpClient.sendRequest(
      createPipelineRequest({
        url: `https://management.azure.com${group}/securityRules/Allow-EntraID?api-version=2024-05-01`,
        method: 'DELETE',
        headers: createHttpHeaders({ authorization: 'Bearer sandbox' }),
      }),
    );
    await w.call.refresh({});
    await w.until('changed', (p) => p.preview?.canUndo === false);
    await expect(w.call.undoFix({ preview: id })).rejects.toMatchObject({ problem: { code: 'changed' } });
  });

  test('an undo removes exactly the new rules', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    const before = w.sample.snapshot().resources;
    const id = await preview(w, newer);
    await w.call.applyFix({ preview: id });
    await w.call.undoFix({ preview: id });
    await w.until('undo', (p) => p.preview?.kind === 'undo');
    const marks = lines(w.page.preview?.tables[0]).filter((one) => one.startsWith('remove'));
    expect(marks).toHaveLength(3);
    await w.call.applyFix({ preview: w.page.preview?.id ?? '' });
    expect(w.sample.snapshot().resources).toEqual(before);
    await w.call.closeFix({});
    expect(readinessRowOf(w.page.readiness, 'outbound-batch-443').word).toBe('Blocked');
  });
});
