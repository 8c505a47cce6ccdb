import { describe, expect, test } from 'vitest';
import { decodeStoredPlan, noChoices } from '../../../../src/contract/wizard/stored-choices';
import { noNetworkOptions } from '../../../../src/checks/new-network/propose-network';
import { sampleGroupId, sampleNetworkId, sampleSubnetId } from '../../../../src/sandbox/sample/names';
import {
  pickSubnet,
  pickWorkspace,
  healthy,
  manualClock,
  openWizard,
  readinessRowOf,
  writesIn,
  type OpenWizardOptions,
  type OpenWizard,
} from './open-wizard';

/** Returns a wizard in which a new network is proposed, once it is checked. */
async function propose(workspace: string, options: OpenWizardOptions = {}): Promise<OpenWizard> {
  const w = openWizard(options);
  await pickWorkspace(w, workspace);
  await w.call.act({ id: 'proposeNetwork' });
  await w.until('Readiness', (p) => p.readiness?.state === 'checked' && p.plan?.network.proposed !== null);
  return w;
}

/** Returns the dependencies of resources of a type, in Bicep. */
function dependenciesIn(code: string, type: string): string[] {
  return code
    .split(/^resource /m)
    .filter((one) => one.includes(` '${type}@`) && !one.includes(' existing = '))
    .map((one) => /dependsOn: \[([^\]]*)\]/.exec(one)?.[1]?.trim().replaceAll(/\s+/g, ' ') ?? '');
}

/** Returns the text of the files that were written last. */
function textsOf({ written }: OpenWizard): string {
  return (written.at(-1) ?? []).map(({ text }) => text).join('\n');
}

function fieldOf(w: OpenWizard, field: string) {
  return w.page.plan?.network.proposed?.fields.find((one) => one.field === field);
}

/** Returns a way to connect the network with the workspace. */
function choiceOf(w: OpenWizard, wanted: string) {
  return w.page.plan?.network.proposed?.connection?.choices.find(({ value }) => value === wanted);
}

function reviewText(w: OpenWizard, wanted: string): string | undefined {
  return w.page.review?.words.find(({ label }) => label === wanted)?.text;
}

describe('a subscription without networks', () => {
  test('offers to write code for a new one', async () => {
    const w = openWizard({ sample: { large: true } });
    await w.until('subscriptions', (p) => p.plan?.workspace.subscriptions.state.is === 'ready');
    const { rows } = w.page.plan!.workspace.subscriptions;
    await w.call.chooseSubscription({ id: rows.find((one) => one.name === 'Contoso New Ventures')!.id });
    await w.until('the empty list', (p) => p.networks?.state.is === 'empty');
    expect(w.page.networks?.state).toEqual({
      is: 'empty',
      text: 'Contoso New Ventures doesn’t contain a virtual network.',
      actions: [
        { id: 'chooseSubscription', label: 'Choose another subscription' },
        { id: 'proposeNetwork', label: 'Write code for a new network' },
      ],
    });
    await w.call.act({ id: 'proposeNetwork' });
    await w.until('Readiness', (p) => p.readiness?.title === 'Readiness of snet-training');
    expect(fieldOf(w, 'addressSpace')?.value).toBe('10.40.0.0/16');
    expect(w.page.readiness?.summary).toBe('Ready');
  });
});

