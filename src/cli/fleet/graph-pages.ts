import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, jsonAt, listAt, numberAt, textAt, type Json, type JsonObject } from '../../azure/json';
import { fleetMark, recordType } from '../../azure/resource-graph/fleet-query';
import { groupBy } from '../../core/group-by';
import { reason, type Reason } from '../../core/reason';
import { lineAndColumn, typeOfId, UnreadableFile, type TextFile } from '../resources/read-resources';

/** A resource of a page. */
export interface GraphResource {
  readonly body: JsonObject;
  /** In lower case. */
  readonly type: string;
}

/** One page of a result of Resource Graph. */
interface GraphPage {
  readonly rows: readonly JsonObject[];
  /** How many rows all pages have together; null where that isn't stated. */
  readonly total: number | null;
  /** How many rows this page should have. */
  readonly count: number | null;
  readonly hasNext: boolean;
  /** Azure left out rows. */
  readonly isTruncated: boolean;
}

/** All pages together. */
export interface JoinedPages {
  readonly resources: readonly GraphResource[];
  /** Why more can exist than the pages have; none where they have all that the query finds. */
  readonly incomplete: readonly Reason[];
}

/** Joins pages, in whatever order and files they are. Throws `UnreadableFile`. */
export function joinPages(files: readonly TextFile[]): JoinedPages {
  const pages = files.flatMap(pagesIn);
  const rows = pages.flatMap((one) => one.rows);
  const copies = groupBy(rows, idOf);
  const byId = new Map(rows.map((body) => [idOf(body), body]));
  return {
    resources: [...byId.values()].map((body) => ({
      body,
      type: (textAt(body, 'type') ?? typeOfId(textAt(body, 'id') ?? '')).toLowerCase(),
    })),
    incomplete: [
      ...lacksIn(pages),
      ...([...copies.values()].every(areSame) ? [] : [reason('fleet.notLast')]),
      ...(rows.every(isOfQuery) ? [] : [reason('fleet.otherQuery', { option: '--fleet-query' })]),
    ],
  };
}

/** Pages of different times can have a resource before and after a change: which of them is current isn't stated. */
function areSame([first, ...others]: readonly JsonObject[]): boolean {
  return others.every((one) => isDeepStrictEqual(one['properties'], first?.['properties']));
}

/** The query asks for the properties of all but records of a network, which are in another table. */
function isOfQuery(row: JsonObject): boolean {
  const isRecord = textAt(row, 'type')?.toLowerCase() === recordType;
  return textAt(row, 'fleetQuery') === fleetMark && (isRecord || isJsonObject(row['properties'] ?? null));
}

function idOf(body: JsonObject): string {
  return (textAt(body, 'id') ?? '').toLowerCase();
}

/** What the pages themselves state to be missing. Pages of one query have the same total. */
function lacksIn(pages: readonly GraphPage[]): readonly Reason[] {
  const totals = new Map<number | null, GraphPage[]>();
  for (const page of pages) totals.set(page.total, [...(totals.get(page.total) ?? []), page]);
  return [
    ...(pages.some(({ isTruncated }) => isTruncated) ? [reason('fleet.truncated')] : []),
    ...[...totals].flatMap(([total, its]) => lacksOf(total, its)),
  ];
}

function lacksOf(total: number | null, pages: readonly GraphPage[]): readonly Reason[] {
  if (total === null) return [reason('fleet.noTotal', { command: 'az graph query' })];
  const found = new Set(pages.flatMap(({ rows }) => rows.map(idOf))).size;
  // Each query ends with a page without a token. A page that is there twice has the same rows.
  const last = new Set(pages.filter(({ hasNext }) => !hasNext).map(({ rows }) => rows.map(idOf).join()));
  const all = Math.max(1, last.size) * total;
  if (found < all) return [reason('fleet.missing', { n: all - found, total: all })];
  const isCut = pages.some(({ rows, count }) => count !== null && count !== rows.length);
  const isEnded = last.size > 0 || found === 0;
  return found > all || isCut || !isEnded ? [reason('fleet.notLast')] : [];
}

function pagesIn(file: TextFile): readonly GraphPage[] {
  const values = jsonTexts(file).flatMap((one) => valuesIn(one));
  const pages = values.flatMap((one) => pageOf(one));
  const bare = values.filter((one) => pageOf(one).length === 0 && isResource(one));
  const all = [...pages, ...(bare.length > 0 ? [bareRows(bare)] : [])];
  const isOurs = all.some(({ rows }) => rows.length > 0) || pages.some(({ total }) => total === 0);
  if (!isOurs) {
    throw new UnreadableFile(reason('fleet.notGraph', { file: file.name, command: 'az graph query' }));
  }
  return all;
}

/** A list of pages or resources, one level deep, else the value itself. */
function valuesIn(value: Json): readonly JsonObject[] {
  return (Array.isArray(value) ? (value as readonly Json[]).flat() : [value]).filter(isJsonObject);
}

