import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { reason } from '../../../core/reason';
import { evaluationError } from '../../evaluate/errors';
import { base64Of, base64OfBytes, textOfBase64 } from '../../evaluate/functions/base64';
import { valueOfJson } from '../../evaluate/functions/json-value';
import { utf8Bytes } from '../../evaluate/functions/utf8';
import { valueOfYaml } from '../../evaluate/functions/yaml-value';
import { textValue, unknownPartOf, unknownValue } from '../../evaluate/make-value';
import type { Value } from '../../evaluate/value';
import { jsonText } from './json-text';
import { ofAny, ofArguments, textGiven, type TerraformFunctions } from './terraform-function';

/**
 * Decodes a JSON text, including a `jsonencode` result with unknown parts. Undefined if the text isn't known or isn't
 * JSON.
 */
export function decodedJson(value: Value): Value | undefined {
  if (value.is !== 'text') return value.is === 'unknown' ? value.encoded : undefined;
  return value.encoded ?? valueOfJson(value.value);
}

function encoded([value]: readonly Value[]): Value {
  if (value === undefined) throw evaluationError('documents.evaluation.argument', { n: 1 });
  const text = jsonText(value);
  const written =
    text === undefined ? unknownValue(unknownPartOf(value) ?? reason('unknown.live')) : textValue(text);
  return { ...written, encoded: value };
}

function decoded([value]: readonly Value[]): Value {
  if (value === undefined) throw evaluationError('documents.evaluation.argument', { n: 1 });
  const found = decodedJson(value);
  if (found !== undefined) return found;
  return value.is === 'unknown' ? unknownValue(value.because) : failure('JSON');
}

function failure(what: string): never {
  throw evaluationError('documents.evaluation.encoding', { what });
}

function ofBytes(write: (bytes: Uint8Array) => string): TerraformFunctions[string] {
  return ofArguments([1], (given) => textValue(write(utf8Bytes(textGiven(given, 0)))));
}

/** Returns two hexadecimal digits for each byte. */
export function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Encodes by RFC 3986, with `+` for a space, as Go does. */
function urlEncoded(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

const namespaces: Readonly<Record<string, string>> = {
  dns: '6ba7b8109dad11d180b400c04fd430c8',
  url: '6ba7b8119dad11d180b400c04fd430c8',
  oid: '6ba7b8129dad11d180b400c04fd430c8',
  x500: '6ba7b8149dad11d180b400c04fd430c8',
};

function uuidOfName(given: readonly Value[]): Value {
  const stated = textGiven(given, 0);
  const hex = namespaces[stated] ?? stated.replaceAll('-', '');
  if (!/^[0-9a-fA-F]{32}$/.test(hex)) throw evaluationError('documents.evaluation.argument', { n: 1 });
  const space = Uint8Array.from({ length: 16 }, (_, index) =>
    parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
  const name = utf8Bytes(textGiven(given, 1));
  const message = new Uint8Array(16 + name.length);
  message.set(space);
  message.set(name, 16);
  const bytes = sha1(message).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const text = hexadecimal(bytes);
  const parts = [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)];
  return textValue(parts.join('-'));
}

function yamlValue(given: readonly Value[]): Value {
  return valueOfYaml(textGiven(given, 0)) ?? failure('YAML');
}

/** Creates a function whose result differs with each run, or that only Terraform can compute. */
function notComputed(because: string): TerraformFunctions[string] {
  return ofAny([0, Infinity], () => unknownValue(reason(because)));
}

/** Functions that encode, decode, and hash. */
export const terraformEncodings: TerraformFunctions = {
  base64decode: ofArguments([1], (given) =>
    textValue(textOfBase64(textGiven(given, 0)) ?? failure('base64')),
  ),
  base64encode: ofArguments([1], (given) => textValue(base64Of(textGiven(given, 0)))),
  base64sha256: ofBytes((bytes) => base64OfBytes(sha256(bytes))),
  base64sha512: ofBytes((bytes) => base64OfBytes(sha512(bytes))),
  jsondecode: ofAny([1], decoded),
  jsonencode: ofAny([1], encoded),
  md5: ofBytes((bytes) => hexadecimal(md5(bytes))),
  sha1: ofBytes((bytes) => hexadecimal(sha1(bytes))),
  sha256: ofBytes((bytes) => hexadecimal(sha256(bytes))),
  sha512: ofBytes((bytes) => hexadecimal(sha512(bytes))),
  urlencode: ofArguments([1], (given) => textValue(urlEncoded(textGiven(given, 0)))),
  uuidv5: ofArguments([2], uuidOfName),
  yamldecode: ofArguments([1], yamlValue),
  bcrypt: notComputed('unknown.random'),
  uuid: notComputed('unknown.random'),
  timestamp: notComputed('unknown.time'),
  plantimestamp: notComputed('unknown.time'),
  formatdate: notComputed('unknown.date'),
  timeadd: notComputed('unknown.date'),
  timecmp: notComputed('unknown.date'),
};
