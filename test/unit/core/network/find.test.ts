import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import {
  findSubnet,
  findVirtualNetwork,
  idUpTo,
  nameOf,
  natGatewayOf,
  routeTableOf,
  sameId,
  securityGroupOf,
  segmentOf,
  virtualNetworkIdOf,
} from '../../../../src/core/network/find';
import { reason } from '../../../../src/core/reason';
import { ids, someNetwork } from '../../../support/networks';

describe('IDs', () => {
  test('are compared without regard to case', () => {
    expect(sameId('/Subscriptions/A', '/subscriptions/a')).toBe(true);
    expect(sameId('/subscriptions/a', '/subscriptions/b')).toBe(false);
  });

  test('are compared as their lowercase forms, for all letters', () => {
    const letters = [
      'a',
      'A',
      'z',
      'Z',
      '@',
      '`',
      '[',
      '{',
      '-',
      'é',
      'É',
      '\u212A',
      'k',
      'Σ',
      'ς',
      'σ',
      'İ',
    ];
    const texts = letters.flatMap((one) => letters.map((other) => `${one}/${other}`));
    const isSame = (a: string, b: string): boolean =>
      a.length === b.length && a.toLowerCase() === b.toLowerCase();
    const wrong = texts.flatMap((a) => texts.filter((b) => sameId(a, b) !== isSame(a, b)).map((b) => [a, b]));
    expect(wrong).toEqual([]);
  });

  test('end in a name and contain segments', () => {
    expect(nameOf('/subscriptions/0/resourceGroups/rg-net')).toBe('rg-net');
    expect(nameOf('plain')).toBe('plain');
    expect(segmentOf('/subscriptions/0/resourcegroups/rg-Net', 'resourceGroups')).toBe('rg-Net');
    expect(segmentOf('subnets/snet', 'subnets')).toBe('snet');
    expect(segmentOf('/subscriptions/0/resourceGroups/rg', 'providers')).toBeUndefined();
    expect(segmentOf('/subscriptions/0/resourceGroups', 'resourceGroups')).toBeUndefined();
  });
});

test('the ID of a parent ends before the child type, whatever its case', () => {
  const parent = '/subscriptions/0/providers/Microsoft.Network/networkManagers/nm';
  expect(idUpTo(`${parent}/securityAdminConfigurations/base`, 'SecurityAdminConfigurations')).toBe(parent);
  expect(idUpTo(`${parent}/SECURITYADMINCONFIGURATIONS/base`, 'securityAdminConfigurations')).toBe(parent);
  expect(idUpTo('/subnets/a', 'subnets')).toBe('');
  expect(idUpTo(parent, 'ruleCollections')).toBe(parent);
});

test('the ID of a subnet’s network is the part before the subnet', () => {
  const { network } = ids;
  expect(virtualNetworkIdOf(`${network}/Subnets/training`)).toBe(network);
  expect(virtualNetworkIdOf(network)).toBe(network);
});

describe('resources of a model', () => {
  const model = someNetwork({ rules: [], routes: [], nat: {} });
  const subnet = model.virtualNetworks[0]!.subnets[0]!;

  test('are found whatever the case of their IDs', () => {
    expect(findVirtualNetwork(model, ids.network.toUpperCase())?.name).toBe('vnet');
    expect(findSubnet(model, ids.subnet.toUpperCase())).toEqual({
      subnet,
      network: model.virtualNetworks[0],
    });
    expect(findVirtualNetwork(model, `${ids.network}x`)).toBeUndefined();
    expect(findSubnet(model, ids.network)).toBeUndefined();
  });

  test('of a subnet are those that it refers to', () => {
    expect(securityGroupOf(model, subnet)).toEqual(known(model.securityGroups[0]));
    expect(routeTableOf(model, subnet)).toEqual(known(model.routeTables[0]));
    expect(natGatewayOf(model, subnet)).toEqual(known(model.natGateways[0]));
  });

  test('are null without a reference, and unknown with their name if they weren’t read', () => {
    expect(securityGroupOf(model, { ...subnet, securityGroup: known(null) })).toEqual(known(null));
    const elsewhere = { ...subnet, securityGroup: known('/subscriptions/0/nsg-other') };
    expect(securityGroupOf(model, elsewhere)).toEqual(
      unknown(reason('unknown.notRead', { name: 'nsg-other' })),
    );
    const closed = unknown(reason('unknown.bgp'));
    expect(securityGroupOf(model, { ...subnet, securityGroup: closed })).toBe(closed);
  });

  test('are the first of two with the same ID', () => {
    const [network] = model.virtualNetworks;
    const second = { ...network!, name: 'second', subnets: [{ ...subnet, name: 'second' }] };
    const twice = { ...model, virtualNetworks: [network!, second] };
    expect(findVirtualNetwork(twice, ids.network)?.name).toBe('vnet');
    expect(findSubnet(twice, ids.subnet)?.subnet.name).toBe('snet');
    expect(findVirtualNetwork(twice, ids.network)).toBe(network);
  });
});
