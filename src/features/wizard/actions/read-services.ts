import { isComputeKind } from '../../../core/compute-kinds';
import type { ServicesPlace } from '../../../azure/ports';
import { sameId } from '../../../core/network/find';
import { chosenSubnet, chosenWorkspace, usesManagedNetwork, isProposing } from '../selection';
import type { WizardContext } from '../context';
import { listed } from '../running-loads';
import type { WizardState } from '../state';
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
    listed(azureReads(context).services(place.workspaceId, place.networkId), how),
    ({ is }) => store.set({ servicesFailed: is === 'problem' }),
  );
  const { workspace } = store.get().choices;
  if (!read || workspace === null || !sameId(workspace, place.workspaceId)) return;
  store.set({ services: { networkId: place.networkId, value: read } });
}

type Place = Pick<ServicesPlace, 'workspaceId' | 'networkId'>;

function servicesPlace(state: WizardState): Place | undefined {
  const workspace = chosenWorkspace(state);
  // Attached resources have their own requirements, which don't use services.
  if (!workspace || !isComputeKind(state.choices.kind)) return undefined;
  // A network to create doesn't contain private endpoints yet.
  if (usesManagedNetwork(state) || isProposing(state)) return { workspaceId: workspace.id, networkId: null };
  const found = chosenSubnet(state);
  return found && { workspaceId: workspace.id, networkId: found.network.id };
}

function isRead({ services }: WizardState, { workspaceId, networkId }: Place): boolean {
  if (!services || !sameId(services.value.workspaceId, workspaceId)) return false;
  return services.networkId === null || networkId === null
    ? services.networkId === networkId
    : sameId(services.networkId, networkId);
}
