import { segmentOf } from './find';
import type { ResourceId } from './model';

/**
 * True for a route table that a network manager created: it stores routes in a separate resource group, one in each
 * subscription (user-defined route management, 2024-10-23).
 */
export function isManagedTable(id: ResourceId | null): boolean {
  const group = id === null ? undefined : segmentOf(id, 'resourceGroups');
  return group?.toLowerCase().startsWith('avnm_managed_resourcegroup_') ?? false;
}
