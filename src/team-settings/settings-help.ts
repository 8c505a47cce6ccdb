import type * as v from 'valibot';
import { causeKinds } from '../core/cause';
import type { JsonNode } from '../documents/arm/json-node';
import { entriesAt, settingsTree } from './read-team-settings';
import { settingSchemas } from './settings-schema';

/** A completion item at a position in a YAML settings file. */
export interface SettingsCompletion {
  readonly label: string;
  readonly text: string;
  /** Key of the text that describes it; null for a value. */
  readonly about: string | null;
}

/** A position in YAML: the path of keys, without list indexes, and the text before the cursor in its line. */
interface YamlPlace {
  readonly path: readonly string[];
  /** The key whose value is being typed; null if a key is being typed. */
  readonly name: string | null;
  /** Keys that the object already has. */
  readonly names: readonly string[];
}

/** Returns the completion items at a position. IDs that occur in reports come from `ids`. */
export function completionsAt(
  text: string,
  offset: number,
  ids: readonly string[],
): readonly SettingsCompletion[] {
  const { path, name, names } = placeAt(text, offset);
  if (name !== null) return valuesOf([...path, name], ids).map(asValue);
  const entries = path.length === 0 ? settingSchemas : entriesUnder(path);
  const own = Object.entries(entries).filter(([key]) => !names.includes(key));
  if (own.length > 0) return own.map(([key, schema]) => completionOf([...path, key], key, schema));
  const isOfIds = path.length === 1 && path[0] === 'severity';
  return isOfIds ? ids.map((id) => ({ label: id, text: `${id}: `, about: null })) : [];
}

function asValue(word: string): SettingsCompletion {
  return { label: word, text: word, about: null };
}

/** Returns the IDs that a settings file can contain: of checks, and of kinds of causes. */
export function idsToName(checks: readonly string[]): readonly string[] {
  return [...causeKinds, ...checks];
}

function completionOf(path: readonly string[], key: string, schema: v.GenericSchema): SettingsCompletion {
  const { type } = schema;
  const isBlock = type === 'array' || type === 'record' || Object.keys(entriesAt(schema, [])).length > 0;
  return { label: key, text: isBlock ? `${key}:` : `${key}: `, about: aboutKey(path) };
}

/** Returns the key of the text that describes a setting. */
export function aboutKey(path: readonly string[]): string {
  return ['team.about', ...path].join('.');
}

/** Returns the member schemas of the object at a path. The path doesn't contain list indexes. */
function entriesUnder([first = '', ...rest]: readonly string[]): Readonly<Record<string, v.GenericSchema>> {
  const schema = Object.entries(settingSchemas).find(([name]) => name === first)?.[1];
  return schema ? entriesAt(schema, withPositions(schema, rest)) : {};
}

/** Adds an index to the path for each list on it. */
function withPositions(schema: v.GenericSchema, path: readonly string[]): readonly (string | number)[] {
  const isList = 'item' in schema;
  const at = isList ? [0] : [];
  const [first, ...rest] = path;
  if (first === undefined) return at;
  const next = entriesAt(schema, at)[first];
  return next ? [...at, first, ...withPositions(wrappedIn(next), rest)] : [...at, first];
}

function wrappedIn(schema: v.GenericSchema): v.GenericSchema {
  return 'wrapped' in schema ? wrappedIn(schema.wrapped as v.GenericSchema) : schema;
}

function valuesOf(path: readonly string[], ids: readonly string[]): readonly string[] {
  if (path[0] === 'severity') return optionsOf(settingSchemas.severity.value);
  if (path.join('.') === 'ignore.id') return ids;
  const schema =
    path.length === 1
      ? Object.entries(settingSchemas).find(([name]) => name === path[0])?.[1]
      : entriesUnder(path.slice(0, -1))[path.at(-1) ?? ''];
  return optionsOf(schema);
}

/** Returns the options of a schema; for a flag, `yes` and `no`. */
function optionsOf(schema: v.GenericSchema | undefined): readonly string[] {
  if (!schema) return [];
  const own = wrappedIn(schema) as v.GenericSchema & { readonly options?: readonly unknown[] };
  return (own.options ?? []).flatMap((one) =>
    typeof one === 'string' ? [one] : optionsOf(one as v.GenericSchema),
  );
}

