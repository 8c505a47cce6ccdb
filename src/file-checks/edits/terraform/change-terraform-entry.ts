import type { EntryChange, RuleMemberChange } from '../../../checks/fixes/entry-changes';
import { sameId } from '../../../core/network/find';
import { expressionsAround, withInner } from '../../../documents/hcl/find-hcl';
import {
  editEntries,
  entriesOfBody,
  removeLines,
  removeListed,
  replaceLiteral,
  setMembers,
} from '../../../documents/hcl/hcl-edits';
import { insertTupleItems } from '../../../documents/hcl/hcl-list-edits';
import { valueInHcl, type WrittenArgument, type HclSource } from '../../../documents/hcl/hcl-text';
import type { TextEdit } from '../../../documents/edits/text-edit';
import type { HclBody, HclExpression } from '../../../documents/hcl/hcl-syntax';
import type { ArrayValue } from '../../../documents/evaluate/value';
import type { Child } from '../../../documents/model/children';
import type { DeclaredNetwork } from '../../../documents/model/declared-network';
import type { Part } from '../../../documents/model/parts';
import type { SourceRange } from '../../../documents/source/source-range';
import type { TerraformAnalysis } from '../../terraform-root';
import type { EditedFiles } from '../edited-files';
import { notWritableNamedAt, combineEdits, notInFiles, notWritable, type FixEdits } from '../fix-edits';
import { entrySyntaxAt, traversalNames, repetitionOf, type EntrySyntax } from './entry-maker';
import { editHcl } from './hcl-place';
import { loopedItem } from './loop-collection';
import { loopItem } from './loop-item';
import { blocksOfModule, localIn } from './module-names';
import { changeMembers, propertiesOfEntry } from './azapi-body';
import { bodyMember, changedArguments, entryArgument, type ArgumentPair } from './terraform-arguments';
import { writtenMembers } from '../loop-entry';

interface Entry {
  readonly child: Child;
  readonly entrySyntax: EntrySyntax;
  readonly file: string;
  readonly files: EditedFiles;
  readonly terraform: TerraformAnalysis;
}

function entryOf(
  declared: DeclaredNetwork,
  { of, name }: { readonly of: string; readonly name: string },
  files: EditedFiles,
): Entry | undefined {
  const { terraform } = files;
  const children = declared.children.get(of.toLowerCase()) ?? [];
  const child = children.find((one) => sameId(one.name, name));
  const entrySyntax = child && terraform ? entrySyntaxAt(child.place, terraform) : undefined;
  if (!terraform || !child?.place || !entrySyntax) return undefined;
  return { child, entrySyntax, file: child.place.file, files, terraform };
}

/** Changes values of a rule or route in place, and nothing else in it. */
export function changeTerraformEntry(
  declared: DeclaredNetwork,
  change: EntryChange,
  files: EditedFiles,
): FixEdits {
  const entry = entryOf(declared, change, files);
  if (!entry) return notInFiles(change.of);
  const literal = change.members.map((one) => inLiteral(entry, one));
  const rest = change.members.filter((_, at) => literal[at] === undefined);
  return combineEdits([
    ...literal.flatMap((one) => one ?? []),
    ...(rest.length > 0 ? [inArguments(entry, rest)] : []),
  ]);
}

/** Replaces a word or adds items of a list, in the literal that contains it. Undefined if there is no such literal. */
function inLiteral(entry: Entry, { member, before, after }: RuleMemberChange): FixEdits | undefined {
  const { one, many } = changedArguments[member];
  const removed = before.filter((text) => !after.includes(text));
  const fresh = after.filter((text) => !before.includes(text));
  const list = many === null ? undefined : entryArgument(entry.child.value, many);
  if (list?.is === 'array' && list.items.length > 0) return inList(entry, list, { removed, fresh, after });
  const single = entryArgument(entry.child.value, one);
  return removed.length === 1 && fresh.length === 1
    ? replacedWord(entry, [single], [removed.join(), fresh.join()])
    : undefined;
}

interface Words {
  readonly removed: readonly string[];
  readonly fresh: readonly string[];
  readonly after: readonly string[];
}

function inList(entry: Entry, list: ArrayValue, { removed, fresh, after }: Words): FixEdits | undefined {
  if (removed.length === 0) return moreItems(entry, list.from, fresh);
  // A list with one item is written as a single value.
  const isWord = removed.length === 1 && fresh.length === 1 && after.length > 1;
  return isWord ? replacedWord(entry, list.items, [removed.join(), fresh.join()]) : undefined;
}

function replacedWord(
  { files }: Entry,
  all: readonly Part[],
  [wrong, right]: readonly [string, string],
): FixEdits | undefined {
  const place = all.find((value) => value?.is === 'text' && value.value === wrong)?.from;
  return place ? editHcl(place.file, files, (source) => replaceLiteral(source, place, right)) : undefined;
}

