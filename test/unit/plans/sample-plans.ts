import type { Fix } from '../../../src/core/fix';
import { known } from '../../../src/core/known';
import type { Subnet } from '../../../src/core/network/model';
import { reason } from '../../../src/core/reason';
import type { NewRule, ResourceChange } from '../../../src/core/resource-change';
import { addedRoute, addedRule, associated, created, setTo } from '../../support/changes';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import type { CodeContext } from '../../../src/plans/code/code-context';
import { sayReason } from '../../../src/messages/say';
import { messagesIn } from '../../support/messages-in';
import type { PlanSay } from '../../../src/plans/say';
import { rsa2048 } from './ssh-keys';

const english = messagesIn('en');

/** English texts. Throws for a key without a text, and for a placeholder without a value. */
export const sayStrictly: PlanSay = (key, values) => {
  if (!english.has(key)) throw new Error(`no text for '${key}'`);
  const text = sayReason(english, values === undefined ? { key } : { key, values });
  const left = /\{\w+\}/.exec(text)?.[0];
  if (
    left !== undefined &&
    !Object.values(values ?? {})
      .join(' ')
      .includes(left)
  ) {
    throw new Error(`'${key}' was given no value for ${left}`);
  }
  return text;
};

export const planSubscription = '/subscriptions/3f1c2a90-5b7e-4d7a-9a55-0c4e7a1b2d10';
const ml = `${planSubscription}/resourceGroups/rg-ml-prod`;
const network = `${planSubscription}/resourceGroups/rg-network-prod/providers/Microsoft.Network`;
export const securityGroupId = `${network}/networkSecurityGroups/nsg-training`;
export const routeTableId = `${network}/routeTables/rt-hub`;
export const planSubnetId = `${network}/virtualNetworks/vnet-spoke-weu/subnets/snet-training`;

export const clusterPlan: ComputePlan = {
  kind: 'cluster',
  name: 'cpu-cluster',
  workspaceId: `${ml}/providers/Microsoft.MachineLearningServices/workspaces/mlw-risk-prod`,
  workspaceLocation: 'westeurope',
  location: 'westeurope',
  publicIp: true,
  subnetId: planSubnetId,
  vmSize: 'Standard_DS3_v2',
  nodes: { min: 0, max: 4, idleMinutes: 2, priority: 'Dedicated' },
  ssh: null,
  identity: { is: 'none' },
  tags: [],
  assignedTo: null,
  idleShutdownMinutes: null,
  schedule: null,
  setupScript: null,
  fixes: [],
};

export const instancePlan: ComputePlan = {
  ...clusterPlan,
  kind: 'instance',
  name: 'ci-anna',
  publicIp: false,
};

export const context: CodeContext = {
  get subnet() {
    return subnet;
  },
  writtenOn: '24 Nov 2026',
  subnetPrefixes: ['10.40.4.0/26'],
  requirements: [
    { id: 'outbound-aml-udp-5831', title: 'Outbound UDP 5831 to AzureMachineLearning', date: '12 Jun 2025' },
    {
      id: 'outbound-batch-443',
      title: 'Outbound 443 to Azure Batch (BatchNodeManagement)',
      date: '12 Jun 2025',
    },
    { id: 'outbound-storage-445', title: 'Outbound TCP 445 to Storage (file share)', date: '12 Jun 2025' },
    {
      id: 'udr-forced-tunnel-aml',
      title: 'Replies to Azure ML go directly to the internet',
      date: '12 Jun 2025',
    },
  ].map((one) => ({ ...one, level: 'Documented by Microsoft' })),
};

export function newRuleWith(id: string, more: Partial<NewRule>): NewRule {
  return {
    name: 'AllowOutbound',
    why: reason('fix.rule.comment', {
      id,
      title: context.requirements.find((one) => one.id === id)?.title ?? id,
      kind: 'cluster',
      level: 'documented',
      date: '12 Jun 2025',
    }),
    priority: 180,
    direction: 'Outbound',
    access: 'Allow',
    protocol: 'Tcp',
    sources: ['VirtualNetwork'],
    destinations: ['AzureMachineLearning'],
    destinationPorts: ['443'],
    ...more,
  };
}

export function fixWithSteps(requirements: readonly string[], changes: Fix['changes']): Fix {
  return { requirements, effect: 'opens', changes, opens: [], closes: [], notes: [], alsoUsedBy: [] };
}

export function insertRule(rule: NewRule, into: string = securityGroupId): ResourceChange {
  return addedRule(into, rule);
}

