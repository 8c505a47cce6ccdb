import { isLineEnd } from './characters';
import { addLexerError, type Lexer, type StringStyle } from './lexer';
import { endOfUnclosed } from './unclosed';

/** Returns the style of the string that begins at `at`, or undefined if none begins there. */
export function styleAt(text: string, at: number): StringStyle | undefined {
  let quote = at;
  while (text[quote] === '$') quote += 1;
  const dollars = quote - at;
  if (text.startsWith("'''", quote)) return { quotes: 3, dollars };
  return dollars === 0 && text[quote] === "'" ? { quotes: 1, dollars: 0 } : undefined;
}

/** Continues after a string's quotes or an expression's brace, up to the string's end or the next `${`. */
export function scanString(lexer: Lexer, style: StringStyle): 'closed' | 'hole' {
  return style.quotes === 1 ? scanLine(lexer) : scanLines(lexer, style.dollars);
}

function scanLine(lexer: Lexer): 'closed' | 'hole' {
  const { text } = lexer;
  for (;;) {
    const code = text.charCodeAt(lexer.at);
    if (Number.isNaN(code) || isLineEnd(code)) {
      addLexerError(lexer, { key: 'bicep.unterminatedString', start: lexer.at, end: lexer.at });
      lexer.isCut = true;
      return 'closed';
    }
    if (code === 92) {
      scanEscape(lexer);
      continue;
    }
    lexer.at += 1;
    if (code === 39) return 'closed';
    if (code === 36 && text.charCodeAt(lexer.at) === 123) {
      lexer.at += 1;
      return 'hole';
    }
  }
}

const escape = /\\(?:[nrt\\'$]|u\{[0-9a-fA-F]+\})/y;

function scanEscape(lexer: Lexer): void {
  escape.lastIndex = lexer.at;
  const found = escape.exec(lexer.text)?.[0];
  const isKnown = found !== undefined && (!found.startsWith('\\u') || codePointOf(found) <= 0x10ffff);
  const end = lexer.at + (found?.length ?? 2);
  if (!isKnown) {
    const text = lexer.text.slice(lexer.at, Math.min(end, lexer.text.length));
    // A backslash before a line end is an unterminated string, which has its own fault.
    if (/^\\[^\r\n]/.test(text)) {
      addLexerError(lexer, { key: 'bicep.unknownEscape', start: lexer.at, end, text });
    }
  }
  const isAtLineEnd = found === undefined && isLineEnd(lexer.text.charCodeAt(lexer.at + 1));
  lexer.at = Math.min(isAtLineEnd ? lexer.at + 1 : end, lexer.text.length);
}

/** Returns the number in `\u{1F600}`. */
export function codePointOf(escaped: string): number {
  return Number.parseInt(escaped.slice(3, -1), 16);
}

function scanLines(lexer: Lexer, dollars: number): 'closed' | 'hole' {
  const { text } = lexer;
  const stop = nextStop(text, lexer.at, dollars);
  const limit = lexer.isCareful ? endOfUnclosed(text, lexer.at, stop.start) : stop.start;
  if (stop.is === 'end' || limit < stop.start) {
    lexer.isUnclosed = true;
    lexer.isCut = true;
    addLexerError(lexer, { key: 'bicep.unterminatedText', start: lexer.at, end: lexer.at });
    lexer.at = limit;
    return 'closed';
  }
  lexer.at = stop.end;
  return stop.is;
}

interface Stop {
  readonly is: 'closed' | 'hole' | 'end';
  readonly start: number;
  readonly end: number;
}

/** Finds the next stop: three quotes, `${` with the string's dollar signs before it, or the end of the text. */
function nextStop(text: string, from: number, dollars: number): Stop {
  const opening = `${'$'.repeat(dollars)}{`;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 39 && text.startsWith("'''", at)) {
      return { is: 'closed', start: at, end: endOfQuotes(text, at) };
    }
    if (dollars > 0 && code === 36 && text.startsWith(opening, at)) {
      return { is: 'hole', start: at, end: at + opening.length };
    }
  }
  return { is: 'end', start: text.length, end: text.length };
}

/**
 * Returns the end of the closing quotes. Of more than three quotes in a row, the last three close the string, and the
 * others are text.
 */
function endOfQuotes(text: string, start: number): number {
  let end = start;
  while (text[end] === "'") end += 1;
  return end;
}
