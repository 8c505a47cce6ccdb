import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { cloudTarget, customTarget } from '../../../../src/azure/sign-in/sign-in-target';
import { failureOf } from '../sample';

/** Returns a Resource Manager that describes itself with `metadata`. */
function describing(metadata: unknown, status = 200): { httpClient: HttpClient; asked: string[] } {
  const asked: string[] = [];
  const httpClient: HttpClient = {
    sendRequest: (request) => {
      asked.push(request.url);
      expect(request.headers.get('authorization')).toBeUndefined();
      const headers = createHttpHeaders({ 'content-type': 'application/json' });
      return Promise.resolve({ request, status, headers, bodyAsText: JSON.stringify(metadata) });
    },
  };
  return { httpClient, asked };
}

const stack = {
  name: 'AzureStack-User',
  portal: 'https://portal.local.azurestack.external/',
  authentication: {
    loginEndpoint: 'https://adfs.local.azurestack.external/adfs/',
    audiences: ['https://graph.windows.net', `https://management.local.azurestack.external/guid/`],
  },
};
const endpoint = 'https://management.local.azurestack.external';
const yes = (): Promise<boolean> => Promise.resolve(true);

describe('Microsoft’s clouds', () => {
  test.each([
    ['public', 'https://management.azure.com/.default', 'https://login.microsoftonline.com'],
    ['usgov', 'https://management.usgovcloudapi.net/.default', 'https://login.microsoftonline.us'],
    ['china', 'https://management.chinacloudapi.cn/.default', 'https://login.chinacloudapi.cn'],
  ] as const)('%s: has its own audience and its own authority', (cloud, scope, authority) => {
    expect(cloudTarget(cloud)).toMatchObject({ cloud, scopes: [scope], authority, hasOwnAuthority: false });
  });
});

describe('a custom endpoint', () => {
  test('declares its own authority and token audience', async () => {
    const { httpClient, asked } = describing(stack);
    expect(await customTarget(`${endpoint}/`, httpClient, yes)).toEqual({
      cloud: 'public',
      endpoint,
      authority: 'https://adfs.local.azurestack.external/adfs',
      scopes: ['https://management.local.azurestack.external/guid/.default'],
      portal: 'https://portal.local.azurestack.external',
      hasOwnAuthority: true,
    });
    expect(asked).toEqual([`${endpoint}/metadata/endpoints?api-version=2022-09-01`]);
  });

  test('requires confirmation of its host if it names one that isn’t Microsoft’s', async () => {
    const named: unknown[] = [];
    const confirm = (one: unknown): Promise<boolean> => {
      named.push(one);
      return Promise.resolve(false);
    };
    const failure = await failureOf(customTarget(endpoint, describing(stack).httpClient, confirm));
    expect(named).toEqual([{ endpoint, host: 'adfs.local.azurestack.external' }]);
    expect([failure.code, failure.details]).toEqual([
      'signedOut',
      { signIn: 'host', signInHost: 'adfs.local.azurestack.external' },
    ]);
  });

  test.each([
    ['https://login.microsoftonline.com/', 'https://login.microsoftonline.com'],
    ['https://login.windows.net/contoso.onmicrosoft.com', 'https://login.microsoftonline.com'],
    ['https://LOGIN.partner.microsoftonline.cn', 'https://login.chinacloudapi.cn'],
    ['https://login.microsoftonline.us', 'https://login.microsoftonline.us'],
  ])('that names Microsoft’s %s signs in at %s, without confirmation', async (loginEndpoint, authority) => {
    const { httpClient } = describing({ ...stack, authentication: { loginEndpoint } });
    const target = await customTarget(endpoint, httpClient, () => Promise.reject(new Error('asked')));
    expect(target).toMatchObject({ authority, hasOwnAuthority: false, scopes: [`${endpoint}/.default`] });
  });

  test.each([
    ['AzureCloud', 'public'],
    ['AzureUSGovernment', 'usgov'],
    ['AzureChinaCloud', 'china'],
    ['Contoso', 'public'],
  ])('that has the name %s is checked with the service tags of %s', async (name, cloud) => {
    expect(await customTarget(endpoint, describing({ ...stack, name }).httpClient, yes)).toMatchObject({
      cloud,
    });
  });

  test('that is one of Microsoft’s clouds is that cloud, without a request to it', async () => {
    const { httpClient, asked } = describing(stack);
    expect(await customTarget('https://management.usgovcloudapi.net/', httpClient, yes)).toEqual(
      cloudTarget('usgov'),
    );
    expect(asked).toEqual([]);
  });

  test.each([
    '',
    'management.contoso.example',
    'http://management.contoso.example',
    'https://u:p@contoso.example',
  ])('“%s” isn’t an address that a token can be sent to', async (address) => {
    const { httpClient, asked } = describing(stack);
    const failure = await failureOf(customTarget(address, httpClient, yes));
    expect([failure.code, failure.details.signIn, asked]).toEqual(['signedOut', 'endpoint', []]);
  });

  test.each([
    ['no authority', {}],
    ['an authority without TLS', { authentication: { loginEndpoint: 'http://login.contoso.example' } }],
    ['another shape', [stack]],
  ])('that declares %s can’t be used to sign in', async (_what, metadata) => {
    const failure = await failureOf(customTarget(endpoint, describing(metadata).httpClient, yes));
    expect([failure.code, failure.details.signIn]).toEqual(['signedOut', 'endpoint']);
  });

  test('that doesn’t support the request fails with its status', async () => {
    expect((await failureOf(customTarget(endpoint, describing({}, 404).httpClient, yes))).code).toBe(
      'notFound',
    );
  });
});
