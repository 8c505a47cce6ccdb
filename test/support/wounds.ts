import { parseBicep } from '../../src/documents/bicep/parser/parse';

/** A declaration as far as a wound elsewhere must leave it alone. */
interface Kept {
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

function declarationsIn(text: string, file: string): Kept[] {
  const { root } = parseBicep(text, file);
  return root.entries.flatMap((entry) =>
    'is' in entry && entry.is !== 'orphan' && entry.is !== 'broken'
      ? [{ is: entry.is, start: entry.keyword.start, end: entry.end }]
      : [],
  );
}

function missing(expected: readonly Kept[], text: string, file: string): Kept | undefined {
  const read = new Set(declarationsIn(text, file).map(({ is, start, end }) => `${is} ${start} ${end}`));
  return expected.find(({ is, start, end }) => !read.has(`${is} ${start} ${end}`));
}

const firstLine = (text: string, at: number): string => text.slice(at).split('\n', 1)[0] ?? '';

/** Every `step`th prefix of a file: the declarations that end in an earlier line than the cut must be read in it. */
export function prefixLosses(text: string, file: string, step = 1): Loss[] {
  const whole = declarationsIn(text, file);
  const losses: Loss[] = [];
  for (let cut = 0; cut < text.length; cut += step) {
    const lineStart = text.lastIndexOf('\n', cut - 1) + 1;
    const lost = missing(
      whole.filter(({ end }) => end < lineStart),
      text.slice(0, cut),
      file,
    );
    if (lost !== undefined) losses.push({ wound: `cut at ${cut}`, lost: firstLine(text, lost.start) });
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
    const lost = missing(expected, wounded, file);
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
