import type { TokenKind } from '../tokens/token';
import { peek, type Reader } from './reader';

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

export const declarationKeywords: ReadonlySet<string> = new Set([
  ...Object.keys(afterName),
  ...Object.keys(afterKeyword),
]);

/** Whether the next words can only be the beginning of a declaration, wherever they stand. */
export function startsDeclaration(reader: Reader): boolean {
  const { kind, text } = peek(reader);
  if (kind !== 'identifier' || !declarationKeywords.has(text)) return false;
  const next = peek(reader, 1).kind;
  if (afterKeyword[text]?.has(next) === true) return true;
  return next === 'identifier' && afterName[text]?.has(peek(reader, 2).kind) === true;
}
