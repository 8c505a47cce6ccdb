import { evaluationError } from '../../evaluate/errors';

/** An RE2 regular expression, the only kind in Terraform. It can be matched in linear time. */
export type RegexNode =
  | { readonly is: 'letter'; readonly fits: (code: number) => boolean }
  | { readonly is: 'at'; readonly where: RegexPosition }
  | { readonly is: 'sequence' | 'choice'; readonly of: readonly RegexNode[] }
  | { readonly is: 'group'; readonly of: RegexNode; readonly index: number }
  | {
      readonly is: 'repeat';
      readonly of: RegexNode;
      readonly least: number;
      readonly most: number;
      readonly isLazy: boolean;
    };

export type RegexPosition = 'start' | 'end' | 'line-start' | 'line-end' | 'border' | 'no-border';

interface RegexReader {
  readonly letters: readonly string[];
  readonly names: (string | null)[];
  at: number;
  depth: number;
  flags: Flags;
}

interface Flags {
  readonly ignoresCase: boolean;
  readonly dotFitsLineEnds: boolean;
  readonly isMultiline: boolean;
}

export interface ParsedRegex {
  readonly root: RegexNode;
  /** Names of the groups in order, null for one without a name. */
  readonly names: readonly (string | null)[];
}

const mostDepth = 100;
const mostRepeats = 1000;

/**
 * Parses a regular expression.
 * @throws `EvaluationError` if it isn't a valid RE2 expression
 */
export function parseRegex(pattern: string): ParsedRegex {
  const flags = { ignoresCase: false, dotFitsLineEnds: false, isMultiline: false };
  const reader: RegexReader = { letters: [...pattern], names: [], at: 0, depth: 0, flags };
  const root = choice(reader);
  if (reader.at < reader.letters.length) fail();
  return { root, names: reader.names };
}

function fail(): never {
  throw evaluationError('terraform.regex');
}

function peek({ letters, at }: RegexReader): string {
  return letters[at] ?? '';
}

function consume(reader: RegexReader): string {
  const letter = peek(reader);
  if (letter === '') fail();
  reader.at += 1;
  return letter;
}

function consumeIfNext(reader: RegexReader, text: string): boolean {
  const isNext = [...text].every((letter, index) => reader.letters[reader.at + index] === letter);
  if (isNext) reader.at += text.length;
  return isNext;
}

function choice(reader: RegexReader): RegexNode {
  reader.depth += 1;
  if (reader.depth > mostDepth) fail();
  const of = [sequence(reader)];
  while (consumeIfNext(reader, '|')) of.push(sequence(reader));
  reader.depth -= 1;
  const [only] = of;
  return only && of.length === 1 ? only : { is: 'choice', of };
}

function sequence(reader: RegexReader): RegexNode {
  const of: RegexNode[] = [];
  while (!['', '|', ')'].includes(peek(reader))) of.push(repeated(reader, atom(reader)));
  return { is: 'sequence', of };
}

function repeated(reader: RegexReader, first: RegexNode): RegexNode {
  let of = first;
  for (;;) {
    const range = quantifier(reader);
    if (range === undefined) return of;
    const [least, most] = range;
    of = { is: 'repeat', of, least, most, isLazy: consumeIfNext(reader, '?') };
  }
}

function quantifier(reader: RegexReader): readonly [number, number] | undefined {
  if (consumeIfNext(reader, '*')) return [0, Infinity];
  if (consumeIfNext(reader, '+')) return [1, Infinity];
  if (consumeIfNext(reader, '?')) return [0, 1];
  return counts(reader);
}

/** Reads `{2}`, `{2,}`, or `{2,5}`. */
function counts(reader: RegexReader): readonly [number, number] | undefined {
  const rest = reader.letters.slice(reader.at, reader.at + 12).join('');
  const found = /^\{(\d{1,4})(?:(,)(\d{0,4}))?\}/.exec(rest);
  if (found === null) return undefined;
  const [all, first, comma, last = ''] = found;
  const least = Number(first);
  const open = last === '' ? Infinity : Number(last);
  const most = comma === undefined ? least : open;
  const isTooMany = [least, most].some((one) => one > mostRepeats && one !== Infinity);
  if (isTooMany || most < least) fail();
  reader.at += all.length;
  return [least, most];
}

