import type { SourceRange } from '../../source/source-range';
import { isToken, syntaxParts } from '../syntax/parts';
import type {
  ArraySyntax,
  FileSyntax,
  MemberSyntax,
  ObjectSyntax,
  ResourceSyntax,
  Spanned,
  SyntaxNode,
} from '../syntax/syntax';

/** Finds the array literal that begins at a place. */
export function findArray(root: FileSyntax, { start }: SourceRange): ArraySyntax | undefined {
  return find(root, start, (node): node is ArraySyntax => node.is === 'array' && node.start === start);
}

/** Finds the object literal that begins at a place. */
export function findObject(root: FileSyntax, { start }: SourceRange): ObjectSyntax | undefined {
  return find(root, start, (node): node is ObjectSyntax => node.is === 'object' && node.start === start);
}

/** Returns whether a place is exactly the range of a value, name, or type of the file. */
export function isNodeAt(root: FileSyntax, { start, end }: SourceRange): boolean {
  const fits = (node: SyntaxNode): node is SyntaxNode => node.start === start && node.end === end;
  return find(root, start, fits) !== undefined;
}

/** Finds the resource that is declared at a place, at the top level or inside another resource. */
export function findResource(
  root: FileSyntax,
  { start, end }: SourceRange,
): { readonly resource: ResourceSyntax; readonly isNested: boolean } | undefined {
  const fits = (node: SyntaxNode): node is ResourceSyntax =>
    node.is === 'resource' && node.start === start && node.end === end;
  const resource = find(root, start, fits);
  return resource && { resource, isNested: !root.entries.some((entry) => entry === resource) };
}

/** An entry that can be removed from a list, and the list. */
export interface Removable {
  readonly list: ObjectSyntax | ArraySyntax | FileSyntax;
  readonly entry: SyntaxNode;
}

/** Finds the item, the member with this value, or the declaration at a place. */
export function findRemovable(root: FileSyntax, place: SourceRange): Removable | undefined {
  const containsEntry = (node: SyntaxNode): node is Removable['list'] =>
    (node.is === 'object' || node.is === 'array' || node.is === 'file') && entryAt(node, place) !== undefined;
  const list = find(root, place.start, containsEntry);
  const entry = list && entryAt(list, place);
  return list && entry && { list, entry };
}

function entryAt(list: Removable['list'], place: SourceRange): SyntaxNode | undefined {
  const entries: readonly (SyntaxNode | object)[] = list.entries;
  return entries.find((entry): entry is SyntaxNode => 'is' in entry && meansEntry(entry, place));
}

function meansEntry(entry: SyntaxNode, { start, end }: SourceRange): boolean {
  const isAt = (node: Spanned | null): boolean => node !== null && node.start === start && node.end === end;
  return isAt(withoutParentheses(entry)) || isAt(entry) || (entry.is === 'member' && isAt(valueOf(entry)));
}

function valueOf({ value }: MemberSyntax): SyntaxNode | null {
  return value && withoutParentheses(value);
}

/** Returns the inner node of parentheses: the place of a value is the place of what its parentheses contain. */
function withoutParentheses(node: SyntaxNode): SyntaxNode {
  const inner = node.is === 'parentheses' ? node.entries.find((entry) => 'is' in entry) : undefined;
  return inner === undefined ? node : withoutParentheses(inner);
}

/** Finds the outermost matching node among the nodes that contain an offset. */
function find<Node extends SyntaxNode>(
  node: SyntaxNode,
  offset: number,
  fits: (node: SyntaxNode) => node is Node,
): Node | undefined {
  if (offset < node.start || offset > node.end) return undefined;
  if (fits(node)) return node;
  for (const part of syntaxParts(node)) {
    const found = isToken(part) ? undefined : find(part, offset, fits);
    if (found !== undefined) return found;
  }
  return undefined;
}
