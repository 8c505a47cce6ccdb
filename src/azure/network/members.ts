import { known, unknown, type Known } from '../../core/known';
import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import { jsonAt, listAt, textAt, type Json, type JsonObject } from '../json';
import { unreadMember } from './unreadable';

/** Returns the name in a body. Every resource and every child has one. */
export function nameIn(body: Json): string {
  return textAt(body, 'name') ?? '';
}

/** Returns the ARM location in lowercase and without spaces. Azure uses both spellings. */
export function locationIn(body: JsonObject): Known<string> {
  const location = textAt(body, 'location');
  return location === undefined
    ? unreadMember(nameIn(body))
    : known(location.toLowerCase().replaceAll(' ', ''));
}

/** Returns the IDs of references in a list below `properties`. */
export function referencedIds(body: Json, list: string): readonly ResourceId[] {
  return listAt(body, 'properties', list).flatMap((one) => textAt(one, 'id') ?? []);
}

/** Decodes a list of children below `properties`. If the list is omitted, it isn't known to be empty. */
export function childrenIn<T>(
  body: Json,
  list: string,
  decode: (child: Json, index: number) => T,
): Known<readonly T[]> {
  const found = jsonAt(body, 'properties', list);
  return Array.isArray(found) ? known((found as readonly Json[]).map(decode)) : unreadMember(nameIn(body));
}

/** Returns one of Azure's enum values, ignoring case. A value that isn't in the list is unknown, never a default. */
export function enumMember<T extends string>(
  words: readonly T[],
  text: string | undefined,
  name: string,
): Known<T> {
  const found = words.find((one) => one.toLowerCase() === text?.toLowerCase());
  if (found !== undefined) return known(found);
  return text === undefined ? unreadMember(name) : unknown(reason('unknown.word', { name, word: text }));
}
