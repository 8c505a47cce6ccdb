import type { MemberEdit, TextEdit, WrittenValue } from '../../edits/text-edit';
import type { SourceRange } from '../../source/source-range';
import { parseBicep, type SyntaxTree } from '../parser/parse';
import type { SyntaxNode } from '../syntax/syntax';
import { findArray, findObject, findRemovable, isNodeAt } from './find-node';
import { appendTo } from './insert';
import { bicepMember } from './members';
import { removeFrom } from './remove';
import { isPlain, renderBicep, renderMember } from './render';
import { indentAt, spansLines, styleOf } from './style';

/**
 * Returns edits that append items to the array literal at a place, in the file's own style. Empty if there is no array.
 */
export function insertBicepItems(
  text: string,
  array: SourceRange,
  items: readonly WrittenValue[],
): readonly TextEdit[] {
  const tree = parseBicep(text, array.file);
  const list = findArray(tree.root, array);
  if (list === undefined) return [];
  return appendTo(
    tree,
    list,
    items.map((item) => ({ isPlain: isPlain(item), render: (layout) => renderBicep(item, layout) })),
  );
}

/** Returns edits that set a member of the object literal at a place. A missing member is added at the end. */
export function setBicepMember(
  text: string,
  object: SourceRange,
  { name, value }: { readonly name: string; readonly value: WrittenValue },
): readonly TextEdit[] {
  const tree = parseBicep(text, object.file);
  const found = findObject(tree.root, object);
  if (found === undefined) return [];
  const member = bicepMember(found, name);
  if (member === undefined) {
    return appendTo(tree, found, [{ isPlain: false, render: (layout) => renderMember(name, value, layout) }]);
  }
  return member.value === null ? [] : [replaced(tree, member.value, value)];
}

/** Returns edits that replace a member of the object literal at a place with another member. */
export function replaceBicepMember(
  text: string,
  object: SourceRange,
  { name, by }: MemberEdit,
): readonly TextEdit[] {
  const tree = parseBicep(text, object.file);
  const found = findObject(tree.root, object);
  const member = found && bicepMember(found, name);
  const put = member?.value ? by(asWritten(member.value, text)) : null;
  if (!found || !member || !put) return [];
  const layout = { ...styleOf(tree), isInline: !spansLines(found), indent: indentAt(text, member.start) };
  const { start, end } = member;
  return [{ file: object.file, start, end, text: renderMember(put.name, put.value, layout) }];
}

/** Returns an array as its items, and any other node as a whole, each with its source text. */
function asWritten(node: SyntaxNode, text: string): WrittenValue {
  const source = (one: SyntaxNode): WrittenValue => ({ $expression: text.slice(one.start, one.end) });
  if (node.is !== 'array') return source(node);
  return node.entries.flatMap((entry) => ('is' in entry ? [source(entry)] : []));
}

/** Returns edits that replace the value at a place. Empty if no value is exactly there. */
export function replaceBicepValue(text: string, at: SourceRange, value: WrittenValue): readonly TextEdit[] {
  const tree = parseBicep(text, at.file);
  return isNodeAt(tree.root, at) ? [replaced(tree, at, value)] : [];
}

function replaced(
  tree: SyntaxTree,
  { start, end }: { readonly start: number; readonly end: number },
  value: WrittenValue,
): TextEdit {
  const { text, file } = tree;
  // A list on one line stays on one line. A plain value can become multi-line.
  const isInline = /^[[{]/.test(text.slice(start, end)) && !text.slice(start, end).includes('\n');
  const written = renderBicep(value, { ...styleOf(tree), isInline, indent: indentAt(text, start) });
  return { file, start, end, text: written };
}

/**
 * Returns edits that remove the array item, the member with this value, or the declaration at a place, with its
 * separator and comments.
 */
export function removeBicepValue(text: string, at: SourceRange): readonly TextEdit[] {
  const tree = parseBicep(text, at.file);
  const found = findRemovable(tree.root, at);
  return found === undefined ? [] : [removeFrom(tree, found)];
}
