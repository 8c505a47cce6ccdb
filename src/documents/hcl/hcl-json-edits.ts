import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { groupBy } from '../../core/group-by';
import {
  appendJson,
  jsonStyleAt,
  nodeAt,
  nodeEnd,
  removeJsonValue,
  renderJson,
  replaceJsonValue,
  type Style,
} from '../arm/json-edits';
import type { TextEdit, WrittenValue } from '../edits/text-edit';
import type { SourceRange } from '../source/source-range';
import type { HclBlock } from './hcl-syntax';
import type { EditedEntry, EntryChanges, HclSource, NewHclBlock } from './hcl-text';
import { jsonValueOf } from './json-value';

/** True for a file in Terraform's JSON form: `.tf.json` and `.tfvars.json`. */
export function isHclJson({ file }: Pick<HclSource, 'file'>): boolean {
  return /\.json$/i.test(file);
}

/** A member to write. Its value is an HCL expression. */
interface NewMember {
  readonly name: string;
  readonly value: string;
}

type Edits = readonly TextEdit[];

/** Returns the node of exactly this range. Undefined for an expression inside a text, such as `"${jsonencode(…)}"`. */
function exactNode(text: string, { file, start, end }: SourceRange): Node | undefined {
  const node = nodeAt(text, { file, start, end });
  return node?.offset === start && nodeEnd(node) === end ? node : undefined;
}

/** Changes and adds members. Undefined for places inside a text, and for an object without members. */
export function editJsonEntries(
  source: HclSource,
  entries: readonly EditedEntry[],
  { changed = new Map(), added = [] }: EntryChanges,
): Edits | undefined {
  const { text } = source;
  const last = entries.at(-1);
  const changes = [...changed].map(([at, change]) => {
    const entry = entries[at];
    return entry && exactNode(text, entry.value) ? changedEntry(source, entry, change) : undefined;
  });
  const object = last && exactNode(text, last.value)?.parent?.parent;
  const more = added.length === 0 ? [] : object && addMembers(source, object, added);
  return more && isComplete(changes) ? [...changes.flat(), ...more] : undefined;
}

function changedEntry(
  { file, text }: HclSource,
  entry: EditedEntry,
  { name, value }: Partial<NewMember>,
): Edits | undefined {
  const renamed = name === undefined ? [] : [{ file, ...spanOf(entry.name), text: JSON.stringify(name) }];
  if (value === undefined) return renamed;
  const written = jsonValueOf(value);
  return written === undefined ? undefined : [...renamed, ...replaceJsonValue(text, entry.value, written)];
}

function spanOf({ start, end }: SourceRange): Pick<SourceRange, 'start' | 'end'> {
  return { start, end };
}

function addMembers({ file, text }: HclSource, object: Node, added: readonly NewMember[]): Edits | undefined {
  if (object.type !== 'object') return undefined;
  const members = added.map(({ name, value }) => ({ name, value: jsonValueOf(value) }));
  if (members.some(({ name, value }) => value === undefined || memberOf(object, name))) return undefined;
  const texts = (style: Style): readonly string[] =>
    members.map(({ name, value = null }) => `${JSON.stringify(name)}: ${renderJson(value, style)}`);
  return [appendJson(text, { file, node: object }, texts)];
}

/** Terraform's names are case-sensitive. */
function memberOf({ children }: Node, name: string): Node | undefined {
  return children?.find((one) => one.children?.[0]?.value === name)?.children?.[1];
}

/** Adds or replaces members of an object. */
export function setJsonMembers(
  { file, text }: HclSource,
  place: SourceRange,
  members: readonly NewMember[],
): Edits | undefined {
  const object = exactNode(text, place);
  if (object?.type !== 'object') return undefined;
  const edits: TextEdit[] = [];
  const added: NewMember[] = [];
  for (const member of members) {
    const node = memberOf(object, member.name);
    const value = jsonValueOf(member.value);
    if (value === undefined) return undefined;
    if (node) edits.push(...replaceJsonValue(text, placeOf(file, node), value));
    else added.push(member);
  }
  const more = added.length === 0 ? [] : addMembers({ file, text }, object, added);
  return more && [...edits, ...more];
}

function placeOf(file: string, node: Node): SourceRange {
  return { file, start: node.offset, end: nodeEnd(node) };
}

/** Appends items to a list. Items are HCL expressions. */
export function insertJsonTupleItems(
  { file, text }: HclSource,
  place: SourceRange,
  added: readonly string[],
): Edits {
  const node = exactNode(text, place);
  const values = added.map(jsonValueOf);
  return node?.type === 'array' && isComplete(values) ? [appendValues({ file, text }, node, values)] : [];
}

