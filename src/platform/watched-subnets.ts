import { createSharedList, type SharedList, type SharedListSetup } from './shared-list';

/** A subnet that a person wants to be told of. */
export interface WatchedSubnet {
  readonly subscriptionId: string;
  readonly subnetId: string;
  /** Seen in the side bar, never told of outside it. */
  readonly isQuiet: boolean;
}

/** The watched subnets of a workspace. */
export type WatchedSubnets = SharedList<WatchedSubnet>;

export function createWatchedSubnets(setup: SharedListSetup): WatchedSubnets {
  return createSharedList(setup, isWatched, 'watched subnets not kept');
}

function isWatched(raw: unknown): raw is WatchedSubnet {
  if (typeof raw !== 'object' || raw === null) return false;
  const { subscriptionId, subnetId, isQuiet }: Partial<Record<keyof WatchedSubnet, unknown>> = raw;
  return typeof subscriptionId === 'string' && typeof subnetId === 'string' && typeof isQuiet === 'boolean';
}
