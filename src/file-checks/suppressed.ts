import { ignoredParts, type IgnoredPart } from './ignored-in-json';
import { ignoredLines, itemLines } from './ignoring-comments';
import type { SourceRange } from '../documents/source/source-range';
import type { Problem } from './problem';
import { positionsIn, diagnosticRange } from './diagnostic-range';

/** What a file says to ignore, and how its offsets are found in it. */
interface Ignoring {
  readonly text: string;
  /** Ids by the line, from 0, on which they are not told. */
  readonly lines: ReadonlyMap<number, ReadonlySet<string>>;
  /** The line that a comment for the item of each line stands before. */
  readonly itemLines: readonly (number | undefined)[];
  readonly parts: readonly IgnoredPart[];
  readonly lineOf: (offset: number) => number;
}

/**
 * Problems without those that a comment on the line before says to ignore, before them or before the rule or route that
 * decides them, or, in JSON, the metadata of the resource or template that they stand in. `textOf` gives a file's text.
 */
export function withoutSuppressed(
  problems: readonly Problem[],
  textOf: (file: string) => string | undefined,
): readonly Problem[] {
  const files = [...new Set(problems.flatMap(placesOf).map(({ file }) => file))];
  const byFile = new Map(files.map((file) => [file, ignoringIn(file, textOf(file) ?? '')]));
  return problems.filter(
    (one) =>
      !placesOf(one).some((place) => {
        const ignoring = byFile.get(place.file);
        return ignoring && isIgnored(place, one.id, ignoring);
      }),
  );
}

/** Each of them may have the comment. */
function placesOf({ place, alsoAt = [] }: Problem): readonly SourceRange[] {
  return [place, ...alsoAt];
}

function ignoringIn(file: string, text: string): Ignoring {
  const at = positionsIn(text);
  const lines = ignoredLines(text);
  return {
    text,
    lines,
    itemLines: lines.size === 0 ? [] : itemLines(text),
    parts: /\.jsonc?$/i.test(file) ? ignoredParts(text) : [],
    lineOf: (offset) => at(offset).line,
  };
}

function isIgnored(
  place: SourceRange,
  id: string,
  { text, lines, itemLines: outer, parts, lineOf }: Ignoring,
): boolean {
  if (parts.some(({ start, end, ids }) => start <= place.start && place.end <= end && ids.includes(id))) {
    return true;
  }
  if (lines.size === 0) return false;
  const line = lineOf(diagnosticRange(text, place).start);
  return [line, outer[line]].some((one) => one !== undefined && lines.get(one)?.has(id));
}
