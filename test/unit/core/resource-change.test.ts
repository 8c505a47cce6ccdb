import { expect, test } from 'vitest';
import {
  associationsOf,
  changedResources,
  isCreatedBy,
  settingsOf,
  settingText,
  undoOf,
  type ResourceChange,
} from '../../../src/core/resource-change';
import {
  addedRoute,
  associated,
  created,
  deleted,
  dissociated,
  removedRule,
  setTo,
} from '../../support/changes';

const route = { name: 'r', destination: '0.0.0.0/0', nextHop: 'Internet', nextHopAddress: null } as const;

const changes: readonly ResourceChange[] = [
  addedRoute('/a', route),
  removedRule('/b', 'Old'),
  setTo('/c', { delegations: [] }),
  created('routeTable', '/d', 'westeurope'),
  deleted('routeTable', '/e'),
  associated('routeTable', '/d', '/f'),
  dissociated('routeTable', '/d', '/g'),
  setTo('/A', { delegations: [] }),
];

test('each change belongs to the resource that it writes', () => {
  expect(changes.map(({ id }) => id)).toEqual(['/a', '/b', '/c', '/d', '/e', '/f', '/g', '/A']);
});

test('a resource is listed once, whatever its case', () => {
  expect(changedResources(changes)).toEqual(['/a', '/b', '/c', '/d', '/e', '/f', '/g']);
});

test('only a created resource counts as created', () => {
  expect(isCreatedBy(changes, '/D')).toBe(true);
  expect(isCreatedBy(changes, '/e')).toBe(false);
  expect(isCreatedBy(changes, '/a')).toBe(false);
  expect(isCreatedBy([], '/d')).toBe(false);
});

test('a setting is shown as its new value', () => {
  const text = (change: ResourceChange): readonly string[] =>
    settingsOf(change).map(({ after }) => settingText(after));
  const endpoints = ['Microsoft.Storage', 'Microsoft.KeyVault'];
  expect(text(setTo('/subnet', { serviceEndpoints: endpoints }))).toEqual([
    'Microsoft.Storage, Microsoft.KeyVault',
  ]);
  expect(text(setTo('/subnet', { delegations: [] }))).toEqual(['']);
  expect(text(setTo('/subnet', { privateEndpointNetworkPolicies: 'Disabled' }))).toEqual(['Disabled']);
});

test('an undo swaps before and after, in reverse order, and leaves out changes that a removed resource includes', () => {
  const undone = undoOf([
    created('routeTable', '/d', 'westeurope'),
    addedRoute('/d', route),
    associated('routeTable', '/d', '/f'),
  ]);
  expect(undone.map(({ id, after }) => [id, after])).toEqual([
    ['/f', { routeTable: null }],
    ['/d', null],
  ]);
  expect(undone.flatMap(associationsOf)).toEqual([
    { type: 'routeTable', id: '/d', to: '/f', isAssociated: false },
  ]);
});

test('an undo leaves out changes whose previous value can’t be written', () => {
  expect(undoOf([removedRule('/b', 'Old'), setTo('/c', { delegations: [] })])).toEqual([]);
});
