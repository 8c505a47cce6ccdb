import type { BodyJson } from '../body-json';
import { listPageReply, type Reply } from '../responses';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import { inScope } from './guards';

/** Routes for the permissions of the signed-in user at a scope, one entry per role. */
export const permissionRoutes: readonly RequestRoute[] = [
  defineRoute('GET /*scope/providers/Microsoft.Authorization/permissions', inScope(listPermissions)),
];

function listPermissions({ world, request }: RouteCall, scope: string): Reply {
  const refused = world.access.check('read', scope, 'Microsoft.Authorization/permissions');
  if (refused) return refused;
  const entries = world.access.grantsAt(scope).map(({ actions, notActions }): BodyJson => ({
    actions: [...actions],
    notActions: [...notActions],
    dataActions: [],
    notDataActions: [],
  }));
  return listPageReply(entries, { url: request.url, size: world.settings.pageSize });
}