/** Three rules that a deny-all NSG is missing, the last one with the subnet's own addresses. */
export const ruleFix = fixWithSteps(
  ['outbound-aml-udp-5831', 'outbound-batch-443', 'outbound-storage-445'],
  [
    insertRule(
      newRuleWith('outbound-aml-udp-5831', {
        name: 'AllowAzureMachineLearningUdp5831',
        protocol: 'Udp',
        destinationPorts: ['5831'],
      }),
    ),
    insertRule(
      newRuleWith('outbound-batch-443', {
        name: 'AllowBatchNodeManagement443',
        priority: 190,
        protocol: '*',
        sources: ['10.40.4.0/26'],
        destinations: ['BatchNodeManagement.WestEurope'],
      }),
    ),
    insertRule(
      newRuleWith('outbound-storage-445', {
        name: 'AllowStorage445',
        priority: 200,
        destinations: ['Storage.WestEurope'],
        destinationPorts: ['445'],
      }),
    ),
  ],
);

/** Two service-tag routes past an appliance, and the rule that makes the result for `Internet` known. */
export const routeFix = fixWithSteps(
  ['udr-forced-tunnel-aml'],
  [
    ...['AzureMachineLearning', 'BatchNodeManagement.WestEurope'].map((destination): ResourceChange =>
      addedRoute(routeTableId, {
        name: `${destination.replace('.', '-')}-direct`,
        destination,
        nextHop: 'Internet',
        nextHopAddress: null,
      }),
    ),
    insertRule(
      newRuleWith('udr-forced-tunnel-aml', { name: 'AllowAzureMachineLearning443', priority: 210 }),
      `${ml}/providers/Microsoft.Network/networkSecurityGroups/nsg-own`,
    ),
  ],
);

const place = `${network}/virtualNetworks/vnet-spoke-weu`;
const zones = `${planSubscription}/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones`;

/** A zone of a third resource group is linked to the network. */
export const linkFix = fixWithSteps(
  ['dns-dependency-zones'],
  [
    {
      type: 'zoneLink',
      id: `${zones}/privatelink.vaultcore.azure.net/virtualNetworkLinks/link-vnet-spoke-weu`,
      before: null,
      after: { network: place },
    },
  ],
);

const endpointId = `${network}/privateEndpoints/pe-mlw-fraud-prod`;
const madeZone = `${network}/privateDnsZones/privatelink.api.azureml.ms`;
const standingZone = `${zones}/privatelink.notebooks.azure.net`;
const registryEndpoint = `${network}/privateEndpoints/pe-crfraudprod-registry`;

/** An endpoint with a new zone and an existing one, and an endpoint whose names are resolved by custom DNS servers. */
export const endpointFix = fixWithSteps(
  ['npip-requires-private-endpoint'],
  [
    { type: 'zone', id: madeZone, before: null, after: {} },
    {
      type: 'endpoint',
      id: endpointId,
      before: null,
      after: {
        location: 'westeurope',
        subnet: `${place}/subnets/snet-privatelink`,
        target: `${ml}/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud-prod`,
        group: 'amlworkspace',
      },
    },
    {
      type: 'zoneGroup',
      id: `${endpointId}/privateDnsZoneGroups/default`,
      before: null,
      after: { zones: [madeZone, standingZone] },
    },
    {
      type: 'zoneLink',
      id: `${madeZone}/virtualNetworkLinks/link-vnet-spoke-weu`,
      before: null,
      after: { network: place },
    },
    {
      type: 'zoneLink',
      id: `${standingZone}/virtualNetworkLinks/link-vnet-spoke-weu`,
      before: null,
      after: { network: place },
    },
    {
      type: 'endpoint',
      id: registryEndpoint,
      before: null,
      after: {
        location: 'westeurope',
        subnet: `${place}/subnets/snet-privatelink`,
        target: `${ml}/providers/Microsoft.ContainerRegistry/registries/crfraudprod`,
        group: 'registry',
      },
    },
  ],
);

const gatewayId = `${network}/natGateways/ng-snet-training`;
const addressId = `${network}/publicIPAddresses/pip-ng-snet-training`;
const location = 'westeurope';

/** The subnet of every sample plan, as it was read. */
const subnet: Subnet = {
  id: planSubnetId,
  name: 'snet-training',
  virtualNetworkId: place,
  addressPrefixes: known(['10.40.4.0/26']),
  securityGroup: known(securityGroupId),
  routeTable: known(null),
  natGateway: known(null),
  delegations: known([]),
  serviceEndpoints: known(['Microsoft.Storage']),
  serviceEndpointPolicies: known([]),
  defaultOutboundAccess: known(false),
  privateEndpointNetworkPolicies: known('Disabled'),
  addressesInUse: known(0),
};

