export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** What the first bytes of a text state, such as what `>` writes in Windows PowerShell; the longer mark counts first. */
const marks: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding that the first bytes of a text state; else UTF-8. */
function encodingOf(bytes: Uint8Array): TextEncoding {
  const found = marks.find(([, mark]) => mark.every((one, at) => bytes[at] === one));
  return found?.[0] ?? 'utf-8';
}

/** A text of a file, in the encoding that it states. */
interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Bytes that are no letter of the encoding, such as those of Latin-1, became U+FFFD. */
  readonly isLossy: boolean;
}

/**
 * Reads a text as the Bicep compiler does: by its byte order mark, else as UTF-8, in which other bytes become U+FFFD. Tried
 * with Bicep 0.49.2 on UTF-16, UTF-32, and Latin-1, 2026-11-30.
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
