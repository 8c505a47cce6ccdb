import { endpointNetworks } from '../../checks/new-network/network-peering';
import { privateZonesOf } from '../../core/azure-facts/private-zones';
import { valueOr } from '../../core/known';
import type { ResourceId } from '../../core/network/model';
import { proposedNetworkId } from '../../core/network/proposed-network';
import type { Say } from '../../messages/say';
import { cloudOf } from './derived-plan';
import { chosenWorkspace } from './selection';
import { loadedValue, type WizardState } from './state';

/** Reasons against a peering for which the other network's owner is responsible. The user can solve the others. */
const ofOwner: ReadonlySet<string> = new Set(
  ['notRead', 'elsewhere', 'subscription', 'roles', 'role', 'deploy', 'locked'].map(
    (one) => `newNetwork.peering.${one}`,
  ),
);

/** Returns the request to the owner of the other network and its DNS zones; null if there is nothing to request. */
export function peeringRequest(say: Say, state: WizardState): string | null {
  const { proposal } = state;
  const workspace = chosenWorkspace(state);
  if (!proposal?.completed?.connections || !workspace) return null;
  const { connections, unlinked } = proposal.completed;
  const { peering } = connections;
  const isRefused = peering.is === 'refused' && ofOwner.has(peering.because.key);
  if (!isRefused && unlinked.length === 0) return null;
  const { addressSpace } = proposal.proposed;
  const network = proposedNetworkId(proposal.proposed);
  const zones = isRefused ? privateZonesOf(cloudOf(state), 'amlworkspace') : unlinked;
  return [
    say('peeringRequest.title', { workspace: workspace.name }),
    '',
    say('peeringRequest.network', { network, addressSpace }),
    ...(isRefused ? [peerLine(say, state, workspace.id), say('peeringRequest.settings')] : []),
    say('peeringRequest.zones', { zones }),
    say('peeringRequest.role'),
    '',
  ].join('\n');
}

/** Names the other network by its ID, or by the private endpoint if it couldn't be read. */
function peerLine(say: Say, { networks, services }: WizardState, workspaceId: ResourceId): string {
  const model = loadedValue(networks);
  const [peer] = model ? endpointNetworks(model, workspaceId) : [];
  if (peer) return say('peeringRequest.peer', { peer: peer.id });
  const endpoints = services ? valueOr(services.value.endpointIds, []) : [];
  return say('peeringRequest.peerOf', { endpoints: endpoints.length > 0 ? endpoints : [workspaceId] });
}
