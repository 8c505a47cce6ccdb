import { decimal } from './ipv4';
import { everyPort, emptySet, rangesOf, setOfRanges, type IntervalSet } from './interval-set';
import type { AddressRange } from './prefix';

/**
 * Cache of port lists. Few occur, but often, so with a set for each, comparing them is a comparison of identity.
 * Bounded.
 */
const interned = { single: new Map<string, IntervalSet>(), lists: new Map<string, IntervalSet>() };
const mostInterned = 1000;

/** Parses ports: `443`, `8704-8710`, `*`; undefined if one of the texts isn't a port. */
export function parsePorts(texts: readonly string[]): IntervalSet | undefined {
  const [first, second] = texts;
  if (first === undefined) return emptySet;
  // The key of several includes their number: `80,443` isn't a port, but `80` and `443` are two.
  const [sets, key] =
    second === undefined ? [interned.single, first] : [interned.lists, `${texts.length} ${texts.join()}`];
  const before = sets.get(key);
  if (before) return before;
  const set = readPorts(texts);
  if (!set) return undefined;
  if (sets.size >= mostInterned) sets.clear();
  sets.set(key, set);
  return set;
}

function readPorts(texts: readonly string[]): IntervalSet | undefined {
  const ranges: AddressRange[] = [];
  for (const text of texts) {
    const range = parsePortRange(text.trim());
    if (!range) return undefined;
    ranges.push(range);
  }
  const set = setOfRanges(ranges);
  return set[0] === 0 && set[1] === 65535 ? everyPort : set;
}

/** Formats ports: `443, 8704-8710`. */
export function formatPorts(set: IntervalSet): string {
  return rangesOf(set)
    .map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`))
    .join(', ');
}

function parsePortRange(text: string): AddressRange | undefined {
  if (text === '*') return { first: 0, last: 65535 };
  const dash = text.indexOf('-');
  const first = decimal(text, 0, dash < 0 ? text.length : dash);
  const last = dash < 0 ? first : decimal(text, dash + 1, text.length);
  return first >= 0 && first <= last && last <= 65535 ? { first, last } : undefined;
}
