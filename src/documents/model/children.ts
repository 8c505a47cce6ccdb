import { known, type Known } from '../../core/known';
import type { Value } from '../evaluate/value';
import type { SourceRange } from '../source/source-range';
import type { DeclaredResource } from './declared-resource';
import { itemsPart, namePart, partOf, type Part } from './parts';

/** A rule, route, subnet or peering: an item of its parent's list, or a resource of its own. */
export interface Child {
  readonly name: string;
  /** The item, or the body of the resource; `properties` in both. */
  readonly value: Value;
  /** A resource that is only referenced: its values are unknown. */
  readonly isExisting?: true;
  /** Unknown where its condition is. */
  readonly isDeployed: Known<boolean>;
  /** Where it is written. */
  readonly place: SourceRange | null;
  /** As its parent's list has it too. */
  readonly listed?: Child;
}

/** The items of a parent's list. */
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
 * Children of a list and of their own. One that is both, as in what Azure exports, has one id and is deployed after its
 * parent: it counts as its resource has it. A reference to one of the list adds nothing.
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
