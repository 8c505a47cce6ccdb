import { failure } from '../failure-texts';
import {
  checkPeering,
  storedPeerings,
  peeringType,
  removePeering,
  sentPeering,
  storePeering,
} from '../network/peerings';
import { showNetworkItem } from '../network/show-network';
import { answerDelete, answerWrite } from '../network/write-network';
import { ok, listPageReply, refusal, type Reply } from '../responses';
import { resourceGroupId } from '../resource-id';
import { defineRoute, type Handler, type RequestRoute, type RouteCall } from '../router';
import { etagOf, type Item } from '../store';
import { checkBusy, checkCondition, withResourceGroup, notFound } from './guards';

const type = 'Microsoft.Network/virtualNetworks';
const list = `/subscriptions/:subscription/resourceGroups/:group/providers/${type}/:parent/virtualNetworkPeerings`;

/** Routes for peerings between networks, as separate resources. */
export const peeringRoutes: readonly RequestRoute[] = [
  defineRoute(`GET ${list}`, inNetwork(listPeerings)),
  defineRoute(`GET ${list}/:name`, inNetwork(getPeering)),
  defineRoute(`PUT ${list}/:name`, inNetwork(putPeering)),
  defineRoute(`DELETE ${list}/:name`, inNetwork(deletePeering)),
];

function inNetwork(handle: (call: RouteCall, network: Item) => Reply): Handler {
  return withResourceGroup((call) => {
    const { world, param } = call;
    const id = `${resourceGroupId(param('subscription'), param('group'))}/providers/${type}/${param('parent')}`;
    const refused = world.access.check('read', id, peeringType);
    if (refused) return refused;
    const network = world.store.get(id);
    return network ? handle(call, network) : notFound({ type, path: param('parent'), group: param('group') });
  });
}

function idOf({ param }: RouteCall, network: Item): string {
  return `${network.id}/virtualNetworkPeerings/${param('name')}`;
}

function listPeerings({ world, request }: RouteCall, network: Item): Reply {
  const shown = storedPeerings(world, network.id).map((item) => showNetworkItem(world, item));
  return listPageReply(shown, { url: request.url, size: world.settings.pageSize });
}

function getPeering(call: RouteCall, network: Item): Reply {
  const id = idOf(call, network);
  const item = call.world.store.get(id);
  if (!item) return refusal(404, failure('childNotFound', { id }));
  return ok(showNetworkItem(call.world, item), { ETag: etagOf(item) });
}

function putPeering(call: RouteCall, network: Item): Reply {
  const { world, request } = call;
  const id = idOf(call, network);
  const before = world.store.get(id);
  const properties = sentPeering(request.body);
  const refused =
    checkCondition(call, before) ??
    checkBusy(call, before) ??
    checkBusy(call, network) ??
    checkPeering(world, network, { id, properties });
  if (refused) return refused;
  return answerWrite(call, storePeering(world, { id, properties }), before === undefined);
}

function deletePeering(call: RouteCall, network: Item): Reply {
  const { world } = call;
  const item = world.store.get(idOf(call, network));
  if (!item) return { status: 204 };
  const refused = checkCondition(call, item) ?? checkBusy(call, item);
  return refused ?? answerDelete(call, item, () => removePeering(world, item));
}
