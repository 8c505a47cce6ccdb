import { entryChanges } from '../../checks/fixes/entry-changes';
import { isMadeBy, type Fix, type FixStep } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { changeEntry } from './change-entry';
import type { EditedFiles } from './edited-files';
import { at, joined, notHere, notInFiles, type FixEdits } from './fix-edits';
import { insertEntries, type Insert } from './insert-entries';
import { makeAndAttach } from './make-and-attach';

type Remove = Extract<FixStep, { do: 'remove' }>;

/** Writes each step of a fix where the resource is declared. Nothing is written unless everything can be. */
export function editsOfFix(
  declared: DeclaredNetwork,
  { steps }: Pick<Fix, 'steps'>,
  files: EditedFiles,
): FixEdits {
  const { changes, rest } = entryChanges(declared.model, steps);
  const inserts = rest.filter((step): step is Insert => step.do === 'insert');
  const removes = rest.filter((step): step is Remove => step.do === 'remove');
  const makes = rest.filter((step) => step.do === 'create' || step.do === 'attach');
  if (inserts.length + removes.length + makes.length < rest.length) return notHere('file.fix.otherStep', {});
  // What goes into a list that is only made is written with it.
  const ofMade = inserts.filter(({ into }) => isMadeBy(steps, into));
  const ofOthers = inserts.filter((one) => !ofMade.includes(one));
  return joined([
    ...(makes.length > 0 ? [madeEdits(declared, [...makes, ...ofMade], files)] : []),
    ...changes.map((change) => changeEntry(declared, change, files)),
    insertEntries(declared, ofOthers, files),
    ...removes.map((step) => removed(declared, step, files)),
  ]);
}

function madeEdits(declared: DeclaredNetwork, steps: readonly FixStep[], files: EditedFiles): FixEdits {
  const edits = makeAndAttach(declared, steps, files);
  return edits ? { is: 'edits', edits } : notHere('file.fix.otherStep', {});
}

function removed(declared: DeclaredNetwork, step: Remove, files: EditedFiles): FixEdits {
  const children = declared.children.get(step.from.toLowerCase()) ?? [];
  const child = children.find(({ name }) => sameId(name, step.name));
  if (!child?.place) return notInFiles(step.from);
  return at(child.place, files, (editor, text, place) => editor.removeValue(text, place));
}
