import { describe, expect, test } from 'vitest';
import { sampleSubnetId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import {
  pickWorkspace,
  denyAllSubnet,
  healthy,
  type openWizardAt,
  openWizard,
  type OpenWizardOptions,
  type OpenWizard,
  hasEnded,
  isShown,
  readinessRowOf,
  writesIn,
  openWizardInOneGroup,
} from './open-wizard';
import { sampleSummary } from '../../../support/sample-summary';

const computeResourcesOf = (w: OpenWizard): string[] =>
  Object.keys(w.sample.snapshot().resources)
    .filter((id) => id.includes('/computes/'))
    .map((id) => id.split('/').at(-1) ?? '');

function putsOf(w: OpenWizard, name: string): number {
  const puts = writesIn(w.sample.traffic).filter(({ method }) => method === 'PUT');
  return puts.filter(({ path }) => path.endsWith(`/computes/${name}`)).length;
}

async function created(
  place: Parameters<typeof openWizardAt>[0],
  fields: Parameters<OpenWizard['call']['changeSize']>[0],
  options: OpenWizardOptions & { kind?: 'cluster' | 'instance' } = {},
): Promise<OpenWizard> {
  const w = await openWizardInOneGroup(place, options);
  if (options.kind) await w.call.chooseKind({ kind: options.kind });
  await w.call.changeSize(fields);
  await w.call.create({ anyway: true });
  await w.until('the end', (p) => hasEnded(p));
  return w;
}

describe('creating on a healthy subnet', () => {
  test('the addresses that it took count as used for the next plan', async () => {
    const w = await openWizardInOneGroup(healthy);
    const inUse = () => w.page.plan?.size.capacity?.text;
    await w.until('addresses', () => inUse()?.includes('8 in use') === true);
    await w.call.changeSize({ name: 'cpu-fraud', minNodes: 2 });
    await w.call.create({ anyway: false });
    await w.until('ready', (p) => p.creation?.state === 'ready');
    await w.until('two more', () => inUse()?.includes('10 in use') === true);
  });

  test('a cluster: shows every step, then compares it with the plan', async () => {
    const w = await created(healthy, { name: 'cpu-fraud', minNodes: 2 });
    expect(w.confirmed).toEqual([]);
    expect(w.progress).toEqual(['Creating cpu-fraud']);
    expect(w.page.creation).toMatchObject({
      state: 'ready',
      heading: 'cpu-fraud is ready',
      message: null,
      likely: [],
      left: null,
      comparison: [
        { label: 'Workspace', text: 'mlw-fraud-prod', asPlanned: true },
        { label: 'Subnet', text: 'snet-train-gpu', asPlanned: true },
        { label: 'Public IP', text: 'No', asPlanned: true },
        { label: 'Size', text: 'STANDARD_D2_V2', asPlanned: true },
        { label: 'Nodes', text: '2 to 4 nodes', asPlanned: true },
        { label: 'SSH', text: 'Public port closed', asPlanned: true },
        { label: 'Managed identity', text: 'None', asPlanned: true },
      ],
    });
    const steps = w.page.creation?.steps ?? [];
    expect(steps.map((one) => [one.state, one.at !== null])).toEqual(Array(6).fill(['done', true]));
    expect(steps.map((one) => one.text)).toEqual([
      'Name was available',
      'Sent to Azure',
      'Accepted',
      expect.stringMatching(/^Nodes in snet-train-gpu/),
      'Ready',
      'Compared with your plan',
    ]);
    const times = steps.map((one) => Date.parse(one.at ?? ''));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(w.page.creation?.requestId).toMatch(/^[\w-]{8,}$/);
    expect(computeResourcesOf(w)).toContain('cpu-fraud');
    // Back in the plan, the name is taken, and the next default is available.
    await w.call.closeCreation({});
    await w.until('closed', (p) => p.creation === null);
    await w.until('a free name', (p) => p.plan?.size.nameState.is === 'free');
    expect(w.page.plan?.size.name).toBe('cpu-cluster2');
  });

  test('an instance is created', async () => {
    const w = await created(healthy, {}, { kind: 'instance' });
    expect(w.page.creation).toMatchObject({ state: 'ready', heading: 'ci-anna2 is ready' });
    expect(w.page.creation?.comparison.every((one) => one.asPlanned)).toBe(true);
  });

  test('is created in a managed virtual network, without a subnet', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-risk-prod');
    await w.until('ready', (p) => p.review?.primary === 'create');
    await w.call.changeSize({ name: 'cpu-managed' });
    await w.call.create({ anyway: false });
    await w.until('the end', (p) => hasEnded(p));
    expect(w.page.creation).toMatchObject({ state: 'ready' });
    expect(w.page.creation?.comparison.map((one) => one.label)).toEqual([
      'Workspace',
      'Public IP',
      'Size',
      'Nodes',
      'SSH',
      'Managed identity',
    ]);
  });

  test('a compute resource that differs from the plan is reported', async () => {
    const w = await openWizardInOneGroup(healthy, {
      connect: (own) => {
        const { create } = own.azure.computes;
        const computes = {
          ...own.azure.computes,
          create: (
            target: Parameters<typeof create>[0],
            onEvent: Parameters<typeof create>[1],
            stop: AbortSignal,
          ) =>
            create(
              target,
              (event) =>
                onEvent(
                  event.is === 'ready'
                    ? {
                        ...event,
                        compute: { ...event.compute, publicIp: true, publicAddress: '52.174.8.21' },
                      }
                    : event,
                ),
              stop,
            ),
        };
        return Promise.resolve({ ...own, azure: { ...own.azure, computes } });
      },
    });
    await w.call.create({ anyway: false });
    await w.until('the end', (p) => p.creation?.state === 'ready');
    expect(w.page.creation?.comparison.find((one) => !one.asPlanned)).toEqual({
      label: 'Public IP',
      text: 'Planned: No. In Azure: 52.174.8.21.',
      asPlanned: false,
    });
  });

  test('pressing the button twice sends one request', async () => {
    const w = await openWizardInOneGroup(healthy);
    await Promise.all([w.call.create({ anyway: false }), w.call.create({ anyway: false })]);
    await w.until('the end', (p) => p.creation?.state === 'ready');
    expect(w.sample.traffic.filter((one) => one.method === 'PUT')).toHaveLength(1);
    expect(w.progress).toHaveLength(1);
  });

  test('a notification appears only if the page isn’t visible', async () => {
    const seen = await created(healthy, { name: 'cpu-seen' });
    expect(seen.notified).toEqual([]);
    const hidden = await created(healthy, { name: 'cpu-hidden' }, { visible: false });
    expect(hidden.notified.map((one) => [one.message, one.button])).toEqual([
      ['cpu-hidden is ready.', 'Show'],
    ]);
    hidden.notified[0]?.press();
    expect(hidden.revealed()).toBe(1);
  });
});

