import { describe, expect, it } from 'vitest';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import { planSummaryRows } from '../../../src/plans/plan-summary';
import { clusterPlan, instancePlan, samplePlans, sayStrictly } from './sample-plans';

const words = (plan: ComputePlan): Readonly<Record<string, string>> =>
  Object.fromEntries(
    planSummaryRows(plan).map(({ label, text }) => [
      sayStrictly(label.key, label.values),
      sayStrictly(text.key, text.values),
    ]),
  );

describe('the plan in words', () => {
  it('of a cluster with a public IP', () => {
    expect(words(clusterPlan)).toEqual({
      Creates: 'Compute cluster cpu-cluster in mlw-risk-prod',
      'Virtual machines': '0 to 4 × Standard_DS3_v2, dedicated',
      Subnet: 'snet-training in vnet-spoke-weu, with a public IP address',
      'When idle': 'Scales down after 2 idle minutes',
      'Also creates': '1 network security group (NSG), 1 public IP address, and 1 load balancer',
      Location:
        'Azure creates the NSG, public IP address, and load balancer in rg-network-prod, the resource group of the virtual network.',
      Lifetime:
        'While the cluster has nodes. Azure deletes them at 0 nodes, and creates them again when the cluster grows.',
      'Managed identity': 'None',
      SSH: 'Public port closed',
    });
  });

  it('of more nodes than one set of network resources supports', () => {
    expect(words({ ...clusterPlan, nodes: { ...clusterPlan.nodes, max: 101 } })['Also creates']).toBe(
      'up to 2 NSGs, 2 public IP addresses, and 2 load balancers (one of each for 100 nodes)',
    );
  });

  it('of an instance with a public IP, whose resources remain after it stops', () => {
    expect(words({ ...instancePlan, publicIp: true })['Lifetime']).toBe(
      'Until the instance is deleted. Stopping it isn’t enough.',
    );
  });

  it('of an instance without a public IP', () => {
    expect(words(instancePlan)).toMatchObject({
      Creates: 'Compute instance ci-anna in mlw-risk-prod',
      'Virtual machines': '1 × Standard_DS3_v2',
      Subnet: 'snet-training in vnet-spoke-weu, without a public IP address',
      'When idle': 'Runs and is billed until you stop it',
      'Also creates':
        'Without a public IP address, Azure doesn’t create an NSG, a public IP address, or a load balancer.',
    });
    expect(words(instancePlan)).not.toHaveProperty('Location');
  });

  it('of every option', () => {
    expect(words(samplePlans['cluster-all-options']!)).toMatchObject({
      'Managed identity': 'id-fraud-train (user-assigned)',
      SSH: 'User anna with a key (public port open)',
      Tags: "team=fraud, cost-center=[4711], and [it's ${1}]",
    });
    expect(words(samplePlans['instance-all-options']!)).toMatchObject({
      'When idle': 'Stops after 60 idle minutes',
      'Assigned to': 'Object ID 0a7b2c3d-1111-4222-8333-444455556666',
      'Managed identity': 'System-assigned, created with the compute',
      SSH: 'User azureuser with a key (public port closed)',
    });
  });

  it('in a managed virtual network', () => {
    expect(words({ ...clusterPlan, subnetId: null, publicIp: false })).toMatchObject({
      Subnet: 'None: mlw-risk-prod uses a managed virtual network',
      'Also creates': 'Azure creates the network resources outside your subscription.',
    });
  });

  it.each([
    [
      { min: 2, max: 2, idleMinutes: 1, priority: 'Dedicated' },
      '2 × Standard_DS3_v2, dedicated',
      'Scales down after 1 idle minute',
    ],
    [
      { min: 0, max: 8, idleMinutes: 30, priority: 'LowPriority' },
      '0 to 8 × Standard_DS3_v2, low priority (Azure can preempt nodes)',
      'Scales down after 30 idle minutes',
    ],
    [
      { min: 3, max: 3, idleMinutes: 5, priority: 'LowPriority' },
      '3 × Standard_DS3_v2, low priority (Azure can preempt nodes)',
      'Scales down after 5 idle minutes',
    ],
  ] as const)('with nodes %j', (nodes, machines, idle) => {
    expect(words({ ...clusterPlan, nodes })).toMatchObject({
      'Virtual machines': machines,
      'When idle': idle,
    });
  });
});
