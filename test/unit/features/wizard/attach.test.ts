import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { AzureConnection } from '../../../../src/azure/ports';
import { AzureFailure } from '../../../../src/azure/failure';
import { decodeStoredPlan, noChoices } from '../../../../src/contract/wizard/stored-choices';
import {
  sampleGroupId,
  researchSubscription,
  sampleSubnetId,
  targetId,
  sampleWorkspaceId,
} from '../../../../src/sandbox/sample/names';
import { failureOf } from '../../azure/sample';
import { pickTarget, openKind, openTarget, targetRow } from './attach-in-wizard';
import {
  manualClock,
  pickWorkspace,
  hasEnded,
  isShown,
  openWizard,
  readinessRowOf,
  withReads,
  type OpenWizard,
} from './open-wizard';
import { otherUserWrites } from './other-user';

const secret = 'S3cret-of-the-machine';
const fraud = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');
const machineId = targetId('rg-network-dev', 'Microsoft.Compute/virtualMachines', 'vm-dsvm-risk');

const rows = (w: OpenWizard): (string | null)[][] =>
  (w.page.targets?.rows ?? []).map((one) => [one.name, one.unfit ?? one.outcome?.text ?? null]);

async function attach(w: OpenWizard, anyway = false): Promise<void> {
  await w.call.create({ anyway });
  await w.until('the end', hasEnded);
}

describe('code for a resource to attach that doesn’t exist yet', () => {
  const storage = sampleWorkspaceId('rg-ml-prod', 'x').replace(
    /providers.*/,
    'providers/Microsoft.Storage/storageAccounts/sthdinsight',
  );
  const identity = storage.replace(
    /providers.*/,
    'providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-spark',
  );

  test('is written in the chosen format, which is remembered, and the page states the next step', async () => {
    const typed = ['hdi-train', 'Standard_E8_v3', 'sshuser', storage, identity];
    const w = await openKind('hdinsight', { picked: ['Terraform', 'snet-training'], typed });
    expect(w.page.targets?.writeNew?.label).toBe('Write code for a new HDInsight cluster…');
    await w.call.writeNewTarget({});
    await w.until('written', (p) => p.targets?.written !== null);
    expect(w.written.map((files) => files.map(({ name }) => name))).toEqual([
      ['hdi-train.tf', 'hdi-train.auto.tfvars', 'hdi-train.providers.tf', 'hdi-train-attach.sh'],
    ]);
    expect(w.written[0]?.[1]?.text).toMatch(/subnet_name += "snet-training"/);
    expect(w.page.targets?.written).toContain('weren’t checked');
    expect(w.page.review?.forms.find(({ isLast }) => isLast)?.id ?? 'terraform').toBe('terraform');
    await w.call.chooseKind({ kind: 'virtual-machine' });
    await w.until('another kind', (p) => p.targets?.kind === 'virtual-machine');
    expect(w.page.targets?.written).toBeNull();
  });

  test('isn’t written if the user cancels, if a value isn’t valid, or in an untrusted workspace', async () => {
    const typed = ['-', 'vm-train', 'small', 'vm-train', 'Standard_DS3_v2', 'root'];
    const w = await openKind('virtual-machine', { typed });
    for (let n = 0; n < 3; n += 1) await w.call.writeNewTarget({});
    expect([typed, w.written, w.page.targets?.written]).toEqual([[], [], null]);
    const untrusted = await openKind('virtual-machine', { trusted: false });
    await expect(untrusted.call.writeNewTarget({})).rejects.toThrow('Trust this workspace');
    expect(untrusted.written).toEqual([]);
  });
});

