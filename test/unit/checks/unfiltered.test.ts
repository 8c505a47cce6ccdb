import { expect, it } from 'vitest';
import { judge } from '../../../src/checks/judge';
import { unfiltered } from '../../../src/checks/unfiltered';
import { known } from '../../../src/core/known';
import type { NetworkModel } from '../../../src/core/network/model';
import { firewall } from '../../support/firewalls';
import { buildModel, buildPlan, facts, notRead, testTags } from './model-builder';
import { spoken } from './spoken';

const guarded = buildModel({ rules: ['out 100 Deny * *>* * Deny-All'], sharedWith: ['snet-other'] });

function alone(model: NetworkModel) {
  const [network] = model.virtualNetworks;
  const [subnet] = network?.subnets ?? [];
  if (!network || !subnet) throw new Error('no subnet');
  return unfiltered({ model, plan: buildPlan(), tags: testTags, place: { network, subnet } });
}

it('takes the group off the subnet alone, in the model and where it stands', () => {
  const { model, place } = alone(guarded);
  const [network] = model.virtualNetworks;
  expect(place.subnet.securityGroup).toEqual(known(null));
  expect(network?.subnets.map(({ name }) => name)).toEqual(['snet-training', 'snet-other', 'snet-endpoints']);
  expect(network?.subnets[0]).toBe(place.subnet);
  expect(network).toBe(place.network);
  expect(network?.subnets[1]).toBe(guarded.virtualNetworks[0]?.subnets[1]);
  expect(network?.adminRules).toEqual(known([]));
});

it('leaves other networks as they are', () => {
  const [own] = guarded.virtualNetworks;
  const [other] = buildModel({ networkId: '/subscriptions/x/virtualNetworks/vnet-hub' }).virtualNetworks;
  if (!own || !other) throw new Error('no network');
  const { model } = alone({ ...guarded, virtualNetworks: [own, other] });
  expect(model.virtualNetworks[1]).toBe(other);
});

it('is of the model that is asked about, whatever changed beside its networks', () => {
  alone(guarded);
  const changes: Partial<NetworkModel>[] = [
    { cloud: 'usgov' },
    { routeTables: [] },
    { natGateways: [] },
    { privateEndpoints: notRead },
    { firewalls: [firewall({})] },
  ];
  for (const change of changes) {
    alone(guarded);
    expect(alone({ ...guarded, ...change }).model).toMatchObject(change);
  }
});

it('shows a route that loses replies although a group stops everything before it', () => {
  const model = buildModel({
    rules: ['in 100 Deny * *>* * Deny-In', 'out 100 Deny * *>* * Deny-All'],
    routes: ['0.0.0.0/0 appliance 10.40.1.4'],
    nat: null,
  });
  const found = judge(model, buildPlan(), facts).find(
    ({ requirement }) => requirement === 'udr-forced-tunnel-aml',
  );
  expect(spoken(found)).toBe('error not-met judge.replies.lost');
});
