/** Runs tasks for files, of which only the latest run per file counts. */
export interface LatestRuns {
  /**
   * Starts a run for a file. Resolves when the latest run for the file is done. `counts` returns whether this run is
   * still the latest.
   */
  begin(path: string, look: (counts: () => boolean) => Promise<void>): Promise<void>;
  /** Checks whether the latest run for a file isn't done. */
  isRunning(path: string): boolean;
  /** Discards the running tasks of a file. */
  forget(path: string): void;
  stop(): void;
}

export function createLatestRuns(): LatestRuns {
  const last = new Map<string, Promise<void>>();
  const done = new WeakSet<Promise<void>>();
  return {
    async begin(path, look) {
      const mine: Promise<void> = Promise.resolve()
        .then(() => look(() => last.get(path) === mine))
        .finally(() => done.add(mine));
      last.set(path, mine);
      for (let awaited = mine; ;) {
        await awaited;
        const newer = last.get(path);
        if (!newer || newer === awaited) return;
        awaited = newer;
      }
    },
    isRunning(path) {
      const latest = last.get(path);
      return latest !== undefined && !done.has(latest);
    },
    forget: (path) => void last.delete(path),
    stop: () => last.clear(),
  };
}
