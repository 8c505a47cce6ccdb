import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, jsonAt, listAt, numberAt, textAt, type Json, type JsonObject } from '../../azure/json';
import { fleetMark, recordType } from '../../azure/resource-graph/fleet-query';
import { groupBy } from '../../core/group-by';
import { reason, type Reason } from '../../core/reason';
import { lineAndColumn, typeOfId, UnreadableFile, type TextFile } from '../resources/read-resources';

/** A resource on a page. */
export interface GraphResource {
  readonly body: JsonObject;
  /** In lowercase. */
  readonly type: string;
}

/** One page of a Resource Graph result. */
interface GraphPage {
  readonly rows: readonly JsonObject[];
  /** Number of rows on all pages, or null if it isn't specified. */
  readonly total: number | null;
  /** Expected number of rows on this page. */
  readonly count: number | null;
  readonly hasNext: boolean;
  /** True if Azure left out rows. */
  readonly isTruncated: boolean;
}

/** The resources of all pages. */
export interface JoinedPages {
  readonly resources: readonly GraphResource[];
  /** Reasons why there may be more resources than on the pages. Empty if they have all results of the query. */
  readonly incomplete: readonly Reason[];
}

/**
 * Joins pages in any order and any files.
 * @throws `UnreadableFile`
 */
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
      ...missingIn(pages),
      ...([...copies.values()].every(areSame) ? [] : [reason('fleet.notLast')]),
      ...(rows.every(isOfQuery) ? [] : [reason('fleet.otherQuery', { option: '--fleet-query' })]),
    ],
  };
}

/**
 * Returns whether all copies of a resource are the same. Pages from different times may have it before and after a
 * change, without showing which is current.
 */
function areSame([first, ...others]: readonly JsonObject[]): boolean {
  return others.every((one) => isDeepStrictEqual(one['properties'], first?.['properties']));
}

/**
 * Returns whether a row is from the query. It requests properties for all types except records of a network, which are
 * in another table.
 */
function isOfQuery(row: JsonObject): boolean {
  const isRecord = textAt(row, 'type')?.toLowerCase() === recordType;
  return textAt(row, 'fleetQuery') === fleetMark && (isRecord || isJsonObject(row['properties'] ?? null));
}

function idOf(body: JsonObject): string {
  return (textAt(body, 'id') ?? '').toLowerCase();
}

/** Returns why the pages are incomplete, according to the pages themselves. Pages of one query have the same total. */
function missingIn(pages: readonly GraphPage[]): readonly Reason[] {
  const totals = new Map<number | null, GraphPage[]>();
  for (const page of pages) totals.set(page.total, [...(totals.get(page.total) ?? []), page]);
  return [
    ...(pages.some(({ isTruncated }) => isTruncated) ? [reason('fleet.truncated')] : []),
    ...[...totals].flatMap(([total, ofTotal]) => missingOf(total, ofTotal)),
  ];
}

function missingOf(total: number | null, pages: readonly GraphPage[]): readonly Reason[] {
  if (total === null) return [reason('fleet.noTotal', { command: 'az graph query' })];
  const found = new Set(pages.flatMap(({ rows }) => rows.map(idOf))).size;
  // Each query ends with a page without a token. Copies of a page have the same rows.
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

/** Returns the values of a list of pages or resources, one level deep, or else the value itself. */
function valuesIn(value: Json): readonly JsonObject[] {
  return (Array.isArray(value) ? (value as readonly Json[]).flat() : [value]).filter(isJsonObject);
}

function bareRows(rows: readonly JsonObject[]): GraphPage {
  return { rows, total: null, count: null, hasNext: false, isTruncated: false };
}

/** Member names in Azure CLI, the REST API, and the SDKs for JavaScript, Python, and .NET. */
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
      // A page with a next page is truncated too.
      isTruncated: isTrue(truncated) && (next === null || next === ''),
    },
  ];
}

function isTrue(value: Json): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true') || value === 1;
}

/** Returns the rows of a list, or of a table with columns and rows. Null if it's neither. */
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

/** Matches the ID of a resource in a resource group. All resources in the query have this form. */
const resourceId = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/[^/]+\/[^/]+\/[^/]/i;

/** Maximum depth, higher than that of any resource. */
const deepest = 200;

/**
 * Splits a file into its JSON values: a single value, a value per line, or several concatenated pages.
 * @throws `UnreadableFile`
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

/** Returns the start of the next object or list, or the length of the text if there is none. */
function startOf(file: TextFile, from: number): number {
  const { text } = file;
  let at = from;
  while (at < text.length && isBetween(text.charCodeAt(at))) at += 1;
  if (at < text.length && !opening.has(text.charCodeAt(at))) throw notJson(file, at);
  return at;
}

/** Returns the end of the object or list that starts at `from`. */
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

/** Returns the closing quote of the text that starts at `from`. */
function endOfText(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== code.quote) {
    at += text.charCodeAt(at) === code.backslash ? 2 : 1;
  }
  return at;
}

const code = { backslash: 0x5c, quote: 0x22 } as const;
/** Opening braces and brackets. */
const opening: ReadonlySet<number> = new Set([0x7b, 0x5b]);
const closing: ReadonlySet<number> = new Set([0x7d, 0x5d]);

/** Returns whether a character is white space, a byte order mark, or a comma between texts. */
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
