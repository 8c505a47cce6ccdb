import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import { accountRows, type AccountFacts } from '../../../../src/features/account/account-rows';
import { messagesIn } from '../../../support/messages-in';

const contoso = { id: 'c', name: 'Contoso', refused: null };
const fabrikam = { id: 'f', name: 'Fabrikam', refused: new AzureFailure('signedOut', { signIn: 'tenant' }) };
const subscriptions = ['a', 'b', 'c'].map((id) => ({ id, name: id, tenantId: 'c' }));

const signedIn: AccountFacts = {
  source: 'microsoft',
  place: { cloud: 'public', endpoint: '' },
  read: { account: 'anna@contoso.com', tenants: [contoso], subscriptions },
  shown: null,
};

/** Returns the values by row. */
function values(facts: Partial<AccountFacts>, language = 'en'): Readonly<Record<string, string>> {
  const rows = accountRows(messagesIn(language), { ...signedIn, ...facts });
  return Object.fromEntries(rows.map(({ id, value }) => [id, value]));
}

describe('the Account view', () => {
  test('shows the account, its tenant and cloud, the subscriptions, and the kind of sign-in', () => {
    expect(values({})).toEqual({
      account: 'anna@contoso.com',
      organization: 'Contoso',
      cloud: 'Azure (public)',
      subscriptions: 'All 3',
      source: 'VS Code’s Microsoft account',
    });
  });

  test('each row leads to the place to change it, and is announced with its name', () => {
    const rows = accountRows(messagesIn('en'), signedIn);
    expect(rows.map((one) => one.command.replace('amlSecureCompute.account.', ''))).toEqual([
      'choose',
      'chooseOrganization',
      'chooseCloud',
      'chooseSubscriptions',
      'choose',
    ]);
    expect(rows[0]?.tooltip).toBe('Account: anna@contoso.com');
  });

  test('counts hidden subscriptions, and tenants that require a separate sign-in', () => {
    const read = { account: 'anna@contoso.com', tenants: [contoso, fabrikam], subscriptions };
    expect(values({ read, shown: ['a', 'gone'] })).toMatchObject({
      organization: '2 tenants, 1 requires a separate sign-in',
      subscriptions: '1 of 3',
    });
    expect(values({ read }, 'fr')).toMatchObject({
      organization: '2 locataires, dont 1 exige une connexion distincte',
      subscriptions: 'Tous (3)',
    });
  });

  test('shows the reason if the user is signed out', () => {
    const failure = new AzureFailure('signedOut', { signIn: 'cli-missing' });
    const facts: AccountFacts = { ...signedIn, source: 'azureCli', read: { failure } };
    expect(values(facts)).toMatchObject({ account: 'Signed out', subscriptions: 'Couldn’t be read' });
    expect(accountRows(messagesIn('en'), facts)[0]?.tooltip).toBe(
      'Account: Azure CLI (az) isn’t installed on this computer.',
    );
  });

  test('the sample doesn’t need an account and isn’t in a cloud', () => {
    const read = { account: null, tenants: [], subscriptions: subscriptions.slice(0, 1) };
    expect(values({ source: 'sample', read })).toMatchObject({
      account: 'Sample subscription',
      cloud: 'Sample, on this computer',
      subscriptions: 'Only one',
    });
  });

  test.each([
    ['https://management.contoso.example', 'Custom: management.contoso.example'],
    ['nonsense', 'Custom: nonsense'],
  ])('a custom cloud is named by its host: %s', (endpoint, value) => {
    expect(values({ place: { cloud: 'custom', endpoint } })).toMatchObject({ cloud: value });
  });

  test('an account without subscriptions shows text instead of a number', () => {
    const read = { account: 'anna@contoso.com', tenants: [contoso], subscriptions: [] };
    expect(values({ read })['subscriptions']).toBe('None visible');
  });
});
