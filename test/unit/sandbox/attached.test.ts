import { describe, expect, test } from 'vitest';
import {
  sampleNetworkId,
  researchSubscription,
  sampleSubnetId,
  targetId,
  sampleWorkspaceId,
} from '../../../src/sandbox/sample/names';
import { all, openSampleClients, refusalOf, type Sample } from './clients';
import { rawClient } from './raw-client';

const machine = (name: string): string =>
  targetId('rg-network-dev', 'Microsoft.Compute/virtualMachines', name);
const databricks = (name: string): string =>
  targetId('rg-databricks', 'Microsoft.Databricks/workspaces', name);
const cluster = (name: string): string => targetId('rg-databricks', 'Microsoft.HDInsight/clusters', name);
const fraud = ['rg-ml-prod', 'mlw-fraud-prod'] as const;
const development = ['rg-ml-dev', 'mlw-risk-dev'] as const;
const secret = 'a-secret-that-nobody-keeps';

async function addressOf({ network }: Sample, name: string): Promise<string> {
  return (await network.publicIPAddresses.get('rg-network-dev', `pip-${name}`)).ipAddress ?? '';
}

const account = { username: 'azureuser', password: secret };

/** Builds the body that attaches a virtual machine. */
function machineBody(resourceId: string, address: string, more: object = {}) {
  return {
    location: 'westeurope',
    properties: {
      computeType: 'VirtualMachine' as const,
      resourceId,
      properties: { address, sshPort: 22, administratorAccount: account, ...more },
    },
  };
}

function clusterBody(name: string) {
  return {
    location: 'westeurope',
    properties: {
      computeType: 'HDInsight' as const,
      resourceId: cluster(name),
      properties: { address: `${name}-ssh.azurehdinsight.net`, sshPort: 22, administratorAccount: account },
    },
  };
}

async function databricksBody(sample: Sample, name: string, more: object = {}) {
  const { body } = await rawClient(sample)(`${databricks(name)}?api-version=2024-05-01`);
  return {
    location: 'westeurope',
    properties: {
      computeType: 'Databricks' as const,
      resourceId: databricks(name),
      properties: { databricksAccessToken: secret, workspaceUrl: body.properties.workspaceUrl, ...more },
    },
  };
}

type Body = Parameters<Sample['learning']['computeOperations']['beginCreateOrUpdate']>[3];

function put(sample: Sample, name: string, body: Body, place: readonly [string, string] = fraud) {
  return sample.learning.computeOperations.beginCreateOrUpdateAndWait(...place, name, body);
}

async function stateOf({ learning }: Sample, name: string, place: readonly [string, string] = fraud) {
  const { properties } = await learning.computeOperations.get(...place, name);
  return [properties?.provisioningState, properties?.provisioningErrors?.[0]?.error?.code];
}

/** Returns how the attachment of a machine ends. */
async function endOfMachine(
  name: string,
  change: (sample: Sample) => Promise<unknown> = async () => undefined,
) {
  const sample = openSampleClients();
  await change(sample);
  const address = await addressOf(sample, 'vm-dsvm-risk');
  const body = machineBody(machine(name), name === 'vm-dsvm-churn' ? await addressOf(sample, name) : address);
  await put(sample, 'dsvm', body).catch(() => undefined);
  return stateOf(sample, 'dsvm');
}

