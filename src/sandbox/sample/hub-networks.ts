import type { World } from '../settings';
import { azureMlRules, imagesRule, signInRules } from './azure-ml-rules';
import { networkId } from './names';
import { peeringTo } from './peering';
import { placeNetwork, placeRouteTable, placeSecurityGroup } from './place';
import {
  applicationRule,
  fromAddresses,
  fromGroup,
  networkRule,
  placeFirewall,
  placeIpGroup,
  placePolicy,
} from './place-firewall';
import { currentRules } from './rule-sets';

const hub = { group: 'rg-hub-shared', name: 'vnet-hub-shared-weu', prefix: '10.76.0.0/22' };
const spoke = { group: 'rg-orders', name: 'vnet-spoke-orders-weu', prefix: '10.77.0.0/22' };
const firewallPrefix = '10.76.0.0/26';
const firewallAddress = '10.76.0.4';
const known = '10.77.0.0/26';

/** A hub whose firewall may be read, and a spoke behind it: one subnet that its rules know, and one that is new. */
export function placeReadableHub(world: World): void {
  placeNetwork(world, {
    ...hub,
    subnets: [{ name: 'AzureFirewallSubnet', prefix: firewallPrefix }],
    peerings: [peeringTo(networkId(spoke.group, 'virtualNetworks', spoke.name), spoke.prefix)],
  });
  const policy = placePolicies(world);
  placeFirewall(world, {
    group: hub.group,
    name: 'afw-shared',
    network: hub.name,
    prefix: firewallPrefix,
    policy,
  });
  placeSpoke(world);
}

/** What every spoke may, and what none may, stands in the parent. */
function placePolicies(world: World): string {
  const { group } = hub;
  const everySpoke = fromAddresses(spoke.prefix);
  const parent = placePolicy(world, { group, name: 'afwp-base' }, [
    {
      name: 'never',
      priority: 100,
      access: 'Deny',
      rules: [networkRule('No-Mail', ['TCP', '25', '*'], fromAddresses('*'))],
    },
    {
      name: 'everyone',
      priority: 200,
      access: 'Allow',
      rules: signInRules(everySpoke),
    },
    {
      name: 'not-everyone',
      priority: 300,
      access: 'Deny',
      rules: [networkRule('No-Telemetry', ['TCP', '443', 'AzureMonitor'], fromAddresses('10.77.0.64/26'))],
    },
  ]);
  const ml = fromGroup(placeIpGroup(world, { group, name: 'ipg-ml-spokes' }, [known]));
  return placePolicy(world, { group, name: 'afwp-shared', parent }, [
    {
      name: 'azure-ml',
      priority: 400,
      access: 'Allow',
      rules: [
        networkRule('Batch', ['Any', '443', 'BatchNodeManagement.WestEurope'], ml),
        ...azureMlRules(ml),
      ],
    },
    {
      name: 'hosts',
      priority: 500,
      access: 'Allow',
      rules: [
        imagesRule(ml),
        applicationRule(
          'Packages',
          ['pypi.org', '*.pythonhosted.org', 'anaconda.com', '*.anaconda.com', '*.anaconda.org'],
          ml,
        ),
      ],
    },
  ]);
}

function placeSpoke(world: World): void {
  const { group } = spoke;
  placeSecurityGroup(world, { group, name: 'nsg-orders' }, currentRules);
  placeRouteTable(
    world,
    { group, name: 'rt-orders' },
    {
      'default-to-hub': {
        addressPrefix: '0.0.0.0/0',
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: firewallAddress,
      },
    },
  );
  const parts = { routeTable: 'rt-orders', securityGroup: 'nsg-orders', defaultOutboundAccess: false };
  placeNetwork(world, {
    ...spoke,
    // The hub's firewall answers names, as it must where its rules name hosts.
    dnsServers: [firewallAddress],
    subnets: [
      { name: 'snet-train-orders', prefix: known, ...parts },
      { name: 'snet-train-orders-new', prefix: '10.77.0.64/26', ...parts },
    ],
    peerings: [peeringTo(networkId(hub.group, 'virtualNetworks', hub.name), hub.prefix)],
  });
}
