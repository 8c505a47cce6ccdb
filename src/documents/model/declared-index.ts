import { known, unknown, type Known } from '../../core/known';
import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import { parentIdOf, type DeclaredResource } from './declared-resource';

/** The resources of files, found by type and by id; what is declared twice is there once. */
export interface DeclaredIndex {
  of(type: string): readonly DeclaredResource[];
  /** Those of a child type below a parent. */
  below(parentId: ResourceId, type: string): readonly DeclaredResource[];
  /** A resource that the files make; unknown where they only use it, or perhaps make it, or do not hold it. */
  made(id: ResourceId): Known<DeclaredResource>;
  /** True of a resource that the files only refer to, or don't hold. */
  isElsewhere(id: ResourceId): boolean;
}

/** Indexes resources once. */
export function indexOf(resources: readonly DeclaredResource[]): DeclaredIndex {
  const byId = lastOfEach(resources);
  const byType = new Map<string, DeclaredResource[]>();
  for (const one of byId.values()) {
    const same = byType.get(one.type);
    if (same) same.push(one);
    else byType.set(one.type, [one]);
  }
  const of = (type: string): readonly DeclaredResource[] => byType.get(type) ?? [];
  return {
    of,
    below: (parentId, type) => of(type).filter(({ id }) => parentIdOf(id) === parentId.toLowerCase()),
    isElsewhere: (id) => byId.get(id.toLowerCase())?.isExisting !== false,
    made(id) {
      const found = byId.get(id.toLowerCase());
      if (!found || found.isExisting) return unknown(reason('terminal.notInFiles', { name: nameOf(id) }));
      return found.isDeployed.known ? known(found) : found.isDeployed;
    },
  };
}

/** By id in small letters. What is declared twice counts once: made before used, then the last. */
export function lastOfEach(resources: readonly DeclaredResource[]): ReadonlyMap<string, DeclaredResource> {
  const byId = new Map<string, DeclaredResource>();
  for (const one of resources) {
    const key = one.id.toLowerCase();
    const before = byId.get(key);
    if (!before || before.isExisting || !one.isExisting) byId.set(key, one);
  }
  return byId;
}
