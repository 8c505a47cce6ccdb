import { folderOf } from './analyzed-files';

/** A file of the workspace check. */
interface Checked {
  readonly path: string;
}

/**
 * Files for which the workspace check has nothing to report. There can be thousands, so only the files they depend on
 * are kept.
 * If one of those changes on disk, the file is checked again, one at a time.
 */
export interface QuietFiles<T extends Checked> {
  note(file: T, requested: ReadonlySet<string>): void;
  /** Removes a file that now has problems or was deleted. */
  forget(path: string): void;
  changed(path: string): void;
  stop(): void;
}

export function createQuietFiles<T extends Checked>(look: (file: T) => Promise<void>): QuietFiles<T> {
  const quiet = new Map<string, { readonly file: T; readonly requested: ReadonlySet<string> }>();
  const due = new Map<string, T>();
  let isLooking = false;

  async function lookAtAll(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      for (const [path, file] of due) {
        due.delete(path);
        await look(file);
      }
    } finally {
      isLooking = false;
    }
  }

  return {
    note: (file, requested) => void quiet.set(file.path, { file, requested }),
    forget(path) {
      quiet.delete(path);
      due.delete(path);
    },
    changed(path) {
      for (const { file, requested } of quiet.values()) {
        if (file.path === path || requested.has(path) || requested.has(folderOf(path))) {
          due.set(file.path, file);
        }
      }
      void lookAtAll();
    },
    stop: () => due.clear(),
  };
}
