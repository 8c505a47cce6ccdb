import { expect, test } from 'vitest';
import { answeringNetworks, nameServerSubscriptions, nameSources } from '../../../src/checks/name-servers';
import { known } from '../../../src/core/known';
import type { Firewall } from '../../../src/core/network/firewall';
import type { NetworkModel } from '../../../src/core/network/model';
import { firewall } from '../../support/firewalls';
import { buildModel, modelNetworkId, unreadFact } from './model-builder';

const hubId = modelNetworkId.replace('vnet-ml-prod-weu', 'vnet-hub');

/** Returns the network, and a peered hub with 10.90.0.0/16. */
function model(dnsServers: readonly string[], isRead = true): NetworkModel {
  const own = buildModel({ dnsServers, peerings: ['vnet-hub 10.90.0.0/16'] });
  const [hub] = buildModel({ networkId: hubId, addressSpace: ['10.90.0.0/16'] }).virtualNetworks;
  if (!hub) throw new Error('no hub');
  const read = isRead ? hub : { ...hub, addressPrefixes: unreadFact };
  return { ...own, virtualNetworks: [...own.virtualNetworks, read] };
}

function answers(from: NetworkModel) {
  const [network] = from.virtualNetworks;
  const found = network && answeringNetworks(from, network);
  return found?.known ? (found.value?.map(({ id }) => id) ?? null) : found;
}

test('names resolve in the own network if it uses Azure’s DNS servers', () => {
  expect(answers(model([]))).toEqual([modelNetworkId]);
  expect(answers(model(['168.63.129.16']))).toEqual([modelNetworkId]);
});

test('names resolve in the network of each DNS server', () => {
  expect(answers(model(['10.90.0.4', '10.40.0.4']))).toEqual([hubId, modelNetworkId]);
});

test('the result is unknown if a DNS server isn’t in a network that was read', () => {
  expect(answers(model(['10.90.0.4', '172.16.0.4']))).toBeNull();
  expect(answers(model(['10.90.0.4'], false))).toBeNull();
  expect(answers(model(['what']))).toBeNull();
});

test('the result is unknown if the DNS servers are', () => {
  const unread = model([]);
  const virtualNetworks = unread.virtualNetworks.map((one) => ({ ...one, dnsServers: unreadFact }));
  expect(answers({ ...unread, virtualNetworks })).toEqual(unreadFact);
  expect(known(answers(model([])))).toMatchObject({ known: true });
});

const proxyAddress = '10.90.0.4';

/** Returns where the network's DNS queries are resolved: networks by their IDs, without unread ones. */
function sources(from: NetworkModel, firewalls: readonly Firewall[]) {
  const [network] = from.virtualNetworks;
  const found = network && nameSources({ ...from, firewalls }, network);
  if (!found?.known) return found;
  return found.value.map((one) => ('network' in one ? { ...one, network: one.network?.id } : one));
}

const proxy = (more: Partial<Firewall> = {}): Firewall =>
  firewall({}, { networkId: hubId, addresses: known([proxyAddress]), nameServers: known([]), ...more });
const proxyForwarder = { by: 'firewall', name: 'afw' };

test('a firewall’s DNS proxy resolves names in the firewall’s own network', () => {
  const azure = { is: 'azure', network: hubId, forwarder: proxyForwarder };
  expect(sources(model([proxyAddress]), [proxy()])).toEqual([azure]);
  const named = proxy({ nameServers: known(['168.63.129.16']) });
  expect(sources(model([proxyAddress]), [named])).toEqual([azure]);
  expect(answers({ ...model([proxyAddress]), firewalls: [proxy()] })).toEqual([hubId]);
});

test('a DNS proxy uses its own servers if it has some, including another proxy, and none twice', () => {
  const own = proxy({ nameServers: known(['10.90.0.9', '192.168.7.7']) });
  expect(sources(model([proxyAddress]), [own])).toEqual([
    { is: 'server', address: '10.90.0.9', network: hubId },
    { is: 'server', address: '192.168.7.7', network: undefined },
  ]);
  const second = proxy({ name: 'afw2', addresses: known(['10.90.0.5']) });
  const chain = proxy({ nameServers: known(['10.90.0.5']) });
  expect(sources(model([proxyAddress]), [chain, second])).toEqual([
    { is: 'azure', network: hubId, forwarder: { by: 'firewall', name: 'afw2' } },
  ]);
  const around = { ...second, nameServers: known([proxyAddress]) };
  expect(sources(model([proxyAddress]), [chain, around])).toEqual([
    { is: 'server', address: proxyAddress, network: hubId },
  ]);
});

