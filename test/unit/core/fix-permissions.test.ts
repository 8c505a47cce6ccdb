import { expect, test } from 'vitest';
import { missingPermissions, permissionsOf } from '../../../src/core/fix-permissions';
import { reason } from '../../../src/core/reason';
import type { NewRule, ResourceChange } from '../../../src/core/resource-change';
import {
  addedRule,
  associated,
  created,
  deleted,
  dissociated,
  removedRoute,
  removedRule,
} from '../../support/changes';

const id = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/x/a';
const rule: NewRule = {
  name: 'A',
  why: reason('fix.rule.deny'),
  priority: 100,
  direction: 'Outbound',
  access: 'Allow',
  protocol: 'Tcp',
  sources: ['*'],
  destinations: ['*'],
  destinationPorts: ['*'],
};
const removal = removedRule(id, 'A');
const insert = addedRule(id, rule);
const endpoint = { location: 'w', subnet: id, target: id, group: 'blob' };
const zone: ResourceChange = { type: 'zone', id, before: null, after: {} };

const cases: readonly (readonly [
  title: string,
  changes: readonly ResourceChange[],
  needs: readonly string[],
])[] = [
  ['a new rule', [insert], []],
  ['a removed rule', [removal], ['remove']],
  ['a removed route', [removedRoute(id, 'A')], ['remove']],
  [
    'a rule with another description',
    [{ type: 'rule', id, before: rule, after: { ...rule, sources: ['10.0.0.0/8'] } }],
    [],
  ],
  ['a rule that replaces another', [removedRule(id, 'B'), insert], ['remove']],
  [
    'a delegation',
    [
      {
        type: 'subnet',
        id,
        before: { delegations: ['Microsoft.Web/serverFarms'] },
        after: { delegations: [] },
      },
    ],
    ['remove'],
  ],
  [
    'a service endpoint',
    [
      {
        type: 'subnet',
        id,
        before: { serviceEndpoints: [] },
        after: { serviceEndpoints: ['Microsoft.Storage'] },
      },
    ],
    [],
  ],
  ...(['securityGroup', 'routeTable', 'natGateway'] as const).flatMap(
    (what) =>
      [
        [`a ${what} that is dissociated`, [dissociated(what, id, id)], ['remove']],
        [`a ${what} that is deleted`, [deleted(what, id)], ['remove']],
        [`a ${what} that is associated`, [associated(what, id, id)], []],
      ] as const,
  ),
  ['a new NSG', [created('securityGroup', id, 'w')], []],
  ['a new NAT gateway', [created('natGateway', id, 'w')], ['cost']],
  ['a new public IP address', [created('publicIpAddress', id, 'w')], ['cost']],
  ['a new private endpoint', [{ type: 'endpoint', id, before: null, after: endpoint }], ['cost']],
  ['a removed private endpoint', [{ type: 'endpoint', id, before: endpoint, after: null }], ['remove']],
  ['a new DNS zone', [zone], ['cost']],
  ['a removed DNS zone', [{ type: 'zone', id, before: {}, after: null }], ['remove']],
  ['both', [removal, zone], ['remove', 'cost']],
];

test.each(cases)('%s', (_title, changes, needs) => {
  expect(permissionsOf(changes)).toEqual(needs);
  expect(missingPermissions(changes, ['remove', 'cost'])).toEqual([]);
  expect(missingPermissions(changes, ['remove'])).toEqual(needs.filter((one) => one === 'cost'));
});