describe('resources that can be attached', () => {
  const types = [
    [
      'Microsoft.Databricks/workspaces',
      'rg-databricks',
      ['adb-features-weu', 'adb-scoring-weu', 'adb-trial-weu'],
    ],
    [
      'Microsoft.Compute/virtualMachines',
      'rg-network-dev',
      ['vm-dsvm-risk', 'vm-dsvm-churn', 'vm-reports-win'],
    ],
    ['Microsoft.HDInsight/clusters', 'rg-databricks', ['hdi-fraud-spark', 'hdi-payments']],
  ] as const;
  const namesIn = (body: { value: { name: string }[] }): string[] => body.value.map(({ name }) => name);

  test.each(types)(
    '%s: are listed by subscription, by resource group, one by one, and among all resources',
    async (type, group, names) => {
      const sample = openSampleClients();
      const get = rawClient(sample);
      const subscription = `/subscriptions/${researchSubscription.id}`;
      const version = 'api-version=2024-05-01';
      expect(namesIn((await get(`${subscription}/providers/${type}?${version}`)).body)).toEqual(names);
      const inGroup = `${subscription}/resourceGroups/${group}/providers/${type}`;
      expect(namesIn((await get(`${inGroup}?api-version=2019-01-01`)).body)).toEqual(names);
      for (const name of names) {
        const { body } = await get(`${inGroup}/${name}?${version}`);
        expect(body).toMatchObject({ id: targetId(group, type, name), type, location: 'westeurope' });
        expect(body.properties.provisioningState).toBe('Succeeded');
      }
      const filter = encodeURIComponent(`resourceType eq '${type}'`);
      expect(namesIn((await get(`${subscription}/resources?$filter=${filter}&${version}`)).body)).toEqual(
        names,
      );
    },
  );

  test('are listed page by page, and only those that can be read', async () => {
    const sample = openSampleClients({ pageSize: 2 });
    const path = `/subscriptions/${researchSubscription.id}/providers/Microsoft.Compute/virtualMachines?api-version=2024-07-01`;
    const first = await rawClient(sample)(path);
    expect(namesIn(first.body)).toHaveLength(2);
    expect(first.body.nextLink).toContain('skiptoken');
    sample.azure.access.deny({ scope: machine('vm-dsvm-risk'), verbs: ['read'] });
    expect(namesIn((await rawClient(sample)(path)).body)).toEqual(['vm-dsvm-churn', 'vm-reports-win']);
    sample.azure.access.deny({ scope: `/subscriptions/${researchSubscription.id}`, verbs: ['read'] });
    expect((await rawClient(sample)(path)).status).toBe(403);
  });

  test('addresses of machines are in use in their subnets', async () => {
    const { network } = openSampleClients();
    const held = async (group: string, vnet: string) =>
      Object.fromEntries(
        (await all(network.virtualNetworks.listUsage(group, vnet))).map(({ id, currentValue }) => [
          id?.split('/').at(-1),
          currentValue,
        ]),
      );
    expect(await held('rg-network-dev', 'vnet-ml-dev-weu')).toMatchObject({ 'snet-dev-machines': 3 });
    expect(await held('rg-databricks', 'vnet-databricks-weu')).toMatchObject({
      'snet-hdi-spark': 9,
      'snet-hdi-kafka': 9,
      'snet-dbx-scoring-host': 9,
      default: 0,
    });
  });

  test('a NIC is listed by its NSG and its public address, which can’t be deleted', async () => {
    const { network } = openSampleClients();
    const nic = sampleNetworkId('rg-network-dev', 'networkInterfaces', 'nic-vm-dsvm-risk');
    const group = await network.networkSecurityGroups.get('rg-network-dev', 'nsg-vm-dsvm-risk');
    expect(group.networkInterfaces?.map(({ id }) => id)).toEqual([nic]);
    expect(group.subnets).toBeUndefined();
    const address = await network.publicIPAddresses.get('rg-network-dev', 'pip-vm-dsvm-risk');
    expect(address.ipConfiguration?.id).toBe(`${nic}/ipConfigurations/ipconfig1`);
    const refused = await refusalOf(
      network.publicIPAddresses.delete('rg-network-dev', 'pip-vm-dsvm-risk').pollUntilDone(),
    );
    expect(refused.status).toBe(400);
  });
});

