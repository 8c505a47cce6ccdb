import { describe, expect, test } from 'vitest';
import { completeProposedNetwork } from '../../../../src/checks/new-network/complete-proposed-network';
import { createdParts } from '../../../../src/core/resource-change';
import { known } from '../../../../src/core/known';
import { emptyModel } from '../../../../src/core/network/empty-model';
import type { NetworkModel } from '../../../../src/core/network/model';
import type { ProposedNetwork } from '../../../../src/core/network/proposed-network';
import { buildModel, buildPlan, facts, modelSubscription } from '../model-builder';

function proposedIn(location: string): ProposedNetwork {
  return {
    subscription: modelSubscription.slice('/subscriptions/'.length),
    resourceGroup: 'rg-ml',
    location,
    name: 'vnet-fraud',
    addressSpace: '10.40.0.0/16',
    subnetName: 'snet-training',
    subnetPrefix: '10.40.0.0/25',
  };
}

describe('a completed network', () => {
  /** Returns the rules as lines, the most important first. */
  function rulesOf(model: NetworkModel): readonly string[] {
    const rules = model.securityGroups.at(-1)?.rules;
    if (!rules?.known) throw new Error('the group was made');
    return rules.value.map(({ name, direction, access, sources, destinations, destinationPorts }) =>
      [direction, access, sources, destinations, destinationPorts]
        .map((one) => (one.known ? String(one.value) : '?'))
        .concat(name)
        .join(' '),
    );
  }

  test('allows flows that the plan needs by name, and nothing else to the internet', () => {
    const plan = buildPlan({ kind: known('cluster'), publicIp: known(true) });
    const { model, bare } = completeProposedNetwork(proposedIn('westeurope'), {
      model: emptyModel('public'),
      plan,
      facts,
    });
    const rules = rulesOf(model);
    expect(rules).toContain('Inbound Allow AzureMachineLearning VirtualNetwork 44224 Allow-AzureML-44224');
    expect(rules).toContain('Outbound Allow VirtualNetwork Storage.WestEurope 445 Allow-Storage-445');
    expect(rules.at(-1)).toBe('Outbound Deny * Internet * Deny-Internet-Out');
    expect(
      rules.filter((one) => one.includes('Allow') && /\b(Internet|\*) /.test(one.split(' ')[3]!)),
    ).toEqual([]);
    expect(model.natGateways).toEqual([]);
    expect(bare.subnets[0]?.securityGroup).toEqual(known(null));
  });

  test('gives nodes without a public IP a NAT gateway with an address', () => {
    const plan = buildPlan({ publicIp: known(false), privateLink: true });
    const { model, fixes } = completeProposedNetwork(proposedIn('westeurope'), {
      model: emptyModel('public'),
      plan,
      facts,
    });
    expect(model.natGateways).toMatchObject([{ name: 'ng-snet-training', publicAddresses: known(1) }]);
    const made = fixes.flatMap((fix) => createdParts(fix.changes)).map(({ type }) => type);
    expect(made.sort()).toEqual(['natGateway', 'publicIpAddress', 'securityGroup']);
  });

  test('leaves existing resources as they are, and doesn’t reuse their names', () => {
    const before = buildModel({ rules: ['out 4096 Deny * *>* * Deny-All'] });
    const model = {
      ...before,
      securityGroups: before.securityGroups.map((one) => ({
        ...one,
        id: one.id.replace('nsg-training', 'nsg-snet-training'),
      })),
    };
    const found = completeProposedNetwork(proposedIn('westeurope'), { model, plan: buildPlan(), facts });
    expect(found.model.virtualNetworks.slice(0, -1)).toEqual(model.virtualNetworks);
    expect(found.model.securityGroups.slice(0, -1)).toEqual(model.securityGroups);
    expect(found.model.securityGroups.at(-1)?.name).toBe('nsg-snet-training-2');
  });
});
