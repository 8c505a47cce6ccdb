import type { ResourceId } from '../../core/network/model';
import type { WrittenValue } from '../../documents/edits/text-edit';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { DeclaredResource } from '../../documents/model/declared-resource';
import type { ResourceDeclaration, Template } from '../../documents/template/template';
import { declaredResource } from '../resource-of';
import type { EditedFiles } from './edited-files';
import { declarationAt, memberSource } from './member-source';

interface Named {
  readonly id: ResourceId;
  /** The file that names it. */
  readonly file: string;
}

/**
 * The id of a declared resource as an expression of a file: `nsg.id`, `resourceId(…)`. Undefined where another file
 * declares it, or a loop does.
 */
export function declaredReference(
  declared: DeclaredNetwork,
  { id, file }: Named,
  files: EditedFiles,
): WrittenValue | undefined {
  const resource = declaredResource(declared, id);
  const template = files.templateOf(file);
  if (!resource || !template || resource.place.file !== file) return undefined;
  const declaration = declarationAt(template, resource.place);
  if (!declaration || declaration.loop) return undefined;
  if (template.language === 'arm') return resourceIdOf(resource, declaration, { template, files });
  return declaration.symbol === null ? undefined : { $expression: `${declaration.symbol}.id` };
}

/** Of a name of several segments nothing: it would have to be cut into arguments. */
function resourceIdOf(
  { place, isNamed, name }: DeclaredResource,
  { type }: ResourceDeclaration,
  { template, files }: { readonly template: Template; readonly files: EditedFiles },
): WrittenValue | undefined {
  const source = memberSource(template, { resource: place, member: 'name' }, files.textOf(place.file) ?? '');
  if ((source === null && !isNamed) || type.split('/').length > 2) return undefined;
  return { $expression: `resourceId('${type}', ${source ?? `'${name}'`})` };
}
