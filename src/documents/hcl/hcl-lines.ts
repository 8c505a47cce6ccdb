import type { TextEdit } from '../edits/text-edit';
import type { SourceRange } from '../source/source-range';

/** Returns the white space at the start of the line that contains an offset. */
export function lineIndent(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Returns the end of the line that contains an offset, before its line break. */
export function endOfLineAt(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' && at > offset ? at - 1 : at;
}

/** Returns the position after a node: the end of its line if only a comment follows there. */
export function endWithComment(text: string, offset: number): number {
  const end = endOfLineAt(text, offset);
  return /^[ \t]*(?:(?:#|\/\/).*|\/\*.*\*\/[ \t]*)?$/s.test(text.slice(offset, end)) ? end : offset;
}

export function isFirstOnLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

export function isMultiLine(text: string, { start, end }: SourceRange): boolean {
  return text.slice(start, end).includes('\n');
}

export function insertion(file: string, at: number, text: string): TextEdit {
  return { file, start: at, end: at, text };
}
