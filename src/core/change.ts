import { sameId } from './network/find';
import type { ResourceId } from './network/model';

/** One change to one part of a resource. */
export interface ChangeOf<Type extends string, State, Before = State> {
  /** The resource that is written; of a rule or a route its NSG or its route table. */
  readonly id: ResourceId;
  readonly type: Type;
  /** What it is like before, as far as it changes; null where it's created. */
  readonly before: Before | null;
  /** What it is like after; null where it's deleted. */
  readonly after: State | null;
}

/** Of what is created. */
export interface CreatedState {
  readonly location: string;
}

/** What a change creates, or deletes, or leaves. */
export function stateOf<Before, After>(change: {
  readonly before: Before | null;
  readonly after: After | null;
}): Before | After {
  const state = change.after ?? change.before;
  if (state === null) throw new Error('a change is of something');
  return state;
}

/** The IDs of a list that another one lacks. */
export function missingFrom(
  some: readonly ResourceId[] = [],
  all: readonly ResourceId[] = [],
): readonly ResourceId[] {
  return all.filter((id) => !some.some((one) => sameId(one, id)));
}
