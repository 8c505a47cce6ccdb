import type {
  ArgumentsSyntax,
  ArrayEntrySyntax,
  ArraySyntax,
  BodySyntax,
  BrokenSyntax,
  CallSyntax,
  ExpressionSyntax,
  ForSyntax,
  IfSyntax,
  ItemSyntax,
  LambdaSyntax,
  LiteralSyntax,
  MemberSyntax,
  NameSyntax,
  ObjectEntrySyntax,
  ObjectSyntax,
  OrphanSyntax,
  ParenthesesSyntax,
  ResourceSyntax,
  SpreadSyntax,
  StringSyntax,
} from '../syntax/syntax';
import type { Token } from '../tokens/token';
import { consumeLinesBeforeValue } from './declaration-start';
import { isAwaited, missingSyntax, readFlat, readSkippedTokens, unfinished } from './skipped-tokens';
import { readList } from './lists';
import { binaryReader, readChoice } from './operators';
import { isClosing } from './pair-brackets';
import {
  addSyntaxError,
  chain,
  type ChainParts,
  deeper,
  expect,
  expectKeyword,
  isAtLineStart,
  isNext,
  isKeyword,
  peek,
  peekPastLines,
  type Reader,
  spanFrom,
  consume,
  consumeIf,
  consumeLines,
} from './reader';

/** Reads a resource inside another resource's body, or returns undefined if the next tokens aren't a resource. */
export type ReadNested = (reader: Reader) => ResourceSyntax | OrphanSyntax | undefined;

/** Reads any expression. If there is none, adds a fault and returns an empty broken node. */
export function readExpression(reader: Reader): ExpressionSyntax {
  return deeper(reader, (at) => readChoice(at, readWithoutChoice, readExpression), readFlat);
}

/** Reads a name with calls and properties, as in a decorator, without operators. */
export function readReferenceOrCall(reader: Reader): ExpressionSyntax {
  return deeper(reader, readChain, readFlat);
}

const readWithoutChoice = binaryReader(readChain);

/** Reads a value and its postfix operators: `.name`, `[0]`, `::name`, `!`, and calls. */
function readChain(reader: Reader): ExpressionSyntax {
  return chain(reader, postfix);
}

const postfix: ChainParts<ExpressionSyntax> = { first: readPrimary, link: readLink, otherwise: unfinished };

function readLink(reader: Reader, of: ExpressionSyntax): ExpressionSyntax | undefined {
  switch (peek(reader).kind) {
    case '.':
      return readMemberOf(reader, of);
    case '[':
      return readItem(reader, of);
    case '::': {
      const colons = consume(reader);
      const name = expect(reader, 'identifier');
      return { is: 'inner', of, colons, name, ...spanFrom(reader, of.start) };
    }
    case '!': {
      const mark = consume(reader);
      return { is: 'not-null', of, mark, ...spanFrom(reader, of.start) };
    }
    default:
      return undefined;
  }
}

function readMemberOf(reader: Reader, of: ExpressionSyntax): ExpressionSyntax {
  const dot = consume(reader);
  const safe = consumeIf(reader, '?');
  const name = expect(reader, 'identifier');
  if (name === null || safe !== null || !isNext(reader, '(')) {
    return { is: 'property', of, dot, safe, name, ...spanFrom(reader, of.start) };
  }
  return { is: 'call', of, dot, name, arguments: readArguments(reader), ...spanFrom(reader, of.start) };
}

function readItem(reader: Reader, of: ExpressionSyntax): ItemSyntax {
  const open = consume(reader);
  const safe = consumeIf(reader, '?');
  const fromEnd = consumeIf(reader, '^');
  let index: ExpressionSyntax | null = null;
  if (isNext(reader, ']')) addSyntaxError(reader, 'bicep.expectedExpression');
  else index = awaiting(reader, ']', readExpression);
  const close = expect(reader, ']');
  return { is: 'item', of, open, safe, fromEnd, index, close, ...spanFrom(reader, of.start) };
}

/** Reads a bracketed construct that isn't a list. An error inside ends at its closing bracket. */
function awaiting<T>(reader: Reader, kind: Token['kind'], read: (reader: Reader) => T): T {
  reader.awaited.set(kind, (reader.awaited.get(kind) ?? 0) + 1);
  const result = read(reader);
  reader.awaited.set(kind, (reader.awaited.get(kind) ?? 0) - 1);
  return result;
}

function readPrimary(reader: Reader): ExpressionSyntax {
  const { kind } = peek(reader);
  switch (kind) {
    case 'number':
    case 'constant':
      return readLiteral(reader);
    case 'string':
    case 'string-start':
      return readString(reader);
    case '{':
    case '[':
      return readLiteralList(reader);
    case '(':
      return readParenthesesOrLambda(reader);
    case 'identifier':
      return readNamed(reader);
    default:
      addSyntaxError(reader, 'bicep.expectedExpression');
      return missingSyntax(reader);
  }
}

