/** Runs tasks for files, of which only the latest run per file counts. */
export interface LatestRuns {
  /**
   * Starts a run for a file. Resolves when the latest run for the file is done. `counts` returns whether this run is
   * still the latest.
   */
  begin(path: string, look: (counts: () => boolean) => Promise<void>): Promise<void>;
  /** Discards the running tasks of a file. */
  forget(path: string): void;
  stop(): void;
}

export function createLatestRuns(): LatestRuns {
  const last = new Map<string, Promise<void>>();
  return {
    async begin(path, look) {
      const mine: Promise<void> = Promise.resolve().then(() => look(() => last.get(path) === mine));
      last.set(path, mine);
      for (let awaited = mine; ;) {
        await awaited;
        const newer = last.get(path);
        if (!newer || newer === awaited) return;
        awaited = newer;
      }
    },
    forget: (path) => void last.delete(path),
    stop: () => last.clear(),
  };
}