function appendValues({ file, text }: HclSource, node: Node, values: readonly WrittenValue[]): TextEdit {
  const isPlain = values.every((one) => typeof one !== 'object');
  if (isPlain && (node.children ?? []).length === 0) {
    const written = values.map((one) => JSON.stringify(one)).join(', ');
    return { file, start: node.offset, end: nodeEnd(node), text: `[${written}]` };
  }
  return appendJson(text, { file, node }, (style) => values.map((one) => renderJson(one, style)));
}

/** Replaces a literal. A number stays a number. */
export function replaceJsonLiteral({ text }: HclSource, place: SourceRange, value: WrittenValue): Edits {
  const node = exactNode(text, place);
  if (!node || node.type === 'object' || node.type === 'array') return [];
  const isNumber = node.type === 'number' && typeof value === 'string' && /^\d+$/.test(value);
  return replaceJsonValue(text, place, isNumber ? Number(value) : value);
}

/** Removes an item of a list or a member of an object, with its comma. */
export function removeJsonListed({ text }: HclSource, { file, start, end }: SourceRange): Edits {
  const node = nodeAt(text, { file, start, end });
  return node?.offset === start ? removeJsonValue(text, { file, start, end }) : [];
}

/** Removes a block, which ends with its object. */
export function removeJsonBlock({ file, text }: HclSource, { end }: SourceRange): Edits {
  const node = objectEndingAt(text, end);
  return node ? removeJsonValue(text, placeOf(file, node)) : [];
}

function objectEndingAt(text: string, end: number): Node | undefined {
  const node = nodeAt(text, { file: '', start: end - 1, end });
  return node?.type === 'object' && nodeEnd(node) === end ? node : undefined;
}

/** Adds blocks next to another one: resources, or blocks of the same parent. */
export function insertJsonBlocksBehind(
  source: HclSource,
  { type, place }: Pick<HclBlock, 'type' | 'place'>,
  blocks: readonly NewHclBlock[],
): Edits {
  const node = objectEndingAt(source.text, place.end);
  if (!node) return [];
  if (type === 'resource') return insertResources(source, node, blocks);
  const content = type === 'dynamic' ? propertyAround(node)?.parent : node;
  const parent = content && propertyAround(content)?.parent;
  return parent ? insertBlocks(source, parent, blocks) : [];
}

function propertyAround(node: Node): Node | undefined {
  let at = node.parent;
  while (at?.type === 'array') at = at.parent;
  return at?.type === 'property' ? at : undefined;
}

/** Adds blocks to a block. */
export function insertJsonBlocksInto(
  source: HclSource,
  place: SourceRange,
  blocks: readonly NewHclBlock[],
): Edits {
  const node = objectEndingAt(source.text, place.end);
  return node ? insertBlocks(source, node, blocks) : [];
}

function insertBlocks(source: HclSource, object: Node, blocks: readonly NewHclBlock[]): Edits {
  const { file, text } = source;
  const [first] = blocks;
  const bodies = blocks.map(bodyOf);
  if (!first || !isComplete(bodies) || blocks.some(({ type }) => type !== first.type)) return [];
  const there = memberOf(object, first.type);
  if (!there) {
    const texts = (style: Style): readonly string[] => [
      `${JSON.stringify(first.type)}: ${renderJson(bodies, style)}`,
    ];
    return [appendJson(text, { file, node: object }, texts)];
  }
  if (there.type === 'array') return [appendValues(source, there, bodies)];
  return there.type === 'object' ? [asList(source, there, bodies)] : [];
}

/** Writes `[{ … }, { … }]` for the only block, `{ … }`, which stays as written. */
function asList({ file, text }: HclSource, node: Node, added: readonly WrittenValue[]): TextEdit {
  const style = jsonStyleAt(text, node);
  const { eol, indent, unit, inline } = style;
  const own = text.slice(node.offset, nodeEnd(node));
  const inner = inline ? style : { ...style, indent: indent + unit };
  const items = [
    inline ? own : own.replaceAll('\n', `\n${unit}`),
    ...added.map((one) => renderJson(one, inner)),
  ];
  const written = inline
    ? `[${items.join(', ')}]`
    : `[${eol}${items.map((item) => inner.indent + item).join(`,${eol}`)}${eol}${indent}]`;
  return { file, start: node.offset, end: nodeEnd(node), text: written };
}

