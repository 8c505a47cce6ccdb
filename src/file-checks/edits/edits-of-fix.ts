import { entryChanges } from '../../checks/fixes/entry-changes';
import type { Fix, FixStep } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { Written } from '../../documents/edits/text-edit';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { propertyOf, type DeclaredResource } from '../../documents/model/declared-resource';
import { partOf } from '../../documents/model/parts';
import { resourceOf } from '../places';
import { changeEntry } from './change-entry';
import type { EditedFiles } from './edited-files';
import { at, joined, notHere, notInFiles, type FixEdits } from './fix-edits';
import { makeAndAttach } from './make-and-attach';
import { regionExpression } from './region-expression';
import { writtenRoute, writtenRule, type EntryStyle } from './written-entries';

type Insert = Extract<FixStep, { do: 'insert' }>;
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
  return joined([
    ...(makes.length > 0 ? [madeEdits(declared, makes, files)] : []),
    ...changes.map((change) => changeEntry(declared, change, files)),
    ...byResource(inserts).map((all) => inserted(declared, all, files)),
    ...removes.map((step) => removed(declared, step, files)),
  ]);
}

function madeEdits(declared: DeclaredNetwork, steps: readonly FixStep[], files: EditedFiles): FixEdits {
  const edits = makeAndAttach(declared, steps, files);
  return edits ? { is: 'edits', edits } : notHere('file.fix.otherStep', {});
}

/** What goes into one list is written at once. */
function byResource(inserts: readonly Insert[]): readonly (readonly Insert[])[] {
  const resources = new Set(inserts.map(({ into }) => into.toLowerCase()));
  return [...resources].map((id) => inserts.filter(({ into }) => sameId(into, id)));
}

function inserted(declared: DeclaredNetwork, steps: readonly Insert[], files: EditedFiles): FixEdits {
  const [first] = steps;
  const resource = first && resourceOf(declared, first.into);
  if (!resource || resource.isExisting) return notInFiles(first?.into ?? '');
  if (hasEntriesApart(declared, resource)) return notHere('file.fix.apart', { name: resource.name });
  const style: EntryStyle = { describe: files.describe, regionExpression: regionIn(resource, files) };
  return insertInto(
    resource,
    {
      list: first.what === 'rule' ? 'securityRules' : 'routes',
      items: steps.map((step) =>
        step.what === 'rule' ? writtenRule(step.rule, style) : writtenRoute(step.route, style),
      ),
    },
    files,
  );
}

/** A list beside rules that are resources of their own would take them away when it is deployed. */
function hasEntriesApart(declared: DeclaredNetwork, { id }: DeclaredResource): boolean {
  const entries = declared.children.get(id.toLowerCase()) ?? [];
  return entries.some((one) => one.value.from !== one.place);
}

function regionIn({ place }: DeclaredResource, files: EditedFiles): string | null {
  const template = files.templateOf(place.file);
  const text = files.textOf(place.file);
  return template && text !== undefined ? regionExpression(template, place, text) : null;
}

interface NewItems {
  readonly list: 'securityRules' | 'routes';
  readonly items: readonly Written[];
}

function insertInto(resource: DeclaredResource, { list, items }: NewItems, files: EditedFiles): FixEdits {
  const found = propertyOf(resource, list);
  if (found === undefined) return addList(resource, { list, items }, files);
  if (found.from === null || found.is !== 'array') {
    return notHere('file.fix.computedList', { name: resource.name, list });
  }
  return at(found.from, files, (editor, text, place) => editor.insertItems(text, place, items));
}

/** A group without rules may not even have the list. */
function addList(resource: DeclaredResource, { list, items }: NewItems, files: EditedFiles): FixEdits {
  const properties = partOf(resource.body, 'properties');
  if (properties === undefined && resource.body.from) {
    return at(resource.body.from, files, (editor, text, place) =>
      editor.setMember(text, place, { name: 'properties', value: { [list]: items } }),
    );
  }
  if (properties?.is !== 'object' || properties.from === null) {
    return notHere('file.fix.computedList', { name: resource.name, list });
  }
  return at(properties.from, files, (editor, text, place) =>
    editor.setMember(text, place, { name: list, value: items }),
  );
}

function removed(declared: DeclaredNetwork, step: Remove, files: EditedFiles): FixEdits {
  const children = declared.children.get(step.from.toLowerCase()) ?? [];
  const child = children.find(({ name }) => sameId(name, step.name));
  if (!child?.place) return notInFiles(step.from);
  return at(child.place, files, (editor, text, place) => editor.removeValue(text, place));
}