describe('a cluster with a minimum of zero nodes', () => {
  const none = { name: 'cpu-idle', minNodes: 0, maxNodes: 3 };

  test('in a subnet that isn’t ready: doesn’t suggest a test to see whether a node can start', async () => {
    const w = await created(denyAllSubnet, none);
    await w.until('results', (p) => p.creation?.line?.includes('errors') === true);
    expect(w.page.creation).toMatchObject({
      state: 'ready',
      line: 'No node started yet. Readiness shows errors that can keep nodes from starting.',
    });
  });

  test('is created without a node, states it and its cost, and offers to test the network', async () => {
    const w = await created(healthy, none);
    expect(w.page.creation).toMatchObject({
      state: 'ready',
      line: 'No node started yet. Test the network to see whether one can start.',
      cost: expect.stringMatching(
        /^\$\d\.\d\d per node and hour\. No charge for machines while no node runs\. At most \$\d\.\d\d per hour for 3 nodes\. Azure also bills data transfer\.$/,
      ) as string,
      test: { state: 'offered', button: { label: 'Start one node…' } },
    });
    expect(w.page.creation?.steps[3]?.text).toBe('No node started yet');
    const [python, yaml] = w.page.creation?.snippets ?? [];
    expect(python?.text).toContain('compute="cpu-idle"');
    expect(yaml?.text).toContain('compute: azureml:cpu-idle');
    await w.call.copySnippet({ id: 'yaml' });
    expect(w.copied).toEqual([yaml?.text]);
  });

  test('is tested with one node after a question, and then scaled back', async () => {
    const w = await created(healthy, none);
    await w.call.testNetwork({});
    expect(w.confirmed).toEqual([
      {
        title: 'Start one node of compute cluster cpu-idle to test the network?',
        detail: expect.stringMatching(
          /^Runs one job of at most 10 minutes on one \w+\. \$\d\.\d\d per hour\. Azure stops the node after 2 minutes without a job\.$/,
        ) as string,
        button: 'Start one node',
      },
    ]);
    await w.until('the end', (p) => p.creation?.test?.state === 'failed');
    const { title, rows, requestIds } = w.page.creation!.test!;
    // As its rules define: both are warnings in Readiness.
    expect(title).toBe('Failed: 2 of 13 testable flows');
    expect(requestIds).toEqual(['outbound-acr-443', 'outbound-azuremonitor-443']);
    expect(rows.find(({ name }) => name.includes('UDP 5831'))).toMatchObject({
      icon: 'info',
      detail: 'Not testable: UDP sends no answer.',
    });
    expect(rows.find(({ name }) => name.includes('MicrosoftContainerRegistry'))?.detail).toBe(
      'mcr.microsoft.com and westeurope.data.mcr.microsoft.com',
    );
    expect(rows.find(({ name }) => name.includes('private endpoints'))).toMatchObject({
      icon: 'pass',
      detail: expect.stringMatching(/^[\w-]{36}\.workspace\.westeurope\.api\.azureml\.ms$/) as string,
    });
    // A node started, so the page doesn't say that none did.
    expect(w.page.creation?.line).toBeNull();
    const jobs = writesIn(w.sample.traffic).filter(({ path }) => path.includes('/jobs/'));
    expect(jobs.map(({ method }) => method)).toEqual(['PUT']);
    const idle = Object.entries(w.sample.snapshot().resources).find(([id]) =>
      id.endsWith('/computes/cpu-idle'),
    );
    expect(idle?.[1]).toMatchObject({ properties: { scaleSettings: { minNodeCount: 0, maxNodeCount: 3 } } });
  });

  test('in a network where no node starts, the page shows the cause', async () => {
    const w = await created(denyAllSubnet, none);
    await w.call.testNetwork({});
    await w.until('the end', (p) => p.creation?.state === 'failed' && hasEnded(p));
    expect(w.page.creation?.heading).toMatch(
      /^cpu-idle can’t start nodes: NSG rule 4096 Deny-All blocks \d+ flows$/,
    );
    expect(w.page.creation?.nextSteps[0]?.ids).toContain('outbound-batch-443');
  });

  test('a missing permission to run jobs names the required role', async () => {
    const w = await created(healthy, none);
    w.sample.faults.next({ status: 403, code: 'AuthorizationFailed', method: 'PUT', match: '/jobs/' });
    await w.call.testNetwork({});
    await w.until('refused', (p) => p.creation?.test?.state === 'refused');
    expect(w.page.creation?.test).toMatchObject({
      title: 'You don’t have permission to run jobs in mlw-fraud-prod',
      line: 'Required role: AzureML Data Scientist on mlw-fraud-prod.',
    });
  });

  test('isn’t changed if the user declines', async () => {
    const w = await created(healthy, none, { confirm: false });
    await w.call.testNetwork({});
    expect(writesIn(w.sample.traffic).filter(({ path }) => path.includes('/jobs/'))).toEqual([]);
    expect(w.page.creation?.test?.state).toBe('offered');
  });

  test('a test that is stopped is canceled in Azure', async () => {
    const w = await openWizardInOneGroup(healthy, { sample: { pace: 'lifelike', latency: 0 } });
    await w.call.changeSize(none);
    await w.call.create({ anyway: true });
    await w.until('accepted', (p) => p.creation?.canDelete === true);
    w.sample.clock.advance(60_000);
    await w.until('ready', (p) => p.creation?.state === 'ready');
    await w.call.testNetwork({});
    await w.until('sent', () => writesIn(w.sample.traffic).some(({ path }) => path.includes('/jobs/')));
    expect(w.page.creation?.test?.line).toBe('Waiting for a node. You can close this page.');
    await w.call.stopTest({});
    await w.until('stopped', (p) => p.creation?.test?.state === 'stopped');
    await w.until('canceled', () => w.sample.traffic.some(({ path }) => path.endsWith('/cancel')));
  });
});