function atom(reader: RegexReader): RegexNode {
  const { flags } = reader;
  const letter = consume(reader);
  if ('*+?'.includes(letter)) fail();
  switch (letter) {
    case '(':
      return group(reader);
    case '[':
      return { is: 'letter', fits: folded(letterClass(reader), flags) };
    case '\\':
      return escaped(reader);
    default:
      return specialLetter(letter, flags) ?? letterNode(letter, flags);
  }
}

function specialLetter(letter: string, { dotFitsLineEnds, isMultiline }: Flags): RegexNode | undefined {
  if (letter === '.') return { is: 'letter', fits: (code) => dotFitsLineEnds || code !== 10 };
  if (letter === '^') return { is: 'at', where: isMultiline ? 'line-start' : 'start' };
  return letter === '$' ? { is: 'at', where: isMultiline ? 'line-end' : 'end' } : undefined;
}

function letterNode(letter: string, flags: Flags): RegexNode {
  const codePoint = letter.codePointAt(0);
  return { is: 'letter', fits: folded((code) => code === codePoint, flags) };
}

type Fits = (code: number) => boolean;

function folded(fits: Fits, { ignoresCase }: Flags): Fits {
  if (!ignoresCase) return fits;
  return (code) => {
    const letter = String.fromCodePoint(code);
    return [letter, letter.toLowerCase(), letter.toUpperCase()].some((one) => fits(one.codePointAt(0) ?? 0));
  };
}

function group(reader: RegexReader): RegexNode {
  const before = reader.flags;
  if (consumeIfNext(reader, '?')) {
    if (consumeIfNext(reader, 'P<') || consumeIfNext(reader, '<')) return capture(reader, groupName(reader));
    const { flags, isGroup } = flagsOf(reader);
    reader.flags = flags;
    if (!isGroup) return { is: 'sequence', of: [] };
    const of = choice(reader);
    if (!consumeIfNext(reader, ')')) fail();
    reader.flags = before;
    return of;
  }
  return capture(reader, null);
}

function capture(reader: RegexReader, name: string | null): RegexNode {
  const before = reader.flags;
  const index = reader.names.push(name);
  const of = choice(reader);
  if (!consumeIfNext(reader, ')')) fail();
  reader.flags = before;
  return { is: 'group', of, index };
}

function groupName(reader: RegexReader): string {
  let name = '';
  while (!consumeIfNext(reader, '>')) name += consume(reader);
  return name;
}

/** Reads flags. `(?i)` applies to the end of its group, `(?i:…)` only inside it. */
function flagsOf(reader: RegexReader): { readonly flags: Flags; readonly isGroup: boolean } {
  let { flags } = reader;
  let isOn = true;
  for (;;) {
    const letter = consume(reader);
    if (letter === ':' || letter === ')') return { flags, isGroup: letter === ':' };
    if (letter === '-') isOn = false;
    else if (letter === 'i') flags = { ...flags, ignoresCase: isOn };
    else if (letter === 's') flags = { ...flags, dotFitsLineEnds: isOn };
    else if (letter === 'm') flags = { ...flags, isMultiline: isOn };
    else fail();
  }
}

const positions: Readonly<Record<string, RegexPosition>> = {
  A: 'start',
  z: 'end',
  b: 'border',
  B: 'no-border',
};

function escaped(reader: RegexReader): RegexNode {
  const where = positions[peek(reader)];
  if (where !== undefined) {
    reader.at += 1;
    return { is: 'at', where };
  }
  return { is: 'letter', fits: folded(escapedClass(reader), reader.flags) };
}

export function isWordLetter(code: number): boolean {
  return isDigit(code) || code === 95 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11);
}

const escapedLetters: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, a: 7 };

const classes: Readonly<Record<string, Fits>> = { d: isDigit, w: isWordLetter, s: isBlank };

