import { oneLine } from '../one-line';

/**
 * Returns comment lines of at most 100 characters. User-defined names can't end a comment, because they stay on one
 * line.
 */
export function commentLines(sentences: readonly string[], marker: '//' | '#'): readonly string[] {
  return sentences
    .flatMap((sentence) => wrap(oneLine(sentence), 99 - marker.length))
    .map((line) => `${marker} ${line}`);
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
