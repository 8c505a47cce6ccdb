import { withoutEnd } from '../../core/cut-text';
/** What a machine says of where the compiler keeps modules. */
export interface CacheHome {
  /** The person's own folder. */
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Where the compiler's cache begins: where the configuration says (`said`, which must be a whole path, as for the compiler),
 * else where the environment does, as older compilers took it, else in the person's own folder. With `/`.
 */
export function cacheRootOf(said: string | null, { home, environment }: CacheHome): string | undefined {
  const variable = environment['BICEP_CACHE_DIRECTORY'] || environment['BICEP_CACHE_DIR'];
  const root = (said ?? variable ?? `${home}/.bicep`).replaceAll('\\', '/');
  return /^(?:\/|[A-Za-z]:\/)/.test(root) ? withoutEnd(root, '/') : undefined;
}