function bareRows(rows: readonly JsonObject[]): GraphPage {
  return { rows, total: null, count: null, hasNext: false, isTruncated: false };
}

/** As Azure CLI, the REST API, and the SDKs for JavaScript, Python, and .NET name the members. */
const names = {
  data: ['data', 'Data'],
  total: ['total_records', 'totalRecords', 'TotalRecords'],
  count: ['count', 'Count'],
  next: ['skip_token', '$skipToken', 'skipToken', 'SkipToken'],
  truncated: ['result_truncated', 'resultTruncated', 'ResultTruncated'],
} as const;

function pageOf(value: JsonObject): readonly GraphPage[] {
  const rows = names.data.map((name) => rowsIn(jsonAt(value, name))).find((one) => one !== null);
  if (!rows) return [];
  const first = <T>(all: readonly string[], read: (name: string) => T | undefined): T | null =>
    all.map(read).find((one) => one !== undefined) ?? null;
  const next = first(names.next, (name) => textAt(value, name));
  const truncated = first(names.truncated, (name) => jsonAt(value, name));
  return [
    {
      rows,
      total: first(names.total, (name) => numberAt(value, name)),
      count: first(names.count, (name) => numberAt(value, name)),
      hasNext: next !== null && next !== '',
      // A page that goes on is truncated too.
      isTruncated: isTrue(truncated) && (next === null || next === ''),
    },
  ];
}

function isTrue(value: Json): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true') || value === 1;
}

/** The rows of a list, or of a table of columns and rows; null where it's neither. */
function rowsIn(data: Json | undefined): readonly JsonObject[] | null {
  if (Array.isArray(data)) return (data as readonly Json[]).filter(isResource);
  const columns = listAt(data, 'columns').map((one) => textAt(one, 'name') ?? '');
  if (columns.length === 0) return null;
  return listAt(data, 'rows')
    .map((row) =>
      Object.fromEntries(
        columns.map((name, at) => [name, (Array.isArray(row) ? (row as readonly Json[])[at] : null) ?? null]),
      ),
    )
    .filter(isResource);
}

function isResource(value: Json): value is JsonObject {
  return isJsonObject(value) && resourceId.test(textAt(value, 'id') ?? '');
}

/** Of a resource in a resource group, as each in the query is. */
const resourceId = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/[^/]+\/[^/]+\/[^/]/i;

/** Deeper than any resource. */
const deepest = 200;

/**
 * The JSON texts that a file has one after the other: one, one in each line, or several pages that were joined. Throws
 * `UnreadableFile`.
 */
function jsonTexts(file: TextFile): readonly Json[] {
  const { text } = file;
  const found: Json[] = [];
  for (let at = startOf(file, 0); at < text.length;) {
    const end = endOf(file, at);
    found.push(parsed(file, at, end));
    at = startOf(file, end);
  }
  if (found.length === 0) throw notJson(file, text.length);
  return found;
}

/** Where the next object or list begins; the length of the text where there is none. */
function startOf(file: TextFile, from: number): number {
  const { text } = file;
  let at = from;
  while (at < text.length && isBetween(text.charCodeAt(at))) at += 1;
  if (at < text.length && !opening.has(text.charCodeAt(at))) throw notJson(file, at);
  return at;
}

/** Where the object or list that begins at `from` ends. */
function endOf(file: TextFile, from: number): number {
  const { text, name } = file;
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === code.quote) at = endOfText(text, at);
    else if (opening.has(letter)) depth += 1;
    else if (closing.has(letter)) depth -= 1;
    if (depth === 0) return at + 1;
    if (depth > deepest) throw new UnreadableFile(reason('terminal.tooDeep', { file: name, n: deepest }));
  }
  throw notJson(file, text.length);
}

/** The closing quote of the text that begins at `from`. */
function endOfText(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== code.quote) {
    at += text.charCodeAt(at) === code.backslash ? 2 : 1;
  }
  return at;
}

const code = { backslash: 0x5c, quote: 0x22 } as const;
/** Braces and brackets. */
const opening: ReadonlySet<number> = new Set([0x7b, 0x5b]);
const closing: ReadonlySet<number> = new Set([0x7d, 0x5d]);

/** White space, a byte order mark, or a comma between texts. */
function isBetween(letter: number): boolean {
  return letter <= 0x20 || letter === 0xfeff || letter === 0x2c;
}

function parsed(file: TextFile, start: number, end: number): Json {
  try {
    return JSON.parse(file.text.slice(start, end)) as Json;
  } catch {
    throw notJson(file, start);
  }
}

function notJson({ name, text }: TextFile, at: number): UnreadableFile {
  const { line, column } = lineAndColumn(text, at);
  return new UnreadableFile(
    reason('terminal.notJson', { place: `${name}:${line}:${column}`, what: 'ValueExpected' }),
  );
}
