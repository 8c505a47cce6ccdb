import { utf8Bytes } from './utf8';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Computes ARM's `uniqueString` of texts: the hash of the texts, joined with `-`, as 13 base32 characters. The hash is
 * MurmurHash3's mixing over two lanes of 32 bits. Every result in `test/fixtures/documents` comes from Azure's own
 * code.
 */
export function uniqueStringOf(texts: readonly string[]): string {
  let hash = murmurHash64(utf8Bytes(texts.join('-')));
  let letters = '';
  for (let count = 0; count < 13; count += 1) {
    letters += alphabet.charAt(Number(hash >> 59n));
    hash = BigInt.asUintN(64, hash << 5n);
  }
  return letters;
}

const first = 0x239b961b;
const second = 0xab0e9789;

function turned(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}

function mixedFirst(lane: number): number {
  return Math.imul(turned(Math.imul(lane, first), 15), second);
}

function mixedSecond(lane: number): number {
  return Math.imul(turned(Math.imul(lane, second), 17), first);
}

/** Reads four bytes as a little-endian number. Bytes after the end are 0. */
function laneAt(bytes: Uint8Array, at: number): number {
  return bytes.subarray(at, at + 4).reduce((lane, byte, index) => lane | (byte << (8 * index)), 0);
}

function murmurHash64(bytes: Uint8Array): bigint {
  let [low, high] = [0, 0];
  const blockBytes = bytes.length - (bytes.length % 8);
  for (let at = 0; at < blockBytes; at += 8) {
    low = turned(low ^ mixedFirst(laneAt(bytes, at)), 19);
    low = Math.imul(low + high, 5) + 0x561ccd1b;
    high = turned(high ^ mixedSecond(laneAt(bytes, at + 4)), 13);
    high = Math.imul(high + low, 5) + 0x0bcaa747;
  }
  low ^= mixedFirst(laneAt(bytes, blockBytes));
  high ^= mixedSecond(laneAt(bytes, blockBytes + 4));
  low ^= bytes.length;
  high ^= bytes.length;
  low = (low + high) | 0;
  high = (high + low) | 0;
  low = finished(low);
  high = finished(high);
  low = (low + high) | 0;
  high = (high + low) | 0;
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

function finished(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
