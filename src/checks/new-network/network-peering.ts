import { isPermitted, type ConnectedResource } from '../../core/governance';
import { known, mapKnown, valueOr } from '../../core/known';
import { virtualNetworkIdOf, nameOf, sameId, segmentOf } from '../../core/network/find';
import type { NetworkModel, Peering, ResourceId, VirtualNetwork } from '../../core/network/model';
import {
  proposedNetworkId,
  type ProposedNetwork,
  type ProposedPeering,
} from '../../core/network/proposed-network';
import { reason, type Reason } from '../../core/reason';
import type { WorkspaceServices } from '../../core/services/services';
import type { CheckInput } from '../check-subnet';
import type { FixInput } from '../fixes/fix-input';
import { freeName } from '../fixes/place-rule';
import { prefixesOverlap } from '../overlap';

/** Whether the new network can be peered with the network of the workspace's private endpoint. */
export type PeeringOffer =
  | { readonly is: 'possible'; readonly network: VirtualNetwork; readonly peering: ProposedPeering }
  | { readonly is: 'refused'; readonly because: Reason };

/**
 * Finds a network with an approved private endpoint of the workspace that the new network can be peered with. Everything
 * that Azure requires for it has to be known: addresses, existing peerings, and the user's permissions.
 */
export function findPeering(proposed: ProposedNetwork, { model, plan, facts }: FixInput): PeeringOffer {
  if (!plan.workspace.known) return refused(plan.workspace.because);
  const { id: workspaceId, name: workspace } = plan.workspace.value;
  if (!model.privateEndpoints.known) return refused(reason('newNetwork.peering.notRead', { workspace }));
  const [first, ...others] = endpointNetworks(model, workspaceId);
  if (!first) return refused(reason('newNetwork.peering.elsewhere', { workspace }));
  const offerOf = (network: VirtualNetwork): PeeringOffer => {
    const because = obstacle(network, { proposed, workspaceId, facts });
    return because ? refused(because) : { is: 'possible', network, peering: peeringWith(network, proposed) };
  };
  const offer = offerOf(first);
  return offer.is === 'possible' ? offer : (others.map(offerOf).find(({ is }) => is === 'possible') ?? offer);
}

function refused(because: Reason): PeeringOffer {
  return { is: 'refused', because };
}

/** Returns the networks that were read and have an approved private endpoint of the workspace. */
export function endpointNetworks(model: NetworkModel, workspaceId: ResourceId): readonly VirtualNetwork[] {
  const ids = valueOr(model.privateEndpoints, [])
    .filter(
      (one) =>
        one.notApproved === undefined &&
        sameId(one.targetId, workspaceId) &&
        one.groups.some((group) => group.toLowerCase() === 'amlworkspace'),
    )
    .map((one) => virtualNetworkIdOf(one.subnetId));
  return model.virtualNetworks.filter(({ id }) => ids.some((one) => sameId(one, id)));
}

/** Maximum number of DNS zones whose permissions are read. */
const mostZones = 20;

/** Returns the resources and resource groups on which a peering needs permissions: the networks and the DNS zones. */
export function peeringScopes(
  model: NetworkModel,
  workspaceId: ResourceId,
  services: WorkspaceServices | null,
): readonly ResourceId[] {
  const networks = endpointNetworks(model, workspaceId).map(({ id }) => id);
  const zones = networks.length === 0 ? [] : (services?.zones.found ?? []).slice(0, mostZones);
  const resources = [...networks, ...zones.map(({ id }) => id)];
  const all = [...resources, ...resources.map(groupIdOf)];
  return all.filter((id, at) => all.findIndex((one) => sameId(one, id)) === at);
}

function groupIdOf(id: ResourceId): ResourceId {
  return `/subscriptions/${segmentOf(id, 'subscriptions') ?? ''}/resourceGroups/${segmentOf(id, 'resourceGroups') ?? ''}`;
}

interface PeeringSite {
  readonly proposed: ProposedNetwork;
  readonly workspaceId: ResourceId;
  readonly facts: CheckInput;
}

