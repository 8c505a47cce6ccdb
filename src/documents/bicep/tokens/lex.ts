import type { SyntaxFault } from '../../template/template';
import { isBlank, isDigit, isLineEnd, isNamePart, isNameStart } from './characters';
import { addLexerError, type Lexer, type StringStyle } from './lexer';
import { scanString, styleAt } from './strings';
import { type Punctuation, marks, type Remark, type Token, type TokenKind } from './token';
import { endOfUnclosed } from './unclosed';

export interface Lexed {
  /**
   * In order, with kind `end` last. From the first token's `from` to the last token's `end`, they cover the whole text.
   */
  readonly tokens: readonly Token[];
  readonly remarks: readonly Remark[];
  readonly faults: readonly SyntaxFault[];
}

/**
 * Maximum number of tokens. The largest hand-written file that we know of has 8,000. This many are read in a second and
 * 200 MB.
 */
const wordLimit = 250_000;

/** Fault at the position where a file is cut. Nothing after it is parsed. */
export const tooLong = 'bicep.tooLong';

/** Splits a text into tokens. Any text is accepted, and no character is lost. */
export function lex(text: string, file: string): Lexed {
  const first = run(text, file, false);
  return first.isUnclosed ? run(text, file, true) : first;
}

function run(text: string, file: string, isCareful: boolean): Lexer {
  const lexer: Lexer = {
    text,
    file,
    tokens: [],
    remarks: [],
    faults: [],
    open: [],
    isCareful,
    isUnclosed: false,
    isCut: false,
    at: 0,
  };
  let kind: TokenKind;
  do kind = lexer.tokens.length < wordLimit ? scanToken(lexer) : scanExcess(lexer);
  while (kind !== 'end');
  return lexer;
}

/** Scans everything beyond the limit as one `unknown` token. */
function scanExcess(lexer: Lexer): TokenKind {
  const { text, at } = lexer;
  const place = { file: lexer.file, start: at, end: at };
  lexer.faults.push({ key: tooLong, values: { limit: wordLimit }, place });
  lexer.tokens.push({ kind: 'unknown', text: '', from: at, start: at, end: text.length, isCut: false });
  lexer.at = text.length;
  return scanToken(lexer);
}

function scanToken(lexer: Lexer): TokenKind {
  const from = lexer.at;
  skipTrivia(lexer);
  const start = lexer.at;
  lexer.isCut = false;
  const kind = scanKind(lexer);
  const text = kind === 'end' ? '' : lexer.text.slice(start, lexer.at);
  lexer.tokens.push({ kind, text, from, start, end: lexer.at, isCut: lexer.isCut });
  return kind;
}

function skipTrivia(lexer: Lexer): void {
  const { text } = lexer;
  for (;;) {
    const code = text.charCodeAt(lexer.at);
    if (isBlank(code)) lexer.at += 1;
    else if (!(code === 47 && skipComment(lexer)) && !(code === 35 && skipDirective(lexer))) return;
  }
}

function skipComment(lexer: Lexer): boolean {
  const { text, at } = lexer;
  const isLine = text.startsWith('//', at);
  if (!isLine && !text.startsWith('/*', at)) return false;
  if (isLine) skipRemark(lexer, 'line-comment', endOfLine(text, at));
  else skipRemark(lexer, 'block-comment', endOfBlockComment(lexer));
  return true;
}

function skipDirective(lexer: Lexer): boolean {
  const end = endOfDirective(lexer.text, lexer.at);
  if (end !== undefined) skipRemark(lexer, 'directive', end);
  return end !== undefined;
}

function skipRemark(lexer: Lexer, is: Remark['is'], end: number): void {
  lexer.remarks.push({ is, start: lexer.at, end });
  lexer.at = end;
}

function endOfLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
  return end;
}

function endOfBlockComment(lexer: Lexer): number {
  const { text, at } = lexer;
  const close = text.indexOf('*/', at + 2);
  if (close >= 0) return close + 2;
  lexer.isUnclosed = true;
  addLexerError(lexer, { key: 'bicep.unterminatedComment', start: at, end: at + 2 });
  return lexer.isCareful ? endOfUnclosed(text, at, text.length) : text.length;
}

const directive = /#(?:disable-next-line|disable-diagnostics|restore-diagnostics)(?![\w-])(?:[ \t]+[\w-]+)*/y;

