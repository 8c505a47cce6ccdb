import { isDeepStrictEqual } from 'node:util';
import { isBodyObject, bodyList, bodyText, bodyPart, type BodyJson, type BodyObject } from '../body-json';
import { forcedEnd } from '../forced-end';
import type { LongRunningOperation } from '../long-running';
import type { Reply } from '../responses';
import type { RouteCall } from '../router';
import type { World } from '../settings';
import type { Item } from '../store';
import type { SentRule } from './check-security-rules';
import { derivedMembers, type NetworkKind } from './network-kinds';
import { showNetworkItem } from './show-network';

/** Seconds that the network provider takes at lifelike pace. */
const seconds = 0.9;

/** Returns a body's properties without those that Azure derives and, for a parent, without its children. */
export function storedProperties(
  properties: BodyJson | undefined,
  without: readonly string[] = [],
): BodyObject {
  if (!isBodyObject(properties)) return {};
  const left = [...derivedMembers, ...without];
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !left.includes(name)));
}

/** Returns a parent's children after the write: those sent with it, otherwise the existing ones. */
export function childrenAfter(
  world: World,
  kind: NetworkKind,
  parent: { id: string; properties: BodyJson },
): SentRule[] {
  const { child } = kind;
  if (!child) return [];
  if (child.isApart || bodyPart(parent.properties, child.member) === undefined) {
    return childrenNow(world, kind, parent.id);
  }
  return bodyList(parent.properties, child.member).map((entry) => {
    const name = bodyText(entry, 'name') ?? '';
    const properties = child.complete(storedProperties(bodyPart(entry, 'properties')));
    return { id: `${parent.id}/${child.member}/${name}`, name, properties };
  });
}

export function childrenNow(world: World, kind: NetworkKind, parentId: string): SentRule[] {
  if (!kind.child) return [];
  return world.store
    .children(parentId, kind.child.type)
    .map(({ id, name, properties }) => ({ id, name, properties }));
}

/** Stores changed children, so that only these get a new ETag. */
export function storeChildren(
  world: World,
  kind: NetworkKind,
  { parentId, children }: { parentId: string; children: readonly SentRule[] },
): void {
  if (!kind.child) return;
  for (const child of world.store.children(parentId, kind.child.type)) {
    if (!children.some((entry) => entry.id.toLowerCase() === child.id.toLowerCase())) {
      world.store.remove(child.id);
    }
  }
  for (const child of children) {
    const before = world.store.get(child.id);
    const properties = isBodyObject(child.properties) ? child.properties : {};
    if (before && isDeepStrictEqual(before.properties, properties)) continue;
    world.store.put({ id: child.id, properties });
  }
}

/** Starts the long-running part of a write and responds with the current resource. */
export function answerWrite(call: RouteCall, item: Item, isNew: boolean): Reply {
  const { world, request } = call;
  const operation = beginOperation(world, item);
  const error = forcedEnd(world, { method: request.method, path: item.id });
  world.operations.after(seconds, () => {
    world.store.patch(item.id, { provisioningState: error ? 'Failed' : 'Succeeded' });
    world.operations.finish(operation, error);
  });
  const headers = world.operations.headers(operation, request.url.origin);
  delete headers['Location'];
  return { status: isNew ? 201 : 200, body: showNetworkItem(world, item), headers };
}

export function answerDelete(call: RouteCall, item: Item, remove: () => void): Reply {
  const { world, request } = call;
  world.store.patch(item.id, { provisioningState: 'Deleting' });
  const operation = beginOperation(world, item);
  const error = forcedEnd(world, { method: request.method, path: item.id });
  world.operations.after(seconds, () => {
    if (error) world.store.patch(item.id, { provisioningState: 'Failed' });
    else remove();
    world.operations.finish(operation, error);
  });
  return { status: 202, headers: world.operations.headers(operation, request.url.origin) };
}

function beginOperation(world: World, item: Item): LongRunningOperation {
  const location = item.location ?? world.store.get(item.parentId ?? '')?.location ?? 'westeurope';
  const { subscriptionId, id: resourceId } = item;
  return world.operations.begin({ provider: 'Microsoft.Network', subscriptionId, location, resourceId });
}
