/** Sizes in pixels of the letters that a picture is written with. */
const letters = { text: 13, small: 12, head: 13 } as const;
type Letters = keyof typeof letters;

/** Measures words, in pixels: a picture is laid out before it is drawn. */
export interface Ruler {
  readonly width: (text: string, as: Letters) => number;
  /** `text`, or as much of its beginning as `room` pixels hold, with an ellipsis. */
  readonly fit: (text: string, as: Letters, room: number) => string;
}

export function rulerOf(width: Ruler['width']): Ruler {
  const fit = (text: string, as: Letters, room: number): string => {
    if (width(text, as) <= room) return text;
    const all = [...text];
    const fits = (count: number): boolean => width(`${all.slice(0, count).join('')}…`, as) <= room;
    const kept = all.slice(0, mostThat(fits, all.length - 1));
    return `${kept.join('').trimEnd()}…${isolateEnds(kept)}`;
  };
  return { width, fit };
}

/** The largest number up to `most` that fits, but 1 at least; names of files and of Azure may be very long. */
function mostThat(fits: (count: number) => boolean, most: number): number {
  let [least, above] = [1, Math.max(1, most) + 1];
  while (above - least > 1) {
    const middle = Math.floor((least + above) / 2);
    if (fits(middle)) least = middle;
    else above = middle;
  }
  return least;
}

/** Ends of the isolates that stay open in a text that was cut. */
function isolateEnds(letters: readonly string[]): string {
  const open = letters.reduce((sum, one) => {
    if (/[\u2066-\u2068]/.test(one)) return sum + 1;
    return one === '\u2069' ? sum - 1 : sum;
  }, 0);
  return '\u2069'.repeat(Math.max(0, open));
}

/** Widths of letters of common fonts, in parts of the font's size; rather too wide than too narrow. */
const letterWidths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[iljI|!.,:;'’ ]/, 0.3],
  [/[ftr()/-]/, 0.4],
  [/[mwMW@%…–]/, 0.9],
  [/[A-Z_&]/, 0.68],
];
const usual = 0.57;
/** So much wider are bold letters. */
const bold = 1.1;
/** Drawn letters stand on whole pixels, measured ones need not: drawn text is up to this much wider. */
const drawn = 1.04;

/** For where no font can be asked. */
export const roughRuler = rulerOf((text, as) => {
  let sum = 0;
  for (const letter of text) sum += letterWidths.find(([those]) => those.test(letter))?.[1] ?? usual;
  return sum * letters[as] * (as === 'head' ? bold : 1);
});

/** Measures with the page's own font, `family`; roughly where there is no canvas. */
export function fontRuler(family: string): Ruler {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return roughRuler;
  return rulerOf((text, as) => {
    context.font = `${as === 'head' ? '600 ' : ''}${String(letters[as])}px ${family}`;
    return Math.ceil(context.measureText(text).width * drawn);
  });
}
