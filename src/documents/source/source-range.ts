/** A part of a file's text. Offsets count UTF-16 units from 0, `end` is the first one after. */
export interface SourceRange {
  /** Name of the file as its reader was given it: a path with `/`. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}
