import { resolvePath } from '../documents/source/resolve-path';
import type { SourceFiles } from '../documents/source/source-files';

/** The source of files: the editor's buffers and disk, or the command line's disk. */
export interface FileWorld {
  /**
   * Reads the text of a file, or undefined if it doesn't exist or isn't text. For a folder, whose name ends with `/`,
   * returns the names of the files directly in it, one per line.
   */
  read(file: string): Promise<string | undefined>;
  /** True for accessible files: those in the workspace folder, or below the folder that was named. */
  isInside(file: string): boolean;
  /**
   * Returns the full name of a file in the compiler's module cache, from its path below the cache's root (`root`, if
   * the configuration sets one). Undefined if it isn't accessible. Missing if there is no cache.
   */
  readonly cached?: (path: string, root: string | null) => string | undefined;
}

/**
 * Files that were read, for an evaluator that is synchronous. Files that it requested and that weren't loaded yet are
 * read by `fetch`.
 */
export interface KnownFiles extends SourceFiles {
  /** Returns the text of a file by its full name, such as the one that the user named. */
  named(file: string): ReturnType<SourceFiles['read']>;
  /**
   * Returns the text of a file that will probably be requested. If it hasn't been read yet, `fetch` reads it, too. It
   * doesn't count as requested.
   */
  expected(path: string, from: string): ReturnType<SourceFiles['read']>;
  /** Reads the requested and the expected files. False if there were none. */
  fetch(): Promise<boolean>;
  /** True if requested files haven't been read yet. */
  readonly isWaiting: boolean;
  /** Every file that was requested, whether it exists or not. A watcher reads again when one of them changes. */
  readonly requested: ReadonlySet<string>;
}

/** Maximum length of a path. It's Linux's limit, and longer than real paths on other systems. */
const longestPath = 4096;

export function knownFiles(world: FileWorld): KnownFiles {
  const texts = new Map<string, string | undefined>();
  const pending = new Set<string>();
  const requested = new Set<string>();
  const accessible = (file: string, find: KnownFiles['named']): ReturnType<KnownFiles['named']> => {
    // Checked before the disk is accessed, which would happen once for each of thousands of folders.
    if (file.length > longestPath) return { is: 'missing', file };
    return world.isInside(file) ? find(file) : { is: 'outside', file };
  };
  const named: KnownFiles['named'] = (file) => accessible(file, known);
  const known: KnownFiles['named'] = (file) => {
    requested.add(file);
    return loaded(file);
  };
  const loaded: KnownFiles['named'] = (file) => {
    if (!texts.has(file)) {
      pending.add(file);
      return { is: 'wanted', file };
    }
    const text = texts.get(file);
    return text === undefined ? { is: 'missing', file } : { is: 'text', text, file };
  };
  return {
    requested,
    get isWaiting() {
      return pending.size > 0;
    },
    named,
    read: (path, from) => named(resolvePath(path, from)),
    expected: (path, from) => accessible(resolvePath(path, from), loaded),
    list: (path, from) => named(`${resolvePath(path, from) || '.'}/`),
    cached(path, root) {
      const file = world.cached?.(path, root);
      return file === undefined ? { is: 'outside', file: path } : known(file);
    },
    async fetch() {
      const now = [...pending];
      pending.clear();
      await Promise.all(now.map(async (file) => texts.set(file, await world.read(file))));
      return now.length > 0;
    },
  };
}
