import type { TextEdit } from '../documents/edits/text-edit';
import type { SourceRange } from '../documents/source/source-range';
import { positionsIn, diagnosticRange } from './diagnostic-range';

/** `// aml-secure-compute: ignore-next-line id id`, in Terraform also `#`; behind code or alone in its line. Ids follow it. */
const comment = /(?:\/\/|#)\s*aml-secure-compute:\s*ignore-next-line\s/;

/** The ids that a line has such a comment for. */
function idsIn(line: string): readonly string[] {
  const found = comment.exec(line);
  const ids = found === null ? '' : line.slice(found.index + found[0].length).trim();
  return ids === '' ? [] : ids.split(/[\s,]+/);
}

/** The compiler's own `#disable-next-line`, which speaks of the very next line, and comments of Terraform. */
const directive = /^\s*#/;

/** Ids by the line, from 0, on which they are not told: the next one that is neither such a comment nor a directive. */
export function ignoredLines(text: string): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, ReadonlySet<string>>();
  let ids = new Set<string>();
  text.split('\n').forEach((line, index) => {
    const own = [...idsIn(line)];
    if (speaksOfNext(line)) {
      for (const id of own) ids.add(id);
      return;
    }
    if (ids.size > 0) found.set(index, ids);
    ids = new Set(own);
  });
  return found;
}

/** For each line the one with the `{` alone that begins its item: a comment before that is of the item. */
export function itemLines(text: string): readonly (number | undefined)[] {
  /** Lines around the one that is read, each deeper than the one before. */
  const around: { readonly line: number; readonly depth: number; readonly isItem: boolean }[] = [];
  return text.split('\n').map((one, line) => {
    const depth = one.search(/\S/);
    // An empty line stands in nothing, and ends nothing.
    if (depth < 0) return undefined;
    while ((around.at(-1)?.depth ?? -1) >= depth) around.pop();
    const outer = around.at(-1);
    around.push({ line, depth, isItem: one.trim() === '{' });
    return outer?.isItem === true ? outer.line : undefined;
  });
}

function speaksOfNext(line: string): boolean {
  return directive.test(line) || (/^\s*\/\//.test(line) && idsIn(line).length > 0);
}

/**
 * The edit that adds `ids` to what is ignored of a place: to the comment that is there already, else in a comment of its
 * own, above directives of the compiler, which would speak of the comment if it stood below them.
 */
export function ignoringEdit(text: string, place: SourceRange, added: readonly string[]): TextEdit {
  const ids = added.join(' ');
  const lines = text.split('\n');
  const { line } = positionsIn(text)(diagnosticRange(text, place).start);
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
    return insert(
      startOf(lines, first),
      `${indent}${isHcl(place.file) ? '#' : '//'} aml-secure-compute: ignore-next-line ${ids}\n`,
    );
  }
  const at = first + ours;
  return insert(startOf(lines, at) + (lines[at] ?? '').trimEnd().length, ` ${ids}`);
}

function startOf(lines: readonly string[], line: number): number {
  return lines.slice(0, line).reduce((offset, one) => offset + one.length + 1, 0);
}

function isHcl(file: string): boolean {
  return /\.(?:tf|tfvars)$/i.test(file);
}
