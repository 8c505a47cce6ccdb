import type { JsonObject } from '../json';
import type { World } from '../settings';
import { azureMlRules, imagesRule, signInRules } from './azure-ml-rules';
import { networkId, westEurope } from './names';
import { peeringTo } from './peering';
import { placeNetwork, placeSecurityGroup } from './place';
import { fromAddresses, placePolicy } from './place-firewall';
import { currentRules } from './rule-sets';

const group = 'rg-virtual-wan';
const hub = { name: 'vhub-weu', prefix: '10.94.0.0/23' };
const spoke = { group: 'rg-loyalty', name: 'vnet-spoke-loyalty-weu', prefix: '10.95.0.0/24' };
const firewallAddress = '10.94.0.132';

/** The network of a hub is in a subscription of Microsoft's, and nobody may read it. */
const hubNetwork =
  '/subscriptions/8b3f1c52-6d4e-4f7a-9c20-1e5d7a9b4c36/resourceGroups/RG_vhub-weu_4f0d2a61/providers/Microsoft.Network/virtualNetworks/HV_vhub-weu_4f0d2a61-7c35-4b8e-9d12-3a6b5c7d8e9f';

/**
 * A Virtual WAN hub with a firewall, and a spoke without a route of its own: the hub's routing intent sends everything to
 * the firewall, which lets out what Azure ML needs but for Batch.
 */
export function placeVirtualWan(world: World): void {
  const network = placeConnectedSpoke(world);
  const firewall = networkId(group, 'azureFirewalls', 'afw-vhub-weu');
  const id = networkId(group, 'virtualHubs', hub.name);
  const put = (path: string, properties: JsonObject): void =>
    void world.store.put({ id: `${id}/${path}`, properties });
  world.store.put({
    id,
    location: westEurope.name,
    properties: {
      addressPrefix: hub.prefix,
      sku: 'Standard',
      virtualWan: { id: networkId(group, 'virtualWans', 'wan-contoso') },
      azureFirewall: { id: firewall },
      routingState: 'Provisioned',
    },
  });
  placeFirewallInHub(world, { id: firewall, hubId: id });
  put('routingIntent/hubRoutingIntent', {
    routingPolicies: [
      { name: 'InternetTraffic', destinations: ['Internet'], nextHop: firewall },
      { name: 'PrivateTraffic', destinations: ['PrivateTraffic'], nextHop: firewall },
    ],
  });
  put('hubRouteTables/defaultRouteTable', {
    labels: ['default'],
    routes: [
      policyRoute('_policy_PrivateTraffic', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'], firewall),
      policyRoute('_policy_PublicTraffic', ['0.0.0.0/0'], firewall),
    ],
  });
  put('hubVirtualNetworkConnections/to-loyalty', {
    remoteVirtualNetwork: { id: network },
    enableInternetSecurity: true,
  });
}

function policyRoute(name: string, destinations: readonly string[], nextHop: string): JsonObject {
  return {
    name,
    destinationType: 'CIDR',
    destinations: [...destinations],
    nextHopType: 'ResourceId',
    nextHop,
  };
}

function placeFirewallInHub(
  world: World,
  { id, hubId }: { readonly id: string; readonly hubId: string },
): void {
  const spokes = fromAddresses(spoke.prefix);
  const policy = placePolicy(world, { group, name: 'afwp-vhub-weu' }, [
    {
      name: 'azure-ml',
      priority: 400,
      access: 'Allow',
      rules: [...signInRules(spokes), ...azureMlRules(spokes)],
    },
    {
      name: 'hosts',
      priority: 500,
      access: 'Allow',
      rules: [imagesRule(spokes)],
    },
  ]);
  world.store.put({
    id,
    location: westEurope.name,
    properties: {
      sku: { name: 'AZFW_Hub', tier: 'Standard' },
      threatIntelMode: 'Alert',
      additionalProperties: {},
      virtualHub: { id: hubId },
      hubIPAddresses: {
        privateIPAddress: firewallAddress,
        publicIPs: { addresses: [{ address: '198.51.100.210' }], count: 1 },
      },
      firewallPolicy: { id: policy },
    },
  });
}

function placeConnectedSpoke(world: World): string {
  placeSecurityGroup(world, { group: spoke.group, name: 'nsg-loyalty' }, currentRules);
  placeNetwork(world, {
    ...spoke,
    subnets: [
      {
        name: 'snet-train-loyalty',
        prefix: '10.95.0.0/26',
        securityGroup: 'nsg-loyalty',
        defaultOutboundAccess: false,
      },
    ],
    peerings: [
      {
        ...peeringTo(hubNetwork, hub.prefix, { useRemoteGateways: true }),
        name: 'RemoteVnetToHubPeering_4f0d2a61-7c35-4b8e-9d12-3a6b5c7d8e9f',
      },
    ],
  });
  return networkId(spoke.group, 'virtualNetworks', spoke.name);
}
