import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import { networkChanges, sameModel } from '../../../../src/core/network/changes';
import { reason } from '../../../../src/core/reason';
import { firewall } from '../../../support/firewalls';
import { ids, parseRoute, parseRule, someNetwork, type SomeNetwork } from '../../../support/networks';

const before: SomeNetwork = {
  rules: ['Allow Outbound 100 Tcp *>Storage:443', 'Deny Outbound 4096 * *>*:*'],
  routes: ['0.0.0.0/0 -> 10.9.0.4'],
  nat: {},
  model: { firewalls: [firewall({})] },
};

const changesTo = (after: SomeNetwork) => networkChanges(someNetwork(before), someNetwork(after), ids.subnet);
const wider = parseRule('Allow Outbound 100 Tcp *>Storage:443', { destinationPorts: known(['443', '445']) });

describe('changes between two reads', () => {
  test.each<[string, SomeNetwork, object[]]>([
    ['nothing', before, []],
    [
      'a rule added, one removed, one changed',
      { ...before, rules: [wider, 'Allow Outbound 110 Udp *>AzureMachineLearning:5831'] },
      [
        {
          is: 'children',
          id: ids.securityGroup,
          what: 'rule',
          added: ['Allow-Outbound-110-Udp-AzureMachineLearning-5831'],
          removed: ['Deny-Outbound-4096-'],
          changed: ['Allow-Outbound-100-Tcp-Storage-443'],
        },
      ],
    ],
    [
      'a rule added and one changed',
      {
        ...before,
        rules: [wider, 'Allow Outbound 110 Udp *>AzureMachineLearning:5831', 'Deny Outbound 4096 * *>*:*'],
      },
      [
        {
          is: 'children',
          id: ids.securityGroup,
          what: 'rule',
          added: ['Allow-Outbound-110-Udp-AzureMachineLearning-5831'],
          removed: [],
          changed: ['Allow-Outbound-100-Tcp-Storage-443'],
        },
      ],
    ],
    [
      'a rule added and one removed',
      { ...before, rules: ['Allow Outbound 100 Tcp *>Storage:443', 'Deny Outbound 4000 * *>*:*'] },
      [
        {
          is: 'children',
          id: ids.securityGroup,
          what: 'rule',
          added: ['Deny-Outbound-4000-'],
          removed: ['Deny-Outbound-4096-'],
          changed: [],
        },
      ],
    ],
    [
      'a route with another next hop',
      { ...before, routes: [{ ...parseRoute('0.0.0.0/0 -> Internet'), index: 3 }] },
      [
        {
          is: 'children',
          id: ids.routeTable,
          what: 'route',
          added: [],
          removed: [],
          changed: ['to-0.0.0.0/0'],
        },
      ],
    ],
    [
      'a NAT gateway dissociated',
      { rules: before.rules ?? [], routes: before.routes ?? [] },
      [{ is: 'settings', id: ids.subnet, names: ['natGateway'] }],
    ],
    [
      'a NAT gateway without an address',
      { ...before, nat: { publicAddresses: known(0) } },
      [{ is: 'settings', id: ids.natGateway, names: ['publicAddresses'] }],
    ],
    [
      'a delegation',
      { ...before, subnet: { delegations: known(['Microsoft.Databricks/workspaces']) } },
      [{ is: 'settings', id: ids.subnet, names: ['delegations'] }],
    ],
    [
      'additional address space',
      { ...before, network: { addressPrefixes: known(['10.1.0.0/16', '10.2.0.0/16']) } },
      [{ is: 'settings', id: ids.network, names: ['addressPrefixes'] }],
    ],
    [
      'a firewall on the path, with every rule changed',
      { ...before, model: { firewalls: [firewall({ 'net 200 Allow': [] })] } },
      [{ is: 'settings', id: firewall({}).id, names: ['firewallRules'] }],
    ],
    ['machines that are added and removed', { ...before, subnet: { addressesInUse: known(9) } }, []],
  ])('%s', (_, after, expected) => {
    expect(changesTo(after)).toEqual(expected);
  });

  test('the order of rules alone isn’t a change', () => {
    expect(changesTo({ ...before, rules: [...(before.rules ?? [])].reverse() })).toEqual([]);
  });

  test('reports that an NSG is no longer readable, and that it is readable again', () => {
    const model = someNetwork(before);
    const unreadable = {
      ...model,
      securityGroups: model.securityGroups.map((one) => ({
        ...one,
        rules: unknown(reason('unknown.notRead')),
      })),
    };
    expect(networkChanges(model, unreadable, ids.subnet)).toEqual([
      { is: 'access', id: ids.securityGroup, readable: false },
    ]);
    expect(networkChanges(unreadable, model, ids.subnet)).toEqual([
      { is: 'access', id: ids.securityGroup, readable: true },
    ]);
    expect(networkChanges(unreadable, unreadable, ids.subnet)).toEqual([]);
  });

  test('reports no changes for a subnet that one read doesn’t have', () => {
    expect(networkChanges(someNetwork(before), someNetwork(before), `${ids.subnet}-other`)).toEqual([]);
  });
});

describe('the same model', () => {
  test('is the same if its lists are in another order', () => {
    const model = someNetwork(before);
    const others = model.securityGroups.map((one) => ({ ...one, id: `${one.id}-other` }));
    const two = { ...model, securityGroups: [...model.securityGroups, ...others] };
    const turned = { ...model, securityGroups: [...two.securityGroups].reverse().map((one) => ({ ...one })) };
    expect(sameModel(two, turned)).toBe(true);
    expect(sameModel(two, model)).toBe(false);
    const changed = {
      ...two,
      securityGroups: two.securityGroups.map((one, at) => (at === 0 ? { ...one, rules: known([]) } : one)),
    };
    expect(sameModel(two, changed)).toBe(false);
  });

  test.each<[string, SomeNetwork]>([
    ['an address', { ...before, subnet: { addressesInUse: known(9) } }],
    ['a rule', { ...before, rules: [wider] }],
  ])('differs with %s', (_, after) => {
    expect(sameModel(someNetwork(before), someNetwork(after))).toBe(false);
  });
});
