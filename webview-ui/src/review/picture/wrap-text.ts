/** Most lines of a text. Names in files can be longer than any name in Azure. */
export const mostLines = 8;

type Graphemes = readonly string[];

/** Splits a text into what a reader sees as letters: a base letter with its accents, or an emoji with its modifiers. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Returns the lines of a text: all of it on at most `mostLines` lines, or the rest of it on the last line. Joined, they
 * are the text, except for isolates (bidirectional text), which end and start again at a line break.
 */
export function wrapText(text: string, fits: (part: string) => boolean): string[] {
  const letters = Array.from(segmenter.segment(text), ({ segment }) => segment);
  const isRoom = (part: Graphemes): boolean => fits(part.join('').trimEnd());
  const atWords = breakLines(letters, isRoom, wordEnd);
  const lines = atWords.length > mostLines ? breakLines(letters, isRoom, ({ length }) => length) : atWords;
  return isolateLines([...lines.slice(0, mostLines - 1), lines.slice(mostLines - 1).flat()]);
}

/** Returns up to `mostLines` lines, and then the rest if there is one. */
function breakLines(
  letters: Graphemes,
  isRoom: (part: Graphemes) => boolean,
  endOf: (line: Graphemes) => number,
): Graphemes[] {
  const lines: Graphemes[] = [];
  let rest = letters;
  while (rest.length > 0 && lines.length < mostLines) {
    const all = rest;
    const most = mostThat((count) => isRoom(all.slice(0, count)), all.length);
    const end = most < all.length ? endOf(all.slice(0, most)) : most;
    lines.push(all.slice(0, end));
    rest = all.slice(end);
  }
  return rest.length > 0 ? [...lines, rest] : lines;
}

/** Returns the number of letters up to the last space, otherwise up to the last separator in a name. */
function wordEnd(line: Graphemes): number {
  const space = line.lastIndexOf(' ');
  const end = space < 0 ? line.findLastIndex((letter) => '-_/.'.includes(letter)) : space;
  return end < 0 ? line.length : end + 1;
}

/** Returns the largest number up to `most` that fits, but at least 1. It starts with small numbers, because texts can be very long. */
export function mostThat(fits: (count: number) => boolean, most: number): number {
  let [least, above] = [1, 2];
  while (above <= most && fits(above)) [least, above] = [above, above * 2];
  above = Math.min(above, Math.max(1, most) + 1);
  while (above - least > 1) {
    const middle = Math.floor((least + above) / 2);
    if (fits(middle)) least = middle;
    else above = middle;
  }
  return least;
}

function isolateLines(lines: readonly Graphemes[]): string[] {
  let open: Graphemes = [];
  return lines
    .filter(({ length }) => length > 0)
    .map((line) => {
      const whole = [...open, ...line];
      open = openIsolates(whole);
      return whole.join('') + isolateEnds(whole);
    });
}

/** Returns the ends for isolates that stay open in a part of a text. */
export function isolateEnds(letters: Graphemes): string {
  return '\u2069'.repeat(openIsolates(letters).length);
}

function openIsolates(letters: Graphemes): Graphemes {
  const open: string[] = [];
  for (const one of letters) {
    if (/[\u2066-\u2068]/.test(one)) open.push(one);
    else if (one === '\u2069') open.pop();
  }
  return open;
}
