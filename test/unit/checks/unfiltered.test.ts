import { expect, it } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { unfiltered } from '../../../src/checks/unfiltered';
import { known } from '../../../src/core/known';
import type { NetworkModel } from '../../../src/core/network/model';
import { firewall } from '../../support/firewalls';
import { buildModel, buildPlan, facts, unreadFact, testTags } from './model-builder';
import { resultLine } from './result-line';

const guarded = buildModel({ rules: ['out 100 Deny * *>* * Deny-All'], sharedWith: ['snet-other'] });

function alone(model: NetworkModel, at = 0) {
  const [network] = model.virtualNetworks;
  const subnet = network?.subnets[at];
  if (!network || !subnet) throw new Error('no subnet');
  return unfiltered({ model, plan: buildPlan(), tags: testTags, place: { network, subnet } });
}

it('removes the NSGs, in the model and in the subnet’s context', () => {
  const { model, place } = alone(guarded);
  const [network] = model.virtualNetworks;
  expect(place.subnet.securityGroup).toEqual(known(null));
  expect(network?.subnets.map(({ name }) => name)).toEqual(['snet-training', 'snet-other', 'snet-endpoints']);
  expect(network?.subnets[0]).toBe(place.subnet);
  expect(network).toBe(place.network);
  expect(network?.adminRules).toEqual(known([]));
  expect(model.securityGroups).toEqual([]);
});

it('is one model for all subnets, so that thousands of them take no longer for each', () => {
  const [first, second] = [alone(guarded, 0), alone(guarded, 1)];
  expect(second.model).toBe(first.model);
  expect(second.place.subnet).toBe(first.model.virtualNetworks[0]?.subnets[1]);
});

it('keeps networks that a change of another one doesn’t affect', () => {
  const [own] = guarded.virtualNetworks;
  const [other] = buildModel({ networkId: '/subscriptions/x/virtualNetworks/vnet-hub' }).virtualNetworks;
  if (!own || !other) throw new Error('no network');
  const before = alone({ ...guarded, virtualNetworks: [own, other] }).model;
  const after = alone({ ...guarded, virtualNetworks: [{ ...own }, other] }).model;
  expect(after.virtualNetworks[1]).toBe(before.virtualNetworks[1]);
  expect(after.virtualNetworks[0]?.subnets[0]).toBe(before.virtualNetworks[0]?.subnets[0]);
});

it('belongs to the requested model, whatever changed apart from its networks', () => {
  alone(guarded);
  const changes: Partial<NetworkModel>[] = [
    { cloud: 'usgov' },
    { routeTables: [] },
    { natGateways: [] },
    { privateEndpoints: unreadFact },
    { firewalls: [firewall({})] },
  ];
  for (const change of changes) {
    alone(guarded);
    expect(alone({ ...guarded, ...change }).model).toMatchObject(change);
  }
});

it('shows a route that loses replies even if an NSG blocks everything before it', () => {
  const model = buildModel({
    rules: ['in 100 Deny * *>* * Deny-In', 'out 100 Deny * *>* * Deny-All'],
    routes: ['0.0.0.0/0 appliance 10.40.1.4'],
    nat: null,
  });
  const found = checkSubnet(model, buildPlan(), facts).find(
    ({ requirement }) => requirement === 'udr-forced-tunnel-aml',
  );
  expect(resultLine(found)).toBe('error failed check.replies.lost');
});