/** A new gateway with its address, and a rule for the traffic that then uses it. */
const gatewayFix = fixWithSteps(
  ['egress-explicit-for-npip'],
  [
    created('publicIpAddress', addressId, location, 'Standard'),
    created('natGateway', gatewayId, location, 'Standard'),
    associated('publicIpAddress', addressId, gatewayId),
    insertRule(
      newRuleWith('outbound-batch-443', {
        name: 'AllowBatchNodeManagement443',
        protocol: '*',
        sources: ['10.40.4.0/26'],
        destinations: ['BatchNodeManagement.WestEurope'],
      }),
    ),
    associated('natGateway', gatewayId, planSubnetId),
  ],
);

const ownGroup = `${network}/networkSecurityGroups/nsg-snet-training`;
const ownTable = `${network}/routeTables/rt-snet-training`;

/** A new NSG and a new route table, for a subnet that was delegated to another service. */
const filterFix = fixWithSteps(
  ['outbound-storage-445'],
  [
    created('securityGroup', ownGroup, location),
    insertRule(
      newRuleWith('outbound-storage-445', { name: 'Allow-Storage-445', destinationPorts: ['445'] }),
      ownGroup,
    ),
    created('routeTable', ownTable, location),
    addedRoute(ownTable, {
      name: 'AzureMachineLearning-direct',
      destination: 'AzureMachineLearning',
      nextHop: 'Internet',
      nextHopAddress: null,
    }),
    associated('securityGroup', ownGroup, planSubnetId),
    associated('routeTable', ownTable, planSubnetId),
    setTo(planSubnetId, { delegations: [] }),
  ],
);

/** Every kind of file that is written, by the folder of its fixture. */
const identityId = `${ml}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-fraud-train`;

/** Every option of the Size section, with tags that need all kinds of escapes. */
const options = {
  ssh: { publicPort: true, adminUser: 'anna', publicKey: `ssh-rsa ${rsa2048} anna@contoso` },
  identity: { is: 'user', id: identityId },
  tags: [
    { name: 'team', value: 'fraud' },
    { name: 'cost-center', value: '[4711]' },
    { name: "[it's ${1}]", value: '' },
  ],
} as const;

export const samplePlans: Readonly<Record<string, ComputePlan>> = {
  'cluster-public-ip': clusterPlan,
  'cluster-all-options': { ...clusterPlan, ...options },
  'instance-all-options': {
    ...instancePlan,
    ...options,
    identity: { is: 'system' },
    assignedTo: {
      objectId: '0a7b2c3d-1111-4222-8333-444455556666',
      tenantId: '9b8c7d6e-1111-4222-8333-444455556666',
    },
    idleShutdownMinutes: 60,
    schedule: { days: 'weekdays', start: '08:00', stop: '18:30', timeZone: 'W. Europe Standard Time' },
    setupScript: { runs: 'creation', path: "Users/anna's/setup.sh", arguments: '--env ${ENV}' },
  },
  'cluster-rule-fixes': { ...clusterPlan, publicIp: false, fixes: [ruleFix] },
  'instance-no-public-ip': instancePlan,
  'cluster-managed-network': { ...clusterPlan, publicIp: false, subnetId: null },
  'cluster-route-fixes': { ...clusterPlan, fixes: [routeFix] },
  'cluster-gateway-fix': { ...clusterPlan, publicIp: false, fixes: [gatewayFix] },
  'cluster-endpoint-fix': { ...clusterPlan, publicIp: false, fixes: [endpointFix] },
  'cluster-endpoint-own-group': {
    ...clusterPlan,
    workspaceId: clusterPlan.workspaceId.replace('rg-ml-prod', 'rg-network-prod'),
    fixes: [endpointFix, gatewayFix],
  },
  'instance-filter-fix': { ...instancePlan, fixes: [filterFix] },
  'cluster-gateway-own-group': {
    ...clusterPlan,
    workspaceId: clusterPlan.workspaceId.replace('rg-ml-prod', 'rg-network-prod'),
    fixes: [gatewayFix],
  },
  'cluster-other-region': {
    ...clusterPlan,
    workspaceLocation: 'northeurope',
    subnetId: planSubnetId.replace('3f1c2a90', '00000000'),
    nodes: { min: 1, max: 8, idleMinutes: 30, priority: 'LowPriority' },
    fixes: [
      fixWithSteps(
        ['outbound-storage-445'],
        ['WestEurope', 'NorthEurope'].map((region, index) =>
          insertRule(
            newRuleWith('outbound-storage-445', {
              name: `AllowStorage${region}445`,
              priority: 200 + index,
              destinations: [`Storage.${region}`],
              destinationPorts: ['445'],
            }),
            securityGroupId.replace('3f1c2a90', '00000000').replace('rg-network-prod', "rg-(security)'s"),
          ),
        ),
      ),
    ],
  },
};
