import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { cloudTarget, customTarget } from '../../../../src/azure/sign-in/sign-in-target';
import { failureOf } from '../sample';

/** A resource manager that describes itself as `metadata`. */
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
    audiences: ['https://management.stack.example/guid'],
  },
};
const endpoint = 'https://management.local.azurestack.external';

describe('Microsoft’s clouds', () => {
  test.each([
    ['public', 'https://management.azure.com/.default', 'https://login.microsoftonline.com'],
    ['usgov', 'https://management.usgovcloudapi.net/.default', 'https://login.microsoftonline.us'],
    ['china', 'https://management.chinacloudapi.cn/.default', 'https://login.chinacloudapi.cn'],
  ] as const)('%s: its own audience and its own authority', (cloud, scope, authority) => {
    expect(cloudTarget(cloud)).toMatchObject({ cloud, scopes: [scope], authority, isCustom: false });
  });
});

describe('an endpoint of one’s own', () => {
  test('says itself where one signs in and what a token is asked for', async () => {
    const { httpClient, asked } = describing(stack);
    expect(await customTarget(`${endpoint}/`, httpClient)).toEqual({
      cloud: 'public',
      endpoint,
      authority: 'https://adfs.local.azurestack.external/adfs',
      scopes: ['https://management.stack.example/guid/.default'],
      portal: 'https://portal.local.azurestack.external',
      isCustom: true,
    });
    expect(asked).toEqual([`${endpoint}/metadata/endpoints?api-version=2022-09-01`]);
  });

  test.each([
    'https://management.azure.com/',
    'https://management.core.windows.net',
    'https://graph.microsoft.com',
  ])('is never sent a token for %s, though it asks for it', async (audience) => {
    const greedy = { ...stack, authentication: { ...stack.authentication, audiences: [audience] } };
    const { scopes } = await customTarget(endpoint, describing(greedy).httpClient);
    expect(scopes).toEqual([`${endpoint}/.default`]);
  });

  test.each([
    ['AzureCloud', 'public'],
    ['AzureUSGovernment', 'usgov'],
    ['AzureChinaCloud', 'china'],
    ['Contoso', 'public'],
  ])('that calls itself %s is judged by the tags of %s', async (name, cloud) => {
    expect(await customTarget(endpoint, describing({ ...stack, name }).httpClient)).toMatchObject({ cloud });
  });

  test('that is one of Microsoft’s is that cloud, without asking it', async () => {
    const { httpClient, asked } = describing(stack);
    expect(await customTarget('https://management.usgovcloudapi.net/', httpClient)).toEqual(
      cloudTarget('usgov'),
    );
    expect(asked).toEqual([]);
  });

  test.each([
    '',
    'management.contoso.example',
    'http://management.contoso.example',
    'https://u:p@contoso.example',
  ])('“%s” is no address that a token may be sent to', async (address) => {
    const { httpClient, asked } = describing(stack);
    const failure = await failureOf(customTarget(address, httpClient));
    expect([failure.code, failure.details.signIn, asked]).toEqual(['signedOut', 'endpoint', []]);
  });

  test.each([
    ['nothing of it', {}],
    ['an authority without TLS', { authentication: { loginEndpoint: 'http://login.contoso.example' } }],
    ['another shape', [stack]],
  ])('that says %s cannot be signed in to', async (_what, metadata) => {
    const failure = await failureOf(customTarget(endpoint, describing(metadata).httpClient));
    expect([failure.code, failure.details.signIn]).toEqual(['signedOut', 'endpoint']);
  });

  test('that does not know the question says so by its status', async () => {
    expect((await failureOf(customTarget(endpoint, describing({}, 404).httpClient))).code).toBe('notFound');
  });
});
