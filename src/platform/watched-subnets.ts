import type * as vscode from 'vscode';
import { placeKey } from './account-settings';

/** A subnet that a person wants to be told of. */
export interface WatchedSubnet {
  readonly subscriptionId: string;
  readonly subnetId: string;
  /** Seen in the side bar, never told of outside it. */
  readonly isQuiet: boolean;
}

/** The watched subnets of a workspace, apart for the sample, each cloud and each endpoint. */
export interface WatchedSubnets {
  all(): readonly WatchedSubnet[];
  keep(all: readonly WatchedSubnet[]): void;
}

const key = 'trees.watched';

export function createWatchedSubnets(memory: vscode.Memento): WatchedSubnets {
  const stored = (): Readonly<Record<string, unknown>> => {
    const raw = memory.get(key);
    return typeof raw === 'object' && raw !== null ? { ...raw } : {};
  };
  return {
    all() {
      const own = stored()[placeKey()];
      return Array.isArray(own) ? own.filter(isWatched) : [];
    },
    keep: (all) => void memory.update(key, { ...stored(), [placeKey()]: all }),
  };
}

/** What an earlier version may have left there otherwise is not used. */
function isWatched(raw: unknown): raw is WatchedSubnet {
  if (typeof raw !== 'object' || raw === null) return false;
  const { subscriptionId, subnetId, isQuiet }: Partial<Record<keyof WatchedSubnet, unknown>> = raw;
  return typeof subscriptionId === 'string' && typeof subnetId === 'string' && typeof isQuiet === 'boolean';
}
