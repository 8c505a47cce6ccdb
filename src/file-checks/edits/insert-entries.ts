import { sameId } from '../../core/network/find';
import {
  isEntryChange,
  type NewRoute,
  type NewRule,
  type ResourceChange,
  type RouteChange,
  type RuleChange,
} from '../../core/resource-change';
import type { WrittenValue } from '../../documents/edits/text-edit';
import type { Child } from '../../documents/model/children';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { propertyOf, type DeclaredResource } from '../../documents/model/declared-resource';
import { partOf } from '../../documents/model/parts';
import type { SourceRange } from '../../documents/source/source-range';
import { declaredResource } from '../resource-of';
import type { EditedFiles } from './edited-files';
import {
  arrayAround,
  isInChoice,
  isOfItems,
  itemAround,
  objectAround,
  placesOutside,
  repetitionAt,
  type Repetition,
} from './enclosing';
import { editAt, combineEdits, notWritable, notInFiles, type FixEdits } from './fix-edits';
import { isWrittenObject, loopEntry, passing } from './loop-entry';
import { regionExpressionAt } from './region-expression';
import { freeSymbol, symbolsIn } from './symbols';
import { whyNotAdded } from './why-not-added';
import { writtenRoute, writtenRule, type EntryStyle, type WrittenEntry } from './written-entries';

/** A new rule or route. */
export type AddedEntry =
  (RuleChange & { readonly after: NewRule }) | (RouteChange & { readonly after: NewRoute });

export function isAddedEntry(change: ResourceChange): change is AddedEntry {
  return isEntryChange(change) && change.after !== null;
}

/** Inserts new rules into NSGs and new routes into route tables, all entries of one resource together. */
export function insertEntries(
  declared: DeclaredNetwork,
  added: readonly AddedEntry[],
  files: EditedFiles,
): FixEdits {
  const ids = new Set(added.map(({ id }) => id.toLowerCase()));
  return combineEdits(
    [...ids].map((id) =>
      insertedInto(
        declared,
        added.filter((one) => sameId(one.id, id)),
        files,
      ),
    ),
  );
}

function insertedInto(declared: DeclaredNetwork, added: readonly AddedEntry[], files: EditedFiles): FixEdits {
  const [first] = added;
  const resource = first && declaredResource(declared, first.id);
  if (!resource || resource.isExisting) return notInFiles(first?.id ?? '');
  const items = (place: SourceRange): readonly WrittenEntry[] => {
    const regionExpression = regionExpressionAt(resource, place, files);
    return added.map((one) => writtenEntry(one, { describe: files.describe, regionExpression }));
  };
  const children = declared.children.get(first.id.toLowerCase()) ?? [];
  const list = first.type === 'rule' ? 'securityRules' : 'routes';
  return intoListOrAsSiblings(resource, { list, items, children }, files);
}

/**
 * Inserts into the list only if it exists, or if there are no separate rule resources. A new list would remove these
 * when it's deployed.
 */
function intoListOrAsSiblings(resource: DeclaredResource, added: NewInList, files: EditedFiles): FixEdits {
  const { children, items } = added;
  const apart = children.filter((one) => one.value.from !== one.place);
  if (apart.length === 0) return intoList(resource, added, files);
  const asSiblings = insertAsSiblings(resource, { apart, items }, files);
  if (asSiblings.is === 'edits' || apart.length === children.length) return asSiblings;
  const listed = intoList(resource, added, files);
  return listed.is === 'edits' ? listed : asSiblings;
}

/** Converts an entry to the form in files. */
export function writtenEntry({ type, after }: AddedEntry, style: EntryStyle): WrittenEntry {
  return type === 'rule' ? writtenRule(after, style) : writtenRoute(after, style);
}

interface NewItems {
  /** Returns the entries as they are written at a place. */
  readonly items: (place: SourceRange) => readonly WrittenEntry[];
}

/** Inserts separate resources, similar to the last one that has neither a loop nor a condition. */
function insertAsSiblings(
  { name }: DeclaredResource,
  { apart, items }: NewItems & { readonly apart: readonly Child[] },
  files: EditedFiles,
): FixEdits {
  const places = apart.flatMap(({ place }) => place ?? []).reverse();
  for (const place of places) {
    const template = files.templateOf(place.file);
    if (!template) continue;
    const used = new Set(symbolsIn(template));
    const siblings = items(place).map((item) => {
      const symbol = freeSymbol(item.name, used);
      used.add(symbol);
      return { symbol, ...item };
    });
    const written = editAt(place, files, (editor, text) => editor.insertSiblings(text, place, siblings));
    if (written.is === 'edits') return written;
  }
  const loops = places.map((place) => throughLoop(place, { items, children: apart }, files));
  return loops.find((one) => one?.is === 'edits') ?? notWritable('file.fix.apart', { name });
}

