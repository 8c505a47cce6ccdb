import { sameId } from '../../../core/network/find';
import {
  insertBlocksBehind,
  insertBlocksInto,
  insertTupleItems,
  type HclSource,
} from '../../../documents/hcl/hcl-edits';
import type { WrittenArgument, NewHclBlock } from '../../../documents/hcl/hcl-text';
import { attributeOf, type HclBlock, type HclExpression } from '../../../documents/hcl/hcl-syntax';
import type { Child } from '../../../documents/model/children';
import type { DeclaredNetwork } from '../../../documents/model/declared-network';
import type { DeclaredResource } from '../../../documents/model/declared-resource';
import type { TerraformAnalysis } from '../../terraform-root';
import type { EditedFiles } from '../edited-files';
import { combineEdits, notInFiles, notWritable, type FixEdits } from '../fix-edits';
import type { AddedEntry } from '../insert-entries';
import { insertIntoBody } from './azapi-body';
import { declaredBlock, resourceType, whyNotInBlock, type DeclaredBlock } from './declared-block';
import { isOfInstance, makerAt, repetitionOf, type EntryMaker } from './entry-maker';
import { editHcl } from './hcl-place';
import { insertItems, loopedItem } from './loop-collection';
import { loopItem } from './loop-item';
import { blocksOfModule, freeLabel, localIn, moduleFolderOf } from './module-names';
import { regionalValue, regionReference, type RegionReference } from './region-reference';
import {
  entryForms,
  plainArguments,
  wantedArguments,
  type EntryForm,
  type WantedArgument,
} from './terraform-arguments';

/** The place of a parent's rule or route. */
interface MadeChild {
  readonly child: Child;
  readonly maker: EntryMaker;
  readonly file: string;
}

/** The entries to insert into one parent. */
interface Insertion {
  readonly form: EntryForm;
  readonly parent: DeclaredResource;
  readonly block: HclBlock;
  readonly made: readonly MadeChild[];
  readonly added: readonly (readonly WantedArgument[])[];
  readonly region: RegionReference | undefined;
  readonly files: EditedFiles;
  readonly terraform: TerraformAnalysis;
}

/** Inserts new rules and routes in the form that their parent uses. Mixing both forms would undo changes. */
export function insertTerraformEntries(
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
  const found = first && declaredBlock(declared, first.id, files);
  if (!found) return notInFiles(first?.id ?? '');
  const { resource: parent, block, terraform } = found;
  const form = entryForms[first.type];
  const made = (declared.children.get(first.id.toLowerCase()) ?? []).flatMap((child) =>
    madeChild(child, terraform),
  );
  if (found.type === 'azapi_resource') return insertedIntoBody(found, { added, made }, files);
  if (found.type !== form.parent) return whyNotInBlock(found);
  const wanted = added.map((one) => wantedArguments(one, files.describe));
  const region = regionReference(found, files);
  const insertion: Insertion = { form, parent, block, made, added: wanted, region, files, terraform };
  const isApart = made.some(({ maker }) => maker.is === 'resource') || isApartElsewhere(insertion);
  return isApart ? insertedApart(insertion) : insertedInside(insertion);
}

/** A new list in the body would remove what separate resources create. */
function insertedIntoBody(
  found: DeclaredBlock,
  { added, made }: Pick<Insertion, 'made'> & { readonly added: readonly AddedEntry[] },
  files: EditedFiles,
): FixEdits {
  if (made.some(({ maker }) => maker.is !== 'object')) return whyNotInBlock(found);
  return insertIntoBody(found, added, files);
}

function madeChild(child: Child, terraform: TerraformAnalysis): readonly MadeChild[] {
  const maker = makerAt(child.place, terraform);
  return maker && child.place ? [{ child, maker, file: child.place.file }] : [];
}

