/** What a file that another one names turned out to be. */
export type SourceText =
  | { readonly is: 'text'; readonly text: string }
  /** There is none, or it may not be read. */
  | { readonly is: 'missing' }
  /** It lies outside of what may be read (the workspace folder); nobody looked. */
  | { readonly is: 'outside' }
  /** Nobody has read it yet; whoever asked reads what was wanted and asks again. */
  | { readonly is: 'wanted' };

/** The files that modules, imports and `load…` functions name, as far as they were read. */
export interface SourceFiles {
  /** The text of `path`, relative to `from` (both with `/`), and the name under which places speak of it. */
  read(path: string, from: string): SourceText & { readonly file: string };
  /** The names of the files right in the folder `path`, a line each; `file` is the folder with a `/` behind it. */
  list(path: string, from: string): SourceText & { readonly file: string };
  /** The text of `path` in the compiler's cache of modules: below `root`, where the configuration says one. */
  cached(path: string, root: string | null): SourceText & { readonly file: string };
}
