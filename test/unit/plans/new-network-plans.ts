import {
  completeProposedNetwork,
  planInProposedSubnet,
  type CompletedNetwork,
} from '../../../src/checks/new-network/complete-proposed-network';
import { checkSubnet, type CheckInput } from '../../../src/checks/check-subnet';
import type { CheckResult } from '../../../src/core/check-result';
import { known } from '../../../src/core/known';
import { emptyModel } from '../../../src/core/network/empty-model';
import type { ProposedNetwork } from '../../../src/core/network/proposed-network';
import type { ComputeKind } from '../../../src/core/compute-kinds';
import type { PlanToCheck } from '../../../src/core/plan';
import type { CodeContext } from '../../../src/plans/code/code-context';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import { findRequirement } from '../../../src/requirements/requirements';
import { shippedTags } from '../../support/shipped-tags';
import { buildPlan } from '../checks/model-builder';
import { clusterPlan, instancePlan } from './sample-plans';

export interface NewNetworkCase {
  readonly kind: ComputeKind;
  readonly publicIp: boolean;
  /** Resource group of the network. */
  readonly group: string;
  readonly workspaceId?: string;
  readonly network?: Partial<ProposedNetwork>;
}

export interface NewNetworkPlan {
  readonly checked: PlanToCheck;
  readonly facts: CheckInput;
  readonly completed: CompletedNetwork;
  readonly plan: ComputePlan;
  readonly context: CodeContext;
}

/** A plan in a network that doesn't exist yet, as the wizard passes it to the writers. */
export function newNetworkPlan({
  kind,
  publicIp,
  group,
  workspaceId,
  network,
}: NewNetworkCase): NewNetworkPlan {
  const made = kind === 'cluster' ? clusterPlan : instancePlan;
  const id = workspaceId ?? made.workspaceId;
  const proposed: ProposedNetwork = {
    subscription: id.split('/')[2] ?? '',
    resourceGroup: group,
    location: made.location,
    name: 'vnet-new',
    addressSpace: '10.80.0.0/16',
    subnetName: 'snet-training',
    subnetPrefix: '10.80.0.0/26',
    ...network,
  };
  const wanted = buildPlan({ kind: known(kind), publicIp: known(publicIp), privateLink: !publicIp });
  const checked = planInProposedSubnet(proposed, wanted);
  const facts = { tags: shippedTags('public') };
  const completed = completeProposedNetwork(proposed, { model: emptyModel('public'), plan: wanted, facts });
  const ids = [...new Set(completed.fixes.flatMap((one) => one.requirements))];
  return {
    checked,
    facts,
    completed,
    plan: { ...made, publicIp, workspaceId: id, subnetId: completed.subnet.id, fixes: completed.fixes },
    context: {
      writtenOn: '26 Nov 2026',
      subnetPrefixes: [proposed.subnetPrefix],
      subnet: completed.subnet,
      newNetwork: completed.bare,
      requirements: ids.map((one) => ({
        id: one,
        title: one,
        level: 'documented',
        date: findRequirement(one)?.profiles.current?.from ?? '',
      })),
    },
  };
}

/** The results that Readiness would show for the network as proposed. */
export function resultsAsProposed({ completed, checked, facts }: NewNetworkPlan): readonly CheckResult[] {
  return checkSubnet(completed.model, checked, facts);
}
