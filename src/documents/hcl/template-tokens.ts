import type { SourceRange } from '../source/source-range';
import type { ForVariables, HclExpression } from './hcl-syntax';
import {
  failAt,
  placeFrom,
  requireMark,
  consumeHclKeyword,
  consumeMark,
  withLines,
  type HclScanner,
} from './scanner';

/** The form of a template: in quotation marks, a heredoc up to its marker, or a whole text. */
export type TemplateStyle =
  | { readonly is: 'quoted' }
  | { readonly is: 'heredoc'; readonly marker: string; readonly isIndented: boolean }
  | { readonly is: 'whole' };

interface Text {
  readonly is: 'text';
  readonly value: string;
  readonly place: SourceRange;
}

/** A `~` before or after an interpolation removes the white space of the text next to it. */
interface Trimming {
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
  readonly place: SourceRange;
}

type Sequence =
  | { readonly is: 'insert'; readonly value: HclExpression }
  | { readonly is: 'if'; readonly condition: HclExpression }
  | { readonly is: 'for'; readonly variables: ForVariables; readonly over: HclExpression }
  | { readonly is: 'else' | 'endif' | 'endfor' };

export type TemplateToken = Text | (Sequence & Trimming);

/** Parsers for the content of `${…}` and `%{…}`. */
export interface InsideTemplate {
  expression(scanner: HclScanner): HclExpression;
  variables(scanner: HclScanner): ForVariables;
}

/** Reads the texts and sequences of a template, after its start, up to and including its end. */
export function templateTokens(
  scanner: HclScanner,
  style: TemplateStyle,
  inside: InsideTemplate,
): readonly TemplateToken[] {
  const tokens: TemplateToken[] = [];
  while (!consumeEnd(scanner, style)) {
    const mark = scanner.text.slice(scanner.at, scanner.at + 2);
    if (mark === '${' || mark === '%{') tokens.push(sequence(scanner, mark, inside));
    else tokens.push(textToken(scanner, style));
  }
  const trimmed = tokens.map((token, index) => trimmedToken(token, tokens[index - 1], tokens[index + 1]));
  return style.is === 'heredoc' && style.isIndented ? withoutIndent(trimmed) : trimmed;
}

function consumeEnd(scanner: HclScanner, style: TemplateStyle): boolean {
  const { text, at } = scanner;
  if (style.is === 'whole') return at >= text.length;
  if (style.is === 'heredoc') return consumeMarker(scanner, style.marker);
  if (text[at] === '"') {
    scanner.at += 1;
    return true;
  }
  if (at >= text.length || text[at] === '\n') failAt(scanner, 'hcl.unclosedString');
  return false;
}

