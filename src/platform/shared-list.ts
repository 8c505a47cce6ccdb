import type { Log } from './log';
import type { WindowFiles } from './window-files';

/**
 * A list per workspace folder, separate for the sample, each cloud, and each endpoint. Its windows share the list: it's
 * read for each access, so that no window overwrites another's changes.
 */
export interface SharedList<T> {
  all(): readonly T[];
  keep(all: readonly T[]): void;
}

export interface SharedListSetup {
  readonly files: WindowFiles;
  /** Returns the key of the current cloud and endpoint. */
  readonly placeKey: () => string;
  readonly log: Log;
}

/** ID of the single file that all windows write. */
const id = 'all';

/**
 * Creates the list.
 * @param isOne type guard; items that an earlier version stored in another form are ignored
 * @param failed message for the log if the list can't be written
 */
export function createSharedList<T>(
  { files, placeKey, log }: SharedListSetup,
  isOne: (raw: unknown) => raw is T,
  failed: string,
): SharedList<T> {
  const stored = (): Readonly<Record<string, unknown>> => files.read([id], asObject) ?? {};
  return {
    all() {
      const own = stored()[placeKey()];
      return Array.isArray(own) ? own.filter(isOne) : [];
    },
    keep(all) {
      try {
        files.write(id, { ...stored(), [placeKey()]: all });
      } catch (error) {
        log.error(failed, error);
      }
    },
  };
}

function asObject(raw: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof raw === 'object' && raw !== null ? { ...raw } : undefined;
}