interface NewInList extends NewItems {
  readonly list: 'securityRules' | 'routes';
  readonly children: readonly Child[];
}

function intoList(resource: DeclaredResource, added: NewInList, files: EditedFiles): FixEdits {
  const { list, items } = added;
  const found = propertyOf(resource, list);
  if (found === undefined) return addList(resource, { list, items }, files);
  if (found.is === 'array' && found.from) {
    const written = editAt(found.from, files, (editor, text, place) =>
      editor.insertItems(text, place, items(place)),
    );
    if (written.is === 'edits') return written;
  }
  return intoComputed(added, files) ?? whyNotAdded(resource, added, files);
}

/** Inserts into the source of a computed list: an array, or the items that a loop iterates over. */
function intoComputed({ items, children }: NewInList, files: EditedFiles): FixEdits | undefined {
  const written = [...children].reverse().flatMap(({ place }): readonly PlacedEdits[] => {
    if (!place) return [];
    const looped = throughLoop(place, { items, children }, files);
    const array = repetitionAt(place, files) ? undefined : arrayAround(place, files);
    const one = array ? intoArray(array.place, items(array.place), files) : looped;
    return one?.is === 'edits' ? [{ place: array?.place ?? place, edits: one }] : [];
  });
  // A conditional array only applies to its condition.
  const always = written.find(({ place }) => !isInChoice(place, files));
  return (always ?? written[0])?.edits;
}

interface PlacedEdits {
  readonly place: SourceRange;
  readonly edits: FixEdits;
}

function intoArray(place: SourceRange, items: readonly WrittenValue[], files: EditedFiles): FixEdits {
  return editAt(place, files, (editor, text) => editor.insertItems(text, place, items));
}

/** Adds an item for the loop that creates the entry at a place. */
function throughLoop(
  place: SourceRange,
  { items, children }: NewItems & { readonly children: readonly Child[] },
  files: EditedFiles,
): FixEdits | undefined {
  const repetition = repetitionAt(place, files);
  const source = children.flatMap(({ value }) => placesOutside(value, place)).at(-1);
  if (repetition && source && isOfItems(repetition)) {
    return throughObject(repetition, { items, source }, files);
  }
  const array = source && arrayAround(source, files);
  if (!repetition || !array) return undefined;
  const passes = passing(repetition, itemAround(source, files));
  const entries = items(array.place).map((item) => loopEntry(repetition, item, passes));
  const complete = entries.filter((one) => one !== undefined);
  return complete.length === entries.length ? intoArray(array.place, complete, files) : undefined;
}

/** For `items(rules)`: adds a member to the object, with the name that the loop uses as its key. */
function throughObject(
  repetition: Repetition,
  { items, source }: NewItems & { readonly source: SourceRange },
  files: EditedFiles,
): FixEdits | undefined {
  const object = objectAround(source, files);
  if (!object) return undefined;
  const entries = items(object.place).map((item) => keyedEntry(repetition, item));
  const complete = entries.filter((one) => one !== undefined);
  if (complete.length < entries.length) return undefined;
  return combineEdits(
    complete.map((entry) =>
      editAt(object.place, files, (editor, text, place) => editor.setMember(text, place, entry)),
    ),
  );
}

function keyedEntry(
  repetition: Repetition,
  item: WrittenEntry,
): { readonly name: string; readonly value: WrittenValue } | undefined {
  const entry = loopEntry(repetition, item, new Map());
  if (entry === undefined || !isWrittenObject(entry)) return undefined;
  const { key, value } = entry;
  return typeof key === 'string' && value !== undefined ? { name: key, value } : undefined;
}

/** Adds the list, which may be missing in an NSG without rules. */
function addList(
  resource: DeclaredResource,
  { list, items }: Pick<NewInList, 'list' | 'items'>,
  files: EditedFiles,
): FixEdits {
  const properties = partOf(resource.body, 'properties');
  if (properties === undefined && resource.body.from) {
    return editAt(resource.body.from, files, (editor, text, place) =>
      editor.setMember(text, place, { name: 'properties', value: { [list]: items(place) } }),
    );
  }
  if (properties?.is !== 'object' || properties.from === null) {
    return notWritable('file.fix.computedList', { name: resource.name, list });
  }
  return editAt(properties.from, files, (editor, text, place) =>
    editor.setMember(text, place, { name: list, value: items(place) }),
  );
}
