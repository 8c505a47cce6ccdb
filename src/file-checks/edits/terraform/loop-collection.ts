import type { WrittenValue } from '../../../documents/edits/text-edit';
import type { Value } from '../../../documents/evaluate/value';
import { expressionsAround } from '../../../documents/hcl/find-hcl';
import { entriesOfObject, insertMembers } from '../../../documents/hcl/hcl-edits';
import { insertTupleItems } from '../../../documents/hcl/hcl-list-edits';
import { alignedLines, valueInHcl, keyText, type HclSource } from '../../../documents/hcl/hcl-text';
import type { HclExpression } from '../../../documents/hcl/hcl-syntax';
import type { TextEdit } from '../../../documents/edits/text-edit';
import type { SourceRange } from '../../../documents/source/source-range';
import type { TerraformAnalysis } from '../../terraform-root';
import type { EntryRepetition } from './entry-maker';
import { type LoopItem } from './loop-item';
import { entryArgument } from './terraform-arguments';
import { writtenMembers } from '../loop-entry';

type ObjectExpression = HclExpression & { readonly is: 'object' };
type Collection = HclExpression & { readonly is: 'object' | 'tuple' };

/** An item of the list or map that a loop iterates over, as written. */
export interface WrittenItem {
  readonly collection: Collection;
  readonly item: ObjectExpression;
}

/** Finds the item from which a loop created a rule or route, or returns undefined if it isn't in a literal. */
export function loopedItem(
  entry: Value,
  { body, itemPart }: EntryRepetition,
  { syntax }: Pick<TerraformAnalysis, 'syntax'>,
): WrittenItem | undefined {
  for (const { name, value } of body.attributes) {
    const part = partIn(value, itemPart);
    if (part?.is !== 'value' || part.path.length === 0) continue;
    const place = placeIn(entryArgument(entry, name));
    const found = place && itemAround(place, part.path.length, syntax);
    if (found) return found;
  }
  return undefined;
}

/** A value that a call or a conditional passes through is also a value of the item. */
function partIn(
  expression: HclExpression,
  itemPart: EntryRepetition['itemPart'],
): ReturnType<typeof itemPart> {
  const own = itemPart(expression);
  if (own) return own;
  if (expression.is === 'wrapped') return partIn(expression.of, itemPart);
  if (expression.is !== 'call') return undefined;
  const [first, second] = expression.arguments;
  if (!first) return undefined;
  const inner = partIn(first, itemPart);
  const isNamed = expression.name === 'lookup' && second?.is === 'literal';
  return inner?.is === 'value' && isNamed
    ? { is: 'value', path: [...inner.path, String(second.value)] }
    : inner;
}

function placeIn(part: ReturnType<typeof entryArgument>): SourceRange | null {
  if (!part) return null;
  if (part.from) return part.from;
  return part.is === 'array' ? (part.items.find(({ from }) => from !== null)?.from ?? null) : null;
}

function itemAround(
  place: SourceRange,
  depth: number,
  syntax: TerraformAnalysis['syntax'],
): WrittenItem | undefined {
  const file = syntax.get(place.file);
  const around = file ? expressionsAround(file, place) : [];
  const outer = around.filter((one) => one.place.start !== place.start || one.place.end !== place.end);
  const objects = outer.filter((one) => one.is === 'object');
  const item = objects.at(-depth);
  const at = item ? outer.indexOf(item) : -1;
  const collection = outer[at - 1];
  return item && (collection?.is === 'tuple' || collection?.is === 'object')
    ? { collection, item }
    : undefined;
}

interface NewItem {
  readonly item: LoopItem;
  /** The name of the rule or route, used for a key that nothing depends on. */
  readonly name: string;
}

/** Adds an item to a list or map, in the form of an existing one. */
export function insertItems(
  source: HclSource,
  { collection, item: like }: WrittenItem,
  added: readonly NewItem[],
): readonly TextEdit[] {
  const texts = added.map(({ item }) => itemText(source, like, item));
  if (collection.is === 'tuple') return insertTupleItems(source, collection, texts);
  const keys = collection.items.map(({ key }) => (key.is === 'literal' ? String(key.value) : ''));
  const named = added.map(({ item, name }, at) => ({
    name: item.key ?? freeKey(name, keys),
    value: texts[at] ?? (() => '{}'),
  }));
  return named.some(({ name }) => keys.includes(name)) ? [] : insertMembers(source, collection, named);
}

