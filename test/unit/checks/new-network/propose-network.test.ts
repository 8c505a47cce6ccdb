import { describe, expect, it } from 'vitest';
import { networkFaults, overlapAdvice } from '../../../../src/checks/new-network/network-faults';
import {
  noNetworkOptions,
  proposeNetwork,
  type NetworkOptions,
} from '../../../../src/checks/new-network/propose-network';
import { known, unknown } from '../../../../src/core/known';
import { emptyModel } from '../../../../src/core/network/empty-model';
import type { NetworkModel } from '../../../../src/core/network/model';
import { bareNetwork, type ProposedNetwork } from '../../../../src/core/network/proposed-network';
import { reason } from '../../../../src/core/reason';
import { buildPlan } from '../model-builder';

const none = emptyModel('public');

function propose(
  options: Partial<NetworkOptions> = {},
  { model = none, maxNodes = 4 }: { readonly model?: NetworkModel; readonly maxNodes?: number } = {},
): ProposedNetwork {
  const { workspace } = buildPlan();
  if (!workspace.known) throw new Error('the plan has a workspace');
  return proposeNetwork({ ...noNetworkOptions, ...options }, { workspace: workspace.value, model, maxNodes });
}

function modelWith(...spaces: readonly string[]): NetworkModel {
  const networks = spaces.map((addressSpace, at) =>
    bareNetwork({ ...propose(), name: `vnet-${String(at)}`, addressSpace }),
  );
  return { ...none, virtualNetworks: networks };
}

describe('a proposed network', () => {
  it('is in the workspace’s resource group and region', () => {
    expect(propose()).toEqual({
      subscription: '11111111-1111-1111-1111-111111111111',
      resourceGroup: 'rg-ml',
      location: 'westeurope',
      name: 'vnet-mlw-fraud-prod',
      addressSpace: '10.40.0.0/16',
      subnetName: 'snet-training',
      subnetPrefix: '10.40.0.0/26',
    });
  });

  it('has a name that no other network in its resource group has', () => {
    const [network] = modelWith('10.1.0.0/16').virtualNetworks;
    const model = { ...none, virtualNetworks: [{ ...network!, name: 'VNET-mlw-fraud-prod' }] };
    expect(propose({}, { model }).name).toBe('vnet-mlw-fraud-prod-2');
    expect(propose({ resourceGroup: 'rg-other' }, { model }).name).toBe('vnet-mlw-fraud-prod');
  });

  it('has a valid name, whatever the name of the workspace', () => {
    const { workspace } = buildPlan();
    if (!workspace.known) throw new Error('the plan has a workspace');
    const named = { ...workspace.value, name: 'mlw-odd--' };
    const proposed = proposeNetwork(noNetworkOptions, { workspace: named, model: none, maxNodes: 4 });
    expect(proposed.name).toBe('vnet-mlw-odd');
    expect(networkFaults(proposed, none)).toEqual({});
  });

  it('has addresses that no network which was read has', () => {
    expect(propose({}, { model: modelWith('10.40.0.0/21', '10.41.255.0/24') }).addressSpace).toBe(
      '10.42.0.0/16',
    );
    expect(
      propose({}, { model: modelWith('10.32.0.0/11', '10.64.0.0/10', '10.128.0.0/9') }).addressSpace,
    ).toBe('10.0.0.0/16');
    expect(propose({}, { model: modelWith('10.0.0.0/8') }).addressSpace).toBe('10.40.0.0/16');
    const unread = unknown(reason('unknown.notRead', { name: 'x' }));
    const [network] = modelWith('10.40.0.0/16').virtualNetworks;
    const model = { ...none, virtualNetworks: [{ ...network!, addressPrefixes: unread }] };
    expect(propose({}, { model }).addressSpace).toBe('10.40.0.0/16');
  });

  it.each([
    [1, '/26'],
    [29, '/26'],
    [30, '/25'],
    [100, '/24'],
    [1000, '/21'],
  ])('has room for twice %i nodes: %s', (maxNodes, length) => {
    expect(propose({}, { maxNodes }).subnetPrefix).toBe(`10.40.0.0${length}`);
  });

  it('has its subnet at the start of the given addresses, and not larger than they are', () => {
    expect(propose({ addressSpace: '192.168.7.0/24' }).subnetPrefix).toBe('192.168.7.0/26');
    expect(propose({ addressSpace: '192.168.7.128/28' }).subnetPrefix).toBe('192.168.7.128/28');
  });
});

