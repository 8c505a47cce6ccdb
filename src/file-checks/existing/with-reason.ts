import { unknown } from '../../core/known';
import type { ResourceId } from '../../core/network/model';
import type { Reason } from '../../core/reason';

/** Reasons why resources aren't known, by ID in lowercase. */
export type UnreadReasons = ReadonlyMap<string, Reason>;

/** Returns a resource that wasn't read, with that reason instead of the reason that it isn't in the files. */
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
