import { describe, expect, it } from 'vitest';
import { computeBody } from '../../../src/plans/compute-body';
import { clusterPlan, instancePlan, samplePlans, planSubnetId } from './sample-plans';

describe('the request body of a compute resource', () => {
  it('of a cluster without a public IP', () => {
    expect(computeBody({ ...clusterPlan, publicIp: false })).toEqual({
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
          subnet: { id: planSubnetId },
          scaleSettings: { minNodeCount: 0, maxNodeCount: 4, nodeIdleTimeBeforeScaleDown: 'PT2M' },
        },
      },
    });
  });

  it('of an instance', () => {
    expect(computeBody(instancePlan)).toEqual({
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
          subnet: { id: planSubnetId },
        },
      },
    });
  });

  it('of a cluster with every option', () => {
    const plan = samplePlans['cluster-all-options']!;
    const { properties, ...top } = computeBody(plan);
    expect(top).toEqual({
      location: 'westeurope',
      identity: {
        type: 'UserAssigned',
        userAssignedIdentities: { [plan.identity.is === 'user' ? plan.identity.id : '']: {} },
      },
      tags: { team: 'fraud', 'cost-center': '[4711]', "[it's ${1}]": '' },
    });
    expect(properties.disableLocalAuth).toBe(false);
    expect(properties.properties).toMatchObject({
      remoteLoginPortPublicAccess: 'Enabled',
      userAccountCredentials: { adminUserName: 'anna', adminUserSshPublicKey: plan.ssh!.publicKey },
    });
  });

  it('of an instance with every option: no public IP, so no public port', () => {
    const plan = samplePlans['instance-all-options']!;
    const body = computeBody(plan);
    expect(body.identity).toEqual({ type: 'SystemAssigned' });
    expect(body.properties.disableLocalAuth).toBe(false);
    expect(body.properties.properties).toMatchObject({
      personalComputeInstanceSettings: { assignedUser: plan.assignedTo },
      sshSettings: { sshPublicAccess: 'Disabled', adminPublicKey: plan.ssh!.publicKey },
      idleTimeBeforeShutdown: 'PT60M',
    });
  });

  it.each([
    ['cluster', clusterPlan],
    ['instance', instancePlan],
  ])('of a %s has neither a subnet nor a public IP in a managed virtual network', (_, plan) => {
    const { properties } = computeBody({ ...plan, subnetId: null });
    expect(properties.properties).not.toHaveProperty('subnet');
    expect(properties.properties).not.toHaveProperty('enableNodePublicIp');
  });
});
