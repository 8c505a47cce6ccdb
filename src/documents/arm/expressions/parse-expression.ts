import type { SourceRange } from '../../source/source-range';
import type { Expression } from '../../template/expression';

/** A token of an expression in an ARM template. Offsets are in the decoded text of the JSON string. */
interface ExpressionToken {
  readonly is: 'name' | 'text' | 'number' | 'sign' | 'end' | 'stray';
  /** For a text: without its quotes, with `''` unescaped. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const patterns: readonly (readonly [ExpressionToken['is'], RegExp])[] = [
  ['name', /[A-Za-z_$][\w$]*/y],
  ['text', /'(?:[^']|'')*'/y],
  ['number', /[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['sign', /[()[\],.]/y],
];
const space = /\s*/y;

/** Splits the text between the outer brackets into tokens, with an `end` token last. */
function tokenizeExpression(text: string): readonly ExpressionToken[] {
  const tokens: ExpressionToken[] = [];
  const to = text.length - 1;
  let at = 1;
  for (;;) {
    space.lastIndex = at;
    space.test(text);
    at = Math.min(Math.max(space.lastIndex, at), to);
    const token = at >= to ? ({ is: 'end', value: '', start: to, end: to } as const) : tokenAt(text, at, to);
    tokens.push(token);
    if (token.is === 'end') return tokens;
    at = token.end;
  }
}

function tokenAt(text: string, start: number, to: number): ExpressionToken {
  for (const [is, pattern] of patterns) {
    pattern.lastIndex = start;
    if (!pattern.test(text) || pattern.lastIndex > to) continue;
    const end = pattern.lastIndex;
    const value =
      is === 'text' ? text.slice(start + 1, end - 1).replaceAll("''", "'") : text.slice(start, end);
    return { is, value, start, end };
  }
  return { is: 'stray', value: text.charAt(start), start, end: start + 1 };
}

/** An expression, and the position where its syntax is invalid, or null if all of it was read. */
export interface ParsedExpression {
  readonly expression: Expression;
  readonly fault: { readonly start: number; readonly end: number } | null;
}

/** Converts offsets in the text of the JSON string to a place in the file. */
export type PlaceOf = (start: number, end: number) => SourceRange;

/** Deeper than Azure Resource Manager itself allows. See `maxDepth` of the JSON reader. */
const maxDepth = 300;

/** True if the text of a JSON string is an expression. */
export function isExpressionText(text: string): boolean {
  return text.startsWith('[') && text.endsWith(']') && !text.startsWith('[[');
}

/** Returns the literal text of a JSON string that isn't an expression: `[[…` means `[…`. */
export function literalText(text: string): string {
  return text.startsWith('[[') && text.endsWith(']') ? text.slice(1) : text;
}

/** Parses `[…]`. A part that isn't a valid expression becomes `broken`, and only that part. */
export function parseExpression(text: string, placeOf: PlaceOf): ParsedExpression {
  return new Parser(tokenizeExpression(text), placeOf).parse();
}

class Parser {
  private at = 0;
  private fault: ParsedExpression['fault'] = null;

  constructor(
    private readonly tokens: readonly ExpressionToken[],
    private readonly placeOf: PlaceOf,
  ) {}

  parse(): ParsedExpression {
    const expression = this.expression(0);
    if (this.next.is !== 'end') this.failHere();
    return { expression, fault: this.fault };
  }

  private get next(): ExpressionToken {
    return this.tokens[this.at] ?? endOf(this.tokens);
  }

  private consume(): ExpressionToken {
    const token = this.next;
    if (token.is !== 'end') this.at += 1;
    return token;
  }

  private isSign(value: string): boolean {
    return this.next.is === 'sign' && this.next.value === value;
  }

  private consumeSign(value: string): boolean {
    if (!this.isSign(value)) return false;
    this.at += 1;
    return true;
  }

  private failHere(): void {
    this.fault ??= { start: this.next.start, end: this.next.end };
  }

  private expect(value: string): void {
    if (!this.consumeSign(value)) this.failHere();
  }

  private broken(): Expression {
    this.failHere();
    return { is: 'broken', place: this.placeOf(this.next.start, this.next.end) };
  }

  private from(start: number): SourceRange {
    return this.placeOf(start, this.tokens[this.at - 1]?.end ?? start);
  }

  private expression(depth: number): Expression {
    if (depth > maxDepth) return this.broken();
    let expression = this.primary(depth);
    while (this.isSign('.') || this.isSign('[')) {
      expression = this.accessor(expression, depth);
      if (this.fault !== null) return expression;
    }
    return expression;
  }

  private primary(depth: number): Expression {
    const token = this.next;
    const place = this.placeOf(token.start, token.end);
    switch (token.is) {
      case 'text':
        this.consume();
        return { is: 'literal', value: token.value, place };
      case 'number':
        this.consume();
        return { is: 'literal', value: Number(token.value), place };
      case 'name':
        return this.call(depth);
      default:
        return this.broken();
    }
  }

  private call(depth: number): Expression {
    const { start } = this.next;
    let name = this.consume().value;
    while (this.isSign('.') && this.tokens[this.at + 1]?.is === 'name') {
      this.consume();
      name += `.${this.consume().value}`;
    }
    if (!this.consumeSign('(')) return this.broken();
    const given: Expression[] = [];
    while (!this.isSign(')') && this.next.is !== 'end' && this.fault === null) {
      given.push(this.expression(depth + 1));
      if (this.isSign(')')) break;
      this.expect(',');
      // `concat('a', )`: an argument is missing.
      if (this.isSign(')')) this.failHere();
    }
    this.expect(')');
    return asWritten(name, given, this.from(start));
  }

  private accessor(of: Expression, depth: number): Expression {
    if (this.consumeSign('[')) {
      const index = this.expression(depth + 1);
      this.expect(']');
      return { is: 'item', of, index, safe: false, fromEnd: false, place: this.upTo(of) };
    }
    this.expect('.');
    if (this.next.is !== 'name') return this.broken();
    const name = this.consume().value;
    return { is: 'property', of, name, safe: false, place: this.upTo(of) };
  }

  private upTo(of: Expression): SourceRange {
    return { ...of.place, end: this.from(0).end };
  }
}

function endOf(tokens: readonly ExpressionToken[]): ExpressionToken {
  return tokens.at(-1) ?? { is: 'end', value: '', start: 0, end: 0 };
}

/** Converts `lambda` and `lambdaVariables` to what Bicep writes as `x => …` and `x`. All other functions are calls. */
function asWritten(name: string, given: readonly Expression[], place: SourceRange): Expression {
  const texts = given.map((one) => (one.is === 'literal' && typeof one.value === 'string' ? one.value : ''));
  if (name.toLowerCase() === 'lambdavariables') return { is: 'name', name: texts[0] ?? '', place };
  const body = given.at(-1);
  if (name.toLowerCase() === 'lambda' && body !== undefined) {
    return { is: 'lambda', parameters: texts.slice(0, -1), body, place };
  }
  return { is: 'call', name, of: null, arguments: given, place };
}
