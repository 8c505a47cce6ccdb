/** A part of a file's text. Offsets count UTF-16 units from 0, and `end` is exclusive. */
export interface SourceRange {
  /** Name of the file as its reader received it: a path with `/`. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}
