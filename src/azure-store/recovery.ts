import { isTransient } from '../azure/failure';
import type { Queries } from './queries';

/** Milliseconds until a failed read is requested again: short at first, long if Azure stays unavailable. */
const firstWait = 10_000;
const longestWait = 120_000;
const growth = 2;

interface RecoveryPorts {
  /** Calls `task` after `milliseconds`, unless `stop` is aborted first. */
  after(milliseconds: number, stop: AbortSignal, task: () => void): void;
}

interface Recovery {
  /** Called after a read, or when a surface may have become visible. */
  look(): void;
  stop(): void;
}

/**
 * Retries reads that failed transiently, so that surfaces don't keep an outdated error. Retries only while a surface is
 * visible.
 */
export function createRecovery(
  { after }: RecoveryPorts,
  queries: Queries,
  isLookedAt: () => boolean,
): Recovery {
  const stopping = new AbortController();
  let wait = firstWait;
  let isWaiting = false;

  function look(): void {
    if (isWaiting || !isLookedAt()) return;
    const failures = transientFailures(queries);
    if (failures.length === 0) {
      wait = firstWait;
      return;
    }
    isWaiting = true;
    const retryDelays = failures.map(({ failure }) => (failure.details.retryAfterSeconds ?? 0) * 1000);
    after(Math.max(wait, ...retryDelays), stopping.signal, () => void renew());
    wait = Math.min(wait * growth, longestWait);
  }

  async function renew(): Promise<void> {
    const failures = isLookedAt() ? transientFailures(queries) : [];
    await Promise.all(failures.map(({ key }) => queries.renew(key)));
    isWaiting = false;
    look();
  }

  return { look, stop: () => stopping.abort() };
}

function transientFailures(queries: Queries) {
  return queries
    .all()
    .flatMap(({ key, read }) =>
      read.is === 'problem' && isTransient(read.failure) ? [{ key, failure: read.failure }] : [],
    );
}
