import type { Problem } from './problem';
import { positionsIn, shownRange } from './shown-range';

/** `// aml-secure-compute: ignore-next-line id id`: ids by the line, from 0, on which they are not told. */
function ignoredLines(text: string): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  text.split('\n').forEach((line, index) => {
    const [, ids] = /\/\/\s*aml-secure-compute:\s*ignore-next-line\s+(.+?)\s*$/.exec(line) ?? [];
    if (ids !== undefined) found.set(index + 1, ids.split(/[\s,]+/));
  });
  return found;
}

/** Problems without those that a comment on the line before says to ignore. `textOf` gives a file's text. */
export function withoutSuppressed(
  problems: readonly Problem[],
  textOf: (file: string) => string | undefined,
): readonly Problem[] {
  const files = [...new Set(problems.map(({ place }) => place.file))];
  const byFile = new Map(
    files.map((file) => {
      const text = textOf(file) ?? '';
      return [file, { text, lines: ignoredLines(text), at: positionsIn(text) }] as const;
    }),
  );
  return problems.filter(({ place, id }) => {
    const file = byFile.get(place.file);
    if (!file || file.lines.size === 0) return true;
    const { line } = file.at(shownRange(file.text, place).start);
    return file.lines.get(line)?.includes(id) !== true;
  });
}
