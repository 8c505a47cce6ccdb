/** Runs a task for a file after typing has paused. */
export interface FileDebounce {
  schedule(path: string, run: () => void): void;
  forget(path: string): void;
  isScheduled(path: string): boolean;
  stop(): void;
}

/** Milliseconds without a keystroke. */
const restsFor = 120;

export function createFileDebounce(): FileDebounce {
  const waiting = new Map<string, NodeJS.Timeout>();

  function forget(path: string): void {
    clearTimeout(waiting.get(path));
    waiting.delete(path);
  }

  return {
    forget,
    isScheduled: (path) => waiting.has(path),
    schedule(path, run) {
      forget(path);
      const timer = setTimeout(() => {
        waiting.delete(path);
        run();
      }, restsFor);
      waiting.set(path, timer);
    },
    stop: () => [...waiting.keys()].forEach(forget),
  };
}
