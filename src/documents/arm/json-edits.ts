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

/** Edits that put `items` at the end of the array literal at `array`, in the file's own style; none where there is no array. */
export function insertJsonItems(
  text: string,
  array: SourceRange,
  items: readonly WrittenValue[],
): readonly TextEdit[] {
  const node = nodeAt(text, array);
  if (node?.type !== 'array') return [];
  return [
    appended(text, { file: array.file, node }, (style) => items.map((item) => renderJson(item, style))),
  ];
}

/** Edits that set a member of the object literal at `object`; it is added at the end where it is not there. */
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
    appended(text, { file: object.file, node }, (style) => [
      `${JSON.stringify(name)}: ${renderJson(value, style)}`,
    ]),
  ];
}

/** Edits that put another member in place of one of the object literal at `object`. */
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
  const style: Style = {
    ...styleOf(text),
    inline: !spansLines(text, node),
    indent: indentAt(text, member.offset),
  };
  const { file } = object;
  const written = `${JSON.stringify(put.name)}: ${renderJson(put.value, style)}`;
  return [{ file, start: member.offset, end: nodeEnd(member), text: written }];
}

/** Edits that put `value` where another stands. */
export function replaceJsonValue(text: string, at: SourceRange, value: WrittenValue): readonly TextEdit[] {
  const node = nodeAt(text, at);
  return node ? [replaced(text, { file: at.file, node }, value)] : [];
}

/** Edits that take the array item, or the member whose value is at `at`, away with its comma and its line. */
export function removeJsonValue(text: string, at: SourceRange): readonly TextEdit[] {
  const value = nodeAt(text, at);
  const node = value?.parent?.type === 'property' ? value.parent : value;
  if (!node?.parent) return [];
  const range = withComma(node, node.parent.children ?? []);
  return [{ file: at.file, ...(insideOfEmptied(text, node.parent, range) ?? range), text: '' }];
}

/** All between the brackets, where nothing is left there: `[]` and not a bracket on each of two lines. */
function insideOfEmptied(text: string, list: Node, { start, end }: Range): Range | undefined {
  const inside = { start: list.offset + 1, end: nodeEnd(list) - 1 };
  const left = text.slice(inside.start, start) + text.slice(end, inside.end);
  return left.trim() === '' ? inside : undefined;
}

/** Azure takes a member whatever its letters' case. */
function memberNode({ children }: Node, name: string): Node | undefined {
  const nameOf = (one: Node): string => String(one.children?.[0]?.value).toLowerCase();
  return children?.find((one) => nameOf(one) === name.toLowerCase());
}

type Range = Pick<TextEdit, 'start' | 'end'>;

/** A node with the comma before it; the first with the comma after it. */
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

/** How what is written looks: on one line, or on lines of its own below `indent`. */
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
  const style: Style = {
    ...styleOf(text),
    inline: !spansLines(text, node),
    indent: indentAt(text, node.offset),
  };
  return { file, start: node.offset, end: nodeEnd(node), text: renderJson(value, style) };
}

/** How an entry beside another looks, and what comes between the two after the comma. */
export function siblingLayout(text: string, node: Node): { readonly style: Style; readonly between: string } {
  const { unit, eol } = styleOf(text);
  const indent = indentAt(text, node.offset);
  const inline = text.slice(0, node.offset).split('\n').at(-1)?.trim() !== '';
  const style: Style = { unit, eol, indent, inline };
  return { style, between: inline ? ' ' : eol + indent };
}

function appended(
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

/** A list of its own that takes one line: what is added beside it takes one as well. */
function isOneLiner(text: string, node: Node): boolean {
  const isList = node.type === 'object' || node.type === 'array';
  return isList && (node.children?.length ?? 0) > 0 && !spansLines(text, node);
}

/** A value as JSON has it; computed ones as expressions of a template. */
export function renderJson(value: WrittenValue, { inline, indent, unit, eol }: Style): string {
  if (inline) return renderInline(value);
  return JSON.stringify(plain(value), null, unit).replaceAll('\n', `${eol}${indent}`);
}

/** `[concat('Storage.', parameters('location'))]` */
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

/** White space at the beginning of the line that holds `offset`. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** Indentation and line ends as the file has them. */
function styleOf(text: string): Pick<Style, 'unit' | 'eol'> {
  const [, unit = '  '] = /\n([ \t]+)\S/.exec(text) ?? [];
  return { unit: unit.startsWith('\t') ? '\t' : unit, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
