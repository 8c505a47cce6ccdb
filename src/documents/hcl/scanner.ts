import type { ReasonValues } from '../../core/reason';
import { directiveText } from '../source/directive-text';
import type { SourceRange } from '../source/source-range';
import type { DirectiveComment, SyntaxFault } from '../template/template';

/** The parser's position in a text, with the errors found so far. */
export interface HclScanner {
  readonly text: string;
  readonly file: string;
  /** Offset in the file at which the text begins. */
  readonly offset: number;
  readonly faults: SyntaxFault[];
  readonly directives: DirectiveComment[];
  at: number;
  /** False inside brackets, where line ends count as white space. */
  endsAtLine: boolean;
  depth: number;
  /** True in the second pass over a text with faults. Then a line that looks like the start of a block is one. */
  isCareful: boolean;
}

/** A syntax error. The parser always catches it. */
export class HclSyntaxError extends Error {
  constructor(
    readonly key: string,
    readonly part: { readonly start: number; readonly end: number },
    readonly values: ReasonValues = {},
  ) {
    super(key);
  }
}

/** Maximum nesting of expressions and blocks. Hand-written files have fewer than 20 levels. */
const mostDepth = 150;

export function newScanner(text: string, file: string, isCareful = false): HclScanner {
  return {
    text,
    file,
    offset: 0,
    faults: [],
    directives: [],
    at: text.startsWith('\uFEFF') ? 1 : 0,
    endsAtLine: true,
    depth: 0,
    isCareful,
  };
}

/** Returns the place of a part of the text in the file. */
export function placeFrom(scanner: HclScanner, start: number, end = scanner.at): SourceRange {
  return { file: scanner.file, start: scanner.offset + start, end: scanner.offset + end };
}

/** Throws an error that something else was expected at this position. */
export function failAt(
  scanner: HclScanner,
  key: string,
  { start = scanner.at, values = {} }: { readonly start?: number; readonly values?: ReasonValues } = {},
): never {
  throw new HclSyntaxError(key, { start, end: Math.min(start + 1, scanner.text.length) }, values);
}

/** Reads something one nesting level deeper. */
export function nestedRead<T>(scanner: HclScanner, read: () => T): T {
  if (scanner.depth >= mostDepth) failAt(scanner, 'documents.fault.tooDeep');
  scanner.depth += 1;
  try {
    return read();
  } finally {
    scanner.depth -= 1;
  }
}

/** Reads something with line ends that count, or don't count, as white space. */
export function withLines<T>(scanner: HclScanner, endsAtLine: boolean, read: () => T): T {
  const before = scanner.endsAtLine;
  scanner.endsAtLine = endsAtLine;
  try {
    return read();
  } finally {
    scanner.endsAtLine = before;
  }
}

/** Advances to the next token: skips white space, comments, and, inside brackets, line ends. */
export function skipBlanks(scanner: HclScanner): void {
  const { text } = scanner;
  for (;;) {
    const code = text.charCodeAt(scanner.at);
    if (code === 32 || code === 9 || code === 13) scanner.at += 1;
    else if (code === 10 && !scanner.endsAtLine) scanner.at += 1;
    else if (!skipComment(scanner)) return;
  }
}

/** Advances to the next token in a body or object: skips line ends too. */
export function skipLines(scanner: HclScanner): void {
  withLines(scanner, false, () => skipBlanks(scanner));
}

function skipComment(scanner: HclScanner): boolean {
  const { text, at } = scanner;
  const isBlock = text.startsWith('/*', at);
  if (!isBlock && text[at] !== '#' && !text.startsWith('//', at)) return false;
  scanner.at = isBlock ? endOfBlockComment(scanner) : endOfLine(text, at);
  remark(scanner, at);
  return true;
}

function endOfBlockComment({ text, at }: HclScanner): number {
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? text.length : close + 2;
}

/** Returns the end of the line that contains `at`, before its line break. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function remark(scanner: HclScanner, start: number): void {
  const written = scanner.text.slice(start, scanner.at).replace(/^#/, '//').trimEnd();
  const text = directiveText(written);
  if (text === undefined) return;
  const place = placeFrom(scanner, start);
  // Text that is parsed in two ways is scanned twice.
  if (scanner.directives.every((one) => one.place.start !== place.start)) {
    scanner.directives.push({ text, place });
  }
}

/** Returns the next character after white space, or an empty text at the end. */
export function peekCharacter(scanner: HclScanner): string {
  skipBlanks(scanner);
  return scanner.text.charAt(scanner.at);
}

/** Consumes `mark` if it's next. */
export function consumeMark(scanner: HclScanner, mark: string): boolean {
  skipBlanks(scanner);
  if (!scanner.text.startsWith(mark, scanner.at)) return false;
  scanner.at += mark.length;
  return true;
}

/** Consumes `mark`, which must be next. */
export function requireMark(scanner: HclScanner, mark: string): void {
  if (!consumeMark(scanner, mark)) failAt(scanner, 'hcl.expected', { values: { mark } });
}

const nameStart = /[\p{ID_Start}_]/uy;
const namePart = /[\p{ID_Continue}-]*/uy;

/** Consumes the next name, without skipping white space, or returns undefined if there is none. */
export function consumeName(scanner: HclScanner): string | undefined {
  const { text, at } = scanner;
  nameStart.lastIndex = at;
  if (!nameStart.test(text)) return undefined;
  namePart.lastIndex = nameStart.lastIndex;
  namePart.test(text);
  scanner.at = namePart.lastIndex;
  return text.slice(at, scanner.at);
}

/** Consumes the word `keyword` if it's next. */
export function consumeHclKeyword(scanner: HclScanner, keyword: string): boolean {
  skipBlanks(scanner);
  const { at } = scanner;
  if (consumeName(scanner) === keyword) return true;
  scanner.at = at;
  return false;
}

/** Consumes a name, which must be next. */
export function requireName(scanner: HclScanner): string {
  skipBlanks(scanner);
  return consumeName(scanner) ?? failAt(scanner, 'hcl.expectedName');
}