/** Returns a key in the form of existing ones: `allow_https`, `allow-https`, or the name itself. */
function freeKey(name: string, keys: readonly string[]): string {
  const has = (form: RegExp): boolean => keys.every((one) => form.test(one));
  const base = has(/^[a-z0-9_]+$/)
    ? name.toLowerCase().replace(/[^a-z0-9]+/g, '_')
    : has(/^[a-z0-9-]+$/)
      ? name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
      : name;
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? base : `${base}${String(n)}`;
    if (!keys.includes(key)) return key;
  }
}

function itemText(
  source: HclSource,
  like: ObjectExpression,
  { members }: LoopItem,
): (indent: string) => string {
  const written = orderedMembers(like, writtenMembers(members) as Readonly<Record<string, WrittenValue>>);
  const { text } = source;
  const isOnLines = text.slice(like.place.start, like.place.end).includes('\n');
  const isQuoted = like.items.every(({ key }) => text[key.place.start] === '"');
  const [first] = entriesOfObject(like);
  const mark = first && /:/.test(text.slice(first.name.end, first.value.start)) ? ':' : '=';
  const named = written.map(({ name, value }) => ({
    name: isQuoted ? valueInHcl(name) : keyText(name),
    value,
  }));
  const comma = /,\s*(?:\}|$)/.test(text.slice(like.items.at(-1)?.value.place.end, like.place.end))
    ? ','
    : '';
  const separator = hasCommas(source, like) || comma !== '' ? ',' : '';
  if (!isOnLines) return () => `{ ${named.map(({ name, value }) => `${name} ${mark} ${value}`).join(', ')} }`;
  return (indent) => {
    const inner = `${indent}  `;
    const lines =
      mark === '=' && isAligned(source, like)
        ? alignedLines(named, inner)
        : named.map(({ name, value }) => `${inner}${name} ${mark} ${value}`);
    const body = lines.map((line, at) => line + (at === lines.length - 1 ? comma : separator));
    return ['{', ...body, `${indent}}`].join(text.includes('\r\n') ? '\r\n' : '\n');
  };
}

function hasCommas({ text }: HclSource, { items }: ObjectExpression): boolean {
  const [first, second] = items;
  return (
    first !== undefined &&
    second !== undefined &&
    text.slice(first.place.end, second.place.start).includes(',')
  );
}

function isAligned({ text }: HclSource, { items }: ObjectExpression): boolean {
  const columns = items.map(({ key, value }) => text.slice(key.place.start, value.place.start).indexOf('='));
  const longest = Math.max(...items.map(({ key }) => key.place.end - key.place.start));
  return new Set(columns).size === 1 ? columns[0] === longest + 1 : true;
}

/** Returns the members in the order and form of an existing item. */
function orderedMembers(
  { items }: ObjectExpression,
  target: Readonly<Record<string, WrittenValue>>,
): readonly { readonly name: string; readonly value: string }[] {
  const likes = new Map(
    items.map(({ key, value }) => [key.is === 'literal' ? String(key.value) : '', value]),
  );
  const ordered = [...likes].flatMap(([name, like]) => {
    const value = Object.hasOwn(target, name) ? target[name] : switchOf(like);
    return value === undefined ? [] : [{ name, value: inFormOf(value, like) }];
  });
  const rest = Object.entries(target)
    .filter(([name, value]) => !likes.has(name) && value !== null)
    .map(([name, value]) => ({ name, value: valueInHcl(value) }));
  return [...ordered, ...rest];
}

/** Returns the value of a Boolean member with which an item passes the loop's filter. */
function switchOf(like: HclExpression): boolean | undefined {
  return like.is === 'literal' && typeof like.value === 'boolean' ? like.value : undefined;
}

/** Writes a number in the form of other items, and an unset value as an empty list if others have lists. */
function inFormOf(value: WrittenValue, like: HclExpression): string {
  const kind = like.is === 'literal' ? typeof like.value : like.is;
  if (value === null) return unsetForms[kind] ?? 'null';
  if (kind === 'string' && typeof value === 'number') return valueInHcl(String(value));
  const isNumber = kind === 'number' && typeof value === 'string' && /^\d+$/.test(value);
  return isNumber ? value : valueInHcl(value);
}

const unsetForms: Readonly<Record<string, string>> = { tuple: '[]', string: '""' };
