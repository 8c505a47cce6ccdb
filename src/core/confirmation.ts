import { sameId } from './network/find';
import type { ResourceId } from './network/model';

/** What others confirmed about flows that can't be read, or a test from a node saw. It never counts as passed. */
export interface Confirmation {
  readonly id: string;
  readonly subnetId: ResourceId;
  readonly requirements: readonly string[];
  /** Who confirmed it, as the user wrote it, such as “Network team”. */
  readonly by: string;
  /** A test from a node saw it, and `by` is the compute resource; absent where a person confirmed it. */
  readonly how?: 'test';
  /** The workspace whose services a test called. */
  readonly workspaceId?: ResourceId;
  /** ISO date on which it was confirmed. */
  readonly on: string;
  /** The path as it was then (`pathFingerprint`). */
  readonly path: string;
}

/** A confirmation is as good as the network that it's about: after this many days it's asked again. */
const confirmedDays = 90;

const day = 86_400_000;

/** Confirmations of a subnet that still hold: not older than 90 days, and of the path as it is now. */
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
    /** Null where no workspace is meant: tests don't count then. */
    readonly workspaceId: ResourceId | null;
  },
): readonly Confirmation[] {
  return all.filter((one) => {
    const age = (now.getTime() - Date.parse(one.on)) / day;
    const its = one.workspaceId;
    const isMeant =
      one.how !== 'test' || (its !== undefined && workspaceId !== null && sameId(its, workspaceId));
    return (
      isMeant && sameId(one.subnetId, subnetId) && one.path === path && age >= -1 && age <= confirmedDays
    );
  });
}

/** The newest confirmation of a requirement among those in force. */
export function confirmationOf(
  inForce: readonly Confirmation[],
  requirement: string,
): Confirmation | undefined {
  return inForce.findLast(({ requirements }) => requirements.includes(requirement));
}
