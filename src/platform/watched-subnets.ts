import type { Log } from './log';
import type { WindowFiles } from './window-files';

/** A subnet that a person wants to be told of. */
export interface WatchedSubnet {
  readonly subscriptionId: string;
  readonly subnetId: string;
  /** Seen in the side bar, never told of outside it. */
  readonly isQuiet: boolean;
}

/**
 * The watched subnets of a workspace, apart for the sample, each cloud and each endpoint. The windows on it share one
 * list: it is read anew whenever somebody asks, so that none takes away what another has put there.
 */
export interface WatchedSubnets {
  all(): readonly WatchedSubnet[];
  keep(all: readonly WatchedSubnet[]): void;
}

export interface WatchedSubnetsSetup {
  readonly files: WindowFiles;
  /** Names the cloud and endpoint that count now. */
  readonly placeKey: () => string;
  readonly log: Log;
}

/** The one file that all windows write. */
const id = 'all';

export function createWatchedSubnets({ files, placeKey, log }: WatchedSubnetsSetup): WatchedSubnets {
  const stored = (): Readonly<Record<string, unknown>> => files.read([id], asObject) ?? {};
  return {
    all() {
      const own = stored()[placeKey()];
      return Array.isArray(own) ? own.filter(isWatched) : [];
    },
    keep(all) {
      try {
        files.write(id, { ...stored(), [placeKey()]: all });
      } catch (error) {
        log.error('watched subnets not kept', error);
      }
    },
  };
}

function asObject(raw: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof raw === 'object' && raw !== null ? { ...raw } : undefined;
}

/** What an earlier version may have left there otherwise is not used. */
function isWatched(raw: unknown): raw is WatchedSubnet {
  if (typeof raw !== 'object' || raw === null) return false;
  const { subscriptionId, subnetId, isQuiet }: Partial<Record<keyof WatchedSubnet, unknown>> = raw;
  return typeof subscriptionId === 'string' && typeof subnetId === 'string' && typeof isQuiet === 'boolean';
}