/** The page of a creation in each state in which the compute resource can't be used. */
const unusable: Readonly<Record<string, () => Promise<OpenWizard>>> = {
  running: async () => {
    const w = await openWizardInOneGroup(healthy, { sample: { latency: 15 } });
    await w.call.create({ anyway: false });
    await w.until('running', (p) => p.creation?.state === 'running');
    return w;
  },
  failed: async () => created(healthy, { name: 'cpu-train' }),
  left: async () => {
    const w = await openWizardInOneGroup(healthy, { sample: { latency: 15 } });
    await w.call.create({ anyway: false });
    await w.until('accepted', (p) => p.creation?.steps[2]?.state === 'done');
    await w.call.stopWaiting({});
    await w.until('left', (p) => p.creation?.state === 'left');
    return w;
  },
};

describe('code that uses the compute resource', () => {
  test.each(Object.entries(unusable))('isn’t shown or copied if the creation is %s', async (state, open) => {
    const w = await open();
    expect(w.page.creation).toMatchObject({ state, snippets: [] });
    for (const id of ['python', 'yaml'] as const) {
      await expect(w.call.copySnippet({ id })).rejects.toMatchObject({ problem: { code: 'notFound' } });
    }
    expect(w.copied).toEqual([]);
  });
});

describe('a name that is taken', () => {
  test('is never overwritten, and its compute resource is never deleted', async () => {
    const w = await created(healthy, { name: 'cpu-train' });
    expect(w.page.creation).toMatchObject({
      state: 'failed',
      heading: 'cpu-train wasn’t created',
      line: 'Another compute resource already uses the name. Nothing was sent, and nothing was overwritten.',
      left: 'The other compute resource cpu-train, which wasn’t changed.',
      canDelete: false,
    });
    expect(w.page.creation?.steps[0]?.state).toBe('failed');
    expect(w.page.creation?.likely[0]).toMatchObject({
      rank: 'Most likely',
      cause: 'The name is taken',
      evidence: 'cpu-train already exists and wasn’t overwritten.',
    });
    await expect(w.call.deleteStarted({})).rejects.toMatchObject({ problem: { code: 'notFound' } });
    expect(w.confirmed).toEqual([]);
    expect(writesIn(w.sample.traffic)).toEqual([]);
    expect(computeResourcesOf(w)).toContain('cpu-train');
  });
});

