import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createAccount } from '../../src/platform/account';
import {
  microsoftSession,
  type MicrosoftSession,
  type SessionCredential,
} from '../../src/platform/microsoft-session';
import { createSubscriptionFilter } from '../../src/platform/subscription-filter';
import { replace } from './wizard-page';

const scope = 'https://management.azure.com/.default';

interface Asked {
  readonly scopes: readonly string[];
  /** Claims that Azure requires, from its header. */
  readonly claims?: unknown;
  readonly options: vscode.AuthenticationGetSessionOptions | undefined;
}

/** Returns the claims as the authentication provider reads them. */
function claimsIn(header: string): unknown {
  const [, encoded = ''] = /^Bearer .*claims="([^"]+)"/.exec(header) ?? [];
  return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
}

describe('the account', () => {
  const undo: (() => void)[] = [];
  const asked: Asked[] = [];
  let session: vscode.AuthenticationSession | undefined;
  let refusing = false;
  /** True if the session has the claims of Azure's challenge. */
  let hasClaims = false;
  let samples = 0;
  let forgotten = 0;

  /** In a test run the editor refuses the dialog that lets an extension use an account, so the answer is given here. */
  beforeEach(() => {
    asked.length = 0;
    session = undefined;
    refusing = false;
    hasClaims = false;
    samples = 0;
    forgotten = 0;
    const getSession = (
      provider: string,
      wanted: readonly string[] | vscode.AuthenticationWwwAuthenticateRequest,
      options?: vscode.AuthenticationGetSessionOptions,
    ): Promise<vscode.AuthenticationSession | undefined> => {
      assert.equal(provider, 'microsoft');
      const isSilent = options?.silent === true;
      if (!('wwwAuthenticate' in wanted)) asked.push({ scopes: wanted, options });
      else {
        const claims = claimsIn(wanted.wwwAuthenticate);
        asked.push({ scopes: wanted.fallbackScopes ?? [], claims, options });
        if (!isSilent && !refusing) hasClaims = true;
        if (isSilent) return Promise.resolve(hasClaims ? session : undefined);
      }
      return refusing
        ? Promise.reject(new Error('User did not consent to login.'))
        : Promise.resolve(session);
    };
    undo.push(
      replace(vscode.authentication, 'getSession', getSession as typeof vscode.authentication.getSession),
    );
  });

  afterEach(async () => {
    undo.splice(0).forEach((one) => one());
    await source(undefined);
    await place('cloud', undefined);
    await place('endpoint', undefined);
    await sovereign(undefined);
  });

  function place(name: 'cloud' | 'endpoint', value: string | undefined): Thenable<void> {
    const configuration = vscode.workspace.getConfiguration('amlSecureCompute');
    return configuration.update(`account.${name}`, value, vscode.ConfigurationTarget.Global);
  }

  function sovereign(value: string | undefined): Thenable<void> {
    const configuration = vscode.workspace.getConfiguration('microsoft-sovereign-cloud');
    return configuration.update('environment', value, vscode.ConfigurationTarget.Global);
  }

  function source(value: string | undefined): Thenable<void> {
    const configuration = vscode.workspace.getConfiguration('amlSecureCompute');
    return configuration.update('account.source', value, vscode.ConfigurationTarget.Global);
  }

  const target = {
    endpoint: 'https://management.azure.com',
    authority: 'https://login.microsoftonline.com',
    scopes: [scope],
    portal: 'https://portal.azure.com',
  };
  /** The memento that the accounts of one test share. */
  const memory = (): vscode.Memento => {
    const kept = new Map<string, unknown>();
    return {
      keys: () => [...kept.keys()],
      get: (key: string) => kept.get(key) as undefined,
      update: (key, value) => Promise.resolve(void kept.set(key, value)),
    };
  };

  const accountOver = (remembered: vscode.Memento) =>
    createAccount({
      sample: () => {
        samples += 1;
        return Promise.resolve('the sample');
      },
      forgetSample: () => Promise.resolve(void forgotten++),
      target: (place) => {
        places.push(place);
        return Promise.resolve(target);
      },
      azure: (_, by) => Promise.resolve(by.source === 'microsoft' ? `Azure as ${by.name}` : by.source),
      signedOut: () => new Error('signed out'),
      memory: remembered,
    });
  const account = () => accountOver(memory());
  const places: unknown[] = [];

  const own: MicrosoftSession = microsoftSession({
    provider: 'microsoft',
    scopes: [scope],
    chosen: () => undefined,
  });
  const sessionCredential = {
    getToken: (...asking: Parameters<SessionCredential['getToken']>) => own.credential.getToken(...asking),
  };

  const signedInAs = (label: string, token: string): vscode.AuthenticationSession => ({
    id: label,
    accessToken: token,
    account: { id: label, label },
    scopes: [scope],
  });

  /** Claims that a revoked session must satisfy. Each test has its own, since the credential remembers them. */
  const claimsOf = (notBefore: string): string =>
    JSON.stringify({ access_token: { nbf: { essential: true, value: notBefore } } });

  const interactive = (): readonly Asked[] => asked.filter((one) => one.options?.silent !== true);

  it('requests a new session for every token, and stores none', async () => {
    session = signedInAs('anna@contoso.com', 'first');
    const first = await sessionCredential.getToken(scope);
    session = signedInAs('anna@contoso.com', 'renewed');
    const second = await sessionCredential.getToken([scope]);
    assert.deepEqual([first?.token, second?.token], ['first', 'renewed']);
    assert.deepEqual(
      asked.map((one) => [one.scopes, one.options]),
      [
        [[scope], { silent: true }],
        [[scope], { silent: true }],
      ],
    );
    const minutes = ((first?.expiresOnTimestamp ?? 0) - Date.now()) / 60_000;
    assert.ok(minutes > 0 && minutes <= 10, 'the clients ask again within minutes');
  });

  it('doesn’t have a token when the user is signed out, and doesn’t prompt', async () => {
    assert.equal(await sessionCredential.getToken(scope), null);
    assert.equal(asked[0]?.options?.silent, true);
    await assert.rejects(account().connect(), /signed out/);
  });

  it('asks to sign in again when Azure requires more claims than the session has: once for all pending requests', async () => {
    session = signedInAs('anna@contoso.com', 'of the new sign-in');
    const claims = claimsOf('1700000000');
    const asking = () => sessionCredential.getToken(scope, { claims, tenantId: 'contoso' });
    const tokens = await Promise.all([asking(), asking()]);
    assert.deepEqual(
      tokens.map((one) => one?.token),
      ['of the new sign-in', 'of the new sign-in'],
    );
    const options = { createIfNone: { detail: 'Azure requires you to sign in again.' } };
    const scopes = [scope, 'VSCODE_TENANT:contoso'];
    assert.deepEqual(interactive(), [{ scopes, claims: JSON.parse(claims) as unknown, options }]);
  });

  it('doesn’t prompt if a renewed token has the claims that Azure requires', async () => {
    session = signedInAs('anna@contoso.com', 'renewed');
    hasClaims = true;
    const claims = claimsOf('1700000005');
    assert.equal((await sessionCredential.getToken(scope, { claims }))?.token, 'renewed');
    assert.deepEqual(interactive(), []);
  });

  it('doesn’t prompt twice for the same claims, but prompts for others', async () => {
    session = signedInAs('anna@contoso.com', 'a token');
    await sessionCredential.getToken(scope, { claims: claimsOf('1700000001') });
    await sessionCredential.getToken(scope, { claims: claimsOf('1700000001') });
    assert.equal(interactive().length, 1);
    hasClaims = false;
    await sessionCredential.getToken(scope, { claims: claimsOf('1700000002') });
    assert.equal(interactive().length, 2);
  });

  it('prompts again for the same claims after the user chose to sign in', async () => {
    session = signedInAs('anna@contoso.com', 'a token');
    await sessionCredential.getToken(scope, { claims: claimsOf('1700000004') });
    hasClaims = false;
    await sessionCredential.getToken(scope, { claims: claimsOf('1700000004') });
    assert.equal(interactive().length, 1);
    await own.signIn({});
    await sessionCredential.getToken(scope, { claims: claimsOf('1700000004') });
    assert.deepEqual(
      interactive().map((one) => one.claims !== undefined),
      [true, false, true],
    );
  });

  it('can prompt for a sign-in again after the user canceled one', async () => {
    const claims = claimsOf('1700000003');
    refusing = true;
    await assert.rejects(sessionCredential.getToken(scope, { claims }), /consent/);
    refusing = false;
    session = signedInAs('anna@contoso.com', 'a token');
    assert.equal((await sessionCredential.getToken(scope, { claims }))?.token, 'a token');
    assert.equal(interactive().length, 2);
  });

  it('is the one in the setting', async () => {
    session = signedInAs('anna@contoso.com', 'a token');
    assert.equal(await account().connect(), 'Azure as anna@contoso.com');
    await source('sample');
    assert.equal(await account().connect(), 'the sample');
    assert.equal(account().isSample(), true);
  });

  it('doesn’t request a session for the sample', async () => {
    await source('sample');
    await account().connect();
    assert.equal(asked.length, 0);
  });

  it('loads a sample again after loading failed, and then keeps it', async () => {
    await source('sample');
    let loads = 0;
    const flaky = createAccount({
      sample: () => ((loads += 1) === 1 ? Promise.reject(new Error('no file')) : Promise.resolve(loads)),
      forgetSample: () => Promise.resolve(),
      target: () => Promise.resolve(target),
      azure: () => Promise.resolve(0),
      signedOut: () => new Error('signed out'),
      memory: memory(),
    });
    await assert.rejects(flaky.connect(), /no file/);
    assert.deepEqual([await flaky.connect(), await flaky.connect()], [2, 2]);
  });

  it('creates the sample again when its changes are discarded', async () => {
    await source('sample');
    const renewed = account();
    await renewed.connect();
    await renewed.renewSample();
    assert.equal(forgotten, 1);
    assert.equal(await renewed.connect(), 'the sample');
    assert.equal(samples, 2);
  });

  it('changes the setting of the application, after signing in', async () => {
    session = signedInAs('anna@contoso.com', 'a token');
    await account().change('sample');
    const inspected = () =>
      vscode.workspace.getConfiguration('amlSecureCompute').inspect('account.source')?.globalValue;
    assert.equal(inspected(), 'sample');
    assert.equal(asked.length, 0);
    await account().change('microsoft');
    assert.equal(inspected(), 'microsoft');
    assert.deepEqual(
      asked.map((one) => one.options),
      [{ createIfNone: true }],
    );
  });

  it('stays unchanged if the user cancels the sign-in', async () => {
    await source('sample');
    refusing = true;
    await assert.rejects(account().change('microsoft'), /consent/);
    assert.equal(account().isSample(), true);
  });

  it('is the same connection until a part of its configuration changes', async () => {
    session = signedInAs('anna@contoso.com', 'a token');
    const made: object[] = [];
    const one = createAccount<object, typeof target>({
      sample: () => Promise.reject(new Error('not asked')),
      forgetSample: () => Promise.resolve(),
      target: () => Promise.resolve(target),
      azure: (_, by) => {
        made.push(by);
        return Promise.resolve({});
      },
      signedOut: () => new Error('signed out'),
      memory: memory(),
    });
    assert.equal(await one.connect(), await one.connect());
    session = signedInAs('berta@contoso.com', 'a token');
    await one.connect();
    await one.signIn({ again: true });
    await one.connect();
    assert.equal(made.length, 3);
  });

  it('signs in by another program without using VS Code’s accounts', async () => {
    await account().change('azureCli');
    assert.equal(await account().connect(), 'azureCli');
    await account().signIn({ again: true });
    await account().change('default');
    assert.equal(await account().connect(), 'default');
    assert.equal(asked.length, 0);
  });

  it('remembers another account and requests its session from then on', async () => {
    const remembered = memory();
    session = signedInAs('berta@contoso.com', 'a token');
    await accountOver(remembered).change('microsoft', { another: true });
    assert.deepEqual(asked[0]?.options, { createIfNone: true, clearSessionPreference: true });
    await accountOver(remembered).connect();
    assert.deepEqual(asked.at(-1)?.options, { silent: true, account: session.account });
  });

  it('signs in to a tenant by itself', async () => {
    session = signedInAs('anna@contoso.com', 'a token');
    await account().signIn({ tenant: 'fabrikam' });
    assert.deepEqual(asked[0]?.scopes, [scope, 'VSCODE_TENANT:fabrikam']);
  });

  it('reports every change that makes read data stale, once', async () => {
    session = signedInAs('anna@contoso.com', 'a token');
    const one = account();
    let reported = 0;
    one.onChange(() => (reported += 1));
    const soon = async (times: number): Promise<void> => {
      // The editor's own event can arrive after the promise of the change resolves.
      for (let tries = 0; reported < times && tries < 50; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      assert.equal(reported, times);
    };
    await one.change('sample');
    await soon(1);
    await one.change('sample');
    await soon(2);
    await one.signIn({});
    await soon(3);
    one.dispose();
  });

  it('uses VS Code’s accounts for another cloud only if VS Code is configured for that cloud', async () => {
    session = signedInAs('anna@contoso.com', 'a token');
    const one = account();
    await one.changePlace({ cloud: 'usgov', endpoint: '' });
    await assert.rejects(one.connect(), /signed out/);
    assert.equal(asked.length, 0);
    assert.deepEqual(await one.known(), []);
    await sovereign('USGovernment');
    const seen: string[] = [];
    undo.push(
      replace(vscode.authentication, 'getSession', ((provider: string) => {
        seen.push(provider);
        return Promise.resolve(session);
      }) as typeof vscode.authentication.getSession),
    );
    assert.equal(await one.connect(), 'Azure as anna@contoso.com');
    assert.deepEqual(seen, ['microsoft-sovereign-cloud']);
    assert.deepEqual(places.at(-1), { cloud: 'usgov', endpoint: '' });
  });

  it('doesn’t use VS Code’s accounts if those sign in at another host than the endpoint requires', async () => {
    session = signedInAs('anna@contoso.com', 'a token');
    const own = { ...target, endpoint: 'https://management.contoso.example' };
    const over = (authority: string) =>
      createAccount<string, typeof target>({
        sample: () => Promise.reject(new Error('not asked')),
        forgetSample: () => Promise.resolve(),
        target: () => Promise.resolve({ ...own, authority }),
        azure: () => Promise.resolve('Azure'),
        signedOut: () => new Error('signed out'),
        memory: memory(),
      });
    const environment = vscode.workspace.getConfiguration('microsoft-sovereign-cloud');
    const set = (value: object | undefined): Thenable<void> =>
      environment.update('customEnvironment', value, vscode.ConfigurationTarget.Global);
    undo.push(
      replace(vscode.authentication, 'getSession', (() =>
        Promise.resolve(session)) as unknown as typeof vscode.authentication.getSession),
    );
    await place('endpoint', own.endpoint);
    await place('cloud', 'custom');
    await sovereign('custom');
    await set({
      name: 'contoso',
      portalUrl: own.portal,
      managementEndpointUrl: own.endpoint,
      resourceManagerEndpointUrl: own.endpoint,
      activeDirectoryEndpointUrl: 'https://login.contoso.example/',
      activeDirectoryResourceId: own.endpoint,
    });
    try {
      assert.equal(await over('https://login.contoso.example').connect(), 'Azure');
      await assert.rejects(over('https://evil.example').connect(), /signed out/);
    } finally {
      await set(undefined);
    }
  });

  it('asks once before credentials go to a sign-in host that an endpoint names, and remembers the answer', async () => {
    const questions: string[] = [];
    const pressed: string[] = [];
    undo.push(
      replace(vscode.window, 'showWarningMessage', ((title: string, options: { detail: string }) => {
        questions.push(`${title} ${options.detail}`);
        return Promise.resolve(pressed.at(-1));
      }) as unknown as typeof vscode.window.showWarningMessage),
    );
    await source('default');
    const remembered = memory();
    const named = { endpoint: 'https://management.contoso.example', host: 'login.contoso.example' };
    const over = () =>
      createAccount<string, typeof target>({
        sample: () => Promise.reject(new Error('not asked')),
        forgetSample: () => Promise.resolve(),
        target: async (_, confirm) => {
          if (!(await confirm(named))) throw new Error('not allowed');
          return target;
        },
        azure: () => Promise.resolve('Azure'),
        signedOut: () => new Error('signed out'),
        memory: remembered,
      });
    const one = over();
    await Promise.all([1, 2, 3].map(() => assert.rejects(one.connect(), /not allowed/)));
    await assert.rejects(one.connect(), /not allowed/);
    assert.equal(questions.length, 1);
    assert.match(questions[0] ?? '', /login\.contoso\.example.*management\.contoso\.example/s);
    pressed.push('Allow login.contoso.example');
    await one.signIn({});
    assert.equal(await one.connect(), 'Azure');
    assert.equal(await over().connect(), 'Azure');
    assert.equal(questions.length, 2);
    named.host = 'evil.example';
    await assert.rejects(over().connect(), /not allowed/);
    assert.equal(questions.length, 3);
  });

  it('remembers which subscriptions are shown, for each cloud and the sample', async () => {
    const remembered = memory();
    const filter = createSubscriptionFilter(remembered);
    let reported = 0;
    filter.onChange(() => (reported += 1));
    assert.equal(filter.chosen(), null);
    await filter.choose(['S-1', 's-2']);
    await place('cloud', 'china');
    assert.equal(filter.chosen(), null);
    await filter.choose(['s-3']);
    await place('cloud', undefined);
    assert.deepEqual(createSubscriptionFilter(remembered).chosen(), ['s-1', 's-2']);
    await filter.choose(null);
    assert.equal(filter.chosen(), null);
    assert.equal(reported, 3);
  });

  it('can’t be set by a workspace', async () => {
    const configuration = vscode.workspace.getConfiguration('amlSecureCompute');
    const values = { source: 'sample', cloud: 'china', endpoint: 'https://elsewhere.example' };
    for (const [name, value] of Object.entries(values)) {
      const update = configuration.update(`account.${name}`, value, vscode.ConfigurationTarget.Workspace);
      await assert.rejects(Promise.resolve(update), name);
    }
  });
});
