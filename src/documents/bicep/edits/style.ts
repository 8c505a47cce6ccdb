import type { SyntaxTree } from '../parser/parse';
import { isToken, syntaxParts } from '../syntax/parts';
import type { ArraySyntax, ObjectSyntax, SyntaxNode } from '../syntax/syntax';

/** How a file is written. */
export interface FileStyle {
  /** One step of indentation. */
  readonly unit: string;
  readonly lineEnd: string;
  /** Lists of plain values stand on one line. */
  readonly hasShortLists: boolean;
}

type List = ArraySyntax | ObjectSyntax;

/** Indentation, line ends and lists as the file has them; of a file without any as the official formatter writes. */
export function styleOf({ text, root }: SyntaxTree): FileStyle {
  const lists = [...listsOf(root)];
  const first = lists.find((list) => spansLines(list));
  return {
    unit: (first && unitOf(text, first)) ?? '  ',
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    hasShortLists: lists.some((list) => list.is === 'array' && isShort(list)),
  };
}

/** Whether the entries of a list are on more lines than one. */
export function spansLines(list: List): boolean {
  return list.entries.some((entry) => 'kind' in entry && entry.kind === 'newline');
}

/** Blanks at the beginning of the line that holds an offset. */
export function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function unitOf(text: string, list: List): string | undefined {
  const entry = list.entries.find((one) => 'is' in one);
  const outer = indentAt(text, list.start);
  const inner = entry === undefined ? '' : indentAt(text, entry.start);
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : undefined;
}

function isShort(list: ArraySyntax): boolean {
  const items = list.entries.filter((entry) => 'is' in entry);
  return (
    items.length > 0 && !spansLines(list) && items.every((one) => one.is === 'literal' || one.is === 'string')
  );
}

function* listsOf(node: SyntaxNode): Iterable<List> {
  if (node.is === 'array' || node.is === 'object') yield node;
  for (const part of syntaxParts(node)) if (!isToken(part)) yield* listsOf(part);
}
