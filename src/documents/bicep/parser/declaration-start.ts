import type { Token, TokenKind } from '../tokens/token';
import { isNext, peek, type Reader, take } from './reader';

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

/** What follows the keyword and the name of a declaration; an entry of a list is never written so. */
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

/** What follows the keyword of a declaration without a name. */
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

/** Whether the words from the next one (or the one `ahead` of it) on can only begin a declaration. */
export function startsDeclaration(reader: Reader, ahead = 0): boolean {
  const { kind, text } = peek(reader, ahead);
  if (kind !== 'identifier' || !declarationKeywords.has(text)) return false;
  const next = peek(reader, ahead + 1).kind;
  if (afterKeyword[text]?.has(next) === true) return true;
  return next === 'identifier' && afterName[text]?.has(peek(reader, ahead + 2).kind) === true;
}

/** Takes the line end before a value that may stand in the next line; one before a declaration stays. */
export function takeLineBeforeValue(reader: Reader): Token | null {
  if (!isNext(reader, 'newline')) return null;
  const { kind } = peek(reader, 1);
  return kind === 'end' || kind === '@' || startsDeclaration(reader, 1) ? null : take(reader);
}
