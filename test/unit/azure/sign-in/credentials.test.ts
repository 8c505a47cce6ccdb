import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDefaultHttpClient, createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectAccount } from '../../../../src/azure/sign-in/connect-account';
import { cloudTarget, type SignInTarget } from '../../../../src/azure/sign-in/sign-in-target';
import { startTokenEndpoint, tokenOf, type TokenEndpoint } from '../../../support/token-endpoint';
import { failureOf, noStop } from '../sample';

const tenant = '72f988bf-0000-4000-8000-2d7cd011db47';
let service: TokenEndpoint;
let folder: string;
let before: NodeJS.ProcessEnv;

beforeAll(async () => {
  service = await startTokenEndpoint();
});
afterAll(() => service.close());

/** No variable of the machine that runs the tests must sign in, and none of its tools must be found. */
beforeEach(() => {
  before = process.env;
  folder = mkdtempSync(join(tmpdir(), 'aml-sign-in-'));
  const kept = Object.entries(before).filter(([name]) => !/^(AZURE_|IDENTITY_|MSI_|IMDS_)/.test(name));
  process.env = { ...Object.fromEntries(kept), PATH: folder, AZURE_TOKEN_CREDENTIALS: 'prod' };
  service.asked.length = 0;
  service.refuse(null);
});
afterEach(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

/** A target of the cloud whose sign-in service is the one on loopback. */
const target = (): SignInTarget => ({
  ...cloudTarget('usgov'),
  authority: service.authority,
  hasOwnAuthority: true,
});

/** Redirects sign-ins to loopback, trusting its certificate, and answers for Resource Manager. */
function httpClient(tokens: string[] = []): HttpClient {
  const real = createDefaultHttpClient();
  return {
    sendRequest: (request) => {
      if (new URL(request.url).hostname === 'management.usgovcloudapi.net') {
        tokens.push(request.headers.get('authorization') ?? '');
        const headers = createHttpHeaders({ 'content-type': 'application/json' });
        return Promise.resolve({ request, status: 200, headers, bodyAsText: '{"value":[]}' });
      }
      // Endpoint of a managed identity, on a machine that has none.
      if (new URL(request.url).hostname === '169.254.169.254') {
        return Promise.reject(
          Object.assign(new Error('no route'), { name: 'RestError', code: 'EHOSTUNREACH' }),
        );
      }
      request.tlsSettings = { ca: service.certificate };
      return real.sendRequest(request);
    },
  };
}

const byDefault = (tokens?: string[]) =>
  connectAccount({ target: target(), by: { source: 'default' }, httpClient: httpClient(tokens) });
const byCli = () =>
  connectAccount({ target: target(), by: { source: 'azureCli' }, httpClient: httpClient() });

const posted = () => service.asked.filter((one) => one.path.endsWith('/token'));

describe('DefaultAzureCredential', () => {
  // This must be the first test: the library determines once per process what kind of machine it runs on.
  test('signs in with the managed identity of the machine', async () => {
    Object.assign(process.env, {
      IDENTITY_ENDPOINT: `${service.machine}/msi/token`,
      IDENTITY_HEADER: 'of this machine',
    });
    expect((await byDefault()).account).toBe('app-of-the-pipeline');
    const asked = service.asked.find((one) => one.path === '/msi/token');
    expect(asked?.headers['x-identity-header']).toBe('of this machine');
  });

  test('signs in with the environment’s secret, for the audience of its cloud', async () => {
    Object.assign(process.env, {
      AZURE_TENANT_ID: tenant,
      AZURE_CLIENT_ID: 'client',
      AZURE_CLIENT_SECRET: 'a secret',
    });
    const tokens: string[] = [];
    const connection = await byDefault(tokens);
    expect(connection).toMatchObject({ account: 'app-of-the-pipeline', cloud: 'usgov', sample: false });
    await connection.azure.read.subscriptions(noStop);
    expect(tokens[0]).toBe(`Bearer ${tokenOf({ appid: 'app-of-the-pipeline', tid: tenant })}`);
    expect(posted()[0]?.form.get('scope')).toContain('https://management.usgovcloudapi.net/.default');
    expect(posted()[0]?.form.get('client_secret')).toBe('a secret');
  });

  test('signs in as a workload with its federated token', async () => {
    const file = join(folder, 'federated');
    writeFileSync(file, 'token of the cluster');
    Object.assign(process.env, {
      AZURE_TENANT_ID: tenant,
      AZURE_CLIENT_ID: 'client',
      AZURE_FEDERATED_TOKEN_FILE: file,
    });
    await byDefault();
    expect(posted()[0]?.form.get('client_assertion')).toBe('token of the cluster');
  });

  test('reports that the sign-in service refused, with its code only', async () => {
    Object.assign(process.env, {
      AZURE_TENANT_ID: tenant,
      AZURE_CLIENT_ID: 'client',
      AZURE_CLIENT_SECRET: 'not the secret',
    });
    service.refuse('AADSTS7000215');
    const failure = await failureOf(byDefault());
    expect([failure.code, failure.details]).toEqual([
      'signedOut',
      { signIn: 'refused', serviceCode: 'AADSTS7000215' },
    ]);
    expect(`${failure.message} ${String(failure.cause)}`).not.toContain('not the secret');
  });

  test('reports that there is no credential to sign in with', async () => {
    process.env['AZURE_TOKEN_CREDENTIALS'] = 'EnvironmentCredential';
    const failure = await failureOf(byDefault());
    expect([failure.code, failure.details]).toEqual(['signedOut', { signIn: 'no-credential' }]);
  });
});

test('a missing Azure CLI is reported as missing', async () => {
  expect((await failureOf(byCli())).details).toEqual({ signIn: 'cli-missing' });
});
