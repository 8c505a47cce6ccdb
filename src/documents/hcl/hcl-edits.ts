import type { TextEdit, WrittenValue } from '../edits/text-edit';
import type { SourceRange } from '../source/source-range';
import {
  endWithComment,
  endOfLineAt,
  lineIndent,
  insertion,
  isFirstOnLine,
  isMultiLine,
  lineEndOf,
  lineStart,
} from './hcl-lines';
import type { ItemText } from './hcl-list-edits';
import {
  newBlockText,
  valueInHcl,
  keyText,
  type EditedEntry,
  type EntryChanges,
  type HclSource,
  type WrittenArgument,
  type NewHclBlock,
} from './hcl-text';
import {
  editJsonEntries,
  insertJsonBlocksBehind,
  insertJsonBlocksInto,
  isHclJson,
  removeJsonBlock,
  removeJsonListed,
  replaceJsonLiteral,
  setJsonMembers,
} from './hcl-json-edits';
import type { HclAttribute, HclBlock, HclBody, HclExpression, ObjectItem } from './hcl-syntax';

type ObjectExpression = HclExpression & { readonly is: 'object' };

const step = '  ';

/** Inserts blocks after another one, with the same distance as between the blocks before it. */
export function insertBlocksBehind(
  source: HclSource,
  block: Pick<HclBlock, 'type' | 'place'>,
  blocks: readonly NewHclBlock[],
): readonly TextEdit[] {
  if (isHclJson(source)) return insertJsonBlocksBehind(source, block, blocks);
  const { file, text } = source;
  const { place } = block;
  const indent = lineIndent(text, place.start);
  const end = lineEndOf(text);
  if (!isFirstOnLine(text, place.start)) return [];
  const at = endWithComment(text, place.end);
  const isTight = indent !== '' && /\}[ \t]*\r?\n[ \t]*$/.test(text.slice(0, place.start));
  const gap = isTight ? end : end + end;
  return [insertion(file, at, blocks.map((one) => gap + indent + newBlockText(one, indent, end)).join(''))];
}

/** Inserts blocks at the end of another block. */
export function insertBlocksInto(
  source: HclSource,
  { body, place }: Pick<HclBlock, 'body' | 'place'>,
  blocks: readonly NewHclBlock[],
): readonly TextEdit[] {
  if (isHclJson(source)) return insertJsonBlocksInto(source, place, blocks);
  const { file, text } = source;
  const end = lineEndOf(text);
  const indent = lineIndent(text, place.start);
  const inner = indent + step;
  const rendered = blocks.map((one) => inner + newBlockText(one, inner, end)).join(end + end);
  if (text.slice(body.place.start, body.place.end).trim() === '') {
    return [{ file, start: body.place.start, end: body.place.end, text: end + rendered + end + indent }];
  }
  if (!isFirstOnLine(text, body.place.end)) return [];
  const last = text.slice(0, body.place.end).trimEnd().length;
  return [insertion(file, last, end + end + rendered)];
}

/** Removes a block with its line, and with the blank line before or after it. */
export function removeLines(source: HclSource, place: SourceRange): readonly TextEdit[] {
  if (isHclJson(source)) return removeJsonBlock(source, place);
  const { file, text } = source;
  const { start, end } = place;
  if (!isFirstOnLine(text, start)) return [];
  const first = lineStart(text, start);
  const last = Math.min(endOfLineAt(text, endWithComment(text, end)) + lineEndOf(text).length, text.length);
  const blankBefore = /(?:\r?\n)[ \t]*(\r?\n)$/.exec(text.slice(0, first));
  const from = blankBefore ? first - (blankBefore[1] ?? '').length : first;
  const isBlankBehind = /^[ \t]*(?:\r?\n|$)/.test(text.slice(last)) || /^[ \t]*\}/.test(text.slice(last));
  return [{ file, start: isBlankBehind ? from : first, end: last, text: '' }];
}

export function entriesOfBody({ attributes }: HclBody): readonly EditedEntry[] {
  return attributes.map(entryOfAttribute);
}

function entryOfAttribute({ namePlace, value }: HclAttribute): EditedEntry {
  return { name: namePlace, value: value.place };
}

export function entriesOfObject({ items }: ObjectExpression): readonly EditedEntry[] {
  return items.map(entryOfItem);
}

function entryOfItem({ key, value }: ObjectItem): EditedEntry {
  return { name: key.place, value: value.place };
}

/**
 * Changes and adds entries that are on their own lines. Entries that `terraform fmt` aligned stay aligned. Other
 * entries keep their layout. Undefined if entries share a line.
 */