describe('the kinds', () => {
  test('are five, and an attached resource doesn’t have settings for public IP and size', async () => {
    const w = await openKind('virtual-machine');
    const { compute, access, sections } = w.page.plan!;
    expect(compute.kinds.map((one) => [one.label, one.available])).toEqual([
      ['Compute cluster', true],
      ['Compute instance', true],
      ['Azure Databricks', true],
      ['Virtual machine', true],
      ['HDInsight', true],
    ]);
    expect(compute.kinds[1]?.line).toContain('You can’t move an existing instance to another network.');
    expect(compute.publicIp).toBeNull();
    expect(access?.kind).toBe('virtual-machine');
    expect(sections.compute.summary).toBe('Attached virtual machine');
    expect(sections.network.missing).toBe('To continue, choose a resource to attach');
    expect(sections.size.locked).toBe('Choose a resource to attach first');
    expect(w.page.readiness).toMatchObject({
      hint: 'Choose a resource to attach, and its readiness appears in this pane.',
    });
  });

  test('a workspace with a managed virtual network can’t attach a machine, and states why', async () => {
    const w = await openKind('virtual-machine');
    await pickWorkspace(w, 'mlw-risk-prod');
    await w.until('the plan', (p) => p.plan?.compute.kind === 'cluster');
    const machine = w.page.plan?.compute.kinds.find((one) => one.value === 'virtual-machine');
    expect(machine).toMatchObject({
      available: false,
      line: 'Not available: mlw-risk-prod uses a managed virtual network, which isn’t connected to your virtual networks.',
    });
    await expect(w.call.chooseKind({ kind: 'virtual-machine' })).rejects.toThrow();
  });

  test('the subnet of a cluster is selected again when the user returns to the cluster', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-fraud-prod');
    const network = w.page.networks?.rows.find((one) => one.name === 'vnet-ml-prod-weu');
    await w.call.chooseNetwork({ id: network?.id ?? '' });
    await w.until('subnets', (p) => p.subnets?.networkName === 'vnet-ml-prod-weu');
    const subnet = w.page.subnets?.rows.find((one) => one.name === 'snet-train-gpu');
    await w.call.chooseSubnet({ id: subnet?.id ?? '' });
    await w.call.chooseKind({ kind: 'hdinsight' });
    await w.until('no results', (p) => p.readiness?.state === 'empty');
    await w.call.chooseKind({ kind: 'cluster' });
    await w.until('Readiness', (p) => p.readiness?.title === 'Readiness of snet-train-gpu');
    expect(w.page.targets).toBeNull();
  });
});

describe('attachable resources', () => {
  test('virtual machines: ready ones first, and the reason if one can’t be used', async () => {
    const w = await openKind('virtual-machine');
    expect(rows(w)).toEqual([
      ['vm-dsvm-risk', 'Ready, by default rules'],
      ['vm-dsvm-churn', '1 error (1 flow)'],
      ['vm-reports-win', 'Not Ubuntu'],
    ]);
    expect(targetRow(w, 'vm-dsvm-risk').spoken).toBe(
      'vm-dsvm-risk, resource group rg-network-dev, region West Europe, subnet: snet-dev-machines, Ready, by default rules',
    );
    expect(targetRow(w, 'vm-reports-win').spoken).toContain('can’t be attached: Not Ubuntu');
  });

  test('a resource that is already attached is marked', async () => {
    const w = await openKind('virtual-machine', { workspace: 'mlw-risk-dev' });
    expect(targetRow(w, 'vm-dsvm-risk').unfit).toBe('Already attached');
  });

  test('HDInsight behind a private link can’t be used', async () => {
    const w = await openKind('hdinsight');
    expect(rows(w)).toEqual([
      ['hdi-fraud-spark', 'Ready, 1 warning'],
      ['hdi-payments', 'Private Link only'],
    ]);
  });

  test('an empty or unreadable list is one sentence with a next step', async () => {
    const empty = await openKind('hdinsight', {
      connect: withReads(() => ({ attachTargets: () => Promise.resolve([]) })),
    });
    expect(empty.page.targets?.state).toEqual({
      is: 'empty',
      text: 'Contoso Research doesn’t contain HDInsight clusters.',
      actions: [
        { id: 'chooseSubscription', label: 'Choose another subscription' },
        { id: 'writeNewTarget', label: 'Write code for a new HDInsight cluster…' },
      ],
    });
    let isDenied = true;
    const denied = await openKind('virtual-machine', {
      connect: withReads((read) => ({
        attachTargets: (...asked) =>
          isDenied ? Promise.reject(new AzureFailure('forbidden')) : read.attachTargets(...asked),
      })),
    });
    expect(denied.page.targets?.state).toMatchObject({
      is: 'problem',
      text: 'You don’t have permission to read virtual machines. Required role: Reader on Contoso Research.',
    });
    isDenied = false;
    await denied.call.act({ id: 'readTargets' });
    expect(rows(denied)).toHaveLength(3);
  });

  test('a machine in an unreadable network is listed, and its network is unknown', async () => {
    const w = await openKind('virtual-machine', {
      before: (sample) =>
        sample.access.deny({
          scope: sampleGroupId('rg-network-dev'),
          verbs: ['read'],
          type: 'Microsoft.Network/networkInterfaces',
        }),
    });
    await w.call.chooseTarget({ id: targetRow(w, 'vm-dsvm-risk').id });
    await w.until('chosen', (p) => isShown(p.targets?.chosen));
    expect(w.page.targets?.note).toBe('Couldn’t read which subnet vm-dsvm-risk is in.');
    expect(w.page.plan?.sections.network.summary).toBe('vm-dsvm-risk, subnet unknown');
    expect(w.page.readiness?.summary).toMatch(/^Not confirmed: \d+ checks/);
    expect(w.page.plan?.sections.size.missing).toMatch(/resource with a known address/);
  });
});

