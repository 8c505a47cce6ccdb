import { nameOf } from '../../core/network/find';
import { isManagedTable } from '../../core/network/managed-table';
import { reason, type Reason } from '../../core/reason';
import { changedResources, type ResourceChange } from '../../core/resource-change';

/**
 * Returns notes for route tables that a network manager created: a user-defined route stays there next to the manager's
 * routes.
 */
export function managedNotes(changes: readonly ResourceChange[]): readonly Reason[] {
  return changedResources(changes)
    .filter(isManagedTable)
    .map((id) => reason('fix.note.managedTable', { name: nameOf(id) }));
}
