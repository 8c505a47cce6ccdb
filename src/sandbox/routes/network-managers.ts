import { managerRulesInEffect, showAdminRule } from '../network/network-managers';
import { ok, type Reply } from '../responses';
import { resourceGroupId } from '../resource-id';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import { withResourceGroup, notFound } from './guards';

const network = 'Microsoft.Network';

/** Routes for the rules that network managers apply to networks. */
export const networkManagerRoutes: readonly RequestRoute[] = [
  defineRoute(
    `POST /subscriptions/:subscription/resourceGroups/:group/providers/${network}/virtualNetworks/:name/listNetworkManagerEffectiveSecurityAdminRules`,
    withResourceGroup(listAdminRules),
  ),
];

function listAdminRules({ world, param }: RouteCall): Reply {
  const type = `${network}/virtualNetworks`;
  const id = `${resourceGroupId(param('subscription'), param('group'))}/providers/${type}/${param('name')}`;
  if (!world.store.get(id)) return notFound({ type, path: param('name'), group: param('group') });
  return ok({ value: managerRulesInEffect(world, id).map(showAdminRule) });
}
