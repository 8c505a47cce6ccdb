import type { ChangedMember, EntryChange, RuleMemberChange } from '../../checks/fixes/entry-changes';
import { sameId } from '../../core/network/find';
import type { FileEditor } from '../../documents/edits/file-editor';
import { isWrittenExpression, type MemberEdit, type WrittenValue } from '../../documents/edits/text-edit';
import type { Value } from '../../documents/evaluate/value';
import type { Child } from '../../documents/model/children';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { partOf } from '../../documents/model/parts';
import type { SourceRange } from '../../documents/source/source-range';
import type { EditedFiles } from './edited-files';
import { editAt, combineEdits, notWritable, notInFiles, type FixEdits } from './fix-edits';
import { memberAt } from './member-source';
import { correctPart } from './text-part-source';

/** Changes values of a rule or route in place, and nothing else in it. */
export function changeEntry(declared: DeclaredNetwork, change: EntryChange, files: EditedFiles): FixEdits {
  const children = declared.children.get(change.of.toLowerCase()) ?? [];
  const child = children.find(({ name }) => sameId(name, change.name));
  const properties = child && partOf(child.value, 'properties');
  if (!child) return notInFiles(change.of);
  if (properties?.is !== 'object' || properties.from === null) {
    return notWritable('file.fix.computedEntry', { name: change.name });
  }
  const entry: Entry = { name: change.name, properties, place: properties.from, files };
  const written = combineEdits(change.members.map((one) => changeMember(entry, one)));
  return written.is === 'edits' && child.listed
    ? withListed(written, child.listed, { change, files })
    : written;
}

/** Makes the same change in the parent's list if it contains the same values, because the list is deployed first. */
function withListed(
  written: FixEdits,
  { value }: Child,
  { change, files }: { readonly change: EntryChange; readonly files: EditedFiles },
): FixEdits {
  const properties = partOf(value, 'properties');
  if (properties?.is !== 'object' || properties.from === null) return written;
  const entry: Entry = { name: change.name, properties, place: properties.from, files };
  const too = combineEdits(change.members.map((one) => changeMember(entry, one)));
  return too.is === 'edits' ? combineEdits([written, too]) : written;
}

interface Entry {
  readonly name: string;
  readonly properties: Value;
  readonly place: SourceRange;
  readonly files: EditedFiles;
}

const members: Readonly<Record<ChangedMember, readonly [one: string, many: string | null]>> = {
  sources: ['sourceAddressPrefix', 'sourceAddressPrefixes'],
  destinations: ['destinationAddressPrefix', 'destinationAddressPrefixes'],
  destinationPorts: ['destinationPortRange', 'destinationPortRanges'],
  destination: ['addressPrefix', null],
};

function changeMember(entry: Entry, { member, before, after }: RuleMemberChange): FixEdits {
  const [one, many] = members[member];
  const removed = before.filter((text) => !after.includes(text));
  const fresh = after.filter((text) => !before.includes(text));
  const list = many === null ? null : listIn(entry, many);
  if (list !== null && many !== null && after.length === 1) {
    return asOne(entry, list, { one, many, only: after.join() });
  }
  if (removed.length === 1 && fresh.length === 1) {
    return exchange(entry, list, { one, many, wrong: removed.join(), right: fresh.join() });
  }
  if (many === null || removed.length > 0) return computed(entry);
  return list === null ? asMany(entry, { one, many, fresh }) : addTo(entry, list, fresh);
}

function listIn({ properties }: Entry, many: string): List | null {
  const list = partOf(properties, many);
  return list?.is === 'array' && list.items.length > 0 ? list : null;
}

function computed({ name }: Entry): FixEdits {
  return notWritable('file.fix.computedEntry', { name });
}

type List = Extract<Value, { is: 'array' }>;

/** Adds entries to a list, where the list is written. */
function addTo(entry: Entry, list: List, fresh: readonly string[]): FixEdits {
  if (list.from === null) return computed(entry);
  return editAt(list.from, entry.files, (editor, text, place) => editor.insertItems(text, place, fresh));
}

