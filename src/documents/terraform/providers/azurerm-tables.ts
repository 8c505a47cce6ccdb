import type { TerraformResource } from '../terraform-resource';
import { firewallTables } from './azurerm-firewall';
import { governanceTables } from './azurerm-governance';
import { networkTables } from './azurerm-network';
import { serviceTables } from './azurerm-services';
import type { ResourceTable, ResourceTables } from './resource-table';

const tables: ReadonlyMap<string, ResourceTable> = new Map(
  Object.entries<ResourceTable>({
    ...networkTables,
    ...firewallTables,
    ...serviceTables,
    ...governanceTables,
  } satisfies ResourceTables),
);

/** The ARM mapping of an azurerm resource; undefined for types that don't affect networks. */
export function azurermTable({ type }: Pick<TerraformResource, 'type'>): ResourceTable | undefined {
  return tables.get(type);
}