/** Returns why the network can't be peered, or isn't known to be; undefined if it can. */
function obstacle(network: VirtualNetwork, site: PeeringSite): Reason | undefined {
  const { id, name, addressPrefixes, peerings } = network;
  const { proposed } = site;
  if (!isSame(segmentOf(id, 'subscriptions'), proposed.subscription)) {
    return reason('newNetwork.peering.subscription', { network: name });
  }
  if (!addressPrefixes.known) return addressPrefixes.because;
  if (!peerings.known) return peerings.because;
  const newId = proposedNetworkId(proposed);
  const old = peerings.value.find(({ remoteId }) => sameId(remoteId, newId));
  if (old) return reason('newNetwork.peering.old', { network: name, peering: old.name });
  const isTaken = (prefix: string): boolean => prefixesOverlap(prefix, proposed.addressSpace);
  if (addressPrefixes.value.some(isTaken)) return reason('newNetwork.peering.overlap', { network: name });
  for (const { remoteId, remotePrefixes } of peerings.value) {
    if (!remotePrefixes.known) return remotePrefixes.because;
    if (remotePrefixes.value.some(isTaken)) {
      return reason('newNetwork.peering.overlapPeer', { network: name, peer: nameOf(remoteId) });
    }
  }
  return missingPermission(id, peeringActions, site);
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

/** Permissions for a peering (virtual network peering permissions, 2024-08-01). */
const peeringActions = [
  'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write',
  'Microsoft.Network/virtualNetworks/peer/action',
] as const;

const deploy = 'Microsoft.Resources/deployments/write';

/**
 * Returns the permission that is missing or isn't known. Files deploy to the resource group of the workspace, and to
 * each other one with a nested deployment.
 */
function missingPermission(
  id: ResourceId,
  actions: readonly string[],
  { workspaceId, facts }: Pick<PeeringSite, 'workspaceId' | 'facts'>,
): Reason | undefined {
  const groupId = groupIdOf(id);
  const needed = [
    ...actions.map((action) => ({ on: id, action })),
    ...(sameId(groupId, groupIdOf(workspaceId)) ? [] : [{ on: groupId, action: deploy }]),
  ];
  for (const { on, action } of needed) {
    const one = facts.governance?.onOthers?.find((other) => sameId(other.id, on));
    const because = one ? refusalAt(one, action) : reason('newNetwork.peering.roles', { name: nameOf(on) });
    if (because) return because;
  }
  return undefined;
}

/** Returns why Azure would refuse the action there, or why that isn't known. */
function refusalAt({ id, held, locks }: ConnectedResource, action: string): Reason | undefined {
  const name = nameOf(id);
  const lock = (locks?.known ? locks.value : []).find(({ level }) => level === 'ReadOnly');
  if (lock) return reason('newNetwork.peering.locked', { name, lock: lock.name });
  if (!held.known) return reason('newNetwork.peering.roles', { name });
  if (isPermitted(held.value, action)) return undefined;
  return reason(action === deploy ? 'newNetwork.peering.deploy' : 'newNetwork.peering.role', { name });
}

/** True if the user is known to have permission to link a private DNS zone. */
export function mayLinkZone(
  zone: ResourceId,
  site: { readonly workspaceId: ResourceId; readonly facts: CheckInput },
): boolean {
  const link = 'Microsoft.Network/privateDnsZones/virtualNetworkLinks/write';
  return missingPermission(zone, [link], site) === undefined;
}

/** Maximum length of a peering's name (naming rules, 2025-04-23). */
const longestName = 80;

/** Returns both peerings, with names that the existing network doesn't have. */
function peeringWith(network: VirtualNetwork, proposed: ProposedNetwork): ProposedPeering {
  const used = new Set(valueOr(network.peerings, []).map((one) => one.name.toLowerCase()));
  // Leave some characters for a number.
  const nameTo = (name: string): string => `peer-to-${name}`.slice(0, longestName - 4);
  return {
    here: `${proposedNetworkId(proposed)}/virtualNetworkPeerings/${nameTo(network.name)}`,
    there: `${network.id}/virtualNetworkPeerings/${freeName(used, nameTo(proposed.name))}`,
  };
}

/** Returns the model and the new network with their peerings, as Azure shows them once both exist. */
export function peered(
  model: NetworkModel,
  bare: VirtualNetwork,
  { network, peering }: Extract<PeeringOffer, { is: 'possible' }>,
): { readonly model: NetworkModel; readonly bare: VirtualNetwork } {
  const back = peeringTo(bare, peering.there);
  return {
    bare: { ...bare, peerings: known([peeringTo(network, peering.here)]) },
    model: {
      ...model,
      virtualNetworks: model.virtualNetworks.map((one) =>
        sameId(one.id, network.id)
          ? { ...one, peerings: mapKnown(one.peerings, (all) => [...all, back]) }
          : one,
      ),
    },
  };
}

function peeringTo({ id, addressPrefixes }: VirtualNetwork, peeringId: ResourceId): Peering {
  return {
    name: nameOf(peeringId),
    remoteId: id,
    state: known('Connected'),
    remotePrefixes: addressPrefixes,
    allowForwardedTraffic: known(false),
    useRemoteGateways: known(false),
  };
}
