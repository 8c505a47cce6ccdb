import type { AmlCompute, ComputeInstance, ComputeResource } from '@azure/arm-machinelearning';
import { describe, expect, test } from 'vitest';
import type { BodyObject } from '../../../src/sandbox/body-json';
import { sampleNetworkId, sampleSubnetId } from '../../../src/sandbox/sample/names';
import { all, openSampleClients, refusalOf, type Sample } from './clients';

const production = (name: string): string => sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', name);
const hubSubnet = sampleSubnetId('rg-risk-platform', 'vnet-spoke-risk-weu', 'snet-train-hub');

interface Wanted {
  readonly name: string;
  readonly subnet?: string;
  readonly publicIp: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly size?: string;
  readonly location?: string;
  readonly group?: string;
  readonly workspace?: string;
}

function clusterBody(wanted: Wanted): ComputeResource {
  return {
    location: wanted.location ?? 'westeurope',
    properties: {
      computeType: 'AmlCompute',
      properties: {
        vmSize: wanted.size ?? 'STANDARD_D2_V2',
        scaleSettings: { minNodeCount: wanted.min ?? 0, maxNodeCount: wanted.max ?? 4 },
        enableNodePublicIp: wanted.publicIp,
        ...(wanted.subnet ? { subnet: { id: wanted.subnet } } : {}),
      },
    },
  };
}

function instanceBody(wanted: Wanted): ComputeResource {
  return {
    location: wanted.location ?? 'westeurope',
    properties: {
      computeType: 'ComputeInstance',
      properties: {
        vmSize: wanted.size ?? 'STANDARD_D2_V2',
        enableNodePublicIp: wanted.publicIp,
        ...(wanted.subnet ? { subnet: { id: wanted.subnet } } : {}),
      },
    },
  };
}

async function create({ learning }: Sample, wanted: Wanted, body: ComputeResource): Promise<void> {
  const [group, workspace] = [wanted.group ?? 'rg-ml-prod', wanted.workspace ?? 'mlw-fraud-prod'];
  await learning.computeOperations.beginCreateOrUpdateAndWait(group, workspace, wanted.name, body);
}

/** Creates a cluster and returns its state in ARM afterwards. */
async function clusterEnd(sample: Sample, wanted: Wanted) {
  await create(sample, wanted, clusterBody(wanted));
  const [group, workspace] = [wanted.group ?? 'rg-ml-prod', wanted.workspace ?? 'mlw-fraud-prod'];
  const compute = await sample.learning.computeOperations.get(group, workspace, wanted.name);
  const { properties } = compute.properties as AmlCompute;
  const nodes = await all(sample.learning.computeOperations.listNodes(group, workspace, wanted.name));
  return {
    state: compute.properties?.provisioningState,
    counts: properties?.nodeStateCounts,
    current: properties?.currentNodeCount,
    allocation: properties?.allocationState,
    codes: (properties?.errors ?? []).map((entry) => entry.error?.code),
    addresses: nodes.map((node) => node.privateIpAddress),
  };
}

/** Tries to create an instance. Returns the failure, and the remaining instance. */
async function instanceEnd(sample: Sample, wanted: Wanted) {
  const ending = await create(sample, wanted, instanceBody(wanted)).then(
    () => 'created',
    (error: Error) => error.message,
  );
  const compute = await sample.learning.computeOperations.get('rg-ml-prod', 'mlw-fraud-prod', wanted.name);
  const { provisioningState: provisioning, properties = {} } = compute.properties as ComputeInstance;
  const { code, message = '' } = properties.errors?.[0]?.error ?? {};
  const address = properties.connectivityEndpoints?.privateIpAddress;
  return { ending, state: properties.state, provisioning, code, message, address };
}

