import { lockedBy } from '../governance/locks';
import { bodyText } from '../body-json';
import type { Reply, ArmError } from '../responses';
import type { World } from '../settings';
import type { Item } from '../store';

function targetOf(world: World, compute: Item): Item | undefined {
  return world.store.get(bodyText(compute.properties, 'resourceId') ?? '');
}

/** Returns the error if the user doesn't have permission to delete the attached resource. */
export function mayNotRemoveTarget(world: World, compute: Item): Reply | undefined {
  const target = targetOf(world, compute);
  return target && world.access.check('delete', target.id, target.type);
}

/**
 * Deletes the attached resource, as `Delete` does in contrast to `Detach`. A machine's network interface and public IP
 * stay, as in Azure. A cluster releases its addresses. Returns an error if a lock prevents it.
 */
export function removeTarget(world: World, compute: Item): ArmError | undefined {
  const target = targetOf(world, compute);
  if (!target) return undefined;
  const locked = lockedBy(world.governance.locks.values(), 'delete', target.id);
  if (locked) return locked;
  world.addresses.release(target.id);
  world.store.remove(target.id);
  return undefined;
}
