import type { Fix, FixStep, NewRoute, NewRule } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { propertyOf, type DeclaredResource } from '../../documents/model/declared-resource';
import { partOf } from '../../documents/model/parts';
import type { FileEditor } from '../../documents/edits/file-editor';
import type { TextEdit, Written } from '../../documents/edits/text-edit';
import type { Place } from '../../documents/source/place';
import { resourceOf } from '../places';

/** Files as they are edited: their texts, and who writes each language. */
export interface EditedFiles {
  /** Undefined where the file may not be written, such as one that was only read for a module. */
  textOf(file: string): string | undefined;
  editorOf(file: string): FileEditor | undefined;
  /** A sentence for a rule's description. */
  readonly describe: (why: Reason) => string;
}

/** A fix as edits of files, or why it cannot be written there. */
export type FixEdits =
  | { readonly is: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly is: 'not-here'; readonly because: Reason };

/** Writes each step of a fix where the resource is declared. Nothing is written unless everything can be. */
export function editsOfFix(declared: DeclaredNetwork, fix: Fix, files: EditedFiles): FixEdits {
  const edits: TextEdit[] = [];
  for (const step of fix.steps) {
    const written = editsOfStep(declared, step, files);
    if (written.is === 'not-here') return written;
    edits.push(...written.edits);
  }
  return { is: 'edits', edits };
}

function editsOfStep(declared: DeclaredNetwork, step: FixStep, files: EditedFiles): FixEdits {
  switch (step.do) {
    case 'insert':
      return inserted(declared, step, files);
    case 'remove':
      return removed(declared, step, files);
    default:
      return notHere('file.fix.otherStep', {});
  }
}

function inserted(
  declared: DeclaredNetwork,
  step: Extract<FixStep, { do: 'insert' }>,
  files: EditedFiles,
): FixEdits {
  const resource = resourceOf(declared, step.into);
  if (!resource || resource.isExisting) return notInFiles(step.into);
  const item = step.what === 'rule' ? writtenRule(step.rule, files.describe) : writtenRoute(step.route);
  return insertInto(resource, { list: step.what === 'rule' ? 'securityRules' : 'routes', item }, files);
}

interface NewItem {
  readonly list: 'securityRules' | 'routes';
  readonly item: Written;
}

function insertInto(resource: DeclaredResource, { list, item }: NewItem, files: EditedFiles): FixEdits {
  const items = propertyOf(resource, list);
  if (items === undefined) return addList(resource, { list, item }, files);
  if (items.from === null || items.is !== 'array') {
    return notHere('file.fix.computedList', { name: resource.name, list });
  }
  return at(items.from, files, (editor, text, place) => editor.insertItem(text, place, item));
}

/** A group without rules may not even have the list. */
function addList(resource: DeclaredResource, { list, item }: NewItem, files: EditedFiles): FixEdits {
  const properties = partOf(resource.body, 'properties');
  if (properties === undefined && resource.body.from) {
    return at(resource.body.from, files, (editor, text, place) =>
      editor.setMember(text, place, { name: 'properties', value: { [list]: [item] } }),
    );
  }
  if (properties?.is !== 'object' || properties.from === null) {
    return notHere('file.fix.computedList', { name: resource.name, list });
  }
  return at(properties.from, files, (editor, text, place) =>
    editor.setMember(text, place, { name: list, value: [item] }),
  );
}

function removed(
  declared: DeclaredNetwork,
  step: Extract<FixStep, { do: 'remove' }>,
  files: EditedFiles,
): FixEdits {
  const children = declared.children.get(step.from.toLowerCase()) ?? [];
  const child = children.find(({ name }) => sameId(name, step.name));
  if (!child?.place) return notInFiles(step.from);
  const isItem = child.value.from === child.place;
  if (!isItem) return notHere('file.fix.ownResource', { name: step.name });
  return at(child.place, files, (editor, text, place) => editor.removeValue(text, place));
}

type Write = (editor: FileEditor, text: string, place: Place) => readonly TextEdit[];

function at(place: Place, files: EditedFiles, write: Write): FixEdits {
  const text = files.textOf(place.file);
  if (text === undefined) return notHere('file.fix.otherFile', { file: place.file });
  const editor = files.editorOf(place.file);
  const edits = editor ? write(editor, text, place) : [];
  return edits.length > 0 ? { is: 'edits', edits } : notHere('file.fix.computed', { file: place.file });
}

function notInFiles(id: ResourceId): FixEdits {
  return notHere('terminal.notInFiles', { name: id.slice(id.lastIndexOf('/') + 1) });
}

function notHere(key: string, values: Readonly<Record<string, string>>): FixEdits {
  return { is: 'not-here', because: reason(key, values) };
}

/** A rule as templates write it: singular members for one value, plural ones for several. */
function writtenRule(rule: NewRule, describe: EditedFiles['describe']): Written {
  return {
    name: rule.name,
    properties: {
      description: describe(rule.why),
      priority: rule.priority,
      direction: rule.direction,
      access: rule.access,
      protocol: rule.protocol,
      ...oneOrMany('sourceAddressPrefix', 'sourceAddressPrefixes', rule.sources),
      sourcePortRange: '*',
      ...oneOrMany('destinationAddressPrefix', 'destinationAddressPrefixes', rule.destinations),
      ...oneOrMany('destinationPortRange', 'destinationPortRanges', rule.destinationPorts),
    },
  };
}

function oneOrMany(one: string, many: string, values: readonly string[]): Readonly<Record<string, Written>> {
  const [only] = values;
  return values.length === 1 && only !== undefined ? { [one]: only } : { [many]: values };
}

function writtenRoute(route: NewRoute): Written {
  return {
    name: route.name,
    properties: {
      addressPrefix: route.destination,
      nextHopType: route.nextHop,
      ...(route.nextHopAddress === null ? {} : { nextHopIpAddress: route.nextHopAddress }),
    },
  };
}
