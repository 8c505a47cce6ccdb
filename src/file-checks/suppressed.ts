import { ignoredParts, type IgnoredPart } from './ignored-in-json';
import { ignoredLines } from './ignoring-comments';
import type { Problem } from './problem';
import { positionsIn, shownRange } from './shown-range';

/** What a file says to ignore, and how its offsets are found in it. */
interface Ignoring {
  readonly text: string;
  /** Ids by the line, from 0, on which they are not told. */
  readonly lines: ReadonlyMap<number, readonly string[]>;
  readonly parts: readonly IgnoredPart[];
  readonly lineOf: (offset: number) => number;
}

/**
 * Problems without those that a comment on the line before says to ignore, or, in JSON, the metadata of the resource or
 * template that they stand in. `textOf` gives a file's text.
 */
export function withoutSuppressed(
  problems: readonly Problem[],
  textOf: (file: string) => string | undefined,
): readonly Problem[] {
  const files = [...new Set(problems.map(({ place }) => place.file))];
  const byFile = new Map(files.map((file) => [file, ignoringIn(file, textOf(file) ?? '')]));
  return problems.filter((one) => {
    const ignoring = byFile.get(one.place.file);
    return !ignoring || !isIgnored(one, ignoring);
  });
}

function ignoringIn(file: string, text: string): Ignoring {
  const at = positionsIn(text);
  return {
    text,
    lines: ignoredLines(text),
    parts: /\.jsonc?$/i.test(file) ? ignoredParts(text) : [],
    lineOf: (offset) => at(offset).line,
  };
}

function isIgnored({ place, id }: Problem, { text, lines, parts, lineOf }: Ignoring): boolean {
  if (parts.some(({ start, end, ids }) => start <= place.start && place.end <= end && ids.includes(id))) {
    return true;
  }
  if (lines.size === 0) return false;
  return lines.get(lineOf(shownRange(text, place).start))?.includes(id) === true;
}
