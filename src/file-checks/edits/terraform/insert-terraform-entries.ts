import type { Child } from '../../../documents/model/children';
import { type EntrySyntax, entrySyntaxAt, repetitionOf, isOfInstance } from './entry-maker';
import {
  type EntryForm,
  type RequiredArgument,
  entryForms,
  requiredArguments,
  plainArguments,
} from './terraform-arguments';
import type { DeclaredResource } from '../../../documents/model/declared-resource';
import { type HclBlock, attributeOf, type HclExpression } from '../../../documents/hcl/hcl-syntax';
import { type RegionReference, regionReference, regionalValue } from './region-reference';
import type { EditedFiles } from '../edited-files';
import type { TerraformAnalysis } from '../../terraform-root';
import type { DeclaredNetwork } from '../../../documents/model/declared-network';
import type { AddedEntry } from '../insert-entries';
import { type FixEdits, combineEdits, notInFiles, notWritable } from '../fix-edits';
import { sameId } from '../../../core/network/find';
import { declaredBlock, whyNotInBlock, type DeclaredBlock, resourceType } from './declared-block';
import { insertIntoBody } from './azapi-body';
import { blocksOfModule, localIn, moduleFolderOf, freeLabel } from './module-names';
import { editHcl } from './hcl-place';
import { insertBlocksBehind, insertBlocksInto } from '../../../documents/hcl/hcl-edits';
import { insertTupleItems } from '../../../documents/hcl/hcl-list-edits';
import type { NewHclBlock, WrittenArgument, HclSource } from '../../../documents/hcl/hcl-text';
import { inOrderOf, objectText } from './written-arguments';
import { loopedItem, insertItems } from './loop-collection';
import { loopItem } from './loop-item';

/** The place of a parent's rule or route. */
interface ChildWithSyntax {
  readonly child: Child;
  readonly entrySyntax: EntrySyntax;
  readonly file: string;
}

/** The entries to insert into one parent. */
interface Insertion {
  readonly form: EntryForm;
  readonly parent: DeclaredResource;
  readonly block: HclBlock;
  readonly existingEntries: readonly ChildWithSyntax[];
  readonly added: readonly (readonly RequiredArgument[])[];
  readonly region: RegionReference | undefined;
  readonly files: EditedFiles;
  readonly terraform: TerraformAnalysis;
  /** Labels of other resources that the fix adds. */
  readonly used: Set<string>;
}

/** Inserts new rules and routes in the form that their parent uses. Mixing both forms would undo changes. */
export function insertTerraformEntries(
  declared: DeclaredNetwork,
  added: readonly AddedEntry[],
  files: EditedFiles,
): FixEdits {
  const ids = new Set(added.map(({ id }) => id.toLowerCase()));
  const used = new Set<string>();
  return combineEdits(
    [...ids].map((id) => {
      const its = added.filter((one) => sameId(one.id, id));
      return insertedInto(declared, its, { files, used });
    }),
  );
}

function insertedInto(
  declared: DeclaredNetwork,
  added: readonly AddedEntry[],
  { files, used }: Pick<Insertion, 'files' | 'used'>,
): FixEdits {
  const [first] = added;
  const found = first && declaredBlock(declared, first.id, files);
  if (!found) return notInFiles(first?.id ?? '');
  const { resource: parent, block, terraform } = found;
  const form = entryForms[first.type];
  const existingEntries = (declared.children.get(first.id.toLowerCase()) ?? []).flatMap((child) =>
    childWithSyntax(child, terraform),
  );
  if (found.type === 'azapi_resource') return insertedIntoBody(found, { added, existingEntries }, files);
  if (found.type !== form.parent) return whyNotInBlock(found);
  const required = added.map((one) => requiredArguments(one, files.describe));
  const region = regionReference(found, files);
  const insertion: Insertion = {
    form,
    parent,
    block,
    existingEntries,
    added: required,
    region,
    files,
    terraform,
    used,
  };
  const isApart =
    existingEntries.some(({ entrySyntax }) => entrySyntax.is === 'resource') || isApartElsewhere(insertion);
  return isApart ? insertedApart(insertion) : insertedInside(insertion);
}

/** A new list in the body would remove what separate resources create. */
function insertedIntoBody(
  found: DeclaredBlock,
  { added, existingEntries }: Pick<Insertion, 'existingEntries'> & { readonly added: readonly AddedEntry[] },
  files: EditedFiles,
): FixEdits {
  if (existingEntries.some(({ entrySyntax }) => entrySyntax.is !== 'object')) return whyNotInBlock(found);
  return insertIntoBody(found, added, files);
}

