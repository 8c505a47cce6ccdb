import { unknown } from '../../core/known';
import type { ResourceId } from '../../core/network/model';
import type { Reason } from '../../core/reason';

/** Why resources aren't known, by their IDs in lower case. */
export type UnreadReasons = ReadonlyMap<string, Reason>;

/** A resource that wasn't read says why, instead of that it isn't in the files. */
export function withReason<T extends { readonly id: ResourceId }>(one: T, unread: UnreadReasons): T {
  const because = unread.get(one.id.toLowerCase());
  if (!because) return one;
  const entries = Object.entries(one).map(([key, value]: [string, unknown]) =>
    isUnknown(value) ? [key, unknown(because)] : [key, value],
  );
  return Object.fromEntries(entries) as T;
}

function isUnknown(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'known' in value && value.known === false;
}
