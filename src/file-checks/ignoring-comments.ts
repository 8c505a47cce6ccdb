import type { TextEdit } from '../documents/edits/text-edit';
import type { SourceRange } from '../documents/source/source-range';
import { positionsIn, diagnosticRange } from './diagnostic-range';

/**
 * Matches `// aml-secure-compute: ignore-next-line id id`, in Terraform also with `#`, after code or on its own line.
 * The IDs follow.
 */
const comment = /(?:\/\/|#)\s*aml-secure-compute:\s*ignore-next-line\s/;

/** Text that each such comment contains. */
const mark = 'aml-secure-compute:';

/** Returns the IDs in such a comment of a line. */
function idsIn(line: string): readonly string[] {
  const found = comment.exec(line);
  const ids = found === null ? '' : line.slice(found.index + found[0].length).trim();
  return ids === '' ? [] : ids.split(/[\s,]+/);
}

/** Matches comments of Terraform, and the compiler's own `#disable-next-line`, which applies to the very next line. */
const directive = /^\s*#/;

/**
 * Returns the suppressed IDs by line number from 0. A comment applies to the next line that is neither such a comment
 * nor a directive.
 */
export function ignoredLines(text: string): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, ReadonlySet<string>>();
  // Most files and lines don't have such a comment, and every edit looks for one.
  if (!text.includes(mark)) return found;
  let ids = new Set<string>();
  text.split('\n').forEach((line, index) => {
    if (ids.size === 0 && !line.includes(mark)) return;
    const own = idsIn(line);
    if (isAboutNextLine(line)) {
      for (const id of own) ids.add(id);
      return;
    }
    if (ids.size > 0) found.set(index, ids);
    ids = new Set(own);
  });
  return found;
}

/**
 * Returns, for each line, the line with only the `{` that starts its item. A comment before that line applies to the
 * item.
 */
export function itemLines(text: string): readonly (number | undefined)[] {
  /** Lines around the current one, each indented further than the previous one. */
  const around: { readonly line: number; readonly depth: number; readonly isItem: boolean }[] = [];
  return text.split('\n').map((one, line) => {
    const depth = one.search(/\S/);
    // An empty line isn't in an item, and doesn't end one.
    if (depth < 0) return undefined;
    while ((around.at(-1)?.depth ?? -1) >= depth) around.pop();
    const outer = around.at(-1);
    around.push({ line, depth, isItem: one.trim() === '{' });
    return outer?.isItem === true ? outer.line : undefined;
  });
}

function isAboutNextLine(line: string): boolean {
  return directive.test(line) || (/^\s*\/\//.test(line) && idsIn(line).length > 0);
}

/**
 * Returns the edit that adds `ids` to the suppressions at a place: in the existing comment, or in a new comment. A new
 * comment goes above compiler directives, which would otherwise apply to the comment.
 */
export function ignoringEdit(text: string, place: SourceRange, added: readonly string[]): TextEdit {
  const ids = added.join(' ');
  const lines = text.split('\n');
  const { line } = positionsIn(text)(diagnosticRange(text, place).start);
  let first = line;
  while (first > 0 && isAboutNextLine(lines[first - 1] ?? '')) first -= 1;
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
