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

/** What a resource of azurerm is in ARM; undefined of a type that says nothing of networks. */
export function azurermTable({ type }: Pick<TerraformResource, 'type'>): ResourceTable | undefined {
  return tables.get(type);
}
