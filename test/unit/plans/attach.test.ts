import fc from 'fast-check';
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { attachedKinds } from '../../../src/core/compute-kinds';
import { attachBody } from '../../../src/plans/compute-body';
import { requiredSecret } from '../../../src/plans/compute-plan';
import { planSummaryRows } from '../../../src/plans/plan-summary';
import { readPrivateKey } from '../../../src/plans/private-key';
import { attachUserFault, isPort } from '../../../src/plans/ssh-user';
import { defaultComputeName, validateComputeName } from '../../../src/plans/compute-name';
import { attachPlans, databricksAttachPlan, hdInsightAttachPlan, machine, secrets } from './attach-plans';
import { sayStrictly } from './sample-plans';

describe('the request body of an attachment', () => {
  test('of Azure Databricks: its ID, its address, and the token', () => {
    expect(attachBody(databricksAttachPlan, secrets.token)).toEqual({
      location: 'westeurope',
      properties: {
        computeType: 'Databricks',
        resourceId: databricksAttachPlan.targetId,
        properties: {
          databricksAccessToken: 'dapi-SECRET-0',
          workspaceUrl: 'adb-984752964297111.11.azuredatabricks.net',
        },
      },
    });
  });

  test('of a virtual machine: its SSH address and port, and the user name with a password', () => {
    expect(attachBody(machine, secrets.password).properties).toEqual({
      computeType: 'VirtualMachine',
      resourceId: machine.targetId,
      properties: {
        address: '52.174.8.21',
        sshPort: 22,
        administratorAccount: { username: 'azureuser', password: 'SECRET-1' },
      },
    });
  });

  test('of HDInsight: the same with a key', () => {
    const { computeType, properties } = attachBody(hdInsightAttachPlan, secrets.key).properties;
    expect(computeType).toBe('HDInsight');
    expect(properties).toMatchObject({
      administratorAccount: {
        username: 'sshuser',
        privateKeyData: expect.stringContaining('SECRET-2') as string,
      },
    });
  });

  test('doesn’t accept a secret of another kind', () => {
    expect(() => attachBody(databricksAttachPlan, secrets.password)).toThrow();
    expect(() => attachBody(machine, secrets.token)).toThrow();
  });
});

describe('the plan in words', () => {
  const words = (plan: typeof machine): string[] =>
    planSummaryRows(plan).map(
      ({ label, text }) => `${sayStrictly(label.key)}: ${sayStrictly(text.key, text.values)}`,
    );

  test('states what is attached, how Azure ML accesses it, and what stays', () => {
    expect(words(machine)).toEqual([
      'Attaches: vm-train as vm-train in mlw-risk-prod',
      'Resource: Virtual machine in resource group rg-ml-machines',
      'Network: snet-training in vnet-spoke-weu (not changed)',
      'Access: SSH to 52.174.8.21, port 22, as azureuser with a password',
      'Secret: You enter the password when you attach. It’s sent to Azure and isn’t saved.',
      'Also creates: Nothing',
      'Not changed: vm-train itself. Detaching it later only removes it from the workspace.',
    ]);
  });

  test.each(Object.entries(attachPlans))('has all lines for %s', (_, plan) => {
    expect(words(plan)).toHaveLength(7);
  });
});

describe('the default name', () => {
  test.each([
    ['databricks', 'dbw-risk-prod', 'dbx-dbw-risk-pro'],
    ['virtual-machine', 'vm-train-01', 'vm-train01'],
    ['virtual-machine', 'Größe 7', 'vm-gro-e7'],
    ['hdinsight', 'spark', 'hdi-spark'],
  ] as const)('%s %s: %s', (kind, target, name) => {
    expect(defaultComputeName(kind, target, [])).toBe(name);
  });

  test('is available, and isn’t longer for that', () => {
    expect(defaultComputeName('hdinsight', 'spark', ['HDI-SPARK', 'hdi-spark2'])).toBe('hdi-spark3');
    const long = defaultComputeName('databricks', 'a'.repeat(40), [`dbx-${'a'.repeat(12)}`]);
    expect(long).toBe(`dbx-${'a'.repeat(11)}2`);
  });

  test('passes the name rule for any name of the target', () => {
    const property = fc.property(
      fc.constantFrom(...attachedKinds),
      fc.string({ maxLength: 64 }),
      (kind, target) => validateComputeName(kind, defaultComputeName(kind, target, [])).is === 'ok',
    );
    fc.assert(property);
  });
});

describe('a private key', () => {
  const read = (text: string): string => {
    const outcome = readPrivateKey(text);
    return outcome.is === 'ok' ? 'ok' : outcome.text.key;
  };
  const pem = { type: 'pkcs8', format: 'pem' } as const;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');

  test('without a passphrase is accepted, and its line endings are converted for SSH', () => {
    const text = String(privateKey.export(pem));
    expect(readPrivateKey(text.replaceAll('\n', '\r\n'))).toEqual({ is: 'ok', key: text });
  });

  test('with a passphrase is refused in each format', () => {
    const encrypted = privateKey.export({ ...pem, cipher: 'aes-256-cbc', passphrase: 'x' });
    expect(read(String(encrypted))).toBe('attach.key.encrypted');
    const old =
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAA==\n-----END RSA PRIVATE KEY-----';
    expect(read(old)).toBe('attach.key.encrypted');
    expect(read(openSsh('aes256-ctr'))).toBe('attach.key.encrypted');
    expect(read(openSsh('none'))).toBe('ok');
  });

  it.each([
    ['attach.key.putty', 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none'],
    ['attach.key.public', 'ssh-ed25519 AAAA anna'],
    ['attach.key.none', 'hello'],
    ['attach.key.none', ''],
    ['attach.key.none', String(publicKey.export({ type: 'spki', format: 'pem' }))],
  ])('%s', (key, text) => {
    expect(read(text)).toBe(key);
    expect(sayStrictly(key).length).toBeGreaterThan(10);
  });
});

/** OpenSSH's own format, up to the name of its cipher. */
function openSsh(cipher: string): string {
  const length = Buffer.from([0, 0, 0, cipher.length]);
  const bytes = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    length,
    Buffer.from(cipher),
    Buffer.alloc(30),
  ]);
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${bytes.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

test('user names and ports are validated', () => {
  expect(attachUserFault('')?.key).toBe('attach.user.missing');
  expect(attachUserFault('a b')?.key).toBe('attach.user.form');
  expect(attachUserFault('x'.repeat(33))?.key).toBe('ssh.user.long');
  expect(attachUserFault('anna.berg')).toBeNull();
  expect([0, 22, 65_535, 65_536, 2.5].map(isPort)).toEqual([false, true, true, false, false]);
});

test('each plan requires one secret', () => {
  expect([databricksAttachPlan, machine, hdInsightAttachPlan].map(requiredSecret)).toEqual([
    'token',
    'password',
    'key',
  ]);
});