describe('a network that doesn’t exist yet', () => {
  test('is ready with its own rules, and isn’t requested from Azure', async () => {
    const w = await propose('mlw-risk-dev');
    expect(w.page.readiness).toMatchObject({
      title: 'Readiness of snet-training',
      summary: 'Ready',
      summaryIcon: 'pass',
    });
    expect(w.page.plan?.network).toMatchObject({ network: null, subnet: null });
    expect(w.page.plan?.sections.network).toMatchObject({
      summary: 'snet-training in vnet-mlw-risk-dev (rg-ml-dev) · doesn’t exist yet',
      complete: true,
    });
    const asked = w.sample.traffic.filter(({ path }) => path.includes('vnet-mlw-risk-dev'));
    expect(asked).toEqual([]);
    expect(writesIn(w.sample.traffic)).toEqual([]);
    // Rules that don't exist yet don't have a page in the portal.
    const links = readinessRowOf(w.page.readiness, 'inbound-aml-44224').details.flatMap((one) => one.runs);
    expect(links.filter(({ link }) => link?.startsWith('portal:'))).toEqual([]);
  });

  test('shows the resources to create, with every rule', async () => {
    const w = await propose('mlw-risk-dev');
    const [made, outbound, inbound] = w.page.plan?.network.proposed?.tables ?? [];
    expect(made?.rows).toEqual([
      ['vnet-mlw-risk-dev', 'Virtual network', expect.stringMatching(/^10\.\d+\.0\.0\/16, West Europe$/)],
      [
        'snet-training',
        'Subnet',
        expect.stringMatching(/^10\.\d+\.0\.0\/26, default outbound access disabled$/),
      ],
      ['nsg-snet-training', 'Network security group', '18 rules'],
    ]);
    expect(outbound?.title).toBe('nsg-snet-training, outbound: 15 rules');
    expect(outbound?.rows.at(-1)).toEqual([
      '4096',
      'Deny-Internet-Out',
      'Deny',
      'Any',
      'Any',
      'Any',
      'Internet',
    ]);
    expect(inbound?.title).toBe('nsg-snet-training, inbound: 3 rules');
  });

  test('uses a NAT gateway without a public IP, and states that the workspace is in another network', async () => {
    const w = await propose('mlw-fraud-prod');
    expect(w.page.plan?.compute.publicIp).toBe('no');
    const made = w.page.plan?.network.proposed?.tables[0]?.rows.map(([name]) => name);
    expect(made).toContain('ng-snet-training');
    expect(made).toContain('pip-ng-snet-training');
    expect(w.page.readiness?.summary).toBe('Not ready: 1 error');
    expect(readinessRowOf(w.page.readiness, 'cluster-cross-region-connectivity')).toMatchObject({
      counts: 'error',
      fix: null,
    });
    expect(w.page.review).toMatchObject({ primary: 'write', createAnyway: false, fixIds: [] });
    expect(w.page.review?.note).toContain('workspace');
  });

  test('can have a private endpoint of the workspace, which isn’t selected by default', async () => {
    const w = await propose('mlw-fraud-prod');
    await w.until('services', () => choiceOf(w, 'endpoint') !== undefined);
    expect(w.page.plan?.network.proposed?.connection).toMatchObject({
      label: 'Connection to mlw-fraud-prod',
      chosen: 'none',
    });
    await w.call.changeNewNetwork({ connection: 'endpoint' });
    await w.until('the endpoint', (p) => p.plan?.network.proposed?.connection?.chosen === 'endpoint');
    await w.until('checked', (p) => p.readiness?.summary.startsWith('Ready') === true);
    const made = w.page.plan?.network.proposed?.tables[0]?.rows.map(([name]) => name);
    expect(made).toContain('pe-mlw-fraud-prod-2');
    expect(readinessRowOf(w.page.readiness, 'cluster-cross-region-connectivity').counts).not.toBe('error');
    const costs = w.page.review?.words.find(({ label }) => label === 'Other costs')?.text;
    expect(costs).toContain('Private endpoint pe-mlw-fraud-prod-2');
    expect(costs).toMatch(
      /For .*Private endpoint pe-mlw-fraud-prod-2, Azure also bills data processed, per GB\./,
    );
    await w.call.write({ format: 'bicep' });
    const code = textsOf(w);
    const waitsFor = (type: string): string[] => dependenciesIn(code, type);
    expect(waitsFor('Microsoft.Network/privateEndpoints')).toEqual(['virtualNetwork']);
    // Each link refers to the network, and so waits for it.
    expect(code.match(/id: virtualNetwork\.id/g)).toHaveLength(2);
    expect(waitsFor('Microsoft.MachineLearningServices/workspaces/computes')).toEqual([
      'newZoneLink newZoneLink2 privateEndpoint privateEndpointZones',
    ]);
  });

  test('can be peered with the network of the workspace’s endpoint, which isn’t selected by default', async () => {
    const w = await propose('mlw-fraud-prod');
    await w.until('roles', () => choiceOf(w, 'peering')?.available === true);
    expect(choiceOf(w, 'peering')).toEqual({
      value: 'peering',
      label: 'Peering with vnet-ml-prod-weu',
      line: 'Also links private DNS zones. Resources in both networks can reach each other unless NSG rules deny it. Azure bills traffic in both directions, per GB.',
      available: true,
      help: null,
    });
    await w.call.changeNewNetwork({ connection: 'peering' });
    await w.until('the peering', (p) => p.plan?.network.proposed?.connection?.chosen === 'peering');
    await w.until('checked', (p) => p.readiness?.summary.startsWith('Ready') === true);
    const made = w.page.plan?.network.proposed?.tables[0]?.rows.slice(-4);
    expect(made).toEqual([
      ['peer-to-vnet-ml-prod-weu', 'Virtual network peering', 'from vnet-mlw-fraud-prod to vnet-ml-prod-weu'],
      [
        'peer-to-vnet-mlw-fraud-prod',
        'Virtual network peering',
        'from vnet-ml-prod-weu to vnet-mlw-fraud-prod',
      ],
      ['link-vnet-mlw-fraud-prod', 'Virtual network link', 'privatelink.api.azureml.ms'],
      ['link-vnet-mlw-fraud-prod', 'Virtual network link', 'privatelink.notebooks.azure.net'],
    ]);
    expect(reviewText(w, 'Other costs')).toContain(
      'Azure bills traffic through the peering with vnet-ml-prod-weu in both directions, per GB.',
    );
    expect(reviewText(w, 'Virtual network peering')).toContain('can reach each other');
    expect(w.page.review?.picture?.network.detail).toMatch(/ · peered with vnet-ml-prod-weu$/);
    expect(await w.call.write({ format: 'bicep' })).toBe(true);
    const [files = []] = w.written;
    expect(files.map(({ name }) => name)).toContain('cpu-cluster2-connection.bicep');
    expect(textsOf(w)).not.toContain('Not in this file');
    expect(writesIn(w.sample.traffic)).toEqual([]);
  });

  test('isn’t peered if its addresses overlap the other network', async () => {
    const w = await propose('mlw-fraud-prod');
    await w.until('roles', () => choiceOf(w, 'peering')?.available === true);
    await w.call.changeNewNetwork({ connection: 'peering' });
    await w.until('the peering', (p) => p.plan?.network.proposed?.connection?.chosen === 'peering');
    await w.call.changeNewNetwork({ field: 'addressSpace', text: '10.40.0.0/16' });
    await w.until('the reason', () => choiceOf(w, 'peering')?.available === false);
    expect(choiceOf(w, 'peering')?.line).toBe(
      'The address space overlaps vnet-ml-prod-weu. Enter another address space.',
    );
    expect(w.page.plan?.network.proposed?.connection?.chosen).toBe('none');
  });

  test('isn’t peered without permission on the other network', async () => {
    const scope = sampleNetworkId('rg-network-prod', 'virtualNetworks', 'vnet-ml-prod-weu');
    const w = openWizard({ before: ({ access }) => access.deny({ scope, verbs: ['write'] }) });
    await pickWorkspace(w, 'mlw-fraud-prod');
    await w.call.act({ id: 'proposeNetwork' });
    await w.until('roles', () => choiceOf(w, 'peering')?.line.startsWith('You don’t have') === true);
    expect(choiceOf(w, 'peering')).toEqual({
      value: 'peering',
      label: 'Peering',
      line: 'You don’t have permission to peer networks on vnet-ml-prod-weu. Ask its owner to do it, or for the role Network Contributor.',
      available: false,
      help: { id: 'copyPeeringRequest', label: 'Copy request' },
    });
    await w.call.copyPeeringRequest({});
    const here = sampleNetworkId('rg-ml-prod', 'virtualNetworks', 'vnet-mlw-fraud-prod');
    expect(w.copied.at(-1)?.split('\n')).toEqual([
      'Peering for workspace mlw-fraud-prod',
      '',
      `- New virtual network: ${here}, address space 10.41.0.0/16. It doesn’t exist yet.`,
      `- Peer it in both directions with ${scope}.`,
      '- Allow access between the networks. Don’t allow forwarded traffic or gateway transit.',
      '- Link these private DNS zones to the new network, without auto registration: privatelink.api.azureml.ms and privatelink.notebooks.azure.net.',
      '- Alternatively, assign me the role Network Contributor on the network, and Private DNS Zone Contributor on the zones.',
      '',
    ]);
  });

  test('lists the zones that the user can’t link, and copies a request for them', async () => {
    const scope = sampleGroupId('rg-network-prod');
    const w = openWizard({
      before: ({ access }) =>
        access.deny({
          scope,
          verbs: ['write'],
          type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
        }),
    });
    await pickWorkspace(w, 'mlw-fraud-prod');
    await w.call.act({ id: 'proposeNetwork' });
    await w.until('roles', () => choiceOf(w, 'peering')?.available === true);
    await w.call.changeNewNetwork({ connection: 'peering' });
    await w.until('the zones', () => choiceOf(w, 'peering')?.line.includes('don’t link') === true);
    expect(readinessRowOf(w.page.readiness, 'dns-zones-linked').counts).toBe('error');
    await w.call.copyPeeringRequest({});
    expect(w.copied.at(-1)).toContain('Link these private DNS zones');
    expect(w.copied.at(-1)).not.toContain('Peer it');
    await w.call.write({ format: 'bicep' });
    expect(textsOf(w)).not.toContain('virtualNetworkLinks');
  });

  test('has addresses that no network of the subscription uses, and warns if the user’s overlap', async () => {
    const w = await propose('mlw-risk-dev');
    expect(fieldOf(w, 'addressSpace')).toMatchObject({ under: '', is: 'fine' });
    await w.call.changeNewNetwork({ field: 'addressSpace', text: ' 10.40.0.0/21 ' });
    await w.until('advice', () => fieldOf(w, 'addressSpace')?.is === 'warning');
    expect(fieldOf(w, 'addressSpace')?.under).toMatch(/^Overlaps vnet-ml-prod-weu/);
    expect(fieldOf(w, 'subnetPrefix')?.value).toBe('10.40.0.0/26');
    await w.call.changeNewNetwork({ field: 'addressSpace', text: '172.17.0.0/20' });
    await w.until('the short reason', () => fieldOf(w, 'addressSpace')?.under === 'Overlaps 172.17.0.0/16');
    expect(readinessRowOf(w.page.readiness, 'vnet-docker-bridge-overlap').counts).toBe('error');
  });

  test('isn’t checked while a field is invalid', async () => {
    const w = await propose('mlw-risk-dev');
    await w.call.changeNewNetwork({ field: 'subnetPrefix', text: '10.1.0.9/26' });
    await w.until('empty Readiness', (p) => p.readiness?.state === 'empty');
    expect(fieldOf(w, 'subnetPrefix')).toMatchObject({
      value: '10.1.0.9/26',
      under: '10.1.0.9/26 isn’t the start of a range. Enter 10.1.0.0/26.',
      is: 'error',
    });
    expect(w.page.readiness?.hint).toBe('To see readiness, correct the new network');
    expect(w.page.plan?.sections.network.missing).toBe('Correct the new network to continue');
    expect(w.page.plan?.sections.size.locked).not.toBeNull();
    expect(w.page.plan?.network.proposed?.tables).toEqual([]);
    await expect(w.call.write({ format: 'bicep' })).rejects.toMatchObject({
      problem: { code: 'badRequest' },
    });
    await w.call.changeNewNetwork({ field: 'subnetPrefix', text: '' });
    await w.until('Readiness again', (p) => p.readiness?.state === 'checked');
  });

  test('can’t have a name that a deployment would overwrite', async () => {
    const w = await propose('mlw-risk-dev');
    await w.call.changeNewNetwork({ field: 'resourceGroup', text: 'rg-network-prod' });
    await w.until('where it lies', () => fieldOf(w, 'resourceGroup')?.value === 'rg-network-prod');
    expect(fieldOf(w, 'resourceGroup')?.under).toBe(
      'The resource group must exist before you deploy the files',
    );
    await w.call.changeNewNetwork({ field: 'name', text: 'VNET-ml-prod-weu' });
    await w.until('the fault', () => fieldOf(w, 'name')?.is === 'error');
    expect(fieldOf(w, 'name')?.under).toBe(
      'VNET-ml-prod-weu already exists in rg-network-prod, and deploying would overwrite it. Enter another name.',
    );
  });

  test('has enough addresses for the requested nodes', async () => {
    const w = await propose('mlw-risk-dev');
    expect(w.page.plan?.size.capacity).toMatchObject({
      total: 59,
      inUse: 0,
      reserved: 0,
      plan: 4,
      short: null,
    });
    await w.call.changeSize({ maxNodes: 60 });
    await w.until('a larger subnet', (p) => p.plan?.size.capacity?.total === 123);
    await w.call.changeNewNetwork({
      field: 'subnetPrefix',
      text: fieldOf(w, 'subnetPrefix')!.value.replace('/25', '/28'),
    });
    await w.until('too small a subnet', (p) => p.plan?.size.capacity?.short !== null);
    expect(readinessRowOf(w.page.readiness, 'subnet-free-ips-cluster').counts).not.toBe('passed');
  });
});

