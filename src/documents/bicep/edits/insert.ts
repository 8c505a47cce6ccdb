import type { TextEdit } from '../../edits/text-edit';
import type { SyntaxTree } from '../parser/parse';
import type { ArraySyntax, ObjectSyntax, SyntaxNode } from '../syntax/syntax';
import type { Token } from '../tokens/token';
import type { ValueLayout } from './render';
import { type FileStyle, indentAt, spansLines, styleOf } from './style';

type List = ArraySyntax | ObjectSyntax;

/**
 * An entry to insert into a list: renders its text in a layout. `isPlain` is true if the text takes one line in every
 * layout.
 */
export interface Inserted {
  readonly isPlain: boolean;
  readonly render: (layout: ValueLayout) => string;
}

/**
 * Returns edits that append entries to a list. They go on the same line if the list is on one line. Otherwise, they go
 * on their own lines, after the last entry and its comment. Empty if the list can't be parsed completely.
 */
export function appendTo(tree: SyntaxTree, list: List, added: readonly Inserted[]): readonly TextEdit[] {
  const { close } = list;
  if (
    close === null ||
    added.length === 0 ||
    list.entries.some((entry) => 'is' in entry && entry.is === 'broken')
  ) {
    return [];
  }
  const style = styleOf(tree);
  const last = list.entries.findLast((entry) => 'is' in entry);
  if (last === undefined) return [intoEmpty({ tree, style }, { ...list, close }, added)];
  const at = (offset: number, text: string): TextEdit[] => [
    { file: tree.file, start: offset, end: offset, text },
  ];
  if (!spansLines(list)) {
    const layout = { ...style, isInline: true, indent: '' };
    return at(last.end, added.map((one) => `, ${one.render(layout)}`).join(''));
  }
  const indent = indentAt(tree.text, last.start);
  const layout = { ...style, isInline: isOneLiner(last), indent };
  const lines = added.map((one) => `${style.lineEnd}${indent}${one.render(layout)}`);
  return at(endOfLine(list, last.end) ?? last.end, lines.join(''));
}

/** Returns whether an entry is a non-empty list on one line. An entry that is added after it takes one line too. */
function isOneLiner(entry: SyntaxNode): boolean {
  const isList = entry.is === 'object' || entry.is === 'array';
  return isList && entry.entries.some((one) => 'is' in one) && !spansLines(entry);
}

/** Returns the end of the last entry's line, after its comment, or undefined if the list ends on that line. */
function endOfLine({ entries }: List, lastEnd: number): number | undefined {
  const next = entries.find((entry): entry is Token => 'kind' in entry && entry.start >= lastEnd);
  return next?.kind === 'newline' ? next.start : undefined;
}

function intoEmpty(
  { tree, style }: { readonly tree: SyntaxTree; readonly style: FileStyle },
  list: List & { readonly close: Token },
  added: readonly Inserted[],
): TextEdit {
  const { open, close, entries } = list;
  const { text, file } = tree;
  const own = indentAt(text, list.start);
  const line = entries.findLast((entry): entry is Token => 'kind' in entry && entry.kind === 'newline');
  const isBare = text.slice(open.end, close.start).trim() === '';
  if (list.is === 'array' && line === undefined && isBare && added.every((one) => one.isPlain)) {
    const inside = added.map((one) => one.render({ ...style, isInline: true, indent: own })).join(', ');
    return { file, start: open.end, end: close.start, text: inside };
  }
  const indent = own + style.unit;
  const lines = added.map(
    (one) => `${indent}${one.render({ ...style, isInline: false, indent })}${style.lineEnd}`,
  );
  // Comments inside the list stay above the new entries.
  if (line !== undefined && !isBare) return { file, start: line.end, end: line.end, text: lines.join('') };
  const start = isBare ? open.end : close.start;
  return { file, start, end: close.start, text: `${style.lineEnd}${lines.join('')}${own}` };
}
