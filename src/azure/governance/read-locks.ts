import type { ManagementLock } from '../../core/governance';
import type { ResourceId } from '../../core/network/model';
import { textAt } from '../json';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import type { Asker } from './asker';

const type = '/providers/Microsoft.Authorization/locks';

/** Locks on a resource and above it: its group, its subscription. */
export async function readLocks(asker: Asker, id: ResourceId): Promise<readonly ManagementLock[]> {
  const { sender, endpoint, signal } = asker;
  const url = `${urlOf(endpoint, `${id}${type}`, '2020-05-01')}&$filter=atScope()`;
  const entries = await rawList(sender, url, signal);
  return entries.flatMap((entry) => {
    const level = textAt(entry, 'properties', 'level');
    if (level !== 'CanNotDelete' && level !== 'ReadOnly') return [];
    const lockId = textAt(entry, 'id') ?? '';
    const at = lockId.toLowerCase().lastIndexOf(type.toLowerCase());
    return [{ name: textAt(entry, 'name') ?? '', level, scope: at < 0 ? lockId : lockId.slice(0, at) }];
  });
}
