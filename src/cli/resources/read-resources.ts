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

/** One resource of a file, as it was printed, and where. */
export interface PrintedResource {
  readonly body: JsonObject;
  /** Resource type in small letters. */
  readonly type: string;
  readonly node: Node;
  readonly file: TextFile;
}

export interface TextFile {
  /** As it was named on the command line. */
  readonly name: string;
  readonly text: string;
  /** Whether a byte order mark stands before the text. */
  readonly hasMark?: boolean;
  /** Bytes that are no letter of its encoding became U+FFFD. */
  readonly isLossy?: boolean;
  /** UTF-8 where it isn't set. */
  readonly encoding?: TextEncoding;
}

/** A file that could not be read as resources. */
export class UnreadableFile extends Error {
  constructor(readonly because: Reason) {
    super(because.key);
  }
}

/** Deeper than any resource; a parser that calls itself for each level would end before it. */
const deepest = 200;

/** The scanner's kinds of token; its own enum leaves no names behind in JavaScript. */
const token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 };

/**
 * Every resource that a file holds: one body, a list of them, or the page that an API or `az graph query` answers with.
 * Comments and a comma at the end are taken as they come. Throws `UnreadableFile`.
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

/** Deepest nesting of brackets outside texts and comments. */
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

/** A list, the list in a page (`value`, or `data` of a resource graph query), or the one body. */
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

/** `…/providers/A.B/c/x/d/y` is an `A.B/c/d`. */
export function typeOfId(id: string): string {
  const at = id.search(/\/providers\/[^/]+\/./i);
  const after = at < 0 ? '' : id.slice(at + '/providers/'.length);
  const [provider = '', ...rest] = after.split('/');
  return [provider, ...rest.filter((_, index) => index % 2 === 0)].join('/');
}

/** Line and column of a place in a text, both from 1. */
export function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
