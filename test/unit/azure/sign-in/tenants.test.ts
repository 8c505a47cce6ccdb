import type { GetTokenOptions } from '@azure/core-auth';
import { describe, expect, test } from 'vitest';
import { connectAnswering, type HttpAnswer } from '../answering';
import { failureOf, noStop } from '../sample';

/** Subscriptions by the tenant whose token lists them; `own` is the account's. */
type Shown = Readonly<Record<string, readonly { id: string; tenantId: string }[]>>;

interface Setup {
  readonly tenants: readonly string[];
  readonly shown: Shown;
  /** Tenants that don't issue a token silently. */
  readonly asking?: readonly string[];
  readonly refusing?: Readonly<Record<string, number>>;
}

/** Returns an account in several tenants. Its tokens contain the tenant that they are for. */
function account({ tenants, shown, asking = [], refusing = {} }: Setup) {
  const answer = (tenant: string, path: string): HttpAnswer => {
    if (path === '/tenants') {
      return page(tenants.map((one) => ({ tenantId: one, displayName: `${one} Ltd` })));
    }
    const status = refusing[tenant];
    if (status !== undefined) {
      return { status, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } };
    }
    if (path !== '/subscriptions') return page([]);
    return page(
      (shown[tenant] ?? []).map(({ id, tenantId }) => ({ subscriptionId: id, displayName: id, tenantId })),
    );
  };
  const credential = {
    getToken: (_scopes: string | string[], options?: GetTokenOptions) =>
      Promise.resolve(
        asking.includes(options?.tenantId ?? 'own')
          ? null
          : { token: options?.tenantId ?? 'own', expiresOnTimestamp: Date.now() + 3_600_000 },
      ),
  };
  return connectAnswering(
    (request) =>
      answer(
        request.headers.get('authorization')?.replace('Bearer ', '') ?? '',
        new URL(request.url).pathname,
      ),
    { credential, allTenants: true },
  );
}

const page = (value: unknown): HttpAnswer => ({ body: { value } });
const home = { id: 's-home', tenantId: 'contoso' };
const guest = { id: 's-guest', tenantId: 'fabrikam' };

describe('an account in several tenants', () => {
  test('lists the subscriptions of all, each read with a token of its own tenant', async () => {
    const { azure, asked } = account({
      tenants: ['contoso', 'fabrikam'],
      shown: { own: [home], contoso: [home], fabrikam: [guest] },
    });
    const subscriptions = await azure.read.subscriptions(noStop);
    expect(subscriptions.map((one) => one.id)).toEqual(['s-home', 's-guest']);
    expect(await azure.read.tenants(noStop)).toEqual([
      { id: 'contoso', name: 'contoso Ltd', refused: null },
      { id: 'fabrikam', name: 'fabrikam Ltd', refused: null },
    ]);
    asked.length = 0;
    await azure.read.workspaces('S-GUEST', noStop);
    await azure.read.networks('s-home', noStop);
    const tokens = asked.map((one) => one.headers.get('authorization'));
    expect(new Set(tokens)).toEqual(new Set(['Bearer fabrikam', 'Bearer contoso']));
    expect(tokens[0]).toBe('Bearer fabrikam');
  });

  test('waits for the list if a subscription is requested meanwhile', async () => {
    const { azure, asked } = account({
      tenants: ['contoso', 'fabrikam'],
      shown: { own: [home], fabrikam: [guest] },
    });
    const reading = azure.read.subscriptions(noStop);
    await azure.read.workspaces('s-guest', noStop);
    await reading;
    const workspaces = asked.find((one) => one.url.includes('/workspaces'));
    expect(workspaces?.headers.get('authorization')).toBe('Bearer fabrikam');
  });

  test('lists the other subscriptions if one tenant requires a separate sign-in, and names that tenant', async () => {
    const { azure } = account({
      tenants: ['contoso', 'fabrikam'],
      shown: { own: [home], contoso: [home] },
      asking: ['fabrikam'],
    });
    expect((await azure.read.subscriptions(noStop)).map((one) => one.id)).toEqual(['s-home']);
    const [, fabrikam] = await azure.read.tenants(noStop);
    expect(fabrikam?.refused?.details).toEqual({
      signIn: 'tenant',
      tenant: { id: 'fabrikam', name: 'fabrikam Ltd' },
    });
  });

  test('lists a delegated subscription once, read in the tenant that it belongs to', async () => {
    const { azure, asked } = account({
      tenants: ['contoso', 'fabrikam'],
      shown: { own: [guest], contoso: [guest], fabrikam: [guest] },
    });
    expect(await azure.read.subscriptions(noStop)).toHaveLength(1);
    asked.length = 0;
    await azure.read.workspaces('s-guest', noStop);
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer fabrikam');
  });

  test('fails only if no tenant responds', async () => {
    const refusing = { own: 403, contoso: 403, fabrikam: 403 };
    const { azure } = account({ tenants: ['contoso', 'fabrikam'], shown: {}, refusing });
    expect((await failureOf(azure.read.subscriptions(noStop))).code).toBe('forbidden');
    const partly = account({
      tenants: ['contoso', 'fabrikam'],
      shown: { fabrikam: [guest] },
      refusing: { own: 403, contoso: 403 },
    });
    expect(await partly.azure.read.subscriptions(noStop)).toHaveLength(1);
    expect((await partly.azure.read.tenants(noStop))[0]?.refused?.code).toBe('forbidden');
  });
});

test('one tenant costs one more call, and no token for the tenant itself', async () => {
  const { azure, asked } = account({ tenants: ['contoso'], shown: { own: [home] } });
  await azure.read.subscriptions(noStop);
  expect(asked.map((one) => one.headers.get('authorization'))).toEqual(['Bearer own', 'Bearer own']);
});

test('the last list stays known if it can’t be read again', async () => {
  const refusing: Record<string, number> = {};
  const { azure, asked } = account({
    tenants: ['contoso', 'fabrikam'],
    shown: { own: [home], fabrikam: [guest] },
    refusing,
  });
  await azure.read.subscriptions(noStop);
  Object.assign(refusing, { own: 403, contoso: 403, fabrikam: 403 });
  await failureOf(azure.read.subscriptions(noStop));
  delete refusing['fabrikam'];
  asked.length = 0;
  await azure.read.workspaces('s-guest', noStop);
  expect(asked[0]?.headers.get('authorization')).toBe('Bearer fabrikam');
});
