import type { World } from '../settings';
import { connectivity, inGroup, networkId, research, westEurope } from './names';
import { placeNatGateway, placeNetwork, placeRouteTable, placeSecurityGroup } from './place';
import { placeNetworkManager, type SampleAdminRule } from './place-network-manager';
import { currentRules } from './rule-sets';

const group = 'rg-regulated';
const name = 'vnet-regulated-weu';

/** Where network managers keep the route tables that they make for networks of the subscription. */
export const managedTables = `AVNM_Managed_ResourceGroup_${research.id}`;

/**
 * What Microsoft advises to close everywhere, SMB among it (security admin rules, 2022-05-25), and sign-in, which no
 * group may close.
 */
const baseline: readonly SampleAdminRule[] = [
  {
    priority: 10,
    name: 'Always-Allow-EntraID',
    direction: 'Outbound',
    access: 'AlwaysAllow',
    protocol: 'Tcp',
    ports: ['80', '443'],
    to: 'AzureActiveDirectory',
  },
  {
    priority: 20,
    name: 'Deny-SMB-Out',
    direction: 'Outbound',
    access: 'Deny',
    protocol: 'Tcp',
    ports: ['445'],
  },
  {
    priority: 30,
    name: 'Deny-Management-In',
    direction: 'Inbound',
    access: 'Deny',
    protocol: 'Tcp',
    ports: ['22', '3389'],
    from: 'Internet',
  },
];

const policyId = networkId(group, 'serviceEndpointPolicies', 'sep-own-accounts');

/** Names the team's own accounts alone: Azure ML's storage, which nodes start from, is blocked. */
function placeEndpointPolicy(world: World): void {
  world.store.put({
    id: policyId,
    location: westEurope.name,
    properties: {
      serviceEndpointPolicyDefinitions: [
        {
          id: `${policyId}/serviceEndpointPolicyDefinitions/own-accounts`,
          name: 'own-accounts',
          properties: { service: 'Microsoft.Storage', serviceResources: [inGroup('rg-ml-prod')] },
        },
      ],
    },
  });
}

/**
 * The platform team's network manager rules over it: it denies SMB, which mounting file shares needs, whatever the
 * subnet's group allows. One subnet has a route table that the manager made.
 */
export function placeRegulatedNetwork(world: World): void {
  // Sign-in passes by the manager's word alone, past the deny-all.
  const rules = currentRules.filter((rule) => rule.name !== 'Allow-EntraID');
  placeSecurityGroup(world, { group, name: 'nsg-regulated' }, rules);
  placeNatGateway(world, { group, name: 'ng-regulated' });
  placeRouteTable(
    world,
    { group: managedTables, name: 'AVNM_Managed_312496641AD74FC994A9D15A92911F72' },
    { 'azureml-direct': { addressPrefix: 'AzureMachineLearning', nextHopType: 'Internet' } },
  );
  placeEndpointPolicy(world);
  const parts = { securityGroup: 'nsg-regulated', natGateway: 'ng-regulated', defaultOutboundAccess: false };
  placeNetwork(world, {
    group,
    name,
    prefix: '10.90.0.0/22',
    subnets: [
      { name: 'snet-train-regulated', prefix: '10.90.0.0/26', ...parts },
      {
        name: 'snet-train-routed',
        prefix: '10.90.0.64/26',
        ...parts,
        serviceEndpoints: ['Microsoft.Storage'],
        endpointPolicies: [policyId],
        routeTable: `${inGroup(managedTables)}/providers/Microsoft.Network/routeTables/AVNM_Managed_312496641AD74FC994A9D15A92911F72`,
      },
    ],
  });
  placeNetworkManager(world, {
    id: `/subscriptions/${connectivity.id}/resourceGroups/rg-platform/providers/Microsoft.Network/networkManagers/nm-contoso`,
    subscriptionId: research.id,
    networks: [networkId(group, 'virtualNetworks', name)],
    configuration: 'sac-high-risk-ports',
    rules: baseline,
  });
}
