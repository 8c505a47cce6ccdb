import type { SyntaxFault } from '../../template/template';
import type { Remark, Token } from './token';

/** How a string is written: `'…'`, or `'''…'''` with as many dollars before it as its `${` has. */
export interface StringStyle {
  readonly quotes: 1 | 3;
  readonly dollars: number;
}

/** What is open around an expression inside of a string: the string, or a brace of the expression. */
type Open = StringStyle | 'brace';

/** A text on its way to tokens. */
export interface Lexer {
  readonly text: string;
  readonly file: string;
  readonly tokens: Token[];
  readonly remarks: Remark[];
  readonly faults: SyntaxFault[];
  readonly open: Open[];
  /**
   * A comment or multi-line string of the text has no end: then none may reach over a declaration. Where the line that
   * is missing held the beginning or the end of an earlier one, all later ones would begin where they end.
   */
  readonly isCareful: boolean;
  /** Some comment or multi-line string has no end. */
  isUnclosed: boolean;
  /** The string that was just read has no end. */
  isCut: boolean;
  at: number;
}

/** Of a file with so many faults none more is of use. */
export const faultLimit = 1000;

/** Notes what is wrong between two offsets; `text` is what a message repeats. */
export function addLexerError(
  lexer: Lexer,
  { key, start, end, text }: { key: string; start: number; end: number; text?: string },
): void {
  if (lexer.faults.length >= faultLimit) return;
  const values = text === undefined ? {} : { text };
  lexer.faults.push({ key, values, place: { file: lexer.file, start, end } });
}
