import { describe, expect, test } from 'vitest';
import type { AttachTarget } from '../../../../src/core/attach-target';
import { known } from '../../../../src/core/known';
import type { AttachedKind } from '../../../../src/core/compute-kinds';
import { connectAnswering, subscriptionId, type HttpAnswer } from '../answering';
import { failureOf, noStop } from '../sample';

const group = `/subscriptions/${subscriptionId}/resourceGroups/rg-data`;
const network = `${group}/providers/Microsoft.Network/virtualNetworks/vnet`;
const nic = `${group}/providers/Microsoft.Network/networkInterfaces/nic`;
const address = `${group}/providers/Microsoft.Network/publicIPAddresses/pip`;

/** Answers each list by the last segment of its path. */
function opened(lists: Readonly<Record<string, readonly object[] | HttpAnswer>>) {
  return connectAnswering(({ url }) => {
    const list = lists[new URL(url).pathname.split('/').at(-1) ?? ''] ?? [];
    return 'length' in list ? { body: { value: list } } : list;
  });
}

async function targets(
  lists: Parameters<typeof opened>[0],
  kind: AttachedKind,
): Promise<readonly AttachTarget[]> {
  return opened(lists).azure.read.attachTargets(subscriptionId, kind, noStop);
}

const forbidden: HttpAnswer = { status: 403, body: { error: { code: 'AuthorizationFailed' } } };

describe('Databricks', () => {
  const body = (properties: object) => ({
    id: `${group}/providers/Microsoft.Databricks/workspaces/adb`,
    name: 'adb',
    location: 'West Europe',
    properties,
  });

  test('in a network of its owner: lists the public subnet first', async () => {
    const parameters = {
      customVirtualNetworkId: { type: 'String', value: network },
      customPrivateSubnetName: { type: 'String', value: 'private' },
      customPublicSubnetName: { type: 'String', value: 'public' },
      enableNoPublicIp: { type: 'Bool', value: true },
    };
    const workspaceUrl = 'adb-1.1.azuredatabricks.net';
    const found = await targets(
      { workspaces: [body({ parameters, workspaceUrl, requiredNsgRules: 'NoAzureDatabricksRules' })] },
      'databricks',
    );
    expect(found).toEqual([
      {
        kind: 'databricks',
        id: `${group}/providers/Microsoft.Databricks/workspaces/adb`,
        name: 'adb',
        resourceGroup: 'rg-data',
        location: known('westeurope'),
        subnets: known([`${network}/subnets/public`, `${network}/subnets/private`]),
        url: known('adb-1.1.azuredatabricks.net'),
        noPublicIp: known(true),
        requiredRules: known('NoAzureDatabricksRules'),
      },
    ]);
  });

  test('outside a network of its owner: reports missing properties as unknown', async () => {
    const [found] = await targets({ workspaces: [body({ parameters: {} })] }, 'databricks');
    expect(found).toMatchObject({
      subnets: known([]),
      requiredRules: known('AllRules'),
      noPublicIp: { known: false, because: { key: 'unknown.notRead' } },
      url: { known: false },
    });
  });
});

