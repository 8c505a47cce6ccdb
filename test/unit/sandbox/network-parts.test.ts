import type { AmlCompute } from '@azure/arm-machinelearning';
import { describe, expect, test } from 'vitest';
import { sampleGroupId, sampleSubnetId } from '../../../src/sandbox/sample/names';
import { all, openSampleClients, refusalOf, type Sample } from './clients';
import { rawClient } from './raw-client';

const network = 'rg-network-dev';
const subnet = sampleSubnetId(network, 'vnet-ml-dev-weu', 'snet-dev-open');
const place = ['rg-ml-dev', 'mlw-risk-dev'] as const;

async function createCluster({ learning }: Sample, { min = 0, max = 4 } = {}) {
  await learning.computeOperations.beginCreateOrUpdateAndWait(...place, 'cpu-parts', {
    location: 'westeurope',
    properties: {
      computeType: 'AmlCompute',
      properties: {
        vmSize: 'STANDARD_D2_V2',
        vmPriority: 'LowPriority',
        enableNodePublicIp: true,
        subnet: { id: subnet },
        scaleSettings: { minNodeCount: min, maxNodeCount: max },
      },
    },
  });
}

const createInstance = ({ learning }: Sample) =>
  learning.computeOperations.beginCreateOrUpdateAndWait(...place, 'ci-parts', {
    location: 'westeurope',
    properties: {
      computeType: 'ComputeInstance',
      properties: { vmSize: 'STANDARD_D2_V2', enableNodePublicIp: true, subnet: { id: subnet } },
    },
  });

async function scale({ learning }: Sample, minNodeCount: number, maxNodeCount = 4) {
  return learning.computeOperations.beginUpdateAndWait(...place, 'cpu-parts', {
    properties: { scaleSettings: { minNodeCount, maxNodeCount } },
  });
}

async function cluster({ learning }: Sample) {
  const { properties } = (await learning.computeOperations.get(...place, 'cpu-parts'))
    .properties as AmlCompute;
  const errors = (properties?.errors ?? []).map(({ error }) => [error?.code, error?.details?.[0]?.code]);
  return { nodes: properties?.currentNodeCount, allocation: properties?.allocationState, errors };
}

/** Resources that the service created in the network's resource group: the last part of each name. */
async function parts({ resources }: Sample) {
  const found = await all(
    resources.resources.listByResourceGroup(network, { filter: "substringof('azurebatch', name)" }),
  );
  return found.map(({ name = '' }) => name.split('-').at(-1)).sort();
}

const oneSet = ['cloudserviceloadbalancer', 'cloudservicenetworksecurityggroup', 'cloudservicepublicip'];

const lock = (sample: Sample, level: string) =>
  rawClient(sample)(
    `${sampleGroupId(network)}/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01`,
    'PUT',
    JSON.stringify({ properties: { level } }),
  );

const unlock = (sample: Sample) =>
  rawClient(sample)(
    `${sampleGroupId(network)}/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01`,
    'DELETE',
  );

describe('network resources that compute with a public IP creates', () => {
  test('exist while a cluster has nodes, not while it is idle, and again when it grows', async () => {
    const sample = openSampleClients();
    await createCluster(sample);
    expect(await parts(sample)).toEqual([]);
    await scale(sample, 2);
    expect(await cluster(sample)).toMatchObject({ nodes: 2, allocation: 'Steady', errors: [] });
    expect(await parts(sample)).toEqual(oneSet);
    await scale(sample, 0);
    expect(await cluster(sample)).toMatchObject({ nodes: 0, allocation: 'Steady' });
    expect(await parts(sample)).toEqual([]);
    await scale(sample, 1);
    expect(await parts(sample)).toEqual(oneSet);
    await sample.learning.computeOperations.beginDeleteAndWait(...place, 'cpu-parts', 'Delete');
    expect(await parts(sample)).toEqual([]);
  });

  test('have another set for each hundred nodes, counted in the usages of the region', async () => {
    const sample = openSampleClients();
    const used = async (name: string) =>
      (await all(sample.network.usages.list('westeurope'))).find((usage) => usage.name.value === name)
        ?.currentValue;
    const [groups, balancers] = [await used('NetworkSecurityGroups'), await used('LoadBalancers')];
    await createCluster(sample, { min: 101, max: 120 });
    expect((await parts(sample)).length).toBe(6);
    expect(await used('NetworkSecurityGroups')).toBe((groups ?? 0) + 2);
    expect(await used('LoadBalancers')).toBe((balancers ?? 0) + 2);
  });

  test('don’t exist without a public IP', async () => {
    const sample = openSampleClients();
    await sample.learning.computeOperations.beginCreateOrUpdateAndWait(
      'rg-ml-prod',
      'mlw-fraud-prod',
      'cpu-quiet',
      {
        location: 'westeurope',
        properties: {
          computeType: 'AmlCompute',
          properties: {
            vmSize: 'STANDARD_D2_V2',
            enableNodePublicIp: false,
            subnet: { id: subnet },
            scaleSettings: { minNodeCount: 1, maxNodeCount: 1 },
          },
        },
      },
    );
    expect(await parts(sample)).toEqual([]);
  });

  test('of an instance exist until it is deleted', async () => {
    const sample = openSampleClients();
    await createInstance(sample);
    expect(await parts(sample)).toEqual(oneSet);
    await sample.learning.computeOperations.beginDeleteAndWait(...place, 'ci-parts', 'Delete');
    expect(await parts(sample)).toEqual([]);
  });

  test('the load balancer uses its public IP', async () => {
    const sample = openSampleClients();
    await createInstance(sample);
    const [address] = (await all(sample.network.publicIPAddresses.list(network))).filter(({ name }) =>
      name?.endsWith('cloudservicepublicip'),
    );
    expect(address?.ipConfiguration?.id).toContain('cloudserviceloadbalancer');
    expect(
      (await refusalOf(sample.network.publicIPAddresses.delete(network, address?.name ?? '').pollUntilDone()))
        .code,
    ).toBe('PublicIPAddressCannotBeDeleted');
  });
});

