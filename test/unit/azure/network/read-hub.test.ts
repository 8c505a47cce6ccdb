import { describe, expect, test } from 'vitest';
import { findSubnet } from '../../../../src/core/network/find';
import type { ConnectedHub } from '../../../../src/core/network/model';
import type { BodyObject } from '../../../../src/sandbox/body-json';
import { sampleNetworkId, platform, sampleSubnetId } from '../../../../src/sandbox/sample/names';
import { connectSample, noStop } from '../sample';

const loyalty = sampleSubnetId('rg-loyalty', 'vnet-spoke-loyalty-weu', 'snet-train-loyalty');
const hubId = sampleNetworkId('rg-virtual-wan', 'virtualHubs', 'vhub-weu');
const firewallId = sampleNetworkId('rg-virtual-wan', 'azureFirewalls', 'afw-vhub-weu');
const firewallAddress = '10.94.0.132';

type Connected = ReturnType<typeof connectSample>;

async function readBy({ azure, sample }: Connected, subnet = loyalty) {
  const model = await azure.read.networks(sample.subscriptionId, noStop);
  const read = await azure.read.refreshSubnet(model, subnet, noStop);
  return { read, hub: findSubnet(read, subnet)?.network.hub };
}

function brings(hub: ConnectedHub | undefined) {
  if (!hub) return undefined;
  const { routes } = hub;
  if (!routes.known) return routes.because;
  return routes.value.map(({ prefix, nextHopAddress }) => `${prefix} -> ${nextHopAddress}`);
}

/** Connects to the sample with a change below the hub by another user. */
function changed(path: string, properties: BodyObject): Connected {
  const connected = connectSample();
  expect(
    connected.sample.writeByOther({ method: 'PUT', path: `${hubId}/${path}`, body: { properties } }),
  ).toBe(true);
  return connected;
}

const privately = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(
  (one) => `${one} -> ${firewallAddress}`,
);
const toFirewall = { destinationType: 'CIDR', nextHopType: 'ResourceId', nextHop: firewallId };
const policies = {
  internet: { name: 'InternetTraffic', destinations: ['Internet'], nextHop: firewallId },
  inside: { name: 'PrivateTraffic', destinations: ['PrivateTraffic'], nextHop: firewallId },
};

