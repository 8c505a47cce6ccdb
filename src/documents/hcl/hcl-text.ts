import type { WrittenValue } from '../edits/text-edit';
import type { SourceRange } from '../source/source-range';
import { isWrittenExpression } from '../edits/text-edit';

/** An argument to write: its name, and its value as an HCL expression. */
export interface WrittenArgument {
  readonly name: string;
  readonly value: string;
}

/** A file to edit. */
export interface HclSource {
  readonly file: string;
  readonly text: string;
}

/** An argument of a block, or a member of an object. */
export interface EditedEntry {
  readonly name: SourceRange;
  readonly value: SourceRange;
}

/** Changes of entries, by index in the list. */
export interface EntryChanges {
  /** Entries with other names or values. */
  readonly changed?: ReadonlyMap<number, Partial<WrittenArgument>>;
  /** New entries after the last one. */
  readonly added?: readonly WrittenArgument[];
}

/** A block to write. */
export interface NewHclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  /** Arguments in groups, with a blank line between groups. */
  readonly arguments: readonly (readonly WrittenArgument[])[];
  readonly blocks: readonly NewHclBlock[];
  /**
   * Every argument, for a block that is also an argument. Terraform's JSON form requires all of them, null where unset.
   * Source: "Attributes as Blocks" in the documentation of Terraform, 2026-11.
   */
  readonly members?: readonly string[];
}

const step = '  ';

/** Writes a value as HCL on one line. */
export function valueInHcl(value: WrittenValue): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isWrittenExpression(value)) return value.$expression;
  if (Array.isArray(value)) return `[${(value as readonly WrittenValue[]).map(valueInHcl).join(', ')}]`;
  const members = Object.entries(value).map(([name, one]) => `${keyText(name)} = ${valueInHcl(one)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Writes a member's name as a key, in quotation marks if it isn't an identifier. */
export function keyText(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) ? name : quoted(name);
}

function quoted(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replace(/\$\{/g, '$$$${')
    .replace(/%\{/g, '%%{')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t');
  return `"${escaped}"`;
}

/** Formats a block like `terraform fmt`, without the indentation of its first line. */
export function newBlockText(block: NewHclBlock, indent: string, lineEnd: string): string {
  const inner = indent + step;
  const groups = [
    ...block.arguments.filter((group) => group.length > 0).map((group) => alignedLines(group, inner)),
    ...block.blocks.map((one) => [inner + newBlockText(one, inner, lineEnd)]),
  ];
  const head = [block.type, ...block.labels.map((label) => `"${label}"`)].join(' ');
  if (groups.length === 0) return `${head} {}`;
  const body = groups.map((lines) => lines.join(lineEnd)).join(lineEnd + lineEnd);
  return [`${head} {`, body, `${indent}}`].join(lineEnd);
}

/** Formats arguments with their equals signs aligned. */
export function alignedLines(all: readonly WrittenArgument[], indent: string): readonly string[] {
  const width = Math.max(...all.map(({ name }) => name.length));
  return all.map(({ name, value }) => `${indent}${name.padEnd(width)} = ${value}`);
}