export function editEntries(
  source: HclSource,
  entries: readonly EditedEntry[],
  { changed = new Map(), added = [] }: EntryChanges,
): readonly TextEdit[] | undefined {
  if (isHclJson(source)) return editJsonEntries(source, entries, { changed, added });
  const { file, text } = source;
  if (entries.length === 0 || !entries.every(({ name }) => isFirstOnLine(text, name.start))) return undefined;
  const touched = [...changed.keys(), ...(added.length > 0 ? [entries.length - 1] : [])];
  const runs = runsOf(text, entries).filter((run) => touched.some((at) => run.includes(at)));
  const edits = runs.flatMap((run) => {
    const isLast = run.includes(entries.length - 1);
    return runEdits(source, entries, { run, changed, added: isLast ? added : [] });
  });
  const inner = [...changed].flatMap(([at, { value }]): readonly TextEdit[] => {
    const place = entries[at]?.value;
    return value === undefined || !place ? [] : [{ file, start: place.start, end: place.end, text: value }];
  });
  return [...edits, ...inner];
}

/** Groups entries whose equals signs `terraform fmt` aligns: on consecutive lines, with single-line values. */
function runsOf(text: string, entries: readonly EditedEntry[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let isOpen = false;
  entries.forEach((entry, at) => {
    const before = entries[at - 1];
    const gap = before ? text.slice(before.value.end, entry.name.start) : '';
    const isNext = isOpen && gap.split('\n').length === 2;
    const isWhole = !isMultiLine(text, entry.value);
    if (isNext && isWhole) runs.at(-1)?.push(at);
    else runs.push([at]);
    isOpen = isWhole;
  });
  return runs;
}

interface Run extends Required<EntryChanges> {
  readonly run: readonly number[];
}

function runEdits({ file, text }: HclSource, entries: readonly EditedEntry[], { run, changed, added }: Run) {
  const all = run.flatMap((at) => {
    const entry = entries[at];
    return entry
      ? [{ entry, name: changed.get(at)?.name ?? text.slice(entry.name.start, entry.name.end) }]
      : [];
  });
  const widthOf = (names: readonly string[]): number => Math.max(0, ...names.map((one) => one.length));
  const before = widthOf(all.map(({ entry: { name } }) => text.slice(name.start, name.end)));
  const isSingle = all.every(({ entry }) => !isMultiLine(text, entry.value));
  // `terraform fmt` doesn't align colons.
  const isAtMark = ({ entry }: (typeof all)[number]): boolean =>
    markAt(text, entry) - entry.name.start === before + 1 && text[markAt(text, entry)] === '=';
  const isAligned = isSingle && all.every(isAtMark);
  const width = widthOf([...all.map(({ name }) => name), ...(isSingle ? added.map(({ name }) => name) : [])]);
  const edits = all.flatMap(({ entry, name }): readonly TextEdit[] => {
    const mark = markAt(text, entry);
    const blanks = isAligned ? ' '.repeat(width - name.length + 1) : text.slice(entry.name.end, mark);
    const put = name + blanks;
    const { start } = entry.name;
    return text.slice(start, mark) === put ? [] : [{ file, start, end: mark, text: put }];
  });
  const last = all.at(-1);
  if (!last || added.length === 0) return edits;
  return [...edits, addedLines({ file, text }, last.entry, { added, width: isAligned ? width : 0 })];
}

/** Returns the offset of the equals sign or colon of an entry. */
function markAt(text: string, { name, value }: EditedEntry): number {
  const between = text.slice(name.end, value.start);
  const at = between.search(/[=:]/);
  return name.end + Math.max(at, 0);
}

function addedLines(
  { file, text }: HclSource,
  entry: EditedEntry,
  { added, width }: { readonly added: readonly WrittenArgument[]; readonly width: number },
): TextEdit {
  const comma = /^[ \t]*,/.exec(text.slice(entry.value.end))?.[0] ?? '';
  const at = endWithComment(text, entry.value.end + comma.length);
  const indent = lineIndent(text, entry.name.start);
  const mark = text.charAt(markAt(text, entry));
  const closing = comma === '' ? '' : ',';
  const lines = added.map(({ name, value }) => `${indent}${name.padEnd(width)} ${mark} ${value}${closing}`);
  return insertion(file, at, lines.map((line) => lineEndOf(text) + line).join(''));
}

/** Adds or replaces members of an object literal. Undefined if the literal's form doesn't allow it. */
export function setMembers(
  source: HclSource,
  object: ObjectExpression,
  members: readonly WrittenArgument[],
): readonly TextEdit[] | undefined {
  if (isHclJson(source)) return setJsonMembers(source, object.place, members);
  const { file } = source;
  const nameAt = ({ key }: ObjectItem): string => (key.is === 'literal' ? String(key.value) : '');
  const isThere = ({ name }: WrittenArgument): boolean => object.items.some((one) => nameAt(one) === name);
  const changed = new Map(
    object.items.flatMap((item, at) => {
      const member = members.find(({ name }) => name === nameAt(item));
      return member ? [[at, { value: member.value }] as const] : [];
    }),
  );
  const added = members
    .filter((one) => !isThere(one))
    .map(({ name, value }) => ({ name: keyIn(source, object, name), value }));
  const edits = editEntries(source, entriesOfObject(object), { changed, added });
  if (edits) return edits;
  const inner = [...changed].flatMap(([at, { value }]): readonly TextEdit[] => {
    const place = object.items[at]?.value.place;
    return place ? [{ file, start: place.start, end: place.end, text: value }] : [];
  });
  return added.length === 0 ? inner : [...inner, ...addedInLine(source, object, added)];
}

/** Adds members to an object on one line, such as `{ a = 1 }`. */
function addedInLine(
  { file, text }: HclSource,
  { items, place }: ObjectExpression,
  added: readonly WrittenArgument[],
): readonly TextEdit[] {
  const last = items.at(-1);
  const mark = last ? text.charAt(markAt(text, entryOfItem(last))) : '=';
  const written = added.map(({ name, value }) => `${name} ${mark} ${value}`).join(', ');
  if (last) return [insertion(file, last.value.place.end, `, ${written}`)];
  return [{ file, start: place.start, end: place.end, text: `{ ${written} }` }];
}

/** Writes a name like the object's other keys. */
function keyIn({ text }: HclSource, { items }: ObjectExpression, name: string): string {
  const isQuoted = items.length > 0 && items.every(({ key }) => text[key.place.start] === '"');
  return isQuoted ? valueInHcl(name) : keyText(name);
}

/** Appends members to a map, whose values are usually objects. */
export function insertMembers(
  source: HclSource,
  object: ObjectExpression,
  added: readonly { readonly name: string; readonly value: ItemText }[],
): readonly TextEdit[] {
  if (isHclJson(source)) {
    const members = added.map(({ name, value }) => ({ name, value: value('') }));
    return setJsonMembers(source, object.place, members) ?? [];
  }
  const { file, text } = source;
  const last = object.items.at(-1);
  const outer = lineIndent(text, object.place.start);
  const end = lineEndOf(text);
  if (!last) {
    const lines = added.map(({ name, value }) => `${outer}${step}${keyText(name)} = ${value(outer + step)}`);
    const whole = `{${end}${lines.join(end)}${end}${outer}}`;
    return [{ file, start: object.place.start, end: object.place.end, text: whole }];
  }
  const indent = lineIndent(text, last.key.place.start);
  const written = added.map(({ name, value }) => ({
    name: keyIn(source, object, name),
    value: value(indent),
  }));
  const isPlain = written.every(({ value }) => !value.includes('\n'));
  const edits = isPlain ? editEntries(source, entriesOfObject(object), { added: written }) : undefined;
  if (edits) return edits;
  if (!isFirstOnLine(text, last.key.place.start)) return addedInLine(source, object, written);
  return [addedLines({ file, text }, entryOfItem(last), { added: written, width: 0 })];
}

/** Replaces a literal with another value. A number stays a number. */
export function replaceLiteral(
  source: HclSource,
  place: SourceRange,
  value: WrittenValue,
): readonly TextEdit[] {
  if (isHclJson(source)) return replaceJsonLiteral(source, place, value);
  const { file, text } = source;
  const { start, end } = place;
  const old = text.slice(start, end);
  if (/^<</.test(old)) return [];
  const isNumber = /^\d+$/.test(old) && typeof value === 'string' && /^\d+$/.test(value);
  return [{ file, start, end, text: isNumber ? value : valueInHcl(value) }];
}

/** Removes an item of a list or a member of an object, with its comma and its line. */
export function removeListed(
  source: HclSource,
  all: readonly { readonly place: SourceRange }[],
  at: number,
): readonly TextEdit[] {
  const { file, text } = source;
  const [before, own, after] = [all[at - 1], all[at], all[at + 1]];
  if (!own) return [];
  if (isHclJson(source)) return removeJsonListed(source, own.place);
  const comma = /^\s*,/.exec(text.slice(own.place.end))?.[0] ?? '';
  const end = own.place.end + comma.length;
  const isAlone =
    isFirstOnLine(text, own.place.start) && endWithComment(text, end) === endOfLineAt(text, end);
  if (isAlone) return removeLines(source, { ...own.place, end });
  if (after) return [{ file, start: own.place.start, end: after.place.start, text: '' }];
  return [{ file, start: before?.place.end ?? own.place.start, end, text: '' }];
}
