import type { StringSyntax } from '../syntax/syntax';
import type { Token } from '../tokens/token';
import { codePointOf, styleAt } from '../tokens/strings';
import type { StringStyle } from '../tokens/lexer';

/** Returns the text of a string's token without quotes and escapes, or undefined if the string isn't terminated. */
export function stringTokenText(string: StringSyntax, token: Token): string | undefined {
  if (token.isCut) return undefined;
  const [first] = string.pieces;
  const style = first !== undefined && 'kind' in first ? styleAt(first.text, 0) : undefined;
  if (style === undefined) return undefined;
  const isFirst = token === first;
  const written = token.text.slice(
    openingOf(token, style, isFirst),
    token.text.length - closingOf(token, style),
  );
  if (style.quotes === 1) return unescape(written);
  return isFirst ? written.replace(/^\r?\n/, '') : written;
}

/** Returns the text of a string without expressions, or undefined for other strings. */
export function plainStringText(string: StringSyntax): string | undefined {
  const [only] = string.pieces;
  return only !== undefined && 'kind' in only && only.kind === 'string'
    ? stringTokenText(string, only)
    : undefined;
}

function openingOf(token: Token, style: StringStyle, isFirst: boolean): number {
  if (isFirst) return style.dollars + style.quotes;
  // After an expression without its closing brace, the text starts with the line end.
  return token.text.startsWith('}') ? 1 : 0;
}

function closingOf({ kind }: Token, { quotes, dollars }: StringStyle): number {
  if (kind === 'string' || kind === 'string-end') return quotes;
  return quotes === 1 ? 2 : dollars + 1;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescape(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replaceAll(/\\(?:u\{[0-9a-fA-F]+\}|.)/gs, (escape) => {
    if (!escape.startsWith('\\u')) return escapes[escape.charAt(1)] ?? escape.slice(1);
    const point = escape.length > 2 ? codePointOf(escape) : Number.NaN;
    return point <= 0x10ffff ? String.fromCodePoint(point) : escape;
  });
}
