import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Azure, AzureConnection } from '../../src/azure/ports';
import { connectAccount, type AccountRequest } from '../../src/azure/sign-in/connect-account';
import { customTarget, type SignInHost } from '../../src/azure/sign-in/sign-in-target';
import { messagesIn } from '../support/messages-in';
import { formatSignIn } from '../../src/wording/sign-in-text';
import { caseCount, someCases } from '../support/case-count';
import { startEveryHost, type HostAnswer, type EveryHost } from '../support/every-host';
import { installAz, type FakeAz } from '../support/fake-az';

/** Hostile endpoint, which the user set as the resource manager of a custom cloud. */
const host = 'management.contoso.example';
const endpoint = `https://${host}`;
const ownScope = `${endpoint}/.default`;
const microsoft = 'login.microsoftonline.com';
const secret = 'the-secret-of-the-pipeline';

let net: EveryHost;
let az: FakeAz;
beforeAll(async () => {
  net = await startEveryHost();
});
afterAll(() => net.close());
beforeEach(() => {
  az = installAz();
  net.arrived.length = 0;
  net.answer(() => undefined);
});
afterEach(() => az.remove());

/** Sets the endpoint's metadata and its answers to other requests. */
function describeAs(
  metadata: { readonly login?: unknown; readonly audiences?: unknown; readonly portal?: unknown },
  otherwise: (path: string, method: string) => HostAnswer | undefined = () => ({ body: { value: [] } }),
): void {
  const { login = `https://${microsoft}/`, audiences = [], portal } = metadata;
  net.answer((request) => {
    if (request.host !== host) return undefined;
    if (!request.path.startsWith('/metadata/endpoints')) return otherwise(request.path, request.method);
    return { body: { name: 'AzureCloud', portal, authentication: { loginEndpoint: login, audiences } } };
  });
}

const asked: SignInHost[] = [];
const allow =
  (isAllowed: boolean) =>
  (named: SignInHost): Promise<boolean> => {
    asked.push(named);
    return Promise.resolve(isAllowed);
  };
beforeEach(() => {
  asked.length = 0;
});

const targetOf = (isAllowed = false) => customTarget(endpoint, net.httpClient, allow(isAllowed));

async function connect(by: AccountRequest['by'], isAllowed = false): Promise<AzureConnection> {
  const target = await targetOf(isAllowed);
  return connectAccount({ target, by, httpClient: net.httpClient, timing: { retryDelayMs: 1 } });
}

/** Returns the default source, with a client secret in the environment. */
function connectBySecret(isAllowed = false): Promise<AzureConnection> {
  Object.assign(process.env, {
    AZURE_TENANT_ID: '72f988bf-0000-4000-8000-2d7cd011db47',
    AZURE_CLIENT_ID: 'client',
    AZURE_CLIENT_SECRET: secret,
    AZURE_TOKEN_CREDENTIALS: 'EnvironmentCredential',
  });
  return connect({ source: 'default' }, isAllowed);
}

const outcome = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error: { details?: unknown }) => error.details ?? error,
  );

/** Application IDs: Graph, Azure Resource Manager, Key Vault, Databricks, Azure DevOps, and one of the user's. */
const applications = [
  '00000003-0000-0000-c000-000000000000',
  '797f4846-ba00-4fd7-a1db-dac46fc8c0f6',
  'cfa8b339-82a2-471a-a3c9-0fc0be7a4093',
  '2FF814A6-3304-4AB8-85CB-CD0E6F879C1D',
  '499b84ac-1321-427f-aa17-267ca6975798/',
  'api://499b84ac-1321-427f-aa17-267ca6975798',
  'spn:499b84ac-1321-427f-aa17-267ca6975798',
] as const;

