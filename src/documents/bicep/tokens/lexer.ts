import type { SyntaxFault } from '../../template/template';
import type { Remark, Token } from './token';

/** The quotes of a string: `'…'`, or `'''…'''` with as many dollar signs before it as its `${` has. */
export interface StringStyle {
  readonly quotes: 1 | 3;
  readonly dollars: number;
}

/** A construct that is open around an expression inside a string: the string, or a brace in the expression. */
type Open = StringStyle | 'brace';

/** The lexer's state: the text and the current position. */
export interface Lexer {
  readonly text: string;
  readonly file: string;
  readonly tokens: Token[];
  readonly remarks: Remark[];
  readonly faults: SyntaxFault[];
  readonly open: Open[];
  /**
   * True in a second pass, after a comment or multi-line string turned out to be unterminated. Then none extends past a
   * declaration. If the missing line held the start or end of an earlier one, all later ones would start where they
   * end.
   */
  readonly isCareful: boolean;
  /** True if a comment or multi-line string isn't terminated. */
  isUnclosed: boolean;
  /** True if the last string that was read isn't terminated. */
  isCut: boolean;
  at: number;
}

/** Maximum number of faults. Beyond it, more faults don't help. */
export const faultLimit = 1000;

/** Adds a fault between two offsets. `text` is quoted in its message. */
export function addLexerError(
  lexer: Lexer,
  { key, start, end, text }: { key: string; start: number; end: number; text?: string },
): void {
  if (lexer.faults.length >= faultLimit) return;
  const values = text === undefined ? {} : { text };
  lexer.faults.push({ key, values, place: { file: lexer.file, start, end } });
}
