import { effectiveRoutesOf } from '../network/effective-routes';
import { effectiveRulesOf } from '../network/effective-rules';
import { nodeNetworkOf } from '../nodes/node-network';
import { bodyList, bodyText } from '../body-json';
import { ok, type Reply } from '../responses';
import { resourceGroupId } from '../resource-id';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import { withResourceGroup, notFound } from './guards';

const type = 'Microsoft.Network/networkInterfaces';

/**
 * Routes for the effective routes and rules of a network interface. Azure may respond later; this sandbox responds at
 * once.
 */
export const effectiveRouteRoutes: readonly RequestRoute[] = [
  defineRoute(
    `POST /subscriptions/:subscription/resourceGroups/:group/providers/${type}/:name/effectiveRouteTable`,
    withResourceGroup(listEffectiveRoutes),
  ),
  defineRoute(
    `POST /subscriptions/:subscription/resourceGroups/:group/providers/${type}/:name/effectiveNetworkSecurityGroups`,
    withResourceGroup(listEffectiveRules),
  ),
];

function listEffectiveRoutes(call: RouteCall): Reply {
  const found = placeOf(call);
  return found ? ok({ value: effectiveRoutesOf(found.network) }) : notThere(call);
}

/** Lists the effective rules of the subnet's NSG. The network interface's own NSG isn't modeled. */
function listEffectiveRules(call: RouteCall): Reply {
  const found = placeOf(call);
  if (!found) return notThere(call);
  const { subnet, network } = found;
  const group = bodyText(subnet.properties, 'networkSecurityGroup', 'id');
  if (group === undefined) return ok({ value: [] });
  const association = { subnet: { id: subnet.id } };
  const effectiveSecurityRules = effectiveRulesOf(network);
  return ok({ value: [{ networkSecurityGroup: { id: group }, association, effectiveSecurityRules }] });
}

function placeOf({ world, param }: RouteCall) {
  const id = `${resourceGroupId(param('subscription'), param('group'))}/providers/${type}/${param('name')}`;
  const [configuration] = bodyList(world.store.get(id)?.properties, 'ipConfigurations');
  const subnet = world.store.get(bodyText(configuration, 'properties', 'subnet', 'id') ?? '');
  const network = subnet && nodeNetworkOf(world, subnet);
  return subnet && network ? { subnet, network } : undefined;
}

function notThere({ param }: RouteCall): Reply {
  return notFound({ type, path: param('name'), group: param('group') });
}
