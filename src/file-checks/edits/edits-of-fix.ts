import { entryChanges } from '../../checks/fixes/entry-changes';
import type { Fix } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import {
  associationsOf,
  isCreatedBy,
  isEntryChange,
  isOfResource,
  isServiceChange,
  settingsOf,
  type ResourceChange,
} from '../../core/resource-change';
import { isUnstated } from '../../core/unstated-region';
import { joinAddedMembers } from '../../documents/hcl/hcl-json-edits';
import type { Child } from '../../documents/model/children';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { SourceRange } from '../../documents/source/source-range';
import { changeEntry } from './change-entry';
import { itemAround, placesOutside, repetitionAt } from './enclosing';
import type { EditedFiles } from './edited-files';
import {
  notWritableNamedAt,
  editAt,
  combineEdits,
  notWritable,
  notInFiles,
  type FixEdits,
} from './fix-edits';
import { insertEntries, isAddedEntry } from './insert-entries';
import { createAndAssociate } from './create-and-associate';
import { declarationAt } from './member-source';
import { namedElsewhere } from './named-elsewhere';
import { setInSubnet } from './set-in-subnet';
import { changeTerraformEntry, removeTerraformEntry } from './terraform/change-terraform-entry';
import { createAndAssociateTerraform } from './terraform/associate-in-terraform';
import { insertTerraformEntries } from './terraform/insert-terraform-entries';
import { setInTerraformSubnet } from './terraform/set-in-terraform-subnet';

/** Functions that convert the changes of a fix to edits, for one family of languages. */
interface FixWriter {
  readonly changeEntry: typeof changeEntry;
  readonly insertEntries: typeof insertEntries;
  readonly createAndAssociate: typeof createAndAssociate;
  readonly setInSubnet: typeof setInSubnet;
  readonly removeEntry: typeof removedEntry;
}

const templateWriter: FixWriter = {
  changeEntry,
  insertEntries,
  createAndAssociate,
  setInSubnet,
  removeEntry: removedEntry,
};

const terraformWriter: FixWriter = {
  changeEntry: changeTerraformEntry,
  insertEntries: insertTerraformEntries,
  createAndAssociate: createAndAssociateTerraform,
  setInSubnet: setInTerraformSubnet,
  removeEntry: removeTerraformEntry,
};

/** Writes each change of a fix where the resource is declared. If one of them can't be written, none are. */
export function editsOfFix(
  declared: DeclaredNetwork,
  { changes }: Pick<Fix, 'changes'>,
  files: EditedFiles,
): FixEdits {
  const writer = files.terraform ? terraformWriter : templateWriter;
  const { entries, rest } = entryChanges(declared.model, changes);
  if (rest.some(isServiceChange)) return notWritable('file.fix.ofService', {});
  const isInCreated = ({ id }: ResourceChange): boolean => isCreatedBy(rest, id);
  const createdOrAssociated = rest.filter((one) => isInCreated(one) || associationsOf(one).length > 0);
  const added = rest.filter(isAddedEntry).filter((one) => !isInCreated(one));
  const removes = rest.filter(isEntryChange);
  const settings = rest.flatMap(settingsOf);
  if (rest.some(removesPart)) return notWritable('file.fix.otherStep', {});
  const written = combineEdits([
    ...(createdOrAssociated.length > 0
      ? [writer.createAndAssociate(declared, createdOrAssociated, files)]
      : []),
    ...entries.map((one) => writer.changeEntry(declared, one, files)),
    writer.insertEntries(declared, added, files),
    ...settings.map((one) => writer.setInSubnet(declared, one, files)),
    ...removes.flatMap(({ id, before }) =>
      before ? [writer.removeEntry(declared, { id, name: before.name }, files)] : [],
    ),
  ]);
  return withoutUnstated(files.terraform ? joinMembers(written) : written);
}

/** Returns whether a change deletes or dissociates a resource, which edits of files don't do. */
function removesPart(change: ResourceChange): boolean {
  const isDissociated = associationsOf(change).some(({ isAssociated }) => !isAssociated);
  return isDissociated || (change.after === null && isOfResource(change));
}

function joinMembers(written: FixEdits): FixEdits {
  return written.is === 'edits' ? { is: 'edits', edits: joinAddedMembers(written.edits) } : written;
}

/** Rejects edits with an unknown region, for which the file doesn't have an expression. */
function withoutUnstated(written: FixEdits): FixEdits {
  const edit = written.is === 'edits' ? written.edits.find(({ text }) => isUnstated(text)) : undefined;
  return edit ? notWritable('file.fix.noRegion', { file: edit.file }) : written;
}

function removedEntry(
  declared: DeclaredNetwork,
  { id, name }: { readonly id: ResourceId; readonly name: string },
  files: EditedFiles,
): FixEdits {
  const children = declared.children.get(id.toLowerCase()) ?? [];
  const child = children.find((one) => sameId(one.name, name));
  if (!child?.place) return notInFiles(id);
  const { listed } = child;
  const template = files.templateOf(child.place.file);
  const own = template && declarationAt(template, child.place);
  const named = own && namedElsewhere(template, own, listed?.place);
  if (named) return notWritableNamedAt(named, name, files);
  return combineEdits([child, ...(listed ? [listed] : [])].map((one) => removedChild(one, files)));
}

function removedChild(child: Child, files: EditedFiles): FixEdits {
  if (!child.place) return notWritable('file.fix.computedEntry', { name: child.name });
  if (repetitionAt(child.place, files)) return removedFromLoop(child, child.place, files);
  return editAt(child.place, files, (editor, text, place) => editor.removeValue(text, place));
}

/** Removes the item that a loop iterates over, and never the loop, which creates other entries too. */
function removedFromLoop({ name, value }: Child, body: SourceRange, files: EditedFiles): FixEdits {
  const source = placesOutside(value, body).at(-1);
  const item = source && itemAround(source, files);
  if (!item) return notWritable('file.fix.computedEntry', { name });
  return editAt(item.place, files, (editor, text, place) => editor.removeValue(text, place));
}
