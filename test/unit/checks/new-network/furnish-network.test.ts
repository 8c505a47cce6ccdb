import { describe, expect, test } from 'vitest';
import { furnishNetwork, planFor } from '../../../../src/checks/new-network/furnish-network';
import { judge } from '../../../../src/checks/judge';
import { isReady, standingOf } from '../../../../src/core/judgement';
import { known } from '../../../../src/core/known';
import { emptyModel } from '../../../../src/core/network/empty-model';
import type { Cloud, NetworkModel } from '../../../../src/core/network/model';
import type { ProposedNetwork } from '../../../../src/core/network/proposed-network';
import type { ComputeKind, JudgePlan, Profile } from '../../../../src/core/plan';
import { shippedTags } from '../../../support/shipped-tags';
import { buildModel, buildPlan, facts, subscription } from '../model-builder';

const regions: Readonly<Record<Cloud, readonly string[]>> = {
  public: ['westeurope', 'eastus2'],
  usgov: ['usgovvirginia', 'usgovarizona'],
  china: ['chinaeast2', 'chinanorth3'],
};

function proposedIn(location: string): ProposedNetwork {
  return {
    subscription: subscription.slice('/subscriptions/'.length),
    resourceGroup: 'rg-ml',
    location,
    name: 'vnet-fraud',
    addressSpace: '10.40.0.0/16',
    subnetName: 'snet-training',
    subnetPrefix: '10.40.0.0/25',
  };
}

interface Case {
  readonly name: string;
  readonly plan: JudgePlan;
  readonly proposed: ProposedNetwork;
}

/** Every plan there is: two kinds, public IP or none, workspaces with and without private link, clouds, profiles. */
function everyCase(): readonly Case[] {
  const places = (Object.keys(regions) as Cloud[]).flatMap((cloud) =>
    regions[cloud].map((region) => ({ cloud, region })),
  );
  const kinds = [
    { kind: 'cluster', nodes: 1 },
    { kind: 'cluster', nodes: 50 },
    { kind: 'instance', nodes: 1 },
  ] as const;
  const modes = [true, false].flatMap((publicIp) =>
    [true, false].map((privateLink) => ({ publicIp, privateLink })),
  );
  const profiles = [{ profile: 'current' }, { profile: '2020-12' }] as const;
  return places.flatMap((place) =>
    kinds.flatMap((kind) =>
      modes.flatMap((mode) => profiles.map((profile) => caseOf({ ...place, ...kind, ...mode, ...profile }))),
    ),
  );
}

function caseOf(of: {
  readonly cloud: Cloud;
  readonly region: string;
  readonly kind: ComputeKind;
  readonly nodes: number;
  readonly publicIp: boolean;
  readonly privateLink: boolean;
  readonly profile: Profile;
}): Case {
  const { cloud, region, kind, nodes, publicIp, privateLink, profile } = of;
  const plan = buildPlan({
    kind: known(kind),
    publicIp: known(publicIp),
    privateLink,
    workspaceRegion: region,
    cloud,
    profile,
    maxNodes: known(nodes),
  });
  return { name: Object.entries(of).join(' '), plan, proposed: proposedIn(region) };
}

/** What a network cannot have by itself: the workspace's private endpoint, and a way to it. */
const ofTheWorkspace = [
  'npip-requires-private-endpoint',
  'cluster-cross-region-connectivity',
  'computes-in-pe-vnet',
];

describe('a furnished network', () => {
  test.each(everyCase())('has all that it can have: $name', ({ plan, proposed }) => {
    const facts = { tags: shippedTags(plan.cloud) };
    const { model } = furnishNetwork(proposed, { model: emptyModel(plan.cloud), plan, facts });
    const judged = judge(model, planFor(proposed, plan), facts);
    const lacking = judged.filter(({ verdict }) => ['open', 'unknown'].includes(standingOf(verdict)));
    expect(lacking.map((one) => one.requirement).filter((id) => !ofTheWorkspace.includes(id))).toEqual([]);
    // A rule that somebody can point at, for each flow.
    const byDefault = judged.filter(({ verdict }) => verdict.is === 'allowed' && !verdict.explicit);
    expect(byDefault.map((one) => one.requirement)).toEqual([]);
    const now = judge(model, { ...planFor(proposed, plan), profile: 'current' }, facts);
    expect(isReady(now.filter((one) => !ofTheWorkspace.includes(one.requirement)))).toBe(true);
  });

  /** The rules as lines, the most important first. */
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

  test('opens what the plan needs by name, and nothing else to the internet', () => {
    const plan = buildPlan({ kind: known('cluster'), publicIp: known(true) });
    const { model, bare } = furnishNetwork(proposedIn('westeurope'), {
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
    const { model, fixes } = furnishNetwork(proposedIn('westeurope'), {
      model: emptyModel('public'),
      plan,
      facts,
    });
    expect(model.natGateways).toMatchObject([{ name: 'ng-snet-training', publicAddresses: known(1) }]);
    const made = fixes
      .flatMap((fix) => fix.steps)
      .flatMap((step) => (step.do === 'create' ? [step.what] : []));
    expect(made.sort()).toEqual(['natGateway', 'publicIpAddress', 'securityGroup']);
  });

  test('leaves what is there as it is, and takes no name of it', () => {
    const before = buildModel({ rules: ['out 4096 Deny * *>* * Deny-All'] });
    const model = {
      ...before,
      securityGroups: before.securityGroups.map((one) => ({
        ...one,
        id: one.id.replace('nsg-training', 'nsg-snet-training'),
      })),
    };
    const found = furnishNetwork(proposedIn('westeurope'), { model, plan: buildPlan(), facts });
    expect(found.model.virtualNetworks.slice(0, -1)).toEqual(model.virtualNetworks);
    expect(found.model.securityGroups.slice(0, -1)).toEqual(model.securityGroups);
    expect(found.model.securityGroups.at(-1)?.name).toBe('nsg-snet-training-2');
  });
});
