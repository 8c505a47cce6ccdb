import { beforeAll, describe, expect, test } from 'vitest';
import {
  pickSubnet,
  pickWorkspace,
  healthy,
  openWizard,
  readinessRowOf,
  writesIn,
  type OpenWizard,
  openWizardInOneGroup,
} from './open-wizard';

describe('the name', () => {
  let w: OpenWizard;
  beforeAll(async () => {
    w = openWizard();
    await pickWorkspace(w, 'mlw-fraud-prod');
  });

  test('has an available default by kind, workspace, and user', async () => {
    const w = await openWizardInOneGroup(healthy);
    expect(w.page.plan?.size).toMatchObject({
      name: 'cpu-cluster2',
      nameState: { is: 'free', text: 'The name is available in mlw-fraud-prod' },
    });
    await w.call.chooseKind({ kind: 'instance' });
    // ci-anna is taken.
    await w.until('instance', (p) => p.plan?.size.name === 'ci-anna2');
    expect(w.page.plan?.size.nameState.is).toBe('free');
    const nameless = await openWizardInOneGroup(healthy, { userName: null });
    await nameless.call.chooseKind({ kind: 'instance' });
    await nameless.until('instance', (p) => p.plan?.size.name === 'ci-user');
  });

  test.each([
    [
      'cpu-train',
      'taken',
      'cpu-train already exists in mlw-fraud-prod, and existing compute is never overwritten. Enter another name.',
    ],
    [
      'CPU-Train',
      'taken',
      'CPU-Train already exists in mlw-fraud-prod, and existing compute is never overwritten. Enter another name.',
    ],
    ['ab', 'error', /3 to 32/],
    ['', 'error', /3 to 32/],
    ['1cluster', 'error', /Start with a letter/],
    ['cpu_fraud', 'error', /3 to 32/],
    ['gpu-fraud-01', 'warning', /letter/],
    ['  cpu-fraud  ', 'free', 'The name is available in mlw-fraud-prod'],
    ['<b>x</b>', 'error', /3 to 32/],
  ])('%j is %s', async (name, is, text) => {
    await w.call.changeSize({ name });
    await w.until('name', (p) => p.plan?.size.name === name.trim());
    expect(w.page.plan?.size.nameState).toEqual({
      is,
      text: typeof text === 'string' ? text : (expect.stringMatching(text) as string),
    });
  });

  test('must be valid before the review, and is checked in Readiness', async () => {
    const w = await openWizardInOneGroup(healthy);
    await w.call.changeSize({ name: 'ab' });
    await w.until('name', (p) => p.plan?.sections.size.missing !== null);
    expect(w.page.plan?.sections.size).toMatchObject({
      complete: false,
      missing: 'Enter a valid name to continue',
    });
    expect(w.page.plan?.sections.review.locked).toBe('Complete the Size section first');
    expect(readinessRowOf(w.page.readiness, 'compute-name-format').counts).toBe('error');
    expect(w.page.review).toMatchObject({ primary: 'none', words: [] });
    await w.call.changeSize({ name: 'cpu-train' });
    await w.until(
      'taken',
      (p) => p.plan?.sections.size.missing === 'Enter a name that isn’t in use to continue',
    );
    await w.call.changeSize({ name: 'cpu-fraud' });
    await w.until('free', (p) => p.plan?.sections.size.complete === true);
    expect(w.page.plan?.sections.size.summary).toBe('cpu-fraud · STANDARD_D2_V2 · 0 to 4 nodes');
    expect(w.page.plan?.sections.review.locked).toBeNull();
  });
});