describe('obstacles to creating them', () => {
  test('a read-only lock on the network’s resource group: no node starts, and an instance fails', async () => {
    const sample = openSampleClients();
    await lock(sample, 'ReadOnly');
    await createCluster(sample, { min: 1 });
    expect(await cluster(sample)).toEqual({
      nodes: 0,
      allocation: 'Steady',
      errors: [['AllocationFailed', 'ScopeLocked']],
    });
    expect((await refusalOf(createInstance(sample))).message).toContain('are locked');
  });

  test('a lock against deletion: the cluster stays at resizing, and can’t be deleted until the lock is removed', async () => {
    const sample = openSampleClients();
    await createCluster(sample, { min: 1 });
    await lock(sample, 'CanNotDelete');
    await scale(sample, 0);
    expect(await cluster(sample)).toMatchObject({ nodes: 0, allocation: 'Resizing' });
    const { computeOperations } = sample.learning;
    const deletion = () => computeOperations.beginDeleteAndWait(...place, 'cpu-parts', 'Delete');
    expect((await refusalOf(deletion())).message).toContain('are locked');
    await unlock(sample);
    await deletion();
    expect(await parts(sample)).toEqual([]);
    expect((await refusalOf(computeOperations.get(...place, 'cpu-parts'))).status).toBe(404);
  });

  test('a policy against public IPs', async () => {
    const sample = openSampleClients();
    await rawClient(sample)(
      `${sampleGroupId(network)}/providers/Microsoft.Authorization/policyAssignments/none?api-version=2022-06-01`,
      'PUT',
      JSON.stringify({
        properties: {
          policyDefinitionId:
            '/providers/Microsoft.Authorization/policyDefinitions/6c112d4e-5bc7-47ae-a041-ea2d9dccd749',
          parameters: { listOfResourceTypesNotAllowed: { value: ['Microsoft.Network/publicIPAddresses'] } },
        },
      }),
    );
    await createCluster(sample, { min: 1 });
    expect((await cluster(sample)).errors).toEqual([['AllocationFailed', 'RequestDisallowedByPolicy']]);
    expect((await refusalOf(createInstance(sample))).message).toContain('disallowed by policy');
    expect(await parts(sample)).toEqual([]);
  });

  test('a quota that is used up', async () => {
    const sample = openSampleClients({
      networkLimits: [{ location: 'westeurope', name: 'LoadBalancers', limit: 1 }],
    });
    await createInstance(sample);
    await createCluster(sample, { min: 1 });
    expect((await cluster(sample)).errors).toEqual([['AllocationFailed', 'ResourceCountExceedsLimit']]);
    expect(await parts(sample)).toEqual(oneSet);
  });
});

describe('a PATCH of a cluster’s scale', () => {
  test('keeps members that it omits', async () => {
    const sample = openSampleClients();
    await createCluster(sample);
    await sample.learning.computeOperations.beginUpdateAndWait(...place, 'cpu-parts', {
      properties: { scaleSettings: { maxNodeCount: 7 } },
    });
    const { properties } = (await sample.learning.computeOperations.get(...place, 'cpu-parts'))
      .properties as AmlCompute;
    expect(properties?.scaleSettings).toMatchObject({ minNodeCount: 0, maxNodeCount: 7 });
  });

  test('is refused above the maximum, for an instance, while busy, and if missing', async () => {
    const sample = openSampleClients();
    await createCluster(sample);
    expect((await refusalOf(scale(sample, 9))).status).toBe(400);
    expect(
      (
        await refusalOf(
          sample.learning.computeOperations.beginUpdateAndWait('rg-ml-prod', 'mlw-fraud-prod', 'ci-anna', {
            properties: { scaleSettings: { maxNodeCount: 1 } },
          }),
        )
      ).status,
    ).toBe(400);
    expect(
      (
        await refusalOf(
          sample.learning.computeOperations.beginUpdateAndWait(...place, 'cpu-none', {
            properties: { scaleSettings: { maxNodeCount: 1 } },
          }),
        )
      ).status,
    ).toBe(404);
    const slow = openSampleClients({ pace: 'lifelike', latency: 0 });
    const path = `${sampleGroupId('rg-ml-prod')}/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud-prod/computes/cpu-train`;
    const patch = (scaleSettings: object) =>
      rawClient(slow)(
        `${path}?api-version=2024-10-01`,
        'PATCH',
        JSON.stringify({ properties: { properties: { scaleSettings } } }),
      );
    expect((await patch({ minNodeCount: 1 })).status).toBe(400);
    const more = { minNodeCount: 1, maxNodeCount: 12 };
    expect((await patch(more)).body.properties.provisioningState).toBe('Updating');
    expect((await patch(more)).status).toBe(409);
  });
});