describe('a healthy subnet', () => {
  test('a cluster starts its nodes, each with an address of the subnet', async () => {
    const sample = openSampleClients();
    const end = await clusterEnd(sample, {
      name: 'cpu-good',
      subnet: production('snet-train-gpu'),
      publicIp: false,
      min: 2,
    });
    expect(end).toMatchObject({ state: 'Succeeded', current: 2, allocation: 'Steady', codes: [] });
    expect(end.counts).toMatchObject({ idleNodeCount: 2, unusableNodeCount: 0 });
    expect(end.addresses).toEqual(['10.40.3.12', '10.40.3.13']);
    const subnet = await sample.network.subnets.get('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu');
    expect(subnet.ipConfigurations).toHaveLength(10);
  });

  test('a cluster with a minimum of zero nodes starts none', async () => {
    const end = await clusterEnd(openSampleClients(), {
      name: 'cpu-none',
      subnet: production('snet-train-gpu'),
      publicIp: false,
    });
    expect(end).toMatchObject({ state: 'Succeeded', current: 0, addresses: [] });
  });

  test('an instance runs', async () => {
    const end = await instanceEnd(openSampleClients(), {
      name: 'ci-good',
      subnet: production('snet-train-gpu'),
      publicIp: false,
    });
    expect(end).toMatchObject({
      ending: 'created',
      state: 'Running',
      provisioning: 'Succeeded',
      address: '10.40.3.12',
    });
  });

  test('deleting releases the addresses', async () => {
    const sample = openSampleClients();
    await clusterEnd(sample, {
      name: 'cpu-good',
      subnet: production('snet-train-gpu'),
      publicIp: false,
      min: 2,
    });
    await sample.learning.computeOperations.beginDeleteAndWait(
      'rg-ml-prod',
      'mlw-fraud-prod',
      'cpu-good',
      'Delete',
    );
    const subnet = await sample.network.subnets.get('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu');
    expect(subnet.ipConfigurations).toHaveLength(8);
    expect(
      (await refusalOf(sample.learning.computeOperations.get('rg-ml-prod', 'mlw-fraud-prod', 'cpu-good')))
        .status,
    ).toBe(404);
  });

  test('a node that the NSG blocks doesn’t start, even if its rules satisfy the preflight', async () => {
    const sample = openSampleClients();
    await sample.network.securityRules
      .delete('rg-network-prod', 'nsg-train-gpu', 'Allow-Batch-443')
      .pollUntilDone();
    const end = await clusterEnd(sample, {
      name: 'cpu-half',
      subnet: production('snet-train-gpu'),
      publicIp: false,
      min: 1,
    });
    expect(end).toMatchObject({ state: 'Succeeded', codes: ['AllocationTimedout'] });
    expect(end.counts).toMatchObject({ idleNodeCount: 0, unusableNodeCount: 1 });
  });
});

describe('deny-all outbound without the newer rules', () => {
  const wanted: Wanted = { name: 'ci-fraud', subnet: production('snet-training'), publicIp: false };

  const fix = async (
    { network }: Sample,
    rules: readonly [string, number, string, string, string, string][],
  ): Promise<void> => {
    for (const [name, priority, protocol, port, from, to] of rules) {
      await network.securityRules
        .createOrUpdate('rg-network-prod', 'nsg-training', name, {
          priority,
          protocol,
          direction: 'Outbound',
          access: 'Allow',
          sourcePortRange: '*',
          destinationPortRange: port,
          sourceAddressPrefix: from,
          destinationAddressPrefix: to,
        })
        .pollUntilDone();
    }
  };
  const tunnel = [
    'Allow-AzureML-UDP-5831',
    180,
    'Udp',
    '5831',
    '10.40.4.0/26',
    'AzureMachineLearning',
  ] as const;
  const batch = [
    'Allow-Batch-443',
    190,
    '*',
    '443',
    '10.40.4.0/26',
    'BatchNodeManagement.WestEurope',
  ] as const;

  // The internet access page (2025-02-10) requires 445 only with a firewall in front of the storage's endpoint.
  test('with both rules it runs, also without a rule for TCP 445', async () => {
    const sample = openSampleClients();
    await fix(sample, [[...tunnel], [...batch]]);
    expect(await instanceEnd(sample, wanted)).toMatchObject({ ending: 'created', state: 'Running' });
  });

  // Case 7: AzureTRE issue 4151 of January 2025, an instance whose Batch traffic a firewall dropped.
  test('without the Batch rule nothing is allocated', async () => {
    const sample = openSampleClients();
    await fix(sample, [[...tunnel]]);
    const end = await instanceEnd(sample, wanted);
    expect(end).toMatchObject({ state: 'CreateFailed', code: 'AllocationTimedout' });
    expect(end.message).toBe(
      'Desired number of dedicated nodes could not be allocated as the resize timeout was reached',
    );
  });

  // Case 4: azure-docs issue 102366 of December 2022.
  test('without UDP 5831 the setup fails', async () => {
    const sample = openSampleClients();
    await fix(sample, [[...batch]]);
    expect(await instanceEnd(sample, wanted)).toMatchObject({ state: 'SetupFailed', code: 'SetupFailed' });
  });
});

// Case 6: AzureTRE issue 998.
test('44224 from the wrong source: the service can’t reach nodes with a public IP', async () => {
  const dev = sampleSubnetId('rg-network-dev', 'vnet-ml-dev-weu', 'snet-dev-train');
  const end = await clusterEnd(openSampleClients(), { name: 'cpu-dev', subnet: dev, publicIp: true, min: 1 });
  expect(end.counts).toMatchObject({ idleNodeCount: 0, unusableNodeCount: 1 });
  expect(end.codes).toEqual([]);
  const instance = await instanceEnd(openSampleClients(), { name: 'ci-dev', subnet: dev, publicIp: true });
  expect(instance).toMatchObject({ state: 'CreateFailed', code: 'CreateFailed' });
  // Without a public IP no inbound access is required, but a workspace that is closed to the internet isn't reachable
  // from here.
  const closed = await clusterEnd(openSampleClients(), {
    name: 'cpu-dev',
    subnet: dev,
    publicIp: false,
    min: 1,
  });
  expect(closed.counts).toMatchObject({ unusableNodeCount: 1 });
  const sample = openSampleClients();
  await peerWithProduction(sample, 'rg-network-dev', 'vnet-ml-dev-weu');
  const open = await clusterEnd(sample, { name: 'cpu-dev', subnet: dev, publicIp: false, min: 1 });
  expect(open.counts).toMatchObject({ idleNodeCount: 1 });
});

