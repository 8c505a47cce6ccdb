import { sha1 } from '@noble/hashes/legacy.js';
import { utf8Bytes } from './utf8';

/** The namespace of ARM's `guid`, 11fb06fb-712d-4ddd-98c7-e71bbd588830. */
const namespace = [
  0x11, 0xfb, 0x06, 0xfb, 0x71, 0x2d, 0x4d, 0xdd, 0x98, 0xc7, 0xe7, 0x1b, 0xbd, 0x58, 0x88, 0x30,
];

/** ARM's `guid` of texts: the UUID of version 5 (RFC 4122) of what they are with `-` between. */
export function armGuid(texts: readonly string[]): string {
  const name = utf8Bytes(texts.join('-'));
  const message = new Uint8Array(namespace.length + name.length);
  message.set(namespace);
  message.set(name, namespace.length);
  const bytes = [...sha1(message).subarray(0, 16)].map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x50;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