function readLiteral(reader: Reader): LiteralSyntax {
  const { kind, text, start, end } = peek(reader);
  if (kind === 'number' && isTooLarge(text)) addSyntaxError(reader, 'bicep.numberTooLarge');
  return { is: 'literal', token: consume(reader), start, end };
}

/** Returns whether a number, whose sign comes before it, is out of the range of a signed 64-bit integer. */
function isTooLarge(digits: string): boolean {
  return digits.length > 19 || (digits.length === 19 && BigInt(digits) > 2n ** 63n);
}

/** Reads a string. The caller has checked that one starts at the next token. */
export function readString(reader: Reader): StringSyntax {
  const { start, kind } = peek(reader);
  const pieces: (Token | ExpressionSyntax)[] = [consume(reader)];
  if (kind === 'string-start') awaiting(reader, 'string-end', () => readHoles(reader, pieces));
  return { is: 'string', pieces, ...spanFrom(reader, start) };
}

function readHoles(reader: Reader, pieces: (Token | ExpressionSyntax)[]): void {
  for (;;) {
    pieces.push(awaiting(reader, 'string-middle', (at) => expressionWithin(at, true)));
    const { kind } = peek(reader);
    if (kind !== 'string-middle' && kind !== 'string-end') {
      addSyntaxError(reader, 'bicep.unexpected', peek(reader).text);
      pieces.push(awaiting(reader, 'string-middle', (at) => readSkippedTokens(at, { upToComma: false })));
    }
    const next = peek(reader).kind;
    if (next !== 'string-middle' && next !== 'string-end') return;
    pieces.push(consume(reader));
    if (next === 'string-end') return;
  }
}

/** Reads an expression with `isInString` set to a value, and restores the previous value afterward. */
function expressionWithin(reader: Reader, isInString: boolean): ExpressionSyntax {
  const before = reader.isInString;
  reader.isInString = isInString;
  const result = readExpression(reader);
  reader.isInString = before;
  return result;
}

function readNamed(reader: Reader): ExpressionSyntax {
  const name = readName(reader);
  if (isNext(reader, '(')) return readCall(reader, name.token);
  return isNext(reader, '=>') ? readLambda(reader, name) : name;
}

/** Reads a name. The caller has checked that the next token is a name. */
export function readName(reader: Reader): NameSyntax {
  const token = consume(reader);
  return { is: 'name', token, start: token.start, end: token.end };
}

function readCall(reader: Reader, name: Token): CallSyntax {
  const given = readArguments(reader);
  return { is: 'call', of: null, dot: null, name, arguments: given, ...spanFrom(reader, name.start) };
}

function readArguments(reader: Reader): ArgumentsSyntax {
  const list = readList<ExpressionSyntax>(reader, {
    close: ')',
    entry: readExpression,
    separator: 'arguments',
  });
  return { is: 'arguments', ...list };
}

function readParenthesesOrLambda(reader: Reader): ExpressionSyntax {
  const list = readList<ExpressionSyntax>(reader, { close: ')', entry: readExpression, separator: 'commas' });
  const parentheses: ParenthesesSyntax = { is: 'parentheses', ...list };
  if (isNext(reader, '=>')) return readLambda(reader, parentheses);
  if (list.close !== null) expectOne(reader, parentheses);
  return parentheses;
}

/** Checks that parentheses without parameters contain one expression, on one line. */
function expectOne(reader: Reader, { entries, start, end }: ParenthesesSyntax): void {
  if (entries.length === 1) return;
  const { file } = reader;
  reader.faults.push({ key: 'bicep.oneExpression', values: {}, place: { file, start, end } });
}

function readLambda(reader: Reader, parameters: NameSyntax | ParenthesesSyntax): LambdaSyntax {
  const arrow = consume(reader);
  const before = consumeLinesBeforeValue(reader);
  const body = expressionWithin(reader, false);
  return { is: 'lambda', parameters, arrow, before, body, ...spanFrom(reader, parameters.start) };
}

function readLiteralList(reader: Reader): ObjectSyntax | ArraySyntax | ForSyntax {
  if (reader.isInString) addSyntaxError(reader, 'bicep.listInString');
  if (isNext(reader, '{')) return readObject(reader);
  return startsLoop(reader) ? readFor(reader, readExpression) : readArray(reader);
}

function readArray(reader: Reader): ArraySyntax {
  const list = readList<ArrayEntrySyntax>(reader, {
    close: ']',
    entry: (at) => (isNext(at, '...') ? readSpread(at) : readExpression(at)),
    separator: 'lines',
  });
  return { is: 'array', ...list };
}

function readSpread(reader: Reader): SpreadSyntax {
  const dots = consume(reader);
  const of = readExpression(reader);
  return { is: 'spread', dots, of, ...spanFrom(reader, dots.start) };
}

