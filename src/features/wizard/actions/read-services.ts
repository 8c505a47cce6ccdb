import { isComputeKind } from '../../../core/compute-kinds';
import type { ServicesPlace } from '../../../azure/ports';
import { endpointNetworks } from '../../../checks/new-network/network-peering';
import { sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { chosenSubnet, chosenWorkspace, usesManagedNetwork, isProposing } from '../selection';
import type { WizardContext } from '../context';
import { listed } from '../running-loads';
import { loadedValue, type WizardState } from '../state';
import { azureReads } from './connected';

/**
 * Reads the storage, key vault, registry, and monitoring of the chosen workspace, and private DNS zones, for the chosen
 * network.
 * They don't depend on the subnet within a network. `again` reads them anyway.
 */
export async function loadServices(context: WizardContext, how?: 'again'): Promise<void> {
  const { store, loads } = context;
  const place = servicesPlace(store.get());
  if (!place) return;
  if (how !== 'again' && isRead(store.get(), place)) return;
  const read = await loads.run(
    'services',
    listed(azureReads(context).services(place.workspaceId, place.readFor), how),
    ({ is }) => store.set({ servicesFailed: is === 'problem' }),
  );
  const { workspace } = store.get().choices;
  if (!read || workspace === null || !sameId(workspace, place.workspaceId)) return;
  store.set({ services: { networkId: place.networkId, value: read } });
}

interface Place extends Pick<ServicesPlace, 'workspaceId' | 'networkId'> {
  /** The network whose endpoints and DNS servers are read; null if there is none. */
  readonly readFor: ResourceId | null;
}

function servicesPlace(state: WizardState): Place | undefined {
  const workspace = chosenWorkspace(state);
  // Attached resources have their own requirements, which don't use services.
  if (!workspace || !isComputeKind(state.choices.kind)) return undefined;
  const { id: workspaceId } = workspace;
  const elsewhere = { workspaceId, networkId: null };
  if (usesManagedNetwork(state)) return { ...elsewhere, readFor: null };
  if (isProposing(state)) return { ...elsewhere, readFor: endpointNetwork(state, workspaceId) };
  const found = chosenSubnet(state);
  return found && { workspaceId, networkId: found.network.id, readFor: found.network.id };
}

/**
 * Returns the network with the workspace's private endpoint. A network to create doesn't contain private endpoints yet,
 * but can be peered with that one, whose private DNS zones can be in any subscription.
 */
function endpointNetwork({ networks }: WizardState, workspaceId: ResourceId): ResourceId | null {
  const model = loadedValue(networks);
  return (model && endpointNetworks(model, workspaceId)[0]?.id) ?? null;
}

function isRead({ services }: WizardState, { workspaceId, networkId }: Place): boolean {
  if (!services || !sameId(services.value.workspaceId, workspaceId)) return false;
  return services.networkId === null || networkId === null
    ? services.networkId === networkId
    : sameId(services.networkId, networkId);
}