const foreignAddresses = [
  // Resource managers of Microsoft's clouds.
  'https://management.azure.com',
  'https://management.azure.com/',
  'https://management.core.windows.net/',
  'https://management.usgovcloudapi.net',
  'https://management.core.usgovcloudapi.net/',
  'https://management.chinacloudapi.cn',
  'https://management.core.chinacloudapi.cn/',
  'https://management.microsoftazure.de',
  'https://management.core.cloudapi.de/',
  // Directory services of Microsoft's clouds.
  'https://graph.microsoft.com',
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
  'https://graph.microsoft.de',
  'https://graph.windows.net',
  'https://graph.chinacloudapi.cn',
  // Data services of Microsoft's clouds.
  'https://vault.azure.net',
  'https://vault.usgovcloudapi.net',
  'https://vault.azure.cn',
  'https://contoso.vault.azure.net',
  'https://managedhsm.azure.net',
  'https://storage.azure.com',
  'https://contoso.blob.core.windows.net',
  'https://database.windows.net',
  'https://ossrdbms-aad.database.windows.net',
  'https://cosmos.azure.com',
  'https://servicebus.azure.net',
  'https://eventhubs.azure.net',
  'https://batch.core.windows.net',
  'https://ml.azure.com',
  'https://cognitiveservices.azure.com',
  'https://search.azure.com',
  'https://azconfig.io',
  'https://api.loganalytics.io',
  'https://monitor.azure.com',
  'https://dev.azuresynapse.net',
  'https://containerregistry.azure.net',
  'https://appservice.azure.com',
  // Mail, file, and code services of Microsoft's clouds.
  'https://outlook.office365.com',
  'https://outlook.office.com',
  'https://contoso.sharepoint.com',
  'https://contoso-my.sharepoint.com',
  'https://api.spaces.skype.com',
  'https://analysis.windows.net/powerbi/api',
  'https://contoso.crm.dynamics.com',
  'https://app.vssps.visualstudio.com',
  'urn:ms-drs:enterpriseregistration.windows.net',
  // Addresses that resemble the endpoint.
  'https://contoso.example',
  `https://x.${host}`,
  `https://${host}.evil.example`,
  `https://evil${host}`,
  `https://${host}:8443`,
  `http://${host}`,
  `https://${host}@vault.azure.net`,
  `https://${host}:x@vault.azure.net`,
  `https://vault.azure.net#${host}`,
  `https://vault.azure.net?https://${host}`,
  `https://vault.azure.net\\@${host}`,
  `https://management.contoso.exаmple`,
  'https://vault。azure。net',
  'HTTPS://VAULT.AZURE.NET',
  '//vault.azure.net',
  'vault.azure.net',
  'openid profile https://vault.azure.net',
  '.default',
  '',
] as const;
const foreignAudiences = [...applications, ...foreignAddresses];