/** Reads an object. `nested` reads the resources that it can contain. */
function readObject(reader: Reader, nested?: ReadNested): ObjectSyntax {
  const list = readList<ObjectEntrySyntax>(reader, {
    close: '}',
    entry: (at) => nested?.(at) ?? (isNext(at, '...') ? readSpread(at) : readMember(at)),
    separator: 'lines',
  });
  return { is: 'object', ...list };
}

function readMember(reader: Reader): MemberSyntax | BrokenSyntax {
  const key = readKey(reader);
  if (key === undefined) {
    addSyntaxError(reader, 'bicep.expectedKey');
    return readSkippedTokens(reader, { upToComma: true });
  }
  const colon = expect(reader, ':');
  const value = colon === null ? null : readExpression(reader);
  return { is: 'member', key, colon, value, ...spanFrom(reader, key.start) };
}

/** Reads the name before a colon, or returns undefined if there is none. */
export function readKey(reader: Reader): NameSyntax | StringSyntax | undefined {
  const { kind } = peek(reader);
  if (kind === 'identifier') return readName(reader);
  return kind === 'string' || kind === 'string-start' ? readString(reader) : undefined;
}

function startsLoop(reader: Reader): boolean {
  return isKeyword(peekPastLines(reader, 1), 'for');
}

/** Reads the body of a resource, module, or test: an object, `if (…) {…}`, or a loop over one of them. */
export function readBody(reader: Reader, nested?: ReadNested): BodySyntax {
  if (isNext(reader, '[') && startsLoop(reader)) {
    return deeper(reader, (at) => readFor(at, (body) => readLoopBody(body, nested)), readFlat);
  }
  return readLoopBody(reader, nested);
}

function readLoopBody(reader: Reader, nested: ReadNested | undefined): BodySyntax {
  if (isNext(reader, '{')) return deeper(reader, (at) => readObject(at, nested), readFlat);
  if (isKeyword(peek(reader), 'if')) return readIf(reader, nested);
  addSyntaxError(reader, 'bicep.expectedBody');
  return readSkippedTokens(reader, { upToComma: false });
}

function readIf(reader: Reader, nested: ReadNested | undefined): IfSyntax {
  const keyword = consume(reader);
  const condition = readCondition(reader);
  let body: ExpressionSyntax | null = null;
  if (isNext(reader, '{')) body = deeper(reader, (at) => readObject(at, nested), readFlat);
  else addSyntaxError(reader, 'bicep.expectedBody');
  return { is: 'if', keyword, condition, body, ...spanFrom(reader, keyword.start) };
}

function readCondition(reader: Reader): ParenthesesSyntax | null {
  if (!isNext(reader, '(')) {
    addSyntaxError(reader, 'bicep.expectedText', '(');
    return null;
  }
  const list = readList<ExpressionSyntax>(reader, { close: ')', entry: readExpression, separator: 'commas' });
  const condition: ParenthesesSyntax = { is: 'parentheses', ...list };
  if (list.close !== null) expectOne(reader, condition);
  return condition;
}

function readFor(reader: Reader, body: (reader: Reader) => BodySyntax): ForSyntax {
  const wasLoose = reader.isLoose;
  reader.isLoose = wasLoose || !reader.pairs.has(reader.index);
  const open = consume(reader);
  const loop = awaiting(reader, ']', () => {
    const before = consumeLines(reader);
    const keyword = consume(reader);
    const variables = readVariables(reader);
    const within = variables === null ? null : expectKeyword(reader, 'in');
    const over = within === null ? null : readExpression(reader);
    const colon = over === null ? null : expect(reader, ':');
    const each = colon === null ? null : body(reader);
    return { before, keyword, variables, in: within, over, colon, body: each, after: readAfterBody(reader) };
  });
  reader.isLoose = wasLoose;
  const close = expect(reader, ']');
  return { is: 'for', open, ...loop, close, ...spanFrom(reader, open.start) };
}

/**
 * Reads the tokens from a loop's body (or from its error) to its closing bracket. Empty if the bracket doesn't follow.
 */
function readAfterBody(reader: Reader): (Token | BrokenSyntax)[] {
  const after: (Token | BrokenSyntax)[] = [];
  const { kind } = peek(reader);
  if (kind !== 'newline' && kind !== ']' && kind !== 'end' && !(isClosing(kind) && isAwaited(reader))) {
    addSyntaxError(reader, 'bicep.expectedText', ']');
    after.push(readSkippedTokens(reader, { upToComma: false }));
  }
  if (peekPastLines(reader).kind === ']') after.push(...consumeLines(reader));
  return after;
}

function readVariables(reader: Reader): NameSyntax | ParenthesesSyntax | null {
  if (isNext(reader, 'identifier') && !isAtLineStart(reader)) return readName(reader);
  if (!isNext(reader, '(')) {
    addSyntaxError(reader, 'bicep.expectedName');
    return null;
  }
  const list = readList<ExpressionSyntax>(reader, { close: ')', entry: readExpression, separator: 'commas' });
  return { is: 'parentheses', ...list };
}
