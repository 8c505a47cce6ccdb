import type { Json } from '../json';
import { pageOf, type Reply } from '../responses';
import { route, type Route, type RouteCall } from '../router';
import { inScope } from './guards';

/** What the signed-in person may do at a scope, one entry a role. */
export const permissionRoutes: readonly Route[] = [
  route('GET /*scope/providers/Microsoft.Authorization/permissions', inScope(listPermissions)),
];

function listPermissions({ world, request }: RouteCall, scope: string): Reply {
  const refused = world.access.check('read', scope, 'Microsoft.Authorization/permissions');
  if (refused) return refused;
  const entries = world.access.grantsAt(scope).map(({ actions, notActions }): Json => ({
    actions: [...actions],
    notActions: [...notActions],
    dataActions: [],
    notDataActions: [],
  }));
  return pageOf(entries, { url: request.url, size: world.settings.pageSize });
}