describe('a virtual machine', () => {
  test('is attached if both NSGs allow inbound SSH, and no secret is shown again', async () => {
    const sample = openSampleClients();
    const address = await addressOf(sample, 'vm-dsvm-risk');
    const started = await sample.learning.computeOperations.beginCreateOrUpdate(
      ...fraud,
      'dsvm',
      machineBody(machine('vm-dsvm-risk'), address),
    );
    expect(JSON.stringify(started.getOperationState().result ?? {})).not.toContain(secret);
    await started.pollUntilDone();
    const path = `${sampleWorkspaceId(...fraud)}/computes/dsvm?api-version=2024-04-01`;
    const { body } = await rawClient(sample)(path);
    expect(body.properties).toMatchObject({
      computeType: 'VirtualMachine',
      provisioningState: 'Succeeded',
      resourceId: machine('vm-dsvm-risk'),
      isAttachedCompute: true,
      properties: { address, sshPort: 22, administratorAccount: { username: 'azureuser' } },
    });
    expect(JSON.stringify(body)).not.toContain(secret);
    expect(JSON.stringify(sample.azure.snapshot())).not.toContain(secret);
  });

  test('is in progress while the service tests the connection', async () => {
    const sample = openSampleClients({ pace: 'lifelike', latency: 0 });
    const address = await addressOf(sample, 'vm-dsvm-risk');
    await sample.learning.computeOperations.beginCreateOrUpdate(
      ...fraud,
      'dsvm',
      machineBody(machine('vm-dsvm-risk'), address),
    );
    expect(await stateOf(sample, 'dsvm')).toEqual(['Creating', undefined]);
    sample.azure.clock.advance(3_100);
    expect(await stateOf(sample, 'dsvm')).toEqual(['Succeeded', undefined]);
  });

  const closed = (group: string) => (sample: Sample) =>
    sample.network.securityRules
      .createOrUpdate('rg-network-dev', group, 'Deny-All-In', {
        priority: 100,
        direction: 'Inbound',
        access: 'Deny',
        protocol: '*',
        sourceAddressPrefix: '*',
        sourcePortRange: '*',
        destinationAddressPrefix: '*',
        destinationPortRange: '*',
      })
      .pollUntilDone();
  const without = (group: string, rule: string) => (sample: Sample) =>
    sample.network.securityRules.delete('rg-network-dev', group, rule).pollUntilDone();

  test.each<[string, string, (sample: Sample) => Promise<unknown>]>([
    ['the NIC’s NSG blocks SSH', 'vm-dsvm-churn', async () => undefined],
    [
      'the subnet’s NSG blocks SSH',
      'vm-dsvm-risk',
      async (sample) => {
        await without('nsg-dev-machines', 'Allow-AzureML-SSH')(sample);
        await closed('nsg-dev-machines')(sample);
      },
    ],
    ['the NIC’s NSG doesn’t allow it', 'vm-dsvm-risk', without('nsg-vm-dsvm-risk', 'Allow-AzureML-SSH')],
    ['it has no public address', 'vm-reports-win', async () => undefined],
  ])('fails late if %s', async (_, name, change) => {
    expect(await endOfMachine(name, change)).toEqual(['Failed', 'ComputeNotReachable']);
  });

  const withoutGroup = async (sample: Sample): Promise<void> => {
    const subnet = sampleSubnetId('rg-network-dev', 'vnet-ml-dev-weu', 'snet-dev-machines');
    const properties = { addressPrefix: '10.30.5.0/26' };
    const put = rawClient(sample)(`${subnet}?api-version=2024-05-01`, 'PUT', JSON.stringify({ properties }));
    expect((await put).status).toBe(200);
    expect((await put).body.properties.networkSecurityGroup).toBeUndefined();
  };

  test.each([
    ['the NIC’s NSG alone decides if the subnet has none', 'vm-dsvm-risk', 'Succeeded'],
    ['and blocks there too', 'vm-dsvm-churn', 'Failed'],
  ])('%s', async (_, name, end) => {
    expect((await endOfMachine(name, withoutGroup))[0]).toBe(end);
  });

  test('is attached once the NIC’s NSG allows it', async () => {
    const open = (sample: Sample) =>
      sample.network.securityRules
        .createOrUpdate('rg-network-dev', 'nsg-vm-dsvm-churn', 'Allow-AzureML-SSH', {
          priority: 110,
          direction: 'Inbound',
          access: 'Allow',
          protocol: 'Tcp',
          sourceAddressPrefix: 'AzureMachineLearning',
          sourcePortRange: '*',
          destinationAddressPrefix: '*',
          destinationPortRange: '22',
        })
        .pollUntilDone();
    expect(await endOfMachine('vm-dsvm-churn', open)).toEqual(['Succeeded', undefined]);
  });

  test('attached to the workspace a second time, breaks the first attachment', async () => {
    const sample = openSampleClients();
    const body = machineBody(machine('vm-dsvm-risk'), await addressOf(sample, 'vm-dsvm-risk'));
    await put(sample, 'dsvm', body);
    await put(sample, 'dsvm-again', body);
    expect(await stateOf(sample, 'dsvm-again')).toEqual(['Succeeded', undefined]);
    expect(await stateOf(sample, 'dsvm')).toEqual(['Failed', 'ComputeNotReachable']);
    expect(await stateOf(sample, 'dsvm-risk', development)).toEqual(['Succeeded', undefined]);
  });

  test('a PUT of the same attachment tests the connection again', async () => {
    const sample = openSampleClients();
    const address = await addressOf(sample, 'vm-dsvm-risk');
    await put(sample, 'dsvm-risk', machineBody(machine('vm-dsvm-risk'), '10.9.9.9'), development).catch(
      () => null,
    );
    expect(await stateOf(sample, 'dsvm-risk', development)).toEqual(['Failed', 'ComputeNotReachable']);
    await put(sample, 'dsvm-risk', machineBody(machine('vm-dsvm-risk'), address), development);
    expect(await stateOf(sample, 'dsvm-risk', development)).toEqual(['Succeeded', undefined]);
  });
});

