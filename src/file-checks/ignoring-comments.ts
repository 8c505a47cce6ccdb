import type { TextEdit } from '../documents/edits/text-edit';
import type { Place } from '../documents/source/place';
import { positionsIn, shownRange } from './shown-range';

/** `// aml-secure-compute: ignore-next-line id id`; behind code or alone in its line. Ids follow it. */
const comment = /\/\/\s*aml-secure-compute:\s*ignore-next-line\s/;

/** The ids that a line has such a comment for. */
function idsIn(line: string): readonly string[] {
  const found = comment.exec(line);
  const ids = found === null ? '' : line.slice(found.index + found[0].length).trim();
  return ids === '' ? [] : ids.split(/[\s,]+/);
}

/** The compiler's own `#disable-next-line`, which speaks of the very next line. */
const directive = /^\s*#/;

/** Ids by the line, from 0, on which they are not told: the next one that is neither such a comment nor a directive. */
export function ignoredLines(text: string): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  let ids: string[] = [];
  text.split('\n').forEach((line, index) => {
    const own = [...idsIn(line)];
    if (speaksOfNext(line)) {
      for (const id of own) ids.push(id);
      return;
    }
    if (ids.length > 0) found.set(index, ids);
    ids = own;
  });
  return found;
}

/** The line with the `{` alone that begins the item in which a line stands: a comment before it is of the item. */
export function itemLine(text: string, line: number): number | undefined {
  const lines = text.split('\n');
  const depth = (one: string): number => one.search(/\S/);
  const own = depth(lines[line] ?? '');
  const outer = lines.slice(0, line).findLastIndex((one) => depth(one) >= 0 && depth(one) < own);
  return lines[outer]?.trim() === '{' ? outer : undefined;
}

function speaksOfNext(line: string): boolean {
  return directive.test(line) || (/^\s*\/\//.test(line) && idsIn(line).length > 0);
}

/**
 * The edit that adds `id` to what is ignored of a place: to the comment that is there already, else in a comment of its
 * own, above directives of the compiler, which would speak of the comment if it stood below them.
 */
export function ignoringEdit(text: string, place: Place, id: string): TextEdit {
  const lines = text.split('\n');
  const { line } = positionsIn(text)(shownRange(text, place).start);
  let first = line;
  while (first > 0 && speaksOfNext(lines[first - 1] ?? '')) first -= 1;
  const ours = lines.slice(first, line).findIndex((one) => idsIn(one).length > 0);
  const insert = (offset: number, put: string): TextEdit => ({
    file: place.file,
    start: offset,
    end: offset,
    text: put,
  });
  if (ours < 0) {
    const indent = /^[ \t]*/.exec(lines[line] ?? '')?.[0] ?? '';
    return insert(startOf(lines, first), `${indent}// aml-secure-compute: ignore-next-line ${id}\n`);
  }
  const at = first + ours;
  return insert(startOf(lines, at) + (lines[at] ?? '').trimEnd().length, ` ${id}`);
}

function startOf(lines: readonly string[], line: number): number {
  return lines.slice(0, line).reduce((offset, one) => offset + one.length + 1, 0);
}
