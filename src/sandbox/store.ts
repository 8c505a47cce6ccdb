import { createHash } from 'node:crypto';
import type { BodyObject } from './body-json';
import { parseResourceId, sameText } from './resource-id';

/** A resource in the store. Members that ARM derives (back references, ETags) are added when it is shown. */
export interface Item {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly parentId: string | undefined;
  readonly location: string | undefined;
  /** Members outside of `properties`: tags, sku, identity, kind, zones, systemData. */
  readonly top: BodyObject;
  readonly properties: BodyObject;
  readonly provisioningState: string;
  readonly revision: number;
}

interface NewItem {
  readonly id: string;
  readonly location?: string | undefined;
  readonly top?: BodyObject;
  readonly properties: BodyObject;
  readonly provisioningState?: string;
}

interface ListFilter {
  readonly subscriptionId: string;
  readonly resourceGroup?: string | undefined;
}

export interface ResourceStore {
  get(id: string): Item | undefined;
  put(item: NewItem): Item;
  /** Changes an item without a new revision, for background changes by the service itself. */
  patch(id: string, change: Partial<Pick<Item, 'properties' | 'provisioningState'>>): void;
  remove(id: string): void;
  list(type: string, filter: ListFilter): Item[];
  all(type: string): Item[];
  everything(): Item[];
  children(parentId: string, type: string): Item[];
  /** Returns the number of changes, for cached values that depend on the whole store. */
  changes(): number;
}

export function createResourceStore(): ResourceStore {
  const items = new Map<string, Item>();
  const byType = new Map<string, Map<string, Item>>();
  const byParent = new Map<string, Map<string, Item>>();
  let changes = 0;
  const storeItem = (item: Item): void => {
    const key = item.id.toLowerCase();
    items.set(key, item);
    bucket(byType, item.type.toLowerCase()).set(key, item);
    if (item.parentId) bucket(byParent, item.parentId.toLowerCase()).set(key, item);
    changes += 1;
  };
  const remove = (id: string): void => {
    const key = id.toLowerCase();
    const item = items.get(key);
    if (!item) return;
    for (const child of [...(byParent.get(key)?.values() ?? [])]) remove(child.id);
    items.delete(key);
    byType.get(item.type.toLowerCase())?.delete(key);
    if (item.parentId) byParent.get(item.parentId.toLowerCase())?.delete(key);
    changes += 1;
  };
  return {
    get: (id) => items.get(id.toLowerCase()),
    put: (item) => {
      const held = toItem(item, items.get(item.id.toLowerCase()), changes + 1);
      storeItem(held);
      return held;
    },
    patch: (id, change) => {
      const item = items.get(id.toLowerCase());
      if (item) storeItem({ ...item, ...change });
    },
    remove,
    list: (type, filter) =>
      [...(byType.get(type.toLowerCase())?.values() ?? [])].filter((item) => fits(item, filter)),
    all: (type) => [...(byType.get(type.toLowerCase())?.values() ?? [])],
    everything: () => [...items.values()],
    children: (parentId, type) =>
      [...(byParent.get(parentId.toLowerCase())?.values() ?? [])].filter((item) => sameText(item.type, type)),
    changes: () => changes,
  };
}

/** Returns a weak ETag that changes with every write of the item. */
export function etagOf(item: Item): string {
  return `W/"${stableGuid(`${item.id.toLowerCase()}#${item.revision}`)}"`;
}

/** Returns a stable ID in the form of a GUID. */
export function stableGuid(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

function toItem(item: NewItem, before: Item | undefined, revision: number): Item {
  const parts = parseResourceId(item.id);
  if (!parts) throw new Error(`Not a resource id: ${item.id}`);
  return {
    id: before?.id ?? item.id,
    type: before?.type ?? parts.type,
    name: before?.name ?? parts.name,
    subscriptionId: parts.subscriptionId,
    resourceGroup: parts.resourceGroup,
    parentId: parts.parentId,
    location: item.location,
    top: item.top ?? {},
    properties: item.properties,
    provisioningState: item.provisioningState ?? 'Succeeded',
    revision,
  };
}

function fits(item: Item, filter: ListFilter): boolean {
  if (!sameText(item.subscriptionId, filter.subscriptionId)) return false;
  return filter.resourceGroup === undefined || sameText(item.resourceGroup, filter.resourceGroup);
}

function bucket(index: Map<string, Map<string, Item>>, key: string): Map<string, Item> {
  const found = index.get(key);
  if (found) return found;
  const created = new Map<string, Item>();
  index.set(key, created);
  return created;
}