/** Peers the network with that of the workspace's private endpoint. */
async function peerWithProduction({ network }: Sample, group: string, name: string): Promise<void> {
  const here = { group, name };
  const there = { group: 'rg-network-prod', name: 'vnet-ml-prod-weu' };
  for (const [from, to] of [
    [here, there],
    [there, here],
  ] as const) {
    const remote = await network.virtualNetworks.get(to.group, to.name);
    await network.virtualNetworkPeerings
      .createOrUpdate(from.group, from.name, `to-${to.name}`, {
        remoteVirtualNetwork: { id: remote.id ?? '' },
      })
      .pollUntilDone();
  }
}

// Cases 14 and 15: AzureTRE issue 2645, azure-docs pull request 53024.
describe('forced tunneling to the hub', () => {
  test('replies to the service are lost in the firewall', async () => {
    const end = await clusterEnd(openSampleClients(), {
      name: 'cpu-hub',
      subnet: hubSubnet,
      publicIp: true,
      min: 1,
    });
    expect(end.counts).toMatchObject({ idleNodeCount: 0, unusableNodeCount: 1 });
  });

  test('a route for Azure ML around the firewall fixes it', async () => {
    const sample = openSampleClients();
    await sample.network.routes
      .createOrUpdate('rg-risk-platform', 'rt-hub', 'azureml-direct', {
        addressPrefix: 'AzureMachineLearning',
        nextHopType: 'Internet',
      })
      .pollUntilDone();
    const end = await clusterEnd(sample, { name: 'cpu-hub', subnet: hubSubnet, publicIp: true, min: 1 });
    expect(end.counts).toMatchObject({ idleNodeCount: 1, unusableNodeCount: 0 });
  });

  test('nodes without a public IP go through the firewall, which allows Azure ML', async () => {
    const end = await clusterEnd(openSampleClients(), {
      name: 'cpu-hub',
      subnet: hubSubnet,
      publicIp: false,
      min: 1,
    });
    expect(end.counts).toMatchObject({ idleNodeCount: 1 });
  });

  // Service tags overview: the tag contains the prefixes of user routes, so rule 170 of the NSG allows all outbound
  // traffic.
  test('under a default route VirtualNetwork is everything: Batch doesn’t need its own rule', async () => {
    const sample = openSampleClients();
    await sample.network.securityRules
      .delete('rg-risk-platform', 'nsg-train-hub', 'Allow-Batch-443')
      .pollUntilDone();
    const end = await clusterEnd(sample, { name: 'cpu-hub', subnet: hubSubnet, publicIp: false, min: 1 });
    expect(end.counts).toMatchObject({ idleNodeCount: 1 });
  });

  test('a firewall behind a broken peering isn’t reached', async () => {
    const sample = openSampleClients();
    await sample.network.virtualNetworkPeerings
      .delete('rg-risk-platform', 'vnet-spoke-risk-weu', 'peer-hub')
      .pollUntilDone();
    const end = await clusterEnd(sample, { name: 'cpu-hub', subnet: hubSubnet, publicIp: false, min: 1 });
    expect(end.counts).toMatchObject({ unusableNodeCount: 1 });
  });
});

// Case 18: private subnet without NAT gateway or firewall.
test('no outbound access: nodes without a public IP stay unusable', async () => {
  const end = await clusterEnd(openSampleClients(), {
    name: 'cpu-lost',
    subnet: production('snet-sandbox'),
    publicIp: false,
    min: 1,
  });
  expect(end).toMatchObject({ codes: ['AllocationTimedout'], addresses: ['10.40.6.4'] });
  expect(end.counts).toMatchObject({ unusableNodeCount: 1 });
});

test('a route table without the required next hop drops the packet', async () => {
  const sample = openSampleClients();
  const { network } = sample;
  const tableId =
    (
      await network.routeTables
        .createOrUpdate('rg-network-prod', 'rt-none', { location: 'westeurope' })
        .pollUntilDone()
    ).id ?? '';
  await network.routes
    .createOrUpdate('rg-network-prod', 'rt-none', 'hole', {
      addressPrefix: 'Storage.WestEurope',
      nextHopType: 'None',
    })
    .pollUntilDone();
  const subnet = await network.subnets.get('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu');
  await network.subnets
    .createOrUpdate('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu', {
      ...subnet,
      routeTable: { id: tableId },
    })
    .pollUntilDone();
  const end = await clusterEnd(sample, {
    name: 'cpu-hole',
    subnet: production('snet-train-gpu'),
    publicIp: false,
    min: 1,
  });
  expect(end.counts).toMatchObject({ unusableNodeCount: 1 });
});

