import type { SyntaxFault } from '../../template/template';
import type { Spanned } from '../syntax/syntax';
import { faultLimit } from '../tokens/lexer';
import type { Token, TokenKind } from '../tokens/token';

/** Maximum nesting of brackets, choices, and types. Higher than in real files, and low enough for the stack. */
const nestingLimit = 100;

/**
 * Maximum height of the tree, chains such as `a || b || c` included. Code that walks the tree must support this height.
 */
const heightLimit = 500;

/** The parser's state: the tokens of a file and the current position. */
export interface Reader {
  readonly text: string;
  readonly file: string;
  readonly isParameterFile: boolean;
  readonly tokens: readonly Token[];
  /**
   * Maps the index of each opening bracket to the index of its closing bracket. Unclosed brackets aren't included
   * (`pair-brackets.ts`).
   */
  readonly pairs: ReadonlyMap<number, number>;
  readonly faults: SyntaxFault[];
  /** Number of enclosing lists that wait for each kind of closing token. */
  readonly awaited: Map<TokenKind, number>;
  index: number;
  /** Column of the first token of the last line that was read. */
  indent: number;
  depth: number;
  /** The depth of the deepest node in the construct that is being read. */
  deepest: number;
  /** True if indentation ends the enclosing lists, because one of them isn't closed. */
  isLoose: boolean;
  /** True inside a string's `${…}`, where lists aren't allowed. */
  isInString: boolean;
}

export function peek(reader: Reader, ahead = 0): Token {
  const { tokens, index } = reader;
  const token = tokens[Math.min(index + ahead, tokens.length - 1)];
  if (token === undefined) throw new Error('a file has at least its end');
  return token;
}

export function isNext(reader: Reader, kind: TokenKind): boolean {
  return peek(reader).kind === kind;
}

/** Counts the line ends from `ahead` on. A comment on its own line has one before it and one after it. */
export function linesAhead(reader: Reader, ahead = 0): number {
  let lines = 0;
  while (peek(reader, ahead + lines).kind === 'newline') lines += 1;
  return lines;
}

/** Returns the next token after any line ends. */
export function peekPastLines(reader: Reader, ahead = 0): Token {
  return peek(reader, ahead + linesAhead(reader, ahead));
}

export function consumeLines(reader: Reader): Token[] {
  const lines: Token[] = [];
  while (isNext(reader, 'newline')) lines.push(consume(reader));
  return lines;
}

/** Returns whether a token is this keyword. Every keyword is also a valid name elsewhere. */
export function isKeyword(token: Token, word: string): boolean {
  return token.kind === 'identifier' && token.text === word;
}

/** Consumes the next token of any kind. The end token is never passed. */
export function consume(reader: Reader): Token {
  const token = peek(reader);
  if (isAtLineStart(reader)) reader.indent = columnOf(reader, token);
  if (token.kind !== 'end') reader.index += 1;
  return token;
}

export function consumeIf(reader: Reader, kind: TokenKind): Token | null {
  return isNext(reader, kind) ? consume(reader) : null;
}

export function consumeKeyword(reader: Reader, word: string): Token | null {
  return isKeyword(peek(reader), word) ? consume(reader) : null;
}

/** Consumes a required token. If another token is next, leaves it and adds a fault. */
export function expect(reader: Reader, kind: TokenKind): Token | null {
  const token = consumeIf(reader, kind);
  if (token !== null) return token;
  if (kind === 'identifier') addSyntaxError(reader, 'bicep.expectedName');
  else addSyntaxError(reader, 'bicep.expectedText', kind);
  return null;
}

export function expectKeyword(reader: Reader, word: string): Token | null {
  const token = consumeKeyword(reader, word);
  if (token === null) addSyntaxError(reader, 'bicep.expectedText', word);
  return token;
}

/** Returns whether the last token ended a line, or nothing was read yet. */
export function isAtLineStart({ tokens, index }: Reader): boolean {
  return index === 0 || tokens[index - 1]?.kind === 'newline';
}

export function columnOf({ text }: Reader, token: Token): number {
  return token.start - (text.lastIndexOf('\n', token.start - 1) + 1);
}

/** Returns the end of the last token, which is the position of a missing token. */
function endOfLast({ tokens, index }: Reader): number {
  return tokens[index - 1]?.end ?? 0;
}

/** Adds a fault at the next token. Of several faults at one position, only the first is kept. */
export function addSyntaxError(reader: Reader, key: string, text?: string): void {
  if (reader.faults.length >= faultLimit) return;
  const { kind, start, end } = peek(reader);
  const isMissing = kind === 'newline' || kind === 'end';
  const from = isMissing ? endOfLast(reader) : start;
  const last = reader.faults.at(-1);
  if (last !== undefined && last.place.end >= from && last.place.start <= from) return;
  const place = { file: reader.file, start: from, end: isMissing ? from : end };
  reader.faults.push({ key, values: text === undefined ? {} : { text }, place });
}

/** Reads a recursive construct, or calls `otherwise` if it is nested too deeply. */
export function deeper<T, U>(
  reader: Reader,
  read: (reader: Reader) => T,
  otherwise: (reader: Reader) => U,
): T | U {
  if (reader.depth >= nestingLimit) return tooDeep(reader, otherwise);
  reader.depth += 1;
  reader.deepest = Math.max(reader.deepest, reader.depth);
  const result = read(reader);
  reader.depth -= 1;
  return result;
}

/**
 * Functions that read the parts of a chain. They are created once for each kind of chain, because nearly every
 * expression is read as several chains.
 */
export interface ChainParts<T> {
  readonly first: (reader: Reader) => T;
  /** Returns the chain with one more link, or undefined at its end. */
  readonly link: (reader: Reader, before: T) => T | undefined;
  /** Returns the chain if it has too many links. */
  readonly otherwise: (reader: Reader, before: T) => T;
}

/** Reads a chain in which each link nests all previous links one level deeper. */
export function chain<T>(reader: Reader, { first, link, otherwise }: ChainParts<T>): T {
  const before = reader.deepest;
  reader.deepest = reader.depth;
  let node = first(reader);
  for (let next = link(reader, node); next !== undefined; next = link(reader, node)) {
    node = next;
    reader.deepest += 1;
    if (reader.deepest < heightLimit) continue;
    node = tooDeep(reader, () => otherwise(reader, node));
    break;
  }
  reader.deepest = Math.max(before, reader.deepest);
  return node;
}

function tooDeep<T>(reader: Reader, otherwise: (reader: Reader) => T): T {
  addSyntaxError(reader, 'bicep.tooDeep');
  return otherwise(reader);
}

/** Returns the span from `start` to the end of the last token. An empty node is where the last token ended. */
export function spanFrom(reader: Reader, start: number): Spanned {
  const end = endOfLast(reader);
  return { start: Math.min(start, end), end };
}
