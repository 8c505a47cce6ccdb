import { boundedCache } from '../core/bounded-cache';
import type { SourceRange } from '../documents/source/source-range';

/** A range of a text to underline. */
export interface DiagnosticRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the range to underline for a place. For a multi-line list or object, and for an empty list, it's the name
 * before it (`securityRules`). Otherwise, it's the first line, so that a problem never underlines half a file.
 */
export function diagnosticRange(text: string, { start, end }: SourceRange): DiagnosticRange {
  const sourceText = text.slice(start, end);
  const line = sourceText.indexOf('\n');
  if (line < 0 && !isEmptyList(sourceText)) return { start, end };
  if (/^[[{]/.test(sourceText)) {
    const label = labelBefore(text, start);
    if (label) return label;
  }
  return line < 0 ? { start, end } : { start, end: start + sourceText.slice(0, line).trimEnd().length };
}

/** Returns whether a text is an empty list. Two brackets are too short to underline. */
function isEmptyList(text: string): boolean {
  return /^\[\s*\]$/.test(text);
}

/** Finds the name before a value: `securityRules: [`, `"securityRules": [`, `var rules = [`. */
function labelBefore(text: string, offset: number): DiagnosticRange | null {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const label = line.trimEnd();
  if (!/[:=]/.test(label.slice(-1))) return null;
  const name = label.slice(0, -1).trimEnd();
  const quote = /["']/.exec(name.slice(-1))?.[0];
  const end = name.length - (quote === undefined ? 0 : 1);
  const start = quote === undefined ? startOfWord(name) : name.lastIndexOf(quote, end - 1) + 1;
  const isQuoted = quote === undefined || (start > 0 && end > 0);
  const lineStart = offset - line.length;
  return isQuoted && start < end ? { start: lineStart + start, end: lineStart + end } : null;
}

/** Returns the start of the word at the end of a text. */
function startOfWord(text: string): number {
  let start = text.length;
  while (start > 0 && /\w/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Line and column of an offset in a text, both zero-based. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Cached by text, because the problems of one text are shown one after the other. */
const lately = boundedCache<(offset: number) => TextPosition>(8);

/** Returns a function that converts offsets of a text to lines and columns. A text is scanned once. */
export function positionsIn(text: string): (offset: number) => TextPosition {
  return lately(text, () => readPositions(text));
}

function readPositions(text: string): (offset: number) => TextPosition {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: offset - (starts[low] ?? 0) };
  };
}
