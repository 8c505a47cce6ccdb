import type { Point } from './flow-lines';
import type { Letters, TextMeasure } from './text-measure';

/** A text as it is drawn. */
interface Wording {
  readonly text: string;
  readonly as: Letters;
  readonly isQuiet: boolean;
}

/** A line of a text. */
export interface TextLine extends Wording {
  /** The whole text. */
  readonly full: string;
}

/** A line with its start on its baseline. */
export interface PlacedLine extends TextLine, Point {
  /** Quiet text after it. */
  readonly after?: string;
}

export function heading(text: string): Wording {
  return { text, as: 'head', isQuiet: false };
}

export function plain(text: string): Wording {
  return { text, as: 'text', isQuiet: false };
}

export function small(text: string): Wording {
  return { text, as: 'small', isQuiet: false };
}

export function quiet(text: string): Wording {
  return { text, as: 'small', isQuiet: true };
}

/** Returns the lines of texts that are below each other, each `room` pixels wide. */
export function linesOfTexts(
  texts: readonly Wording[],
  room: number,
  measure: TextMeasure,
): readonly TextLine[] {
  return texts.flatMap((one) =>
    measure.wrap(one.text, one.as, room).map((text) => ({ ...one, text, full: one.text })),
  );
}

/** Places lines below each other. `first` is the start of the first line's baseline. */
export function placeLines(
  lines: readonly TextLine[],
  first: Point,
  lineHeight: number,
): readonly PlacedLine[] {
  return lines.map((line, at) => ({ ...line, x: first.x, y: first.y + at * lineHeight }));
}
