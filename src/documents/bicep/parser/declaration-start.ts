import type { Token, TokenKind } from '../tokens/token';
import { linesAhead, peek, type Reader, consumeLines } from './reader';

const typeStarts: ReadonlySet<TokenKind> = new Set([
  'identifier',
  'string',
  'constant',
  'number',
  '{',
  '[',
  '(',
  '-',
]);
const textStarts: ReadonlySet<TokenKind> = new Set(['string', 'string-start']);
const assignment: ReadonlySet<TokenKind> = new Set(['=']);

/** Tokens that can follow the keyword and name of a declaration. An entry of a list never has this form. */
const afterName: Readonly<Record<string, ReadonlySet<TokenKind>>> = {
  param: new Set([...typeStarts, '=']),
  var: new Set([...typeStarts, '=']),
  output: typeStarts,
  resource: textStarts,
  module: textStarts,
  test: textStarts,
  type: assignment,
  metadata: assignment,
  assert: assignment,
  func: new Set<TokenKind>(['(']),
};

/** Tokens that can follow the keyword of a declaration without a name. */
const afterKeyword: Readonly<Record<string, ReadonlySet<TokenKind>>> = {
  targetScope: assignment,
  import: new Set([...textStarts, '{', '*']),
  extension: new Set([...textStarts, 'identifier']),
  using: new Set([...textStarts, 'identifier']),
  extends: textStarts,
};

const declarationKeywords: ReadonlySet<string> = new Set([
  ...Object.keys(afterName),
  ...Object.keys(afterKeyword),
]);

/** Returns whether the tokens from the next one on (or from `ahead` tokens further) can only begin a declaration. */
export function startsDeclaration(reader: Reader, ahead = 0): boolean {
  const { kind, text } = peek(reader, ahead);
  if (kind !== 'identifier' || !declarationKeywords.has(text)) return false;
  const next = peek(reader, ahead + 1).kind;
  if (afterKeyword[text]?.has(next) === true) return true;
  return next === 'identifier' && afterName[text]?.has(peek(reader, ahead + 2).kind) === true;
}

/** Consumes the line ends before a value on a later line. Line ends before a declaration aren't consumed. */
export function consumeLinesBeforeValue(reader: Reader): Token[] {
  const lines = linesAhead(reader);
  const { kind } = peek(reader, lines);
  return kind === 'end' || kind === '@' || startsDeclaration(reader, lines) ? [] : consumeLines(reader);
}
