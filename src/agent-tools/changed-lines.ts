import type { ToolResult } from './tool-results';

type ChangedLines = ToolResult<'propose_fix'>['edits'][number];

/** Number of lines per text up to which a line-by-line diff is computed. Larger differences are shown as one block. */
const mostCompared = 2000;

/** Returns the changed lines of a text, as blocks in order. */
export function lineBlocks(file: string, before: string, after: string): readonly ChangedLines[] {
  const was = before.split(/\r?\n/);
  const is = after.split(/\r?\n/);
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  let end = 0;
  const most = Math.min(was.length, is.length) - start;
  while (end < most && was[was.length - 1 - end] === is[is.length - 1 - end]) end += 1;
  const oldLines = was.slice(start, was.length - end);
  const newLines = is.slice(start, is.length - end);
  if (oldLines.length + newLines.length === 0) return [];
  const blocks =
    oldLines.length * newLines.length > mostCompared * mostCompared
      ? [{ at: 0, removed: oldLines, added: newLines }]
      : blocksOf(oldLines, newLines);
  return blocks.map(({ at, removed, added }) => ({
    file,
    line: start + at + 1,
    before: [...removed],
    after: [...added],
  }));
}

interface Block {
  /** Index of the first line in the old text. */
  readonly at: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Returns the length of the longest common subsequence from a line of each text on. */
function commonLengths(was: readonly string[], is: readonly string[]): (i: number, j: number) => number {
  const width = is.length + 1;
  const lengths = new Uint32Array((was.length + 1) * width);
  const common = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = is.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        was[i] === is[j] ? common(i + 1, j + 1) + 1 : Math.max(common(i + 1, j), common(i, j + 1));
    }
  }
  return common;
}

/** Returns the blocks between the lines of a longest common subsequence. */
function blocksOf(was: readonly string[], is: readonly string[]): readonly Block[] {
  const common = commonLengths(was, is);
  const blocks: Block[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const end = nextCommon(common, [i, j], [was.length, is.length]);
    const [removed, added] = [was.slice(i, end[0]), is.slice(j, end[1])];
    if (removed.length + added.length > 0) blocks.push({ at: i, removed, added });
    [i, j] = end;
    while (i < was.length && j < is.length && was[i] === is[j]) [i, j] = [i + 1, j + 1];
  }
  return blocks;
}

type LinePair = readonly [old: number, after: number];

/** Finds the next line that both texts have in common, or the ends of both. */
function nextCommon(
  common: (i: number, j: number) => number,
  [from, fromAfter]: LinePair,
  [most, mostAfter]: LinePair,
): [number, number] {
  let [i, j] = [from, fromAfter];
  while (i < most && common(i, j) === common(i + 1, j)) i += 1;
  while (j < mostAfter && common(i, j) === common(i, j + 1)) j += 1;
  return [i, j];
}
