import { keptLately } from '../core/kept-lately';
import type { Place } from '../documents/source/place';

/** A part of a text to draw a line under. */
export interface ShownRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What of a place is shown: of a list or object over several lines, and of an empty list, the name before it
 * (`securityRules`), else its first line, so that a problem never paints half a file.
 */
export function shownRange(text: string, { start, end }: Place): ShownRange {
  const whole = text.slice(start, end);
  const line = whole.indexOf('\n');
  if (line < 0 && !isEmptyList(whole)) return { start, end };
  if (/^[[{]/.test(whole)) {
    const label = labelBefore(text, start);
    if (label) return label;
  }
  return line < 0 ? { start, end } : { start, end: start + whole.slice(0, line).trimEnd().length };
}

/** Two brackets are too little to point at. */
function isEmptyList(text: string): boolean {
  return /^\[\s*\]$/.test(text);
}

/** The name that stands before a value: `securityRules: [`, `"securityRules": [`, `var rules = [`. */
function labelBefore(text: string, offset: number): ShownRange | null {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const found = /(?:"([^"\n]+)"|'([^'\n]+)'|(\w+))\s*[:=]\s*$/.exec(line);
  const name = found?.[1] ?? found?.[2] ?? found?.[3];
  if (!found || name === undefined) return null;
  const start = offset - line.length + found.index + found[0].indexOf(name);
  return { start, end: start + name.length };
}

/** Line and column, both from 0, of an offset in a text. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Texts whose problems are shown one after the other. */
const lately = keptLately<(offset: number) => TextPosition>(8);

/** Turns offsets of one text into lines and columns; a text is read once. */
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
