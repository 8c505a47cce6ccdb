import type { Reason } from './reason';

/**
 * A value that a user wrote or Azure returned, or an unknown that states why the value can't be read. Two unknowns with
 * the same `symbol` are the same value.
 */
export type Known<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly because: Reason; readonly symbol?: string };

/** Returns the known value `value`. */
export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

/** Returns an unknown, with the reason that users see. */
export function unknown(because: Reason, symbol?: string): Known<never> {
  return symbol === undefined ? { known: false, because } : { known: false, because, symbol };
}

/** Applies `map` to a known value; an unknown stays unknown for the same reason. */
export function mapKnown<T, R>(from: Known<T>, map: (value: T) => R): Known<R> {
  return from.known ? known(map(from.value)) : from;
}

/** Returns the value, or `fallback` if it is unknown. Only for display and sorting, never for a result. */
export function valueOr<T, F>(from: Known<T>, fallback: F): T | F {
  return from.known ? from.value : fallback;
}

/** Returns why the first unknown of several values is unknown; undefined if all are known. */
export function firstUnread(...parts: readonly Known<unknown>[]): Reason | undefined {
  for (const part of parts) if (!part.known) return part.because;
  return undefined;
}

/** True if a value is known and equal. */
export function isKnownValue<T>(part: Known<T>, value: T): boolean {
  return part.known && part.value === value;
}
