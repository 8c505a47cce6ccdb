/** A part of a file's text that is replaced; offsets count UTF-16 units of the text before any edit. */
export interface TextEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A value to write into a file, as JSON has it. */
export type WrittenValue =
  string | number | boolean | null | readonly WrittenValue[] | { readonly [name: string]: WrittenValue };

/** A text with a part that is computed where it is written: `'Storage.${location}'`, `[concat('Storage.', …)]`. */
export interface JoinedText {
  readonly $join: readonly [text: string, expression: string];
}

/** An expression of the file's language, written as it is. */
export interface WrittenExpression {
  readonly $expression: string;
}

/** Another member in place of the one that has a name, made of its value as it is written; null where it stays. */
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

/** The text with edits made; they must not overlap. What goes in at one place does so in the order given. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const last = [...edits].reverse().sort((a, b) => b.start - a.start);
  return last.reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}