describe('refused immediately', () => {
  const valid = machineBody(machine('vm-dsvm-risk'), '198.51.100.9');
  const changed = (more: object): Body => machineBody(machine('vm-dsvm-risk'), '198.51.100.9', more);

  test.each<[string, Body, string]>([
    ['no address', changed({ address: '' }), "'address' is required"],
    ['no port', changed({ sshPort: undefined }), "'sshPort' is required"],
    ['an invalid port', changed({ sshPort: 70000 }), "'sshPort' is 70000"],
    ['no user', changed({ administratorAccount: { password: secret } }), 'username'],
    ['no secret', changed({ administratorAccount: { username: 'azureuser' } }), 'password or privateKeyData'],
    ['no resource to attach', machineBody('', '198.51.100.9'), "'resourceId' is required"],
    ['a machine that doesn’t exist', machineBody(machine('vm-gone'), '198.51.100.9'), 'was not found'],
    [
      'a resource of another type',
      machineBody(cluster('hdi-payments'), '198.51.100.9'),
      'Microsoft.Compute/virtualMachines',
    ],
  ])('%s', async (_, body, words) => {
    const refused = await refusalOf(put(openSampleClients(), 'dsvm', body));
    expect(refused).toMatchObject({ status: 400, code: 'BadRequest' });
    expect(refused.message).toContain(words);
    expect(refused.message).not.toContain(secret);
  });

  test.each(['d', '1dsvm', 'dsvm-', 'a-name-of-17-char', 'ds_vm'])('the name %s', async (name) => {
    expect((await refusalOf(put(openSampleClients(), name, valid))).message).toContain('2 to 16');
  });

  test('accepts a key instead of a password', async () => {
    const sample = openSampleClients();
    const administratorAccount = { username: 'azureuser', privateKeyData: secret };
    const address = await addressOf(sample, 'vm-dsvm-risk');
    await put(sample, 'dsvm', machineBody(machine('vm-dsvm-risk'), address, { administratorAccount }));
    expect(await stateOf(sample, 'dsvm')).toEqual(['Succeeded', undefined]);
  });

  test('a machine in a workspace with a managed virtual network', async () => {
    const refused = await refusalOf(put(openSampleClients(), 'dsvm', valid, ['rg-ml-risk', 'mlw-risk-prod']));
    expect(refused.message).toContain('managed network');
  });

  test('another machine under the name of an attachment', async () => {
    const body = machineBody(machine('vm-dsvm-churn'), '198.51.100.9');
    expect((await refusalOf(put(openSampleClients(), 'dsvm-risk', body, development))).code).toBe(
      'PropertyChangeNotAllowed',
    );
  });

  test('a machine without read permission', async () => {
    const sample = openSampleClients();
    sample.azure.access.deny({ scope: machine('vm-dsvm-risk'), verbs: ['read'] });
    expect(await refusalOf(put(sample, 'dsvm', valid))).toMatchObject({
      status: 403,
      code: 'LinkedAuthorizationFailed',
    });
  });

  test('start and stop of an attached compute resource', async () => {
    const { learning } = openSampleClients();
    const refused = await refusalOf(learning.computeOperations.beginStopAndWait(...development, 'dsvm-risk'));
    expect(refused.status).toBe(400);
  });
});

describe('Databricks', () => {
  test.each(['adb-features-weu', 'adb-scoring-weu', 'adb-trial-weu'])(
    '%s is attached, whatever its clusters can reach',
    async (name) => {
      const sample = openSampleClients();
      await put(sample, 'adb', await databricksBody(sample, name));
      const { body } = await rawClient(sample)(
        `${sampleWorkspaceId(...fraud)}/computes/adb?api-version=2024-04-01`,
      );
      expect(body.properties).toMatchObject({ provisioningState: 'Succeeded', resourceId: databricks(name) });
      expect(Object.keys(body.properties.properties)).toEqual(['workspaceUrl']);
      expect(JSON.stringify(body)).not.toContain(secret);
    },
  );

  test.each<[object, string]>([
    [{ databricksAccessToken: '' }, 'databricksAccessToken'],
    [{ workspaceUrl: '' }, 'workspaceUrl'],
    [{ workspaceUrl: 'adb-1.2.azuredatabricks.net' }, 'not that of the Databricks workspace'],
  ])('%o is refused', async (more, words) => {
    const sample = openSampleClients();
    const refused = await refusalOf(put(sample, 'adb', await databricksBody(sample, 'adb-trial-weu', more)));
    expect(refused.message).toContain(words);
  });

  test('attached twice, both attachments work', async () => {
    const sample = openSampleClients();
    await put(sample, 'adb-two', await databricksBody(sample, 'adb-features-weu'), development);
    expect(await stateOf(sample, 'adb-features', development)).toEqual(['Succeeded', undefined]);
  });
});