describe('machine sizes', () => {
  test('are sorted by size, those without quota last', async () => {
    const w = await openWizardInOneGroup(healthy);
    expect(
      w.page.plan?.size.vmSizes.rows.map((one) => [one.name, one.gpus, one.quota, one.available]),
    ).toEqual([
      ['STANDARD_D2_V2', 0, '100 of 100 cores left', true],
      ['STANDARD_DS11_V2', 0, '88 of 100 cores left', true],
      ['STANDARD_D3_V2', 0, '100 of 100 cores left', true],
      ['STANDARD_DS3_V2', 0, '88 of 100 cores left', true],
      ['Standard_D4s_v5', 0, expect.stringMatching(/^\d+ of 100 cores left$/), true],
      ['Standard_F4s_v2', 0, '24 of 24 cores left', true],
      ['Standard_D8s_v5', 0, expect.stringMatching(/^\d+ of 100 cores left$/), true],
      ['Standard_NC4as_T4_v3', 1, '24 of 24 cores left', true],
      ['Standard_NC16as_T4_v3', 1, '24 of 24 cores left', true],
      ['Standard_E4s_v3', 0, '0 of 24 cores left', false],
      ['Standard_NC24ads_A100_v4', 1, '0 of 0 cores left', false],
      ['Standard_ND96amsr_A100_v4', 8, '0 of 0 cores left', false],
    ]);
    expect(w.page.plan?.size.vmSize).toBe('STANDARD_D2_V2');
  });

  test('the quota text states whether all nodes fit', async () => {
    const w = await openWizardInOneGroup(healthy);
    expect(w.page.plan?.size.quota).toEqual({ text: '100 of 100 cores left in this family', shortage: null });
    await w.call.changeSize({ vmSize: 'Standard_NC16as_T4_v3', maxNodes: 2 });
    await w.until('size', (p) => p.plan?.size.vmSize === 'Standard_NC16as_T4_v3');
    expect(w.page.plan?.size.quota).toEqual({
      text: '24 of 24 cores left in this family, but 2 nodes need 32',
      shortage: 'warning',
    });
  });

  test('the quota limits the default number of nodes', async () => {
    const w = await openWizardInOneGroup(healthy);
    await w.call.changeSize({ vmSize: 'Standard_NC16as_T4_v3' });
    await w.until('size', (p) => p.plan?.size.nodes?.max === 1);
  });
});

