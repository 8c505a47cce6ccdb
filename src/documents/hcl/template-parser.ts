import type { SourceRange } from '../source/source-range';
import type { HclExpression, TemplatePart } from './hcl-syntax';
import {
  nestedRead,
  endOfLine,
  failAt,
  HclSyntaxError,
  placeFrom,
  consumeName,
  type HclScanner,
} from './scanner';
import {
  templateTokens,
  type InsideTemplate,
  type TemplateStyle,
  type TemplateToken,
} from './template-tokens';

/** Reads `"…"`. The opening quotation mark is next. */
export function quotedTemplate(scanner: HclScanner, inside: InsideTemplate): HclExpression {
  const start = scanner.at;
  scanner.at += 1;
  return template(scanner, { style: { is: 'quoted' }, start, inside });
}

/** Reads `<<NAME` or `<<-NAME`. Its first character is next. */
export function heredoc(scanner: HclScanner, inside: InsideTemplate): HclExpression {
  const { text, at: start } = scanner;
  scanner.at += 2;
  const isIndented = text[scanner.at] === '-';
  if (isIndented) scanner.at += 1;
  const marker = consumeName(scanner);
  const end = endOfLine(text, scanner.at);
  if (marker === undefined || text.slice(scanner.at, end).trim() !== '') failAt(scanner, 'hcl.expectedName');
  scanner.at = Math.min(end + 1, text.length);
  try {
    return template(scanner, { style: { is: 'heredoc', marker, isIndented }, start, inside });
  } catch (error) {
    if (!(error instanceof HclSyntaxError) || error.key !== 'hcl.unclosedHeredoc') throw error;
    // The error is reported at the heredoc's start, not at the end of the file.
    throw new HclSyntaxError(error.key, { start, end }, error.values);
  }
}

/** Reads a whole text as a template, such as a file that `templatefile` reads. */
export function parseWholeTemplate(scanner: HclScanner, inside: InsideTemplate): HclExpression {
  return template(scanner, { style: { is: 'whole' }, start: scanner.at, inside });
}

interface Written {
  readonly style: TemplateStyle;
  readonly start: number;
  readonly inside: InsideTemplate;
}

function template(scanner: HclScanner, { style, start, inside }: Written): HclExpression {
  const tokens = templateTokens(scanner, style, inside);
  const place = placeFrom(scanner, start);
  const builder = { scanner, tokens, index: 0 };
  const parts = partsUpTo(builder, []);
  if (parts.length === 0) return { is: 'literal', value: '', place };
  const [only] = parts;
  if (only && parts.length === 1 && only.is === 'text') return { is: 'literal', value: only.value, place };
  if (only && parts.length === 1 && only.is === 'insert') return { is: 'wrapped', of: only.value, place };
  return { is: 'template', parts, place };
}

interface Builder {
  readonly scanner: HclScanner;
  readonly tokens: readonly TemplateToken[];
  index: number;
}

type Directive = Exclude<TemplateToken['is'], 'text' | 'insert'>;

/** Returns the parts up to one of the directives `ends`, which isn't consumed. Without `ends`, it returns all parts. */
function partsUpTo(builder: Builder, ends: readonly Directive[]): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (;;) {
    const token = builder.tokens[builder.index];
    if (token === undefined) {
      if (ends.length > 0) fail(builder, builder.tokens.at(-1));
      return parts;
    }
    if (ends.some((end) => end === token.is)) return parts;
    builder.index += 1;
    const last = parts.at(-1);
    if (token.is === 'text' && last?.is === 'text') parts[parts.length - 1] = joined(last, token);
    else parts.push(part(builder, token));
  }
}

interface TextPart {
  readonly is: 'text';
  readonly value: string;
  readonly place: SourceRange;
}

function joined(left: TextPart, right: TextPart): TextPart {
  const place = { ...left.place, end: right.place.end };
  return { is: 'text', value: left.value + right.value, place };
}

function part(builder: Builder, token: TemplateToken): TemplatePart {
  const { place } = token;
  switch (token.is) {
    case 'text':
      return { is: 'text', value: token.value, place };
    case 'insert':
      return { is: 'insert', value: token.value, place };
    case 'if':
      return nestedRead(builder.scanner, () => branches(builder, token.condition, place));
    case 'for': {
      const body = nestedRead(builder.scanner, () => partsUpTo(builder, ['endfor']));
      builder.index += 1;
      return { is: 'template-for', variables: token.variables, over: token.over, body, place };
    }
    case 'else':
    case 'endif':
    case 'endfor':
      return fail(builder, token);
  }
}

function branches(builder: Builder, condition: HclExpression, place: SourceRange): TemplatePart {
  const then = partsUpTo(builder, ['else', 'endif']);
  const hasElse = builder.tokens[builder.index]?.is === 'else';
  builder.index += 1;
  const otherwise = hasElse ? partsUpTo(builder, ['endif']) : [];
  if (hasElse) builder.index += 1;
  return { is: 'template-if', condition, then, otherwise, place };
}

function fail({ scanner }: Builder, token: TemplateToken | undefined): never {
  const start = (token?.place.start ?? scanner.offset) - scanner.offset;
  return failAt(scanner, 'hcl.directive', { start });
}
