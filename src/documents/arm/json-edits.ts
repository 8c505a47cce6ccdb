import { findNodeAtOffset, getNodeValue, parseTree, type Node } from 'jsonc-parser';
import {
  isWrittenExpression,
  isJoined,
  type JoinedText,
  type MemberEdit,
  type TextEdit,
  type WrittenValue,
  type WrittenExpression,
} from '../edits/text-edit';
import type { SourceRange } from '../source/source-range';

/**
 * Returns edits that append `items` to the array literal at `array`, in the file's own style. Empty if there is no
 * array.
 */
export function insertJsonItems(
  text: string,
  array: SourceRange,
  items: readonly WrittenValue[],
): readonly TextEdit[] {
  const node = nodeAt(text, array);
  if (node?.type !== 'array') return [];
  return [
    appendJson(text, { file: array.file, node }, (style) => items.map((item) => renderJson(item, style))),
  ];
}

/** Returns edits that set a member of the object literal at `object`. A missing member is added at the end. */
export function setJsonMember(
  text: string,
  object: SourceRange,
  { name, value }: { readonly name: string; readonly value: WrittenValue },
): readonly TextEdit[] {
  const node = nodeAt(text, object);
  if (node?.type !== 'object') return [];
  const member = memberNode(node, name)?.children?.[1];
  if (member) return [replaced(text, { file: object.file, node: member }, value)];
  return [
    appendJson(text, { file: object.file, node }, (style) => [
      `${JSON.stringify(name)}: ${renderJson(value, style)}`,
    ]),
  ];
}

/** Returns edits that replace a member of the object literal at `object` with another member. */
export function replaceJsonMember(
  text: string,
  object: SourceRange,
  { name, by }: MemberEdit,
): readonly TextEdit[] {
  const node = nodeAt(text, object);
  const member = node && memberNode(node, name);
  const old = member?.children?.[1];
  if (!node || !member || !old) return [];
  const put = by(getNodeValue(old) as WrittenValue);
  if (!put) return [];
  const style: Style = { ...jsonStyleAt(text, node), indent: indentAt(text, member.offset) };
  const { file } = object;
  const written = `${JSON.stringify(put.name)}: ${renderJson(put.value, style)}`;
  return [{ file, start: member.offset, end: nodeEnd(member), text: written }];
}

/** Returns edits that replace the value at a place with `value`. */
export function replaceJsonValue(text: string, at: SourceRange, value: WrittenValue): readonly TextEdit[] {
  const node = nodeAt(text, at);
  return node ? [replaced(text, { file: at.file, node }, value)] : [];
}

/** Returns edits that remove the array item, or the member whose value is at `at`, with its comma and its line. */
export function removeJsonValue(text: string, at: SourceRange): readonly TextEdit[] {
  const value = nodeAt(text, at);
  const node = value?.parent?.type === 'property' ? value.parent : value;
  if (!node?.parent) return [];
  const range = withComma(node, node.parent.children ?? []);
  return [{ file: at.file, ...(insideOfEmptied(text, node.parent, range) ?? range), text: '' }];
}

/**
 * Returns the whole range between the brackets if the removal leaves nothing there: the result is `[]` instead of
 * brackets on two lines.
 */
function insideOfEmptied(text: string, list: Node, { start, end }: Range): Range | undefined {
  const inside = { start: list.offset + 1, end: nodeEnd(list) - 1 };
  const left = text.slice(inside.start, start) + text.slice(end, inside.end);
  return left.trim() === '' ? inside : undefined;
}

/** Finds a member by name, ignoring case as Azure does. */
function memberNode({ children }: Node, name: string): Node | undefined {
  const nameOf = (one: Node): string => String(one.children?.[0]?.value).toLowerCase();
  return children?.find((one) => nameOf(one) === name.toLowerCase());
}

type Range = Pick<TextEdit, 'start' | 'end'>;

/** Returns the range of a node with the comma before it, or for the first node with the comma after it. */
function withComma(node: Node, siblings: readonly Node[]): Range {
  const index = siblings.indexOf(node);
  const before = siblings[index - 1];
  if (before) return { start: nodeEnd(before), end: nodeEnd(node) };
  return { start: node.offset, end: siblings[index + 1]?.offset ?? nodeEnd(node) };
}

interface Target {
  readonly file: string;
  readonly node: Node;
}

/** The layout of rendered JSON: on one line, or on separate lines that are indented by `indent`. */
export interface Style {
  readonly inline: boolean;
  readonly indent: string;
  readonly unit: string;
  readonly eol: string;
}

