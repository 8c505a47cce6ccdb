import {
  createScanner,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import { isJsonObject, listAt, textAt, type Json, type JsonObject } from '../../azure/json';
import { reason, type Reason } from '../../core/reason';
import type { TextEncoding } from '../../disk/decode-text';

/** One printed resource in a file, and its place. */
export interface PrintedResource {
  readonly body: JsonObject;
  /** Resource type in lowercase. */
  readonly type: string;
  readonly node: Node;
  readonly file: TextFile;
}

export interface TextFile {
  /** As named on the command line. */
  readonly name: string;
  readonly text: string;
  /** Whether the text starts with a byte order mark. */
  readonly hasMark?: boolean;
  /** True if bytes that aren't valid in its encoding became U+FFFD. */
  readonly isLossy?: boolean;
  /** UTF-8 if it isn't set. */
  readonly encoding?: TextEncoding;
}

/** Thrown for a file that couldn't be read as resources. */
export class UnreadableFile extends Error {
  constructor(readonly because: Reason) {
    super(because.key);
  }
}

/** Maximum depth, higher than that of any resource. A recursive parser would exhaust the stack otherwise. */
const deepest = 200;

/** The scanner's token kinds. Its own enum doesn't exist at run time. */
const token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 };

/**
 * Returns every resource in a file: one body, a list of them, or a page that an API or `az graph query` returns.
 * Comments and a trailing comma are accepted.
 * @throws `UnreadableFile`
 */
export function readResources(file: TextFile): readonly PrintedResource[] {
  const root = parse(file);
  const value = getNodeValue(root) as Json;
  const found = listNodes(root, value).flatMap((node) => resourceIn(node, file));
  if (found.length === 0) throw new UnreadableFile(reason('terminal.noResource', { file: file.name }));
  return found;
}

function parse(file: TextFile): Node {
  if (depthOf(file.text) > deepest) {
    throw new UnreadableFile(reason('terminal.tooDeep', { file: file.name, n: deepest }));
  }
  const errors: ParseError[] = [];
  const root = parseTree(file.text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (root && !first) return root;
  const { line, column } = lineAndColumn(file.text, first?.offset ?? 0);
  const what = first ? printParseErrorCode(first.error) : 'ValueExpected';
  throw new UnreadableFile(reason('terminal.notJson', { place: `${file.name}:${line}:${column}`, what }));
}

/** Returns the deepest nesting of brackets outside texts and comments. */
function depthOf(text: string): number {
  const scanner = createScanner(text, true);
  let depth = 0;
  let most = 0;
  for (let kind = scanner.scan(); kind !== token.end; kind = scanner.scan()) {
    if (kind === token.openBrace || kind === token.openBracket) depth += 1;
    else if (kind === token.closeBrace || kind === token.closeBracket) depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

/**
 * Returns the items of a list, of the list in a page (`value`, or `data` of a Resource Graph query), or the only body.
 */
function listNodes(root: Node, value: Json): readonly Node[] {
  if (root.type === 'array') return root.children ?? [];
  const list = ['value', 'data'].find((name) => listAt(value, name).length > 0);
  if (list === undefined || textAt(value, 'id') !== undefined) return [root];
  const member = root.children?.find((one) => one.children?.[0]?.value === list);
  return member?.children?.[1]?.children ?? [];
}

function resourceIn(node: Node, file: TextFile): readonly PrintedResource[] {
  const body = getNodeValue(node) as Json;
  if (!isJsonObject(body)) return [];
  const id = textAt(body, 'id');
  if (id === undefined) return [];
  const type = (textAt(body, 'type') ?? typeOfId(id)).toLowerCase();
  return type === '' ? [] : [{ body, type, node, file }];
}

/** Returns the type in an ID: `A.B/c/d` for `…/providers/A.B/c/x/d/y`. */
export function typeOfId(id: string): string {
  const at = id.search(/\/providers\/[^/]+\/./i);
  const after = at < 0 ? '' : id.slice(at + '/providers/'.length);
  const [provider = '', ...rest] = after.split('/');
  return [provider, ...rest.filter((_, index) => index % 2 === 0)].join('/');
}

/** Returns the one-based line and column of a place in a text. */
export function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
