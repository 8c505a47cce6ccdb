import { entryChanges } from '../../checks/fixes/entry-changes';
import { changedResource, isChangedBy, isServiceStep, type Fix, type FixStep } from '../../core/fix';
import { sameId } from '../../core/network/find';
import { isUnstated } from '../../core/unstated-region';
import type { Child } from '../../documents/model/children';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { SourceRange } from '../../documents/source/source-range';
import { positionsIn } from '../diagnostic-range';
import { changeEntry } from './change-entry';
import { itemAround, placesOutside, repetitionAt } from './enclosing';
import type { EditedFiles } from './edited-files';
import { editAt, combineEdits, notWritable, notInFiles, type FixEdits } from './fix-edits';
import { insertEntries, type Insert } from './insert-entries';
import { makeAndAttach } from './create-and-attach';
import { declarationAt } from './member-source';
import { namedElsewhere } from './named-elsewhere';
import { setInSubnet, type SubnetSetStep } from './set-in-subnet';

type Remove = Extract<FixStep, { do: 'remove' }>;

/** Writes each step of a fix where the resource is declared. Nothing is written unless everything can be. */
export function editsOfFix(
  declared: DeclaredNetwork,
  { steps }: Pick<Fix, 'steps'>,
  files: EditedFiles,
): FixEdits {
  const { changes, rest } = entryChanges(declared.model, steps);
  const inserts = rest.filter(
    (step): step is Insert => step.do === 'insert' && !isChangedBy(rest, step.into),
  );
  const removes = rest.filter((step): step is Remove => step.do === 'remove');
  const makes = rest.filter(
    (step) => step.do === 'create' || step.do === 'attach' || isChangedBy(rest, changedResource(step)),
  );
  const sets = rest.filter((step): step is SubnetSetStep => step.do === 'set');
  if (rest.some(isServiceStep)) return notWritable('file.fix.beside', {});
  const told = inserts.length + removes.length + makes.length + sets.length;
  if (told < rest.length) return notWritable('file.fix.otherStep', {});
  return withoutUnstated(
    combineEdits([
      ...(makes.length > 0 ? [makeAndAttach(declared, makes, files)] : []),
      ...changes.map((change) => changeEntry(declared, change, files)),
      insertEntries(declared, inserts, files),
      ...sets.map((step) => setInSubnet(declared, step, files)),
      ...removes.map((step) => removed(declared, step, files)),
    ]),
  );
}

/** No file can hold a region that it has no expression for. */
function withoutUnstated(written: FixEdits): FixEdits {
  const edit = written.is === 'edits' ? written.edits.find(({ text }) => isUnstated(text)) : undefined;
  return edit ? notWritable('file.fix.noRegion', { file: edit.file }) : written;
}

function removed(declared: DeclaredNetwork, step: Remove, files: EditedFiles): FixEdits {
  const children = declared.children.get(step.from.toLowerCase()) ?? [];
  const child = children.find(({ name }) => sameId(name, step.name));
  if (!child?.place) return notInFiles(step.from);
  const { listed } = child;
  const template = files.templateOf(child.place.file);
  const own = template && declarationAt(template, child.place);
  const named = own && namedElsewhere(template, own, listed?.place);
  if (named) return namedAt(named, step.name, files);
  return combineEdits([child, ...(listed ? [listed] : [])].map((one) => removedChild(one, files)));
}

function removedChild(child: Child, files: EditedFiles): FixEdits {
  if (!child.place) return notWritable('file.fix.computedEntry', { name: child.name });
  if (repetitionAt(child.place, files)) return removedFromLoop(child, child.place, files);
  return editAt(child.place, files, (editor, text, place) => editor.removeValue(text, place));
}

/** What the loop goes through for it, and never the loop, which makes the others too. */
function removedFromLoop({ name, value }: Child, body: SourceRange, files: EditedFiles): FixEdits {
  const source = placesOutside(value, body).at(-1);
  const item = source && itemAround(source, files);
  if (!item) return notWritable('file.fix.computedEntry', { name });
  return editAt(item.place, files, (editor, text, place) => editor.removeValue(text, place));
}

function namedAt({ file, start }: SourceRange, name: string, files: EditedFiles): FixEdits {
  const { line } = positionsIn(files.textOf(file) ?? '')(start);
  return notWritable('file.fix.namedElsewhere', { name, file, line: String(line + 1) });
}
