import { describe, expect, test } from 'vitest';
import { decodePlan } from '../../../../src/plan-file/read-plan-file';
import {
  pickWorkspace,
  denyAllSubnet,
  healthy,
  openWizardInOneGroup,
  openWizard,
  readinessRowOf,
  type OpenWizard,
  isShown,
} from './open-wizard';

async function putIntoCode(w: OpenWizard, ids: string[]): Promise<void> {
  await w.call.previewFix({ ids });
  await w.until('preview', (p) => isShown(p.preview));
  await w.call.putFixIntoCode({ preview: w.page.preview?.id ?? '' });
  await w.until('put', (p) => p.preview === null);
}

const nameOf = (w: OpenWizard): string[][] => w.written.map((files) => files.map((one) => one.name));
const textOf = (w: OpenWizard, name: string): string =>
  w.written.flat().find((one) => one.name === name)?.text ?? '';

test('with every fix in the code, writing Bicep is the primary button, except in an untrusted workspace', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet);
  await putIntoCode(w, w.page.review?.fixIds ?? []);
  expect(w.page.review).toMatchObject({
    primary: 'write',
    primaryLabel: 'Write Bicep…',
    fixIds: [],
    createAnyway: true,
  });
  const untrusted = await openWizardInOneGroup(denyAllSubnet, { trusted: false });
  await putIntoCode(untrusted, untrusted.page.review?.fixIds ?? []);
  expect(untrusted.page.review).toMatchObject({ primary: 'none', createAnyway: true });
});

