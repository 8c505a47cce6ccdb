// Texts as .NET's invariant culture orders, compares and changes them, on which Azure's functions stand.

/** .NET and this take the order of the same source, ICU's root. */
const order = new Intl.Collator('en', { sensitivity: 'variant' });

/** Below 0 where `left` comes first: `_` before `a`, `a` before `A`, `é` before `f`. */
export function compareTexts(left: string, right: string): number {
  return order.compare(left, right);
}

/** Letter by letter: `ß` and `ı` stay. */
export function upperCase(value: string): string {
  const whole = value.toUpperCase();
  if (whole.length === value.length && !value.includes('ı')) return whole;
  return byLetter(value, (letter) => (letter === 'ı' ? letter : letter.toUpperCase()));
}

/** Letter by letter: `İ` stays, a sigma at the end of a word is one like any other. */
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

/** Without the spaces around it; a byte order mark is none. */
export function trimmed(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && space.test(value.charAt(start))) start += 1;
  while (end > start && space.test(value.charAt(end - 1))) end -= 1;
  return value.slice(start, end);
}

/** Letters that are one for .NET where they are two here, or none. */
const entangled = /[İſΣσς]|\p{M}|\p{C}|(?=\p{L})(?!\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic})./u;

/** True where a search that goes by letters, whatever their case, finds what one by .NET's rules does. */
export function isSearchable(value: string): boolean {
  if (/^[\t\n\r -~]*$/.test(value)) return true;
  return value.normalize('NFKC') === value && !entangled.test(value.replace(/[\t\n\r]/g, ''));
}
