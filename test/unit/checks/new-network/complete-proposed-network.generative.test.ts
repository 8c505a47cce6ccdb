import { expect, test } from 'vitest';
import {
  completeProposedNetwork,
  planInProposedSubnet,
} from '../../../../src/checks/new-network/complete-proposed-network';
import { checkSubnet } from '../../../../src/checks/check-subnet';
import { isReady, statusOf } from '../../../../src/core/check-result';
import { known } from '../../../../src/core/known';
import { emptyModel } from '../../../../src/core/network/empty-model';
import type { Cloud } from '../../../../src/core/network/model';
import type { ProposedNetwork } from '../../../../src/core/network/proposed-network';
import type { ComputeKind } from '../../../../src/core/compute-kinds';
import type { PlanToCheck, Profile } from '../../../../src/core/plan';
import { isIdentifiedByName } from '../../../../src/requirements/requirements';
import { someCases } from '../../../support/case-count';
import { failuresIn } from '../../../support/failures-in';
import { shippedTags } from '../../../support/shipped-tags';
import { buildPlan, modelSubscription } from '../model-builder';

const regions: Readonly<Record<Cloud, readonly string[]>> = {
  public: ['westeurope', 'eastus2'],
  usgov: ['usgovvirginia', 'usgovarizona'],
  china: ['chinaeast2', 'chinanorth3'],
};

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

interface Case {
  readonly name: string;
  readonly plan: PlanToCheck;
  readonly proposed: ProposedNetwork;
}

/**
 * Returns every kind of plan: two kinds, with and without a public IP, workspaces with and without private link, clouds,
 * profiles.
 */
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

/** Requirements that a network can't meet by itself: the workspace's private endpoint, and a path to it. */
const ofTheWorkspace = [
  'npip-requires-private-endpoint',
  'cluster-cross-region-connectivity',
  'computes-in-pe-vnet',
];

function expectWhole({ plan, proposed }: Case): void {
  const facts = { tags: shippedTags(plan.cloud) };
  const { model } = completeProposedNetwork(proposed, { model: emptyModel(plan.cloud), plan, facts });
  const checked = checkSubnet(model, planInProposedSubnet(proposed, plan), facts);
  const lacking = checked.filter(({ outcome }) => ['open', 'unknown'].includes(statusOf(outcome)));
  const ids = lacking.map((one) => one.requirement).filter((id) => !ofTheWorkspace.includes(id));
  // Rules can't name hosts: they are denied with the rest of the internet.
  expect(ids.filter((id) => !isIdentifiedByName(id))).toEqual([]);
  // Each flow has an explicit rule.
  const byDefault = checked.filter(({ outcome }) => outcome.is === 'allowed' && !outcome.explicit);
  expect(byDefault.map((one) => one.requirement)).toEqual([]);
  const now = checkSubnet(model, { ...planInProposedSubnet(proposed, plan), profile: 'current' }, facts);
  expect(isReady(now.filter((one) => !ofTheWorkspace.includes(one.requirement)))).toBe(true);
}

test(
  'a completed network has everything that it can have, whatever the plan',
  { timeout: 600_000 },
  async () => {
    const cases = someCases(everyCase(), 29, 120).map((one) => [one.name, one] as const);
    expect(await failuresIn(cases, expectWhole)).toEqual([]);
  },
);
