import { describe, expect, test } from 'vitest';
import { maybeSameId } from '../../../../src/core/network/maybe-same-id';

const scope = '/subscriptions/‹subscription().subscriptionId›/resourceGroups/‹resourceGroup().name›';
const workspace = (name: string, group = scope): string =>
  `${group}/providers/Microsoft.MachineLearningServices/workspaces/${name}`;

describe('two IDs', () => {
  test.each([
    ['with the same unknown part', workspace('‹name›'), workspace('‹name›')],
    [
      'in another case',
      workspace('mlw'),
      workspace('MLW')
        .toUpperCase()
        .replaceAll('‹SUBSCRIPTION().SUBSCRIPTIONID›', '‹subscription().subscriptionId›'),
    ],
    ['of which one has a known name and one doesn’t', workspace('mlw'), workspace('‹name›')],
    ['with two unknown names', workspace('‹name›'), workspace('‹workspaceName›')],
    ['with a partly known name', workspace('mlw-dev'), workspace('mlw-‹stage›')],
    ['with a computed name', workspace('mlw-abc'), workspace("mlw-uniquestring('‹name›')")],
    [
      'with an unknown resource group',
      workspace('mlw'),
      workspace('mlw', '/subscriptions/0000/resourceGroups/rg'),
    ],
    ['of which one is completely unknown', workspace('mlw'), '‹workspaceId›'],
    [
      'of which one starts with an unknown part',
      `${workspace('mlw')}/computes/cpu`,
      '‹workspaceId›/computes/cpu',
    ],
    ['with a member of an unknown value', workspace('‹names›.0'), workspace('‹names›.1')],
  ])('%s may be the same', (_, one, other) => {
    expect(maybeSameId(one, other)).toBe(true);
    expect(maybeSameId(other, one)).toBe(true);
  });

  test.each([
    ['with two names', workspace('mlw'), workspace('other')],
    ['with another start', workspace('mlw-‹stage›'), workspace('hub-‹stage›')],
    ['with another end', workspace('‹stage›-mlw'), workspace('‹stage›-hub')],
    ['with another start before an expression', workspace("mlw-uniquestring('‹a›')"), workspace('hub-1')],
    ['of another type', workspace('‹name›'), workspace('‹name›').replace('workspaces', 'registries')],
    ['with a name that only starts the same', workspace('mlw'), workspace('mlw-‹stage›')],
    ['of a resource and of its child', workspace('‹name›'), `${workspace('‹name›')}/computes/cpu`],
    ['of which one ends differently', `${workspace('mlw')}/computes/cpu`, '‹workspaceId›/computes/gpu'],
    [
      'in two resource groups',
      workspace('‹name›', '/subscriptions/0/resourceGroups/a'),
      workspace('‹name›', '/subscriptions/0/resourceGroups/b'),
    ],
    ['of which one isn’t an ID', workspace('‹name›'), ''],
  ])('%s differ', (_, one, other) => {
    expect(maybeSameId(one, other)).toBe(false);
    expect(maybeSameId(other, one)).toBe(false);
  });
});
