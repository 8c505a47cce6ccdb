import type { Log } from './log';
import type { WindowFiles } from './window-files';

/**
 * A list of a workspace, apart for the sample, each cloud, and each endpoint. The windows on it share one list: it's read
 * for each answer, so that none takes away what another has put there.
 */
export interface SharedList<T> {
  all(): readonly T[];
  keep(all: readonly T[]): void;
}

export interface SharedListSetup {
  readonly files: WindowFiles;
  /** Names the cloud and endpoint that count now. */
  readonly placeKey: () => string;
  readonly log: Log;
}

/** The one file that all windows write. */
const id = 'all';

/**
 * @param isOne what an earlier version may have left there otherwise isn't used
 * @param failed what the log says where the list can't be written
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
