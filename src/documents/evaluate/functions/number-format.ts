import { evaluationError } from '../errors';

/** Formats the absolute value with a number of places, which is undefined if the format doesn't include one. */
type Write = (size: number, places: number | undefined) => string;

const byLetter: Readonly<Record<string, Write>> = {
  D: (size, places) => Math.trunc(size).toString().padStart(placesOr(places, 0), '0'),
  N: (size, places) => grouped(size.toFixed(placesOr(places, 2))),
  F: (size, places) => size.toFixed(placesOr(places, 2)),
  P: (size, places) => `${grouped((size * 100).toFixed(placesOr(places, 2)))} %`,
  C: (size, places) => `¤${grouped(size.toFixed(placesOr(places, 2)))}`,
  E: (size, places) => exponential(size, placesOr(places, 6)),
  G: (size) => String(size),
  R: (size) => String(size),
};

function placesOr(places: number | undefined, usual: number): number {
  return places ?? usual;
}

/**
 * Formats a number with a .NET format string in the invariant culture: `D4`, `X2`, `N0`, `F2`, `P1`, `000`, `#,##0.0`.
 */
export function formattedNumber(value: number, format: string): string {
  const found = /^([A-Za-z])(\d{0,2})$/.exec(format);
  if (found === null) return custom(value, format);
  const [, letter = '', digits] = found;
  const places = digits === undefined || digits === '' ? undefined : Number(digits);
  if (letter === 'X' || letter === 'x') return hexadecimal(value, placesOr(places, 0), letter === 'X');
  const write = byLetter[letter.toUpperCase()];
  if (write === undefined) throw evaluationError('documents.evaluation.format');
  const written = write(Math.abs(value), places);
  return signed(value, letter === 'e' ? written.toLowerCase() : written);
}

function signed(value: number, size: string): string {
  return value < 0 ? `-${size}` : size;
}

function exponential(size: number, places: number): string {
  const [mantissa = '', exponent = ''] = size.toExponential(places).split('e');
  return `${mantissa}E${exponent.charAt(0)}${exponent.slice(1).padStart(3, '0')}`;
}

function hexadecimal(value: number, places: number, isUpper: boolean): string {
  const digits = BigInt.asUintN(value < 0 ? 64 : 128, BigInt(Math.trunc(value))).toString(16);
  return (isUpper ? digits.toUpperCase() : digits).padStart(places, '0');
}

function grouped(digits: string): string {
  const [whole = '', part] = digits.split('.');
  const threes = /^\d+$/.test(whole) ? inThrees(whole) : whole;
  return part === undefined ? threes : `${threes}.${part}`;
}

function inThrees(digits: string): string {
  const parts: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) parts.push(digits.slice(Math.max(end - 3, 0), end));
  return parts.reverse().join(',');
}

/** The supported part of a custom format. A longer format isn't supported. */
const customFormat = /^(?<before>[^0#.,]*)(?<whole>[0#,]*)(?:\.(?<part>[0#]*))?(?<after>[^0#.,]*)/;

/**
 * Applies a custom format. `0` is always a digit, and `#` is a digit if it is significant. Anything else is literal.
 */
function custom(value: number, format: string): string {
  const found = customFormat.exec(format);
  if (found?.[0] !== format) throw evaluationError('documents.evaluation.format');
  const piece = (name: string): string => found.groups?.[name] ?? '';
  const [digits = '', decimals = ''] = Math.abs(value).toFixed(piece('part').length).split('.');
  const kept = trimmed(decimals, piece('part').lastIndexOf('0') + 1);
  const written = wholePart(digits, piece('whole')) + (kept === '' ? '' : `.${kept}`);
  return signed(value, piece('before') + written + piece('after'));
}

function wholePart(digits: string, pattern: string): string {
  const least = pattern.replace(/[^0]/g, '').length;
  const padded = (digits === '0' && least === 0 ? '' : digits).padStart(least, '0');
  return pattern.includes(',') ? grouped(padded) : padded;
}

function trimmed(decimals: string, least: number): string {
  let length = decimals.length;
  while (length > least && decimals[length - 1] === '0') length -= 1;
  return decimals.slice(0, length);
}
