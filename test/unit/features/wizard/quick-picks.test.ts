import { describe, expect, test } from 'vitest';
import {
  back,
  type QuickAnswer,
  type QuickItem,
  type QuickUi,
} from '../../../../src/features/wizard/quick-picks/question';
import { noChoices } from '../../../../src/contract/wizard/stored-choices';
import { sampleGroupId } from '../../../../src/sandbox/sample/names';
import { hasEnded, openWizard, type OpenWizardOptions, type OpenWizard } from './open-wizard';
import { sampleFlows, sampleSummary } from '../../../support/sample-summary';

interface Asked {
  readonly title: string;
  readonly step: string;
  readonly items: readonly QuickItem[];
  readonly fault: string | null;
}

/** Answers each question in turn: an item by its label, a text as it is. Without an answer, the user cancels. */
function user(answers: readonly (string | typeof back)[]) {
  const left = [...answers];
  const asked: Asked[] = [];
  const reported: string[] = [];
  const next = (items: readonly QuickItem[]): QuickAnswer => {
    const answer = left.shift();
    if (typeof answer !== 'string' || items.length === 0) return answer;
    const item = items.find(({ label }) => label === answer);
    if (!item) throw new Error(`No line '${answer}' among ${items.map(({ label }) => label).join(', ')}`);
    return item.value;
  };
  const ui: QuickUi = {
    pick: async ({ title, step, steps }, wanted) => {
      const items = await wanted;
      asked.push({ title, step: `${step} of ${steps}`, items, fault: null });
      return next(items);
    },
    type: async ({ title, step, steps }, { fault }) => {
      asked.push({ title, step: `${step} of ${steps}`, items: [], fault });
      return next([]);
    },
    notify: (message) => void reported.push(message),
  };
  return { ui, asked, reported };
}

async function quick(
  answers: readonly (string | typeof back)[],
  options: OpenWizardOptions = {},
): Promise<ReturnType<typeof user> & { w: OpenWizard }> {
  const w = openWizard(options);
  const one = user(answers);
  await w.session.quickPicks(one.ui);
  return { ...one, w };
}

const storage = `${sampleGroupId('rg-ml-prod')}/providers/Microsoft.Storage/storageAccounts/stfraudprod`;

const place = ['mlw-fraud-prod', 'Compute cluster', 'No', 'vnet-ml-prod-weu', 'snet-train-gpu'];

describe('attaching by quick picks', () => {
  test('asks for the resource, its name, and its access, and attaches it', async () => {
    const { w, asked, reported } = await quick(
      [
        ...['mlw-fraud-prod', 'Virtual machine', 'vm-dsvm-risk', 'vm-quick'],
        ...['', 'anna', '70000', '22', 'Password', 'Attach in Azure'],
      ],
      { secret: 'S3cret' },
    );
    expect(reported).toEqual([]);
    expect(asked.map(({ title, fault }) => (fault === null ? title : `${title}: ${fault}`))).toEqual([
      'Workspace',
      'Kind',
      'Virtual machine',
      'Name',
      'User name',
      'User name: Enter the name of a user on the machine.',
      'SSH port',
      'SSH port: Enter a whole number from 1 to 65535.',
      'Authentication type',
      'What do you want to do with the plan?',
    ]);
    expect(asked[2]?.items.map(({ label, detail, icon }) => [label, detail, icon])).toEqual([
      ['vm-dsvm-risk', 'Ready, by default rules', 'pass-default'],
      ['vm-dsvm-churn', '1 error (1 flow)', 'error'],
      ['vm-reports-win', 'Not Ubuntu', 'unfit'],
    ]);
    await w.until('attached', hasEnded);
    expect(w.page.creation?.heading).toBe('vm-quick is attached');
  });

  test('for Databricks, asks only for its name', async () => {
    const { asked } = await quick([
      ...['mlw-fraud-prod', 'Azure Databricks', 'adb-features-weu', 'dbx-quick'],
      'Show Review',
    ]);
    expect(asked.map(({ title }) => title).slice(2)).toEqual([
      'Azure Databricks workspace',
      'Name',
      'What do you want to do with the plan?',
    ]);
  });
});

