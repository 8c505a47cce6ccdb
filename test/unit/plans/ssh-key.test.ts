import { describe, expect, test } from 'vitest';
import { isPrivateKey, readSshKey } from '../../../src/plans/ssh-key';
import { sshUserFault } from '../../../src/plans/ssh-user';
import { ed25519, rsa1024, rsa2048 } from './ssh-keys';

const line = `ssh-rsa ${rsa2048} anna@contoso`;
const wrapped = (data: string): string => data.match(/.{1,70}/g)!.join('\n');
const ssh2 = (headers: string, data: string): string =>
  `---- BEGIN SSH2 PUBLIC KEY ----\n${headers}${wrapped(data)}\n---- END SSH2 PUBLIC KEY ----\n`;

describe('a public key', () => {
  test.each([
    ['as ssh-keygen writes it', line, line],
    ['with surrounding whitespace', `  \n${line}\n`, line],
    ['without a comment', `ssh-rsa ${rsa2048}`, `ssh-rsa ${rsa2048}`],
    ['in SSH2 form', ssh2('', rsa2048), `ssh-rsa ${rsa2048}`],
    ['in SSH2 form with a header', ssh2('Comment: "2048-bit RSA"\n', rsa2048), `ssh-rsa ${rsa2048}`],
    ['with a continued header', ssh2('Comment: "a \\\nlong one"\n', rsa2048), `ssh-rsa ${rsa2048}`],
    [
      'with Windows line endings',
      ssh2('Subject: anna\n', rsa2048).replaceAll('\n', '\r\n'),
      `ssh-rsa ${rsa2048}`,
    ],
  ])('%s', (_, typed, key) => {
    expect(readSshKey(typed)).toMatchObject({
      is: 'ok',
      key,
      warning: false,
      text: { values: { bits: 2048 } },
    });
  });

  test('of another type is accepted with a warning', () => {
    expect(readSshKey(`ssh-ed25519 ${ed25519} anna`)).toMatchObject({ is: 'ok', warning: true });
  });

  test.each([
    ['an empty text', '', 'missing', 'ssh.key.missing'],
    ['a short key', `ssh-rsa ${rsa1024}`, 'error', 'ssh.key.short'],
    ['a truncated key', `ssh-rsa ${rsa2048.slice(0, -8)}`, 'error', 'ssh.key.data'],
    ['invalid Base64', 'ssh-rsa AAAA!', 'error', 'ssh.key.data'],
    ['a name without a key', 'ssh-rsa', 'error', 'ssh.key.data'],
    ['a type that doesn’t match the data', `ssh-ed25519 ${rsa2048}`, 'error', 'ssh.key.data'],
    ['two keys', `${line}\n${line}`, 'error', 'ssh.key.lines'],
    ['a retired type', `ssh-dss ${rsa2048}`, 'error', 'ssh.key.type'],
    ['options before it', `no-pty ${line}`, 'error', 'ssh.key.type'],
    ['a path', '~/.ssh/id_rsa.pub', 'error', 'ssh.key.type'],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', 'error', 'ssh.key.pem'],
    ['SSH2 form without its end', ssh2('', rsa2048).split('---- END')[0]!, 'error', 'ssh.key.ssh2End'],
    ['SSH2 form without a key', ssh2('Comment: none\n', 'AAAA'), 'error', 'ssh.key.data'],
  ])('%s', (_, typed, is, key) => {
    expect(readSshKey(typed)).toMatchObject({ is, text: { key } });
  });
});

describe('a private key', () => {
  test.each([
    '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n-----END OPENSSH PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
    '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIE',
    '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nP2/56',
    'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none',
    `${line}\n-----BEGIN OPENSSH PRIVATE KEY-----`,
    'MIIE\nPrivate-Lines: 14\nAAAA',
  ])('is never accepted: %s', (typed) => {
    expect(isPrivateKey(typed)).toBe(true);
    expect(readSshKey(typed)).toMatchObject({ is: 'private' });
  });

  test('isn’t detected in a comment', () => {
    expect(isPrivateKey(line)).toBe(false);
  });
});

describe('the administrator’s name', () => {
  test.each(['azureuser', 'anna', '_svc', 'a-b_c9', 'a'.repeat(20)])('%s is accepted', (name) => {
    expect(sshUserFault(name)).toBeNull();
  });

  test.each([
    ['', 'ssh.user.missing'],
    ['a'.repeat(21), 'ssh.user.long'],
    ['Anna', 'ssh.user.form'],
    ['9anna', 'ssh.user.form'],
    ['an na', 'ssh.user.form'],
    ['anna$', 'ssh.user.form'],
    ['root', 'ssh.user.taken'],
    ['admin', 'ssh.user.taken'],
    ['support_388945a0', 'ssh.user.taken'],
  ])('%j is refused: %s', (name, key) => {
    expect(sshUserFault(name)).toMatchObject({ key });
  });
});
