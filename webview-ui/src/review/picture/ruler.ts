/** Measures words, in pixels: a picture is laid out before it is drawn. */
export interface Ruler {
  readonly width: (text: string, size: number) => number;
  /** `text`, or as much of its beginning as `room` pixels hold, with an ellipsis. */
  readonly fit: (text: string, size: number, room: number) => string;
}

export function rulerOf(width: Ruler['width']): Ruler {
  const fit = (text: string, size: number, room: number): string => {
    if (width(text, size) <= room) return text;
    const letters = [...text];
    while (letters.length > 1 && width(`${letters.join('')}…`, size) > room) letters.pop();
    return `${letters.join('').trimEnd()}…`;
  };
  return { width, fit };
}

/** Widths of letters of common fonts, in parts of the font's size; rather too wide than too narrow. */
const letterWidths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[iljI|!.,:;'’ ]/, 0.3],
  [/[ftr()/-]/, 0.4],
  [/[mwMW@%…–]/, 0.9],
  [/[A-Z_&]/, 0.68],
];
const usual = 0.57;

/** For where no font can be asked. */
export const roughRuler = rulerOf((text, size) => {
  let sum = 0;
  for (const letter of text) sum += letterWidths.find(([letters]) => letters.test(letter))?.[1] ?? usual;
  return sum * size;
});

/** Measures with the page's own font, `family`; roughly where there is no canvas. */
export function fontRuler(family: string): Ruler {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return roughRuler;
  return rulerOf((text, size) => {
    context.font = `${String(size)}px ${family}`;
    return Math.ceil(context.measureText(text).width);
  });
}