function childWithSyntax(child: Child, terraform: TerraformAnalysis): readonly ChildWithSyntax[] {
  const entrySyntax = entrySyntaxAt(child.place, terraform);
  return entrySyntax && child.place ? [{ child, entrySyntax, file: child.place.file }] : [];
}

/** If the parent doesn't have entries, the module's other parents determine the form. */
function isApartElsewhere({ form, existingEntries, block, terraform }: Insertion): boolean {
  return (
    existingEntries.length === 0 && !isListed(block, form) && isModuleApart(form, block.place.file, terraform)
  );
}

/** True for a module in which all rules or routes are separate resources. */
function isModuleApart(form: EntryForm, file: string, terraform: TerraformAnalysis): boolean {
  const blocks = blocksOfModule(file, terraform);
  const isInside = blocks.some((one) => resourceType(one) === form.parent && isListed(one, form));
  return !isInside && blocks.some((one) => resourceType(one) === form.resource);
}

/** A resource that a fix creates: its address, its resource group, and the block after which it's written. */
interface NewParent extends Pick<DeclaredBlock, 'resource' | 'terraform'> {
  readonly parent: string;
  readonly group: string;
  readonly files: EditedFiles;
}

/** Returns the rules or routes of a created resource, in the form that its module uses. */
export function blocksOfEntries(
  entries: readonly AddedEntry[],
  { parent, group, resource, files, terraform }: NewParent,
): { readonly inside: readonly NewHclBlock[]; readonly apart: readonly NewHclBlock[] } {
  const [first] = entries;
  if (!first) return { inside: [], apart: [] };
  const form = entryForms[first.type];
  const { file } = resource.place;
  const added = entries.map((one) => requiredArguments(one, files.describe));
  if (!isModuleApart(form, file, terraform)) {
    return { inside: newBlocks({ form, added, region: undefined }), apart: [] };
  }
  const used = new Set<string>();
  const apart = added.map((required) => ({
    type: 'resource',
    labels: [form.resource, labelOf({ form, file, terraform }, required, used)],
    arguments: [
      [
        ...argumentsOf(required, undefined),
        { name: 'resource_group_name', value: group },
        { name: form.parentName, value: `${parent}.name` },
      ],
    ],
    blocks: [],
  }));
  return { inside: [], apart };
}

function isListed({ body }: HclBlock, { block: name }: EntryForm): boolean {
  const isIt = (one: HclBlock): boolean =>
    one.type === name || (one.type === 'dynamic' && one.labels[0]?.text === name);
  return body.blocks.some(isIt) || attributeOf(body, name) !== undefined;
}

/** Returns the first form that can be written, or the reason of the last one. */
function firstOf(ways: readonly (() => FixEdits)[], otherwise: FixEdits): FixEdits {
  let last = otherwise;
  for (const way of ways) {
    const edits = way();
    if (edits.is === 'edits') return edits;
    last = edits;
  }
  return last;
}

function insertedInside(insertion: Insertion): FixEdits {
  const { form, block, existingEntries, files, terraform, parent } = insertion;
  const ignored = ignoredBy(parent, form, terraform);
  if (ignored) return ignored;
  const blocks = existingEntries.filter(({ entrySyntax }) => entrySyntax.is === 'block');
  const last = blocks.at(-1)?.entrySyntax;
  const { file } = parent.place;
  const listed = attributeOf(block.body, form.block)?.value;
  if (listed) return intoArgument(insertion, listed);
  if (last?.is === 'block') {
    return editHcl(file, files, (source) =>
      insertBlocksBehind(source, last.block, newBlocks(insertion, last.block)),
    );
  }
  const loops = existingEntries.filter(({ entrySyntax }) => entrySyntax.is === 'dynamic');
  const dynamic = block.body.blocks.findLast(
    (one) => one.type === 'dynamic' && one.labels[0]?.text === form.block,
  );
  return throughLoopsOr(insertion, loops, (rest) =>
    editHcl(file, files, (source) =>
      dynamic
        ? insertBlocksBehind(source, dynamic, newBlocks(rest))
        : insertBlocksInto(source, block, newBlocks(rest)),
    ),
  );
}

