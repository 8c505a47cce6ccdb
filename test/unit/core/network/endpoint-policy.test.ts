import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import type { ServiceEndpointPolicy } from '../../../../src/core/network/model';
import {
  allowedByPolicies,
  allowsAccount,
  allowsAzureMl,
} from '../../../../src/core/network/endpoint-policy';
import { reason } from '../../../../src/core/reason';
import { someNetwork } from '../../../support/networks';

const policy = (name: string, resources: ServiceEndpointPolicy['resources']): ServiceEndpointPolicy => ({
  id: `/policies/${name}`,
  name,
  resources,
});
const closed = unknown(reason('unknown.permission', { name: 'sep', role: 'Reader', scope: 'rg' }));

function allowed(associated: readonly string[], policies?: readonly ServiceEndpointPolicy[]) {
  const model = someNetwork({
    subnet: { serviceEndpointPolicies: known(associated) },
    ...(policies ? { model: { endpointPolicies: policies } } : {}),
  });
  return allowedByPolicies(model, model.virtualNetworks[0]!.subnets[0]!);
}

describe('the resources that a subnet’s policies allow', () => {
  test('are combined, under the name of the first policy', () => {
    const policies = [policy('one', known(['/a'])), policy('two', known(['/b', '/c']))];
    expect(allowed(['/POLICIES/one', '/policies/two'], policies)).toEqual(
      known({ name: 'one', resources: ['/a', '/b', '/c'] }),
    );
  });

  test('are null if no policy is associated', () => expect(allowed([])).toEqual(known(null)));

  test('are unknown if a policy wasn’t read', () => {
    expect(allowed(['/policies/one'])).toEqual(unknown(reason('unknown.policyNotRead', { name: 'one' })));
    expect(allowed(['/policies/one'], [policy('one', closed)])).toBe(closed);
    const model = someNetwork({ subnet: { serviceEndpointPolicies: closed } });
    expect(allowedByPolicies(model, model.virtualNetworks[0]!.subnets[0]!)).toBe(closed);
  });
});

describe('a policy', () => {
  const of = (...resources: string[]) => ({ name: 'sep', resources });
  const account = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stml';

  // Data exfiltration page, 2024-01-31.
  test('allows Azure ML by its alias', () => {
    expect(allowsAzureMl(of('/x', '/services/Azure/MachineLearning'))).toBe(true);
    expect(allowsAzureMl(of('/services/Azure/MachineLearning/'))).toBe(true);
    expect(allowsAzureMl(of('/services/Azure'))).toBe(false);
    expect(allowsAzureMl(of('/services/Azure//MachineLearning'))).toBe(false);
    expect(allowsAzureMl(of())).toBe(false);
  });

  test.each([
    [account],
    [account.toUpperCase()],
    ['/subscriptions/1/resourceGroups/rg'],
    ['/subscriptions/1/resourceGroups/rg/'],
    ['subscriptions/1'],
  ])('allows the account by %s', (one) => expect(allowsAccount(of('/x', one), account)).toBe(true));

  test.each([
    ['/subscriptions/1/resourceGroups/r'],
    ['/subscriptions/2'],
    [`${account}2`],
    ['/resourceGroups/rg'],
  ])('doesn’t allow it by %s', (one) => expect(allowsAccount(of(one), account)).toBe(false));
});
