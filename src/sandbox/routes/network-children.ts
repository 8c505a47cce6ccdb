import { failure } from '../failure-texts';
import { isBodyObject, bodyPart } from '../body-json';
import { networkKinds, type ChildKind, type NetworkKind } from '../network/network-kinds';
import { showNetworkItem } from '../network/show-network';
import { answerDelete, answerWrite, childrenNow, storedProperties } from '../network/write-network';
import { ok, listPageReply, refusal, type Reply } from '../responses';
import { resourceGroupId, sameText } from '../resource-id';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import { etagOf, type Item } from '../store';
import { checkBusy, checkCondition, withResourceGroup, notFound } from './guards';

interface ChildCall {
  readonly call: RouteCall;
  readonly kind: NetworkKind;
  readonly child: ChildKind;
  readonly parent: Item;
  readonly id: string;
}

type ChildHandler = (request: ChildCall) => Reply;

/** Routes for subnets, security rules, and routes as separate resources. */
export const networkChildRoutes: readonly RequestRoute[] = networkKinds.flatMap((kind) => {
  if (!kind.child) return [];
  const list = `/subscriptions/:subscription/resourceGroups/:group/providers/${kind.type}/:parent/${kind.child.member}`;
  return [
    defineRoute(`GET ${list}`, inParent(kind, kind.child, listChildren)),
    defineRoute(`GET ${list}/:name`, inParent(kind, kind.child, getChild)),
    defineRoute(`PUT ${list}/:name`, inParent(kind, kind.child, putChild)),
    defineRoute(`DELETE ${list}/:name`, inParent(kind, kind.child, deleteChild)),
  ];
});

function inParent(...[kind, child, handle]: [NetworkKind, ChildKind, ChildHandler]) {
  return withResourceGroup((call) => {
    const group = resourceGroupId(call.param('subscription'), call.param('group'));
    const parentId = `${group}/providers/${kind.type}/${call.param('parent')}`;
    const parent = call.world.store.get(parentId);
    const id = `${parentId}/${child.member}/${call.param('name')}`;
    const refused = call.world.access.check('read', parentId, child.type);
    if (refused) return refused;
    if (parent) return handle({ call, kind, child, parent, id });
    if (call.request.method === 'DELETE') return { status: 204 };
    return notFound({ type: kind.type, path: call.param('parent'), group: call.param('group') });
  });
}

function listChildren({ call, child, parent }: ChildCall): Reply {
  const { world, request } = call;
  const shown = world.store.children(parent.id, child.type).map((item) => showNetworkItem(world, item));
  return listPageReply(shown, { url: request.url, size: world.settings.pageSize });
}

function getChild({ call, id }: ChildCall): Reply {
  const item = call.world.store.get(id);
  if (!item) return refusal(404, failure('childNotFound', { id }));
  return ok(showNetworkItem(call.world, item), { ETag: etagOf(item) });
}

function putChild(request: ChildCall): Reply {
  const { call, child, parent, id, kind } = request;
  const { world } = call;
  const before = world.store.get(id);
  const refused =
    world.access.check('write', id, child.type) ??
    checkCondition(call, before) ??
    checkBusy(call, before) ??
    checkBusy(call, parent);
  if (refused) return refused;
  if (!isBodyObject(call.request.body)) return refusal(400, failure('invalidRequestFormat'));
  const properties = child.complete(storedProperties(bodyPart(call.request.body, 'properties')));
  const sent = { id, name: call.param('name'), properties };
  const others = childrenNow(world, kind, parent.id).filter((entry) => !sameText(entry.id, id));
  const body = { properties: parent.properties, ...parent.top };
  const wrong = kind.check(world, {
    id: parent.id,
    name: parent.name,
    body,
    properties: parent.properties,
    children: [...others, sent],
  });
  if (wrong) return wrong;
  const item = world.store.put({ id, properties, provisioningState: 'Updating' });
  touchParent(request);
  return answerWrite(call, item, before === undefined);
}

/** Updates the parent's ETag, which changes with its children. */
function touchParent({ call, parent }: ChildCall): void {
  const { id, location, top, properties, provisioningState } = parent;
  call.world.store.put({ id, location, top, properties, provisioningState });
}

function deleteChild(request: ChildCall): Reply {
  const { call, child, parent, id } = request;
  const { world } = call;
  const refused = world.access.check('delete', id, child.type);
  if (refused) return refused;
  const item = world.store.get(id);
  if (!item) return { status: 204 };
  const wrong =
    checkCondition(call, item) ??
    checkBusy(call, item) ??
    checkBusy(call, parent) ??
    child.inUse(world, item);
  return (
    wrong ??
    answerDelete(call, item, () => {
      world.store.remove(item.id);
      touchParent({ ...request, parent: world.store.get(parent.id) ?? parent });
    })
  );
}
