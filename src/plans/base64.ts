import { withoutEnd } from '../core/cut-text';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Decodes base64; null if the text isn't base64. Implemented here because pure layers don't have platform functions.
 */
export function base64Bytes(text: string): readonly number[] | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of withoutEnd(text, '=')) {
    held = ((held << 6) | letters.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
}
