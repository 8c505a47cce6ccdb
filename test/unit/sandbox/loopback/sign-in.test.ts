import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleClients } from '../clients';
import { openLoopback, type OpenLoopback } from './open-loopback';

const { azure } = openSampleClients();
let loopback: OpenLoopback;
beforeAll(async () => {
  loopback = await openLoopback(azure);
});
afterAll(() => loopback.close());

const complete = {
  grant_type: 'client_credentials',
  client_id: '00000000-0000-4000-8000-000000000001',
  client_secret: 'any',
  scope: 'https://127.0.0.1/.default',
};

const ask = (form: Record<string, string>, path = '/adfs/oauth2/token') =>
  loopback.ask(path, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());

describe('signing in to the embedded Azure', () => {
  test.each(['/adfs', `/${azure.tenantId}/v2.0`])(
    '%s is discovered, and its token is accepted',
    async (path) => {
      const { body } = await loopback.ask(`${path}/.well-known/openid-configuration`);
      expect(body.token_endpoint.startsWith(`${loopback.origin}/`)).toBe(true);
      const answer = await ask(complete, new URL(body.token_endpoint).pathname);
      expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
      expect(claimsOf(answer.body.access_token)).toMatchObject({
        aud: 'https://127.0.0.1',
        tid: azure.tenantId,
        appid: complete.client_id,
      });
      const headers = { Authorization: `Bearer ${answer.body.access_token}` };
      expect((await loopback.ask('/subscriptions?api-version=2022-12-01', { headers })).status).toBe(200);
    },
  );

  test('the older form requests a resource', async () => {
    const answer = await ask({ ...complete, scope: '', resource: loopback.origin });
    expect(claimsOf(answer.body.access_token).aud).toBe(loopback.origin);
  });

  test.each([
    [{ client_id: '' }, 400, 'invalid_request'],
    [{ grant_type: '' }, 400, 'invalid_request'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ client_secret: '' }, 401, 'invalid_client'],
    [{ scope: '' }, 400, 'invalid_request'],
  ])('refused with %o: %i %s', async (change, status, error) => {
    const answer = await ask({ ...complete, ...change });
    expect([answer.status, answer.body.error]).toEqual([status, error]);
    expect(answer.body.error_description).toMatch(/^AADSTS\d+: /);
    expect(answer.body.access_token).toBeUndefined();
  });
});

describe('discovery of an unknown cloud', () => {
  test.each(['1.0', '2015-01-01'])('returns endpoints as Azure Stack does, %s', async (version) => {
    const { body } = await loopback.ask(`/metadata/endpoints?api-version=${version}`);
    expect(body).toMatchObject({
      graphEndpoint: loopback.origin,
      authentication: { loginEndpoint: `${loopback.origin}/adfs`, audiences: [loopback.origin] },
    });
  });

  test('returns a list up to 2020, and one cloud from 2022 on', async () => {
    const old = await loopback.ask('/metadata/endpoints?api-version=2019-05-01');
    const now = await loopback.ask('/metadata/endpoints?api-version=2022-09-01');
    expect(old.body[0].resourceManager).toBe(loopback.origin);
    expect(now.body.resourceManager).toBe(loopback.origin);
    expect(now.body.suffixes.keyVaultDns).toBe('vault.example');
  });

  test('instances name the only host', async () => {
    const { body } = await loopback.ask('/common/discovery/instance?api-version=1.1');
    expect(body.metadata[0].aliases).toEqual([new URL(loopback.origin).host]);
    const next = await loopback.ask(new URL(body.tenant_discovery_endpoint).pathname);
    const keys = await loopback.ask(new URL(next.body.jwks_uri).pathname);
    expect(keys.body).toEqual({ keys: [] });
  });
});