describe('the virtual hub that a network is connected to', () => {
  test('is found by its connection, with the routes of its routing intent', async () => {
    const { hub, read } = await readBy(connectSample());
    expect(hub).toMatchObject({ id: hubId, name: 'vhub-weu', firewallId });
    expect(brings(hub)).toEqual([...privately, `0.0.0.0/0 -> ${firewallAddress}`]);
    expect(read.firewalls).toMatchObject([{ name: 'afw-vhub-weu', addresses: { value: [firewallAddress] } }]);
  });

  test('is searched once, then read by its ID', async () => {
    const connected = connectSample();
    const { read } = await readBy(connected);
    const before = connected.sample.traffic.length;
    const again = await connected.azure.read.refreshSubnet(read, loyalty, noStop);
    expect(findSubnet(again, loyalty)?.network.hub).toEqual(findSubnet(read, loyalty)?.network.hub);
    const asked = connected.sample.traffic.slice(before).map(({ path }) => path);
    expect(asked.some((path) => /\/routingIntent/.test(path))).toBe(true);
    expect(asked.some((path) => /providers\/Microsoft\.Network\/virtualHubs($|\?)/.test(path))).toBe(false);
  });

  test('costs no request if the network isn’t connected to a hub', async () => {
    const connected = connectSample();
    const { hub } = await readBy(
      connected,
      sampleSubnetId('rg-orders', 'vnet-spoke-orders-weu', 'snet-train-orders'),
    );
    expect(hub).toBeUndefined();
    expect(connected.sample.traffic.some(({ path }) => /virtualHubs/.test(path))).toBe(false);
  });

  test('advertises no default route to a connection that disables it', async () => {
    const network = sampleNetworkId('rg-loyalty', 'virtualNetworks', 'vnet-spoke-loyalty-weu');
    const connected = changed('hubVirtualNetworkConnections/to-loyalty', {
      remoteVirtualNetwork: { id: network },
      enableInternetSecurity: false,
    });
    expect(brings((await readBy(connected)).hub)).toEqual(privately);
  });

  test('advertises what was added to a private policy, and doesn’t repeat its own routes', async () => {
    const connected = changed('hubRouteTables/defaultRouteTable', {
      routes: [
        { name: '_policy_PrivateTraffic', destinations: ['10.0.0.0/8'], ...toFirewall },
        { name: 'private_traffic', destinations: ['40.0.0.0/24', '10.0.0.0/8'], ...toFirewall },
      ],
    });
    expect(brings((await readBy(connected)).hub)).toEqual([
      ...privately,
      `40.0.0.0/24 -> ${firewallAddress}`,
      `0.0.0.0/0 -> ${firewallAddress}`,
    ]);
  });

  test('with a default route added to a private policy has an unknown next hop behind its firewall', async () => {
    const connected = changed('routingIntent/hubRoutingIntent', { routingPolicies: [policies.inside] });
    connected.sample.writeByOther({
      method: 'PUT',
      path: `${hubId}/hubRouteTables/defaultRouteTable`,
      body: {
        properties: {
          routes: [{ name: 'private_traffic', destinations: ['0.0.0.0/0'], ...toFirewall }],
        },
      },
    });
    expect(brings((await readBy(connected)).hub)).toEqual([...privately, '0.0.0.0/0 -> null']);
  });

  test('has no next hop address if the next hop is another appliance', async () => {
    const nextHop = sampleNetworkId('rg-virtual-wan', 'networkVirtualAppliances', 'nva');
    const connected = changed('routingIntent/hubRoutingIntent', {
      routingPolicies: [{ ...policies.internet, nextHop }],
    });
    expect(brings((await readBy(connected)).hub)).toEqual(['0.0.0.0/0 -> null']);
  });

  // "Associating a connection to a route table allows the traffic (from that connection) to be sent to the destination
  // indicated as routes in the route table … By default, all connections are associated to a Default route table"
  // (virtual-wan/about-virtual-hub-routing, 2024-12-10).
  describe('without routing intent', () => {
    const other = sampleNetworkId(
      'rg-virtual-wan',
      'virtualHubs',
      'vhub-weu/hubVirtualNetworkConnections/nva',
    );
    const route = (destinations: readonly string[], more: BodyObject = {}): BodyObject => ({
      ...toFirewall,
      name: destinations.join(),
      destinations: [...destinations],
      ...more,
    });

    /** Routes that the hub's tables advertise to the network, whose connection has `connection`. */
    async function broughtBy(
      tables: Readonly<Record<string, readonly BodyObject[]>>,
      connection: BodyObject = { enableInternetSecurity: true },
    ) {
      const connected = changed('routingIntent/hubRoutingIntent', { routingPolicies: [] });
      const put = (path: string, properties: BodyObject): void =>
        void connected.sample.writeByOther({
          method: 'PUT',
          path: `${hubId}/${path}`,
          body: { properties },
        });
      for (const [name, routes] of Object.entries(tables)) {
        put(`hubRouteTables/${name}`, { routes: [...routes] });
      }
      put('hubVirtualNetworkConnections/to-loyalty', {
        remoteVirtualNetwork: {
          id: sampleNetworkId('rg-loyalty', 'virtualNetworks', 'vnet-spoke-loyalty-weu'),
        },
        ...connection,
      });
      return brings((await readBy(connected)).hub);
    }

    const associated = (table: string): BodyObject => ({
      routingConfiguration: {
        associatedRouteTable: { id: `${hubId}/hubRouteTables/${table}`.toUpperCase() },
      },
      enableInternetSecurity: true,
    });

    test('static routes of the default table count if the connection names no table', async () => {
      const defaultRouteTable = [route(['0.0.0.0/0', '10.0.0.0/8'])];
      expect(await broughtBy({ defaultRouteTable })).toEqual([
        `0.0.0.0/0 -> ${firewallAddress}`,
        `10.0.0.0/8 -> ${firewallAddress}`,
      ]);
      expect(await broughtBy({ defaultRouteTable: [] })).toEqual([]);
    });

    test('routes of the associated table count if the connection names one, and a missing table has none', async () => {
      const tables = { defaultRouteTable: [route(['10.0.0.0/8'])], RT_VNet: [route(['0.0.0.0/0'])] };
      expect(await broughtBy(tables, associated('RT_VNet'))).toEqual([`0.0.0.0/0 -> ${firewallAddress}`]);
      expect(await broughtBy(tables, associated('defaultRouteTable'))).toEqual([
        `10.0.0.0/8 -> ${firewallAddress}`,
      ]);
      expect(await broughtBy(tables, associated('noneRouteTable'))).toEqual([]);
    });

    // "To modify the secured status, change the enable internet security or propagate default route setting on the
    // connection" (virtual-wan/about-internet-routing, 2025-03-26).
    test('a default route isn’t advertised to a connection that disables it', async () => {
      const defaultRouteTable = [route(['0.0.0.0/0', '40.0.0.0/8'])];
      expect(await broughtBy({ defaultRouteTable }, {})).toEqual([`40.0.0.0/8 -> ${firewallAddress}`]);
    });

    test('a route to another connection has an appliance without an address as its next hop', async () => {
      const defaultRouteTable = [route(['0.0.0.0/0'], { nextHop: other })];
      expect(await broughtBy({ defaultRouteTable })).toEqual(['0.0.0.0/0 -> null']);
    });

    test('a table with routes to services isn’t resolved', async () => {
      const service = route(['Storage'], { destinationType: 'Service' });
      expect(await broughtBy({ defaultRouteTable: [route(['0.0.0.0/0']), service] })).toEqual([]);
    });

    test('tables that can’t be read add no known routes', async () => {
      const connected = changed('routingIntent/hubRoutingIntent', { routingPolicies: [] });
      const type = 'Microsoft.Network/virtualHubs/hubRouteTables';
      connected.sample.access.deny({ scope: hubId, verbs: ['read'], type });
      expect(brings((await readBy(connected)).hub)).toEqual([]);
    });
  });

  test('whose routing intent can be listed but not read is unknown, with the required role', async () => {
    const connected = connectSample();
    const type = 'Microsoft.Network/virtualHubs/routingIntent';
    connected.sample.access.deny({ scope: hubId, verbs: ['read'], type });
    const { hub } = await readBy(connected);
    expect(hub?.id).toBe(hubId);
    expect(brings(hub)).toMatchObject({
      key: 'unknown.virtualHubUnread',
      values: { name: 'vhub-weu', role: 'Reader', scope: 'rg-virtual-wan' },
    });
  });

  test('in no readable subscription is unknown, and isn’t searched again', async () => {
    const connected = connectSample();
    connected.sample.access.deny({ scope: hubId, verbs: ['read'] });
    const { hub, read } = await readBy(connected);
    expect(hub).toMatchObject({ id: null, name: 'vhub-weu' });
    expect(brings(hub)).toMatchObject({ key: 'unknown.virtualHubElsewhere' });
    const before = connected.sample.traffic.length;
    await connected.azure.read.refreshSubnet(read, loyalty, noStop);
    expect(connected.sample.traffic.slice(before).some(({ path }) => /virtualHubs/.test(path))).toBe(false);
  });

  test('in the subscription of another team is found there, with its firewall', async () => {
    const connected = connectSample({ large: true });
    const { sample } = connected;
    sample.access.deny({ scope: hubId, verbs: ['read'] });
    const group = `/subscriptions/${platform.id}/resourceGroups/rg-platform-hub`;
    const put = (path: string, properties: BodyObject, location?: string): void => {
      const body = { ...(location ? { location } : {}), properties };
      expect(sample.writeByOther({ method: 'PUT', path: `${group}${path}`, body }), path).toBe(true);
    };
    put('', {}, 'westeurope');
    const network = '/providers/Microsoft.Network';
    const nextHop = `${group}${network}/azureFirewalls/afw-platform`;
    put(
      `${network}/azureFirewalls/afw-platform`,
      { hubIPAddresses: { privateIPAddress: '10.94.0.132', publicIPs: { count: 1 } } },
      'westeurope',
    );
    const hub = `${network}/virtualHubs/vhub-weu`;
    put(hub, { azureFirewall: { id: nextHop } }, 'westeurope');
    put(`${hub}/routingIntent/intent`, { routingPolicies: [{ ...policies.internet, nextHop }] });
    put(`${hub}/hubVirtualNetworkConnections/one`, {
      remoteVirtualNetwork: {
        id: sampleNetworkId('rg-loyalty', 'virtualNetworks', 'vnet-spoke-loyalty-weu'),
      },
      enableInternetSecurity: true,
    });
    const { hub: found, read } = await readBy(connected);
    expect(found).toMatchObject({ id: `${group}${hub}`, firewallId: nextHop });
    expect(brings(found)).toEqual(['0.0.0.0/0 -> 10.94.0.132']);
    expect(read.firewalls).toMatchObject([{ id: nextHop, name: 'afw-platform' }]);
  });
});
