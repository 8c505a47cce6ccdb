import { commentLines } from '../comment-lines';

/** A value of Terraform's language: a literal, or verbatim code. */
export type HclValue = string | number | boolean | readonly HclValue[] | HclObject | HclCode;

interface HclObject {
  readonly is: 'object';
  readonly fields: Readonly<Record<string, HclValue>>;
  /** If set, the key of the only field is this expression. */
  readonly key?: string;
  /** Checks that aren't reported for a field, by field name. */
  readonly ignored?: Readonly<Record<string, string>>;
}

interface HclCode {
  readonly is: 'code';
  readonly text: string;
}

/** A block with its arguments, followed by its nested blocks. */
export interface WrittenBlock {
  /** `resource "azurerm_route" "direct"`. */
  readonly head: string;
  readonly comment?: readonly string[];
  /** A check that isn't reported for the block. */
  readonly ignored?: string | undefined;
  readonly values: Readonly<Record<string, HclValue>>;
  readonly blocks?: readonly WrittenBlock[];
  /** Addresses that the block depends on. */
  readonly dependsOn?: readonly string[];
}

export function hclCode(text: string): HclCode {
  return { is: 'code', text };
}

export function hclObject(fields: HclObject['fields']): HclObject {
  return { is: 'object', fields };
}

/**
 * Returns `text` as a quoted template without sequences
 * (developer.hashicorp.com/terraform/language/expressions/strings).
 */
export function hclString(text: string): string {
  return `"${hclCharacters(text)}"`;
}

/**
 * Returns the content of a quoted template.
 * `$${` escapes a single `${`. Next to other dollar signs, it's ambiguous, so these are written as character codes.
 */
export function hclCharacters(text: string): string {
  return text
    .replace(/[\\"]/g, '\\$&')
    .replace(/(?<!\$)\$+(?:\{|$)|(?<!%)%+(?:\{|$)/g, escapedMarks)
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, codes);
}

/** Escapes markers before a brace, which would begin a sequence, or at the end, where one can follow. */
function escapedMarks(found: string): string {
  const brace = found.endsWith('{') ? '{' : '';
  const marks = found.slice(0, found.length - brace.length);
  return marks.length === 1 && brace !== '' ? marks + found : codes(marks) + brace;
}

function codes(characters: string): string {
  return Array.from(characters, (one) => {
    const code = one.codePointAt(0) ?? 0;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  }).join('');
}

/** Formats blocks like `terraform fmt`, with a blank line between them. */
export function hclText(blocks: readonly WrittenBlock[]): string {
  return blocks.map((block) => blockLines(block).join('\n')).join('\n\n');
}

/** Formats the arguments of a file without blocks. */
export function hclArguments(values: WrittenBlock['values']): string {
  return argumentLines(values).join('\n');
}

function blockLines({
  head,
  comment = [],
  ignored,
  values,
  blocks = [],
  dependsOn = [],
}: WrittenBlock): readonly string[] {
  const before = [...commentLines(comment, '#'), ...ignoring(ignored)];
  const inside = [argumentLines(values)];
  for (const block of blocks) inside.push(blockLines(block));
  if (dependsOn.length > 0) {
    inside.push(argumentLines({ depends_on: dependsOn.map(hclCode) }));
  }
  const parts = inside.filter((lines) => lines.length > 0);
  if (parts.length === 0) return [...before, `${head} {}`];
  const lines = parts.flatMap((part, at) => (at === 0 ? part : ['', ...part]));
  return [...before, `${head} {`, ...lines.map((line) => (line === '' ? '' : `  ${line}`)), '}'];
}

function ignoring(checkId: string | undefined): readonly string[] {
  return checkId === undefined ? [] : [`# aml-secure-compute: ignore-next-line ${checkId}`];
}

/** Formats arguments, with aligned equals signs for consecutive single-line ones. */
function argumentLines(
  values: WrittenBlock['values'],
  ignored: HclObject['ignored'] = {},
): readonly string[] {
  const all = Object.entries(values).map(([name, value]) => [name, valueLines(value)] as const);
  return all.flatMap(([name, [first = '', ...rest]], at) => {
    const width = rest.length > 0 ? 0 : longestAround(all, at);
    return [...ignoring(ignored[name]), `${name.padEnd(width)} = ${first}`, ...rest];
  });
}

/** Returns the length of the longest name among consecutive single-line arguments. */
function longestAround(all: readonly (readonly [string, readonly string[]])[], at: number): number {
  const isShort = (index: number): boolean => all[index]?.[1].length === 1;
  let [from, to] = [at, at];
  while (isShort(from - 1)) from -= 1;
  while (isShort(to + 1)) to += 1;
  return Math.max(...all.slice(from, to + 1).map(([name]) => name.length));
}

function valueLines(value: HclValue): readonly string[] {
  if (typeof value === 'string') return [hclString(value)];
  if (typeof value !== 'object') return [String(value)];
  if (isHclList(value)) return listLines(value);
  if (value.is === 'code') return [value.text];
  const fields = Object.entries(value.fields);
  if (fields.length === 0) return ['{}'];
  const named = fields.map(([name, field]) => [value.key ?? keyText(name), field] as const);
  const { ignored } = value;
  return ['{', ...argumentLines(Object.fromEntries(named), ignored).map((line) => `  ${line}`), '}'];
}

/** True for a list of HCL values. */
export function isHclList(value: HclValue): value is readonly HclValue[] {
  return Array.isArray(value);
}

const widest = 80;

/** Formats a list on one line if it's short, otherwise with one item per line. */
function listLines(all: readonly HclValue[]): readonly string[] {
  const items = all.map(valueLines);
  const short = `[${items.map((lines) => lines.join(' ')).join(', ')}]`;
  if (items.every((lines) => lines.length === 1) && short.length <= widest) return [short];
  return ['[', ...items.flatMap((lines) => withComma(lines).map((line) => `  ${line}`)), ']'];
}

function withComma(lines: readonly string[]): readonly string[] {
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ''},`];
}

/** Returns a key. If it isn't an identifier, it's written as a string. */
function keyText(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) ? name : hclString(name);
}
