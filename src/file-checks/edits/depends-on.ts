import type { ResourceId } from '../../core/network/model';
import { isWrittenExpression, type WrittenValue } from '../../documents/edits/text-edit';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { DeclaredResource } from '../../documents/model/declared-resource';
import { createdResource, declaredResource } from '../resource-of';
import type { EditedFiles } from './edited-files';
import { editAt, notWritable, nothingToWrite, type FixEdits } from './fix-edits';
import { declarationAt, memberExpression } from './member-source';

/** Makes a resource depend on another one, if the language doesn't infer it. */
export function addDependsOn(resource: DeclaredResource, waitsFor: string, files: EditedFiles): FixEdits {
  const template = files.templateOf(resource.place.file);
  const body = template && declarationAt(template, resource.place)?.body;
  if (!body) return notWritable('file.fix.computeComputed', { name: resource.name });
  const list = memberExpression(body, 'dependsOn')?.place;
  if (!list) {
    return editAt(body.place, files, (editor, text, place) =>
      editor.setMember(text, place, { name: 'dependsOn', value: [waitsFor] }),
    );
  }
  const written = files.textOf(list.file)?.slice(list.start, list.end);
  if (written?.includes(JSON.stringify(waitsFor))) return nothingToWrite;
  return editAt(list, files, (editor, text, place) => editor.insertItems(text, place, [waitsFor]));
}

interface Naming {
  /** A subnet, or a NAT gateway. */
  readonly of: ResourceId;
  /** The resource that it refers to now. */
  readonly id: ResourceId;
  readonly reference: WrittenValue;
}

/**
 * Adds a dependency on the resource that an ARM template's resource now refers to with `resourceId`. Bicep infers it.
 */
export function waitingForNamed(
  declared: DeclaredNetwork,
  { of, id, reference }: Naming,
  files: EditedFiles,
): FixEdits {
  const waitsFor = nameToWaitFor(declared, { id, reference }, files);
  const resource =
    createdResource(declared, of) ?? declaredResource(declared, of.replace(/\/subnets\/[^/]*$/i, ''));
  return resource && waitsFor !== null ? addDependsOn(resource, waitsFor, files) : nothingToWrite;
}

/** Returns the name for `dependsOn`. Null if a dependency isn't necessary: in Bicep, and for an existing resource. */
function nameToWaitFor(
  declared: DeclaredNetwork,
  { id, reference }: Omit<Naming, 'of'>,
  files: EditedFiles,
): string | null {
  const named = declaredResource(declared, id);
  const template = named && files.templateOf(named.place.file);
  if (named?.isExisting !== false || template?.language !== 'arm' || !isWrittenExpression(reference)) {
    return null;
  }
  return declarationAt(template, named.place)?.symbol ?? `[${reference.$expression}]`;
}
