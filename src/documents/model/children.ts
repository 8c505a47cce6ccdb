import { known, type Known } from '../../core/known';
import type { Value } from '../evaluate/value';
import type { SourceRange } from '../source/source-range';
import type { DeclaredResource } from './declared-resource';
import { itemsPart, namePart, partOf, type Part } from './parts';

/** A rule, route, subnet, or peering: an item of its parent's list, or a separate resource. */
export interface Child {
  readonly name: string;
  /** The item, or the body of the resource. Both have `properties`. */
  readonly value: Value;
  /** True for a resource that is only referenced. Its values are unknown. */
  readonly isExisting?: true;
  /** Unknown if its condition is unknown. */
  readonly isDeployed: Known<boolean>;
  /** The place in the file. */
  readonly place: SourceRange | null;
  /** The same child in its parent's list, if it's there too. */
  readonly listed?: Child;
}

/** Returns the items of a parent's list. */
export function childrenPart(list: Part): Known<readonly Child[]> {
  const items = itemsPart(list);
  if (!items.known) return items;
  return known(
    items.value.map((value) => ({
      name: namePart(partOf(value, 'name')),
      value,
      isDeployed: value.is === 'unknown' ? { known: false, because: value.because } : known(true),
      place: value.from,
    })),
  );
}

export function childOf(resource: DeclaredResource): Child {
  return {
    name: resource.name,
    value: resource.body,
    ...(resource.isExisting ? { isExisting: true } : {}),
    isDeployed: resource.isDeployed,
    place: resource.place,
  };
}

/**
 * Combines the children in a list with those that are separate resources. A child that is both, as in exported
 * templates, has one ID and is deployed after its parent, so the separate resource counts. A reference to a child in
 * the list doesn't add anything.
 */
export function withApart(inside: readonly Child[], apart: readonly Child[]): readonly Child[] {
  const listed = new Map(inside.map((one) => [one.name.toLowerCase(), one]));
  const own = apart.filter(({ name, isExisting }) => !isExisting || !listed.has(name.toLowerCase()));
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  return [
    ...inside.filter(({ name }) => name === '' || !names.has(name.toLowerCase())),
    ...own.map((one) => {
      const item = listed.get(one.name.toLowerCase());
      return item && one.name !== '' ? { ...one, listed: item } : one;
    }),
  ];
}
