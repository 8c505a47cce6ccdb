/** SHA-1 of bytes, as RFC 3174 gives it; used for names, not for secrets. */
export function sha1(message: Uint8Array): Uint8Array {
  const padded = paddedTo64(message);
  const hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let at = 0; at < padded.length; at += 64) mixBlock(hash, wordsOf(padded, at));
  const bytes = new Uint8Array(20);
  hash.forEach((word, index) => writeWord(bytes, index * 4, word));
  return bytes;
}

function writeWord(bytes: Uint8Array, at: number, word: number): void {
  for (let index = 0; index < 4; index += 1) bytes[at + index] = (word >>> (24 - index * 8)) & 0xff;
}

function paddedTo64(message: Uint8Array): Uint8Array {
  const length = (Math.floor((message.length + 8) / 64) + 1) * 64;
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  writeWord(padded, length - 8, Math.floor((message.length * 8) / 2 ** 32));
  writeWord(padded, length - 4, message.length * 8);
  return padded;
}

function turned(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}

function wordsOf(bytes: Uint8Array, start: number): readonly number[] {
  const words: number[] = [];
  for (let at = start; at < start + 64; at += 4) {
    words.push(bytes.subarray(at, at + 4).reduce((word, byte) => (word << 8) | byte, 0));
  }
  for (let at = 16; at < 80; at += 1) {
    words.push(
      turned(
        [3, 8, 14, 16].reduce((mixed, back) => mixed ^ (words[at - back] ?? 0), 0),
        1,
      ),
    );
  }
  return words;
}

const rounds = [
  { mix: (b: number, c: number, d: number) => (b & c) | (~b & d), constant: 0x5a827999 },
  { mix: (b: number, c: number, d: number) => b ^ c ^ d, constant: 0x6ed9eba1 },
  { mix: (b: number, c: number, d: number) => (b & c) | (b & d) | (c & d), constant: 0x8f1bbcdc },
  { mix: (b: number, c: number, d: number) => b ^ c ^ d, constant: 0xca62c1d6 },
];

function mixBlock(hash: number[], words: readonly number[]): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = hash;
  words.forEach((word, index) => {
    const round = rounds[Math.floor(index / 20)];
    if (round === undefined) return;
    const next = (turned(a, 5) + round.mix(b, c, d) + e + round.constant + word) | 0;
    [a, b, c, d, e] = [next, a, turned(b, 30), c, d];
  });
  [a, b, c, d, e].forEach((word, index) => (hash[index] = ((hash[index] ?? 0) + word) | 0));
}