function consumeMarker(scanner: HclScanner, marker: string): boolean {
  const { text, at } = scanner;
  if (at >= text.length) failAt(scanner, 'hcl.unclosedHeredoc', { values: { marker } });
  if (text[at - 1] !== '\n') return false;
  const line = text.slice(at, Math.min(lineEnd(text, at), at + marker.length + 500));
  if (line.trim() !== marker) return false;
  scanner.at = at + line.trimEnd().length;
  return true;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function textToken(scanner: HclScanner, style: TemplateStyle): Text {
  const { text, at: start } = scanner;
  const parts: string[] = [];
  let from = start;
  const put = (part: string, length: number): void => {
    parts.push(text.slice(from, scanner.at), part);
    scanner.at += length;
    from = scanner.at;
  };
  while (scanner.at < text.length) {
    const character = text.charAt(scanner.at);
    if (endsText(scanner, character, style)) break;
    if (isEscapedMark(text, scanner.at)) put(`${character}{`, 3);
    else if (character === '\\' && style.is === 'quoted') put(...escapeAt(scanner));
    else scanner.at += 1;
    if (character === '\n') break;
  }
  parts.push(text.slice(from, scanner.at));
  return { is: 'text', value: parts.join(''), place: placeFrom(scanner, start) };
}

/** Returns whether there is `$${` or `%%{`, which mean `${` and `%{` as text. */
function isEscapedMark(text: string, at: number): boolean {
  return text.startsWith('$${', at) || text.startsWith('%%{', at);
}

function endsText({ text, at }: HclScanner, character: string, style: TemplateStyle): boolean {
  if (character === '$' || character === '%') return text[at + 1] === '{';
  return style.is === 'quoted' && (character === '"' || character === '\n');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

function escapeAt(scanner: HclScanner): [text: string, length: number] {
  const { text, at } = scanner;
  const letter = text.charAt(at + 1);
  const plain = escapes[letter];
  if (plain !== undefined) return [plain, 2];
  const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const hex = text.slice(at + 2, at + 2 + digits);
  const code = /^[0-9A-Fa-f]+$/.test(hex) && hex.length === digits ? parseInt(hex, 16) : Infinity;
  if (digits === 0 || code > 0x10ffff) failAt(scanner, 'hcl.escape', { values: { escape: `\\${letter}` } });
  return [String.fromCodePoint(code), 2 + digits];
}

function sequence(scanner: HclScanner, mark: '${' | '%{', inside: InsideTemplate): TemplateToken {
  const start = scanner.at;
  scanner.at += 2;
  const trimsBefore = scanner.text[scanner.at] === '~';
  if (trimsBefore) scanner.at += 1;
  const read = mark === '${' ? insertion : directive;
  const found = withLines(scanner, false, () => {
    const one = read(scanner, inside);
    const trimsAfter = consumeMark(scanner, '~');
    requireMark(scanner, '}');
    return { ...one, trimsAfter };
  });
  return { ...found, trimsBefore, place: placeFrom(scanner, start) };
}

function insertion(scanner: HclScanner, { expression }: InsideTemplate): Sequence {
  return { is: 'insert', value: expression(scanner) };
}

function directive(scanner: HclScanner, { expression, variables }: InsideTemplate): Sequence {
  if (consumeHclKeyword(scanner, 'if')) return { is: 'if', condition: expression(scanner) };
  if (consumeHclKeyword(scanner, 'for')) {
    const named = variables(scanner);
    return { is: 'for', variables: named, over: expression(scanner) };
  }
  for (const is of ['else', 'endif', 'endfor'] as const) {
    if (consumeHclKeyword(scanner, is)) return { is };
  }
  return failAt(scanner, 'hcl.directive');
}

function trimmedToken(
  token: TemplateToken,
  before: TemplateToken | undefined,
  after: TemplateToken | undefined,
): TemplateToken {
  if (token.is !== 'text') return token;
  let { value } = token;
  if (before && before.is !== 'text' && before.trimsAfter) value = value.trimStart();
  if (after && after.is !== 'text' && after.trimsBefore) value = value.trimEnd();
  return value === token.value ? token : { ...token, value };
}

/** For `<<-`: removes the white space that all lines start with. Blank lines don't count and are unchanged. */
function withoutIndent(tokens: readonly TemplateToken[]): readonly TemplateToken[] {
  const begins = tokens.map((_, index) => {
    const before = tokens[index - 1];
    return before === undefined || (before.is === 'text' && before.value.endsWith('\n'));
  });
  const indents = tokens.map((token, index) => (begins[index] === true ? indentOf(token) : Infinity));
  const least = indents.reduce((smallest, one) => Math.min(smallest, one), Infinity);
  return tokens.map((token, index) =>
    token.is === 'text' && indents[index] !== Infinity
      ? { ...token, value: token.value.slice(least), place: token.place }
      : token,
  );
}

function indentOf(token: TemplateToken): number {
  if (token.is !== 'text') return 0;
  const rest = token.value.trimStart();
  return rest === '' && token.value.endsWith('\n') ? Infinity : token.value.length - rest.length;
}
