export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** Byte order marks, such as the one that `>` writes in Windows PowerShell. Longer marks come first. */
const marks: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Returns the encoding that the byte order mark states; UTF-8 without one. */
function encodingOf(bytes: Uint8Array): TextEncoding {
  const found = marks.find(([, mark]) => mark.every((one, at) => bytes[at] === one));
  return found?.[0] ?? 'utf-8';
}

/** The text of a file, with its encoding. */
interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** True if bytes that aren't valid in the encoding, such as Latin-1 in UTF-8, were replaced by U+FFFD. */
  readonly isLossy: boolean;
}

/**
 * Decodes a text as the Bicep compiler does: by its byte order mark, otherwise as UTF-8, with U+FFFD for invalid bytes.
 * Tested with Bicep 0.49.2 on UTF-16, UTF-32, and Latin-1, 2026-11-30.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const text = encoding === 'utf-32le' || encoding === 'utf-32be' ? utf32(bytes, encoding) : undefined;
  if (text !== undefined) return { text, encoding, isLossy: false };
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, isLossy: false };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), encoding, isLossy: true };
  }
}

const replacement = 0xfffd;

function utf32(bytes: Uint8Array, encoding: TextEncoding): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % 4));
  const letters: string[] = [];
  for (let at = 4; at < view.byteLength; at += 4) {
    const point = view.getUint32(at, encoding === 'utf-32le');
    letters.push(String.fromCodePoint(point > 0x10_ffff ? replacement : point));
  }
  return letters.join('');
}