/** Returns the end of the directive at `at`, or undefined if there is none. A directive is the first on its line. */
function endOfDirective(text: string, at: number): number | undefined {
  directive.lastIndex = at;
  if (!directive.test(text)) return undefined;
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before -= 1;
  return before < 0 || isLineEnd(text.charCodeAt(before)) ? directive.lastIndex : undefined;
}

function scanKind(lexer: Lexer): TokenKind {
  const { text } = lexer;
  if (lexer.at >= text.length) return 'end';
  const code = text.charCodeAt(lexer.at);
  if (isLineEnd(code)) return scanNewline(lexer);
  if (isNameStart(code)) return scanName(lexer);
  if (isDigit(code)) return scanNumber(lexer);
  const style = styleAt(text, lexer.at);
  if (style !== undefined) return scanCompleteOrStart(lexer, style);
  return scanMark(lexer);
}

/**
 * Scans consecutive line ends, with the white space between them. Inside a string's expression, a line end ends the
 * string.
 */
function scanNewline(lexer: Lexer): TokenKind {
  const { text } = lexer;
  if (lexer.open.length > 0) return endOpenString(lexer);
  let end = lexer.at;
  for (let next = end; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (isLineEnd(code)) end = next + 1;
    else if (!isBlank(code)) break;
  }
  lexer.at = end;
  return 'newline';
}

function endOpenString(lexer: Lexer): TokenKind {
  let last = lexer.open.pop();
  while (last === 'brace') last = lexer.open.pop();
  addLexerError(lexer, { key: 'bicep.unterminatedString', start: lexer.at, end: lexer.at });
  lexer.isCut = true;
  // A multi-line string continues on the next line. A single-line string ends.
  return last?.quotes === 3 ? scanRest(lexer, last) : 'string-end';
}

function scanName(lexer: Lexer): TokenKind {
  const { text } = lexer;
  const start = lexer.at;
  while (isNamePart(text.charCodeAt(lexer.at))) lexer.at += 1;
  const length = lexer.at - start;
  if (length !== 4 && length !== 5) return 'identifier';
  const name = text.slice(start, lexer.at);
  return name === 'true' || name === 'false' || name === 'null' ? 'constant' : 'identifier';
}

function scanNumber(lexer: Lexer): TokenKind {
  while (isDigit(lexer.text.charCodeAt(lexer.at))) lexer.at += 1;
  return 'number';
}

function scanCompleteOrStart(lexer: Lexer, style: StringStyle): TokenKind {
  lexer.at += style.quotes + style.dollars;
  const end = scanString(lexer, style);
  if (end === 'closed') return 'string';
  lexer.open.push(style);
  return 'string-start';
}

function scanRest(lexer: Lexer, style: StringStyle): TokenKind {
  const end = scanString(lexer, style);
  if (end === 'closed') return 'string-end';
  lexer.open.push(style);
  return 'string-middle';
}

function scanMark(lexer: Lexer): TokenKind {
  const { open } = lexer;
  const mark = markAt(lexer.text, lexer.at);
  if (mark === undefined) return scanUnknown(lexer);
  lexer.at += mark.length;
  if (open.length === 0) return mark;
  if (mark === '{') open.push('brace');
  if (mark !== '}') return mark;
  const inside = open.pop();
  return inside === undefined || inside === 'brace' ? mark : scanRest(lexer, inside);
}

/** Grouped by first character, so that most are found on the first try. */
const marksByStart = new Map<string, Punctuation[]>();
for (const mark of marks) {
  const start = mark.charAt(0);
  marksByStart.set(start, [...(marksByStart.get(start) ?? []), mark]);
}

function markAt(text: string, at: number): Punctuation | undefined {
  return marksByStart.get(text.charAt(at))?.find((mark) => text.startsWith(mark, at));
}

/** Scans consecutive characters that don't start any token. */
function scanUnknown(lexer: Lexer): TokenKind {
  const { text, at: start } = lexer;
  do lexer.at += 1;
  while (lexer.at < text.length && isUnknown(text, lexer.at));
  const shown = text.slice(start, Math.min(lexer.at, start + 20));
  addLexerError(lexer, { key: 'bicep.unknownCharacter', start, end: lexer.at, text: shown });
  return 'unknown';
}

function isUnknown(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isBlank(code) || isLineEnd(code) || isNamePart(code)) return false;
  // Of consecutive dollar signs, only the first is checked: the others could only start the same string.
  if (code === 36 && text[at - 1] !== '$') return false;
  return code !== 39 && !marksByStart.has(text.charAt(at));
}
