import { withoutEnd } from '../../core/cut-text';
/** The parts of a machine's environment that determine the compiler's cache folder. */
export interface CacheHome {
  /** The user's home folder. */
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Returns the root of the compiler's cache, with `/`. It comes from the configuration (`said`, which must be an
 * absolute path, as for the compiler), or from the environment, as in older compilers. By default, it's in the user's
 * home folder.
 */
export function cacheRootOf(configured: string | null, { home, environment }: CacheHome): string | undefined {
  const variable = environment['BICEP_CACHE_DIRECTORY'] || environment['BICEP_CACHE_DIR'];
  const root = (configured ?? variable ?? `${home}/.bicep`).replaceAll('\\', '/');
  return /^(?:\/|[A-Za-z]:\/)/.test(root) ? withoutEnd(root, '/') : undefined;
}