test('a firewall with a disabled proxy resolves nothing, and one with an unknown proxy is unknown', () => {
  const off = proxy({ dnsProxy: known(false) });
  expect(sources(model([proxyAddress]), [off])).toEqual([{ is: 'silent', firewall: 'afw' }]);
  expect(answers({ ...model([proxyAddress]), firewalls: [off] })).toBeNull();
  expect(sources(model([proxyAddress]), [proxy({ dnsProxy: unreadFact })])).toEqual(unreadFact);
  expect(sources(model([proxyAddress]), [proxy({ nameServers: unreadFact })])).toEqual(unreadFact);
  const elsewhere = proxy({ addresses: unreadFact });
  expect(sources(model([proxyAddress]), [elsewhere])).toEqual([
    { is: 'server', address: proxyAddress, network: hubId },
  ]);
});

test('for a hub in another subscription the ID suffices, and a virtual hub can’t have zone links', () => {
  const far = proxy({ networkId: `${hubId}-2` });
  expect(sources(model([proxyAddress]), [far])).toEqual([
    { is: 'azure', network: `${hubId}-2`, forwarder: proxyForwarder },
  ]);
  const [network] = model([proxyAddress]).virtualNetworks;
  expect(network && answeringNetworks({ ...model([proxyAddress]), firewalls: [far] }, network)).toEqual(
    known([{ id: `${hubId}-2`, name: 'vnet-hub-2' }]),
  );
  const virtual = proxy({ networkId: hubId.replace('vnet-hub', 'HV_hub-weu_3f2a91b0') });
  expect(sources(model([proxyAddress]), [virtual])).toEqual([
    { is: 'azure', network: undefined, forwarder: proxyForwarder },
  ]);
  expect(answers({ ...model([proxyAddress]), firewalls: [virtual] })).toBeNull();
  const own = proxy({ networkId: `${hubId}-2`, nameServers: known(['10.90.0.9']) });
  expect(sources(model([proxyAddress]), [own])).toEqual([
    { is: 'server', address: '10.90.0.9', network: undefined },
  ]);
});

test('an address in a subnet of DNS private resolvers resolves as Azure does there', () => {
  const given = (delegations: readonly string[] | 'unread'): NetworkModel => {
    const made = model(['10.40.7.5']);
    const virtualNetworks = made.virtualNetworks.map((one) => ({
      ...one,
      subnets: one.subnets.map((each) =>
        each.name === 'snet-endpoints'
          ? { ...each, delegations: delegations === 'unread' ? unreadFact : known(delegations) }
          : each,
      ),
    }));
    return { ...made, virtualNetworks };
  };
  const resolver = {
    is: 'azure',
    network: modelNetworkId,
    forwarder: { by: 'resolver', address: '10.40.7.5' },
  };
  const server = { is: 'server', network: modelNetworkId, address: '10.40.7.5' };
  expect(sources(given(['Microsoft.Network/dnsResolvers']), [])).toEqual([resolver]);
  expect(sources(given(['x', 'MICROSOFT.NETWORK/DNSRESOLVERS']), [])).toEqual([resolver]);
  expect(sources(given(['Microsoft.Web/serverFarms']), [])).toEqual([server]);
  expect(sources(given([]), [])).toEqual([server]);
  expect(sources(given('unread'), [])).toEqual([server]);
});

test('zones are searched in the subscriptions of peers that contain DNS servers, once each', () => {
  const there = '/subscriptions/22222222-2222-2222-2222-222222222222/virtualNetworks';
  const asked = (dnsServers: readonly string[], remoteId: string): readonly string[] => {
    const [network] = model(dnsServers).virtualNetworks;
    if (!network?.peerings.known) throw new Error('no peerings');
    const peerings = known(network.peerings.value.map((one) => ({ ...one, remoteId })));
    return nameServerSubscriptions({ ...network, peerings });
  };
  const hub = ['22222222-2222-2222-2222-222222222222'];
  expect(asked(['10.90.0.4', '10.90.0.5'], `${there}/vnet-hub`)).toEqual(hub);
  expect(asked(['10.91.0.4'], `${there}/vnet-hub`)).toEqual([]);
  expect(asked([], `${there}/vnet-hub`)).toEqual([]);
  expect(asked(['168.63.129.16'], `${there}/vnet-hub`)).toEqual([]);
  expect(asked(['10.90.0.4'], `${there}/HV_hub-weu_3f2a91b0`)).toEqual([]);
});

test('unread peers don’t count as the location of a DNS server', () => {
  const made = model(['10.90.0.4']);
  const virtualNetworks = made.virtualNetworks.map((one) => ({ ...one, peerings: unreadFact }));
  expect(answers({ ...made, virtualNetworks })).toBeNull();
});