describe('its code', () => {
  test('is offered in Review instead of creating', async () => {
    const w = await propose('mlw-risk-dev');
    expect(w.page.review).toMatchObject({
      primary: 'write',
      primaryLabel: 'Write Bicep…',
      createAnyway: false,
      note: null,
    });
    expect(w.page.plan?.sections.review.summary).toBe(
      'The virtual network doesn’t exist yet. Write the files and deploy them.',
    );
    expect(w.page.review?.picture?.network.name).toBe('vnet-mlw-risk-dev');
    await expect(w.call.create({ anyway: true })).rejects.toMatchObject({ problem: { code: 'badRequest' } });
    expect(writesIn(w.sample.traffic)).toEqual([]);
    expect(await w.call.write({ format: 'bicep' })).toBe(true);
    const [files = []] = w.written;
    expect(files.map(({ name }) => name)).toEqual(['cpu-cluster2.bicep', 'cpu-cluster2.bicepparam']);
    const text = files[0]?.text ?? '';
    expect(text).toContain("resource virtualNetwork 'Microsoft.Network/virtualNetworks@");
    expect(text).toContain("name: 'Deny-Internet-Out'");
    expect(text).toContain("param virtualNetworkName string = 'vnet-mlw-risk-dev'");
    expect(text).not.toContain('Not in this file');
  });

  test('is disabled if files can’t be written', async () => {
    const w = await propose('mlw-risk-dev', { trusted: false });
    expect(w.page.review).toMatchObject({ primary: 'none', createAnyway: false });
    expect(w.page.review?.cannotWrite).not.toBeNull();
  });

  test('can be copied as ARM JSON too', async () => {
    const w = await propose('mlw-risk-dev');
    await w.call.copyPlan({ format: 'arm' });
    const template = JSON.parse(w.copied[0] ?? '') as { resources: { type: string }[] };
    expect(template.resources.map(({ type }) => type)).toContain('Microsoft.Network/virtualNetworks');
  });
});

