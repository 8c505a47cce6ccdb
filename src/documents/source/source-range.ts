/** A part of a file's text. Offsets count UTF-16 units from 0, and `end` is exclusive. */
export interface SourceRange {
  /** Name of the file as its reader received it: a path with `/`. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** True if a range is in another one, or is the same. */
export function isInRange(inner: SourceRange, outer: SourceRange): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
