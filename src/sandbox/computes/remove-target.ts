import { lockedBy } from '../governance/locks';
import { bodyText } from '../body-json';
import type { Reply, ArmError } from '../responses';
import type { World } from '../settings';
import type { Item } from '../store';

function targetOf(world: World, compute: Item): Item | undefined {
  return world.store.get(bodyText(compute.properties, 'resourceId') ?? '');
}

/** The refusal of who may not delete what a compute is attached to. */
export function mayNotRemoveTarget(world: World, compute: Item): Reply | undefined {
  const target = targetOf(world, compute);
  return target && world.access.check('delete', target.id, target.type);
}

/**
 * Deletes what a compute is attached to: what `Delete` means, where `Detach` leaves it. A machine's network interface and
 * address stay, as they do in Azure; a cluster gives its addresses back. An error where a lock holds it.
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
