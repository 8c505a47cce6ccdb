import { parseBicep, type SyntaxTree } from '../../src/documents/bicep/parser/parse';

/** The parts of a declaration that a syntax error elsewhere must not change. */
export interface IntactDeclaration {
  readonly is: string;
  /** Start of its keyword: an orphaned decorator before it is parsed as its own, as in the language. */
  readonly start: number;
  readonly end: number;
}

/** Damage beyond a syntax error itself. */
export interface Loss {
  readonly damage: string;
  /** The first line of the declaration that is no longer parsed. */
  readonly lost: string;
}

export function declarationsIn(text: string, file: string): IntactDeclaration[] {
  return declarationsWithOffsets(parseBicep(text, file));
}

/** Returns the declarations of a tree, with offsets for a text that starts at `from`. */
export function declarationsWithOffsets({ root }: Pick<SyntaxTree, 'root'>, from = 0): IntactDeclaration[] {
  return root.entries.flatMap((entry) =>
    'is' in entry && entry.is !== 'orphan' && entry.is !== 'broken'
      ? [{ is: entry.is, start: from + entry.keyword.start, end: from + entry.end }]
      : [],
  );
}

function missing(
  expected: readonly IntactDeclaration[],
  found: readonly IntactDeclaration[],
): IntactDeclaration | undefined {
  const read = new Set(found.map(({ is, start, end }) => `${is} ${start} ${end}`));
  return expected.find(({ is, start, end }) => !read.has(`${is} ${start} ${end}`));
}

const firstLine = (text: string, at: number): string => text.slice(at).split('\n', 1)[0] ?? '';

/** Returns the declarations that end on a line before a cut. */
export function wholeBefore(
  whole: readonly IntactDeclaration[],
  text: string,
  cut: number,
): readonly IntactDeclaration[] {
  const lineStart = text.lastIndexOf('\n', cut - 1) + 1;
  return whole.filter(({ end }) => end < lineStart);
}

/** Returns what a truncated file must have and doesn't: `expected` compared with `read`. */
export function cutLosses(
  text: string,
  cut: number,
  { expected, read }: Readonly<Record<'expected' | 'read', readonly IntactDeclaration[]>>,
): Loss[] {
  const lost = missing(expected, read);
  return lost ? [{ damage: `cut at ${cut}`, lost: firstLine(text, lost.start) }] : [];
}

/** Parses every `step`th prefix of a file: the declarations that end on a line before the cut must be parsed. */
export function prefixLosses(text: string, file: string, step = 1): Loss[] {
  const whole = declarationsIn(text, file);
  const losses: Loss[] = [];
  for (let cut = 0; cut < text.length; cut += step) {
    const read = declarationsIn(text.slice(0, cut), file);
    losses.push(...cutLosses(text, cut, { expected: wholeBefore(whole, text, cut), read }));
  }
  return losses;
}

/**
 * Deletes each line in turn: the declarations before it, and those after the next blank line, must be parsed. A
 * remaining valid file is parsed by the language's rules: `? a : b` continues the declaration before it, and an
 * unclosed comment continues to the end of the next one.
 */
export function lineLosses(text: string, file: string): Loss[] {
  const whole = declarationsIn(text, file);
  const lines = linesOf(text);
  return lines.flatMap(({ start, end }, index) => {
    const blank = lines.slice(index + 1).find((line) => text.slice(line.start, line.end).trim() === '');
    const after = blank?.end ?? text.length;
    const length = end - start;
    const expected = whole.flatMap((one) => {
      if (one.end <= start) return [one];
      return one.start >= after ? [{ is: one.is, start: one.start - length, end: one.end - length }] : [];
    });
    const damaged = text.slice(0, start) + text.slice(end);
    const lost = missing(expected, declarationsIn(damaged, file));
    if (lost === undefined || parseBicep(damaged, file).faults.length === 0) return [];
    return [
      {
        damage: `without line ${index + 1}: ${text.slice(start, end).trim()}`,
        lost: firstLine(damaged, lost.start),
      },
    ];
  });
}

function linesOf(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    lines.push({ start, end });
    start = end;
  }
  return lines;
}
