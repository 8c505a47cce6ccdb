import { known, unknown, type Known } from '../../core/known';
import { reason } from '../../core/reason';
import { unstatedRegion, unstatedTag } from '../../core/unstated-region';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { SourceRange } from '../source/source-range';
import type { Value } from '../evaluate/value';

/** A member of a body: undefined where it is certainly not there, which is not the same as unknown. */
export type Part = Value | undefined;

/** The member at a path of names, without regard to case. Azure takes a null for a member that is not there. */
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
  const small = name.toLowerCase();
  for (const [key, value] of members) if (key.toLowerCase() === small) return value;
  return rest === null ? undefined : { is: 'unknown', because: rest, symbol: null, from };
}

/** A text; `absent` where the member is not there. What is written with another type is unknown. */
export function textPart<T>(part: Part, absent: Known<T>): Known<string | T> {
  if (part === undefined) return absent;
  if (part.is === 'text') return known(part.value);
  return part.is === 'unknown' ? unknown(part.because) : notAs(part, 'string');
}

export function numberPart<T>(part: Part, absent: Known<T>): Known<number | T> {
  if (part === undefined) return absent;
  if (part.is === 'number') return known(part.value);
  // Azure takes '100' for 100.
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

/** Items of a list, none where the member is not there; unknown where there may be more than is known. */
export function itemsPart(part: Part): Known<readonly Value[]> {
  if (part === undefined) return known([]);
  if (part.is === 'unknown') return unknown(part.because);
  if (part.is !== 'array') return notAs(part, 'array');
  return part.rest === null ? known(part.items) : unknown(part.rest);
}

/** Texts of a list; one that is unknown makes the list unknown. */
export function textsPart(part: Part): Known<readonly string[]> {
  return listOf(part, (item) => textPart(item, known('')));
}

/** Addresses and service tags of a list; of a region that isn't stated too. */
export function destinationsPart(part: Part): Known<readonly string[]> {
  return listOf(part, (item) => destinationPart(item, known('')));
}

function listOf(part: Part, read: (item: Value) => Known<string>): Known<readonly string[]> {
  const items = itemsPart(part);
  return items.known ? allKnown(items.value.map(read)) : items;
}

/** An address or a service tag. `Storage.${location}` is the tag of a region that isn't stated. */
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

/** What tells a value from others of its kind: its text, or the symbol of what nobody gave. */
export function identityOf(value: Value): string | null {
  if (value.is === 'text') return value.value === '' ? null : value.value;
  return value.is === 'unknown' ? value.symbol : null;
}

/** An id that stands in a member; null where there is none. */
export function idPart(id: Part): Known<ResourceId | null> {
  if (id === undefined) return known(null);
  const identity = identityOf(id);
  if (identity !== null) return known(identity);
  return id.is === 'unknown' ? unknown(id.because) : known(null);
}

/** True of a part that is the ID of a resource, be it in a symbol. */
export function identifies(part: Part, id: ResourceId): boolean {
  const written = idPart(part);
  return written.known && written.value !== null && sameId(written.value, id);
}

/** Id of what a member points at, by its `id`; null where it points at nothing. */
export function referencePart(part: Part): Known<ResourceId | null> {
  return idPart(partOf(part, 'id'));
}

/** Ids of what a list of references points at. */
export function referencesPart(part: Part): Known<readonly ResourceId[]> {
  const items = itemsPart(part);
  if (!items.known) return items;
  const ids = allKnown(items.value.map(referencePart));
  return ids.known ? known(ids.value.filter((one) => one !== null)) : ids;
}

/** Ids that a list names, as texts. */
export function idsPart(part: Part): Known<readonly ResourceId[]> {
  const items = itemsPart(part);
  if (!items.known) return items;
  const ids = allKnown(items.value.map(idPart));
  return ids.known ? known(ids.value.filter((one) => one !== null)) : ids;
}

/** A name as it's written, slashes too: of an unknown one its symbol. */
export function namePart(part: Part): string {
  if (part === undefined) return '';
  return identityOf(part) ?? '';
}

export function placeOfPart(part: Part): SourceRange | null {
  return part?.from ?? null;
}

/** ARM location, lower case and without spaces: both spellings come. */
export function locationPart(part: Part): Known<string> {
  const text = textPart(part, unknown(reason('document.noLocation')));
  if (text.known) return known(text.value.toLowerCase().replaceAll(' ', ''));
  const symbol = part?.is === 'unknown' ? part.symbol : null;
  return symbol === null ? text : unknown(text.because, unstatedRegion(symbol));
}

/** One of Azure's words, whatever its case. */
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
