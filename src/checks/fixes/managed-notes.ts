import { nameOf } from '../../core/network/find';
import { isManagedTable } from '../../core/network/managed-table';
import { reason, type Reason } from '../../core/reason';
import { changedResources, type ResourceChange } from '../../core/resource-change';

/** Said of route tables that a network manager made: a route of one's own stays there, beside those of its owner. */
export function managedNotes(changes: readonly ResourceChange[]): readonly Reason[] {
  return changedResources(changes)
    .filter(isManagedTable)
    .map((id) => reason('fix.note.managedTable', { name: nameOf(id) }));
}
