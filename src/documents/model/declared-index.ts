import { known, unknown, type Known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import { maybeSameId } from '../../core/network/maybe-same-id';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { parentIdOf, type DeclaredResource } from './declared-resource';
import { displayName } from './display-name';
import type { Part } from './parts';

/** The resources of files, by type and by ID. A resource that is declared twice is included once. */
export interface DeclaredIndex {
  /** Returns the reason why a partly unknown ID may be the ID of a resource, or undefined if it can't be. */
  whyPerhaps(part: Part, of: ResourceId): Reason | undefined;
  of(type: string): readonly DeclaredResource[];
  /** Returns the children of a type below a parent. A child whose own parent isn't known is possibly included. */
  below(parentId: ResourceId, type: string): readonly DeclaredResource[];
  /**
   * Returns a resource that the files create. Unknown if they only refer to it, possibly create it, or don't contain
   * it.
   */
  createdById(id: ResourceId): Known<DeclaredResource>;
  /** True for a resource that the files only refer to, or don't contain. */
  isElsewhere(id: ResourceId): boolean;
}

/** Builds an index of resources. */
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
    createdById(id) {
      const found = byId.get(id.toLowerCase());
      if (!found || found.isExisting) {
        return unknown(reason('terminal.notInFiles', { name: displayName(nameOf(id)) }));
      }
      return found.isDeployed.known ? known(found) : found.isDeployed;
    },
  };
}

/** Returns a child that may be below another parent. It isn't known whether it's deployed here. */
function perhapsBelow(one: DeclaredResource): DeclaredResource {
  const because = reason('unknown.parent', { name: one.name });
  return one.isDeployed.known && one.isDeployed.value ? { ...one, isDeployed: unknown(because) } : one;
}

/**
 * Indexes resources by ID in lowercase. Of two declarations of the same resource, one that creates it takes precedence
 * over a reference, and then the last one counts.
 */
export function lastOfEach(resources: readonly DeclaredResource[]): ReadonlyMap<string, DeclaredResource> {
  const byId = new Map<string, DeclaredResource>();
  for (const one of resources) {
    const key = one.id.toLowerCase();
    const before = byId.get(key);
    if (!before || before.isExisting || !one.isExisting) byId.set(key, one);
  }
  return byId;
}
