import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { someCases } from '../support/case-count';
import { startHostileAzure, type HostileAzure } from '../support/hostile-azure';
import { outputOf, testProgram, type Program } from '../support/run-program';
import { startTokenEndpoint, type TokenEndpoint } from '../support/token-endpoint';

const secrets = {
  AZURE_CLIENT_SECRET: 'client-secret-of-the-pipeline',
  ATTACH_SECRET: 'dapi-secret-of-databricks',
} as const;

let program: Program;
let azure: HostileAzure;
let signIn: TokenEndpoint;
let folder: string;
beforeAll(async () => {
  [program, azure, signIn] = await Promise.all([
    testProgram('ask-azure'),
    startHostileAzure(),
    startTokenEndpoint(),
  ]);
  folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  writeFileSync(join(folder, 'ca.pem'), `${azure.certificate}\n${signIn.certificate}`);
});
afterAll(async () => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([azure.close(), signIn.close()]);
});

/** Returns what the program writes if all of its logging is enabled. */
async function logged(env: Readonly<Record<string, string>>): Promise<string> {
  azure.answer((request, response) => {
    const isRead = request.method === 'GET';
    response.writeHead(isRead ? 404 : 400, { 'content-type': 'application/json' });
    // Azure repeats the unreadable value in its message.
    const message = isRead ? 'None.' : `Invalid: ${secrets.ATTACH_SECRET}`;
    response.end(JSON.stringify({ error: { code: 'Invalid', message } }));
  });
  return outputOf(
    program.start([signIn.authority, azure.origin], {
      ...secrets,
      AZURE_TOKEN_CREDENTIALS: 'EnvironmentCredential',
      AZURE_TENANT_ID: '00000000-1111-4222-8333-444444444444',
      AZURE_CLIENT_ID: '00000000-1111-4222-8333-555555555555',
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      ...env,
    }),
  );
}

/** Switches, each with a part of the expected log, so that no test passes because nothing is logged. */
const switches: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['nothing', {}, 'sent'],
  ['AZURE_LOG_LEVEL', { AZURE_LOG_LEVEL: 'verbose' }, '"authorization": "REDACTED"'],
  ['NODE_DEBUG', { NODE_DEBUG: 'http,https,tls,net,stream' }, 'createConnection'],
  ['TYPESPEC_RUNTIME_LOG_LEVEL', { TYPESPEC_RUNTIME_LOG_LEVEL: 'verbose', DEBUG: '*' }, 'retryPolicy:info'],
];

test.each(someCases(switches, 2))('with %s set, neither a token nor a secret is logged', async (...of) => {
  const [, env, logs] = of;
  const text = await logged(env);
  expect(text).toContain(logs);
  expect(signIn.asked.map((one) => one.form.get('client_secret'))).toContain(secrets.AZURE_CLIENT_SECRET);
  expect(azure.asked.some((one) => one.startsWith('PUT'))).toBe(true);
  for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
  expect(text).not.toMatch(/\.signature|Bearer ey/);
});
