import { sameId } from './network/find';
import type { ResourceId } from './network/model';

/**
 * A confirmation by others about flows that can't be read, or the result of a test from a node. It never counts as
 * passed.
 */
export interface Confirmation {
  readonly id: string;
  readonly subnetId: ResourceId;
  readonly requirements: readonly string[];
  /** Confirming person or team, as the user wrote it, such as “Network team”. */
  readonly by: string;
  /** Set if it comes from a test from a node, and `by` is the compute resource; absent if a person confirmed it. */
  readonly how?: 'test';
  /** The workspace whose services a test called. */
  readonly workspaceId?: ResourceId;
  /** ISO date of the confirmation. */
  readonly on: string;
  /** The path at that time (`pathFingerprint`). */
  readonly path: string;
}

/** Days after which a confirmation has to be renewed, because the network may have changed. */
const confirmedDays = 90;

const day = 86_400_000;

/** Returns the valid confirmations of a subnet: not older than 90 days, and for the current path. */
export function confirmationsInForce(
  all: readonly Confirmation[],
  {
    subnetId,
    path,
    now,
    workspaceId,
  }: {
    readonly subnetId: ResourceId;
    readonly path: string | undefined;
    readonly now: Date;
    /** Null if no workspace is selected: tests don't count then. */
    readonly workspaceId: ResourceId | null;
  },
): readonly Confirmation[] {
  return all.filter((one) => {
    const age = (now.getTime() - Date.parse(one.on)) / day;
    const its = one.workspaceId;
    const isSameTarget =
      one.how !== 'test' || (its !== undefined && workspaceId !== null && sameId(its, workspaceId));
    return (
      isSameTarget && sameId(one.subnetId, subnetId) && one.path === path && age >= -1 && age <= confirmedDays
    );
  });
}

/** Returns the newest valid confirmation of a requirement. */
export function confirmationOf(
  inForce: readonly Confirmation[],
  requirement: string,
): Confirmation | undefined {
  return inForce.findLast(({ requirements }) => requirements.includes(requirement));
}
