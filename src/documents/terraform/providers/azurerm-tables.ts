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

/** Returns the ARM mapping of an azurerm resource, or undefined for types that don't affect networks. */
export function azurermTable({ type }: Pick<TerraformResource, 'type'>): ResourceTable | undefined {
  return tables.get(type);
}

const spellings = new Map([...tables.values()].map(({ type }) => [type.toLowerCase(), type]));

/** Returns an ARM type in the spelling of the tables. Azure ignores the case. */
export function canonicalType(type: string): string {
  return spellings.get(type.toLowerCase()) ?? type;
}