function moreItems(
  { files, terraform }: Entry,
  from: SourceRange | null,
  fresh: readonly string[],
): FixEdits | undefined {
  const tuple = from && fresh.length > 0 ? tupleAt(from, terraform) : undefined;
  const items = fresh.map((text) => () => valueInHcl(text));
  return tuple && editHcl(tuple.place.file, files, (source) => insertTupleItems(source, tuple, items));
}

function tupleAt(place: SourceRange, { syntax }: TerraformAnalysis) {
  const file = syntax.get(place.file);
  const found = file && expressionsAround(file, place).at(-1);
  return found?.is === 'tuple' && found.place.start === place.start ? found : undefined;
}

/** Converts `destination_port_range = "443"` to `destination_port_ranges = ["443", "8787"]`, and the reverse. */
function inArguments(entry: Entry, changes: readonly RuleMemberChange[]): FixEdits {
  const { entrySyntax } = entry;
  if (entrySyntax.is === 'object') {
    const properties = propertiesOfEntry(entrySyntax.object);
    if (properties) return inProperties(entry, properties, changes);
    return inMembers(entry, entrySyntax.object, changes);
  }
  const { body } = entrySyntax.block;
  const names = new Set(changes.flatMap(({ member }) => pairNames(changedArguments[member])));
  const own = body.attributes.filter(({ name }) => names.has(name));
  const isOfItem = repetitionOf(entrySyntax);
  if (isOfItem && own.some(({ value }) => mentions(value, isOfItem.itemPart))) return inItem(entry, changes);
  return editHcl(entry.file, entry.files, (source) => inBody(source, body, changes));
}

function pairNames({ one, many }: ArgumentPair): readonly string[] {
  return many === null ? [one] : [one, many];
}

function mentions(value: HclExpression, itemPart: (one: HclExpression) => unknown): boolean {
  for (const one of withInner(value)) if (itemPart(one) !== undefined) return true;
  return false;
}

function inBody(
  source: HclSource,
  body: HclBody,
  changes: readonly RuleMemberChange[],
): readonly TextEdit[] | undefined {
  const all = changes.map((change) => changedPair(source, body, change));
  if (!all.every((one) => one !== undefined)) return undefined;
  return editEntries(source, entriesOfBody(body), { changed: new Map(all.flat()) });
}

type Change = readonly [at: number, argument: Partial<WrittenArgument>];

/** Writes one argument of a pair. If the block has both, of which one is null, the other becomes null. */
function changedPair(
  source: HclSource,
  { attributes }: HclBody,
  { member, before, after }: RuleMemberChange,
): readonly Change[] | undefined {
  const { one, many } = changedArguments[member];
  const own = attributes.flatMap(({ name, value }, at) =>
    name === one || name === many ? [{ at, name, value }] : [],
  );
  const used = own.filter(({ value }) => !isNull(value));
  const [argument = own[0]] = used;
  if (!argument || used.length > 1) return undefined;
  const { value, name, at } = argument;
  const written = pairArgument(source, { value, isMany: name === many, before, after }, { one, many });
  const other = own.find((its) => its.name === written?.name);
  if (!written || other === undefined || other === argument) return written && [[at, written]];
  return [
    [at, { value: 'null' }],
    [other.at, { value: written.value }],
  ];
}

function pairArgument(
  source: HclSource,
  listing: Listing,
  { one, many }: ArgumentPair,
): WrittenArgument | undefined {
  const { after, value } = listing;
  const [only] = after;
  if (only === undefined) return undefined;
  if (after.length === 1) return { name: one, value: itemText(source, value, only) ?? valueInHcl(only) };
  return many === null ? undefined : { name: many, value: listText(source, listing) };
}

function isNull(value: HclExpression): boolean {
  return value.is === 'literal' && value.value === null;
}

/** Returns the only item of a list as written. */
function itemText({ text }: HclSource, value: HclExpression, only: string): string | undefined {
  if (value.is !== 'tuple') return undefined;
  const same = value.items.find((one) => one.is === 'literal' && String(one.value) === only);
  return same && text.slice(same.place.start, same.place.end);
}

