import { sameId } from './network/find';
import type { ResourceId } from './network/model';

/** A change of a part of a resource. */
export interface ChangeOf<Type extends string, State, Before = State> {
  /** The resource to write; for a rule or a route, its NSG or its route table. */
  readonly id: ResourceId;
  readonly type: Type;
  /** State before, as far as it changes; null if it's created. */
  readonly before: Before | null;
  /** State after; null if it's deleted. */
  readonly after: State | null;
}

/** State of a created resource. */
export interface CreatedState {
  readonly location: string;
}

/** Returns the state that a change creates or deletes. */
export function stateOf<Before, After>(change: {
  readonly before: Before | null;
  readonly after: After | null;
}): Before | After {
  const state = change.after ?? change.before;
  if (state === null) throw new Error('a change is of something');
  return state;
}

/** Returns the IDs of a list that aren't in another. */
export function missingFrom(
  some: readonly ResourceId[] = [],
  all: readonly ResourceId[] = [],
): readonly ResourceId[] {
  return all.filter((id) => !some.some((one) => sameId(one, id)));
}