const key = /^(\s*)((?:- +)*)(?:"([^"]*)"|'([^']*)'|([\w./-]+))\s*:(?:\s|$)/;

/**
 * Finds the position of a cursor by the indentation of the lines before it, because incomplete text isn't valid YAML.
 */
function placeAt(text: string, offset: number): YamlPlace {
  const before = text.slice(0, offset).split('\n');
  const line = before.pop() ?? '';
  const own = key.exec(line);
  const depth = own ? columnOf(own) : (/^\s*(?:- +)*/.exec(line)?.[0].length ?? 0);
  const path = pathTo(before.reverse(), line.trim() === '' ? line.length : depth);
  return { path, name: own ? nameIn(own) : null, names: neighborNames(text, { offset, depth }) };
}

/** Returns the keys that lead to an indentation depth, from the lines above it, the nearest first. */
function pathTo(lines: readonly string[], depth: number): readonly string[] {
  const path: string[] = [];
  let around = depth;
  for (const line of lines) {
    const found = keyIn(line);
    if (!found) continue;
    const column = columnOf(found);
    if (column < around && isOpen(line)) {
      path.unshift(nameIn(found));
      around = column;
    }
    // A list can have the same indentation as its key.
    else if (column === around && startsItem(line)) around = line.search(/\S/) + 0.5;
    if (around <= 0) break;
  }
  return path;
}

function keyIn(line: string): RegExpExecArray | null {
  return line.trim().startsWith('#') ? null : key.exec(line);
}

function columnOf([, space = '', dashes = '']: RegExpExecArray): number {
  return space.length + dashes.length;
}

function nameIn([, , , double, single, plain]: RegExpExecArray): string {
  return double ?? single ?? plain ?? '';
}

/** Checks whether a line's value is on the lines below it. */
function isOpen(line: string): boolean {
  const [text = ''] = line.split('#', 1);
  return text.trimEnd().endsWith(':');
}

/** Returns the keys around a cursor at the same depth, up to a line that is less indented. */
function neighborNames(
  text: string,
  { offset, depth }: { readonly offset: number; readonly depth: number },
): readonly string[] {
  const lines = text.split('\n');
  const at = text.slice(0, offset).split('\n').length - 1;
  const isNewItem = startsItem(lines[at] ?? '');
  const above = isNewItem ? [] : namesAlong(lines.slice(0, at).reverse(), depth);
  const after = lines.slice(at + 1);
  const next = after.findIndex((one) => startsItem(one) && one.search(/\S/) < depth);
  return [...above, ...namesAlong(next < 0 ? after : after.slice(0, next), depth)];
}

function startsItem(line: string): boolean {
  return /^\s*- /.test(line);
}

/** Returns the keys at a depth in lines that lead away from a cursor. */
function namesAlong(lines: readonly string[], depth: number): readonly string[] {
  const names: string[] = [];
  for (const line of lines) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const found = key.exec(line);
    const column = found ? columnOf(found) : line.search(/\S/);
    if (column < depth) break;
    if (!found || column > depth) continue;
    names.push(nameIn(found));
    if (startsItem(line)) break;
  }
  return names;
}

/** Finds the setting whose key is at a position, with its location; undefined if there is none. */
export function settingAt(
  file: string,
  text: string,
  offset: number,
): { readonly about: string; readonly start: number; readonly end: number } | undefined {
  const { root } = settingsTree(file, text);
  return root ? nameAt(root, [], offset) : undefined;
}

function nameAt(
  node: JsonNode,
  path: readonly string[],
  offset: number,
): { readonly about: string; readonly start: number; readonly end: number } | undefined {
  if (node.is === 'array') return firstOf(node.items, (item) => nameAt(item, path, offset));
  if (node.is !== 'object') return undefined;
  return firstOf(node.members, ({ key: name, keyStart: start, keyEnd: end, value }) => {
    const its = [...path, name];
    return start <= offset && offset <= end
      ? { about: aboutKey(its), start, end }
      : nameAt(value, its, offset);
  });
}

function firstOf<T, R>(all: readonly T[], of: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = of(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
