import { reason, type Reason } from '../core/reason';
import { base64Bytes } from './base64';

/** The result of reading a text as an SSH key. `text` is the message for the user. */
export type SshKeyOutcome =
  | { readonly is: 'missing'; readonly text: Reason }
  /** A private key, which must not be stored. */
  | { readonly is: 'private'; readonly text: Reason }
  | { readonly is: 'error'; readonly text: Reason }
  /** `key` is a single line, as in `authorized_keys`. `warning` is true if Azure ML doesn't document its type. */
  | { readonly is: 'ok'; readonly key: string; readonly text: Reason; readonly warning: boolean };

/** Checks a public key in OpenSSH form (`ssh-rsa AAAA… name`) or in the SSH2 form of RFC 4716. */
export function readSshKey(typed: string): SshKeyOutcome {
  const text = typed.trim();
  if (text === '') return { is: 'missing', text: reason('ssh.key.missing') };
  if (isPrivateKey(text)) return { is: 'private', text: reason('ssh.key.private') };
  if (text.startsWith('---- BEGIN SSH2 PUBLIC KEY ----')) return fromSsh2(text);
  if (/^-----BEGIN /.test(text)) return wrong('pem');
  return fromOpenSsh(text);
}

/** Returns the end of the first `part` in a text; the text's length if there is none. */
function endOfBegin(text: string): number {
  const at = text.indexOf('BEGIN ');
  return at < 0 ? text.length : at + 'BEGIN '.length;
}

/** Checks for a private key, chosen by mistake: PEM, OpenSSH's own form, PuTTY's, or SSH2's. */
export function isPrivateKey(text: string): boolean {
  if (/PuTTY-User-Key-File|^Private-Lines:/im.test(text)) return true;
  const runs = text.toUpperCase().match(/[A-Z0-9 ]+/g) ?? [];
  return runs.some((run) => run.includes('PRIVATE KEY', endOfBegin(run)));
}

function wrong(fault: string, values: Readonly<Record<string, string | number>> = {}): SshKeyOutcome {
  return { is: 'error', text: reason(`ssh.key.${fault}`, values) };
}

/** Types that nodes accept. Azure ML documents RSA (REST reference of computes, `adminPublicKey`). */
const types: readonly string[] = [
  'ssh-rsa',
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
];

function fromOpenSsh(text: string): SshKeyOutcome {
  if (/[\r\n]/.test(text)) return wrong('lines');
  const [type = '', data = '', ...comment] = text.split(/\s+/);
  if (!types.includes(type)) return wrong('type', { type: type.slice(0, 40) });
  return checked(type, data, comment.join(' '));
}

function fromSsh2(text: string): SshKeyOutcome {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  if (lines.at(-1) !== '---- END SSH2 PUBLIC KEY ----') return wrong('ssh2End');
  const data = withoutHeaders(lines.slice(1, -1)).join('');
  const type = textOf(partsOf(base64Bytes(data) ?? [])?.[0] ?? []);
  return types.includes(type) ? checked(type, data, '') : wrong('data');
}

/**
 * Removes headers. They contain a colon, which base64 doesn't. A header with a trailing backslash continues in the next
 * line.
 */
function withoutHeaders(lines: readonly string[]): readonly string[] {
  const isHeader = (line: string | undefined): boolean => line?.includes(':') === true;
  const isContinued = (line: string | undefined): boolean => line?.endsWith('\\') === true;
  const first = lines.findIndex(
    (line, at) => !isHeader(line) && !isContinued(line) && !isContinued(lines[at - 1]),
  );
  return first < 0 ? [] : lines.slice(first);
}

const shortestRsa = 2048;

function checked(type: string, data: string, comment: string): SshKeyOutcome {
  const parts = partsOf(base64Bytes(data) ?? []);
  if (parts === null || textOf(parts[0] ?? []) !== type) return wrong('data');
  const bits = type === 'ssh-rsa' ? bitsOf(parts[2] ?? []) : 0;
  if (type === 'ssh-rsa' && bits < shortestRsa) return wrong('short', { bits, least: shortestRsa });
  return {
    is: 'ok',
    key: [type, data, comment].filter(Boolean).join(' '),
    text: type === 'ssh-rsa' ? reason('ssh.key.rsa', { bits }) : reason('ssh.key.notRsa', { type }),
    warning: type !== 'ssh-rsa',
  };
}

/** Returns the key's parts, each preceded by its length (RFC 4253, 6.6); null if they don't match the bytes. */
function partsOf(bytes: readonly number[]): readonly (readonly number[])[] | null {
  const parts: (readonly number[])[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = lengthAt(bytes, at);
    if (length === null || at + 4 + length > bytes.length) return null;
    parts.push(bytes.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return parts.length >= 2 ? parts : null;
}

function lengthAt(bytes: readonly number[], at: number): number | null {
  const [a, b, c, d] = bytes.slice(at, at + 4);
  return a === 0 && b === 0 && c !== undefined && d !== undefined ? c * 256 + d : null;
}

function textOf(bytes: readonly number[]): string {
  return String.fromCharCode(...bytes);
}

/** Returns the bit length of a number with a sign bit. */
function bitsOf(bytes: readonly number[]): number {
  const rest = bytes.slice(bytes.findIndex((one) => one !== 0));
  const [first = 0] = rest;
  return bytes.length === 0 ? 0 : rest.length * 8 - (Math.clz32(first) - 24);
}