test('a name that another workspace of the region uses is refused by Azure, and nothing is deleted', async () => {
  const w = openWizard();
  await pickWorkspace(w, 'mlw-risk-prod');
  await w.until('ready', (p) => p.review?.primary === 'create');
  await w.call.changeSize({ name: 'cpu-train' });
  await w.call.create({ anyway: false });
  await w.until('the end', (p) => p.creation?.state === 'failed');
  expect(w.page.creation?.message).toContain('unique across all existing computes within an Azure region');
  expect(w.page.creation).toMatchObject({
    line: expect.stringMatching(/^Azure refused the request/) as string,
    left: 'Nothing. A compute resource of that name doesn’t exist in the workspace.',
    likely: [{ cause: 'The name is taken' }, { rank: 'Ruled out' }, { rank: 'Ruled out' }],
  });
  await expect(w.call.deleteStarted({})).rejects.toMatchObject({ problem: { code: 'notFound' } });
  expect(computeResourcesOf(w).filter((one) => one === 'cpu-train')).toHaveLength(1);
});

describe('a creation that fails', () => {
  test('with errors: asks with the consequence, and sends nothing if declined', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet, { confirm: false });
    await w.call.create({ anyway: true });
    expect(w.confirmed).toEqual([
      {
        title: 'Create compute cluster cpu-cluster2 anyway?',
        detail: expect.stringMatching(/\. You can fix this first\.$/) as string,
        button: 'Create anyway',
      },
    ]);
    await w.call.create({ anyway: false });
    expect(w.confirmed).toHaveLength(1);
    expect(w.page.creation).toBeNull();
    expect(writesIn(w.sample.traffic)).toEqual([]);
  });

  test('shows Azure’s message, its likely cause, and what is left, and keeps the plan', async () => {
    const w = await created(denyAllSubnet, { name: 'cpu-fraud', minNodes: 1 });
    const view = w.page.creation!;
    expect(view.state).toBe('failed');
    expect(view.message).not.toBeNull();
    const { likely } = view;
    const ranks = likely.map((one) => ['Most likely', 'Possible', 'Ruled out'].indexOf(one.rank));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(ranks.filter((one) => one === 0)).toHaveLength(1);
    expect(likely[0]).toMatchObject({
      icon: 'error',
      rank: 'Most likely',
      step: { does: 'fix', ids: expect.arrayContaining(['outbound-batch-443']) as string[] },
    });
    const [most] = likely as [(typeof likely)[number]];
    expect(most.cause).toMatch(/^NSG rule 4096 Deny-All blocks \d+ flows$/);
    expect(most.evidence).toMatch(/^Outbound 443 to Azure Batch \(BatchNodeManagement\): /);
    expect(most.packet).toMatch(/^TCP 10\.40\.\d+\.\d+.* port 443$/);
    expect(view.heading).toBe(`cpu-fraud wasn’t set up: ${most.cause}`);
    expect(view.nextSteps.map(({ label }) => label)).toEqual([
      'Fix and try again…',
      'Choose another size',
      'Delete and try again…',
    ]);
    expect(likely.slice(1).map(({ rank, cause }) => `${rank}: ${cause}`)).toEqual([
      'Possible: Available machines of this size',
      'Ruled out: Addresses',
      'Ruled out: Quota',
      'Ruled out: Permissions',
    ]);
    // A node that started in the blocked subnet is billed.
    expect(view.left).toBe(
      'Compute cluster cpu-fraud, state Steady. Its name stays in use until you delete it. It has 1 node now, which Azure bills.',
    );
    expect(view.steps.filter((one) => one.state === 'failed')).toHaveLength(1);
    await w.call.closeCreation({});
    await w.until('the plan', (p) => p.creation === null);
    expect(w.page.plan?.size.name).toBe('cpu-fraud');
    expect(w.page.readiness?.summary).toBe(sampleSummary('snet-training'));
  });

  test('a fix from there is confirmed once, and then the compute resource is created again once', async () => {
    const w = await created(denyAllSubnet, { name: 'cpu-fraud', minNodes: 1 });
    const [step] = w.page.creation!.nextSteps;
    expect(step?.does).toBe('fix-and-retry');
    w.confirmed.length = 0;
    await w.call.previewFix({ ids: step?.ids ?? [], retries: true });
    await w.until('a preview', (p) => p.preview?.retries === true);
    await w.call.applyFix({ preview: w.page.preview!.id });
    await w.until('ready', (p) => p.creation?.state === 'ready');
    expect(w.page.preview).toBeNull();
    expect(w.confirmed.map(({ button }) => button)).toEqual(['Change', 'cpu-fraud']);
    expect(w.confirmed[0]?.detail).toMatch(
      / Next, you type cpu-fraud to confirm its deletion\. Azure then creates it again\.$/,
    );
    expect(putsOf(w, 'cpu-fraud')).toBe(2);
  });

  test('if the user keeps the failed one, a fix from there creates nothing', async () => {
    const w = await created(
      denyAllSubnet,
      { name: 'cpu-fraud', minNodes: 1 },
      { confirm: ({ button }) => button !== 'cpu-fraud' },
    );
    const [step] = w.page.creation!.nextSteps;
    await w.call.previewFix({ ids: step?.ids ?? [], retries: true });
    await w.until('a preview', (p) => p.preview?.retries === true);
    await w.call.applyFix({ preview: w.page.preview!.id });
    await w.until('the failure again', (p) => p.preview === null && p.creation?.state === 'failed');
    expect(putsOf(w, 'cpu-fraud')).toBe(1);
    // The network passes now. That doesn't rule it out as the cause.
    await w.until('fixed', (p) => p.creation?.likely[0]?.cause === 'The network was fixed after the failure');
    expect(w.page.creation?.likely.map(({ rank, cause }) => [rank, cause])).toEqual([
      ['Fixed', 'The network was fixed after the failure'],
      ['Ruled out', 'Addresses'],
      ['Ruled out', 'Quota'],
      ['Ruled out', 'Permissions'],
    ]);
  });

  test('an instance whose setup failed keeps its name, and can be deleted after one question', async () => {
    const w = await created(
      { network: 'vnet-ml-prod-weu', subnet: 'snet-sandbox' },
      { name: 'ci-fraud' },
      { kind: 'instance' },
    );
    expect(w.page.creation).toMatchObject({
      state: 'failed',
      heading: expect.stringMatching(
        /^ci-fraud wasn’t set up: snet-sandbox doesn’t have outbound access: \d+ flows fail$/,
      ) as string,
      left: expect.stringMatching(
        /^Compute instance ci-fraud, state \w+\. Its name and address stay in use/,
      ) as string,
    });
    expect(computeResourcesOf(w)).toContain('ci-fraud');
    w.confirmed.length = 0;
    await w.call.deleteStarted({});
    expect(w.confirmed).toEqual([
      {
        title: 'Delete compute instance ci-fraud?',
        detail:
          'Deletes only ci-fraud, which was started in mlw-fraud-prod. You can’t undo this. To confirm, type ci-fraud.',
        button: 'ci-fraud',
      },
    ]);
    await w.until('gone', (p) => p.creation === null);
    expect(computeResourcesOf(w)).not.toContain('ci-fraud');
    expect(w.page.plan?.size.name).toBe('ci-fraud');
    await w.until('free again', (p) => p.plan?.size.nameState.is === 'free');
  });

  test('declining to delete deletes nothing', async () => {
    const w = await created(
      { network: 'vnet-ml-prod-weu', subnet: 'snet-sandbox' },
      { name: 'ci-fraud' },
      { kind: 'instance', confirm: (question) => question.button !== 'ci-fraud' },
    );
    await w.call.deleteStarted({});
    expect(computeResourcesOf(w)).toContain('ci-fraud');
    expect(w.page.creation?.state).toBe('failed');
  });

  test('refused: nothing was created, and Azure’s message and request ID are shown unchanged', async () => {
    const w = await openWizardInOneGroup(healthy);
    w.sample.faults.next({
      status: 400,
      code: 'BadRequest',
      message: 'The specified subscription has a quota of 0.',
      method: 'PUT',
    });
    await w.call.create({ anyway: false });
    await w.until('the end', (p) => p.creation?.state === 'failed');
    expect(w.page.creation).toMatchObject({
      heading: 'cpu-cluster2 wasn’t created',
      line: expect.stringMatching(
        /^Azure refused the request after \d+ s\. Nothing was created\.$/,
      ) as string,
      message: 'BadRequest: The specified subscription has a quota of 0.',
      left: 'Nothing. A compute resource of that name doesn’t exist in the workspace.',
    });
    await w.until('new results', (p) => p.creation?.likely.at(-1)?.rank === 'Ruled out');
    const { requestId: id, likely = [] } = w.page.creation ?? {};
    // The network isn't the cause, and the page doesn't claim to know the cause.
    expect(likely.map((one) => [one.icon, one.cause])).toEqual([
      ['unknown', 'This failure isn’t recognized'],
      ['pass', 'Network rules of snet-train-gpu'],
      ['pass', 'Addresses'],
      ['pass', 'Quota'],
      ['pass', 'Permissions'],
    ]);
    expect(likely[0]?.evidence).toBe(`Request ID for Azure support: ${id}.`);
    await w.call.copyFailure({});
    expect(w.copied[0]).toContain('cpu-cluster2 wasn’t created');
    expect(w.copied[0]).toContain('BadRequest: The specified subscription has a quota of 0.');
    expect(w.copied[0]).toContain(id);
    expect(w.copied[0]).toMatch(/T[\d:.]+Z {2}Name was available/);
    await w.call.saveFailure({});
    const [report] = w.savedTexts;
    expect(report?.name).toBe('readiness-cpu-cluster2.md');
    expect(report?.text).toContain('# cpu-cluster2 wasn’t created');
    expect(report?.text).toContain('> BadRequest: The specified subscription has a quota of 0.');
    expect(report?.text).toContain(`Request ID \`${id}\``);
    expect(report?.text).toContain('- **Ruled out** Quota');
    expect(report?.text).toContain('# Readiness of snet-train-gpu');
  });

  test('a server error isn’t a refusal: what exists was read afterward', async () => {
    const w = await openWizardInOneGroup(healthy);
    w.sample.faults.next({ status: 500, method: 'PUT', match: '/computes/', times: Infinity });
    await w.call.create({ anyway: false });
    await w.until('the end', hasEnded);
    expect(w.page.creation).toMatchObject({
      line: expect.stringMatching(
        /^Azure reported an error after \d+ s, and no compute resource of that name exists\. You can try again\.$/,
      ) as string,
      likely: [{ cause: 'Internal error in Azure' }, {}, {}, {}],
      nextSteps: [{ label: 'Try again' }],
    });
  });

  test('without permission, states it', async () => {
    const w = await openWizardInOneGroup(healthy, {
      before: (sample) =>
        sample.access.deny({ scope: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'), verbs: ['write'] }),
    });
    expect(readinessRowOf(w.page.readiness, 'rbac-compute-write').word).toContain('Failed');
    await w.call.create({ anyway: true });
    await w.until('the end', (p) => p.creation?.state === 'failed');
    expect(w.page.creation?.likely[0]).toMatchObject({
      rank: 'Most likely',
      cause: 'Permission to create',
    });
  });

  test.each([
    [{ status: 401 }, 'Sign-in', /^Your sign-in expired at /],
    [{ status: 500 }, 'Internal error in Azure', /^Azure reported an error: /],
    [
      { kind: 'offline' },
      'Connection to Azure',
      /^This computer can’t reach Azure\. Check the network connection or the proxy\.$/,
    ],
  ] as const)(
    '%j before anything was sent: no cause in the subnet, nothing left in Azure',
    async (fault, cause, why) => {
      const w = await openWizardInOneGroup(healthy);
      w.sample.faults.next({ ...fault, times: Infinity });
      await w.call.create({ anyway: false });
      await w.until('the end', hasEnded);
      expect(w.page.creation?.likely).toEqual([
        {
          icon: 'error',
          rank: 'Most likely',
          isRuledOut: false,
          cause,
          evidence: expect.stringMatching(why) as string,
          changes: [],
          packet: null,
          step: null,
        },
      ]);
      expect(w.page.creation?.left).toBe('Nothing. The request wasn’t sent.');
    },
  );

  test('no address left', async () => {
    const w = await created({ network: 'vnet-ml-prod-weu', subnet: 'snet-batch-legacy' }, { minNodes: 1 });
    expect(w.page.creation?.state).toBe('failed');
    const full = w.page.creation?.likely.find((one) => one.cause === 'Addresses');
    expect(full).toMatchObject({
      icon: 'error',
      evidence: 'Azure reports that the subnet doesn’t have free addresses for more nodes.',
    });
  });

  test('a hidden page gets a notification that shows the reason', async () => {
    const w = await created(denyAllSubnet, { name: 'cpu-fraud', minNodes: 1 }, { visible: false });
    await w.until('the notification', () => w.notified.length > 0);
    expect(w.notified.map((one) => [one.message, one.button])).toEqual([
      ['cpu-fraud wasn’t created.', 'Show details'],
    ]);
  });
});