describe('leaving the proposal', () => {
  test('returns to the existing networks', async () => {
    const w = await propose('mlw-risk-dev');
    await w.call.leaveNewNetwork({});
    await w.until('the lists', (p) => p.plan?.network.proposed === null);
    expect(w.saved().newNetwork).toBeNull();
    // The recommended subnet is preselected again.
    await w.until('Readiness', (p) => p.readiness?.state === 'checked' && Boolean(p.plan?.network.subnet));
    await pickSubnet(w, healthy.network, healthy.subnet);
  });

  test('happens when another surface opens an existing network', async () => {
    const w = await propose('mlw-risk-dev');
    const id = sampleSubnetId('rg-network-prod', healthy.network, healthy.subnet);
    await w.call.chooseSubnet({ id });
    await w.until('Readiness', (p) => p.readiness?.title === `Readiness of ${healthy.subnet}`);
    expect(w.page.plan?.network).toMatchObject({ proposed: null, subnet: id });
  });

  test('doesn’t happen by itself when the workspace’s own network is known', async () => {
    const w = await propose('mlw-fraud-prod');
    await w.call.refresh({});
    expect(w.page.plan?.network.proposed).not.toBeNull();
    expect(w.saved()).toMatchObject({ network: null, subnet: null });
  });
});

test('it’s restored in the next window as entered', async () => {
  const first = await propose('mlw-risk-dev');
  await first.call.changeNewNetwork({ field: 'name', text: 'vnet-lab' });
  await first.until('its name', () => fieldOf(first, 'name')?.value === 'vnet-lab');
  const w = openWizard({ choices: first.saved() });
  await w.until('Readiness', (p) => p.readiness?.summary === 'Ready');
  expect(fieldOf(w, 'name')?.value).toBe('vnet-lab');
});

