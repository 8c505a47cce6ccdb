import { unknown, known, type Known } from './known';
import type { Reason } from './reason';

/*
 * A region that the files don't state is named by its expression: `‹location›`, `‹resourceGroup().location›`. Two with
 * the same name are the same region, whatever its value.
 */

/** Functions that don't change a region, because Azure compares regions ignoring case and spaces. */
const harmless = [/^to(?:lower|upper)\((.*)\)$/i, /^trim\((.*)\)$/i, /^replace\((.*), ' ', ''\)$/i];

/** Returns the name of an unstated region: for `tolower(‹location›)`, that of `‹location›`. */
export function unstatedRegion(symbol: string): string {
  const inner = harmless.map((one) => one.exec(symbol)?.[1]).find((one) => one !== undefined);
  return inner === undefined ? symbol.trim() : unstatedRegion(inner);
}

/** True for the name of an unstated region, and for a service tag with one: `Storage.‹location›`. */
export function isUnstated(text: string): boolean {
  return text.includes('‹');
}

/** Returns a region, or the name of an unstated region; undefined if not even that is known. */
export function regionOf(location: Known<string>): string | undefined {
  return location.known ? location.value : location.symbol;
}

/** Inverse of `regionOf`. */
export function locationOfRegion(region: string, because: Reason): Known<string> {
  return isUnstated(region) ? unknown(because, region) : known(region);
}

/**
 * Returns `Storage.‹location›` from the symbol of a text that can't be evaluated; undefined if it isn't a regional
 * service tag.
 */
export function unstatedTag(symbol: string): string | undefined {
  const dot = symbol.indexOf('.');
  const [base, region] = [symbol.slice(0, Math.max(dot, 0)), symbol.slice(dot + 1)];
  return /^[A-Za-z]+$/.test(base) && region.includes('‹') ? `${base}.${unstatedRegion(region)}` : undefined;
}
