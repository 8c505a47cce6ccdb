import type { ManagementLock } from '../../core/governance';
import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { textAt } from '../json';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import { armClientFor, type ArmClient } from '../arm-client';

const type = '/providers/Microsoft.Authorization/locks';

/** Reads the locks on a resource, its resource group, and its subscription. */
export function readLocks(arm: ArmClient, id: ResourceId): Promise<readonly ManagementLock[]> {
  return locksAt(arm, `${urlOf(arm.endpoint, `${id}${type}`, '2020-05-01')}&$filter=atScope()`);
}

/** Reads all locks of a subscription and its resources: one list for all rows. */
export function readLocksOf(
  clients: Clients,
  subscriptionId: string,
  stop: AbortSignal,
): Promise<readonly ManagementLock[]> {
  const url = urlOf(clients.endpoint, `/subscriptions/${subscriptionId}${type}`, '2020-05-01');
  return clients.within('list', stop, (signal) =>
    locksAt(armClientFor(clients, subscriptionId, signal), url),
  );
}

async function locksAt({ sender, signal }: ArmClient, url: string): Promise<readonly ManagementLock[]> {
  const entries = await rawList(sender, url, signal);
  return entries.flatMap((entry) => {
    const level = textAt(entry, 'properties', 'level');
    if (level !== 'CanNotDelete' && level !== 'ReadOnly') return [];
    const lockId = textAt(entry, 'id') ?? '';
    const at = lockId.toLowerCase().lastIndexOf(type.toLowerCase());
    return [{ name: textAt(entry, 'name') ?? '', level, scope: at < 0 ? lockId : lockId.slice(0, at) }];
  });
}
