import { changedResources, type FixStep } from '../../core/fix';
import { nameOf } from '../../core/network/find';
import { isManagedTable } from '../../core/network/managed-table';
import { reason, type Reason } from '../../core/reason';

/** Said of route tables that a network manager made: a route of one's own stays there, beside those of its owner. */
export function managedNotes(steps: readonly FixStep[]): readonly Reason[] {
  return changedResources(steps)
    .filter(isManagedTable)
    .map((id) => reason('fix.note.managedTable', { name: nameOf(id) }));
}
