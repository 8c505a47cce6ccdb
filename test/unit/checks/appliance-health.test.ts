import { expect, test } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { known } from '../../../src/core/known';
import type { NetworkModel, VirtualNetwork } from '../../../src/core/network/model';
import { reason } from '../../../src/core/reason';
import { shippedTags } from '../../support/shipped-tags';
import { buildModel, buildPlan, modelNetworkId, unreadFact, type NetworkSpec } from './model-builder';
import { resultLine } from './result-line';

const facts = { tags: shippedTags('public') };
const hubId = modelNetworkId.replace('vnet-ml-prod-weu', 'vnet-hub');

function outcomeText(model: NetworkModel): string {
  const checked = checkSubnet(model, buildPlan({ publicIp: known(false), privateLink: true }), facts);
  return resultLine(checked.find(({ requirement }) => requirement === 'udr-appliance-health'));
}

const to = (ip: string, more: NetworkSpec = {}): NetworkModel =>
  buildModel({ routes: [`0.0.0.0/0 appliance ${ip}`], nat: null, ...more });

function changed(model: NetworkModel, change: (network: VirtualNetwork) => VirtualNetwork): NetworkModel {
  return { ...model, virtualNetworks: model.virtualNetworks.map(change) };
}

/** Returns a readable hub with 10.90.0.0/16 and one subnet with 10.90.0.0/26. */
function withHub(ip: string, more: Partial<VirtualNetwork> = {}): NetworkModel {
  const model = to(ip, { peerings: ['vnet-hub 10.90.0.0/16'] });
  const made = buildModel({ networkId: hubId, addressSpace: ['10.90.0.0/16'], prefixes: ['10.90.0.0/26'] });
  const [hub] = made.virtualNetworks;
  if (!hub) throw new Error('no hub');
  const subnets = hub.subnets.filter((one) => one.name === 'snet-training');
  return { ...model, virtualNetworks: [...model.virtualNetworks, { ...hub, subnets, ...more }] };
}

// "The private IP address of a network interface attached to a virtual machine", "of an Azure internal load balancer":
// both have an address of a subnet (learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview).
test('an appliance address of the network that isn’t in a subnet fails', () => {
  expect(outcomeText(to('10.40.1.4'))).toBe('passed check.appliance.fine');
  expect(outcomeText(to('10.40.2.4'))).toBe('error failed check.appliance.nowhere');
});

test('an address in a readable peered network is checked too, and one in an unread network passes', () => {
  expect(outcomeText(withHub('10.90.0.4'))).toBe('passed check.appliance.fine');
  expect(outcomeText(withHub('10.90.0.64'))).toBe('error failed check.appliance.nowhere');
  expect(outcomeText(to('10.90.0.64', { peerings: ['vnet-hub 10.90.0.0/16'] }))).toBe(
    'passed check.appliance.fine',
  );
  expect(outcomeText(to('10.90.0.64', { peerings: ['vnet-hub 10.90.0.0/16 !'] }))).toBe(
    'error unknown check.appliance.forwarding',
  );
});

test('subnets that weren’t read may contain the address, unless a readable subnet does', () => {
  const unread = (model: NetworkModel): NetworkModel =>
    changed(model, (network) => ({
      ...network,
      subnets: network.subnets.map((one) =>
        one.name === 'snet-endpoints' ? { ...one, addressPrefixes: unreadFact } : one,
      ),
    }));
  expect(outcomeText(unread(to('10.40.2.4')))).toBe('error unknown unknown.permission');
  expect(outcomeText(unread(to('10.40.1.4')))).toBe('passed check.appliance.fine');
});

test('the result is unknown if there may be more subnets', () => {
  const moreSubnets = reason('document.notHere', { name: 'vnet-hub' });
  expect(outcomeText(withHub('10.90.0.64', { moreSubnets }))).toBe('error unknown document.notHere');
  expect(outcomeText(withHub('10.90.0.4', { moreSubnets }))).toBe('passed check.appliance.fine');
});
