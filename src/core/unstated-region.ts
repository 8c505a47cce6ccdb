import { unknown, known, type Known } from './known';
import type { Reason } from './reason';

/*
 * A region that the files don't state is called by the expression that gives it: `‹location›`, `‹resourceGroup().location›`.
 * Two with the same name are the same region, whichever it is.
 */

/** What leaves a region what it is: Azure compares regions without regard to case and spaces. */
const harmless = [/^to(?:lower|upper)\((.*)\)$/i, /^trim\((.*)\)$/i, /^replace\((.*), ' ', ''\)$/i];

/** The name of an unstated region: of `tolower(‹location›)` that of `‹location›`. */
export function unstatedRegion(symbol: string): string {
  const inner = harmless.map((one) => one.exec(symbol)?.[1]).find((one) => one !== undefined);
  return inner === undefined ? symbol.trim() : unstatedRegion(inner);
}

/** True of the name of a region that isn't stated, and of a service tag that is made of one: `Storage.‹location›`. */
export function isUnstated(text: string): boolean {
  return text.includes('‹');
}

/** A region, or the name of one that isn't stated; undefined where not even that is known. */
export function regionOf(location: Known<string>): string | undefined {
  return location.known ? location.value : location.symbol;
}

/** The reverse of `regionOf`. */
export function locationOfRegion(region: string, because: Reason): Known<string> {
  return isUnstated(region) ? unknown(because, region) : known(region);
}

/** `Storage.‹location›` of the symbol of a text that nobody can tell; undefined where it's no service tag of a region. */
export function unstatedTag(symbol: string): string | undefined {
  const dot = symbol.indexOf('.');
  const [base, region] = [symbol.slice(0, Math.max(dot, 0)), symbol.slice(dot + 1)];
  return /^[A-Za-z]+$/.test(base) && region.includes('‹') ? `${base}.${unstatedRegion(region)}` : undefined;
}
