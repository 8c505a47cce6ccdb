import type { SyntaxFault } from '../../template/template';
import type { Spanned } from '../syntax/syntax';
import { faultLimit } from '../tokens/lexer';
import type { Token, TokenKind } from '../tokens/token';

/** Brackets, choices and types inside of one another; more than anybody writes, and little enough for the stack. */
const nestingLimit = 100;

/** Nodes inside of one another, chains such as `a || b || c` counted: what everything that walks the tree must bear. */
const heightLimit = 500;

/** The tokens of a file on their way to its syntax. */
export interface Reader {
  readonly text: string;
  readonly file: string;
  readonly isParameterFile: boolean;
  readonly tokens: readonly Token[];
  /** For the index of each opening bracket that of its closing one; none where that lacks (`pair-brackets.ts`). */
  readonly pairs: ReadonlyMap<number, number>;
  readonly faults: SyntaxFault[];
  /** How many lists around here wait for a closing token. */
  readonly awaited: Map<TokenKind, number>;
  index: number;
  /** Column of the first token of the line that was read last. */
  indent: number;
  depth: number;
  /** Of what is being read, the deepest node. */
  deepest: number;
  /** The lists around here are taken to end where the indentation says so, since one of them has no end. */
  isLoose: boolean;
  /** Inside of a string's `${…}`, where no list may stand. */
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

/** How many line ends come from there on: a comment in a line of its own has one before it and one behind. */
export function linesAhead(reader: Reader, ahead = 0): number {
  let lines = 0;
  while (peek(reader, ahead + lines).kind === 'newline') lines += 1;
  return lines;
}

/** The next token, whatever line it stands in. */
export function peekPastLines(reader: Reader, ahead = 0): Token {
  return peek(reader, ahead + linesAhead(reader, ahead));
}

export function takeLines(reader: Reader): Token[] {
  const lines: Token[] = [];
  while (isNext(reader, 'newline')) lines.push(take(reader));
  return lines;
}

/** A word of the language where it is one: all of them are names elsewhere. */
export function isKeyword(token: Token, word: string): boolean {
  return token.kind === 'identifier' && token.text === word;
}

/** Takes the next token, whatever it is; the end is never passed. */
export function take(reader: Reader): Token {
  const token = peek(reader);
  if (isAtLineStart(reader)) reader.indent = columnOf(reader, token);
  if (token.kind !== 'end') reader.index += 1;
  return token;
}

export function takeIf(reader: Reader, kind: TokenKind): Token | null {
  return isNext(reader, kind) ? take(reader) : null;
}

export function takeKeyword(reader: Reader, word: string): Token | null {
  return isKeyword(peek(reader), word) ? take(reader) : null;
}

/** Takes a token that must stand here; where another does, it stays and the fault is noted. */
export function expect(reader: Reader, kind: TokenKind): Token | null {
  const token = takeIf(reader, kind);
  if (token !== null) return token;
  if (kind === 'identifier') addSyntaxError(reader, 'bicep.expectedName');
  else addSyntaxError(reader, 'bicep.expectedText', kind);
  return null;
}

export function expectKeyword(reader: Reader, word: string): Token | null {
  const token = takeKeyword(reader, word);
  if (token === null) addSyntaxError(reader, 'bicep.expectedText', word);
  return token;
}

/** Whether the last token ended a line (or nothing was read yet). */
export function isAtLineStart({ tokens, index }: Reader): boolean {
  return index === 0 || tokens[index - 1]?.kind === 'newline';
}

export function columnOf({ text }: Reader, token: Token): number {
  return token.start - (text.lastIndexOf('\n', token.start - 1) + 1);
}

/** Where the last token ended: what is missing is missing there. */
function endOfLast({ tokens, index }: Reader): number {
  return tokens[index - 1]?.end ?? 0;
}

/** Notes what is wrong at the next token; of several faults at one place the first says what is the matter. */
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

/** Reads something that may hold itself; `otherwise` where that went too deep. */
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
 * Reads a chain, of which each further link puts all before it one deeper. `link` gives what the chain is with another
 * link, or undefined at its end.
 */
export function chain<T>(
  reader: Reader,
  first: (reader: Reader) => T,
  { link, otherwise }: { link: (before: T) => T | undefined; otherwise: (before: T) => T },
): T {
  const before = reader.deepest;
  reader.deepest = reader.depth;
  let whole = first(reader);
  for (let next = link(whole); next !== undefined; next = link(whole)) {
    whole = next;
    reader.deepest += 1;
    if (reader.deepest < heightLimit) continue;
    whole = tooDeep(reader, () => otherwise(whole));
    break;
  }
  reader.deepest = Math.max(before, reader.deepest);
  return whole;
}

function tooDeep<T>(reader: Reader, otherwise: (reader: Reader) => T): T {
  addSyntaxError(reader, 'bicep.tooDeep');
  return otherwise(reader);
}

/** Ends of a node from the first and the last thing in it; of one without things where the last token ended. */
export function spanFrom(reader: Reader, start: number): Spanned {
  const end = endOfLast(reader);
  return { start: Math.min(start, end), end };
}
