import { isolateEnds, mostLines, mostThat, wrapText } from './wrap-text';

/** Font sizes in a picture in pixels. */
const letters = { text: 13, small: 12, head: 13 } as const;
export type Letters = keyof typeof letters;

/** Measures text in pixels, because a picture is laid out before it is drawn. */
export interface TextMeasure {
  readonly width: (text: string, as: Letters) => number;
  /** Returns `text`, or as much of its start as fits in `room` pixels, with an ellipsis. */
  readonly fit: (text: string, as: Letters, room: number) => string;
  /**
   * Returns `text` on as many lines of `room` pixels as it needs, broken at spaces, otherwise after separators in names,
   * otherwise anywhere. Only what doesn't fit on 8 lines is cut.
   */
  readonly wrap: (text: string, as: Letters, room: number) => readonly string[];
}

export function textMeasureOf(width: TextMeasure['width']): TextMeasure {
  const fit = (text: string, as: Letters, room: number): string => {
    if (width(text, as) <= room) return text;
    const all = [...text];
    const fits = (count: number): boolean => width(`${all.slice(0, count).join('')}…`, as) <= room;
    const kept = all.slice(0, mostThat(fits, all.length - 1));
    return `${kept.join('').trimEnd()}…${isolateEnds(kept)}`;
  };
  const wrap = (text: string, as: Letters, room: number): readonly string[] =>
    wrapText(text, (part) => width(part, as) <= room).map((line, at) =>
      at === mostLines - 1 && width(line.trimEnd(), as) > room ? fit(line, as, room) : line,
    );
  return { width, fit, wrap };
}

/** Letter widths of common fonts relative to the font size, rather too wide than too narrow. */
const letterWidths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[\u2066-\u2069]/, 0],
  [/[iljI|!.,:;'’ ]/, 0.3],
  [/[ftr()/-]/, 0.4],
  [/[mwMW@%…–]/, 0.9],
  [/[A-Z_&]/, 0.68],
];
const usual = 0.57;
/** Factor by which bold letters are wider. */
const bold = 1.1;
/** Factor by which drawn text can be wider: drawn letters are aligned to whole pixels, and measured letters aren't. */
const drawn = 1.04;

/** Measure for environments without a font. */
export const roughTextMeasure = textMeasureOf((text, as) => {
  let sum = 0;
  for (const letter of text) sum += letterWidths.find(([those]) => those.test(letter))?.[1] ?? usual;
  return sum * letters[as] * (as === 'head' ? bold : 1);
});

/** Creates a measure that measures with the page's font `family`; approximate if there is no canvas. */
export function fontTextMeasure(family: string): TextMeasure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return roughTextMeasure;
  return textMeasureOf((text, as) => {
    context.font = `${as === 'head' ? '600 ' : ''}${String(letters[as])}px ${family}`;
    return Math.ceil(context.measureText(text).width * drawn);
  });
}