test('the second line of a workspace states what the first doesn’t', async () => {
  const w = openWizard();
  const fraud = () => w.page.plan?.workspace.workspaces.rows.find(({ name }) => name === 'mlw-fraud-prod');
  await w.until('workspaces', () => fraud() !== undefined);
  await w.call.checkRows({ ids: [fraud()?.id ?? ''] });
  await w.until('its ready subnets', () => fraud()?.outcome?.text === '2 of 45 ready');
  const { ui, asked } = user([]);
  await w.session.quickPicks(ui);
  const items = asked[0]?.items ?? [];
  expect(items.find(({ label }) => label === 'mlw-fraud-prod')?.detail).toBe(
    'Private link: yes · Subnets: 2 of 45 ready',
  );
  expect(items.length).toBeGreaterThan(3);
  for (const { label, description = '', detail } of items) {
    for (const part of [label, ...description.split(' · ')]) expect(` ${detail} `).not.toContain(` ${part} `);
  }
});

describe('the plan by quick picks', () => {
  test('asks the questions of the page, in its order, and creates the compute resource', async () => {
    const { w, asked, reported } = await quick([
      ...place,
      'cpu-quick',
      'STANDARD_D2_V2',
      '0',
      '2',
      'Create in Azure',
    ]);
    expect(reported).toEqual([]);
    expect(asked.map(({ title }) => title)).toEqual([
      'Workspace',
      'Kind',
      'Public IP on nodes',
      'Virtual network',
      'Subnet',
      'Name',
      'Machine size',
      'Minimum nodes',
      'Maximum nodes',
      'What do you want to do with the plan?',
    ]);
    expect(asked.at(-1)?.step).toBe('10 of 10');
    await w.until('made', hasEnded);
    expect(w.page.creation).toMatchObject({ heading: 'cpu-quick is ready' });
  });

  test('asks for the region of an unreadable service as the last question before the end', async () => {
    const { w, asked } = await quick(
      [...place, 'cpu-quick', 'STANDARD_D2_V2', '0', '2', 'North Europe', 'Show Review'],
      { before: ({ access }) => access.deny({ scope: storage, verbs: ['read'] }) },
    );
    expect(asked.at(-2)?.title).toBe('Region: Storage account');
    expect(asked.at(-2)?.items[0]).toMatchObject({
      label: 'Not chosen (checked in West Europe)',
      chosen: true,
    });
    expect(w.saved().serviceRegions).toEqual([{ service: 'storage', region: 'northeurope' }]);
  });

  test('an item shows its result, and an unfit item its reason', async () => {
    const { asked } = await quick(place);
    const networks = asked.find(({ title }) => title === 'Virtual network')?.items ?? [];
    expect(networks.find(({ label }) => label === 'vnet-lab-docker')).toMatchObject({
      icon: 'unfit',
      detail: 'Overlaps 172.17.0.0/16',
    });
    const subnets = asked.find(({ title }) => title === 'Subnet')?.items ?? [];
    expect(subnets.find(({ label }) => label === 'snet-training')).toMatchObject({
      icon: 'error',
      detail: `1 error (${sampleFlows('snet-training')})`,
      description: '10.40.4.0/26 · 47 free · nsg-training · ng-ml-weu (NAT)',
    });
  });

  test('a canceled sequence keeps its choices, and the default is the item that Enter selects', async () => {
    const { w, asked } = await quick(place);
    expect(asked.at(-1)?.title).toBe('Name');
    expect(w.page.plan?.sections.network.summary).toContain('snet-train-gpu in vnet-ml-prod-weu');
    expect(w.page.plan?.opened).toBe('review');
    const kinds = asked.find(({ title }) => title === 'Kind')?.items ?? [];
    expect(kinds.filter(({ chosen }) => chosen).map(({ label }) => label)).toEqual(['Compute cluster']);
  });

  test('canceling at once opens the page at the first incomplete section', async () => {
    const { w } = await quick([]);
    expect(w.page.plan?.opened).toBe('workspace');
  });

  test('the only workspace of a subscription isn’t asked for', async () => {
    const { asked, w } = await quick(['Contoso New Ventures'], { sample: { large: true } });
    expect(asked.map(({ title, step }) => [title, step])).toEqual([
      ['Subscription', '1 of 11'],
      ['Kind', '2 of 10'],
    ]);
    expect(w.page.plan?.sections.workspace.summary).toContain('mlw-ventures');
  });

  test('a question with one answer isn’t asked, also when going back', async () => {
    const { asked, w } = await quick(['mlw-risk-dev', 'Compute cluster', back, 'Compute instance']);
    expect(asked.map(({ title, step }) => [title, step])).toEqual([
      ['Workspace', '1 of 10'],
      ['Kind', '2 of 10'],
      ['Public IP on nodes', '3 of 10'],
      ['Kind', '2 of 10'],
      ['Public IP on nodes', '3 of 8'],
    ]);
    expect(w.saved().kind).toBe('instance');
  });

  test('a taken name is never offered', async () => {
    const offered: string[] = [];
    const w = openWizard({ choices: { ...noChoices, name: 'cpu-train' } });
    const { ui } = user(place);
    await w.session.quickPicks({
      ...ui,
      type: (_, box) => Promise.resolve(void offered.push(box.value)),
    });
    expect(offered).toEqual(['cpu-cluster2']);
  });

  test('goes back to the previous question', async () => {
    const { asked, w } = await quick([...place.slice(0, 2), back, 'Compute instance', 'No']);
    expect(asked.map(({ title }) => title).slice(1, 5)).toEqual([
      'Kind',
      'Public IP on nodes',
      'Kind',
      'Public IP on nodes',
    ]);
    expect(w.page.plan?.compute.kind).toBe('instance');
  });

  test('shows what is wrong with a name or a number, and asks again', async () => {
    const { asked } = await quick([
      ...place,
      'cpu-train',
      '1',
      'cpu-quick',
      'STANDARD_D2_V2',
      'two',
      '3',
      '1',
      '4',
      'Show Review',
    ]);
    const faults = asked.filter(({ fault }) => fault !== null).map(({ title, fault }) => [title, fault]);
    expect(faults).toEqual([
      [
        'Name',
        'cpu-train already exists in mlw-fraud-prod, and existing compute is never overwritten. Enter another name.',
      ],
      ['Name', 'Use 3 to 32 letters, digits, or hyphens. Start with a letter.'],
      ['Minimum nodes', 'Enter a whole number'],
      ['Maximum nodes', 'The minimum can’t be greater than the maximum.'],
    ]);
  });

  test('for a managed virtual network, doesn’t ask for a subnet or a public IP', async () => {
    const rest = ['cpu-quick', 'STANDARD_D2_V2', '0', '2', 'Show Review'];
    const { asked } = await quick(['mlw-risk-prod', 'Compute cluster', ...rest]);
    expect(asked.map(({ title }) => title)).toEqual([
      'Workspace',
      'Kind',
      'Name',
      'Machine size',
      'Minimum nodes',
      'Maximum nodes',
      'What do you want to do with the plan?',
    ]);
  });

  test('with errors, offers the review instead of creating', async () => {
    const toFix = [
      ...place.slice(0, 4),
      'snet-training',
      'cpu-quick',
      'STANDARD_D2_V2',
      '0',
      '2',
      'Show Review',
    ];
    const { asked, w } = await quick(toFix);
    expect(asked.at(-1)?.items.map(({ label, detail }) => [label, detail])).toEqual([
      ['Show Review', sampleSummary('snet-training')],
      ['Write Bicep…', ''],
      ['Write ARM JSON…', ''],
      ['Write Terraform…', ''],
      ['Write CLI YAML…', ''],
      ['Write Python…', ''],
      ['Write az script…', ''],
      ['Write plan file…', ''],
    ]);
    expect(w.page.creation).toBeNull();
    expect(w.page.plan?.opened).toBe('review');
  });

  test('an unreadable list is reported, and the page shows the next step', async () => {
    const { reported, asked } = await quick(place, {
      before: (sample) =>
        sample.faults.next({
          status: 403,
          code: 'AuthorizationFailed',
          match: 'Microsoft.Network/virtualNetworks',
          times: 50,
        }),
    });
    expect(asked.map(({ title }) => title).at(-1)).toBe('Public IP on nodes');
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatch(/^You don’t have permission to read virtual networks/);
  });
});

describe('a network that doesn’t exist yet', () => {
  test('is the last item of the networks; no subnet is asked for, and it’s written', async () => {
    const { w, asked } = await quick([
      ...['mlw-risk-dev', 'Compute cluster', 'Yes', 'Write code for a new network'],
      ...['cpu-quick', 'STANDARD_D2_V2', '0', '2', 'Write Bicep…'],
    ]);
    expect(asked.map(({ title }) => title)).not.toContain('Subnet');
    const networks = asked.find(({ title }) => title === 'Virtual network')?.items ?? [];
    expect(networks.length).toBeGreaterThan(5);
    expect(networks.at(-1)?.label).toBe('Write code for a new network');
    const end = asked.at(-1)?.items.map(({ label }) => label);
    expect(end).not.toContain('Create in Azure');
    expect(w.written[0]?.[0]?.text).toContain("param virtualNetworkName string = 'vnet-mlw-risk-dev'");
  });

  test('is the only item if a subscription doesn’t contain networks', async () => {
    const { asked } = await quick(['Contoso New Ventures', 'Compute instance', 'Yes'], {
      sample: { large: true },
    });
    expect(asked.at(-1)?.items.map(({ label }) => label)).toEqual(['Write code for a new network']);
  });
});