/** Returns an argument that Terraform only sets at creation and then leaves to Azure. */
function ignoredBy(
  { name, place }: DeclaredResource,
  { block }: EntryForm,
  { resources }: TerraformAnalysis,
): FixEdits | undefined {
  const own = resources.find((one) => one.place.file === place.file && one.place.start === place.start);
  const ignored = own?.ignoreChanges ?? [];
  const isIgnored = ignored === 'all' || ignored.some((one) => one.split(/[.[]/, 1)[0] === block);
  return isIgnored ? notWritable('file.fix.ignoredChanges', { name, argument: block }) : undefined;
}

function newBlocks(
  { form, added, region }: Pick<Insertion, 'form' | 'added' | 'region'>,
  like?: HclBlock,
): readonly NewHclBlock[] {
  return added.map((required) => ({
    type: form.block,
    labels: [],
    arguments: [inOrderOf(argumentsOf(required, region), like)],
    blocks: [],
    members: form.members,
  }));
}

function argumentsOf(
  required: readonly RequiredArgument[],
  region: RegionReference | undefined,
): readonly WrittenArgument[] {
  return plainArguments(required).map(({ name, value }) => ({ name, value: regionalValue(value, region) }));
}

/** Inserts into `security_rule = [{ … }]`, whose objects have all members. */
function intoArgument(insertion: Insertion, listed: HclExpression): FixEdits {
  const { files, parent, form, added, region } = insertion;
  const place = listed.is === 'tuple' ? listed.place : undefined;
  if (listed.is !== 'tuple' || !place) {
    return notWritable('file.fix.computedList', { name: parent.name, list: form.block });
  }
  const like = listed.items.findLast((one) => one.is === 'object');
  return editHcl(place.file, files, (source) => {
    const names =
      like?.is === 'object'
        ? like.items.flatMap(({ key }) => (key.is === 'literal' ? [String(key.value)] : []))
        : form.members;
    const texts = added.map(
      (required) => (indent: string) => objectText(argumentsOf(required, region), names, indent),
    );
    return insertTupleItems(source, listed, texts);
  });
}

/** Adds an item to a loop for each entry that the loop can create. The others are written separately. */
function throughLoopsOr(
  insertion: Insertion,
  loops: readonly ChildWithSyntax[],
  others: (rest: Insertion) => FixEdits,
): FixEdits {
  const { parent, form, files } = insertion;
  const isOutsideLoop = files.outsideLoops === true;
  for (const loop of isOutsideLoop ? [] : new Map(loops.map((one) => [one.entrySyntax, one])).values()) {
    const { edits, rest } = throughLoop(insertion, loop);
    if (edits?.is !== 'edits') continue;
    return rest.length === 0 ? edits : combineEdits([edits, others({ ...insertion, added: rest })]);
  }
  const apart = others(insertion);
  if (apart.is === 'edits' || loops.length === 0) return apart;
  return notWritable('file.fix.loopFixed', { name: parent.name, list: form.block });
}

interface Looped {
  readonly edits?: FixEdits;
  /** Entries that the loop can't create. */
  readonly rest: Insertion['added'];
}

function throughLoop(
  { added, files, terraform }: Insertion,
  { child, entrySyntax, file }: ChildWithSyntax,
): Looped {
  const repetition = repetitionOf(entrySyntax);
  const written = repetition && loopedItem(child.value, repetition, terraform);
  if (!written) return { rest: added };
  const items = added.map((required) => ({
    wanted: required,
    item: loopItem(repetition, required, localIn(file, terraform)),
    name: String(required[0]?.value ?? ''),
  }));
  const complete = items.flatMap(({ item, name }) => (item ? [{ item, name }] : []));
  const rest = items.flatMap(({ item, wanted: required }) => (item ? [] : [required]));
  if (complete.length === 0) return { rest };
  const { file: home } = written.collection.place;
  return { rest, edits: editHcl(home, files, (source) => insertItems(source, written, complete)) };
}

/**
 * Inserts separate resources: into the loop that creates most of them, or similar to a non-repeated one, or after the
 * parent. A resource is only given another one's condition or loop if the parent itself is repeated.
 */
function insertedApart(insertion: Insertion): FixEdits {
  const { parent, existingEntries, form } = insertion;
  const apart = existingEntries.filter(({ entrySyntax }) => entrySyntax.is === 'resource').toReversed();
  const repeated = apart.filter(
    ({ entrySyntax }) => entrySyntax.is === 'resource' && isRepeated(entrySyntax.block),
  );
  const single = apart.filter((one) => !repeated.includes(one));
  const alone = (rest: Insertion): FixEdits =>
    firstOf(
      [
        ...single.map((one) => () => insertNextTo(rest, one)),
        () => insertNextToParent(rest),
        ...repeated.map((one) => () => insertNextTo(rest, one)),
      ],
      notWritable('file.fix.apart', { name: parent.name, list: form.block }),
    );
  return throughLoopsOr(insertion, repeated.length > single.length ? repeated : [], alone);
}

function isRepeated({ body }: HclBlock): boolean {
  return attributeOf(body, 'count') !== undefined || attributeOf(body, 'for_each') !== undefined;
}

/** Returns whether an argument is one that a new rule or route sets itself. */
function isOfEntry(name: string, { added }: Insertion): boolean {
  return added.some((required) => required.some(({ one, many }) => name === one || name === many));
}

/** Inserts a resource similar to an existing one, for the same parent and with the same repetition. */
function insertNextTo(insertion: Insertion, { entrySyntax, file }: ChildWithSyntax): FixEdits {
  const { form, added, files, parent } = insertion;
  const block = entrySyntax.is === 'resource' ? entrySyntax.block : undefined;
  if (!block) return notWritable('file.fix.apart', { name: parent.name });
  const own = block.body.attributes.filter(({ name }) => isOfEntry(name, insertion));
  const others = block.body.attributes.filter(({ name }) => !isOfEntry(name, insertion) && isCopied(name));
  if (isRepeated(block) && own.some(({ value }) => isOfInstance(value))) {
    return notWritable('file.fix.loopFixed', { name: parent.name, list: form.block });
  }
  return editHcl(file, files, (source) => {
    const copied = others.map(({ name, value }) => ({ name, value: textOf(source, value) }));
    const first = copied.filter(({ name }) => isMeta(name));
    const isSameModule = moduleFolderOf(file) === moduleFolderOf(parent.place.file);
    const near = isSameModule ? insertion.region : undefined;
    const blocks = added.map((required) => ({
      type: 'resource',
      labels: [form.resource, labelOf({ ...insertion, file: parent.place.file }, required, insertion.used)],
      arguments: [
        first,
        inOrderOf([...argumentsOf(required, near), ...copied.filter(({ name }) => !isMeta(name))], block),
      ],
      blocks: [],
    }));
    return insertBlocksBehind(source, block, blocks);
  });
}

function isMeta(name: string): boolean {
  return name === 'count' || name === 'for_each' || name === 'provider';
}

function isCopied(name: string): boolean {
  return isMeta(name) || /^(?:resource_group_name|network_security_group_name|route_table_name)$/.test(name);
}

/** Inserts a resource after its parent, which isn't repeated. */
function insertNextToParent(insertion: Insertion): FixEdits {
  const { form, block, added, files, parent } = insertion;
  const group = attributeOf(block.body, 'resource_group_name')?.value;
  if (isRepeated(block) || !group) return notWritable('file.fix.apart', { name: parent.name });
  const address = `${form.parent}.${block.labels[1]?.text ?? ''}`;
  const provider = attributeOf(block.body, 'provider');
  return editHcl(parent.place.file, files, (source) => {
    const meta = provider ? [{ name: provider.name, value: textOf(source, provider.value) }] : [];
    const blocks = added.map((required) => ({
      type: 'resource',
      labels: [form.resource, labelOf({ ...insertion, file: parent.place.file }, required, insertion.used)],
      arguments: [
        meta,
        [
          ...argumentsOf(required, insertion.region),
          { name: 'resource_group_name', value: textOf(source, group) },
          { name: form.parentName, value: `${address}.name` },
        ],
      ],
      blocks: [],
    }));
    return insertBlocksBehind(source, block, blocks);
  });
}

interface Labeling extends Pick<Insertion, 'form' | 'terraform'> {
  readonly file: string;
}

function labelOf(
  { form, file, terraform }: Labeling,
  required: readonly RequiredArgument[],
  used: Set<string>,
): string {
  const name = String(required[0]?.value ?? '');
  const label = freeLabel(name, { type: form.resource, file, terraform, used });
  used.add(label);
  return label;
}

function textOf({ text }: HclSource, { place }: HclExpression): string {
  return text.slice(place.start, place.end);
}
