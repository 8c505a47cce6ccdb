import { adminRulesOf, showAdminRule } from '../network/network-managers';
import { ok, type Reply } from '../responses';
import { groupId } from '../resource-id';
import { route, type Route, type RouteCall } from '../router';
import { inGroup, notFound } from './guards';

const network = 'Microsoft.Network';

/** What network managers do to networks. */
export const networkManagerRoutes: readonly Route[] = [
  route(
    `POST /subscriptions/:subscription/resourceGroups/:group/providers/${network}/virtualNetworks/:name/listNetworkManagerEffectiveSecurityAdminRules`,
    inGroup(listAdminRules),
  ),
];

function listAdminRules({ world, param }: RouteCall): Reply {
  const type = `${network}/virtualNetworks`;
  const id = `${groupId(param('subscription'), param('group'))}/providers/${type}/${param('name')}`;
  if (!world.store.get(id)) return notFound({ type, path: param('name'), group: param('group') });
  return ok({ value: adminRulesOf(world, id).map(showAdminRule) });
}