describe('nodes and addresses', () => {
  let w: OpenWizard;
  beforeAll(async () => {
    w = await openWizardInOneGroup(healthy);
  });

  test.each([
    [{ minNodes: 3, maxNodes: 2 }, 'The minimum can’t be greater than the maximum.'],
    [{ maxNodes: 0 }, 'The maximum must be 1 or more.'],
    [{ idleMinutes: 0 }, 'Enter 1 minute or more.'],
    [{ minNodes: 1, maxNodes: 2, idleMinutes: 10 }, null],
  ])('%j: %s', async (fields, problem) => {
    await w.call.changeSize({ minNodes: 0, maxNodes: 4, idleMinutes: 2 });
    await w.call.changeSize(fields);
    await w.until('nodes', (p) => p.plan?.size.nodes?.problem === problem);
    expect(w.page.plan?.size.nodes).toMatchObject(
      'minNodes' in fields ? { min: fields.minNodes, max: fields.maxNodes } : {},
    );
    expect(w.page.plan?.sections.size.missing).toBe(
      problem === null ? null : 'Correct the number of nodes to continue',
    );
    if (problem === null) return;
    await expect(w.call.create({ anyway: true })).rejects.toMatchObject({ problem: { code: 'badRequest' } });
    await expect(w.call.write({ format: 'bicep' })).rejects.toMatchObject({
      problem: { code: 'badRequest' },
    });
    expect(writesIn(w.sample.traffic)).toEqual([]);
  });

  test.each([{ minNodes: -1 }, { maxNodes: 2.5 }, { maxNodes: 1e9 }, { idleMinutes: 0.5 }])(
    '%j isn’t a number of nodes or minutes and changes nothing',
    async (fields) => {
      await w.call.changeSize({ minNodes: 0, maxNodes: 4, idleMinutes: 2 });
      await w.call.changeSize(fields);
      await w.until('nodes', (p) => p.plan?.size.nodes?.idleMinutes === 2);
      expect(w.page.plan?.size.nodes).toMatchObject({ min: 0, max: 4, idleMinutes: 2, problem: null });
    },
  );

  test('the bar adds up, and names the clusters with reserved addresses', async () => {
    const w = await openWizardInOneGroup(healthy);
    const capacity = w.page.plan?.size.capacity;
    expect(capacity).toEqual({
      total: 59,
      inUse: 8,
      reserved: 12,
      plan: 4,
      left: 35,
      text: '59 addresses: 8 in use, 12 reserved, 4 for this plan, 35 left',
      reservedFor: 'cpu-train',
      short: null,
      shortage: null,
      setTo: null,
    });
  });

  test('too many nodes: shows how many fit, and the number to set', async () => {
    const w = await openWizardInOneGroup(healthy);
    await w.call.changeSize({ maxNodes: 64 });
    await w.until('short', (p) => typeof p.plan?.size.capacity?.short === 'string');
    expect(w.page.plan?.size.capacity).toMatchObject({
      plan: 64,
      left: 0,
      short: 'This plan needs 64 addresses, but 39 are free. At most 39 nodes start.',
      shortage: 'warning',
      setTo: 39,
    });
    expect(readinessRowOf(w.page.readiness, 'subnet-free-ips-cluster')).toMatchObject({
      word: 'Failed:',
      icon: 'warning',
    });
    const titles = w.page.readiness?.causes.map((one) => one.title) ?? [];
    expect(titles.filter((title) => title.includes('room for'))).toEqual(['64 nodes, room for 39']);
    expect(titles).toContain('64 nodes need 128 cores; 100 of 100 left in standardDv2Family');
    await w.call.changeSize({ maxNodes: 39 });
    await w.until('fits', (p) => p.plan?.size.capacity?.short === null);
  });

  test('a full subnet doesn’t offer a number to set', async () => {
    const w = await openWizardInOneGroup({ network: 'vnet-ml-prod-weu', subnet: 'snet-batch-legacy' });
    expect(w.page.plan?.size.capacity).toMatchObject({
      total: 27,
      inUse: 27,
      left: 0,
      short: 'This plan needs 1 address, but 0 are free. At most 0 nodes start.',
      setTo: null,
    });
    await w.call.chooseKind({ kind: 'instance' });
    await w.until(
      'instance',
      (p) => p.plan?.size.capacity?.short === 'The instance needs one address, but the subnet is full.',
    );
    expect(w.page.plan?.size.nodes).toBeNull();
  });

  test('numbers belong to the subnet: another one starts with its own default', async () => {
    const w = await openWizardInOneGroup(healthy);
    await w.call.changeSize({ maxNodes: 30, minNodes: 1 });
    await pickSubnet(w, 'vnet-ml-prod-weu', 'snet-training');
    expect(w.page.plan?.size.nodes).toMatchObject({ max: 4 });
  });
});

describe('the price of the selected size', () => {
  test('is per node and hour for a cluster, by priority, and not known if Azure doesn’t list one', async () => {
    const w = await openWizardInOneGroup(healthy);
    await w.until('price', (p) => p.plan?.size.price === '$0.14 per node and hour');
    await w.call.changeSize({ vmSize: 'Standard_D4s_v5' });
    await w.until('another size', (p) => p.plan?.size.price === '$0.23 per node and hour');
    await w.call.changeSize({ priority: 'LowPriority' });
    await w.until('low priority', (p) => /^\$0\.0\d per node and hour$/.test(p.plan?.size.price ?? ''));
    await w.call.changeSize({ vmSize: 'Standard_ND96amsr_A100_v4' });
    await w.until('no price', (p) => p.plan?.size.price === 'Price not known');
  });

  test('is per hour for an instance, in both languages', async () => {
    const w = await openWizardInOneGroup(healthy, { language: 'fr' });
    await w.until('cluster', (p) => p.plan?.size.price === '0,14\u00a0$US par nœud et par heure');
    await w.call.chooseKind({ kind: 'instance' });
    await w.until('instance', (p) => p.plan?.size.price === '0,14\u00a0$US par heure');
  });

  test('isn’t shown before a size is selected', () => {
    expect(openWizard().page.plan?.size.price ?? null).toBeNull();
  });
});