describe('the selected resource', () => {
  test('a machine: its subnet, its address, and a name derived from its own', async () => {
    const w = await openTarget('virtual-machine', 'vm-dsvm-risk');
    expect(w.page).toMatchObject({
      readiness: { title: 'Readiness of vm-dsvm-risk in snet-dev-machines' },
      targets: {
        subnets: [
          {
            name: 'snet-dev-machines',
            outboundAccess: 'public IP',
            outcome: { text: 'Ready, by default rules' },
            unfit: null,
          },
        ],
      },
      plan: {
        sections: { network: { summary: 'vm-dsvm-risk in snet-dev-machines · 10.30.5.4' } },
        size: { name: 'vm-dsvm-risk', nameState: { is: 'free' } },
        access: {
          address: { text: expect.stringMatching(/^198\.51\.100\./) as string, isMissing: false },
          ssh: { port: 22, user: 'azureuser', signIn: 'password' },
        },
      },
      review: {
        primary: 'create',
        primaryLabel: 'Attach in Azure',
        action: 'attach',
        picture: {
          compute: ['vm-dsvm-risk', 'Virtual machine', '10.30.5.4'],
          capacity: null,
          gates: [{ lines: ['nsg-vm-dsvm-risk', '1 rule'] }, {}, {}],
        },
      },
    });
  });

  test('for the two subnets of Databricks, Readiness shows either one', async () => {
    const w = await openTarget('databricks', 'adb-scoring-weu');
    const outcomes = (): unknown => w.page.targets?.subnets.map((one) => [one.name, one.outcome?.text]);
    const both = [
      ['snet-dbx-scoring-host', '1 error (2 flows)'],
      ['snet-dbx-scoring-container', '1 error (2 flows)'],
    ];
    expect(outcomes()).toEqual(both);
    expect(w.page.readiness?.title).toBe('Readiness of adb-scoring-weu in snet-dbx-scoring-host');
    await w.call.chooseSubnet({ id: w.page.targets?.subnets[1]?.id ?? '' });
    await w.until('Readiness', (p) => p.readiness?.title.endsWith('in snet-dbx-scoring-container') === true);
    expect(outcomes()).toEqual(both);
    expect(w.saved().attach.subnet).toContain('snet-dbx-scoring-container');
    await expect(
      w.call.chooseSubnet({ id: sampleSubnetId('rg-databricks', 'vnet-databricks-weu', 'default') }),
    ).rejects.toThrow();
  });

  test('the subnet with the worse result is shown first, and the other one also counts', async () => {
    const container = sampleSubnetId('rg-databricks', 'vnet-databricks-weu', 'snet-dbx-container');
    const w = await openTarget('databricks', 'adb-features-weu');
    expect(w.page.review?.primary).toBe('create');
    await otherUserWrites(w.sample, 'PUT', container, {
      properties: {
        addressPrefix: '10.72.1.0/24',
        networkSecurityGroup: {
          id: `${sampleGroupId('rg-databricks')}/providers/Microsoft.Network/networkSecurityGroups/nsg-dbx-scoring`,
        },
        delegations: [{ name: 'dbx', properties: { serviceName: 'Microsoft.Databricks/workspaces' } }],
      },
    });
    await w.call.act({ id: 'readNetworks' });
    await w.until('worse', (p) => p.targets?.subnets[1]?.outcome?.text.startsWith('1 error') === true);
    expect(w.page.readiness?.title).toBe('Readiness of adb-features-weu in snet-dbx-host');
    expect(w.page.review).toMatchObject({
      primary: 'none',
      createAnyway: true,
      note: 'Subnet snet-dbx-container of adb-features-weu has 1 error. To see details, choose the subnet in Network.',
    });
    await pickTarget(w, 'adb-trial-weu');
    await pickTarget(w, 'adb-features-weu');
    await w.until('the worse first', (p) => p.readiness?.title.endsWith('in snet-dbx-container') === true);
  });

  test('a resource outside the user’s networks doesn’t have a subnet, and Readiness states it', async () => {
    const w = await openTarget('databricks', 'adb-trial-weu');
    expect(w.page.targets).toMatchObject({
      subnets: [],
      note: 'adb-trial-weu isn’t in one of your virtual networks, so there’s no subnet to check.',
    });
    expect(readinessRowOf(w.page.readiness, 'attach-in-own-network').rest).toContain(
      'adb-trial-weu isn’t in one of your virtual networks',
    );
    expect(w.page.plan?.access?.ssh).toBeNull();
  });

  test('user and port are validated as entered, and Readiness checks that port', async () => {
    const w = await openTarget('virtual-machine', 'vm-dsvm-risk');
    await w.call.changeAccess({ user: '', port: 0 });
    expect(w.page.plan?.access?.ssh).toMatchObject({
      portFault: 'Enter a whole number from 1 to 65535.',
      userFault: 'Enter the name of a user on the machine.',
    });
    expect(w.page.plan?.sections.size.missing).toBe('Enter a user name to continue');
    expect(w.page.review?.primary).toBe('none');
    await w.call.changeAccess({ user: 'anna', port: 2222 });
    await w.until('results', (p) => p.readiness?.summary.startsWith('Not ready: 1 error') === true);
    expect(readinessRowOf(w.page.readiness, 'inbound-ssh-22-attached').rest).toContain('2222');
  });
});

