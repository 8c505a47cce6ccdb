import { adminRulesOf, managerType, showAdminRule } from '../network/network-managers';
import { ok, pageOf, type Reply } from '../responses';
import { groupId } from '../resource-id';
import { route, type Route, type RouteCall } from '../router';
import { inGroup, inSubscription, notFound } from './guards';

const network = 'Microsoft.Network';

/** What network managers do to networks, and the managers that a person may see. */
export const networkManagerRoutes: readonly Route[] = [
  route(`GET /subscriptions/:subscription/providers/${managerType}`, inSubscription(listManagers)),
  route(
    `POST /subscriptions/:subscription/resourceGroups/:group/providers/${network}/virtualNetworks/:name/listNetworkManagerEffectiveSecurityAdminRules`,
    inGroup(listAdminRules),
  ),
];

function listManagers({ world, request, param }: RouteCall): Reply {
  const shown = world.store
    .list(managerType, { subscriptionId: param('subscription') })
    .filter(({ id }) => world.access.may('read', id, managerType))
    .map(({ id, name, type, location, properties }) => ({ id, name, type, location, properties }));
  return pageOf(shown, { url: request.url, size: world.settings.pageSize });
}

function listAdminRules({ world, param }: RouteCall): Reply {
  const type = `${network}/virtualNetworks`;
  const id = `${groupId(param('subscription'), param('group'))}/providers/${type}/${param('name')}`;
  if (!world.store.get(id)) return notFound({ type, path: param('name'), group: param('group') });
  return ok({ value: adminRulesOf(world, id).map(showAdminRule) });
}
