// A regular expression that matches the end, such as `/-+$/`, scans a long run again from each letter of the run. These
// functions scan a text once.

/** Returns the text without those of `letters` that are at its end. */
export function withoutEnd(text: string, letters: string): string {
  let end = text.length;
  while (end > 0 && letters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Returns the text before the first match of `end`; the whole text if there is none. */
export function textBefore(text: string, end: RegExp): string {
  const at = text.search(end);
  return at < 0 ? text : text.slice(0, at);
}

/** True if `word` is in `text` between neighbors that `isApart` accepts. Beyond the text, neighbors are empty. */
export function containsWord(
  text: string,
  word: string,
  isApart: (before: string, after: string) => boolean,
): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isApart(text.charAt(at - 1), text.charAt(at + word.length))) return true;
  }
  return false;
}
