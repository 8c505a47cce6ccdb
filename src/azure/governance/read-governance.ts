import type { Governance, NetworkGovernance } from '../../core/governance';
import { unknown, type Known } from '../../core/known';
import { nameOf, segmentOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { Clients } from '../clients';
import { orUnknown } from '../network/or-unknown';
import type { GovernedPlace } from '../ports';
import { toFailure } from '../to-failure';
import type { Asker } from './asker';
import { readDenials } from './read-denials';
import { readLocks } from './read-locks';
import { readPermissions } from './read-permissions';
import { readUsages } from './read-usages';

/** All in parallel; nothing of it holds up the rest, since Azure itself answers at the creation. */
export function readGovernance(
  clients: Clients,
  { workspaceId, subnet }: GovernedPlace,
  stop: AbortSignal,
): Promise<Governance> {
  return clients.within('list', stop, async (signal) => {
    const sender = clients.rawNetwork(segmentOf(workspaceId, 'subscriptions') ?? '');
    const asker: Asker = { sender, endpoint: clients.endpoint, signal };
    const [onWorkspace, workspaceLocks, network] = await Promise.all([
      part(workspaceId, () => readPermissions(asker, workspaceId)),
      part(workspaceId, () => readLocks(asker, workspaceId)),
      subnet ? readNetworkGovernance(clients, subnet, signal) : null,
    ]);
    return { workspaceId, subnetId: subnet?.id ?? null, onWorkspace, workspaceLocks, network };
  });
}

async function readNetworkGovernance(
  clients: Clients,
  { id, location }: NonNullable<GovernedPlace['subnet']>,
  signal: AbortSignal,
): Promise<NetworkGovernance> {
  const networkId = id.replace(/\/subnets\/[^/]+$/i, '');
  const groupId = networkId.replace(/\/providers\/.*$/i, '');
  const subscriptionId = segmentOf(id, 'subscriptions') ?? '';
  const asker: Asker = { sender: clients.rawNetwork(subscriptionId), endpoint: clients.endpoint, signal };
  const [onNetwork, onSubnet, locks, denials, usages] = await Promise.all([
    part(networkId, () => readPermissions(asker, networkId)),
    part(id, () => readPermissions(asker, id)),
    part(networkId, () => readLocks(asker, networkId)),
    part(groupId, () => readDenials(asker, groupId, location)),
    part(groupId, () => readUsages(asker, subscriptionId, location)),
  ]);
  return { onNetwork, onSubnet, locks, denials, usages };
}

/** What Azure does not answer is unknown; giving up is not. */
async function part<T>(id: ResourceId, read: () => Promise<T>): Promise<Known<T>> {
  const scope = segmentOf(id, 'resourceGroups') ?? id;
  try {
    return await orUnknown(read, { name: nameOf(id), scope });
  } catch (error) {
    if (['cancelled', 'signedOut', 'timeout'].includes(toFailure(error).code)) throw error;
    return unknown(reason('unknown.notRead', { name: nameOf(id) }));
  }
}
