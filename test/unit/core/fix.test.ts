import { expect, test } from 'vitest';
import {
  changedResource,
  changedResources,
  isChangedBy,
  isPutBack,
  settingText,
  type FixStep,
} from '../../../src/core/fix';
import { reason } from '../../../src/core/reason';

const route = { name: 'r', destination: '0.0.0.0/0', nextHop: 'Internet', nextHopAddress: null } as const;

const steps: readonly FixStep[] = [
  { do: 'insert', what: 'route', into: '/a', route },
  { do: 'remove', what: 'rule', from: '/b', name: 'Old' },
  { do: 'set', at: '/c', property: 'delegations', value: [] },
  { do: 'create', what: 'routeTable', id: '/d', location: 'westeurope' },
  { do: 'delete', what: 'routeTable', id: '/e' },
  { do: 'attach', what: 'routeTable', id: '/d', to: '/f' },
  { do: 'detach', what: 'routeTable', id: '/d', from: '/g' },
  { do: 'set', at: '/A', property: 'delegations', value: [] },
];

test('each step changes the resource that it writes', () => {
  expect(steps.map(changedResource)).toEqual(['/a', '/b', '/c', '/d', '/e', '/f', '/g', '/A']);
});

test('a resource is told once, whatever its letters', () => {
  expect(changedResources(steps)).toEqual(['/a', '/b', '/c', '/d', '/e', '/f', '/g']);
});

test('only what is created is made', () => {
  expect(isChangedBy(steps, '/D')).toBe(true);
  expect(isChangedBy(steps, '/e')).toBe(false);
  expect(isChangedBy(steps, '/a')).toBe(false);
  expect(isChangedBy([], '/d')).toBe(false);
});

test('a setting is shown as what it is set to', () => {
  const at = '/subnet';
  const endpoints = ['Microsoft.Storage', 'Microsoft.KeyVault'];
  expect(settingText({ do: 'set', at, property: 'serviceEndpoints', value: endpoints })).toBe(
    'Microsoft.Storage, Microsoft.KeyVault',
  );
  expect(settingText({ do: 'set', at, property: 'delegations', value: [] })).toBe('');
  expect(settingText({ do: 'set', at, property: 'privateEndpointNetworkPolicies', value: 'Disabled' })).toBe(
    'Disabled',
  );
});

test('an entry is put back where its name comes again, of its kind and in its resource', () => {
  const rule = {
    name: 'Old',
    why: reason('unknown.notRead', { name: 'nsg' }),
    priority: 100,
    direction: 'Outbound',
    access: 'Allow',
    protocol: 'Tcp',
    sources: ['*'],
    destinations: ['Storage'],
    destinationPorts: ['443'],
  } as const;
  const removal = (from: string, name: string, what: 'rule' | 'route' = 'rule'): FixStep => ({
    do: 'remove',
    what,
    from,
    name,
  });
  const insert: FixStep = { do: 'insert', what: 'rule', into: '/b', rule };
  const insertRoute: FixStep = { do: 'insert', what: 'route', into: '/b', route };
  expect(isPutBack(insert, removal('/B', 'OLD'))).toBe(true);
  expect(isPutBack(insertRoute, removal('/b', 'r', 'route'))).toBe(true);
  expect(isPutBack(insert, removal('/b', 'Other'))).toBe(false);
  expect(isPutBack(insert, removal('/c', 'Old'))).toBe(false);
  expect(isPutBack(insert, removal('/b', 'Old', 'route'))).toBe(false);
  expect(isPutBack(removal('/b', 'Old'), insert)).toBe(false);
  expect(isPutBack(insert, insert)).toBe(false);
});