describe('attaching', () => {
  test('asks for the password last, sends it to Azure, and stores it nowhere', async () => {
    const w = await openTarget('virtual-machine', 'vm-dsvm-risk', { secret });
    await attach(w);
    expect(w.page.creation).toMatchObject({
      state: 'ready',
      heading: 'vm-dsvm-risk is attached',
      comparison: [{ label: 'Attached resource', text: 'vm-dsvm-risk', asPlanned: true }],
    });
    expect(w.page.creation?.steps.map((one) => one.text)).toEqual([
      'Name was available',
      'Sent to Azure',
      'Accepted',
      'Azure ML connects to vm-dsvm-risk',
      'Attached',
      'Compared with your plan',
    ]);
    expect(w.asked).toEqual(['Password for azureuser on vm-dsvm-risk']);
    expect(w.page.readiness?.summary).toBe('Ready; 9 flows rely on default rules');
    const kept = [w.received, w.saved(), w.logged, w.counted, w.progress, w.notified, w.sample.traffic];
    expect(JSON.stringify(kept)).not.toContain(secret);
    await w.call.closeCreation({});
    await w.until('attached already', (p) => p.readiness?.summary.startsWith('Can’t be used') === true);
    expect(targetRow(w, 'vm-dsvm-risk').unfit).toBe('Already attached');
  });

  test('canceling the password prompt sends nothing', async () => {
    const w = await openTarget('virtual-machine', 'vm-dsvm-risk');
    const before = w.sample.traffic.length;
    await w.call.create({ anyway: false });
    expect(w.asked).toHaveLength(1);
    expect(isShown(w.page.creation)).toBe(false);
    expect(w.sample.traffic.slice(before).filter((one) => one.method === 'PUT')).toEqual([]);
  });

  test('Databricks asks for a token, and is attached whatever its network allows', async () => {
    const w = await openTarget('databricks', 'adb-features-weu', { secret: ` ${secret} \n` });
    await attach(w);
    expect(w.asked).toEqual(['Access token for adb-features-weu']);
    expect(w.page.creation).toMatchObject({ state: 'ready', action: 'attach' });
  });

  test('a private key is read from a file, and one with a passphrase is refused before anything is sent', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = { type: 'pkcs8', format: 'pem' } as const;
    const options = { secret: String(privateKey.export({ ...pem, cipher: 'aes-256-cbc', passphrase: 'x' })) };
    const refused = await openTarget('hdinsight', 'hdi-fraud-spark', options);
    await refused.call.changeAccess({ signIn: 'key' });
    await expect(refused.call.create({ anyway: false })).rejects.toThrow(/has a passphrase/);
    expect(isShown(refused.page.creation)).toBe(false);
    const w = await openTarget('hdinsight', 'hdi-fraud-spark', { secret: String(privateKey.export(pem)) });
    await w.call.changeAccess({ signIn: 'key' });
    await attach(w);
    expect(w.asked).toEqual(['Private key for sshuser on hdi-fraud-spark']);
    expect(w.page.creation?.state).toBe('ready');
  });

  test('a machine that SSH can’t reach is fixed first, then attached', async () => {
    const w = await openTarget('virtual-machine', 'vm-dsvm-churn', { secret });
    expect(w.page.review).toMatchObject({ primary: 'fix', primaryLabel: 'Fix 1 flow first…' });
    await w.call.previewFix({ ids: ['inbound-ssh-22-attached'] });
    await w.until('preview', (p) => p.preview?.state === 'preview');
    expect(await w.call.applyFix({ preview: w.page.preview?.id ?? '' })).toBe(true);
    await w.until('ready', (p) => p.readiness?.summary === 'Ready; 9 flows rely on default rules');
    await w.call.closeFix({});
    await attach(w);
    expect(w.page.creation?.heading).toBe('vm-dsvm-churn is attached');
  });

  test('attached anyway it fails, and the cause is the missing allow rule', async () => {
    const w = await openTarget('virtual-machine', 'vm-dsvm-churn', { secret });
    await attach(w, true);
    expect(w.confirmed[0]).toMatchObject({
      title: 'Attach virtual machine vm-dsvm-churn anyway?',
      button: 'Attach anyway',
    });
    expect(w.page.creation).toMatchObject({
      state: 'failed',
      heading: 'vm-dsvm-churn wasn’t attached: no NSG rule allows 1 flow (default rule 65500)',
      canDelete: true,
    });
    expect(w.page.creation?.likely[0]).toMatchObject({
      rank: 'Most likely',
      cause: 'No NSG rule allows 1 flow (default rule 65500)',
    });
    expect(w.page.creation?.nextSteps[0]).toMatchObject({ ids: ['inbound-ssh-22-attached'] });
    await w.call.copyFailure({});
    expect(w.copied[0]).toContain('could not reach');
    expect(w.copied[0]).not.toContain(secret);
  });

  test('a failed attachment is detached, and the machine stays', async () => {
    const w = await openTarget('virtual-machine', 'vm-dsvm-churn', { secret });
    await attach(w, true);
    await w.call.deleteStarted({});
    expect(w.confirmed.at(-1)).toEqual({
      title: 'Detach virtual machine vm-dsvm-churn?',
      detail: 'Removes vm-dsvm-churn from mlw-fraud-prod. The attached resource itself isn’t changed.',
      button: 'Detach',
    });
    const left = Object.keys(w.sample.snapshot().resources);
    expect(left.filter((id) => id.endsWith('/computes/vm-dsvm-churn'))).toEqual([]);
    expect(left.filter((id) => id.endsWith('/virtualMachines/vm-dsvm-churn'))).toHaveLength(1);
  });

  test('an existing compute resource is never overwritten', async () => {
    const w = await openTarget('virtual-machine', 'vm-dsvm-churn', { workspace: 'mlw-risk-dev', secret });
    await w.call.changeSize({ name: 'dsvm-risk' });
    expect(w.page.plan?.size.nameState.is).toBe('taken');
    await attach(w, true);
    expect(w.page.creation?.heading).toBe('dsvm-risk wasn’t attached');
    expect(w.sample.traffic.filter((one) => one.method === 'PUT')).toEqual([]);
  });

  test('a window that is reloaded meanwhile still follows it, without the password', async () => {
    let connection: AzureConnection | undefined;
    const first = await openTarget('virtual-machine', 'vm-dsvm-risk', {
      secret,
      sample: { pace: 'lifelike', latency: 0 },
      connect: (own) => Promise.resolve((connection = own)),
    });
    await first.call.create({ anyway: false });
    await first.until('accepted', (p) => p.creation?.steps[2]?.state === 'done');
    first.dispose();
    const kept = JSON.stringify({ choices: first.saved(), opened: null });
    expect(kept).not.toContain(secret);
    const choices = decodeStoredPlan(JSON.parse(kept))?.choices ?? noChoices;
    const second = openWizard({ choices, connect: () => Promise.resolve(connection!) });
    await second.until('followed', (p) => p.creation?.heading === 'Attaching vm-dsvm-risk');
    first.sample.clock.advance(60_000);
    await second.until('attached', (p) => p.creation?.state === 'ready');
    expect(second.page.creation?.comparison).toMatchObject([{ label: 'Attached resource', asPlanned: true }]);
  });
});

