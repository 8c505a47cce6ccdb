/** A replacement of a part of a file's text. Offsets count UTF-16 units of the text before any edit. */
export interface TextEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A JSON value to write into a file. */
export type WrittenValue =
  string | number | boolean | null | readonly WrittenValue[] | { readonly [name: string]: WrittenValue };

/** A text with a computed part: `'Storage.${location}'`, `[concat('Storage.', …)]`. */
export interface JoinedText {
  readonly $join: readonly [text: string, expression: string];
}

/** An expression in the file's language, written unchanged. */
export interface WrittenExpression {
  readonly $expression: string;
}

/** A replacement for the member with a name, computed from its value in the file, or null to keep it. */
export interface MemberEdit {
  readonly name: string;
  readonly by: (old: WrittenValue) => { readonly name: string; readonly value: WrittenValue } | null;
}

export function isWrittenExpression(value: WrittenValue): value is WrittenValue & WrittenExpression {
  return typeof value === 'object' && value !== null && '$expression' in value;
}

export function isJoined(value: WrittenValue): value is WrittenValue & JoinedText {
  return typeof value === 'object' && value !== null && '$join' in value;
}

/** Returns the text after the edits, which must not overlap. Insertions at the same place stay in their order. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const last = [...edits].reverse().sort((a, b) => b.start - a.start);
  return last.reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}
