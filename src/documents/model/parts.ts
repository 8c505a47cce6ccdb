import { valueOr, known, unknown, type Known } from '../../core/known';
import { reason } from '../../core/reason';
import { unstatedRegion, unstatedTag } from '../../core/unstated-region';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { SourceRange } from '../source/source-range';
import type { Value } from '../evaluate/value';

/** A member of a body. Undefined means that it certainly doesn't exist, which isn't the same as unknown. */
export type Part = Value | undefined;

/** Returns the member at a path of names, ignoring case. Azure treats null like a missing member. */
export function partOf(value: Part, ...path: readonly string[]): Part {
  let found: Part = value;
  for (const name of path) {
    if (found === undefined || found.is === 'unknown') return found;
    found = found.is === 'object' ? memberOf(found, name) : undefined;
  }
  return found?.is === 'null' ? undefined : found;
}

function memberOf({ members, rest, from }: Extract<Value, { is: 'object' }>, name: string): Part {
  const exact = members.get(name);
  if (exact) return exact;
  // Most names differ in length, which is known without another text.
  for (const key of members.keys()) {
    if (key.length === name.length && key.toLowerCase() === name.toLowerCase()) return members.get(key);
  }
  return rest === null ? undefined : { is: 'unknown', because: rest, symbol: null, from };
}

/** Returns a text, or `absent` if the member doesn't exist. A value of another type is unknown. */
export function textPart<T>(part: Part, absent: Known<T>): Known<string | T> {
  if (part === undefined) return absent;
  if (part.is === 'text') return known(part.value);
  return part.is === 'unknown' ? unknown(part.because) : notAs(part, 'string');
}

export function numberPart<T>(part: Part, absent: Known<T>): Known<number | T> {
  if (part === undefined) return absent;
  if (part.is === 'number') return known(part.value);
  // Azure accepts '100' for 100.
  if (part.is === 'text' && /^-?\d+$/.test(part.value)) return known(Number(part.value));
  return part.is === 'unknown' ? unknown(part.because) : notAs(part, 'int');
}

export function flagPart<T>(part: Part, absent: Known<T>): Known<boolean | T> {
  if (part === undefined) return absent;
  if (part.is === 'flag') return known(part.value);
  if (part.is === 'text' && /^(true|false)$/i.test(part.value)) {
    return known(part.value.toLowerCase() === 'true');
  }
  return part.is === 'unknown' ? unknown(part.because) : notAs(part, 'bool');
}

function notAs(part: Value, type: string): Known<never> {
  return unknown(reason('document.wrongType', { is: part.is, type }));
}

/**
 * Returns the items of a list. Empty if the member doesn't exist, and unknown if there may be more items than are
 * known.
 */
export function itemsPart(part: Part): Known<readonly Value[]> {
  if (part === undefined) return known([]);
  if (part.is === 'unknown') return unknown(part.because);
  if (part.is !== 'array') return notAs(part, 'array');
  return part.rest === null ? known(part.items) : unknown(part.rest);
}

/** Returns the items of a list; none if the list isn't known. */
export function knownItems(part: Part): readonly Value[] {
  return valueOr(itemsPart(part), []);
}

/** Returns the texts of a list. An unknown text makes the list unknown. */
export function textsPart(part: Part): Known<readonly string[]> {
  return listOf(part, (item) => textPart(item, known('')));
}

/** Returns the addresses and service tags of a list, including tags of a region that isn't specified. */
export function destinationsPart(part: Part): Known<readonly string[]> {
  return listOf(part, (item) => destinationPart(item, known('')));
}

function listOf(part: Part, read: (item: Value) => Known<string>): Known<readonly string[]> {
  const items = itemsPart(part);
  return items.known ? allKnown(items.value.map(read)) : items;
}

/** Returns an address or a service tag. `Storage.${location}` is the tag of a region that isn't specified. */
export function destinationPart<T>(part: Part, absent: Known<T>): Known<string | T> {
  const tag = part?.is === 'unknown' && part.symbol !== null ? unstatedTag(part.symbol) : undefined;
  return tag === undefined ? textPart(part, absent) : known(tag);
}

export function allKnown<T>(all: readonly Known<T>[]): Known<readonly T[]> {
  const values: T[] = [];
  for (const one of all) {
    if (!one.known) return one;
    values.push(one.value);
  }
  return known(values);
}

/** Returns the text that identifies a value: its text, or the symbol of an unknown value. */
export function identityOf(value: Value): string | null {
  if (value.is === 'text') return value.value === '' ? null : value.value;
  return value.is === 'unknown' ? value.symbol : null;
}

/** Returns the ID in a member, or null if there is none. */
export function idPart(id: Part): Known<ResourceId | null> {
  if (id === undefined) return known(null);
  const identity = identityOf(id);
  if (identity !== null) return known(identity);
  return id.is === 'unknown' ? unknown(id.because) : known(null);
}

/** True if a part is the ID of a resource, even as a symbol. */
export function identifies(part: Part, id: ResourceId): boolean {
  const written = idPart(part);
  return written.known && written.value !== null && sameId(written.value, id);
}

/** Returns the ID that a reference member contains in its `id`, or null if it doesn't refer to anything. */
export function referencePart(part: Part): Known<ResourceId | null> {
  return idPart(partOf(part, 'id'));
}

/** Returns the IDs that a list of references contains. */
export function referencesPart(part: Part): Known<readonly ResourceId[]> {
  const items = itemsPart(part);
  if (!items.known) return items;
  const ids = allKnown(items.value.map(referencePart));
  return ids.known ? known(ids.value.filter((one) => one !== null)) : ids;
}

/** Returns the IDs in a list of texts. */
export function idsPart(part: Part): Known<readonly ResourceId[]> {
  const items = itemsPart(part);
  if (!items.known) return items;
  const ids = allKnown(items.value.map(idPart));
  return ids.known ? known(ids.value.filter((one) => one !== null)) : ids;
}

/** Returns a name as written, including slashes. For an unknown name, returns its symbol. */
export function namePart(part: Part): string {
  if (part === undefined) return '';
  return identityOf(part) ?? '';
}

export function placeOfPart(part: Part): SourceRange | null {
  return part?.from ?? null;
}

/** Returns an ARM location in lowercase and without spaces, because both spellings occur. */
export function locationPart(part: Part): Known<string> {
  const text = textPart(part, unknown(reason('document.noLocation')));
  if (text.known) return known(text.value.toLowerCase().replaceAll(' ', ''));
  const symbol = part?.is === 'unknown' ? part.symbol : null;
  return symbol === null ? text : unknown(text.because, unstatedRegion(symbol));
}

/** Returns a value of an Azure enum, ignoring case. */
export function enumPart<T extends string, A>(
  words: readonly T[],
  part: Part,
  absent: Known<A>,
): Known<T | A> {
  const text = textPart<null>(part, known(null));
  if (!text.known) return text;
  const { value } = text;
  if (value === null) return absent;
  const found = words.find((one) => one.toLowerCase() === value.toLowerCase());
  return found === undefined ? unknown(reason('document.notAWord', { word: value })) : known(found);
}

/** Returns an unknown: the file declares a resource without a property. */
export function missingProperty(name: string, property: string): Known<never> {
  return unknown(reason('document.missingProperty', { name, property }));
}
