import type { ForVariables, HclExpression, HclOperator, ObjectItem, SplatStep } from './hcl-syntax';
import {
  nestedRead,
  failAt,
  peekCharacter,
  placeFrom,
  requireMark,
  requireName,
  skipBlanks,
  skipLines,
  consumeHclKeyword,
  consumeMark,
  consumeName,
  withLines,
  type HclScanner,
} from './scanner';
import { heredoc, quotedTemplate } from './template-parser';
import type { InsideTemplate } from './template-tokens';

/**
 * Reads an expression.
 * @throws `HclSyntaxError`
 */
export function readHclExpression(scanner: HclScanner): HclExpression {
  return nestedRead(scanner, () => choice(scanner));
}

/** The parsers for a template's sequences. */
export const insideTemplate: InsideTemplate = { expression: readHclExpression, variables: forVariables };

function choice(scanner: HclScanner): HclExpression {
  skipBlanks(scanner);
  const start = scanner.at;
  const condition = binary(scanner, 0);
  if (!consumeMark(scanner, '?')) return condition;
  const then = readHclExpression(scanner);
  requireMark(scanner, ':');
  const otherwise = readHclExpression(scanner);
  return { is: 'choice', condition, then, otherwise, place: placeFrom(scanner, start) };
}

/** In order of precedence, lowest first. */
const operators: readonly (readonly HclOperator[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];

function binary(scanner: HclScanner, level: number): HclExpression {
  const here = operators[level];
  if (here === undefined) return term(scanner);
  skipBlanks(scanner);
  const start = scanner.at;
  let left = binary(scanner, level + 1);
  for (;;) {
    const operator = here.find((mark) => consumeMark(scanner, mark));
    if (operator === undefined) return left;
    const right = binary(scanner, level + 1);
    left = { is: 'binary', operator, left, right, place: placeFrom(scanner, start) };
  }
}

function term(scanner: HclScanner): HclExpression {
  skipBlanks(scanner);
  const start = scanner.at;
  const operator = (['-', '!'] as const).find((mark) => consumeMark(scanner, mark));
  if (operator !== undefined) {
    const operand = nestedRead(scanner, () => term(scanner));
    return { is: 'unary', operator, operand, place: placeFrom(scanner, start) };
  }
  return withSteps(scanner, primary(scanner), start);
}

/** Reads `.name`, `[index]`, and splats after a value. */
function withSteps(scanner: HclScanner, first: HclExpression, start: number): HclExpression {
  let of = first;
  for (;;) {
    const mark = peekCharacter(scanner);
    if (mark === '[') of = indexed(scanner, of, start);
    else if (mark === '.' && !scanner.text.startsWith('...', scanner.at)) of = member(scanner, of, start);
    else return of;
  }
}

function indexed(scanner: HclScanner, of: HclExpression, start: number): HclExpression {
  const step = brackets(scanner);
  const place = placeFrom(scanner, start);
  return step === '*' ? splat(scanner, { of, isFull: true, start }) : { is: 'index', of, index: step, place };
}

/** Reads `[index]` or `[*]`. */
function brackets(scanner: HclScanner): HclExpression | '*' {
  scanner.at += 1;
  return withLines(scanner, false, () => {
    const found = consumeMark(scanner, '*') ? '*' : readHclExpression(scanner);
    requireMark(scanner, ']');
    return found;
  });
}

function member(scanner: HclScanner, of: HclExpression, start: number): HclExpression {
  scanner.at += 1;
  if (consumeMark(scanner, '*')) return splat(scanner, { of, isFull: false, start });
  const index = legacyIndex(scanner);
  if (index !== undefined) return { is: 'index', of, index, place: placeFrom(scanner, start) };
  const name = requireName(scanner);
  return { is: 'member', of, name, place: placeFrom(scanner, start) };
}

const digits = /\d+/y;

/** Reads `.0`, an index in the syntax of Terraform 0.11. */
function legacyIndex(scanner: HclScanner): HclExpression | undefined {
  skipBlanks(scanner);
  const { text, at } = scanner;
  digits.lastIndex = at;
  if (!digits.test(text)) return undefined;
  scanner.at = digits.lastIndex;
  return { is: 'literal', value: Number(text.slice(at, scanner.at)), place: placeFrom(scanner, at) };
}

interface Splat {
  readonly of: HclExpression;
  /** True for `[*]`, after which indexes apply to the items too. */
  readonly isFull: boolean;
  readonly start: number;
}

function splat(scanner: HclScanner, { of, isFull, start }: Splat): HclExpression {
  const steps: SplatStep[] = [];
  for (;;) {
    const mark = peekCharacter(scanner);
    const before = scanner.at;
    const step = mark === '.' ? memberStep(scanner) : mark === '[' && isFull ? indexStep(scanner) : undefined;
    if (step === undefined) {
      scanner.at = before;
      return { is: 'splat', of, steps, place: placeFrom(scanner, start) };
    }
    steps.push(step);
  }
}

function memberStep(scanner: HclScanner): SplatStep | undefined {
  scanner.at += 1;
  const index = legacyIndex(scanner);
  if (index !== undefined) return { is: 'index', index };
  const name = consumeName(scanner);
  return name === undefined ? undefined : { is: 'member', name };
}

function indexStep(scanner: HclScanner): SplatStep | undefined {
  const index = brackets(scanner);
  return index === '*' ? undefined : { is: 'index', index };
}

const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function primary(scanner: HclScanner): HclExpression {
  const { text, at } = scanner;
  switch (text.charAt(at)) {
    case '(':
      return parentheses(scanner);
    case '[':
      return tuple(scanner);
    case '{':
      return object(scanner);
    case '"':
      return quotedTemplate(scanner, insideTemplate);
    case '<':
      if (text[at + 1] === '<') return heredoc(scanner, insideTemplate);
  }
  number.lastIndex = at;
  if (number.test(text)) {
    scanner.at = number.lastIndex;
    return { is: 'literal', value: Number(text.slice(at, scanner.at)), place: placeFrom(scanner, at) };
  }
  return named(scanner);
}

const constants: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

function named(scanner: HclScanner): HclExpression {
  const start = scanner.at;
  let name = consumeName(scanner);
  if (name === undefined) return failAt(scanner, 'hcl.expectedValue');
  // Provider functions: `provider::azurerm::parse_resource_id(…)`.
  while (scanner.text.startsWith('::', scanner.at)) {
    scanner.at += 2;
    name += `::${requireName(scanner)}`;
  }
  if (peekCharacter(scanner) === '(') return call(scanner, name, start);
  const place = placeFrom(scanner, start, start + name.length);
  const value = Object.hasOwn(constants, name) ? constants[name] : undefined;
  return value === undefined ? { is: 'name', name, place } : { is: 'literal', value, place };
}

function call(scanner: HclScanner, name: string, start: number): HclExpression {
  scanner.at += 1;
  return withLines(scanner, false, () => {
    const given: HclExpression[] = [];
    let isExpanded = false;
    while (peekCharacter(scanner) !== ')') {
      given.push(readHclExpression(scanner));
      isExpanded = consumeMark(scanner, '...');
      if (isExpanded || !consumeMark(scanner, ',')) break;
    }
    requireMark(scanner, ')');
    return { is: 'call', name, arguments: given, isExpanded, place: placeFrom(scanner, start) };
  });
}

function parentheses(scanner: HclScanner): HclExpression {
  const start = scanner.at;
  scanner.at += 1;
  return withLines(scanner, false, () => {
    const of = readHclExpression(scanner);
    requireMark(scanner, ')');
    return { is: 'wrapped', of, place: placeFrom(scanner, start) };
  });
}

function tuple(scanner: HclScanner): HclExpression {
  const start = scanner.at;
  scanner.at += 1;
  return withLines(scanner, false, () => {
    if (isFor(scanner)) return forExpression(scanner, start, ']');
    const items: HclExpression[] = [];
    while (peekCharacter(scanner) !== ']') {
      items.push(readHclExpression(scanner));
      if (!consumeMark(scanner, ',')) break;
    }
    requireMark(scanner, ']');
    return { is: 'tuple', items, place: placeFrom(scanner, start) };
  });
}

/** Consumes `for` if a variable follows it, and returns whether it did. */
function isFor(scanner: HclScanner): boolean {
  skipLines(scanner);
  const before = scanner.at;
  if (consumeHclKeyword(scanner, 'for')) {
    const behind = scanner.at;
    skipLines(scanner);
    if (consumeName(scanner) !== undefined) {
      scanner.at = behind;
      return true;
    }
  }
  scanner.at = before;
  return false;
}

function forVariables(scanner: HclScanner): ForVariables {
  const first = requireName(scanner);
  const second = consumeMark(scanner, ',') ? requireName(scanner) : undefined;
  if (!consumeHclKeyword(scanner, 'in')) failAt(scanner, 'hcl.expected', { values: { mark: 'in' } });
  return second === undefined ? { key: null, value: first } : { key: first, value: second };
}

function forExpression(scanner: HclScanner, start: number, close: ']' | '}'): HclExpression {
  const variables = forVariables(scanner);
  const over = readHclExpression(scanner);
  requireMark(scanner, ':');
  const first = readHclExpression(scanner);
  const isObject = close === '}';
  if (isObject) requireMark(scanner, '=>');
  const value = isObject ? readHclExpression(scanner) : first;
  const isGrouped = isObject && consumeMark(scanner, '...');
  const condition = consumeHclKeyword(scanner, 'if') ? readHclExpression(scanner) : null;
  requireMark(scanner, close);
  const key = isObject ? first : null;
  return { is: 'for', variables, over, key, value, isGrouped, condition, place: placeFrom(scanner, start) };
}

function object(scanner: HclScanner): HclExpression {
  const start = scanner.at;
  scanner.at += 1;
  if (isFor(scanner)) return withLines(scanner, false, () => forExpression(scanner, start, '}'));
  return withLines(scanner, true, () => {
    const items: ObjectItem[] = [];
    for (;;) {
      skipLines(scanner);
      if (consumeMark(scanner, '}')) break;
      items.push(objectItem(scanner));
      const isSeparated = consumeMark(scanner, ',') || scanner.text[scanner.at] === '\n';
      if (!isSeparated && peekCharacter(scanner) !== '}') {
        failAt(scanner, 'hcl.expected', { values: { mark: '}' } });
      }
    }
    return { is: 'object', items, place: placeFrom(scanner, start) };
  });
}

function objectItem(scanner: HclScanner): ObjectItem {
  const start = scanner.at;
  const written = readHclExpression(scanner);
  const key: HclExpression =
    written.is === 'name' ? { is: 'literal', value: written.name, place: written.place } : keyOf(written);
  if (!consumeMark(scanner, ':')) requireMark(scanner, '=');
  const value = readHclExpression(scanner);
  return { key, value, place: placeFrom(scanner, start) };
}

/** `null`, `true`, and `1` can also be member names. */
function keyOf(written: HclExpression): HclExpression {
  const isName = written.is === 'literal' && typeof written.value !== 'string';
  return isName ? { ...written, value: String(written.value) } : written;
}
