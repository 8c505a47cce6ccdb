import { expressionsAround } from '../../../documents/hcl/find-hcl';
import { editEntries, entriesOfObject, insertMembers } from '../../../documents/hcl/hcl-edits';
import { insertTupleItems, type ItemText } from '../../../documents/hcl/hcl-list-edits';
import {
  alignedLines,
  valueInHcl,
  type WrittenArgument,
  type HclSource,
} from '../../../documents/hcl/hcl-text';
import type { HclExpression } from '../../../documents/hcl/hcl-syntax';
import type { TextEdit, WrittenValue } from '../../../documents/edits/text-edit';
import type { Value } from '../../../documents/evaluate/value';
import { propertyOf, type DeclaredResource } from '../../../documents/model/declared-resource';
import { partOf } from '../../../documents/model/parts';
import type { SourceRange } from '../../../documents/source/source-range';
import type { TerraformAnalysis } from '../../terraform-root';
import type { EditedFiles } from '../edited-files';
import { notWritable, type FixEdits } from '../fix-edits';
import { writtenEntry, type AddedEntry } from '../insert-entries';
import type { WrittenEntry } from '../written-entries';
import type { DeclaredBlock } from './declared-block';
import { editHcl } from './hcl-place';
import { regionalValue, regionReference } from './region-reference';

type ObjectExpression = HclExpression & { readonly is: 'object' };

/**
 * Inserts rules or routes into the body of an azapi resource, which is an object or an argument of `jsonencode`. Adds
 * them to the list if it's a literal, or creates a list if there isn't one.
 */
export function insertIntoBody(
  found: DeclaredBlock,
  added: readonly AddedEntry[],
  files: EditedFiles,
): FixEdits {
  const { resource } = found;
  const region = regionReference(found, files);
  const list = added[0]?.type === 'route' ? 'routes' : 'securityRules';
  const write = (value: WrittenValue): string =>
    isPlainValue(value) ? regionalValue(value, region) : valueInHcl(value);
  const style = { describe: files.describe, regionExpression: null };
  const texts = added.map((one) => entryText(writtenEntry(one, style), write));
  const listed = propertyOf(resource, list);
  const edits = listed ? intoList(listed, texts, files) : newList(resource, { list, texts }, files);
  return edits ?? notWritable('file.fix.computedList', { name: resource.name, list });
}

function intoList(listed: Value, texts: readonly ItemText[], files: EditedFiles): FixEdits | undefined {
  const place = listed.is === 'array' && listed.rest === null ? listed.from : null;
  const tuple = expressionAt(place, files.terraform);
  if (tuple?.is !== 'tuple') return undefined;
  return editHcl(tuple.place.file, files, (source) =>
    insertTupleItems(
      source,
      tuple,
      texts.map((one) => withLineEnds(source, one)),
    ),
  );
}

function newList(
  { body }: DeclaredResource,
  { list, texts }: { readonly list: string; readonly texts: readonly ItemText[] },
  files: EditedFiles,
): FixEdits | undefined {
  const properties = partOf(body, 'properties');
  const object = properties?.is === 'object' ? expressionAt(properties.from, files.terraform) : undefined;
  if (object?.is !== 'object') return undefined;
  const value = (indent: string): string => {
    const inner = `${indent}  `;
    return `[\n${texts.map((one) => `${inner}${one(inner)}`).join(',\n')}\n${indent}]`;
  };
  return editHcl(object.place.file, files, (source) =>
    insertMembers(source, object, [{ name: list, value: withLineEnds(source, value) }]),
  );
}

function isPlainValue(value: WrittenValue): value is string | number | readonly string[] {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string');
  return typeof value === 'string' || typeof value === 'number';
}

function withLineEnds({ text }: HclSource, item: ItemText): ItemText {
  return text.includes('\r\n') ? (indent) => item(indent).replaceAll('\n', '\r\n') : item;
}

/** Returns the expression with exactly this source range. */
export function expressionAt(
  place: SourceRange | null,
  terraform: TerraformAnalysis | null,
): HclExpression | undefined {
  const file = place && terraform?.syntax.get(place.file);
  const found = file ? expressionsAround(file, place).at(-1) : undefined;
  return found?.place.start === place?.start && found?.place.end === place?.end ? found : undefined;
}

function entryText({ name, properties }: WrittenEntry, write: (value: WrittenValue) => string): ItemText {
  const members = Object.entries(properties as Readonly<Record<string, WrittenValue>>);
  const all = members.map(([member, value]) => ({ name: member, value: write(value) }));
  return (indent) =>
    [
      '{',
      `${indent}  name = ${valueInHcl(name)}`,
      `${indent}  properties = {`,
      ...alignedLines(all, `${indent}    `),
      `${indent}  }`,
      `${indent}}`,
    ].join('\n');
}

/** Returns the `properties` object of a rule or route in a body; undefined if the entry doesn't have one. */
export function propertiesOfEntry({ items }: ObjectExpression): ObjectExpression | undefined {
  const value = items.find(({ key }) => key.is === 'literal' && key.value === 'properties')?.value;
  return value?.is === 'object' ? value : undefined;
}

/** Replaces members of an object by index. Undefined if members share a line and one of them is renamed. */
export function changeMembers(
  source: HclSource,
  object: ObjectExpression,
  changed: ReadonlyMap<number, WrittenArgument>,
): readonly TextEdit[] | undefined {
  const { file, text } = source;
  const edits = editEntries(source, entriesOfObject(object), { changed });
  if (edits) return edits;
  return [...changed].flatMap(([at, { name, value }]): readonly TextEdit[] => {
    const item = object.items[at];
    if (!item) return [];
    const { start, end } = item.key.place;
    const named = text.slice(start, end) === name ? [] : [{ file, start, end, text: name }];
    return [...named, { file, start: item.value.place.start, end: item.value.place.end, text: value }];
  });
}