/** Adds resources where the one with this body is: in the same object, or in the object or list of their type. */
function insertResources(source: HclSource, body: Node, blocks: readonly NewHclBlock[]): Edits {
  const { file, text } = source;
  const labels = propertyAround(body)?.parent;
  const type = labels && propertyAround(labels);
  const resources = type?.parent;
  if (resources?.type !== 'object') return [];
  const placeOfType = (name: string): Node | undefined =>
    type?.children?.[0]?.value === name ? labels : memberOf(resources, name);
  const byType = [...new Set(blocks.map((one) => one.labels[0] ?? ''))].map((name) => ({
    name,
    at: placeOfType(name),
    value: labeledBodies(blocks.filter((one) => one.labels[0] === name)),
  }));
  if (byType.some(({ value }) => value === undefined)) return [];
  const placed = byType.flatMap(({ at, value = {} }): Edits => {
    if (at?.type === 'array') return [appendValues(source, at, [value])];
    return at ? [appendJson(text, { file, node: at }, textsOf(value))] : [];
  });
  const missing = byType.flatMap(({ name, at, value = {} }) => (at ? [] : [[name, value] as const]));
  if (missing.length === 0) return placed;
  return [...placed, appendJson(text, { file, node: resources }, textsOf(Object.fromEntries(missing)))];
}

/**
 * Joins insertions at the same place that add members with the same name, such as a resource type, so that the object
 * has each name once.
 */
export function joinAddedMembers(edits: readonly TextEdit[]): readonly TextEdit[] {
  const placeKey = ({ file, start, end }: TextEdit): string => JSON.stringify([file, start, end]);
  const groups = groupBy(edits.filter(isHclJson), placeKey);
  return edits.flatMap((edit) => {
    const group = groups.get(placeKey(edit)) ?? [];
    const members = group.length > 1 ? group.map(({ text }) => addedMembers(text)) : [undefined];
    if (!isComplete(members)) return [edit];
    return edit === group[0] ? [{ ...edit, text: joinedText(members.flat()) }] : [];
  });
}

/** A member in a text that adds it: `"type": {`, its own members, and the end, each with the white space before it. */
interface AddedMember {
  readonly name: string;
  readonly head: string;
  readonly inner: string;
  readonly tail: string;
}

/** Returns the objects that a text such as `, "type": { … }` adds. Undefined for another text. */
function addedMembers(text: string): readonly AddedMember[] | undefined {
  const errors: ParseError[] = [];
  const written = `{${text.slice(1)}}`;
  const all = parseTree(written, errors)?.children ?? [];
  if (!text.startsWith(',') || errors.length > 0) return undefined;
  const members = all.map(({ children: [name, value] = [] }, at): AddedMember | undefined => {
    const last = value?.type === 'object' ? value.children?.at(-1) : undefined;
    if (!name || !value || !last) return undefined;
    const before = all[at - 1];
    return {
      name: String(name.value),
      head: written.slice(before ? nodeEnd(before) + 1 : 1, value.offset + 1),
      inner: written.slice(value.offset + 1, nodeEnd(last)),
      tail: written.slice(nodeEnd(last), nodeEnd(value)),
    };
  });
  return isComplete(members) ? members : undefined;
}

function joinedText(members: readonly AddedMember[]): string {
  return [...groupBy(members, ({ name }) => name).values()]
    .map((its) => `,${its[0]?.head ?? ''}${its.map(({ inner }) => inner).join(',')}${its[0]?.tail ?? ''}`)
    .join('');
}

type Members = Readonly<Record<string, WrittenValue>>;

function labeledBodies(blocks: readonly NewHclBlock[]): Members | undefined {
  const bodies = blocks.map(bodyOf);
  if (!isComplete(bodies)) return undefined;
  return Object.fromEntries(blocks.map(({ labels: [, label = ''] }, at) => [label, bodies[at] ?? null]));
}

function textsOf(members: Members): (style: Style) => readonly string[] {
  return (style) =>
    Object.entries(members).map(([name, value]) => `${JSON.stringify(name)}: ${renderJson(value, style)}`);
}

function isComplete<T>(all: readonly (T | undefined)[]): all is readonly T[] {
  return all.every((one) => one !== undefined);
}

/** Returns the content of a block as JSON. Blocks in it are lists. */
function bodyOf(block: NewHclBlock): WrittenValue | undefined {
  const values = block.arguments.flat().map(({ name, value }) => [name, jsonValueOf(value)] as const);
  const inner = block.blocks.map((one) => [one.type, bodyOf(one)] as const);
  if ([...values, ...inner].some(([, value]) => value === undefined)) return undefined;
  const lists = [...new Set(inner.map(([type]) => type))].map(
    (type) => [type, inner.flatMap(([name, value = null]) => (name === type ? [value] : []))] as const,
  );
  const unset = (block.members ?? []).filter((name) => !values.some(([one]) => one === name));
  return {
    ...Object.fromEntries(values.map(([name, value]) => [name, value ?? null])),
    ...Object.fromEntries(unset.map((name) => [name, null])),
    ...Object.fromEntries(lists),
  };
}
