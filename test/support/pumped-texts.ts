import fc from 'fast-check';

/** A text of about the given length. */
type Pumped = (length: number) => string;

/** The text before a repeated part, the part, and the text after it. */
type Parts = readonly [before: string, part: string, after: string];

const letters = [' ', '\t', '\n', '/', '-', '0', 'a', '"', "'", '\\', '.', ':', '‹', '(', '['];
const ends = ['', '\n', '\0', 'x'];

/** Texts that are built to slow `expression` down: repeated parts of what it matches. */
function pumpedTexts(expression: RegExp, seed: number): readonly Pumped[] {
  const samples = samplesOf(expression, seed);
  const parts: readonly Parts[] = [
    ...[...samples, expression.source.replaceAll(/\\[a-zA-Z]\{?|[()[\]|?*+^$\\]/g, '')].flatMap(cutsOf),
    ...samples.slice(0, 5).flatMap((sample) => letters.map((letter): Parts => [sample, letter, ''])),
    ...letters.map((letter): Parts => ['', letter, '']),
    ...pairsIn(expression.source).map((pair): Parts => ['', pair, '']),
  ];
  const different = new Map(parts.map((one) => [JSON.stringify(one), one]));
  return [...different.values()].flatMap(([before, part, after]) =>
    ends.map(
      (end) => (length: number) => `${before}${part.repeat(Math.ceil(length / part.length))}${end}${after}`,
    ),
  );
}

/**
 * Texts that the expression matches, the shortest first; none if it has lookarounds, for which texts can't be
 * generated.
 */
function samplesOf({ source, flags }: RegExp, seed: number): readonly string[] {
  try {
    const matching = fc.stringMatching(new RegExp(source, flags.replaceAll(/[^smu]/g, '')));
    const found = new Set(fc.sample(matching, { numRuns: 30, seed }).filter((one) => one.length < 200));
    return [...found].sort((one, other) => one.length - other.length).slice(0, 10);
  } catch {
    return [];
  }
}

/** Ways to split a text: all of it, without its last character, its halves, and some characters. */
function cutsOf(sample: string): readonly Parts[] {
  const middle = Math.ceil(sample.length / 2);
  const cuts = [
    [0, sample.length],
    [0, sample.length - 1],
    [0, middle],
    [middle, sample.length],
    ...Array.from({ length: Math.min(sample.length, 8) }, (_, at) => [at, at + 1]),
  ];
  return cuts
    .map(([start, end]): Parts => [sample.slice(0, start), sample.slice(start, end), sample.slice(end)])
    .filter(([, part]) => part !== '');
}

/** Returns each two characters of an expression, in sequence. */
function pairsIn(source: string): readonly string[] {
  const signs = [...new Set(source.replaceAll(/[\w()|?*+^$]/g, ''))].slice(0, 8);
  return signs.flatMap((one) => signs.filter((other) => other !== one).map((other) => one + other));
}

/**
 * Returns the start of a text on which the expression takes more than linear time, searched from start to end as with
 * `replaceAll`; undefined if none of up to `longest` characters was found. Fast matches aren't compared; for the rest,
 * twice the length is compared with once.
 */
export function slowText(expression: RegExp, longest: number, seed = 1): string | undefined {
  const all = new RegExp(expression.source, expression.flags.replaceAll('g', '').concat('g'));
  return pumpedTexts(expression, seed)
    .find((pumped) => isSlow(all, pumped, longest))?.(200)
    .slice(0, 200);
}

/** Milliseconds that no expression exceeds on such texts if it reads each character a few times. */
const quick = 30;

function isSlow(expression: RegExp, pumped: Pumped, longest: number): boolean {
  for (let length = 500; length <= longest; length *= 2) {
    if (milliseconds(expression, pumped(length)) < quick) continue;
    const [half, once] = [length / 2, length].map((one) => {
      const text = pumped(one);
      return Math.min(...Array.from({ length: 3 }, () => milliseconds(expression, text)));
    });
    return once !== undefined && half !== undefined && once >= quick && once / half > 3;
  }
  return false;
}

function milliseconds(expression: RegExp, text: string): number {
  const start = performance.now();
  text.replaceAll(expression, '');
  return performance.now() - start;
}
