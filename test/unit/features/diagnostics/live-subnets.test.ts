import { expect, test } from 'vitest';
import { known } from '../../../../src/core/known';
import {
  findCounterparts,
  likeliestFirst,
  subnetsIn,
} from '../../../../src/features/diagnostics/live-subnets';
import { someNetwork } from '../../../support/networks';

const [network] = someNetwork({}).virtualNetworks;
const [subnet] = network?.subnets ?? [];
if (!network || !subnet) throw new Error('No network to start from');

const modelOf = (name: string, subnets: readonly string[]) => ({
  ...someNetwork({}),
  virtualNetworks: [
    {
      ...network,
      name,
      subnets: subnets.map((one, at) => ({
        ...subnet,
        id: `${network.id}/${name}/${one}`,
        name: one,
        addressPrefixes: known([`10.${at}.0.0/24`, `10.${at}.1.0/24`]),
      })),
    },
  ],
});

const live = [
  ...subnetsIn(modelOf('vnet-ml', ['snet-training', 'snet-other'])),
  ...subnetsIn(modelOf('vnet-test', ['snet-training'])),
  ...subnetsIn(modelOf('VNET-ML', ['Snet-Training'])),
];
const twinsOf = (networkName: string, name: string) =>
  findCounterparts(live, { network: { ...network, name: networkName }, subnet: { ...subnet, name } }).map(
    (one) => `${one.network}/${one.name}`,
  );

test('every subnet of a model, with its addresses', () => {
  expect(live.map((one) => `${one.network}/${one.name} ${one.prefixes}`)).toEqual([
    'vnet-ml/snet-training 10.0.0.0/24, 10.0.1.0/24',
    'vnet-ml/snet-other 10.1.0.0/24, 10.1.1.0/24',
    'vnet-test/snet-training 10.0.0.0/24, 10.0.1.0/24',
    'VNET-ML/Snet-Training 10.0.0.0/24, 10.0.1.0/24',
  ]);
});

test('a counterpart has the same name in a network of the same name, ignoring case; there can be several', () => {
  expect(twinsOf('vnet-ml', 'snet-training')).toEqual(['vnet-ml/snet-training', 'VNET-ML/Snet-Training']);
  expect(twinsOf('vnet-ml', 'SNET-OTHER')).toEqual(['vnet-ml/snet-other']);
  expect(twinsOf('vnet-test', 'snet-training')).toEqual(['vnet-test/snet-training']);
});

test('a subnet of that name in another network isn’t a counterpart, and neither is another subnet of the network', () => {
  expect(twinsOf('vnet-test', 'snet-other')).toEqual([]);
  expect(twinsOf('vnet-new', 'snet-training')).toEqual([]);
});

test('choices list subnets of the same name first, then those with the same addresses', () => {
  const other = subnetsIn(modelOf('vnet-test', ['snet-app', 'snet-same', 'snet-training']));
  const asked = { ...subnet, name: 'snet-training', addressPrefixes: known(['10.1.0.0/24', '10.1.1.0/24']) };
  expect(likeliestFirst(other, { subnet: asked }).map((one) => one.name)).toEqual([
    'snet-training',
    'snet-same',
    'snet-app',
  ]);
});
