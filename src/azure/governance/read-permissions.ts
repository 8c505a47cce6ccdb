import type { Permission } from '../../core/governance';
import type { ResourceId } from '../../core/network/model';
import { textsAt } from '../json';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import type { GovernanceClient } from './governance-client';

/** Reads the permissions that the signed-in user's roles grant on a resource, including inherited roles. */
export async function readPermissions(
  governanceClient: GovernanceClient,
  id: ResourceId,
): Promise<readonly Permission[]> {
  const { sender, endpoint, signal } = governanceClient;
  const url = urlOf(endpoint, `${id}/providers/Microsoft.Authorization/permissions`, '2022-04-01');
  const entries = await rawList(sender, url, signal);
  return entries.map((entry) => ({
    actions: textsAt(entry, 'actions'),
    notActions: textsAt(entry, 'notActions'),
  }));
}
