import {
  completePeeredNetwork,
  completeProposedNetwork,
  planInProposedSubnet,
  type CompletedNetwork,
} from '../../../src/checks/new-network/complete-proposed-network';
import { applyToFacts } from '../../../src/checks/fixes/after-fix';
import { checkSubnet, type CheckInput } from '../../../src/checks/check-subnet';
import type { CheckResult } from '../../../src/core/check-result';
import { privateZonesOf } from '../../../src/core/azure-facts/private-zones';
import { known } from '../../../src/core/known';
import { emptyModel } from '../../../src/core/network/empty-model';
import type { NetworkModel, PrivateEndpoint } from '../../../src/core/network/model';
import { bareNetwork, type ProposedNetwork } from '../../../src/core/network/proposed-network';
import type { ComputeKind } from '../../../src/core/compute-kinds';
import type { Governance } from '../../../src/core/governance';
import type { PlanToCheck, WorkspaceFacts } from '../../../src/core/plan';
import type { WorkspaceServices } from '../../../src/core/services/services';
import type { FixInput } from '../../../src/checks/fixes/fix-input';
import type { CodeContext } from '../../../src/plans/code/code-context';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import { findRequirement } from '../../../src/requirements/requirements';
import { shippedTags } from '../../support/shipped-tags';
import { buildGovernance } from '../checks/governance-builder';
import { buildPlan, modelWorkspaceId } from '../checks/model-builder';
import { buildServices } from '../checks/services-builder';
import { clusterPlan, instancePlan } from './sample-plans';

export interface NewNetworkCase {
  readonly kind: ComputeKind;
  readonly publicIp: boolean;
  /** Resource group of the network. */
  readonly group: string;
  readonly workspaceId?: string;
  readonly network?: Partial<ProposedNetwork>;
  /** Resource groups of the network with the workspace's private endpoint, with which it's peered, and of its zones. */
  readonly peer?: { readonly group: string; readonly zones: string } | undefined;
  /** Data from Azure that includes the workspace and the network of its endpoint, to peer the new network with it. */
  readonly read?: AzureAround & { readonly workspace: WorkspaceFacts };
}

export interface NewNetworkPlan {
  readonly checked: PlanToCheck;
  readonly facts: CheckInput;
  readonly completed: CompletedNetwork;
  readonly plan: ComputePlan;
  readonly context: CodeContext;
}

/** Returns a plan in a network that doesn't exist yet, as the wizard passes it to the writers. */
export function newNetworkPlan({
  kind,
  publicIp,
  group,
  workspaceId,
  network,
  peer,
  read,
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
  const around = read ?? (peer && existingEndpoint(proposed, peer));
  const privateLink = around !== undefined || !publicIp;
  const wanted = {
    ...buildPlan({ kind: known(kind), publicIp: known(publicIp), privateLink }),
    ...(read ? { workspace: known(read.workspace) } : {}),
  };
  const checked = planInProposedSubnet(proposed, wanted);
  const { facts, completed } = completedIn(proposed, wanted, around);
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
      ...(completed.peering ? { peering: completed.peering } : {}),
      requirements: ids.map((one) => ({
        id: one,
        title: one,
        level: 'documented',
        date: findRequirement(one)?.profiles.current?.from ?? '',
      })),
    },
  };
}

/** Returns the completed network, peered if Azure was read. */
function completedIn(proposed: ProposedNetwork, plan: PlanToCheck, around: AzureAround | undefined) {
  const tags = { tags: shippedTags('public') };
  if (!around) {
    const alone = { model: emptyModel('public'), plan, facts: tags };
    return { facts: tags, completed: completeProposedNetwork(proposed, alone) };
  }
  const { model, services, governance } = around;
  const facts = { ...tags, services, governance };
  const input = { model, plan, facts };
  return { facts, completed: peeredOf(completeProposedNetwork(proposed, input), proposed, input) };
}

function peeredOf(
  { connections }: CompletedNetwork,
  proposed: ProposedNetwork,
  input: FixInput,
): CompletedNetwork {
  const offer = connections?.peering;
  if (offer?.is !== 'possible') throw new Error(`it can't be peered: ${JSON.stringify(offer)}`);
  return { ...completePeeredNetwork(proposed, input, offer), connections };
}

interface AzureAround {
  readonly model: NetworkModel;
  readonly services: WorkspaceServices;
  readonly governance: Governance;
}

/** Returns a network with the private endpoint of the workspace and its private DNS zones, where the user may do everything. */
function existingEndpoint(
  { subscription, location }: ProposedNetwork,
  { group, zones }: NonNullable<NewNetworkCase['peer']>,
): AzureAround {
  const names = { name: 'vnet-hub', subnetName: 'snet-endpoints' };
  const hub = bareNetwork({
    ...names,
    subscription,
    location,
    resourceGroup: group,
    addressSpace: '172.20.0.0/16',
    subnetPrefix: '172.20.0.0/24',
  });
  const [idOfGroup, idOfZones] = [group, zones].map(
    (one) => `/subscriptions/${subscription}/resourceGroups/${one}`,
  );
  const endpoint: PrivateEndpoint = {
    id: `${idOfGroup!}/providers/Microsoft.Network/privateEndpoints/pe-ml`,
    name: 'pe-ml',
    subnetId: `${hub.id}/subnets/snet-endpoints`,
    targetId: modelWorkspaceId,
    groups: ['amlworkspace'],
    addresses: known(['172.20.0.4', '172.20.0.5']),
  };
  const found = privateZonesOf('public', 'amlworkspace').map((name) => ({
    id: `${idOfZones!}/providers/Microsoft.Network/privateDnsZones/${name}`,
    name,
    linkedNetworks: known([hub.id]),
    records: known([]),
    keptFor: [endpoint.id],
  }));
  const services = { ...buildServices(), endpointIds: known([endpoint.id]), zones: { found } };
  const held = known([{ actions: ['*'], notActions: [] }]);
  const all = [hub.id, idOfGroup!, idOfZones!, ...found.map(({ id }) => id)];
  const onOthers = all.map((id) => ({ id, held }));
  const governance = { ...buildGovernance({}), network: null, subnetId: null, onOthers };
  const model = { ...emptyModel('public'), virtualNetworks: [hub], privateEndpoints: known([endpoint]) };
  return { model, services, governance };
}

/** Returns the results that Readiness would show for the network as proposed. */
export function resultsAsProposed({ completed, checked, facts }: NewNetworkPlan): readonly CheckResult[] {
  return checkSubnet(completed.model, checked, applyToFacts(facts, completed.connected?.changes ?? []));
}
