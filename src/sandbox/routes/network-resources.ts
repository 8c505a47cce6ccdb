import { failure } from '../failure-texts';
import { isBodyObject, bodyObject, bodyText, bodyPart } from '../body-json';
import { networkKinds, type NetworkKind, type SentResource } from '../network/network-kinds';
import { removePeerings } from '../network/peerings';
import { showNetworkItem } from '../network/show-network';
import {
  answerDelete,
  answerWrite,
  childrenAfter,
  storeChildren,
  storedProperties,
} from '../network/write-network';
import { ok, pageOfShown, refusal, type Reply } from '../responses';
import { resourceGroupId, sameText } from '../resource-id';
import { defineRoute, type Handler, type RequestRoute, type RouteCall } from '../router';
import { etagOf, type Item } from '../store';
import { checkBusy, checkCondition, withResourceGroup, inSubscription, notFound } from './guards';

const root = '/subscriptions/:subscription';

/** Types that are only read here: the service or other routes create their resources. */
const readOnlyTypes = [
  'Microsoft.Network/privateEndpoints',
  'Microsoft.Network/networkInterfaces',
  'Microsoft.Network/loadBalancers',
];

/** Routes for list, get, create or update, and delete of the network provider's own resources. */
export const networkResourceRoutes: readonly RequestRoute[] = [
  ...networkKinds.flatMap((kind) => [...readRoutes(kind.type), ...writeRoutes(kind)]),
  ...readOnlyTypes.flatMap(readRoutes),
];

function readRoutes(type: string): RequestRoute[] {
  const inOneGroup = `${root}/resourceGroups/:group/providers/${type}`;
  return [
    defineRoute(`GET ${root}/providers/${type}`, inSubscription(listOf(type))),
    defineRoute(`GET ${inOneGroup}`, withResourceGroup(listOf(type))),
    defineRoute(`GET ${inOneGroup}/:name`, withResourceGroup(getOf(type))),
  ];
}

function writeRoutes(kind: NetworkKind): RequestRoute[] {
  const one = `${root}/resourceGroups/:group/providers/${kind.type}/:name`;
  return [
    defineRoute(
      `PUT ${one}`,
      withResourceGroup((call) => putResource(call, kind)),
    ),
    defineRoute(
      `PATCH ${one}`,
      withResourceGroup((call) => patchTags(call, kind)),
    ),
    defineRoute(
      `DELETE ${one}`,
      withResourceGroup((call) => deleteResource(call, kind)),
    ),
  ];
}

function listOf(type: string): Handler {
  return ({ world, request, param }) => {
    const resourceGroup = param('group') || undefined;
    const scope = resourceGroup
      ? resourceGroupId(param('subscription'), resourceGroup)
      : `/subscriptions/${param('subscription')}`;
    const refused = world.access.checkList(scope, type);
    if (refused) return refused;
    const items = world.store.list(type, { subscriptionId: param('subscription'), resourceGroup });
    const seen = items.filter((item) => world.access.may('read', item.id, type));
    const page = { url: request.url, size: world.settings.pageSize };
    return pageOfShown(seen, page, (item) => showNetworkItem(world, item));
  };
}

function idOf({ param }: RouteCall, type: string): string {
  return `${resourceGroupId(param('subscription'), param('group'))}/providers/${type}/${param('name')}`;
}

function getOf(type: string): Handler {
  return (call) => {
    const id = idOf(call, type);
    const refused = call.world.access.check('read', id, type);
    if (refused) return refused;
    const item = call.world.store.get(id);
    if (!item) return notFound({ type, path: call.param('name'), group: call.param('group') });
    return ok(showNetworkItem(call.world, item), { ETag: etagOf(item) });
  };
}

