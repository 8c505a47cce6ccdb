import { emptySet, setOfRanges, type IntervalSet } from './interval-set';
import { scanIpv4 } from './ipv4';
import { isIpv6 } from './ipv6';
import { parseAddressSpec, type AddressRange, type AddressSpec } from './prefix';

/** Content of a rule's list of addresses and service tags. */
export interface AddressList {
  /** The IPv4 addresses. */
  readonly set: IntervalSet;
  /** Texts that aren't addresses, without spaces around them: tags, `*`, and invalid texts. */
  readonly names: readonly string[];
  /** Texts that may be service tags, as written. */
  readonly tags: readonly string[];
  /** The first text that is neither an address, nor `*`, nor a possible tag. */
  readonly invalid: string | undefined;
  /** The first IPv4 prefix with host bits. */
  readonly withHostBits: string | undefined;
  /** The first IPv6 address or prefix. */
  readonly ipv6: string | undefined;
}

/** Lists of one text: few texts occur, but often. Bounded. */
const single = new Map<string, AddressList>();
const mostSingle = 1000;

/** Other lists. They never change, and several checks read those of every rule. */
const lists = new WeakMap<readonly string[], AddressList>();

/** Parses the texts of a list once for everything that reads it. */
export function readAddressList(texts: readonly string[]): AddressList {
  const [only, second] = texts;
  if (only === undefined) return empty;
  return second === undefined ? readSingle(only) : readSeveral(texts);
}

function readSingle(text: string): AddressList {
  const before = single.get(text);
  if (before) return before;
  const read = parseTexts([text]);
  if (single.size >= mostSingle) single.clear();
  single.set(text, read);
  return read;
}

function readSeveral(texts: readonly string[]): AddressList {
  const before = lists.get(texts);
  if (before) return before;
  const read = parseTexts(texts);
  lists.set(texts, read);
  return read;
}

const none: readonly string[] = [];

const empty: AddressList = {
  set: emptySet,
  names: none,
  tags: none,
  invalid: undefined,
  withHostBits: undefined,
  ipv6: undefined,
};

/** A list while its texts are parsed. */
interface UnfinishedList {
  readonly ranges: AddressRange[];
  readonly names: string[];
  readonly tags: string[];
  invalid: string | undefined;
  withHostBits: string | undefined;
  ipv6: string | undefined;
}

function parseTexts(texts: readonly string[]): AddressList {
  const list: UnfinishedList = { ...empty, ranges: [], names: [], tags: [] };
  for (const text of texts) addText(list, text);
  const { ranges, names, tags, invalid, withHostBits, ipv6 } = list;
  return {
    set: ranges.length === 0 ? emptySet : setOfRanges(ranges),
    names: names.length === 0 ? none : names,
    tags: tags.length === 0 ? none : tags,
    invalid,
    withHostBits,
    ipv6,
  };
}

function addText(list: UnfinishedList, text: string): void {
  const value = text.trim();
  const spec = parseAddressSpec(value);
  if ((!spec || text !== value) && isTagText(text)) list.tags.push(text);
  if (spec) {
    addAddress(list, spec, text);
    return;
  }
  list.names.push(value);
  if (isNoAddress(value)) list.invalid ??= text;
}

function addAddress(list: UnfinishedList, spec: AddressSpec, text: string): void {
  const value = text.trim();
  if (spec.family === 4) {
    list.ranges.push(spec);
    if (hasHostBits(value, spec.first)) list.withHostBits ??= text;
  } else if (isIpv6(value)) list.ipv6 ??= text;
}

/**
 * True for a text that isn't an address. Only texts that begin with a letter are parsed, because the rest of a long
 * list is addresses.
 */
export function isTagText(text: string): boolean {
  return /^[A-Za-z]/.test(text) && parseAddressSpec(text) === undefined;
}

/**
 * True if a text that can't be parsed isn't valid either. One that begins with a letter may be a tag, which other checks
 * cover. `Any` is valid only in the portal.
 */
function isNoAddress(value: string): boolean {
  return value.toLowerCase() === 'any' || (value !== '*' && !/^[a-z]/i.test(value));
}

/** True for an IPv4 prefix that is written with another address than its first. */
function hasHostBits(value: string, first: number): boolean {
  const slash = value.indexOf('/');
  return slash >= 0 && scanIpv4(value, slash) !== first;
}
