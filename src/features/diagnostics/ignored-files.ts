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
  note(file: T, asked: ReadonlySet<string>): void;
  /** Removes a file that now has problems or was deleted. */
  forget(path: string): void;
  changed(path: string): void;
  stop(): void;
}

export function createQuietFiles<T extends Checked>(look: (file: T) => Promise<void>): QuietFiles<T> {
  const quiet = new Map<string, { readonly file: T; readonly asked: ReadonlySet<string> }>();
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
    note: (file, asked) => void quiet.set(file.path, { file, asked }),
    forget(path) {
      quiet.delete(path);
      due.delete(path);
    },
    changed(path) {
      for (const { file, asked } of quiet.values()) {
        if (file.path === path || asked.has(path) || asked.has(folderOf(path))) due.set(file.path, file);
      }
      void lookAtAll();
    },
    stop: () => due.clear(),
  };
}