function putResource(call: RouteCall, kind: NetworkKind): Reply {
  const { world, request, param } = call;
  const id = idOf(call, kind.type);
  const before = world.store.get(id);
  const refused =
    world.access.check('write', id, kind.type) ?? checkCondition(call, before) ?? checkBusy(call, before);
  if (refused) return refused;
  if (!isBodyObject(request.body)) return refusal(400, failure('invalidRequestFormat'));
  const properties = bodyPart(request.body, 'properties') ?? {};
  const children = childrenAfter(world, kind, { id, properties });
  const sent: SentResource = { id, name: param('name'), body: request.body, properties, children };
  const wrong =
    checkLocation(sent, before) ??
    checkNames(sent) ??
    kind.check(world, sent) ??
    checkLostChildren(call, kind, sent);
  return wrong ?? storeResource(call, kind, { sent, before });
}

function checkLocation(sent: SentResource, before: Item | undefined): Reply | undefined {
  const other = bodyText(sent.body, 'location');
  if (other === undefined || other === '') return refusal(400, failure('locationRequired'));
  if (!before || sameText(normal(other), before.location ?? '')) return undefined;
  const values = { name: sent.name, location: before.location ?? '', group: before.resourceGroup, other };
  return refusal(409, failure('invalidResourceLocation', values));
}

function checkNames(sent: SentResource): Reply | undefined {
  const isWrong = sent.children.some((child) => child.name === '');
  return isWrong ? refusal(400, failure('invalidRequestFormat')) : undefined;
}

/** Refuses to omit a child that is in use from its parent's list. */
function checkLostChildren({ world }: RouteCall, kind: NetworkKind, sent: SentResource): Reply | undefined {
  if (!kind.child) return undefined;
  const { inUse, type } = kind.child;
  return world.store
    .children(sent.id, type)
    .filter((child) => !sent.children.some((entry) => sameText(entry.id, child.id)))
    .map((child) => inUse(world, child))
    .find((reply) => reply !== undefined);
}

function normal(location: string): string {
  return location.toLowerCase().replaceAll(' ', '');
}

const topMembers = ['tags', 'sku', 'zones', 'identity', 'extendedLocation'];

function storeResource(
  call: RouteCall,
  kind: NetworkKind,
  { sent, before }: { sent: SentResource; before: Item | undefined },
): Reply {
  const { world } = call;
  const top = Object.fromEntries(Object.entries(sent.body).filter(([name]) => topMembers.includes(name)));
  const item = world.store.put({
    id: sent.id,
    location: normal(bodyText(sent.body, 'location') ?? ''),
    top,
    // A list of users is always derived, even if a client sends it back.
    properties: storedProperties(sent.properties, [...(kind.child ? [kind.child.member] : []), 'subnets']),
    provisioningState: 'Updating',
  });
  storeChildren(world, kind, { parentId: item.id, children: sent.children });
  return answerWrite(call, item, before === undefined);
}

/** Updates tags. The network provider's PATCH accepts only tags. They replace the existing ones, at once. */
function patchTags(call: RouteCall, { type }: NetworkKind): Reply {
  const { world, request, param } = call;
  const id = idOf(call, type);
  const refused = world.access.check('write', id, type);
  if (refused) return refused;
  const item = world.store.get(id);
  if (!item) return notFound({ type, path: param('name'), group: param('group') });
  const wrong = checkCondition(call, item) ?? checkBusy(call, item);
  if (wrong) return wrong;
  const tags = bodyObject(request.body, 'tags');
  if (!tags) return refusal(400, failure('invalidRequestFormat'));
  const { location, top, properties, provisioningState } = item;
  const changed = world.store.put({ id, location, top: { ...top, tags }, properties, provisioningState });
  return ok(showNetworkItem(world, changed), { ETag: etagOf(changed) });
}

function deleteResource(call: RouteCall, kind: NetworkKind): Reply {
  const { world } = call;
  const id = idOf(call, kind.type);
  const item = world.store.get(id);
  const refused = world.access.check('delete', id, kind.type);
  if (refused) return refused;
  if (!item) return { status: 204 };
  const wrong = checkCondition(call, item) ?? checkBusy(call, item) ?? kind.inUse(world, item);
  const remove = (): void => {
    removePeerings(world, item.id);
    world.store.remove(item.id);
  };
  return wrong ?? answerDelete(call, item, remove);
}
