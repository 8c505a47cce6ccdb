import { expect, test } from 'vitest';
import { loggedPlaces } from '../../../src/checks/logged-places';
import type { Component } from '../../../src/core/cause';
import type { DecidingRoute, DecidingRule } from '../../../src/core/check-result';

const groupId = '/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/networkSecurityGroups/nsg';
const tableId = '/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/routeTables/rt';
const networkId = '/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/v';
const rule: DecidingRule = {
  kind: 'rule',
  name: 'Deny-All',
  priority: 4096,
  direction: 'Outbound',
  isDefault: false,
  groupId,
  groupName: 'nsg',
  level: 'subnet',
};
const route: DecidingRoute = {
  kind: 'route',
  name: 'to-nowhere',
  destination: '0.0.0.0/0',
  nextHop: 'None',
  nextHopAddress: null,
  tableId,
  tableName: 'rt',
};
const writtenIn =
  '/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/firewallPolicies/p/ruleCollectionGroups/g';

function component(part: Partial<Component>): Component {
  return {
    kind: 'nsg-rule-blocks',
    key: 'k',
    resourceId: null,
    name: null,
    direction: null,
    by: null,
    because: null,
    ...part,
  };
}

test.each<[string, Partial<Component>, readonly string[]]>([
  ['a rule', { by: rule }, [`own ${groupId}/securityRules/Deny-All`, `whole ${groupId}`]],
  [
    'a missing rule',
    { by: { ...rule, name: 'DenyAllOutBound', isDefault: true } },
    [`with-parts ${groupId}`],
  ],
  ['a network manager’s rule', { by: { ...rule, level: 'network-manager' } }, [`with-parts ${groupId}`]],
  ['a route', { by: route }, [`own ${tableId}/routes/to-nowhere`, `whole ${tableId}`]],
  ['a system route', { by: { ...route, tableId: null, tableName: null } }, []],
  [
    'a firewall rule',
    {
      by: {
        kind: 'firewall-rule',
        name: 'n',
        collection: 'c',
        isDefault: false,
        firewallId: 'f',
        firewallName: 'f',
        writtenIn,
      },
    },
    [`with-parts ${writtenIn}`],
  ],
  [
    'missing outbound access',
    { kind: 'no-outbound-access', resourceId: `${networkId}/subnets/s` },
    [`own ${networkId}/subnets/s`, `whole ${networkId}`],
  ],
  ['a missing permission', { kind: 'permission-missing', resourceId: `${networkId}/subnets/s` }, []],
  ['data that can’t be read', { kind: 'not-readable', resourceId: `${networkId}/subnets/s` }, []],
])('the last change of %s is searched where Azure logs it', (_, part, places) => {
  expect(loggedPlaces(component(part)).map(({ id, scope }) => `${scope} ${id}`)).toEqual(places);
});
