import type { TerraformResource } from '../terraform-resource';
import { identityOf } from '../../model/parts';
import { argument } from './argument-table';
import { canonicalType } from './azurerm-tables';
import type { ResourceTable } from './resource-table';

/** azapi resources that represent an ARM resource. An action doesn't leave anything that could be read. */
const completeTypes: ReadonlySet<string> = new Set(['azapi_resource']);

/**
 * Returns the type and version from `type = "Microsoft.Network/virtualNetworks@2024-05-01"`, also if the version
 * doesn't have a value. Null if the type isn't known.
 */
export function azapiType({
  values,
}: Pick<TerraformResource, 'values'>): readonly [type: string, version: string] | null {
  const written = argument(values, 'type');
  const [type = '', version = ''] = ((written && identityOf(written)) ?? '').split('@');
  return type.includes('/') && !/[‹(]/.test(type) ? [canonicalType(type), version] : null;
}

/** True for an azapi resource whose type isn't known, so that it could be anything. */
export function isUntyped(resource: TerraformResource): boolean {
  const hasType = completeTypes.has(resource.type) || resource.type === 'azapi_update_resource';
  return hasType && resource.mode === 'managed' && azapiType(resource) === null;
}

/** Returns the parts of an azapi resource's ID: its name is the last segment, and its parent is an ID. */
export function azapiShape(resource: TerraformResource): Pick<ResourceTable, 'type' | 'parent'> | undefined {
  const found = completeTypes.has(resource.type) ? azapiType(resource) : null;
  if (!found) return undefined;
  const [type] = found;
  return type.toLowerCase() === 'microsoft.resources/resourcegroups'
    ? { type }
    : { type, parent: { id: 'parent_id' } };
}
