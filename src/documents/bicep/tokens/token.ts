/** Punctuation of the language, longest first, in the order that the lexer tries. */
export const marks = [
  '...',
  '=>',
  '==',
  '=~',
  '!=',
  '!~',
  '<=',
  '>=',
  '&&',
  '||',
  '??',
  '::',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '@',
  ',',
  '.',
  '?',
  ':',
  '=',
  '+',
  '-',
  '*',
  '/',
  '%',
  '!',
  '<',
  '>',
  '|',
  '^',
] as const;

export type Punctuation = (typeof marks)[number];

/**
 * `string` is a complete string. An interpolated string is a `string-start`, `string-middle` tokens, and a
 * `string-end`, with expressions between them. `constant` is `true`, `false`, or `null`. Consecutive line ends are one
 * `newline`.
 */
export type TokenKind =
  | Punctuation
  | 'identifier'
  | 'constant'
  | 'number'
  | 'string'
  | 'string-start'
  | 'string-middle'
  | 'string-end'
  | 'newline'
  | 'unknown'
  | 'end';

/** A token. The trivia between `from` and `start` (white space, comments, directives) belongs to it. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly start: number;
  readonly end: number;
  /** True if the token's string isn't terminated. */
  readonly isCut: boolean;
}

/** A comment, or a directive such as `#disable-next-line`. The parser skips both. */
export interface Remark {
  readonly is: 'line-comment' | 'block-comment' | 'directive';
  readonly start: number;
  readonly end: number;
}