/** Reads the escape after a backslash, which was consumed: a class or a literal character. */
function escapedClass(reader: RegexReader): Fits {
  const letter = consume(reader);
  const named = classes[letter.toLowerCase()];
  if (named) return letter === letter.toLowerCase() ? named : (code) => !named(code);
  if (letter === 'p' || letter === 'P') return letterKind(reader, letter === 'P');
  if (letter === 'x') return hexLetter(reader);
  const codePoint = escapedLetters[letter] ?? letter.codePointAt(0) ?? 0;
  if (escapedLetters[letter] === undefined && isWordLetter(codePoint)) fail();
  return (code) => code === codePoint;
}

const kinds: Readonly<Record<string, RegExp>> = {
  L: /\p{L}/u,
  Lu: /\p{Lu}/u,
  Ll: /\p{Ll}/u,
  N: /\p{N}/u,
  Nd: /\p{Nd}/u,
  P: /\p{P}/u,
  S: /\p{S}/u,
  Z: /\p{Z}/u,
};

function letterKind(reader: RegexReader, isNegated: boolean): Fits {
  let name = consume(reader);
  if (name === '{') {
    name = '';
    while (!consumeIfNext(reader, '}')) name += consume(reader);
  }
  const kind = kinds[name] ?? fail();
  return (code) => kind.test(String.fromCodePoint(code)) !== isNegated;
}

function hexLetter(reader: RegexReader): Fits {
  let digits = '';
  if (consumeIfNext(reader, '{')) while (!consumeIfNext(reader, '}')) digits += consume(reader);
  else digits = consume(reader) + consume(reader);
  const codePoint = /^[0-9a-fA-F]{1,6}$/.test(digits) ? parseInt(digits, 16) : fail();
  return (code) => code === codePoint;
}

const namedClasses: Readonly<Record<string, Fits>> = {
  alpha: (code) => isWordLetter(code) && !isDigit(code) && code !== 95,
  digit: isDigit,
  alnum: (code) => isWordLetter(code) && code !== 95,
  upper: (code) => code >= 65 && code <= 90,
  lower: (code) => code >= 97 && code <= 122,
  space: (code) => isBlank(code) || code === 11,
  word: isWordLetter,
  punct: (code) => code > 32 && code < 127 && (!isWordLetter(code) || code === 95),
  xdigit: (code) => isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102),
  blank: (code) => code === 32 || code === 9,
};

/** Reads `[…]`, after its opening bracket. */
function letterClass(reader: RegexReader): Fits {
  const isNegated = consumeIfNext(reader, '^');
  const parts: Fits[] = [];
  do parts.push(classPart(reader));
  while (!consumeIfNext(reader, ']'));
  return (code) => parts.some((fits) => fits(code)) !== isNegated;
}

function classPart(reader: RegexReader): Fits {
  if (consumeIfNext(reader, '[:')) return namedClass(reader);
  const next = reader.letters[reader.at + 1] ?? '';
  const inside = next.toLowerCase() in classes || 'pPx'.includes(next || ' ');
  if (inside && consumeIfNext(reader, '\\')) return escapedClass(reader);
  const start = classLetter(reader);
  if (peek(reader) !== '-' || reader.letters[reader.at + 1] === ']') return (code) => code === start;
  reader.at += 1;
  const end = classLetter(reader);
  return (code) => code >= start && code <= end;
}

function classLetter(reader: RegexReader): number {
  const letter = consume(reader);
  const escaped = letter === '\\' ? consume(reader) : letter;
  const special = letter === '\\' ? escapedLetters[escaped] : undefined;
  return special ?? escaped.codePointAt(0) ?? 0;
}

function namedClass(reader: RegexReader): Fits {
  const isNegated = consumeIfNext(reader, '^');
  let name = '';
  while (!consumeIfNext(reader, ':]')) name += consume(reader);
  const fits = (Object.hasOwn(namedClasses, name) ? namedClasses[name] : undefined) ?? fail();
  return (code) => fits(code) !== isNegated;
}