describe('packet by packet', () => {
  const gpu: Wanted = { name: 'cpu-probe', subnet: production('snet-train-gpu'), publicIp: false, min: 1 };
  const counts = async (sample: Sample, wanted: Wanted) => (await clusterEnd(sample, wanted)).counts;
  const prefixesOf = async ({ network }: Sample, name: string): Promise<string[]> => {
    const tags = await network.serviceTags.list('westeurope');
    return tags.values?.find((tag) => tag.name === name)?.properties?.addressPrefixes ?? [];
  };
  const changeSubnet = async ({ network }: Sample, name: string, change: object): Promise<void> => {
    const subnet = await network.subnets.get('rg-network-prod', 'vnet-ml-prod-weu', name);
    await network.subnets
      .createOrUpdate('rg-network-prod', 'vnet-ml-prod-weu', name, { ...subnet, ...change })
      .pollUntilDone();
  };
  const routeTable = async (
    { network }: Sample,
    routes: { addressPrefix: string; nextHopType: string; nextHopIpAddress?: string }[],
  ) => {
    const named = routes.map((route, index) => ({ ...route, name: `route-${index}` }));
    const made = await network.routeTables
      .createOrUpdate('rg-network-prod', 'rt-probe', { location: 'westeurope', routes: named })
      .pollUntilDone();
    return { routeTable: { id: made.id ?? '' } };
  };

  test('denying one prefix of a tag is enough', async () => {
    const sample = openSampleClients();
    const [first = ''] = await prefixesOf(sample, 'BatchNodeManagement.WestEurope');
    await sample.network.securityRules
      .createOrUpdate('rg-network-prod', 'nsg-train-gpu', 'Deny-Part', {
        priority: 101,
        protocol: '*',
        direction: 'Outbound',
        access: 'Deny',
        sourcePortRange: '*',
        destinationPortRange: '443',
        sourceAddressPrefix: '*',
        destinationAddressPrefix: first,
      })
      .pollUntilDone();
    expect(await counts(sample, gpu)).toMatchObject({ unusableNodeCount: 1 });
  });

  test('the private endpoint of the workspace must be reachable', async () => {
    const sample = openSampleClients();
    await sample.network.securityRules
      .delete('rg-network-prod', 'nsg-train-gpu', 'Allow-VirtualNetwork')
      .pollUntilDone();
    expect(await counts(sample, gpu)).toMatchObject({ unusableNodeCount: 1 });
  });

  test('rules of the endpoint\u2019s subnet apply if it enables network policies', async () => {
    const sample = openSampleClients();
    const denyAll = {
      name: 'Deny',
      priority: 100,
      protocol: '*',
      direction: 'Inbound',
      access: 'Deny',
      sourcePortRange: '*',
      destinationPortRange: '*',
      sourceAddressPrefix: '*',
      destinationAddressPrefix: '*',
    };
    const group = await sample.network.networkSecurityGroups
      .createOrUpdate('rg-network-prod', 'nsg-links', { location: 'westeurope', securityRules: [denyAll] })
      .pollUntilDone();
    await changeSubnet(sample, 'snet-privatelink', { networkSecurityGroup: { id: group.id } });
    expect(await counts(sample, gpu)).toMatchObject({ idleNodeCount: 1 });
    await changeSubnet(sample, 'snet-privatelink', { privateEndpointNetworkPolicies: 'Enabled' });
    expect(await counts(sample, { ...gpu, name: 'cpu-second' })).toMatchObject({ unusableNodeCount: 1 });
  });

  test('a service endpoint takes storage traffic around a route', async () => {
    const sample = openSampleClients();
    const table = await routeTable(sample, [{ addressPrefix: 'Storage.WestEurope', nextHopType: 'None' }]);
    await changeSubnet(sample, 'snet-train-gpu', {
      ...table,
      serviceEndpoints: [{ service: 'Microsoft.Storage' }],
    });
    expect(await counts(sample, gpu)).toMatchObject({ idleNodeCount: 1 });
  });

  test('for the same prefix a written route overrides a tag, and a longer prefix a shorter one', async () => {
    const sample = openSampleClients();
    const [first = ''] = await prefixesOf(sample, 'BatchNodeManagement.WestEurope');
    const tag = { addressPrefix: 'BatchNodeManagement.WestEurope', nextHopType: 'None' };
    const table = await routeTable(sample, [tag]);
    await changeSubnet(sample, 'snet-train-gpu', table);
    expect(await counts(sample, gpu)).toMatchObject({ unusableNodeCount: 1 });
    await routeTable(sample, [
      { addressPrefix: 'BatchNodeManagement.WestEurope', nextHopType: 'Internet' },
      { addressPrefix: first, nextHopType: 'None' },
    ]);
    expect(await counts(sample, { ...gpu, name: 'cpu-second' })).toMatchObject({ unusableNodeCount: 1 });
    await routeTable(sample, [
      { addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' },
      { addressPrefix: '192.168.0.0/16', nextHopType: 'None' },
    ]);
    expect(await counts(sample, { ...gpu, name: 'cpu-third' })).toMatchObject({ idleNodeCount: 1 });
  });

  test('an appliance that doesn’t exist, or is in the nodes\u2019 own subnet, drops everything', async () => {
    for (const nextHopIpAddress of ['10.40.5.60', '10.40.3.60', '10.0.1.4']) {
      const sample = openSampleClients();
      const table = await routeTable(sample, [
        { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress },
      ]);
      await changeSubnet(sample, 'snet-train-gpu', table);
      expect(await counts(sample, gpu)).toMatchObject({ unusableNodeCount: 1 });
    }
  });

  test('an appliance in the same network serves other subnets, and loops in its own', async () => {
    const sample = openSampleClients();
    const table = await routeTable(sample, [
      { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.1.4' },
    ]);
    await sample.network.virtualNetworks
      .createOrUpdate('rg-network-prod', 'vnet-flat', {
        location: 'westeurope',
        addressSpace: { addressPrefixes: ['10.0.0.0/22'] },
        subnets: [
          { name: 'firewalls', addressPrefix: '10.0.1.0/24', ...table },
          { name: 'nodes', addressPrefix: '10.0.2.0/24', ...table },
        ],
      })
      .pollUntilDone();
    await peerWithProduction(sample, 'rg-network-prod', 'vnet-flat');
    const flat = (name: string) => sampleSubnetId('rg-network-prod', 'vnet-flat', name);
    expect(await counts(sample, { ...gpu, subnet: flat('nodes') })).toMatchObject({ idleNodeCount: 1 });
    expect(await counts(sample, { ...gpu, name: 'cpu-second', subnet: flat('firewalls') })).toMatchObject({
      unusableNodeCount: 1,
    });
  });

  // An assumption based on one report, azure-docs issue 94454.
  test('addresses of a service-tag route aren’t Internet to the default rule', async () => {
    const sample = openSampleClients();
    const group = await sample.network.networkSecurityGroups
      .createOrUpdate('rg-network-prod', 'nsg-empty', { location: 'westeurope' })
      .pollUntilDone();
    await changeSubnet(sample, 'snet-train-gpu', { networkSecurityGroup: { id: group.id } });
    expect(await counts(sample, gpu)).toMatchObject({ idleNodeCount: 1 });
    await changeSubnet(
      sample,
      'snet-train-gpu',
      await routeTable(sample, [{ addressPrefix: 'AzureMachineLearning', nextHopType: 'Internet' }]),
    );
    expect(await counts(sample, { ...gpu, name: 'cpu-second' })).toMatchObject({ unusableNodeCount: 1 });
  });

  test('denying another port, protocol, or source port blocks nothing', async () => {
    const sample = openSampleClients();
    const harmless = [
      { priority: 101, protocol: 'Tcp', destinationPortRange: '8080', sourcePortRange: '*' },
      { priority: 102, protocol: 'Udp', destinationPortRange: '443', sourcePortRange: '*' },
      { priority: 103, protocol: 'Tcp', destinationPortRange: '443', sourcePortRange: '22' },
    ];
    for (const rule of harmless) {
      await sample.network.securityRules
        .createOrUpdate('rg-network-prod', 'nsg-train-gpu', `Deny-${rule.priority}`, {
          ...rule,
          direction: 'Outbound',
          access: 'Deny',
          sourceAddressPrefix: '*',
          destinationAddressPrefix: 'AzureMachineLearning',
        })
        .pollUntilDone();
    }
    expect(await counts(sample, gpu)).toMatchObject({ idleNodeCount: 1 });
  });

  test('a NAT gateway is outbound access once it has an address', async () => {
    const sample = openSampleClients();
    const sku = { name: 'Standard' };
    const empty = await sample.network.natGateways
      .createOrUpdate('rg-network-prod', 'ng-new', { location: 'westeurope', sku })
      .pollUntilDone();
    await changeSubnet(sample, 'snet-sandbox', { natGateway: { id: empty.id } });
    const wanted: Wanted = { ...gpu, subnet: production('snet-sandbox') };
    expect(await counts(sample, wanted)).toMatchObject({ unusableNodeCount: 1 });
    await changeSubnet(sample, 'snet-sandbox', {
      natGateway: { id: (await sample.network.natGateways.get('rg-network-prod', 'ng-ml-weu')).id },
    });
    expect(await counts(sample, { ...wanted, name: 'cpu-second' })).toMatchObject({ idleNodeCount: 1 });
  });

  test('a public IP is outbound access of a private subnet that allows 44224', async () => {
    const sample = openSampleClients();
    const wanted: Wanted = { ...gpu, subnet: production('snet-sandbox'), publicIp: true };
    expect(await counts(sample, wanted)).toMatchObject({ unusableNodeCount: 1 });
    await sample.network.securityRules
      .createOrUpdate('rg-network-prod', 'nsg-sandbox', 'Allow-44224', {
        priority: 100,
        protocol: 'Tcp',
        direction: 'Inbound',
        access: 'Allow',
        sourcePortRange: '*',
        destinationPortRange: '44224',
        sourceAddressPrefix: 'AzureMachineLearning',
        destinationAddressPrefix: 'VirtualNetwork',
      })
      .pollUntilDone();
    expect(await counts(sample, { ...wanted, name: 'cpu-second' })).toMatchObject({ idleNodeCount: 1 });
  });

  // The list of the article of December 2020 doesn't contain UDP 5831 and Batch (requirement
  // restricted-egress-composite-2020).
  test('rules of December 2020 start no node today', async () => {
    const subnet = sampleSubnetId('rg-legacy', 'vnet-ml-2020-weu', 'snet-train-2020');
    expect(await counts(openSampleClients(), { ...gpu, subnet })).toMatchObject({ unusableNodeCount: 1 });
  });

  test('without an NSG and with a NAT gateway, everything is allowed', async () => {
    const sample = openSampleClients();
    await peerWithProduction(sample, 'rg-network-dev', 'vnet-ml-dev-weu');
    const subnet = sampleSubnetId('rg-network-dev', 'vnet-ml-dev-weu', 'snet-dev-open');
    expect(await counts(sample, { ...gpu, subnet })).toMatchObject({ idleNodeCount: 1 });
  });
});

// Case 26: Batch node and pool errors page.
describe('addresses', () => {
  test('a full subnet starts no node', async () => {
    const end = await clusterEnd(openSampleClients(), {
      name: 'cpu-full',
      subnet: production('snet-batch-legacy'),
      publicIp: false,
      min: 1,
    });
    expect(end).toMatchObject({ state: 'Succeeded', current: 0, codes: ['AllocationFailed'] });
  });

  test('a subnet with too few addresses starts as many nodes as fit', async () => {
    const sample = openSampleClients();
    await sample.network.subnets
      .createOrUpdate('rg-network-prod', 'vnet-ml-prod-weu', 'snet-small', {
        addressPrefix: '10.40.7.32/29',
        networkSecurityGroup: {
          id: (await sample.network.networkSecurityGroups.get('rg-network-prod', 'nsg-train-gpu')).id ?? '',
        },
        natGateway: { id: (await sample.network.natGateways.get('rg-network-prod', 'ng-ml-weu')).id ?? '' },
      })
      .pollUntilDone();
    const end = await clusterEnd(sample, {
      name: 'cpu-some',
      subnet: production('snet-small'),
      publicIp: false,
      min: 4,
      max: 4,
    });
    expect(end).toMatchObject({
      current: 3,
      codes: ['AllocationFailed'],
      addresses: ['10.40.7.36', '10.40.7.37', '10.40.7.38'],
    });
    expect(end.counts).toMatchObject({ idleNodeCount: 3 });
  });

  test('a full subnet refuses an instance', async () => {
    const end = await instanceEnd(openSampleClients(), {
      name: 'ci-full',
      subnet: production('snet-batch-legacy'),
      publicIp: false,
    });
    expect(end).toMatchObject({ state: 'CreateFailed', code: 'SubnetIsFull' });
  });
});

describe('refused immediately', () => {
  const cluster = (wanted: Partial<Wanted>) => {
    const whole: Wanted = {
      name: 'cpu-new',
      publicIp: false,
      subnet: production('snet-train-gpu'),
      ...wanted,
    };
    return refusalOf(create(openSampleClients(), whole, clusterBody(whole)));
  };
  const instance = (wanted: Partial<Wanted>) => {
    const whole: Wanted = {
      name: 'ci-new',
      publicIp: false,
      subnet: production('snet-train-gpu'),
      ...wanted,
    };
    return refusalOf(create(openSampleClients(), whole, instanceBody(whole)));
  };

  test('a delegated subnet (case 25)', async () => {
    const refusal = await cluster({ subnet: production('snet-dbx-private') });
    expect(refusal).toMatchObject({ status: 400 });
    expect(refusal.message).toContain('Microsoft.Databricks/workspaces');
  });

  test('a reserved subnet', async () => {
    expect((await cluster({ subnet: production('GatewaySubnet') })).status).toBe(400);
  });

  test('a subnet in a workspace with a managed virtual network (case 51)', async () => {
    const refusal = await cluster({ group: 'rg-ml-risk', workspace: 'mlw-risk-prod' });
    expect(refusal.message).toContain('AllowOnlyApprovedOutbound');
  });

  test('no public IP and no private endpoint', async () => {
    const refusal = await cluster({ group: 'rg-ml-dev', workspace: 'mlw-risk-dev' });
    expect(refusal.message).toContain('private endpoint');
  });

  test('a subnet of another region', async () => {
    const refusal = await cluster({
      subnet: sampleSubnetId('rg-network-prod', 'vnet-ml-prod-neu', 'snet-train'),
    });
    expect(refusal.message).toContain("'northeurope'");
  });

  test('a cluster can be in another region with its subnet, and an instance can’t', async () => {
    const there: Wanted = {
      name: 'cpu-neu',
      publicIp: false,
      location: 'northeurope',
      subnet: sampleSubnetId('rg-network-prod', 'vnet-ml-prod-neu', 'snet-data'),
    };
    expect(await clusterEnd(openSampleClients(), there)).toMatchObject({ state: 'Succeeded' });
    expect((await instance(there)).status).toBe(400);
  });

  test('a subnet that doesn’t exist, or is in another subscription', async () => {
    expect((await cluster({ subnet: production('snet-nowhere') })).message).toContain('does not exist');
    expect(
      (
        await cluster({
          subnet: hubSubnet.replace(
            /subscriptions\/[^/]+/,
            'subscriptions/00000000-1111-2222-3333-444444444444',
          ),
        })
      ).message,
    ).toContain('same subscription');
  });

  // MCW-ML-Ops issue 28 of August 2020 and a Dynamics template's issue 4 of August 2022 quote the message.
  test('a name taken by another workspace of the region', async () => {
    const other = { group: 'rg-ml-dev', workspace: 'mlw-risk-dev', publicIp: true };
    expect(await cluster({ ...other, name: 'CPU-train' })).toMatchObject({ status: 409 });
    expect((await instance({ ...other, name: 'ci-anna' })).message).toContain(
      'is already in use and is therefore unavailable',
    );
  });

  // pipelines-azureml issue 19 of July 2021 quotes the message.
  test('an instance name that ends in digits after a hyphen, which a cluster can have', async () => {
    expect((await instance({ name: 'ci-fraud-01' })).message).toContain(
      'Numbers cannot be the ending of the name',
    );
    expect(
      await clusterEnd(openSampleClients(), {
        name: 'cpu-fraud-01',
        publicIp: false,
        subnet: production('snet-train-gpu'),
      }),
    ).toMatchObject({ state: 'Succeeded' });
    expect((await cluster({ name: '1cpu' })).status).toBe(400);
  });

  // machinelearning-modelbuilder issue 2140 of June 2022 quotes the message.
  test('a family without quota', async () => {
    const refusal = await cluster({ size: 'Standard_NC24ads_A100_v4' });
    expect(refusal.message).toContain(
      'vCPU quota of 0 and cannot accomodate for at least 1 requested managed compute nodes which maps to 24 vCPUs',
    );
  });

  test('more nodes than the family has cores left: the rest isn’t allocated', async () => {
    const end = await clusterEnd(openSampleClients(), {
      name: 'gpu-many',
      size: 'Standard_NC16as_T4_v3',
      min: 2,
      publicIp: false,
      subnet: production('snet-train-gpu'),
    });
    expect(end).toMatchObject({ current: 1, codes: ['AllocationFailed'] });
  });

  // Case 32: MachineLearningNotebooks issue 613 of October 2019.
  test('more compute resources than the subscription allows', async () => {
    const sample = openSampleClients({ computeLimit: 4 });
    const ending = await create(
      sample,
      { name: 'cpu-more', publicIp: true },
      clusterBody({ name: 'cpu-more', publicIp: true }),
    ).then(
      () => undefined,
      (error: Error) => error,
    );
    expect(ending).toBeInstanceOf(Error);
    const compute = await sample.learning.computeOperations.get('rg-ml-prod', 'mlw-fraud-prod', 'cpu-more');
    expect(compute.properties?.provisioningState).toBe('Failed');
    expect(compute.properties?.provisioningErrors?.[0]?.error?.message).toContain(
      'exceeding quota limits of Microsoft.Batchlusters',
    );
  });

  test('a subnet without permission to join', async () => {
    const sample = openSampleClients();
    sample.azure.access.deny({ scope: production('snet-train-gpu'), verbs: ['action'] });
    const wanted: Wanted = { name: 'cpu-new', publicIp: false, subnet: production('snet-train-gpu') };
    const refusal = await refusalOf(create(sample, wanted, clusterBody(wanted)));
    expect(refusal).toMatchObject({ status: 403, code: 'LinkedAuthorizationFailed' });
  });

  test('an unknown size, and an invalid scale', async () => {
    expect((await cluster({ size: 'Standard_Nothing' })).status).toBe(400);
    expect((await cluster({ min: 5, max: 4 })).status).toBe(400);
  });
});

describe('a workspace with a managed virtual network', () => {
  test('a cluster doesn’t need a subnet', async () => {
    const end = await clusterEnd(openSampleClients(), {
      name: 'cpu-managed',
      group: 'rg-ml-risk',
      workspace: 'mlw-risk-prod',
      publicIp: false,
      min: 1,
    });
    expect(end).toMatchObject({ state: 'Succeeded', current: 1 });
    expect(end.counts).toMatchObject({ idleNodeCount: 1 });
  });
});

describe('changing a compute resource', () => {
  test('a second PUT changes the scale of a cluster', async () => {
    const sample = openSampleClients();
    const wanted: Wanted = {
      name: 'cpu-scale',
      publicIp: false,
      subnet: production('snet-train-gpu'),
      min: 2,
    };
    await clusterEnd(sample, wanted);
    expect(await clusterEnd(sample, { ...wanted, min: 0 })).toMatchObject({ current: 0, addresses: [] });
    expect(
      (await refusalOf(create(sample, wanted, clusterBody({ ...wanted, size: 'Standard_D4s_v5' })))).code,
    ).toBe('PropertyChangeNotAllowed');
  });

  test('a compute resource that is being created can’t be created again', async () => {
    const sample = openSampleClients({ pace: 'lifelike', latency: 0 });
    const wanted: Wanted = { name: 'cpu-twice', publicIp: false, subnet: production('snet-train-gpu') };
    await sample.learning.computeOperations.beginCreateOrUpdate(
      'rg-ml-prod',
      'mlw-fraud-prod',
      wanted.name,
      clusterBody(wanted),
    );
    const again = await refusalOf(create(sample, wanted, clusterBody(wanted)));
    expect(again.status).toBe(409);
  });
});

test('realistic pace: preparing nodes appear before idle ones, about seven seconds after the start', async () => {
  let time = Date.UTC(2026, 10, 24, 12);
  const sample = openSampleClients({ pace: 'lifelike', latency: 0, now: () => time });
  const wanted: Wanted = { name: 'cpu-slow', publicIp: false, subnet: production('snet-train-gpu'), min: 1 };
  await sample.learning.computeOperations.beginCreateOrUpdate(
    'rg-ml-prod',
    'mlw-fraud-prod',
    wanted.name,
    clusterBody(wanted),
  );
  const seen: string[] = [];
  for (let second = 0; second <= 8; second += 1) {
    const compute = await sample.learning.computeOperations.get('rg-ml-prod', 'mlw-fraud-prod', wanted.name);
    const { properties } = compute.properties as AmlCompute;
    const { preparingNodeCount, idleNodeCount } = properties?.nodeStateCounts ?? {};
    seen.push(
      `${compute.properties?.provisioningState} ${properties?.allocationState} ${preparingNodeCount}/${idleNodeCount}`,
    );
    time += 1000;
  }
  expect([...new Set(seen)]).toEqual([
    'Creating Steady 0/0',
    'Succeeded Resizing 0/0',
    'Succeeded Resizing 1/0',
    'Succeeded Steady 0/1',
  ]);
  expect(seen.indexOf('Succeeded Steady 0/1')).toBe(7);
});

describe('behind a Virtual WAN hub', () => {
  const hub = sampleNetworkId('rg-virtual-wan', 'virtualHubs', 'vhub-weu');
  const nextHop = sampleNetworkId('rg-virtual-wan', 'azureFirewalls', 'afw-vhub-weu');
  const policy = sampleNetworkId('rg-virtual-wan', 'firewallPolicies', 'afwp-vhub-weu');
  const everything = {
    ruleType: 'NetworkRule',
    name: 'All',
    ipProtocols: ['Any'],
    sourceAddresses: ['*'],
    destinationAddresses: ['*'],
    destinationPorts: ['*'],
  };
  const allowsAll = {
    ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
    name: 'all',
    priority: 100,
    action: { type: 'Allow' },
    rules: [everything],
  };

  /**
   * Number of nodes that start if the hub's firewall allows all outbound traffic and its default table has these
   * routes, without routing intent.
   */
  async function nodesWith(
    destinations: readonly string[],
    { table = 'defaultRouteTable', propagatesDefaultRoute = true, associated = '' } = {},
  ) {
    const sample = openSampleClients();
    const put = (path: string, properties: BodyObject): void =>
      expect(sample.azure.writeByOther({ method: 'PUT', path, body: { properties } }), path).toBe(true);
    put(`${policy}/ruleCollectionGroups/all`, { priority: 100, ruleCollections: [allowsAll] });
    put(`${hub}/routingIntent/hubRoutingIntent`, { routingPolicies: [] });
    put(`${hub}/hubRouteTables/defaultRouteTable`, { routes: [] });
    put(`${hub}/hubRouteTables/${table}`, {
      routes: [{ name: 'all', destinationType: 'CIDR', destinations: [...destinations], nextHop }],
    });
    const id = `${hub}/hubRouteTables/${associated}`;
    put(`${hub}/hubVirtualNetworkConnections/to-loyalty`, {
      remoteVirtualNetwork: {
        id: sampleNetworkId('rg-loyalty', 'virtualNetworks', 'vnet-spoke-loyalty-weu'),
      },
      enableInternetSecurity: propagatesDefaultRoute,
      ...(associated === '' ? {} : { routingConfiguration: { associatedRouteTable: { id } } }),
    });
    const subnet = sampleSubnetId('rg-loyalty', 'vnet-spoke-loyalty-weu', 'snet-train-loyalty');
    const end = await clusterEnd(sample, { name: 'cpu-hub', subnet, publicIp: false, min: 1 });
    return end.counts?.idleNodeCount;
  }

  test('without routing intent the static routes of the connection’s table lead to the firewall', async () => {
    expect(await nodesWith(['0.0.0.0/0'])).toBe(1);
    expect(await nodesWith(['0.0.0.0/0'], { propagatesDefaultRoute: false })).toBe(0);
    expect(await nodesWith(['10.0.0.0/8'])).toBe(0);
    expect(await nodesWith(['0.0.0.0/0'], { table: 'RT_VNet' })).toBe(0);
    expect(await nodesWith(['0.0.0.0/0'], { table: 'RT_VNet', associated: 'RT_VNet' })).toBe(1);
  });
});
