import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createAccount } from '../../src/platform/account';
import { sessionCredential } from '../../src/platform/microsoft-session';
import { replace } from './wizard-page';

const scope = 'https://management.azure.com/.default';

interface Asked {
  readonly scopes: readonly string[];
  readonly options: vscode.AuthenticationGetSessionOptions | undefined;
}

describe('the account', () => {
  const undo: (() => void)[] = [];
  const asked: Asked[] = [];
  let session: vscode.AuthenticationSession | undefined;
  let refusing = false;
  let samples = 0;
  let forgotten = 0;

  /** In a test run the editor refuses the dialog that lets an extension use an account, so the answer is given here. */
  beforeEach(() => {
    asked.length = 0;
    session = undefined;
    refusing = false;
    samples = 0;
    forgotten = 0;
    const getSession = (
      provider: string,
      scopes: readonly string[],
      options?: vscode.AuthenticationGetSessionOptions,
    ): Promise<vscode.AuthenticationSession | undefined> => {
      assert.equal(provider, 'microsoft');
      asked.push({ scopes, options });
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
  });

  function source(value: string | undefined): Thenable<void> {
    const configuration = vscode.workspace.getConfiguration('amlSecureCompute');
    return configuration.update('account.source', value, vscode.ConfigurationTarget.Global);
  }

  const account = () =>
    createAccount({
      sample: () => {
        samples += 1;
        return Promise.resolve('the sample');
      },
      forgetSample: () => Promise.resolve(void forgotten++),
      microsoft: (_, name) => Promise.resolve(`Azure as ${name}`),
      signedOut: () => new Error('signed out'),
    });

  const signedInAs = (label: string, token: string): vscode.AuthenticationSession => ({
    id: label,
    accessToken: token,
    account: { id: label, label },
    scopes: [scope],
  });

  /** What a session that was taken back must answer; each wish of its own, since the credential remembers them. */
  const claimsOf = (notBefore: string): string =>
    JSON.stringify({ access_token: { nbf: { essential: true, value: notBefore } } });

  const interactive = (): readonly Asked[] => asked.filter((one) => one.options?.silent !== true);

  it('asks for a session anew for every token, and keeps none', async () => {
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

  it('has no token where nobody is signed in, and asks nobody', async () => {
    assert.equal(await sessionCredential.getToken(scope), null);
    assert.equal(asked[0]?.options?.silent, true);
    await assert.rejects(account().connect(), /signed out/);
  });

  it('asks to sign in again where Azure wants more than the session has: once for all who wait', async () => {
    session = signedInAs('anna@contoso.com', 'of the new sign-in');
    const claims = claimsOf('1700000000');
    const asking = () => sessionCredential.getToken(scope, { claims, tenantId: 'contoso' });
    const tokens = await Promise.all([asking(), asking()]);
    assert.deepEqual(
      tokens.map((one) => one?.token),
      ['of the new sign-in', 'of the new sign-in'],
    );
    const forced = { forceNewSession: { detail: 'Azure asks you to sign in again.' } };
    assert.deepEqual(interactive(), [{ scopes: [scope, 'VSCODE_TENANT:contoso'], options: forced }]);
  });

  it('does not ask twice for the same wish, but for another one', async () => {
    session = signedInAs('anna@contoso.com', 'a token');
    await sessionCredential.getToken(scope, { claims: claimsOf('1700000001') });
    await sessionCredential.getToken(scope, { claims: claimsOf('1700000001') });
    assert.equal(interactive().length, 1);
    await sessionCredential.getToken(scope, { claims: claimsOf('1700000002') });
    assert.equal(interactive().length, 2);
  });

  it('asks again for the same wish after the person chose to sign in', async () => {
    session = signedInAs('anna@contoso.com', 'a token');
    await sessionCredential.getToken(scope, { claims: claimsOf('1700000004') });
    await account().change('microsoft');
    await sessionCredential.getToken(scope, { claims: claimsOf('1700000004') });
    assert.deepEqual(
      interactive().map((one) => Object.keys(one.options ?? {})),
      [['forceNewSession'], ['createIfNone'], ['forceNewSession']],
    );
  });

  it('may sign in again later where that was given up', async () => {
    const claims = claimsOf('1700000003');
    refusing = true;
    await assert.rejects(sessionCredential.getToken(scope, { claims }), /consent/);
    refusing = false;
    session = signedInAs('anna@contoso.com', 'a token');
    assert.equal((await sessionCredential.getToken(scope, { claims }))?.token, 'a token');
    assert.equal(interactive().length, 2);
  });

  it('is the one that the setting names', async () => {
    session = signedInAs('anna@contoso.com', 'a token');
    assert.equal(await account().connect(), 'Azure as anna@contoso.com');
    await source('sample');
    assert.equal(await account().connect(), 'the sample');
    assert.equal(account().isSample(), true);
  });

  it('is not asked of anybody for the sample', async () => {
    await source('sample');
    await account().connect();
    assert.equal(asked.length, 0);
  });

  it('loads a sample anew that failed to load, and then keeps it', async () => {
    await source('sample');
    let loads = 0;
    const flaky = createAccount({
      sample: () => ((loads += 1) === 1 ? Promise.reject(new Error('no file')) : Promise.resolve(loads)),
      forgetSample: () => Promise.resolve(),
      microsoft: () => Promise.resolve(0),
      signedOut: () => new Error('signed out'),
    });
    await assert.rejects(flaky.connect(), /no file/);
    assert.deepEqual([await flaky.connect(), await flaky.connect()], [2, 2]);
  });

  it('makes the sample anew where its changes are not wanted any more', async () => {
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

  it('stays as it was where a sign-in is given up', async () => {
    await source('sample');
    refusing = true;
    await assert.rejects(account().change('microsoft'), /consent/);
    assert.equal(account().isSample(), true);
  });

  it('cannot be set by a workspace', async () => {
    const configuration = vscode.workspace.getConfiguration('amlSecureCompute');
    await assert.rejects(
      Promise.resolve(configuration.update('account.source', 'sample', vscode.ConfigurationTarget.Workspace)),
    );
  });
});
