import { AzureMachineLearningWorkspaces, type ComputeResource } from '@azure/arm-machinelearning';
import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import { computeApiVersion, computeBody } from '../../../src/plans/compute-body';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import { cluster, instance, samplePlans, subnetId } from './sample-plans';

describe('the body of a compute', () => {
  it('of a cluster without public IP', () => {
    expect(computeBody({ ...cluster, publicIp: false })).toEqual({
      location: 'westeurope',
      properties: {
        computeType: 'AmlCompute',
        computeLocation: 'westeurope',
        disableLocalAuth: true,
        properties: {
          vmSize: 'Standard_DS3_v2',
          vmPriority: 'Dedicated',
          osType: 'Linux',
          enableNodePublicIp: false,
          remoteLoginPortPublicAccess: 'Disabled',
          subnet: { id: subnetId },
          scaleSettings: { minNodeCount: 0, maxNodeCount: 4, nodeIdleTimeBeforeScaleDown: 'PT2M' },
        },
      },
    });
  });

  it('of an instance', () => {
    expect(computeBody(instance)).toEqual({
      location: 'westeurope',
      properties: {
        computeType: 'ComputeInstance',
        computeLocation: 'westeurope',
        disableLocalAuth: true,
        properties: {
          vmSize: 'Standard_DS3_v2',
          enableNodePublicIp: false,
          applicationSharingPolicy: 'Personal',
          computeInstanceAuthorizationType: 'personal',
          sshSettings: { sshPublicAccess: 'Disabled' },
          subnet: { id: subnetId },
        },
      },
    });
  });

  it.each([
    ['cluster', cluster],
    ['instance', instance],
  ])('of a %s names neither subnet nor public IP in a managed network', (_, plan) => {
    const { properties } = computeBody({ ...plan, subnetId: null });
    expect(properties.properties).not.toHaveProperty('subnet');
    expect(properties.properties).not.toHaveProperty('enableNodePublicIp');
  });

  it.each([
    ['cluster', cluster],
    ['instance', instance],
    ['managed cluster', { ...cluster, subnetId: null }],
    ['cluster in another region', samplePlans['cluster-other-region']!],
  ])('reaches Azure without loss through the official client: %s', async (_, plan) => {
    const sent = await put(plan);
    expect(sent.body).toEqual(computeBody(plan));
    expect(new URL(sent.url).searchParams.get('api-version')).toBe(computeApiVersion);
  });
});

/** What the official client sends for `plan`. */
async function put(plan: ComputePlan): Promise<{ readonly url: string; readonly body: unknown }> {
  const requests: { readonly url: string; readonly body: unknown }[] = [];
  const httpClient: HttpClient = {
    sendRequest: (request) => {
      const body = typeof request.body === 'string' ? request.body : '{}';
      requests.push({ url: request.url, body: JSON.parse(body) });
      return Promise.resolve({ request, status: 200, headers: createHttpHeaders(), bodyAsText: body });
    },
  };
  const credential = {
    getToken: () => Promise.resolve({ token: 'token', expiresOnTimestamp: Date.now() + 3_600_000 }),
  };
  const client = new AzureMachineLearningWorkspaces(credential, 'subscription', { httpClient });
  const resource: ComputeResource = computeBody(plan);
  await client.computeOperations.beginCreateOrUpdateAndWait('group', 'workspace', plan.name, resource);
  const [first] = requests;
  if (!first) throw new Error('the client sent nothing');
  return first;
}