describe('virtual machines', () => {
  const machine = {
    id: `${group}/providers/Microsoft.Compute/virtualMachines/vm`,
    name: 'vm',
    location: 'westeurope',
    properties: {
      storageProfile: {
        imageReference: {
          publisher: 'Canonical',
          offer: 'ubuntu-24_04-lts',
          sku: 'server',
          version: 'latest',
        },
        osDisk: { osType: 'Linux' },
      },
      networkProfile: {
        networkInterfaces: [{ id: `${nic}-2` }, { id: nic.toUpperCase(), properties: { primary: true } }],
      },
    },
  };
  const nicBody = (publicIPAddress?: object) => ({
    id: nic,
    name: 'nic',
    properties: {
      networkSecurityGroup: { id: '/nsg' },
      ipConfigurations: [
        { properties: { privateIPAddress: '10.0.0.9', subnet: { id: `${network}/subnets/other` } } },
        {
          properties: {
            primary: true,
            privateIPAddress: '10.0.0.4',
            subnet: { id: `${network}/subnets/machines` },
            ...(publicIPAddress ? { publicIPAddress } : {}),
          },
        },
      ],
    },
  });
  const lists = {
    virtualMachines: [machine],
    networkInterfaces: [nicBody({ id: address })],
    publicIPAddresses: [{ id: address, name: 'pip', properties: { ipAddress: '20.1.2.3' } }],
  };

  test('reads the operating system, the image, and the network of the first NIC', async () => {
    expect(await targets(lists, 'virtual-machine')).toEqual([
      {
        kind: 'virtual-machine',
        id: machine.id,
        name: 'vm',
        resourceGroup: 'rg-data',
        location: known('westeurope'),
        os: known('Linux'),
        image: known('Canonical ubuntu-24_04-lts server'),
        subnets: known([`${network}/subnets/machines`]),
        nicGroup: known('/nsg'),
        privateAddress: known('10.0.0.4'),
        publicAddress: known('20.1.2.3'),
      },
    ]);
  });

  test('requests three lists, however many machines there are', async () => {
    const machines = Array.from({ length: 40 }, (_, at) => ({ ...machine, name: `vm-${at}` }));
    const { azure, asked } = opened({ ...lists, virtualMachines: machines });
    expect(await azure.read.attachTargets(subscriptionId, 'virtual-machine', noStop)).toHaveLength(40);
    expect(asked).toHaveLength(3);
  });

  test('reports that there is no public address', async () => {
    const [found] = await targets({ ...lists, networkInterfaces: [nicBody()] }, 'virtual-machine');
    expect(found).toMatchObject({ publicAddress: known(null) });
  });

  test('reads an address that is assigned while the machine runs', async () => {
    const publicIPAddresses = [{ id: address, name: 'pip', properties: {} }];
    const [found] = await targets({ ...lists, publicIPAddresses }, 'virtual-machine');
    expect(found).toMatchObject({
      publicAddress: { known: false, because: { key: 'unknown.notRead', values: { name: 'pip' } } },
    });
  });

  test('reads a machine that was created from a custom image', async () => {
    const storageProfile = { imageReference: { id: '/image' }, osDisk: { osType: 'Windows' } };
    const own = { ...machine, properties: { ...machine.properties, storageProfile } };
    const [found] = await targets({ ...lists, virtualMachines: [own] }, 'virtual-machine');
    expect(found).toMatchObject({ os: known('Windows'), image: known(null) });
  });

  test('reports the network as unknown if the NICs can’t be read', async () => {
    const why = { known: false, because: { key: 'unknown.permission' } };
    const [found] = await targets({ ...lists, networkInterfaces: forbidden }, 'virtual-machine');
    expect(found).toMatchObject({
      os: known('Linux'),
      subnets: why,
      nicGroup: why,
      privateAddress: why,
      publicAddress: why,
    });
    const [one] = await targets({ ...lists, networkInterfaces: [] }, 'virtual-machine');
    expect(one).toMatchObject({ subnets: why });
  });

  test('reports the public address as unknown if public addresses can’t be read', async () => {
    const [found] = await targets({ ...lists, publicIPAddresses: forbidden }, 'virtual-machine');
    expect(found).toMatchObject({ privateAddress: known('10.0.0.4'), publicAddress: { known: false } });
  });
});

describe('HDInsight', () => {
  const body = (properties: object) => ({
    id: `${group}/providers/Microsoft.HDInsight/clusters/spark`,
    name: 'spark',
    location: 'North Europe',
    properties: { clusterDefinition: { kind: 'SPARK' }, ...properties },
  });
  const role = (subnet: string) => ({
    virtualNetworkProfile: { id: network, subnet: `${network}/subnets/${subnet}` },
  });

  test('lists its subnet once, and reads its type and SSH endpoint', async () => {
    const found = await targets(
      {
        clusters: [
          body({
            computeProfile: { roles: [role('spark'), role('SPARK'), { name: 'zookeepernode' }] },
            connectivityEndpoints: [
              { name: 'HTTPS', location: 'spark.azurehdinsight.net', port: 443 },
              { name: 'SSH', location: 'spark-ssh.azurehdinsight.net', port: 22 },
            ],
          }),
        ],
      },
      'hdinsight',
    );
    expect(found).toEqual([
      {
        kind: 'hdinsight',
        id: `${group}/providers/Microsoft.HDInsight/clusters/spark`,
        name: 'spark',
        resourceGroup: 'rg-data',
        location: known('northeurope'),
        subnets: known([`${network}/subnets/spark`]),
        clusterType: known('Spark'),
        sshAddress: known('spark-ssh.azurehdinsight.net'),
        outboundOnly: known(false),
      },
    ]);
  });

  test('reads a cluster behind private link', async () => {
    const networkProperties = { resourceProviderConnection: 'Outbound', privateLink: 'Enabled' };
    const [found] = await targets({ clusters: [body({ networkProperties })] }, 'hdinsight');
    expect(found).toMatchObject({ subnets: known([]), sshAddress: known(null), outboundOnly: known(true) });
  });

  test('reports a property with an unfamiliar value as unknown', async () => {
    const networkProperties = { resourceProviderConnection: 'Sideways' };
    const [found] = await targets({ clusters: [body({ networkProperties })] }, 'hdinsight');
    expect(found).toMatchObject({ outboundOnly: { known: false } });
  });
});

test.each([
  ['databricks', 'workspaces'],
  ['virtual-machine', 'virtualMachines'],
  ['hdinsight', 'clusters'],
] as const)('%s: rejects if the list is refused', async (kind, list) => {
  const { azure } = opened({ [list]: forbidden });
  const failure = await failureOf(azure.read.attachTargets(subscriptionId, kind, noStop));
  expect(failure.code).toBe('forbidden');
});
