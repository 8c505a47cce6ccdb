const zero = 48;
const dot = 46;

/** Parses the IPv4 address in the first `length` characters to an unsigned 32-bit number; -1 if it isn't one. */
export function scanIpv4(text: string, length: number): number {
  let address = 0;
  let start = 0;
  for (let octet = 0; octet < 4; octet++) {
    const end = endOfDigits(text, start);
    const value = octetAt(text, start, end);
    if (value < 0 || (octet < 3 && text.charCodeAt(end) !== dot)) return -1;
    address = address * 256 + value;
    start = end + 1;
  }
  return start === length + 1 ? address : -1;
}

/** Returns the number of the digits at `text[from, to)`; -1 if it isn't an octet. */
function octetAt(text: string, from: number, to: number): number {
  const length = to - from;
  if (length < 1 || length > 3 || (length > 1 && text.charCodeAt(from) === zero)) return -1;
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - zero;
  return value > 255 ? -1 : value;
}

/**
 * Parses an address to an unsigned 32-bit number. It needs four decimal octets; a leading zero (octal to some) is
 * rejected.
 */
export function parseIpv4(text: string): number | undefined {
  const address = scanIpv4(text, text.length);
  return address < 0 ? undefined : address;
}

/** Formats an unsigned 32-bit number as dotted decimal. */
export function formatIpv4(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}

/** Parses the decimal number at `text[from, to)`: digits without a leading zero; -1 if it isn't one. */
export function decimal(text: string, from: number, to: number): number {
  const length = to - from;
  if (length < 1 || (length > 1 && text.charCodeAt(from) === zero)) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= zero && text.charCodeAt(at) <= zero + 9) at++;
  return at;
}
