// An expression that looks for the end, such as `/-+$/`, reads a long run of what it looks for again from each letter of
// the run. These read a text once.

/** Without those of `letters` that are at its end. */
export function withoutEnd(text: string, letters: string): string {
  let end = text.length;
  while (end > 0 && letters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** What is before the first match of `end`; the whole text where there is none. */
export function textBefore(text: string, end: RegExp): string {
  const at = text.search(end);
  return at < 0 ? text : text.slice(0, at);
}

/** True where `word` is in `text` between neighbors that `isApart` accepts; beyond the text, they are empty. */
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
