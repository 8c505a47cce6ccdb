import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectAccount } from '../../../../src/azure/sign-in/connect-account';
import { cloudTarget } from '../../../../src/azure/sign-in/sign-in-target';
import { tokenOf } from '../../../support/token-endpoint';
import { failureOf } from '../sample';

const tenant = '72f988bf-0000-4000-8000-2d7cd011db47';
let folder: string;
let before: NodeJS.ProcessEnv;

/** No variable of the machine that runs the tests must sign in, and none of its tools must be found. */
beforeEach(() => {
  before = process.env;
  folder = mkdtempSync(join(tmpdir(), 'aml-azure-cli-'));
  const kept = Object.entries(before).filter(([name]) => !/^(AZURE_|IDENTITY_|MSI_|IMDS_)/.test(name));
  process.env = { ...Object.fromEntries(kept), PATH: folder };
});
afterEach(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

/** Answers for Azure Resource Manager. The Azure CLI contacts the sign-in service itself. */
const httpClient: HttpClient = {
  sendRequest: (request) => {
    const headers = createHttpHeaders({ 'content-type': 'application/json' });
    return Promise.resolve({ request, status: 200, headers, bodyAsText: '{"value":[]}' });
  },
};

const byCli = () => connectAccount({ target: cloudTarget('usgov'), by: { source: 'azureCli' }, httpClient });

describe('the Azure CLI', () => {
  /** Creates an `az` on the path that records its calls, and runs the script. */
  function installAz(script: string): () => string[] {
    const calls = join(folder, 'calls');
    const file = join(folder, 'az');
    writeFileSync(file, `#!/bin/sh\necho "$@" >> ${calls}\n${script}\n`);
    chmodSync(file, 0o755);
    process.env['PATH'] = [folder, '/bin', '/usr/bin'].join(delimiter);
    return () => readFileSync(calls, 'utf8').trim().split('\n');
  }

  test('returns its token for the cloud and the account that it belongs to', async () => {
    const token = tokenOf({ upn: 'anna@contoso.com', tid: tenant });
    const expires = Math.floor(Date.now() / 1000) + 3600;
    const calls = installAz(`echo '${JSON.stringify({ accessToken: token, expires_on: expires })}'`);
    const connection = await byCli();
    expect([connection.account, connection.userName]).toEqual(['anna@contoso.com', 'anna@contoso.com']);
    expect(calls()[0]).toContain(
      'get-access-token --output json --resource https://management.usgovcloudapi.net',
    );
  });

  test('that is signed out fails as signed out', async () => {
    installAz(`echo "ERROR: Please run 'az login' to setup account." >&2; exit 1`);
    expect((await failureOf(byCli())).details).toEqual({ signIn: 'cli-signed-out' });
  });

  test('with an invalid response returns no token', async () => {
    installAz('echo "{}"');
    expect((await failureOf(byCli())).details).toEqual({ signIn: 'cli-signed-out' });
  });
});
