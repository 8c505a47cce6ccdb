import { entryChanges } from '../../checks/fixes/entry-changes';
import { changedResource, isMadeBy, type Fix, type FixStep } from '../../core/fix';
import { nameOf, sameId } from '../../core/network/find';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { changeEntry } from './change-entry';
import type { EditedFiles } from './edited-files';
import { at, joined, notHere, notInFiles, type FixEdits } from './fix-edits';
import { insertEntries, type Insert } from './insert-entries';
import { partOf } from '../../documents/model/parts';
import type { Place } from '../../documents/source/place';
import { subnetProperties } from './subnet-properties';
import { makeAndAttach } from './make-and-attach';

type Remove = Extract<FixStep, { do: 'remove' }>;
type SetStep = Extract<FixStep, { do: 'set' }>;

/** Writes each step of a fix where the resource is declared. Nothing is written unless everything can be. */
export function editsOfFix(
  declared: DeclaredNetwork,
  { steps }: Pick<Fix, 'steps'>,
  files: EditedFiles,
): FixEdits {
  const { changes, rest } = entryChanges(declared.model, steps);
  const inserts = rest.filter((step): step is Insert => step.do === 'insert' && !isMadeBy(rest, step.into));
  const removes = rest.filter((step): step is Remove => step.do === 'remove');
  const makes = rest.filter(
    (step) => step.do === 'create' || step.do === 'attach' || isMadeBy(rest, changedResource(step)),
  );
  const sets = rest.filter((step): step is SetStep => step.do === 'set');
  const told = inserts.length + removes.length + makes.length + sets.length;
  if (told < rest.length) return notHere('file.fix.otherStep', {});
  return joined([
    ...(makes.length > 0 ? [makeAndAttach(declared, makes, files)] : []),
    ...changes.map((change) => changeEntry(declared, change, files)),
    insertEntries(declared, inserts, files),
    ...sets.map((step) => undelegated(declared, step, files)),
    ...removes.map((step) => removed(declared, step, files)),
  ]);
}

function removed(declared: DeclaredNetwork, step: Remove, files: EditedFiles): FixEdits {
  const children = declared.children.get(step.from.toLowerCase()) ?? [];
  const child = children.find(({ name }) => sameId(name, step.name));
  if (!child?.place) return notInFiles(step.from);
  return at(child.place, files, (editor, text, place) => editor.removeValue(text, place));
}

/** A fix only ever empties the list: it goes, where it is written in the subnet itself. */
function undelegated(declared: DeclaredNetwork, { at: id, property }: SetStep, files: EditedFiles): FixEdits {
  const properties = subnetProperties(declared, id);
  const list = partOf(properties, property)?.from;
  if (properties?.is !== 'object' || !properties.from || !list) {
    return notHere('file.fix.computedSubnet', { name: nameOf(id) });
  }
  if (isInside(list, properties.from)) {
    return at(list, files, (editor, text, place) => editor.removeValue(text, place));
  }
  return at(properties.from, files, (editor, text, place) =>
    editor.setMember(text, place, { name: property, value: [] }),
  );
}

function isInside(inner: Place, outer: Place): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
