import { lex } from '../../src/documents/bicep/tokens/lex';
import { seeded } from './random';

type Random = ReturnType<typeof seeded>;

/** Pieces of the language that change the meaning of the text around them. */
const pieces = [
  ...[
    "'",
    "'''",
    "$'''",
    '${',
    '}',
    '{',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '/*',
    '*/',
    '//',
    '#',
    '@',
    '\\',
    '\\u{',
  ],
  ...[
    ',',
    ':',
    '=',
    '=>',
    '?',
    '.',
    '.?',
    '::',
    '!',
    '...',
    '|',
    '-',
    '\n',
    '\r\n',
    '\r',
    '\u0000',
    '😀',
    '\ud800',
  ],
  ...[
    ' if ',
    ' for ',
    ' in ',
    '\nresource a ',
    '\nparam a ',
    '\nvar a = ',
    '\nmodule a ',
    '\n}',
    '\n]',
    '\n\n',
  ],
];

const mutations: readonly ((text: string, random: Random, other: string) => string)[] = [
  (text, random) => spliced(text, random, { length: 1, put: '' }),
  (text, random) => spliced(text, random, { length: random.below(200), put: '' }),
  (text, random) => spliced(text, random, { length: 0, put: random.pick(pieces) }),
  (text, random) =>
    spliced(text, random, { length: 0, put: random.pick(pieces).repeat(1 + random.below(300)) }),
  (text, random, other) => spliced(text, random, { length: 0, put: part(other, random) }),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  shuffledWords,
];

/** Returns a handwritten file, damaged at up to four places. The same number gives the same file. */
export function mutated(number: number, texts: readonly string[]): string {
  const random = seeded(number);
  let text = random.pick(texts);
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
    text = random.pick(mutations)(text, random, random.pick(texts));
  }
  return text;
}

function spliced(
  text: string,
  random: Random,
  { length, put }: { readonly length: number; readonly put: string },
): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + put + text.slice(at + length);
}

function part(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  return text.slice(start, start + random.below(400));
}

/** Swaps two tokens. */
function shuffledWords(text: string, random: Random): string {
  const { tokens } = lex(text, 'main.bicep');
  const [a, b] = [random.pick(tokens), random.pick(tokens)].sort((one, two) => one.start - two.start);
  if (a === undefined || b === undefined || a === b) return text;
  return text.slice(0, a.start) + b.text + text.slice(a.end, b.start) + a.text + text.slice(b.end);
}
