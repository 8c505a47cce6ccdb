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

/** Edits that put items at the end of the array literal at a place, in the file's own style; none where there is no array. */
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

/** Edits that set a member of the object literal at a place; it is added at the end where it is not there. */
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

/** Edits that put another member in place of one of the object literal at a place. */
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

/** A list by its items, each as it stands in the file. */
function asWritten(node: SyntaxNode, text: string): WrittenValue {
  const source = (one: SyntaxNode): WrittenValue => ({ $expression: text.slice(one.start, one.end) });
  if (node.is !== 'array') return source(node);
  return node.entries.flatMap((entry) => ('is' in entry ? [source(entry)] : []));
}

/** Edits that put a value where another stands; none where no value is exactly there. */
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
  // A list on one line stays on one; a plain value may grow to lines.
  const isInline = /^[[{]/.test(text.slice(start, end)) && !text.slice(start, end).includes('\n');
  const written = renderBicep(value, { ...styleOf(tree), isInline, indent: indentAt(text, start) });
  return { file, start, end, text: written };
}

/**
 * Edits that take away the array item, the member by its value, or the declaration at a place, with its separator and
 * comments.
 */
export function removeBicepValue(text: string, at: SourceRange): readonly TextEdit[] {
  const tree = parseBicep(text, at.file);
  const found = findRemovable(tree.root, at);
  return found === undefined ? [] : [removeFrom(tree, found)];
}
