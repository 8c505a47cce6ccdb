/** Looks at files of which only the last one that began counts. */
export interface LatestRuns {
  /** Begins a look at a file; done when the last one that began meanwhile is. `counts` says whether this is still it. */
  begin(path: string, look: (counts: () => boolean) => Promise<void>): Promise<void>;
  /** No look at the file counts any more. */
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