/** If the parent doesn't have entries, the module's other parents determine the form. */
function isApartElsewhere({ form, made, block, terraform }: Insertion): boolean {
  return made.length === 0 && !isListed(block, form) && isModuleApart(form, block.place.file, terraform);
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
  const added = entries.map((one) => wantedArguments(one, files.describe));
  if (!isModuleApart(form, file, terraform)) {
    return { inside: newBlocks({ form, added, region: undefined }), apart: [] };
  }
  const used = new Set<string>();
  const apart = added.map((wanted) => ({
    type: 'resource',
    labels: [form.resource, labelOf({ form, file, terraform }, wanted, used)],
    arguments: [
      [
        ...argumentsOf(wanted, undefined),
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
  const { form, block, made, files, terraform, parent } = insertion;
  const ignored = ignoredBy(parent, form, terraform);
  if (ignored) return ignored;
  const blocks = made.filter(({ maker }) => maker.is === 'block');
  const last = blocks.at(-1)?.maker;
  const { file } = parent.place;
  const listed = attributeOf(block.body, form.block)?.value;
  if (listed) return intoArgument(insertion, listed);
  if (last?.is === 'block') {
    return editHcl(file, files, (source) =>
      insertBlocksBehind(source, last.block, newBlocks(insertion, last.block)),
    );
  }
  const loops = made.filter(({ maker }) => maker.is === 'dynamic');
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
  return added.map((wanted) => ({
    type: form.block,
    labels: [],
    arguments: [inOrderOf(argumentsOf(wanted, region), like)],
    blocks: [],
  }));
}

function argumentsOf(
  wanted: readonly WantedArgument[],
  region: RegionReference | undefined,
): readonly WrittenArgument[] {
  return plainArguments(wanted).map(({ name, value }) => ({ name, value: regionalValue(value, region) }));
}

/**
 * Sorts arguments in the order of an existing block. Arguments that it doesn't have stay after the one that normally
 * precedes them.
 */
function inOrderOf(all: readonly WrittenArgument[], like: HclBlock | undefined): readonly WrittenArgument[] {
  const names = like?.body.attributes.map(({ name }) => name) ?? [];
  const positionOf = ({ name }: WrittenArgument): number => {
    const stem = name.replace(/e?s$/, '');
    return names.findIndex((one) => one === name || one.replace(/e?s$/, '') === stem);
  };
  let last = -1;
  const placed = all.map((argument, index) => {
    const found = positionOf(argument);
    last = found < 0 ? last : found;
    return { argument, rank: last + index / 1000 };
  });
  return placed.toSorted((one, other) => one.rank - other.rank).map(({ argument }) => argument);
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
        : everyMember;
    const texts = added.map(
      (wanted) => (indent: string) => wholeObject(argumentsOf(wanted, region), names, indent),
    );
    return insertTupleItems(source, listed, texts);
  });
}

/** The members that azurerm requires for a rule in a list. */
const everyMember = [
  'name',
  'description',
  'priority',
  'direction',
  'access',
  'protocol',
  'source_port_range',
  'source_port_ranges',
  'destination_port_range',
  'destination_port_ranges',
  'source_address_prefix',
  'source_address_prefixes',
  'destination_address_prefix',
  'destination_address_prefixes',
  'source_application_security_group_ids',
  'destination_application_security_group_ids',
];

function wholeObject(given: readonly WrittenArgument[], names: readonly string[], indent: string): string {
  const all = [...new Set([...names, ...given.map(({ name }) => name)])];
  const width = Math.max(...all.map((one) => one.length));
  const lines = all.map((name) => {
    const own = given.find((one) => one.name === name)?.value;
    return `${indent}  ${name.padEnd(width)} = ${own ?? (/(?:es|ranges|ids)$/.test(name) ? '[]' : '""')}`;
  });
  return ['{', ...lines, `${indent}}`].join('\n');
}

/** Adds an item to a loop for each entry that the loop can create. The others are written separately. */
function throughLoopsOr(
  insertion: Insertion,
  loops: readonly MadeChild[],
  others: (rest: Insertion) => FixEdits,
): FixEdits {
  const { parent, form, files } = insertion;
  const isBeside = files.besideLoops === true;
  for (const loop of isBeside ? [] : new Map(loops.map((one) => [one.maker, one])).values()) {
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

function throughLoop({ added, files, terraform }: Insertion, { child, maker, file }: MadeChild): Looped {
  const repetition = repetitionOf(maker);
  const written = repetition && loopedItem(child.value, repetition, terraform);
  if (!written) return { rest: added };
  const items = added.map((wanted) => ({
    wanted,
    item: loopItem(repetition, wanted, localIn(file, terraform)),
    name: String(wanted[0]?.value ?? ''),
  }));
  const whole = items.flatMap(({ item, name }) => (item ? [{ item, name }] : []));
  const rest = items.flatMap(({ item, wanted }) => (item ? [] : [wanted]));
  if (whole.length === 0) return { rest };
  const { file: home } = written.collection.place;
  return { rest, edits: editHcl(home, files, (source) => insertItems(source, written, whole)) };
}

/**
 * Inserts separate resources: into the loop that creates most of them, or similar to a non-repeated one, or after the
 * parent. A resource is only given another one's condition or loop if the parent itself is repeated.
 */
function insertedApart(insertion: Insertion): FixEdits {
  const { parent, made, form } = insertion;
  const apart = made.filter(({ maker }) => maker.is === 'resource').toReversed();
  const repeated = apart.filter(({ maker }) => maker.is === 'resource' && isRepeated(maker.block));
  const single = apart.filter((one) => !repeated.includes(one));
  const alone = (rest: Insertion): FixEdits =>
    firstOf(
      [
        ...single.map((one) => () => besideOne(rest, one)),
        () => besideParent(rest),
        ...repeated.map((one) => () => besideOne(rest, one)),
      ],
      notWritable('file.fix.apart', { name: parent.name, list: form.block }),
    );
  return throughLoopsOr(insertion, repeated.length > single.length ? repeated : [], alone);
}

function isRepeated({ body }: HclBlock): boolean {
  return attributeOf(body, 'count') !== undefined || attributeOf(body, 'for_each') !== undefined;
}

/** Whether an argument is one that a new rule or route sets itself. */
function isOfEntry(name: string, { added }: Insertion): boolean {
  return added.some((wanted) => wanted.some(({ one, many }) => name === one || name === many));
}

/** Inserts a resource similar to an existing one, for the same parent and with the same repetition. */
function besideOne(insertion: Insertion, { maker, file }: MadeChild): FixEdits {
  const { form, added, files, parent } = insertion;
  const block = maker.is === 'resource' ? maker.block : undefined;
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
    const used = new Set<string>();
    const blocks = added.map((wanted) => ({
      type: 'resource',
      labels: [form.resource, labelOf({ ...insertion, file: parent.place.file }, wanted, used)],
      arguments: [
        first,
        inOrderOf([...argumentsOf(wanted, near), ...copied.filter(({ name }) => !isMeta(name))], block),
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
function besideParent(insertion: Insertion): FixEdits {
  const { form, block, added, files, parent } = insertion;
  const group = attributeOf(block.body, 'resource_group_name')?.value;
  if (isRepeated(block) || !group) return notWritable('file.fix.apart', { name: parent.name });
  const address = `${form.parent}.${block.labels[1]?.text ?? ''}`;
  const provider = attributeOf(block.body, 'provider');
  return editHcl(parent.place.file, files, (source) => {
    const meta = provider ? [{ name: provider.name, value: textOf(source, provider.value) }] : [];
    const used = new Set<string>();
    const blocks = added.map((wanted) => ({
      type: 'resource',
      labels: [form.resource, labelOf({ ...insertion, file: parent.place.file }, wanted, used)],
      arguments: [
        meta,
        [
          ...argumentsOf(wanted, insertion.region),
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
  wanted: readonly WantedArgument[],
  used: Set<string>,
): string {
  const name = String(wanted[0]?.value ?? '');
  const label = freeLabel(name, { type: form.resource, file, terraform, used });
  used.add(label);
  return label;
}

function textOf({ text }: HclSource, { place }: HclExpression): string {
  return text.slice(place.start, place.end);
}
