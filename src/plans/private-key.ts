import { reason, type Reason } from '../core/reason';
import { base64Bytes } from './base64';

/** The result of reading a file as an SSH private key. `text` is the message for the user. */
export type PrivateKeyOutcome =
  { readonly is: 'ok'; readonly key: string } | { readonly is: 'refused'; readonly text: Reason };

/** Maximum size of a key file. A larger file was chosen by mistake. */
export const longestKeyFile = 64 * 1024;

/**
 * Checks a private key in PEM or OpenSSH form. Azure ML doesn't ask for a passphrase, so an encrypted key is refused.
 */
export function readPrivateKey(text: string): PrivateKeyOutcome {
  const key = text.trim().replace(/\r\n?/g, '\n');
  if (/^PuTTY-User-Key-File/.test(key)) return refused('putty');
  if (/^(ssh-|ecdsa-|---- BEGIN SSH2 PUBLIC)/.test(key)) return refused('public');
  const name = /^-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----\n[\s\S]*\n-----END \1-----$/.exec(key)?.[1];
  if (name === undefined) return refused('none');
  return isEncrypted(name, key) ? refused('encrypted') : { is: 'ok', key: `${key}\n` };
}

function refused(why: string): PrivateKeyOutcome {
  return { is: 'refused', text: reason(`attach.key.${why}`) };
}

function isEncrypted(name: string, key: string): boolean {
  if (name.includes('ENCRYPTED') || key.includes('Proc-Type: 4,ENCRYPTED')) return true;
  return name === 'OPENSSH PRIVATE KEY' && cipherOf(key) !== 'none';
}

/**
 * Returns the name of the cipher in OpenSSH's own form: after `openssh-key-v1` and its length (PROTOCOL.key of
 * OpenSSH).
 */
function cipherOf(key: string): string {
  const magic = 'openssh-key-v1\0';
  const bytes = base64Bytes(key.split('\n').slice(1, -1).join('')) ?? [];
  const text = String.fromCharCode(...bytes.slice(0, 64));
  const length = bytes[magic.length + 3] ?? 0;
  return text.startsWith(magic) ? text.slice(magic.length + 4, magic.length + 4 + length) : '';
}