interface Listing {
  readonly value: HclExpression;
  readonly isMany: boolean;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Writes a list. Existing items stay as written. */
function listText({ text }: HclSource, { value, isMany, before, after }: Listing): string {
  const [first, ...others] = after;
  const keeps = !isMany && value.is !== 'literal' && first === before[0];
  return keeps
    ? `[${[text.slice(value.place.start, value.place.end), ...others.map(valueInHcl)].join(', ')}]`
    : valueInHcl(after);
}

/** Changes a rule or route in the body of an azapi resource, which has one member of a pair. */
function inProperties(
  { child, file, files }: Entry,
  object: HclExpression & { readonly is: 'object' },
  changes: readonly RuleMemberChange[],
): FixEdits {
  const computed = notWritable('file.fix.computedEntry', { name: child.name });
  const nameAt = (at: number): string => {
    const key = object.items[at]?.key;
    return key?.is === 'literal' ? String(key.value) : '';
  };
  const indexes = object.items.map((_, at) => at);
  const changed = changes.flatMap(({ member, before, after }) => {
    const { one, many } = changedArguments[member];
    const names = { one: bodyMember(one), many: many === null ? null : bodyMember(many) };
    const own = indexes.filter((at) => nameAt(at) === names.one || nameAt(at) === names.many);
    const [at, ...others] = own;
    const value = at === undefined ? undefined : object.items[at]?.value;
    const [only] = after;
    // Both members of a pair, of which one is empty, stay as written.
    if (at === undefined || !value || others.length > 0 || only === undefined) return [];
    if (after.length > 1 && names.many === null) return [];
    return [{ at, value, names, isMany: nameAt(at) === names.many, before, after, only }];
  });
  if (changed.length < changes.length) return computed;
  return editHcl(file, files, (source) =>
    changeMembers(
      source,
      object,
      new Map(
        changed.map(({ at, value, names, isMany, before, after, only }) => [
          at,
          after.length === 1 || names.many === null
            ? { name: names.one, value: itemText(source, value, only) ?? valueInHcl(only) }
            : { name: names.many, value: listText(source, { value, isMany, before, after }) },
        ]),
      ),
    ),
  );
}

/** Changes an object in a list, which has both arguments of a pair. */
function inMembers(
  { file, files }: Entry,
  object: HclExpression & { readonly is: 'object' },
  changes: readonly RuleMemberChange[],
): FixEdits {
  const has = (name: string): boolean =>
    object.items.some(({ key }) => key.is === 'literal' && key.value === name);
  const members = changes.flatMap(({ member, after }) => {
    const { one, many } = changedArguments[member];
    const [only] = after;
    if (after.length === 1 && only !== undefined) {
      return [
        { name: one, value: valueInHcl(only) },
        ...(many !== null && has(many) ? [{ name: many, value: '[]' }] : []),
      ];
    }
    return many === null
      ? []
      : [
          { name: one, value: '""' },
          { name: many, value: valueInHcl(after) },
        ];
  });
  return editHcl(file, files, (source) => setMembers(source, object, members));
}

/** Changes the item from which the loop creates the entry. */
function inItem(
  { child, entrySyntax, file, files, terraform }: Entry,
  changes: readonly RuleMemberChange[],
): FixEdits {
  const repetition = repetitionOf(entrySyntax);
  const computed = notWritable('file.fix.computedEntry', { name: child.name });
  const written = repetition && loopedItem(child.value, repetition, terraform);
  if (!written) return computed;
  const required = changes.map(({ member, after }) => ({ ...changedArguments[member], value: after }));
  const item = loopItem(repetition, required, localIn(file, terraform));
  if (!item) return computed;
  const members = Object.entries(writtenMembers(item.members) as Readonly<Record<string, never>>).map(
    ([name, value]) => ({
      name,
      value: valueInHcl(value),
    }),
  );
  return editHcl(written.item.place.file, files, (source) => setMembers(source, written.item, members));
}

/** Removes a rule or route where it's written. In a loop, its item is removed. */
export function removeTerraformEntry(
  declared: DeclaredNetwork,
  { id, name }: { readonly id: string; readonly name: string },
  files: EditedFiles,
): FixEdits {
  const entry = entryOf(declared, { of: id, name }, files);
  if (!entry) return notInFiles(id);
  const { entrySyntax, child, terraform, file } = entry;
  const computed = notWritable('file.fix.computedEntry', { name });
  const repetition = repetitionOf(entrySyntax);
  if (repetition) {
    const written = loopedItem(child.value, repetition, terraform);
    return written ? removedItem(written.collection, written.item.place, files) : computed;
  }
  if (entrySyntax.is === 'object') {
    const syntax = terraform.syntax.get(file);
    const list = syntax && expressionsAround(syntax, entrySyntax.object.place).at(-2);
    return list?.is === 'tuple' ? removedItem(list, entrySyntax.object.place, files) : computed;
  }
  const named =
    entrySyntax.is === 'resource'
      ? referenceTo(entrySyntax.block.labels.map(({ text }) => text).join('.'), entry)
      : undefined;
  if (named) return notWritableNamedAt(named, name, files);
  return editHcl(file, files, (source) => removeLines(source, entrySyntax.block.place));
}

function removedItem(
  list: HclExpression & { readonly is: 'tuple' | 'object' },
  { file, start }: SourceRange,
  files: EditedFiles,
): FixEdits {
  const all = list.items;
  const at = all.findIndex((one) => one.place.start <= start && start < one.place.end);
  return editHcl(file, files, (source) => removeListed(source, all, at));
}

/** Finds a reference to a resource in other blocks of the module. */
function referenceTo(address: string, { file, terraform }: Entry): SourceRange | undefined {
  for (const { body } of blocksOfModule(file, terraform)) {
    for (const place of namesIn(body, address)) return place;
  }
  return undefined;
}

function* namesIn({ attributes, blocks }: HclBody, address: string): Iterable<SourceRange> {
  for (const { value } of attributes) {
    for (const one of withInner(value)) {
      if (traversalNames(one)?.slice(0, 2).join('.') === address) yield one.place;
    }
  }
  for (const { body } of blocks) yield* namesIn(body, address);
}
