/** The result of reading a file that another file refers to. */
export type SourceText =
  | { readonly is: 'text'; readonly text: string }
  /** The file doesn't exist, or can't be read. */
  | { readonly is: 'missing' }
  /** The file is outside the accessible folders (the workspace folder), and wasn't read. */
  | { readonly is: 'outside' }
  /** The file hasn't been read yet. The caller reads the missing files and then calls again. */
  | { readonly is: 'wanted' };

/** The files that modules, imports, and `load…` functions refer to, as far as they were read. */
export interface SourceFiles {
  /** Returns the text of `path`, relative to `from` (both with `/`), and the file's name in places. */
  read(path: string, from: string): SourceText & { readonly file: string };
  /**
   * Returns the names of the files directly in the folder `path`, one per line. `file` is the folder, followed by a
   * `/`.
   */
  list(path: string, from: string): SourceText & { readonly file: string };
  /** Returns the text of `path` in the compiler's module cache, below `root` if the configuration sets one. */
  cached(path: string, root: string | null): SourceText & { readonly file: string };
}
