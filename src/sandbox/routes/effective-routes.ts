import { effectiveRoutesOf } from '../network/effective-routes';
import { nodeNetworkOf } from '../nodes/node-network';
import { listAt, textAt } from '../json';
import { ok, type Reply } from '../responses';
import { groupId } from '../resource-id';
import { route, type Route, type RouteCall } from '../router';
import { inGroup, notFound } from './guards';

const type = 'Microsoft.Network/networkInterfaces';

/** What a network card's routes come to; Azure may also answer later, here the answer is there at once. */
export const effectiveRouteRoutes: readonly Route[] = [
  route(
    `POST /subscriptions/:subscription/resourceGroups/:group/providers/${type}/:name/effectiveRouteTable`,
    inGroup(listEffectiveRoutes),
  ),
];

function listEffectiveRoutes({ world, param }: RouteCall): Reply {
  const id = `${groupId(param('subscription'), param('group'))}/providers/${type}/${param('name')}`;
  const card = world.store.get(id);
  const [configuration] = listAt(card?.properties, 'ipConfigurations');
  const subnet = world.store.get(textAt(configuration, 'properties', 'subnet', 'id') ?? '');
  const network = subnet && nodeNetworkOf(world, subnet);
  if (!card || !network) return notFound({ type, path: param('name'), group: param('group') });
  return ok({ value: effectiveRoutesOf(network) });
}
