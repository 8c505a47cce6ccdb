import { known } from '../../core/known';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { rereadResource } from './reread-resource';
import { toSecurityGroup } from './to-security-group';
import { unreadableGroup } from './unreadable';

/** Returns the networks with the current state of an NSG of a network interface, which isn't read with its subnet. */
export function refreshSecurityGroup(
  clients: Clients,
  { model, groupId }: { readonly model: NetworkModel; readonly groupId: ResourceId },
  stop: AbortSignal,
): Promise<NetworkModel> {
  return clients.within('get', stop, async (signal) => ({
    ...model,
    securityGroups: await rereadResource({ clients, signal }, model.securityGroups, {
      id: known(groupId),
      kind: 'networkSecurityGroups',
      decode: toSecurityGroup,
      unreadable: unreadableGroup,
    }),
  }));
}
