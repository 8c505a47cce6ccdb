import type { ServicesPlace } from '../../../azure/ports';
import { sameId } from '../../../core/network/find';
import { endpointsAround } from '../../../checks/endpoints-in-reach';
import { nameServerSubscriptions } from '../../../checks/name-servers';
import { attachedKind } from '../attach/chosen-target';
import { chosenSubnet, chosenWorkspace, isManaged, isProposing } from '../chosen';
import type { WizardContext } from '../context';
import { evaluate } from '../evaluate';
import { rejudgeChosenRow } from '../renew-rows';
import type { WizardState } from '../state';
import { connectedAzure } from './connected';

/**
 * Storage, vault, registry and monitoring of the chosen workspace, and the private DNS zones, once it is known where the
 * compute goes. Another subnet of the same network changes nothing of it; `again`: it is read all the same.
 */
export async function readServices(context: WizardContext, how?: 'again'): Promise<void> {
  const { store, loads } = context;
  const place = servicesPlace(store.get());
  if (!place) return;
  if (how !== 'again' && isRead(store.get(), place)) return;
  const read = await loads.run(
    'services',
    (stop) => connectedAzure(context).read.services(place, stop),
    ({ is }) => store.set({ servicesFailed: is === 'problem' }),
  );
  const { workspace } = store.get().choices;
  if (!read || workspace === null || !sameId(workspace, place.workspaceId)) return;
  store.set({ services: { networkId: place.networkId, value: read } });
  evaluate(context);
  rejudgeChosenRow(context);
}

function servicesPlace(state: WizardState): ServicesPlace | undefined {
  const workspace = chosenWorkspace(state);
  // What is attached has requirements of its own, and none of them asks for these.
  if (!workspace || attachedKind(state) !== null) return undefined;
  const place = { workspaceId: workspace.id, networkId: null, nameServers: [], endpoints: [] };
  // In a network that does not exist no private endpoint stands.
  if (isManaged(state) || isProposing(state)) return place;
  const found = chosenSubnet(state);
  return (
    found && {
      ...place,
      networkId: found.network.id,
      nameServers: nameServerSubscriptions(found.network),
      endpoints: endpointsAround(found.model, found.network),
    }
  );
}

function isRead({ services }: WizardState, { workspaceId, networkId }: ServicesPlace): boolean {
  if (!services || !sameId(services.value.workspaceId, workspaceId)) return false;
  return services.networkId === null || networkId === null
    ? services.networkId === networkId
    : sameId(services.networkId, networkId);
}