test('a plan that was stored before new networks were supported is still read', () => {
  const { newNetwork, ...before } = noChoices;
  expect(newNetwork).toBeNull();
  expect(decodeStoredPlan({ choices: before, opened: null })?.choices).toEqual(noChoices);
});

test('a plan that was stored with a private endpoint is still read', () => {
  const { connection, ...fields } = noNetworkOptions;
  expect(connection).toBe('none');
  const choices = { ...noChoices, newNetwork: { ...fields, privateEndpoint: true } };
  expect(decodeStoredPlan({ choices, opened: null })?.choices.newNetwork).toEqual({
    ...fields,
    connection: 'endpoint',
  });
});

test('its subnet isn’t polled in Azure', async () => {
  const clock = manualClock();
  const w = await propose('mlw-risk-dev', { clock });
  await w.until('permissions', (p) => p.readiness?.groups.some((one) => one.id === 'permissions') === true);
  let before = -1;
  // Reading the workspace continues for a moment.
  while (before !== w.sample.traffic.length) {
    before = w.sample.traffic.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  clock.advance(120_000);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(w.sample.traffic.length).toBe(before);
});

test('attached resources keep their own network, and the proposal is shown again afterwards', async () => {
  const w = await propose('mlw-risk-dev');
  await w.call.chooseKind({ kind: 'virtual-machine' });
  await w.until('a machine to choose', (p) => p.plan?.compute.kind === 'virtual-machine');
  expect(w.page.plan?.network.proposed).toBeNull();
  expect(w.page.review?.primary).not.toBe('write');
  await w.call.chooseKind({ kind: 'instance' });
  await w.until('Readiness', (p) => p.readiness?.summary === 'Ready' && p.plan?.network.proposed !== null);
  // The additional rules of an instance: the rules follow the plan.
  const rules = w.page.plan?.network.proposed?.tables[2]?.rows.map(([, name]) => name);
  expect(rules).toContain('Allow-VSCode-8704-8710');
});

test('the request states what the new network can’t contain itself', async () => {
  const w = await propose('mlw-fraud-prod');
  await w.call.copyRequest({ ids: ['cluster-cross-region-connectivity'] });
  expect(w.copied[0]).toContain('snet-training');
});

test('it can’t be proposed before a workspace is selected, nor changed if there is none', async () => {
  const w = openWizard();
  await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
  await expect(w.call.act({ id: 'proposeNetwork' })).rejects.toMatchObject({
    problem: { code: 'badRequest' },
  });
  await expect(w.call.changeNewNetwork({ field: 'name', text: 'vnet-x' })).rejects.toMatchObject({
    problem: { code: 'badRequest' },
  });
});