describe('writing the plan', () => {
  test('the last written format is remembered, and only formats that can contain the fixes are offered', async () => {
    const w = await openWizardInOneGroup(healthy);
    const forms = () => (w.page.review?.forms ?? []).map(({ id, isLast }) => (isLast ? `${id}, last` : id));
    expect(forms()).toEqual(['bicep, last', 'arm', 'terraform', 'yaml', 'python', 'az', 'plan']);
    await w.call.write({ format: 'python' });
    await w.until('remembered', (p) => p.review?.forms.find(({ isLast }) => isLast)?.id === 'python');
    expect(nameOf(w)).toEqual([['cpu-cluster2.py']]);
    await w.call.create({ anyway: false });
    await w.until('ready', (p) => p.creation?.state === 'ready');
    expect(w.page.creation?.write).toEqual({ form: 'python', label: 'Write Python…' });
    const blocked = await openWizardInOneGroup(denyAllSubnet);
    await blocked.call.write({ format: 'az' });
    await putIntoCode(blocked, blocked.page.review?.fixIds ?? []);
    expect(blocked.page.review).toMatchObject({ primaryLabel: 'Write Bicep…', primaryForm: 'bicep' });
    expect(blocked.page.review?.forms.map(({ id }) => id)).toEqual(['bicep', 'arm', 'terraform', 'plan']);
  });

  test('as a plan file, which reads back as the plan', async () => {
    const w = await openWizardInOneGroup(healthy);
    await w.call.write({ format: 'plan' });
    expect(nameOf(w)).toEqual([['cpu-cluster2.amlplan.json']]);
    const read = decodePlan(JSON.parse(textOf(w, 'cpu-cluster2.amlplan.json')));
    expect(read).toMatchObject({
      is: 'plan',
      plan: { kind: 'cluster', name: 'cpu-cluster2', publicIp: false },
    });
  });

  test('as Bicep without fixes: the compute resource and its parameters', async () => {
    const w = await openWizardInOneGroup(healthy);
    expect(await w.call.write({ format: 'bicep' })).toBe(true);
    expect(nameOf(w)).toEqual([['cpu-cluster2.bicep', 'cpu-cluster2.bicepparam']]);
    const main = textOf(w, 'cpu-cluster2.bicep');
    expect(main).toContain('Microsoft.MachineLearningServices/workspaces/computes');
    expect(main).toContain('enableNodePublicIp: false');
    expect(main).not.toContain('securityRules');
    expect(textOf(w, 'cpu-cluster2.bicepparam')).toContain("using './cpu-cluster2.bicep'");
  });

  test('is confirmed with each file and its content, until the plan changes', async () => {
    const w = await openWizardInOneGroup(healthy);
    expect(w.page.review?.written).toBeNull();
    await w.call.write({ format: 'bicep' });
    await w.until('confirmed', (p) => p.review?.written !== null);
    expect(w.page.review?.written).toEqual({
      heading: 'Written to infra:',
      files: [
        { name: 'cpu-cluster2.bicep', holds: '(compute resource cpu-cluster2)' },
        { name: 'cpu-cluster2.bicepparam', holds: '(values of the parameters)' },
      ],
    });
    await w.call.openWritten({ name: 'cpu-cluster2.bicepparam' });
    expect(w.opened.at(-1)).toBe('file:///work/infra/cpu-cluster2.bicepparam');
    await w.call.changeSize({ maxNodes: 3 });
    await w.until('changed', (p) => p.review?.written === null);
    await expect(w.call.openWritten({ name: 'cpu-cluster2.bicep' })).rejects.toThrow();
  });

  test.each([
    ['cluster', 'Allow inbound TCP 29876 and 29877 from BatchNodeManagement for Azure Batch'],
    ['instance', 'and TCP 44224 from AzureMachineLearning'],
  ] as const)(
    'with the requirements of December 2020, the comments of a %s match the article',
    async (kind, comment) => {
      const w = await openWizardInOneGroup(healthy);
      await w.call.chooseKind({ kind });
      await w.call.chooseProfile({ profile: '2020-12' });
      await w.until('profile', (p) => p.readiness?.profile === '2020-12');
      expect(await w.call.write({ format: 'bicep' })).toBe(true);
      const main = w.written.flat()[0]?.text.replace(/\n\/\/ /g, ' ') ?? '';
      expect(main).toContain('meet the requirements of December 2020');
      expect(main).toContain(comment);
      expect(main).toContain('enableNodePublicIp: true');
    },
  );

  test('as ARM JSON that parses', async () => {
    const w = await openWizardInOneGroup(healthy);
    expect(await w.call.write({ format: 'arm' })).toBe(true);
    expect(nameOf(w)).toEqual([['cpu-cluster2.json', 'cpu-cluster2.parameters.json']]);
    for (const file of w.written.flat()) expect(JSON.parse(file.text)).toBeTypeOf('object');
  });

  test('with fixes: each rule, its reason, and both fixes together', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await putIntoCode(w, ['outbound-aml-udp-5831']);
    await putIntoCode(w, ['outbound-batch-443']);
    expect(await w.call.write({ format: 'bicep' })).toBe(true);
    const all = w.written
      .flat()
      .map((one) => one.text)
      .join('\n');
    expect(all).toContain("'Allow-AzureML-UDP-5831'");
    expect(all).toContain("'Allow-Batch-443'");
    // The second fix is tested on the network after the first one, so it gets the next priority.
    const priorities = [...all.matchAll(/priority: (\d+)/g)].map((one) => one[1]);
    expect(priorities).toEqual(['180', '190']);
    expect(all).toContain('outbound-aml-udp-5831');
    expect(all).toContain('outbound-batch-443');
  });

  test('a fix that Azure no longer needs is left out', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await putIntoCode(w, ['outbound-batch-443']);
    await w.call.previewFix({ ids: ['outbound-batch-443'] });
    await w.call.applyFix({ preview: w.page.preview?.id ?? '' });
    await w.call.closeFix({});
    await w.until('applied', (p) => p.readiness?.state === 'checked');
    expect(readinessRowOf(w.page.readiness, 'outbound-batch-443').word).toBe('Allowed');
    await w.call.write({ format: 'bicep' });
    expect(
      w.written
        .flat()
        .map((one) => one.text)
        .join('\n'),
    ).not.toContain('Allow-Batch-443');
  });

  test('in a managed virtual network: without a subnet', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-risk-prod');
    await w.until('sizes', (p) => p.review?.primary === 'create');
    await w.call.write({ format: 'bicep' });
    const main = w.written.flat()[0]?.text ?? '';
    expect(main).not.toMatch(/subnet:|virtualNetworks/);
    expect(w.page.review?.words.map((one) => one.text).join(' ')).not.toContain('snet-');
  });

  test('canceling the folder dialog returns false, and isn’t a failure', async () => {
    const w = await openWizardInOneGroup(healthy, { folder: false });
    expect(await w.call.write({ format: 'bicep' })).toBe(false);
  });
});

describe('copying the plan', () => {
  test('as text, Bicep, and ARM JSON', async () => {
    const w = await openWizardInOneGroup(healthy);
    await w.call.copyPlan({ format: 'text' });
    await w.call.copyPlan({ format: 'bicep' });
    await w.call.copyPlan({ format: 'arm' });
    const [text = '', bicep = '', arm = ''] = w.copied;
    expect(text.split('\n')[0]).toBe('Creates: Compute cluster cpu-cluster2 in mlw-fraud-prod');
    expect(bicep).toContain('Microsoft.MachineLearningServices/workspaces/computes');
    expect(arm).toContain('deploymentTemplate.json');
  });

  test('copied ARM JSON parses as it is', async () => {
    const w = await openWizardInOneGroup(healthy);
    await w.call.copyPlan({ format: 'arm' });
    expect(JSON.parse(w.copied[0] ?? '')).toMatchObject({ resources: expect.anything() as unknown });
  });
});
