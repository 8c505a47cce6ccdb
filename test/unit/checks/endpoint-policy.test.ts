import { expect, test } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { known, unknown } from '../../../src/core/known';
import type { ServiceEndpointPolicy } from '../../../src/core/network/model';
import { reason } from '../../../src/core/reason';
import { buildModel, buildPlan, facts, serviceId } from './model-builder';
import { buildServices } from './services-builder';

const storage = serviceId('blob');
const alias = '/services/Azure/MachineLearning';
const policy = (name: string, resources: ServiceEndpointPolicy['resources']): ServiceEndpointPolicy => ({
  id: `/p/${name}`,
  name,
  resources,
});

function checked(policies: readonly ServiceEndpointPolicy[], more: Parameters<typeof buildModel>[0] = {}) {
  const model = {
    ...buildModel({
      serviceEndpoints: ['Microsoft.Storage'],
      endpointPolicies: policies.length > 0 ? policies.map(({ id }) => id) : ['/p/unseen'],
      ...more,
    }),
    endpointPolicies: policies,
  };
  const row = checkSubnet(model, buildPlan(), { ...facts, services: buildServices({}) }).find(
    ({ requirement }) => requirement === 'exfil-service-endpoint-policy',
  );
  const { outcome, severity } = row!;
  const reported = 'text' in outcome ? outcome.text : 'because' in outcome ? outcome.because : undefined;
  return `${severity} ${outcome.is} ${reported?.key} ${Object.values(reported?.values ?? {}).join(' ')}`.trim();
}

/** Any ID that the account's ID starts with, such as those of its resource group and its subscription. */
const group = storage.slice(0, storage.lastIndexOf('/'));
const subscription = group.slice(0, group.lastIndexOf('/'));

test.each<[string, readonly ServiceEndpointPolicy[], string]>([
  ['own accounts only', [policy('own', known([storage]))], 'error failed check.policy.noAlias own'],
  [
    'the alias and the account',
    [policy('own', known([alias, storage]))],
    'info passed check.policy.allows own',
  ],
  [
    'the alias and its resource group',
    [policy('own', known([alias, group]))],
    'info passed check.policy.allows own',
  ],
  [
    'the alias and the subscription, in two policies',
    [policy('own', known([subscription.toUpperCase()])), policy('ml', known([alias]))],
    'info passed check.policy.allows own',
  ],
  [
    'the alias and another account',
    [policy('own', known([alias, `${storage}2`]))],
    'error failed check.policy.noAccount own stfraudprod',
  ],
  ['no read policy', [], 'error unknown unknown.policyNotRead unseen'],
  [
    'a policy that can’t be read',
    [policy('own', unknown(reason('unknown.permission', { name: 'own' })))],
    'error unknown unknown.permission own',
  ],
])('service endpoint policies that name %s', (_, policies, states) => {
  expect(checked(policies)).toBe(states);
});

test('a policy doesn’t block an account that has private endpoints', () => {
  const endpoints = ['pe-blob blob 10.40.7.4', 'pe-file file 10.40.7.5'];
  const states = checked([policy('own', known([alias]))], { endpoints });
  expect(states).toBe('info passed check.policy.allows own');
});
