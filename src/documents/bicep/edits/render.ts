import { isWrittenExpression, isJoined, type JoinedText, type WrittenValue } from '../../edits/text-edit';
import type { FileStyle } from './style';

/** A layout on one line, or on separate lines that are indented by `indent`. */
export interface ValueLayout extends FileStyle {
  readonly isInline: boolean;
  readonly indent: string;
}

type WrittenObject = Readonly<Record<string, WrittenValue>>;

/** Renders a value as Bicep. */
export function renderBicep(value: WrittenValue, layout: ValueLayout): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return renderText(value);
  if (typeof value === 'number') return renderNumber(value);
  if (isJoined(value)) return renderJoined(value);
  if (isWrittenExpression(value)) return value.$expression;
  return isList(value) ? renderList(value, layout) : renderObject(value, layout);
}

/** Renders `'Storage.${location}'`. */
function renderJoined({ $join: [text, expression] }: JoinedText): string {
  return `${renderText(text).slice(0, -1)}\${${expression}}'`;
}

/** Renders a member's name, in quotes if it isn't a valid identifier. */
function renderKey(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) && !/^(?:true|false|null)$/.test(name) ? name : renderText(name);
}

/** Renders `name: value`. */
export function renderMember(name: string, value: WrittenValue, layout: ValueLayout): string {
  return `${renderKey(name)}: ${renderBicep(value, layout)}`;
}

function isList(value: readonly WrittenValue[] | WrittenObject): value is readonly WrittenValue[] {
  return Array.isArray(value);
}

/** Returns whether a value takes one line in every layout. */
export function isPlain(value: WrittenValue): boolean {
  return value === null || typeof value !== 'object' || isJoined(value) || isWrittenExpression(value);
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '${': '\\${',
};

function renderText(text: string): string {
  return `'${text.replaceAll(/\\|'|\n|\r|\t|\$\{/g, (found) => escapes[found] ?? found)}'`;
}

/** Renders a number. Bicep only has integers. */
function renderNumber(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : `json('${value}')`;
}

function renderList(items: readonly WrittenValue[], layout: ValueLayout): string {
  if (items.length === 0) return '[]';
  const isInline = layout.isInline || (layout.hasShortLists && items.every(isPlain));
  if (isInline) return `[${items.map((item) => renderBicep(item, { ...layout, isInline })).join(', ')}]`;
  return overLines(['[', ']'], layout, (inner) => items.map((item) => renderBicep(item, inner)));
}

function renderObject(value: WrittenObject, layout: ValueLayout): string {
  const members = Object.entries(value);
  if (members.length === 0) return '{}';
  if (layout.isInline) {
    return `{ ${members.map(([name, its]) => renderMember(name, its, layout)).join(', ')} }`;
  }
  return overLines(['{', '}'], layout, (inner) =>
    members.map(([name, its]) => renderMember(name, its, inner)),
  );
}

function overLines(
  [open, close]: readonly [string, string],
  layout: ValueLayout,
  entries: (inner: ValueLayout) => readonly string[],
): string {
  const inner = { ...layout, indent: layout.indent + layout.unit };
  const lines = entries(inner).map((entry) => `${layout.lineEnd}${inner.indent}${entry}`);
  return `${open}${lines.join('')}${layout.lineEnd}${layout.indent}${close}`;
}
