import { expect, test } from 'vitest';
import type { FixStep, NewRule } from '../../../src/core/fix';
import { missingPermissions, permissionsOf } from '../../../src/core/fix-permissions';
import { reason } from '../../../src/core/reason';

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
const removal: FixStep = { do: 'remove', what: 'rule', from: id, name: 'A' };
const insert: FixStep = { do: 'insert', what: 'rule', into: id, rule };
const endpoint = { id, location: 'w', subnet: id, target: id, group: 'blob' };

const cases: readonly (readonly [title: string, steps: readonly FixStep[], needs: readonly string[]])[] = [
  ['a new rule', [insert], []],
  ['a rule that goes', [removal], ['remove']],
  ['a route that goes', [{ do: 'remove', what: 'route', from: id, name: 'A' }], ['remove']],
  ['a rule with other words', [removal, insert], []],
  ['a rule for another one', [{ ...removal, name: 'B' }, insert], ['remove']],
  ['a delegation', [{ do: 'set', at: id, property: 'delegations', value: [] }], ['remove']],
  [
    'a service endpoint',
    [{ do: 'set', at: id, property: 'serviceEndpoints', value: ['Microsoft.Storage'] }],
    [],
  ],
  ...(['securityGroup', 'routeTable', 'natGateway'] as const).flatMap(
    (what) =>
      [
        [`a ${what} that is detached`, [{ do: 'detach', what, id, from: id }], ['remove']],
        [`a ${what} that is deleted`, [{ do: 'delete', what, id }], ['remove']],
        [`a ${what} that is attached`, [{ do: 'attach', what, id, to: id }], []],
      ] as const,
  ),
  ['a new NSG', [{ do: 'create', what: 'securityGroup', id, location: 'w' }], []],
  ['a new NAT gateway', [{ do: 'create', what: 'natGateway', id, location: 'w' }], ['cost']],
  ['a new public IP address', [{ do: 'create', what: 'publicIpAddress', id, location: 'w' }], ['cost']],
  ['a new private endpoint', [{ do: 'connect', ...endpoint }], ['cost']],
  ['a private endpoint that goes', [{ do: 'disconnect', ...endpoint }], ['remove']],
  ['a new DNS zone', [{ do: 'addZone', id }], ['cost']],
  ['a DNS zone that goes', [{ do: 'removeZone', id }], ['remove']],
  ['both', [removal, { do: 'addZone', id }], ['remove', 'cost']],
];

test.each(cases)('%s', (_title, steps, needs) => {
  expect(permissionsOf(steps)).toEqual(needs);
  expect(missingPermissions(steps, ['remove', 'cost'])).toEqual([]);
  expect(missingPermissions(steps, ['remove'])).toEqual(needs.filter((one) => one === 'cost'));
});
