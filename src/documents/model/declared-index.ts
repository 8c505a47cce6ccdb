import { known, unknown, type Known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import { maybeSameId } from '../../core/network/maybe-same-id';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { parentIdOf, type DeclaredResource } from './declared-resource';
import { displayName } from './display-name';
import type { Part } from './parts';

/** The resources of files, found by type and by id; what is declared twice is there once. */
export interface DeclaredIndex {
  /** Why an ID that has no value, or not a whole one, is perhaps that of a resource; undefined where it is not. */
  whyPerhaps(part: Part, of: ResourceId): Reason | undefined;
  of(type: string): readonly DeclaredResource[];
  /** Children of a type below a parent. A child whose own parent isn't known is perhaps there. */
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
  const isElsewhere = (id: ResourceId): boolean => byId.get(id.toLowerCase())?.isExisting !== false;
  return {
    of,
    isElsewhere,
    below(parentId, type) {
      const id = parentId.toLowerCase();
      return of(type).flatMap((one) => {
        const parent = parentIdOf(one.id);
        if (parent === id) return [one];
        const mayBe = one.isParentCertain !== true && isElsewhere(parent) && maybeSameId(parent, id);
        return mayBe ? [perhapsBelow(one)] : [];
      });
    },
    whyPerhaps(part, id) {
      if (part?.is !== 'unknown') return undefined;
      const { symbol, because } = part;
      if (symbol === null) return because;
      // Two resources that the files create are never the same.
      return !sameId(symbol, id) && maybeSameId(symbol, id) && isElsewhere(symbol) ? because : undefined;
    },
    made(id) {
      const found = byId.get(id.toLowerCase());
      if (!found || found.isExisting) {
        return unknown(reason('terminal.notInFiles', { name: displayName(nameOf(id)) }));
      }
      return found.isDeployed.known ? known(found) : found.isDeployed;
    },
  };
}

/** A child that is perhaps below another parent: whether it's deployed here isn't known. */
function perhapsBelow(one: DeclaredResource): DeclaredResource {
  const because = reason('unknown.parent', { name: one.name });
  return one.isDeployed.known && one.isDeployed.value ? { ...one, isDeployed: unknown(because) } : one;
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
