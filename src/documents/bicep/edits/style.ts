import type { SyntaxTree } from '../parser/parse';
import { isToken, syntaxParts } from '../syntax/parts';
import type { ArraySyntax, ObjectSyntax, SyntaxNode } from '../syntax/syntax';

/** The formatting style of a file. */
export interface FileStyle {
  /** One step of indentation. */
  readonly unit: string;
  readonly lineEnd: string;
  /** True if a list of plain values is on one line. */
  readonly hasShortLists: boolean;
}

type List = ArraySyntax | ObjectSyntax;

/**
 * Returns the file's indentation, line ends, and list style. A file without any gets the style of the official
 * formatter.
 */
export function styleOf({ text, root }: SyntaxTree): FileStyle {
  const lists = [...listsOf(root)];
  const first = lists.find((list) => spansLines(list));
  return {
    unit: (first && unitOf(text, first)) ?? '  ',
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    hasShortLists: lists.some((list) => list.is === 'array' && isShort(list)),
  };
}

/** Returns whether the entries of a list span several lines. */
export function spansLines(list: List): boolean {
  return list.entries.some((entry) => 'kind' in entry && entry.kind === 'newline');
}

/** Returns the white space at the start of the line that contains an offset. */
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