describe('when the user stops waiting', () => {
  test('Azure continues, a late end isn’t shown, and the started compute resource can be deleted', async () => {
    const w = await openWizardInOneGroup(healthy, { sample: { latency: 15 } });
    await w.call.changeSize({ name: 'cpu-slow', minNodes: 1 });
    await w.call.create({ anyway: false });
    await w.until('accepted', (p) => p.creation?.steps[2]?.state === 'done');
    await w.call.stopWaiting({});
    await w.until('left', (p) => p.creation?.state === 'left');
    expect(w.page.creation).toMatchObject({
      heading: 'Azure is still creating cpu-slow',
      steps: [{}, {}, { state: 'done' }, { state: 'waiting' }, { state: 'waiting' }, { state: 'waiting' }],
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(w.page.creation?.state).toBe('left');
    expect(computeResourcesOf(w)).toContain('cpu-slow');
    await w.call.stopWaiting({});
    await w.call.deleteStarted({});
    await w.until('gone', (p) => p.creation === null);
    expect(computeResourcesOf(w)).not.toContain('cpu-slow');
  });

  test('before anything was sent, the plan is shown again, and nothing is created', async () => {
    const w = await openWizardInOneGroup(healthy, { sample: { latency: 40 } });
    await w.call.changeSize({ name: 'cpu-unsent', minNodes: 1 });
    await w.call.create({ anyway: false });
    await w.until('the start', (p) => p.creation?.state === 'running');
    expect(w.page.creation?.isSent).toBe(false);
    await w.call.stopWaiting({});
    await w.until('plan', (p) => p.creation === null);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(w.page.creation).toBeNull();
    expect(computeResourcesOf(w)).not.toContain('cpu-unsent');
    expect(w.saved().creating).toBeNull();
  });

  test('a page that is created again meanwhile follows the creation to its end', async () => {
    const w = await openWizardInOneGroup(healthy, { sample: { latency: 15 } });
    await w.call.create({ anyway: false });
    const again = w.reopen();
    await w.until('running', () => isShown(again.creation));
    await w.until('ready', () => again.creation?.state === 'ready');
  });
});

test('the request contains the plan: subnet, no public IP, nodes', async () => {
  const w = await created(healthy, {
    name: 'cpu-sent',
    minNodes: 1,
    maxNodes: 3,
    idleMinutes: 7,
    priority: 'LowPriority',
  });
  const id = `${sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod')}/computes/cpu-sent`;
  const held = w.sample.snapshot().resources[id] as { properties?: unknown } | undefined;
  expect(held?.properties).toMatchObject({
    enableNodePublicIp: false,
    subnet: { id: sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu') },
    vmPriority: 'LowPriority',
    scaleSettings: { minNodeCount: 1, maxNodeCount: 3, nodeIdleTimeBeforeScaleDown: 'PT7M' },
  });
});
