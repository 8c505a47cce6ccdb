import type { TerraformResource } from '../terraform-resource';
import { identityOf } from '../../model/parts';
import { argument } from './argument-table';
import { canonicalType } from './azurerm-tables';
import type { ResourceTable } from './resource-table';

/** Resources of azapi that stand for one of ARM. An action leaves nothing behind that could be read. */
const whole: ReadonlySet<string> = new Set(['azapi_resource']);

/**
 * The type and version in `type = "Microsoft.Network/virtualNetworks@2024-05-01"`, also of a version without a value; null
 * where the type isn't known.
 */
export function azapiType({
  values,
}: Pick<TerraformResource, 'values'>): readonly [type: string, version: string] | null {
  const written = argument(values, 'type');
  const [type = '', version = ''] = ((written && identityOf(written)) ?? '').split('@');
  return type.includes('/') && !/[‹(]/.test(type) ? [canonicalType(type), version] : null;
}

/** True of a resource of azapi whose type isn't known, so that it could be anything. */
export function isUntyped(resource: TerraformResource): boolean {
  const hasType = whole.has(resource.type) || resource.type === 'azapi_update_resource';
  return hasType && resource.mode === 'managed' && azapiType(resource) === null;
}

/** The parts of the ID of an azapi resource: its name is the last segment, and its parent is an ID. */
export function azapiShape(resource: TerraformResource): Pick<ResourceTable, 'type' | 'parent'> | undefined {
  const found = whole.has(resource.type) ? azapiType(resource) : null;
  if (!found) return undefined;
  const [type] = found;
  return type.toLowerCase() === 'microsoft.resources/resourcegroups'
    ? { type }
    : { type, parent: { id: 'parent_id' } };
}
