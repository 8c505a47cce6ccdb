import { ignoredParts, type IgnoredPart } from './ignored-in-json';
import { ignoredLines, itemLines } from './ignoring-comments';
import type { SourceRange } from '../documents/source/source-range';
import type { Problem } from './problem';
import { positionsIn, diagnosticRange } from './diagnostic-range';

/** The suppressions in a file, and the means to find them by offset. */
interface Ignoring {
  readonly text: string;
  /** Suppressed IDs by line number, from 0. */
  readonly lines: ReadonlyMap<number, ReadonlySet<string>>;
  /** For each line, the line before which a comment for its item is. */
  readonly itemLines: readonly (number | undefined)[];
  readonly parts: readonly IgnoredPart[];
  readonly lineOf: (offset: number) => number;
}

/**
 * Removes suppressed problems. A comment on the previous line suppresses a problem, or the rule or route that decides
 * it. In JSON, the metadata of the enclosing resource or template does.
 * @param textOf returns a file's text
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

/** Returns the places at which a comment suppresses the problem. */
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
