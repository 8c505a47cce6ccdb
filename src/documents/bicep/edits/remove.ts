import type { TextEdit } from '../../edits/text-edit';
import type { SyntaxTree } from '../parser/parse';
import type { SyntaxNode } from '../syntax/syntax';
import type { Token } from '../tokens/token';
import type { Removable } from './find-node';

/**
 * Returns an edit that removes an entry from a list. It also removes the separator, the comments on its lines, and the
 * comments directly above it, which describe the entry.
 */
export function removeFrom(tree: SyntaxTree, { list, entry }: Removable): TextEdit {
  const { before, after } = neighborsOf(list.entries, entry);
  const isOnOwnLines = isLineEnd(before) && isLineEnd(after);
  const range =
    list.is === 'file' || isOnOwnLines
      ? linesOf(tree, entry, after)
      : rangeInLine(tree, { list, entry }, { before, after });
  return { file: tree.file, ...(insideOfEmptied(tree, list, range) ?? range), text: '' };
}

/**
 * Returns the whole range between the brackets if the removal leaves nothing there: the result is `[]` instead of
 * brackets on two lines.
 */
function insideOfEmptied(
  { text }: SyntaxTree,
  list: Removable['list'],
  { start, end }: Range,
): Range | undefined {
  if (list.is === 'file' || !list.close) return undefined;
  const inside = { start: list.open.end, end: list.close.start };
  const left = text.slice(inside.start, start) + text.slice(end, inside.end);
  return left.trim() === '' ? inside : undefined;
}

/** The tokens before and after an entry in its list. */
interface Neighbors {
  readonly before: Token | undefined;
  readonly after: Token | undefined;
}

type Range = Pick<TextEdit, 'start' | 'end'>;

function neighborsOf(entries: readonly (SyntaxNode | Token)[], entry: SyntaxNode): Neighbors {
  const index = entries.indexOf(entry);
  const tokenAt = (at: number): Token | undefined => {
    const one = entries[at];
    return one !== undefined && 'kind' in one ? one : undefined;
  };
  return { before: tokenAt(index - 1), after: tokenAt(index + 1) };
}

function isLineEnd(token: Token | undefined): boolean {
  return token?.kind === 'newline';
}

function rangeInLine(
  tree: SyntaxTree,
  { list, entry }: Removable & { readonly list: Exclude<Removable['list'], { is: 'file' }> },
  { before, after }: Neighbors,
): Range {
  if (after?.kind === ',') return { start: entry.start, end: startOfNext(tree, after) };
  if (before?.kind === ',') return { start: before.start, end: entry.end };
  // The entry is next to a bracket on its line. The line end on the other side stays, because a comment may need it.
  if (before !== undefined || after !== undefined) return { start: entry.start, end: entry.end };
  return { start: list.open.end, end: list.close?.start ?? entry.end };
}

/** Returns the range of whole lines, from the comments above to the line end. */
function linesOf(tree: SyntaxTree, entry: SyntaxNode, after: Token | undefined): Range {
  const { text } = tree;
  const start = startOfComments(tree, lineStart(text, entry.start));
  if (after === undefined) return withoutBlank(text, { start, end: text.length });
  const newline = text.indexOf('\n', after.start);
  return withoutBlank(text, { start, end: newline < 0 || newline >= after.end ? after.end : newline + 1 });
}

/** Extends a range by the empty line that would otherwise follow another empty line or end the file. */
function withoutBlank(text: string, { start, end }: Range): Range {
  const [above = ''] = /\n[ \t]*\r?\n$|^$/.exec(text.slice(0, start)) ?? ['none'];
  if (above === 'none') return { start, end };
  if (text.slice(end).trim() === '') return { start: above === '' ? start : start - above.length + 1, end };
  const [below = ''] = /^[ \t]*\r?\n/.exec(text.slice(end)) ?? [''];
  return { start, end: end + below.length };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Returns the start of the first line of the block directly above that contains only comments or directives. */
function startOfComments(tree: SyntaxTree, start: number): number {
  const { text, remarks } = tree;
  if (start === 0) return 0;
  const aboveEnd = text.slice(0, start).trimEnd().length;
  const isDirectlyAbove = text.slice(aboveEnd, start).split('\n').length === 2;
  const remark = remarks.find(({ end }) => end === aboveEnd);
  if (!isDirectlyAbove || remark === undefined) return start;
  const first = lineStart(text, remark.start);
  const isAlone = text.slice(first, remark.start).trim() === '';
  return isAlone ? startOfComments(tree, first) : start;
}

/** Returns the start of the next token after a comma. */
function startOfNext({ tokens }: SyntaxTree, comma: Token): number {
  const next = tokens[tokens.indexOf(comma) + 1];
  return next?.kind === 'newline' ? comma.end : (next?.start ?? comma.end);
}
