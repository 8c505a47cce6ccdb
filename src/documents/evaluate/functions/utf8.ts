/** Encodes a text as UTF-8. An unpaired surrogate becomes the replacement character. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const scalar = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    if (scalar < 0x80) bytes.push(scalar);
    else if (scalar < 0x800) bytes.push(0xc0 | (scalar >> 6), tail(scalar));
    else if (scalar < 0x10000) bytes.push(0xe0 | (scalar >> 12), tail(scalar >> 6), tail(scalar));
    else bytes.push(0xf0 | (scalar >> 18), tail(scalar >> 12), tail(scalar >> 6), tail(scalar));
  }
  return Uint8Array.from(bytes);
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

/** Decodes UTF-8. Invalid bytes become the replacement character. */
export function textOfUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const [code, length] = characterAt(bytes, at);
    text += String.fromCodePoint(code);
    at += length;
  }
  return text;
}

const forms = [
  { lead: 0x00, mask: 0x80, tails: 0 },
  { lead: 0xc0, mask: 0xe0, tails: 1 },
  { lead: 0xe0, mask: 0xf0, tails: 2 },
  { lead: 0xf0, mask: 0xf8, tails: 3 },
];

function characterAt(bytes: Uint8Array, at: number): readonly [code: number, length: number] {
  const first = bytes[at] ?? 0;
  const form = forms.find(({ lead, mask }) => (first & mask) === lead);
  if (form === undefined) return [0xfffd, 1];
  let code = first & ~form.mask & 0xff;
  for (let index = 1; index <= form.tails; index += 1) {
    const next = bytes[at + index] ?? 0;
    if ((next & 0xc0) !== 0x80) return [0xfffd, index];
    code = (code << 6) | (next & 0x3f);
  }
  const isScalar = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return [isScalar ? code : 0xfffd, form.tails + 1];
}
