import { createSharedList, type SharedList, type SharedListSetup } from './shared-list';

/** A subnet for which the user wants notifications. */
export interface WatchedSubnet {
  readonly subscriptionId: string;
  readonly subnetId: string;
  /** Whether changes are shown only in the side bar, without a notification. */
  readonly isQuiet: boolean;
}

/** The watched subnets of a workspace folder. */
export type WatchedSubnets = SharedList<WatchedSubnet>;

export function createWatchedSubnets(setup: SharedListSetup): WatchedSubnets {
  return createSharedList(setup, isWatched, 'watched subnets not kept');
}

function isWatched(raw: unknown): raw is WatchedSubnet {
  if (typeof raw !== 'object' || raw === null) return false;
  const { subscriptionId, subnetId, isQuiet }: Partial<Record<keyof WatchedSubnet, unknown>> = raw;
  return typeof subscriptionId === 'string' && typeof subnetId === 'string' && typeof isQuiet === 'boolean';
}