/**
 * Changes `destinationPortRange: '443'` to `destinationPortRanges: ['443', '8787']`. The existing value stays as
 * written.
 */
function asMany(
  { place, files }: Entry,
  { one, many, fresh }: { readonly one: string; readonly many: string; readonly fresh: readonly string[] },
): FixEdits {
  return editAt(place, files, (editor, text) =>
    editor.replaceMember(text, place, { name: one, by: (old) => ({ name: many, value: [old, ...fresh] }) }),
  );
}

interface MemberNames {
  readonly one: string;
  readonly many: string;
  readonly only: string;
}

/** Replaces a list with one item, or with an item that includes all others, by the singular member. */
function asOne({ place, files }: Entry, list: List, { one, many, only }: MemberNames): FixEdits {
  const isAsItWas = list.items.length === 1 && list.items[0]?.is === 'text' && list.items[0].value === only;
  return editAt(place, files, (editor, text) =>
    editor.replaceMember(text, place, {
      name: many,
      by: (old) => ({
        name: one,
        value: isAsItWas && Array.isArray(old) ? ((old as readonly WrittenValue[])[0] ?? only) : only,
      }),
    }),
  );
}

interface Exchange {
  readonly one: string;
  readonly many: string | null;
  readonly wrong: string;
  readonly right: string;
}

/** Replaces a wrong word: a literal where it's written, or else in the parts of the text. */
function exchange(entry: Entry, list: List | null, change: Exchange): FixEdits {
  const { files, place, properties } = entry;
  const { one, many, wrong, right } = change;
  const all = list ? list.items : [partOf(properties, one)];
  const found = all.find((value) => value?.is === 'text' && value.value === wrong);
  if (!found) return computed(entry);
  const { from } = found;
  if (from) return editAt(from, files, (editor, text) => editor.replaceValue(text, from, right));
  if (!list) {
    const written = editAt(place, files, (editor, text) => inComputed(editor, text, { place, ...change }));
    if (written.is === 'edits') return written;
  }
  return inPieces(entry, list && many !== null ? many : one, change) ?? computed(entry);
}

/** Corrects the tag or the region that differs, if a literal in the text contains it. */
function inPieces({ place, files }: Entry, member: string, { wrong, right }: Exchange): FixEdits | undefined {
  const template = files.templateOf(place.file);
  const written = template && memberAt(template, place, member);
  const [tag = '', region = ''] = wrong.split('.');
  const [rightTag = '', rightRegion = ''] = right.split('.');
  const isTagRight = tag.toLowerCase() === rightTag.toLowerCase();
  const isRegionRight = region.toLowerCase() === rightRegion.toLowerCase();
  if (!written || isTagRight === isRegionRight) return undefined;
  const word = isTagRight
    ? { wrong: region, right: rightRegion, isWrongAnywhere: false }
    : { wrong: tag, right: rightTag, isWrongAnywhere: true };
  return correctPart([written], word, files);
}

/** Corrects the differing part in an expression such as `'AzureMachineLearnin.${location}'`. */
function inComputed(
  editor: FileEditor,
  text: string,
  { place, one, wrong, right }: Exchange & { readonly place: SourceRange },
): ReturnType<FileEditor['replaceMember']> {
  const [from = '', region] = wrong.split('.');
  const [to = '', rightRegion] = right.split('.');
  if (region?.toLowerCase() !== rightRegion?.toLowerCase()) return [];
  const by = (old: WrittenValue): ReturnType<MemberEdit['by']> => {
    const written = isWrittenExpression(old) ? old.$expression : String(old);
    const changed = written.split(from).join(to);
    if (changed === written) return null;
    return { name: one, value: isWrittenExpression(old) ? { $expression: changed } : changed };
  };
  return editor.replaceMember(text, place, { name: one, by });
}