describe('an endpoint with another service’s audience doesn’t get a token for it', () => {
  test(`with ${foreignAudiences.length} audiences, each alone and all at once`, async () => {
    const scopes = new Map<unknown, readonly string[]>();
    const alone = someCases(foreignAddresses, 18).map((one) => [one]);
    const mixed = [...foreignAudiences, endpoint];
    for (const audiences of [...alone, foreignAddresses, mixed, 'vault', [{}]]) {
      describeAs({ audiences });
      scopes.set(audiences, (await targetOf()).scopes);
    }
    expect([...scopes].filter(([, found]) => found.join() !== ownScope)).toEqual([]);
  });

  test('an application ID is rejected with an error that names it, and no token is requested', async () => {
    for (const audience of applications) {
      describeAs({ audiences: [audience, 'https://vault.azure.net'] });
      for (const connected of [connect({ source: 'azureCli' }), connectBySecret(true)]) {
        expect(await outcome(connected)).toEqual({ signIn: 'audience', audience });
      }
    }
    expect([az.calls(), net.hostsThatGot(secret), asked]).toEqual([[], [], []]);
    const failure = { at: '', details: { signIn: 'audience', audience: applications[0] } };
    expect(formatSignIn(messagesIn('en'), failure)).toMatch(
      /00000003-0000-0000-c000-000000000000.*Microsoft Graph.*Set amlSecureCompute\.account\.endpoint/,
    );
  });

  test('a second audience after its own isn’t part of the scope', async () => {
    const tricks = [' https://vault.azure.net', '%20https://vault.azure.net', '\thttps://vault.azure.net'];
    for (const trick of [...tricks, '\u00a0https://vault.azure.net', '?x=https://vault.azure.net', '#y z']) {
      describeAs({ audiences: [`${endpoint}/guid${trick}`] });
      const [scope = '', ...more] = (await targetOf()).scopes;
      expect([more, /\s/.test(scope), new URL(scope).host, scope]).toEqual([[], false, host, scope]);
      expect(scope).toMatch(/^https:\/\/management\.contoso\.example\/guid[^?#\s]*\/\.default$/);
    }
  });

  test('the Azure CLI is called only for the endpoint’s own audience', async () => {
    const chosen = someCases(foreignAddresses, 4).map((one) => [one]);
    for (const audiences of [...chosen, [...foreignAudiences, endpoint]]) {
      describeAs({ audiences });
      const { azure } = await connect({ source: 'azureCli' });
      await azure.read.subscriptions(noStop);
    }
    expect(az.calls().length).toBeGreaterThan(chosen.length);
    expect(az.calls().filter((one) => !one.endsWith(`--resource ${endpoint}`))).toEqual([]);
  });

  test('the client secret is used only for the endpoint’s own audience', async () => {
    const chosen = someCases(foreignAddresses, 4).map((one) => [one]);
    for (const audiences of [...chosen, [...foreignAudiences, endpoint]]) {
      describeAs({ audiences });
      await connectBySecret();
    }
    const scopes = net.arrived.flatMap(({ body }) => /[?&]?scope=([^&]*)/.exec(body)?.[1] ?? []);
    expect(scopes.length).toBeGreaterThan(chosen.length);
    expect(scopes.filter((one) => !one.startsWith(ownScope) || one.includes('vault'))).toEqual([]);
    expect(net.hostsThatGot(secret)).toEqual([microsoft]);
  });
});

const hostileSignInHosts = [
  'https://evil.example',
  'https://evil.example/common',
  `${endpoint}/adfs`,
  `https://login.${host}`,
  'https://login.contoso.example/adfs',
  'https://login.microsoftonline.com.evil.example',
  'https://evil-login.microsoftonline.com',
  'https://x.login.microsoftonline.com',
  'https://login.microsoftonline.com:8443',
  'https://login.microsoftonline.com@evil.example',
  'https://login.microsoftonline.com:443@evil.example',
  'https://login-microsoftonline.com',
  'https://login.microsoftonIine.com',
  'https://login.micrоsoftonline.com',
  'https://login.microsoftonline.co',
  'https://login.microsoftonline.us.evil.example',
  'https://contoso.b2clogin.com',
  'https://microsoftonline.com',
  'https://login.windows.net.evil.example',
  'https://evil.example#login.microsoftonline.com',
  'https://evil.example?login.microsoftonline.com',
  'https://evil.example\\login.microsoftonline.com',
  'https://evil.example\\@login.microsoftonline.com',
  'https:evil.example',
  'HTTPS://EVIL.EXAMPLE',
  'http://login.microsoftonline.com',
  'http://evil.example',
  '//evil.example',
  'evil.example',
  'https://127.0.0.1:9',
  'https://0x7f000001',
  'https://[::1]:9',
  'https://constructor',
  'javascript:alert(1)',
  '',
  null,
  ['https://evil.example'],
] as const;

describe('an endpoint with a custom sign-in host doesn’t get a credential there', () => {
  test(`with ${hostileSignInHosts.length} hosts that the user doesn’t allow`, async () => {
    for (const login of someCases(hostileSignInHosts, 13)) {
      describeAs({ login });
      expect([login, await outcome(connectBySecret())]).toMatchObject([
        login,
        { signIn: expect.any(String) },
      ]);
    }
    expect(net.hostsThatGot(secret)).toEqual([]);
    expect([...new Set(net.arrived.map((one) => one.host))]).toEqual([host]);
    expect(asked.map((one) => one.host).filter((one) => /[^a-z0-9.:[\]-]/.test(one))).toEqual([]);
    expect(asked.filter((one) => one.endpoint !== endpoint || one.host === microsoft)).toEqual([]);
  });

  test('a host with lookalike letters is shown in Punycode', async () => {
    describeAs({ login: 'https://login.micrоsoftonline.com' });
    await outcome(targetOf());
    expect(asked.map((one) => one.host)).toEqual(['login.xn--micrsoftonline-yzl.com']);
  });

  test('the host in the prompt is the only one that gets it after the user allows it', async () => {
    describeAs({ login: 'https://login.contoso.example/adfs' });
    await connectBySecret(true);
    expect(asked).toEqual([{ endpoint, host: 'login.contoso.example' }]);
    expect(net.hostsThatGot(secret)).toEqual(['login.contoso.example']);
  });

  test('a path after Microsoft’s sign-in host, such as another tenant, is ignored', async () => {
    describeAs({ login: `https://${microsoft}/evil.onmicrosoft.com/oauth2/..` });
    await connectBySecret();
    expect(net.hostsThatGot(secret)).toEqual([microsoft]);
    expect(net.hostsThatGot('evil.onmicrosoft.com')).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])('its metadata isn’t read through a redirect (%i)', async (status) => {
    const evil = { body: { authentication: { loginEndpoint: 'https://evil.example', audiences: [] } } };
    net.answer((request) =>
      request.host === host
        ? { status, headers: { location: 'https://evil.example/metadata/endpoints' }, ...evil }
        : evil,
    );
    expect(await outcome(connectBySecret(true))).toMatchObject({ signIn: 'endpoint' });
    expect(net.arrived.map((one) => one.host)).toEqual([host]);
  });
});

const noStop = new AbortController().signal;
const workspaceId =
  '/subscriptions/s-1/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/w';

/** Calls that follow addresses in answers. */
const calls: Readonly<Record<string, (azure: Azure) => Promise<unknown>>> = {
  subscriptions: (azure) => azure.read.subscriptions(noStop),
  workspaces: (azure) => azure.read.workspaces('s-1', noStop),
  networks: (azure) => azure.read.networks('s-1', noStop),
  'managed network': (azure) => azure.change.setUpManagedNetwork(workspaceId, () => undefined, soon()),
  'start a compute': (azure) =>
    azure.computes.operate({ verb: 'start', workspaceId, name: 'c' }, () => undefined, soon()),
};
const soon = (): AbortSignal => AbortSignal.timeout(caseCount(60, 200));

const elsewhere = [
  'https://evil.example/next',
  `https://${host}.evil.example/next`,
  `https://${host}@evil.example/next`,
  `https://${host}:8443/next`,
  `http://${host}/next`,
  '//evil.example/next',
  'https://evil.example\\next',
] as const;

const leads: Readonly<Record<string, (to: string, path: string) => HostAnswer>> = {
  nextLink: (to, path) => ({ body: { value: [], ...(path.includes('next') ? {} : { nextLink: to }) } }),
  Location: (to) => ({ status: 202, headers: { location: to } }),
  'Azure-AsyncOperation': (to) => ({ status: 202, headers: { 'azure-asyncoperation': to } }),
  'Operation-Location': (to) => ({ status: 202, headers: { 'operation-location': to } }),
  'redirect 302': (to) => ({ status: 302, headers: { location: to } }),
  'redirect 307': (to) => ({ status: 307, headers: { location: to } }),
  'redirect 308': (to) => ({ status: 308, headers: { location: to } }),
  'challenge for another audience': (to) => ({
    status: 401,
    headers: {
      'www-authenticate': `Bearer authorization="${to}", authorization_uri="${to}", resource="https://vault.azure.net", resource_id="https://vault.azure.net", scope="https://vault.azure.net/.default"`,
    },
  }),
  'challenge for claims': (to) => ({
    status: 401,
    headers: {
      'www-authenticate': `Bearer realm="", authorization_uri="${to}", error="insufficient_claims", claims="${Buffer.from('{"access_token":{"nbf":{"essential":true,"value":"1"}}}').toString('base64')}"`,
    },
  }),
};

describe('an answer that leads elsewhere doesn’t cause a token to be sent there', () => {
  test.each(Object.keys(leads))('%s', async (lead) => {
    const token = 'token-for-the-endpoint';
    const scopes: unknown[] = [];
    const getToken = (asking: string | string[]) => {
      scopes.push(asking);
      return Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 });
    };
    const first = Object.keys(leads).indexOf(lead) % elsewhere.length;
    const chosen = [...elsewhere.slice(first), ...elsewhere.slice(0, first)];
    for (const to of chosen.slice(0, caseCount(1, elsewhere.length))) {
      describeAs({}, (path) => leads[lead]?.(to, path));
      const { azure } = await connect({ source: 'microsoft', name: 'anna', credential: { getToken } });
      await Promise.all(Object.values(calls).map((call) => outcome(call(azure))));
    }
    expect(new Set(scopes.flat())).toEqual(new Set([ownScope]));
    expect([...new Set(net.arrived.map((one) => one.host))]).toEqual([host]);
    expect(net.hostsThatGot(token)).toEqual([host]);
  });

  test('an endpoint with tenant IDs like commands or addresses doesn’t cause commands or requests', async () => {
    const trace = join(az.folder, 'ran');
    const tenants = [
      `$(touch ${trace})`,
      `x; touch ${trace}`,
      `\`touch ${trace}\``,
      `x\ntouch ${trace}`,
      '../evil.example',
      '@evil.example/',
      '..%2fevil',
      '--output=none',
      'x --resource https://vault.azure.net',
      'VSCODE_CLIENT_ID:evil',
    ].map((tenantId) => ({ tenantId, displayName: tenantId }));
    describeAs({}, (path) => ({ body: { value: path.startsWith('/tenants') ? tenants : [] } }));
    const { azure } = await connect({ source: 'azureCli' });
    await azure.read.subscriptions(noStop);
    expect(existsSync(trace)).toBe(false);
    expect(az.calls().filter((one) => /tenant|vault|evil/.test(one))).toEqual([]);
    await (await connectBySecret()).azure.read.subscriptions(noStop);
    expect([...new Set(net.arrived.map((one) => one.host))].sort()).toEqual([microsoft, host].sort());
    expect(net.arrived.filter((one) => one.host === microsoft && one.path.includes('evil'))).toEqual([]);
  });
});

test.each([
  'https://evil.example',
  'https://portal.azure.com.evil.example',
  'https://portal.azure.com@evil.example',
  'https://portal.evil.contoso.example',
  'https://portal.contoso.example:8443',
  'http://portal.contoso.example',
  'javascript:alert(1)',
  'command:workbench.action.terminal.new',
  'file:///etc/passwd',
  'vscode://evil.extension',
])('the endpoint’s portal %s isn’t opened in the browser', async (portal) => {
  describeAs({ portal });
  expect((await targetOf()).portal).toBe('https://portal.azure.com');
});