/** Message keys of the faults under each field. */
function faultsOf(options: Partial<NetworkOptions>, model = none): Readonly<Record<string, string>> {
  const faults = networkFaults(propose(options, { model }), model);
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, fault.key]));
}

describe('faults of a proposed network', () => {
  it('are empty for the proposed values', () => {
    expect(faultsOf({})).toEqual({});
  });

  it.each([
    [{ name: '' }, { name: 'newNetwork.fault.name' }],
    [{ name: 'v' }, { name: 'newNetwork.fault.name' }],
    [{ name: 'vnet-' }, { name: 'newNetwork.fault.name' }],
    [{ name: 'a/b' }, { name: 'newNetwork.fault.name' }],
    [{ name: 'v'.repeat(65) }, { name: 'newNetwork.fault.name' }],
    [{ resourceGroup: 'rg-ml.' }, { resourceGroup: 'newNetwork.fault.group' }],
    [{ resourceGroup: 'rg/ml' }, { resourceGroup: 'newNetwork.fault.group' }],
    [{ subnetName: '-a' }, { subnetName: 'newNetwork.fault.subnetName' }],
    [{ addressSpace: '10.40.0.0' }, { addressSpace: 'newNetwork.fault.prefix' }],
    [{ addressSpace: 'fd00::/64' }, { addressSpace: 'newNetwork.fault.prefix' }],
    [{ addressSpace: '10.40.0.4/16' }, { addressSpace: 'newNetwork.fault.hostBits' }],
    [{ addressSpace: '0.0.0.0/1' }, { addressSpace: 'newNetwork.fault.size' }],
    [{ subnetPrefix: '10.40.0.0/30' }, { subnetPrefix: 'newNetwork.fault.size' }],
    [{ subnetPrefix: '10.40.0.1/26' }, { subnetPrefix: 'newNetwork.fault.hostBits' }],
    [{ subnetPrefix: '10.41.0.0/26' }, { subnetPrefix: 'newNetwork.fault.outside' }],
    [{ subnetPrefix: '10.0.0.0/8' }, { subnetPrefix: 'newNetwork.fault.outside' }],
  ])('%o', (options, faults) => {
    expect(faultsOf(options)).toEqual(faults);
  });

  it('include a name that is taken, since deploying would overwrite that network', () => {
    const model = modelWith('10.1.0.0/16');
    expect(faultsOf({ name: 'VNet-0' }, model)).toEqual({ name: 'newNetwork.fault.nameTaken' });
    expect(faultsOf({ name: 'vnet-0', resourceGroup: 'rg-other' }, model)).toEqual({});
  });

  it('include only the address space if it is invalid', () => {
    expect(faultsOf({ addressSpace: 'x', subnetPrefix: '10.0.0.0/26' })).toEqual({
      addressSpace: 'newNetwork.fault.prefix',
    });
  });
});

describe('addresses that another network has', () => {
  it('are discouraged, with the name of the first network', () => {
    const model = modelWith('10.40.0.0/24', '10.40.1.0/24', '10.9.0.0/16');
    const at = (addressSpace: string) => overlapAdvice(propose({ addressSpace }, { model }), model);
    expect(at('10.40.0.0/24')).toEqual(reason('newNetwork.overlap', { name: 'vnet-0' }));
    expect(at('10.40.0.0/16')).toEqual(reason('newNetwork.overlapMore', { name: 'vnet-0', n: 1 }));
    expect(at('10.50.0.0/16')).toBeUndefined();
  });
});

it('has no used addresses in the subnet, and no default outbound access', () => {
  expect(bareNetwork(propose()).subnets[0]).toMatchObject({
    addressesInUse: known(0),
    defaultOutboundAccess: known(false),
    securityGroup: known(null),
  });
});
