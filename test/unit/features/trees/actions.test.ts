import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import { planKinds } from '../../../../src/core/compute-kinds';
import { sampleSubnetId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { drawn, openTrees, researchName, type OpenTrees } from './open-trees';
import { isWrite } from '../../../support/reads-by-post';
import { sampleFlows, sampleSummary } from '../../../support/sample-summary';

const fraudId = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');
const fraud = [researchName, 'mlw-fraud-prod'] as const;
const training = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-training');
const anna = (t: OpenTrees) => t.node('compute', ...fraud, 'ci-anna');
/** The path to the cause of the subnet's flows. */
const denyAll = [
  researchName,
  'vnet-ml-prod-weu',
  'snet-training',
  `NSG rule 4096 Deny-All blocks ${sampleFlows('snet-training')}`,
] as const;
const subnet = (t: OpenTrees) => t.node('networks', researchName, 'vnet-ml-prod-weu', 'snet-training');

const lineOf = async (t: OpenTrees, name: string): Promise<string | undefined> =>
  drawn(await t.lines('compute', ...fraud)).find((one) => one.includes(` ${name} `));

/** A changed resource is read again in the background. */
async function until(what: string, check: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 5000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`Waited for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a cluster without a node', () => {
  test('starts one after a question that states its cost', async () => {
    const t = openTrees();
    const train = () => t.node('compute', ...fraud, 'cpu-train');
    expect((await train()).can).toContain('startNode');
    await t.commands.startNode(await train());
    expect(t.confirmed).toEqual(['Start one node of compute cluster cpu-train?']);
    const [sent] = t.sample.traffic.filter(isWrite);
    expect(sent?.method).toBe('PATCH');
    await until('the new scale', async () => !(await train()).can.includes('startNode'));
    expect((await train()).can).not.toContain('startNode');
    expect(t.failures).toEqual([]);
  });
});

describe('an instance', () => {
  test('is stopped after one question, and started without a question', async () => {
    const t = openTrees();
    await t.commands.stop(await anna(t));
    expect(t.confirmed).toEqual(['Stop compute instance ci-anna?']);
    expect(t.progress).toEqual([expect.stringMatching(/^Stopping ci-anna \(waiting until \d\d:\d\d\)$/)]);
    expect(t.changes.at(-1)).toEqual({ is: 'computes', workspaceId: fraudId });
    await until('stopped', async () => (await lineOf(t, 'ci-anna'))?.includes('stopped') === true);
    expect((await anna(t)).can).toContain('start');
    await t.commands.start(await anna(t));
    expect(t.confirmed).toHaveLength(1);
    await until('running', async () => (await lineOf(t, 'ci-anna'))?.includes('running') === true);
    expect(t.failures).toEqual([]);
  });

  test('isn’t changed if the user declines', async () => {
    const t = openTrees({ confirm: false });
    await t.commands.restart(await anna(t));
    expect(t.sample.traffic.filter(isWrite)).toEqual([]);
  });

  test('in transition is polled, at increasing intervals, while a tree is visible', async () => {
    const t = openTrees({ sample: { pace: 'lifelike', latency: 0 } });
    t.session.show('compute', true);
    const stopping = t.commands.stop(await anna(t));
    await until(
      'stopping',
      async () => (await lineOf(t, 'ci-anna')) === 'loading ci-anna | instance, stopping, 1 warning',
    );
    await until('a wait', () => Promise.resolve(t.waits.length === 1));
    const lists = (): number => t.sample.traffic.filter((one) => one.path.endsWith('/computes')).length;
    const before = lists();
    t.waits[0]?.end();
    await until('the next analysis', () => Promise.resolve(lists() > before));
    await until('another wait', () => Promise.resolve(t.waits.length === 2));
    expect(t.waits[1]?.milliseconds).toBeGreaterThan(t.waits[0]?.milliseconds ?? 0);
    t.sample.clock.advance(10_000);
    t.waits[1]?.end();
    await stopping;
    await until('stopped', async () => (await lineOf(t, 'ci-anna'))?.includes('stopped') === true);
    t.session.dispose();
  });

  test('in transition isn’t polled while no tree is visible', async () => {
    const t = openTrees({ sample: { pace: 'lifelike', latency: 0 } });
    const node = await anna(t);
    const stopping = t.commands.stop(node);
    await until('stopping', async () => (await lineOf(t, 'ci-anna'))?.includes('stopping') === true);
    expect(t.waits).toEqual([]);
    t.sample.clock.advance(10_000);
    await stopping;
  });

  test.each([
    [403, 'ci-anna wasn’t stopped. You don’t have permission. Required role: Contributor on mlw-fraud-prod.'],
    [404, 'ci-anna wasn’t stopped. The resource no longer exists in Azure. Choose again.'],
    [500, 'Couldn’t confirm whether ci-anna was stopped. Azure reported an error: '],
    [503, 'ci-anna wasn’t stopped. Azure is temporarily unavailable. '],
  ])('whose change Azure refuses with %i stays, and the reason is shown', async (status, message) => {
    const t = openTrees();
    const node = await anna(t);
    t.sample.faults.next({ match: /\/stop$/, status, times: 9 });
    await t.commands.stop(node);
    expect(t.failures[0]).toContain(message);
    expect(await lineOf(t, 'ci-anna')).toContain('running');
  });

  test('that another user stopped meanwhile shows Azure’s own reason, and its item is updated', async () => {
    const t = openTrees();
    const node = await anna(t);
    const azure = await t.session.reads().azure();
    const stop = new AbortController().signal;
    await azure.computes.operate(
      { workspaceId: fraudId, name: 'ci-anna', verb: 'stop' },
      () => undefined,
      stop,
    );
    await t.commands.stop(node);
    expect(t.failures[0]).toMatch(/^ci-anna wasn’t stopped\. .*'Stopped'/);
    await until('stopped', async () => (await lineOf(t, 'ci-anna'))?.includes('stopped') === true);
  });
});

/* Names of compute resources often don't show what they are, so a dialog before an action has the type. */
const typeTerms = {
  cluster: /compute cluster|cluster de calcul/,
  instance: /compute instance|instance de calcul/,
  databricks: /Azure Databricks workspace|espace de travail Azure Databricks/,
  'virtual-machine': /virtual machine|machine virtuelle/,
  hdinsight: /HDInsight cluster|cluster HDInsight/,
  other: /compute target|cible de calcul/,
};

test.each(
  ['en', 'fr'].flatMap((language) =>
    [...planKinds, 'other' as const].map((kind) => [language, kind] as const),
  ),
)('dialogs have the type of the compute resource (%s, %s)', async (language, kind) => {
  const t = openTrees({ language, type: () => undefined, confirm: false });
  const node = await anna(t);
  if (node.target.is !== 'compute') throw new Error('not a compute resource');
  const typed = { ...node, target: { ...node.target, kind } };
  for (const action of ['delete', 'detach'] as const) await t.commands[action](typed);
  if (kind === 'instance') for (const action of ['stop', 'restart'] as const) await t.commands[action](typed);
  if (kind === 'cluster') await t.commands.startNode(typed);
  const titles = [...t.asked.map(({ title }) => title), ...t.confirmed];
  expect(titles.length).toBeGreaterThan(1);
  for (const title of titles) {
    expect(title).toMatch(typeTerms[kind]);
    expect(title).toContain('ci-anna');
  }
});

describe('deleting', () => {
  test('asks for the exact name, and then removes the resource', async () => {
    const t = openTrees({ type: () => 'ci-anna' });
    await t.commands.delete(await anna(t));
    const [question] = t.asked;
    expect(question?.title).toBe('Delete compute instance ci-anna from mlw-fraud-prod');
    expect(question?.fault('ci-ann')).toBe('Type ci-anna exactly as shown.');
    expect(question?.fault('CI-ANNA')).not.toBeNull();
    expect(question?.fault('ci-anna')).toBeNull();
    await until('gone', async () => (await lineOf(t, 'ci-anna')) === undefined);
    expect(t.sample.traffic.filter((one) => one.method === 'DELETE')).toHaveLength(1);
  });

  test.each([undefined, 'ci-ann', ''])('does nothing if %s is entered', async (typed) => {
    const t = openTrees({ type: () => typed });
    await t.commands.delete(await anna(t));
    expect(t.sample.traffic.filter((one) => one.method === 'DELETE')).toEqual([]);
  });

  test('reports a missing permission', async () => {
    const t = openTrees({ type: () => 'ci-anna' });
    const node = await anna(t);
    t.sample.access.deny({ scope: fraudId, verbs: ['delete'] });
    await t.commands.delete(node);
    expect(t.failures).toEqual([
      'ci-anna wasn’t deleted. You don’t have permission. Required role: Contributor on mlw-fraud-prod.',
    ]);
    expect(await lineOf(t, 'ci-anna')).toBeDefined();
  });
});

describe('the wizard is opened', () => {
  const place = {
    subscription: fraudId.split('/')[2],
    workspace: fraudId,
    kind: 'cluster',
    publicIp: false,
    subnet: training,
  };

  test('at a subnet, with the plan of its result', async () => {
    const t = openTrees();
    await t.commands.create(await subnet(t));
    expect(t.requests).toEqual([{ ...place, show: { is: 'plan' } }]);
  });

  test('at the fix of all errors, of a cause, or of one flow', async () => {
    const t = openTrees();
    const node = await subnet(t);
    await t.commands.fix(node);
    const all = ['outbound-aml-udp-5831', 'outbound-batch-443'];
    expect(t.requests[0]).toEqual({ ...place, show: { is: 'fix', requirements: all } });
    const batch = await t.node('networks', ...denyAll, 'Azure Batch');
    await t.commands.fix(batch);
    expect(t.requests[1]?.show).toEqual({ is: 'fix', requirements: ['outbound-batch-443'] });
    await t.commands.fix(await t.node('networks', ...denyAll));
    const { show } = t.requests[2] ?? {};
    // Traffic between nodes on every port doesn't have a fix that allows less than the subnet allows elsewhere.
    expect(show?.is === 'fix' ? show.requirements : []).toHaveLength(8);
  });

  test('at a workspace, and at the subnet of a compute resource', async () => {
    const t = openTrees();
    await t.commands.create(await t.node('compute', ...fraud));
    expect(t.requests[0]).toMatchObject({ workspace: fraudId, subnet: null, kind: null });
    await t.commands.openInWizard(await anna(t));
    expect(t.requests[1]).toMatchObject({ kind: 'instance', publicIp: false });
    expect(t.requests[1]?.subnet).toMatch(/snet-train-gpu$/);
  });

  test('at a creation that is in progress', async () => {
    const t = openTrees({ sample: { pace: 'lifelike', latency: 0 } });
    const azure = await t.session.reads().azure();
    const stop = new AbortController();
    const body = {
      location: 'westeurope',
      properties: {
        computeType: 'AmlCompute',
        properties: {
          vmSize: 'STANDARD_D2_V2',
          enableNodePublicIp: false,
          subnet: { id: sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu') },
          scaleSettings: { minNodeCount: 1, maxNodeCount: 2 },
        },
      },
    };
    await azure.computes
      .create(
        { workspaceId: fraudId, name: 'cpu-coming', body },
        (event) => {
          if (event.is === 'accepted') stop.abort();
        },
        stop.signal,
      )
      .catch(() => undefined);
    const coming = await t.node('compute', ...fraud, 'cpu-coming');
    expect(drawn([coming])[0]).toMatch(/^loading cpu-coming \| cluster, creating/);
    expect(coming.can).toContain('creation');
    // Its nodes start after the compute resource is created. Its page can be shown until its end is reported.
    const creation = { is: 'creation', workspaceId: fraudId, name: 'CPU-coming' } as const;
    t.store.changed({ ...creation, isOver: false });
    t.sample.clock.advance(60_000);
    const canShow = async () => (await t.node('compute', ...fraud, 'cpu-coming')).can.includes('creation');
    await until(
      'made',
      async () => drawn([await t.node('compute', ...fraud, 'cpu-coming')])[0]?.includes('1 of 2') === true,
    );
    expect(await canShow()).toBe(true);
    t.store.changed({ ...creation, isOver: true });
    await until('over', async () => !(await canShow()));
    await t.commands.showCreation(coming);
    expect(t.requests[0]).toMatchObject({ workspace: fraudId, show: { is: 'creation', name: 'cpu-coming' } });
  });
});

describe('explanations and reports', () => {
  test('a flow and a cause have their page, and a subnet has its report', async () => {
    const t = openTrees();
    await t.commands.explain(await t.node('networks', ...denyAll, 'Azure Batch'));
    await t.commands.explain(await t.node('networks', ...denyAll));
    expect(t.opened).toEqual(['page of outbound-batch-443', 'page of causes/nsg-rule-blocks']);
    await t.commands.explain(await subnet(t));
    const [report] = t.shown;
    expect(report?.name).toBe('readiness-snet-training.md');
    expect(report?.text).toContain(`# Readiness of snet-training\n\n**${sampleSummary('snet-training')}**`);
    expect(report?.text).toMatch(
      /### NSG rule 4096 Deny-All blocks \d+ flows\n\nnsg-training on the subnet · outbound\n\n- Example packet: UDP 10\.40\.4\.4 → /,
    );
    expect(report?.text).toContain('| outbound-aml-udp-5831');
  });

  test('the palette command offers all readable subnets', async () => {
    const t = openTrees({ pick: 'vnet-ml-prod-weu/snet-training' });
    await t.commands.checkSubnet(null);
    expect(t.picked[0]).toMatchObject({ title: 'Check subnet', place: 'Choose a subnet' });
    expect(t.picked[0]?.choices.length).toBeGreaterThan(40);
    expect(t.picked[0]?.choices.find(({ label }) => label === 'snet-training')).toMatchObject({
      description: 'vnet-ml-prod-weu · 10.40.4.0/26',
      detail: 'Contoso Research',
    });
    expect(t.shown[0]?.text).toContain(
      `# Readiness of snet-training\n\n**${sampleSummary('snet-training')}**`,
    );
    await t.commands.reportSubnet(null);
    expect(t.saved[0]?.name).toBe('readiness-snet-training.md');
  });

  test('a canceled choice shows nothing, and unreadable networks are reported', async () => {
    const t = openTrees();
    await t.commands.checkSubnet(null);
    expect([t.shown, t.picked.length]).toEqual([[], 1]);
    const refused = openTrees();
    refused.sample.faults.next({
      status: 403,
      code: 'AuthorizationFailed',
      match: 'Microsoft.Network/virtualNetworks',
      times: 50,
    });
    await expect(refused.commands.checkSubnet(null)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a report of a whole network contains every subnet', async () => {
    const t = openTrees();
    await t.commands.saveReport(await t.node('networks', researchName, 'vnet-ml-prod-weu'));
    expect(t.saved[0]?.name).toBe('readiness-vnet-ml-prod-weu.md');
    expect(t.saved[0]?.text.match(/^# /gm)).toHaveLength(8);
  });

  test('nothing is written in a workspace that isn’t trusted', async () => {
    const t = openTrees({ trusted: false });
    await t.commands.saveReport(await subnet(t));
    expect(t.saved).toEqual([]);
    expect(t.failures).toEqual(['To write files, trust the workspace in VS Code first.']);
  });

  test('the request for a flow, or for a whole cause, uses the terms of network teams', async () => {
    const t = openTrees();
    const batch = await t.node('networks', ...denyAll, 'Azure Batch');
    await t.commands.askNetworkTeam(batch);
    expect(t.copied[0]).toContain('BatchNodeManagement');
    expect(t.reported).toEqual(['The request for your network team was copied.']);
    expect(t.copied[0]).not.toContain('5831');
    await t.commands.askNetworkTeam(await t.node('networks', ...denyAll));
    expect(t.copied[1]).toContain('BatchNodeManagement');
    expect(t.copied[1]).toContain('5831');
  });

  test('copies IDs, and opens the portal and the studio', async () => {
    const t = openTrees();
    await t.commands.copyId(await anna(t));
    expect(t.copied).toEqual([`${fraudId}/computes/ci-anna`]);
    await t.commands.openInPortal(await subnet(t));
    expect(t.opened).toEqual([`portal of ${training}`]);
    await t.commands.openInStudio(await t.node('compute', ...fraud));
    expect(t.opened[1]).toMatch(/^https:\/\/ml\.azure\.com\/\?wsid=%2Fsubscriptions%2F.*&tid=/);
  });

  test('commands to sign in and to use the sample are one step away', async () => {
    const t = openTrees();
    await t.commands.signIn(null);
    await t.commands.useSample(null);
    expect(t.opened).toEqual(['account microsoft', 'account sample']);
  });

  test('everything is read again after a sign-in; a canceled sign-in isn’t reported as a failure', async () => {
    let isOut = true;
    const t = openTrees({
      connect: (own) => (isOut ? Promise.reject(new AzureFailure('signedOut')) : Promise.resolve(own)),
      changeAccount: () => (isOut ? Promise.reject(new Error('given up')) : Promise.resolve()),
    });
    await t.lines('compute');
    expect(t.session.compute().empty()).toBe('signedOut');
    await expect(t.commands.signIn(null)).rejects.toMatchObject({ code: 'cancelled' });
    isOut = false;
    await t.commands.signIn(null);
    expect(await t.lines('compute', researchName)).toHaveLength(8);
  });
});

test('another account starts without data of the one before', async () => {
  const t = openTrees();
  await t.lines('compute', ...fraud);
  t.store.clear();
  expect(t.session.reads().subscriptions.peek()).toBeUndefined();
  expect(await t.lines('compute', ...fraud)).toHaveLength(3);
});

test('a command on an item that VS Code is refreshing reports that nothing was done', async () => {
  const t = openTrees();
  await t.commands.fix(null);
  await t.commands.watch(null);
  await t.commands.stop(null);
  expect(t.reported).toEqual(
    Array(3).fill('Nothing was done, because the list was refreshed at that moment. Choose the item again.'),
  );
  expect(t.requests).toEqual([]);
});