describe('code', () => {
  test('names the machine, and doesn’t contain a password', async () => {
    const w = await openTarget('virtual-machine', 'vm-dsvm-risk', { secret });
    await w.call.write({ format: 'bicep' });
    const [files = []] = w.written;
    expect(files.map((one) => one.name)).toEqual(['vm-dsvm-risk.bicep', 'vm-dsvm-risk.bicepparam']);
    expect(files[0]?.text).toContain('resourceId: target.id');
    expect(files[1]?.text).toContain("readEnvironmentVariable('SSH_PASSWORD')");
    expect(w.asked).toEqual([]);
    await w.call.copyPlan({ format: 'text' });
    expect(w.copied[0]).toContain('Attaches: vm-dsvm-risk as vm-dsvm-risk in mlw-fraud-prod');
  });
});

describe('other surfaces', () => {
  test('the side bar opens an attached resource with its Readiness', async () => {
    const w = openWizard();
    await w.openAt({
      subscription: researchSubscription.id,
      workspace: fraud,
      kind: 'virtual-machine',
      publicIp: null,
      subnet: null,
      target: machineId,
      show: { is: 'plan' },
    });
    expect(w.page.readiness?.title).toBe('Readiness of vm-dsvm-risk in snet-dev-machines');
    expect(w.page.plan).toMatchObject({ opened: 'network', compute: { kind: 'virtual-machine' } });
  });

  test('an attached resource isn’t its own conflict, and its name is available to itself', async () => {
    const w = openWizard();
    await w.openAt({
      subscription: researchSubscription.id,
      workspace: sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev'),
      kind: 'virtual-machine',
      publicIp: null,
      subnet: null,
      target: machineId,
      name: 'dsvm-risk',
      sshPort: 22,
      show: { is: 'plan' },
    });
    await w.until('Readiness', (p) => p.readiness?.summary === 'Ready; 9 flows rely on default rules');
    expect(w.page.plan?.size).toMatchObject({ name: 'dsvm-risk', nameState: { is: 'taken' } });
    expect(w.page.plan?.sections.size.missing).toBe('Enter a name that isn’t in use to continue');
  });

  test('a machine that no longer exists is reported', async () => {
    const w = openWizard();
    const gone = {
      subscription: researchSubscription.id,
      workspace: fraud,
      publicIp: null,
      subnet: null,
    } as const;
    const failure = await failureOf(
      w.openAt({ ...gone, kind: 'virtual-machine', target: `${machineId}9`, show: { is: 'plan' } }),
    );
    expect(failure.code).toBe('notFound');
  });

  test('a plan that was stored before attaching was supported is read', () => {
    const before = Object.fromEntries(Object.entries(noChoices).filter(([name]) => name !== 'attach'));
    expect(decodeStoredPlan({ choices: before, opened: null })?.choices).toEqual(noChoices);
  });

  test('the selection is restored after a reload', async () => {
    const w = await openTarget('databricks', 'adb-features-weu');
    const again = openWizard({ choices: w.saved() });
    await again.until(
      'Readiness',
      (p) => p.readiness?.title === 'Readiness of adb-features-weu in snet-dbx-host',
    );
    expect(again.page.targets?.chosen?.name).toBe('adb-features-weu');
  });
});

test('a throttled list of attachable resources shows when it’s read again, and is loaded then', async () => {
  const clock = manualClock();
  const w = openWizard({ clock });
  await pickWorkspace(w, 'mlw-fraud-prod');
  w.sample.faults.next({ status: 429, retryAfter: 12, match: 'Microsoft.Compute/virtualMachines' });
  await w.call.chooseKind({ kind: 'virtual-machine' });
  await w.until('put off', (p) => p.targets?.state.is === 'problem');
  expect(w.page.targets?.state).toMatchObject({ is: 'problem', retryAt: expect.any(String) as string });
  clock.advance(13_000);
  await w.until('listed', (p) => p.targets?.state.is === 'ready' && p.targets.rows.length > 0);
  w.dispose();
});
