// Ordering of texts, comparison, and case conversion as in .NET's invariant culture, on which Azure's functions are
// based.

/** .NET and this collator take their order from the same source, ICU's root. */
const order = new Intl.Collator('en', { sensitivity: 'variant' });

/** Compares two texts. Negative if `left` comes first: `_` before `a`, `a` before `A`, `é` before `f`. */
export function compareTexts(left: string, right: string): number {
  return order.compare(left, right);
}

/** Converts to uppercase letter by letter: `ß` and `ı` are unchanged. */
export function upperCase(value: string): string {
  const whole = value.toUpperCase();
  if (whole.length === value.length && !value.includes('ı')) return whole;
  return byLetter(value, (letter) => (letter === 'ı' ? letter : letter.toUpperCase()));
}

/**
 * Converts to lowercase letter by letter: `İ` is unchanged, and a sigma at the end of a word is treated like any other.
 */
export function lowerCase(value: string): string {
  const whole = value.toLowerCase();
  if (whole.length === value.length && !value.includes('Σ')) return whole;
  return byLetter(value, (letter) => letter.toLowerCase());
}

function byLetter(value: string, change: (letter: string) => string): string {
  return value.replace(/[^\0-@[-`{-\x7F]/gu, (letter) => {
    const changed = change(letter);
    return changed.length === letter.length ? changed : letter;
  });
}

const space = /[\t-\r\x20\x85\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;

/** Removes white space at both ends. A byte order mark isn't white space. */
export function trimmed(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && space.test(value.charAt(start))) start += 1;
  while (end > start && space.test(value.charAt(end - 1))) end -= 1;
  return value.slice(start, end);
}

/** Letters that are a single unit in .NET's comparison and several or none here, or the reverse. */
const entangled = /[İſΣσς]|\p{M}|\p{C}|(?=\p{L})(?!\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic})./u;

/** True if a case-insensitive search letter by letter has the same result as a search with .NET's rules. */
export function isSearchable(value: string): boolean {
  if (/^[\t\n\r -~]*$/.test(value)) return true;
  return value.normalize('NFKC') === value && !entangled.test(value.replace(/[\t\n\r]/g, ''));
}