describe('HDInsight', () => {
  test('is attached if inbound SSH is allowed', async () => {
    const sample = openSampleClients();
    await put(sample, 'spark', clusterBody('hdi-fraud-spark'));
    expect(await stateOf(sample, 'spark')).toEqual(['Succeeded', undefined]);
  });

  test('is unreachable behind private link', async () => {
    const sample = openSampleClients();
    await put(sample, 'kafka', clusterBody('hdi-payments')).catch(() => undefined);
    expect(await stateOf(sample, 'kafka')).toEqual(['Failed', 'ComputeNotReachable']);
  });

  test('is unreachable without the SSH rule', async () => {
    const sample = openSampleClients();
    await sample.network.securityRules
      .delete('rg-databricks', 'nsg-hdi', 'Allow-AzureML-SSH')
      .pollUntilDone();
    await put(sample, 'spark', clusterBody('hdi-fraud-spark')).catch(() => undefined);
    expect(await stateOf(sample, 'spark')).toEqual(['Failed', 'ComputeNotReachable']);
  });
});

describe('the end of an attachment', () => {
  const remove = ({ learning }: Sample, action: 'Delete' | 'Detach') =>
    learning.computeOperations.beginDeleteAndWait(...development, 'dsvm-risk', action);
  const isThere = async (sample: Sample): Promise<boolean> =>
    (await rawClient(sample)(`${machine('vm-dsvm-risk')}?api-version=2024-07-01`)).status === 200;
  const isAttached = async ({ learning }: Sample): Promise<boolean> =>
    (await all(learning.computeOperations.list(...development))).some(({ name }) => name === 'dsvm-risk');

  test('Detach keeps the machine', async () => {
    const sample = openSampleClients();
    await remove(sample, 'Detach');
    expect([await isAttached(sample), await isThere(sample)]).toEqual([false, true]);
  });

  test('Delete deletes the machine', async () => {
    const sample = openSampleClients();
    await remove(sample, 'Delete');
    expect([await isAttached(sample), await isThere(sample)]).toEqual([false, false]);
  });

  test('a deleted cluster releases its addresses', async () => {
    const sample = openSampleClients();
    const subnet = sampleSubnetId('rg-databricks', 'vnet-databricks-weu', 'snet-hdi-spark');
    await put(sample, 'spark', clusterBody('hdi-fraud-spark'));
    expect(sample.azure.snapshot().addresses[subnet]).toHaveLength(9);
    await sample.learning.computeOperations.beginDeleteAndWait(...fraud, 'spark', 'Delete');
    expect(sample.azure.snapshot().addresses[subnet]).toBeUndefined();
  });

  test('a lock keeps the machine, and its attachment too', async () => {
    const sample = openSampleClients();
    await rawClient(sample)(
      `${machine('vm-dsvm-risk')}/providers/Microsoft.Authorization/locks/keep?api-version=2016-09-01`,
      'PUT',
      JSON.stringify({ properties: { level: 'CanNotDelete' } }),
    );
    await remove(sample, 'Delete').catch(() => undefined);
    expect([await isAttached(sample), await isThere(sample)]).toEqual([true, true]);
    await remove(sample, 'Detach');
    expect([await isAttached(sample), await isThere(sample)]).toEqual([false, true]);
  });

  test('detaching works without permission to delete the machine', async () => {
    const sample = openSampleClients();
    sample.azure.access.deny({ scope: machine('vm-dsvm-risk'), verbs: ['delete'] });
    expect((await refusalOf(remove(sample, 'Delete'))).status).toBe(403);
    await remove(sample, 'Detach');
    expect([await isAttached(sample), await isThere(sample)]).toEqual([false, true]);
  });
});