export function nodeAt(text: string, { start }: SourceRange): Node | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root && findNodeAtOffset(root, start);
}

function replaced(text: string, { file, node }: Target, value: WrittenValue): TextEdit {
  return { file, start: node.offset, end: nodeEnd(node), text: renderJson(value, jsonStyleAt(text, node)) };
}

/** Returns the layout of a node: on one line, or with the indentation of its first line. */
export function jsonStyleAt(text: string, node: Node): Style {
  return { ...styleOf(text), inline: !spansLines(text, node), indent: indentAt(text, node.offset) };
}

/** Returns the layout of an entry after an existing one, and the text between the comma and the new entry. */
export function siblingLayout(text: string, node: Node): { readonly style: Style; readonly between: string } {
  const { unit, eol } = styleOf(text);
  const indent = indentAt(text, node.offset);
  const inline = text.slice(0, node.offset).split('\n').at(-1)?.trim() !== '';
  const style: Style = { unit, eol, indent, inline };
  return { style, between: inline ? ' ' : eol + indent };
}

/** Returns an edit that appends entries to a list or an object, in the file's own style. */
export function appendJson(
  text: string,
  { file, node }: Target,
  write: (style: Style) => readonly string[],
): TextEdit {
  const last = node.children?.at(-1);
  const { unit, eol } = styleOf(text);
  const own = indentAt(text, node.offset);
  const style: Style = { unit, eol, inline: false, indent: last ? indentAt(text, last.offset) : own + unit };
  if (!last) {
    const inside = `${eol}${style.indent}${write(style).join(`,${eol}${style.indent}`)}${eol}${own}`;
    return { file, start: node.offset + 1, end: nodeEnd(node) - 1, text: inside };
  }
  const at = nodeEnd(last);
  const first = node.children?.[0] ?? last;
  const isOneLine = !text.slice(node.offset, first.offset).includes('\n');
  const before = isOneLine ? ' ' : `${eol}${style.indent}`;
  const item = before + write({ ...style, inline: isOneLine || isOneLiner(text, last) }).join(`,${before}`);
  const comma = /^\s*,/.exec(text.slice(at));
  return comma
    ? { file, start: at + comma[0].length, end: at + comma[0].length, text: item }
    : { file, start: at, end: at, text: `,${item}` };
}

/** Returns whether an entry is a list on one line. An entry that is added next to it takes one line too. */
function isOneLiner(text: string, node: Node): boolean {
  const isList = node.type === 'object' || node.type === 'array';
  return isList && (node.children?.length ?? 0) > 0 && !spansLines(text, node);
}

/** Renders a value as JSON, with computed values as template expressions. */
export function renderJson(value: WrittenValue, { inline, indent, unit, eol }: Style): string {
  if (inline) return renderInline(value);
  return JSON.stringify(plain(value), null, unit).replaceAll('\n', `${eol}${indent}`);
}

/** Renders a computed text as an expression: `[concat('Storage.', parameters('location'))]` */
function joined(value: JoinedText | WrittenExpression): string {
  if ('$expression' in value) return `[${value.$expression}]`;
  const [text, expression] = value.$join;
  return `[concat('${text.replaceAll("'", "''")}', ${expression})]`;
}

function plain(value: WrittenValue): WrittenValue {
  if (isJoined(value) || isWrittenExpression(value)) return joined(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly WrittenValue[]).map(plain);
  return Object.fromEntries(Object.entries(value).map(([name, its]) => [name, plain(its)]));
}

function renderInline(value: WrittenValue): string {
  if (isJoined(value) || isWrittenExpression(value)) return JSON.stringify(joined(value));
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly WrittenValue[]).map(renderInline).join(', ')}]`;
  const members = Object.entries(value).map(([name, its]) => `${JSON.stringify(name)}: ${renderInline(its)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

export function nodeEnd(node: Node): number {
  return node.offset + node.length;
}

function spansLines(text: string, node: Node): boolean {
  return text.slice(node.offset, nodeEnd(node)).includes('\n');
}

/** Returns the white space at the start of the line that contains `offset`. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** Returns the file's indentation and line ends. */
function styleOf(text: string): Pick<Style, 'unit' | 'eol'> {
  const [, unit = '  '] = /\n([ \t]+)\S/.exec(text) ?? [];
  return { unit: unit.startsWith('\t') ? '\t' : unit, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
