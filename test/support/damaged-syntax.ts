import { parseBicep, type SyntaxTree } from '../../src/documents/bicep/parser/parse';

/** A declaration as far as a wound elsewhere must leave it alone. */
export interface IntactDeclaration {
  readonly is: string;
  /** Of its keyword: an orphaned decorator before it is taken for its own, as the language does. */
  readonly start: number;
  readonly end: number;
}

/** What a wound costs beyond itself. */
export interface Loss {
  readonly wound: string;
  /** The first line of the declaration that is no longer read. */
  readonly lost: string;
}

export function declarationsIn(text: string, file: string): IntactDeclaration[] {
  return declarationsWithOffsets(parseBicep(text, file));
}

/** What a tree declares, at the offsets that it has where the tree's text begins at `from`. */
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

/** The declarations that end in an earlier line than a cut. */
export function wholeBefore(
  whole: readonly IntactDeclaration[],
  text: string,
  cut: number,
): readonly IntactDeclaration[] {
  const lineStart = text.lastIndexOf('\n', cut - 1) + 1;
  return whole.filter(({ end }) => end < lineStart);
}

/** What a file that is cut off must have and has not: `expected` of what is `read`. */
export function cutLosses(
  text: string,
  cut: number,
  { expected, read }: Readonly<Record<'expected' | 'read', readonly IntactDeclaration[]>>,
): Loss[] {
  const lost = missing(expected, read);
  return lost ? [{ wound: `cut at ${cut}`, lost: firstLine(text, lost.start) }] : [];
}

/** Every `step`th prefix of a file: the declarations that end in an earlier line than the cut must be read in it. */
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
 * Every single line deleted: the declarations before it, and those after the next blank line, must be read. Where a
 * file of the language is left, it is read as the language does: `? a : b` goes on from the declaration before it, and
 * a comment without its end goes on to the end of the next one.
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
    const wounded = text.slice(0, start) + text.slice(end);
    const lost = missing(expected, declarationsIn(wounded, file));
    if (lost === undefined || parseBicep(wounded, file).faults.length === 0) return [];
    return [
      {
        wound: `without line ${index + 1}: ${text.slice(start, end).trim()}`,
        lost: firstLine(wounded, lost.start),
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
