/** Widths of letters of VS Code's fonts, in parts of the font's size; rather too wide than too narrow. */
const widths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[iljI|!.,:;'’ ]/, 0.3],
  [/[ftr()/-]/, 0.4],
  [/[mwMW@%…–]/, 0.9],
  [/[A-Z_&]/, 0.68],
];
const usual = 0.57;

/** About how wide `text` is at `size` pixels: a picture is laid out before it is drawn. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) sum += widths.find(([letters]) => letters.test(letter))?.[1] ?? usual;
  return sum * size;
}

/** `text`, or as much of its beginning as `room` pixels hold, with an ellipsis. */
export function fitText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
