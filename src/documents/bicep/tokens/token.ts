/** Marks of the language, longest first, as the lexer tries them. */
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
 * `string` is a whole one; a string with `${…}` is a `string-start`, `string-middle`s and a `string-end` with
 * expressions between them. `constant` is `true`, `false` or `null`. Several line ends in a row are one `newline`.
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

/** A word of the text. What stands between `from` and `start` (blanks, comments, directives) belongs to it as well. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly start: number;
  readonly end: number;
  /** The string that it belongs to lacks its end. */
  readonly isCut: boolean;
}

/** A comment, or a directive such as `#disable-next-line`, which the language passes over. */
export interface Remark {
  readonly is: 'line-comment' | 'block-comment' | 'directive';
  readonly start: number;
  readonly end: number;
}
