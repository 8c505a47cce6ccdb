import { resolvePath } from '../documents/source/resolve-path';
import type { SourceFiles } from '../documents/source/source-files';

/** Where files come from: the editor's buffers and disk, or the terminal's disk. */
export interface FileWorld {
  /**
   * The text of a file; undefined where there is none or it is no text. Of a name that ends with `/`, which is a folder,
   * the names of the files right in it, a line each.
   */
  read(file: string): Promise<string | undefined>;
  /** True for what may be read at all: files of the workspace folder, or below the folder that was named. */
  isInside(file: string): boolean;
  /**
   * The whole name of a file in the compiler's cache of modules, by its path below the cache's root (`root`, where the
   * configuration says one); undefined where that may not be read. Absent where there is no cache.
   */
  readonly cached?: (path: string, root: string | null) => string | undefined;
}

/** Files that were read, for an evaluator that cannot wait; what it wanted in vain is read by `fetch`. */
export interface KnownFiles extends SourceFiles {
  /** The text of a file by its whole name, such as the one that a person named. */
  named(file: string): ReturnType<SourceFiles['read']>;
  /** Reads what was wanted; false where nothing was. */
  fetch(): Promise<boolean>;
  /** True where something was wanted that wasn't read yet. */
  readonly isWaiting: boolean;
  /** Every file that was asked for, there or not: whoever watches them reads again when one changes. */
  readonly asked: ReadonlySet<string>;
}

/** Characters of a path: Linux opens none that is longer, and other systems none that people write. */
const longestPath = 4096;

export function knownFiles(world: FileWorld): KnownFiles {
  const texts = new Map<string, string | undefined>();
  const wanted = new Set<string>();
  const asked = new Set<string>();
  const named: KnownFiles['named'] = (file) => {
    // No disk is asked: it would be, once for each of thousands of folders.
    if (file.length > longestPath) return { is: 'missing', file };
    return world.isInside(file) ? known(file) : { is: 'outside', file };
  };
  const known: KnownFiles['named'] = (file) => {
    asked.add(file);
    if (!texts.has(file)) {
      wanted.add(file);
      return { is: 'wanted', file };
    }
    const text = texts.get(file);
    return text === undefined ? { is: 'missing', file } : { is: 'text', text, file };
  };
  return {
    asked,
    get isWaiting() {
      return wanted.size > 0;
    },
    named,
    read: (path, from) => named(resolvePath(path, from)),
    list: (path, from) => named(`${resolvePath(path, from) || '.'}/`),
    cached(path, root) {
      const file = world.cached?.(path, root);
      return file === undefined ? { is: 'outside', file: path } : known(file);
    },
    async fetch() {
      const now = [...wanted];
      wanted.clear();
      await Promise.all(now.map(async (file) => texts.set(file, await world.read(file))));
      return now.length > 0;
    },
  };
}
