import { textOfUtf8, utf8Bytes } from './utf8';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Encodes a text's UTF-8 bytes as base64. */
export function base64Of(text: string): string {
  return base64OfBytes(utf8Bytes(text));
}

/** Encodes bytes as base64. */
export function base64OfBytes(bytes: Uint8Array): string {
  let written = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3);
    const bits = (one << 16) | (two << 8) | three;
    for (let shift = 18; shift >= 0; shift -= 6) written += alphabet.charAt((bits >> shift) & 63);
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  return missing === 0 ? written : written.slice(0, -missing) + '='.repeat(missing);
}

/** Decodes base64 as UTF-8, or returns undefined if the text isn't base64. */
export function textOfBase64(written: string): string | undefined {
  const filled = written.replace(/\s/g, '');
  const letters = filled.replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(letters) || filled.length % 4 !== 0) return undefined;
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  for (let at = 0, bits = 0, count = 0, next = 0; at < letters.length; at += 1) {
    bits = ((bits << 6) | alphabet.indexOf(letters.charAt(at))) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[next] = (bits >> count) & 0xff;
    next += 1;
  }
  return textOfUtf8(bytes);
}
