import {
  clusterArguments,
  compute,
  instanceArguments,
  ownEndpoint,
  publicCluster,
  situation,
  bicepWorkspace,
  type FailureCase,
} from './builder';
import { writtenNetwork } from '../../support/written-network';

const delegatedTo = (service: string): string =>
  `delegations: [{ name: 'only', properties: { serviceName: '${service}' } }]`;

const nodes = (most: number): string => `scaleSettings: { minNodeCount: 0, maxNodeCount: ${String(most)} }`;

const noPublicIp = 'enableNodePublicIp: false';

const subnetWithoutGroup = `
resource rule 'Microsoft.Authorization/policyDefinitions@2023-04-01' = {
  name: 'subnets-need-nsg'
  properties: {
    policyType: 'Custom'
    mode: 'All'
    policyRule: {
      if: {
        allOf: [
          { field: 'type', equals: 'Microsoft.Network/virtualNetworks' }
          {
            count: {
              field: 'Microsoft.Network/virtualNetworks/subnets[*]'
              where: { field: 'Microsoft.Network/virtualNetworks/subnets[*].networkSecurityGroup.id', exists: 'false' }
            }
            notEquals: 0
          }
        ]
      }
      then: { effect: 'deny' }
    }
  }
}
resource assigned 'Microsoft.Authorization/policyAssignments@2024-04-01' = {
  name: 'subnets-need-nsg'
  properties: { policyDefinitionId: rule.id }
}
`;

/** "Not allowed resource types" of Azure. */
const notAllowed = (types: readonly string[]): string => `
resource assigned 'Microsoft.Authorization/policyAssignments@2024-04-01' = {
  name: 'platform-owns-networks'
  properties: {
    policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/6c112d4e-5bc7-47ae-a041-ea2d9dccd749'
    parameters: { listOfResourceTypesNotAllowed: { value: [${types.map((one) => `'${one}'`).join(', ')}] } }
  }
}
`;

const lock = (level: string, scope = ''): string => `
resource keep 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
${scope}  properties: { level: '${level}' }
}
`;

/** A network without a sign that it is for Azure Machine Learning. */
const unmarked = (more: string): string => writtenNetwork({ rules: [] }) + more;

/** Cases 21 to 35: subnets, policies, locks, and quotas. */
export const subnetCases: readonly FailureCase[] = [
  {
    id: 21,
    title: 'network policies for private endpoints are on, and an NSG denies the way to the endpoint',
    before: {
      files: situation({
        subnetsBefore: [
          "{ name: 'endpoints', properties: { addressPrefix: '10.0.3.0/24', privateEndpointNetworkPolicies: 'Enabled', networkSecurityGroup: { id: closed.id } } }",
        ],
        more: `${ownEndpoint}
resource closed 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-endpoints'
  location: 'westeurope'
  properties: {
    securityRules: [
      {
        name: 'Deny-All'
        properties: {
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}
`,
      }),
      options: instanceArguments,
      causes: ['error pe-network-policies-workspace'],
      fixes: ['pe-network-policies-workspace'],
      edits: "privateEndpointNetworkPolicies: 'Disabled'",
    },
    after: {
      message: 'Subnet snet has PrivateLinkServiceNetworkPolicies or PrivateEndpointNetworkPolicies enabled',
      cause: 'networkPolicies',
      check: 'pe-network-policies-workspace',
    },
  },
  {
    id: 22,
    title: 'a subnet that holds the private endpoint of the workspace is delegated',
    before: {
      files: situation({
        isPrivate: true,
        subnet: [delegatedTo('Microsoft.ContainerInstance/containerGroups')],
      }),
      options: clusterArguments,
      causes: ['error subnet-no-delegation'],
      fixes: ['subnet-no-delegation'],
    },
    after: {
      message:
        'Delegations of subnet snet cannot be changed from [] to [Microsoft.ContainerInstance/containerGroups] because it is being used',
      cause: 'delegated',
      check: 'subnet-no-delegation',
    },
  },
  {
    id: 24,
    title: 'a subnet of Databricks',
    before: {
      files: situation({ isPrivate: true, subnet: [delegatedTo('Microsoft.Databricks/workspaces')] }),
      options: clusterArguments,
      causes: ['error subnet-no-delegation'],
    },
    after: {
      message: 'Subnet databricks-private has a delegation and cannot be used with a private endpoint',
      cause: 'delegated',
      check: 'subnet-no-delegation',
    },
  },
  {
    id: 25,
    title: 'a subnet that is delegated to web apps',
    before: {
      files: situation({ isPrivate: true, subnet: [delegatedTo('Microsoft.Web/serverFarms')] }),
      options: clusterArguments,
      causes: ['error subnet-no-delegation'],
      fixes: ['subnet-no-delegation'],
    },
  },
  {
    id: 26,
    title: 'fewer free addresses than nodes',
    before: {
      files: situation({
        prefix: '10.0.2.0/28',
        more:
          bicepWorkspace(["publicNetworkAccess: 'Enabled'"]) +
          compute('train', 'AmlCompute', { properties: [nodes(20), 'enableNodePublicIp: true'] }),
      }),
      options: '',
      causes: ['warning subnet-free-ips-cluster'],
      consequences: ['warning subnet-minimum-prefix'],
    },
    after: {
      message:
        '{"error":{"code":"AllocationFailed","message":"Desired number of dedicated nodes could not be allocated","details":[{"code":"SubnetIsFull","message":"The specified subnet doesn\'t have enough free addresses"}]}}',
      cause: 'addresses',
    },
  },
  {
    id: 27,
    title: 'two clusters that don’t fit into one subnet together',
    before: {
      files: situation({
        prefix: '10.0.2.0/27',
        more:
          bicepWorkspace(["publicNetworkAccess: 'Enabled'"]) +
          compute('train', 'AmlCompute', { properties: [nodes(16), 'enableNodePublicIp: true'] }) +
          compute('score', 'AmlCompute', { properties: [nodes(16), 'enableNodePublicIp: true'] }),
      }),
      options: '',
      causes: ['warning subnet-free-ips-cluster'],
    },
  },
  {
    id: 28,
    title: 'a policy that denies subnets without an NSG',
    before: {
      files: situation({ isPrivate: true, more: subnetWithoutGroup }),
      options: clusterArguments,
      causes: ['error policy-denies-resource'],
    },
    after: {
      message:
        '(RequestDisallowedByPolicy) Resource \'vnet\' was disallowed by policy. Policy identifiers: \'[{"policyAssignment":{"name":"subnets-need-nsg"}}]\'.',
      cause: 'policy',
      isAlone: true,
    },
  },
  {
    id: 29,
    title: 'a policy that forbids networks',
    before: {
      files: situation({ isPrivate: true, more: notAllowed(['Microsoft.Network/virtualNetworks']) }),
      options: clusterArguments,
      causes: ['error policy-denies-resource'],
    },
    after: {
      message: "(RequestDisallowedByPolicy) Resource 'vnet' was disallowed by policy.",
      cause: 'policy',
      isAlone: true,
    },
  },
  {
    id: 30,
    title: 'a policy that forbids the network resources which Azure creates for a public IP',
    before: {
      files: situation({ more: notAllowed(['Microsoft.Network/loadBalancers']) }),
      options: publicCluster,
      causes: ['error policy-forbids-network-resources'],
    },
  },
  {
    id: 31,
    title: 'a lock on the network',
    before: {
      files: situation({ isPrivate: true, more: lock('ReadOnly', '  scope: vnet\n') }),
      options: publicCluster,
      causes: ['error lock-on-vnet-resource-group'],
    },
    after: {
      message:
        '{"error":{"code":"AllocationFailed","message":"Desired number of dedicated nodes could not be allocated","details":[{"code":"ScopeLocked","message":"The scope is locked"}]}}',
      cause: 'lock',
    },
  },
  {
    id: 32,
    title: 'the limit of clusters, in an answer that looks like success',
    after: {
      message:
        'status 200: failed with status "Failed". Additional Info:"Operation results in exceeding quota limits of Microsoft.Batchlusters"',
      cause: 'quota',
    },
  },
  {
    id: 35,
    title: 'a subscription that another tenant manages',
    before: {
      files: situation({ isPrivate: true }),
      options: clusterArguments,
      causes: ['note lighthouse-unsupported'],
    },
  },
  {
    id: 36,
    title: 'a subnet of another resource group that the files don’t hold',
    before: {
      files: `
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' existing = { name: 'mlw-risk' }
${compute('train', 'AmlCompute', { properties: [noPublicIp] })}`,
      options: '',
      causes: ['info subnet-not-in-files'],
    },
    after: {
      message:
        'Resource /subscriptions/0000/resourceGroups/rg-workspace/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet referenced by resource /subscriptions/0000/resourceGroups/rg-workspace/providers/Microsoft.Network/networkInterfaces/nic was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.',
      cause: 'subnetMissing',
      isAlone: true,
    },
  },
  {
    id: 46,
    title: 'a cluster without a subnet next to the network that is meant for it',
    before: {
      files: situation({
        more:
          bicepWorkspace(["publicNetworkAccess: 'Enabled'"]) +
          compute('train', 'AmlCompute', { inSubnet: false, properties: [nodes(4)] }),
      }),
      options: '--public-ip yes',
      causes: ['warning compute-outside-network'],
      fixes: ['compute-outside-network'],
      edits: "subnet: {\n        id: '${vnet.id}/subnets/snet'",
    },
  },
  {
    id: 47,
    title: 'a module for compute that has no parameter for the subnet',
    before: {
      files: {
        'main.bicep': situation({
          more: `
module train 'compute.bicep' = { name: 'train', params: { name: 'train' } }
`,
        }),
        'compute.bicep': `param name string
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' existing = { name: 'mlw-risk' }
resource compute 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: name
  location: 'westeurope'
  properties: { computeType: 'AmlCompute', properties: { vmSize: 'Standard_DS3_v2', ${nodes(4)} } }
}
`,
      },
      options: '--public-ip yes',
      causes: [],
      unchecked: ['train'],
    },
  },
  {
    id: 51,
    title: 'an own subnet in a workspace with a managed virtual network',
    before: {
      files: situation({
        more:
          bicepWorkspace(["managedNetwork: { isolationMode: 'AllowInternetOutbound' }"]) +
          compute('train', 'AmlCompute', { properties: [nodes(4), 'enableNodePublicIp: true'] }),
      }),
      options: '',
      causes: ['error managed-vnet-exclusive'],
    },
    after: {
      message:
        'Workspace mlw-risk has managed network isolation mode AllowInternetOutbound. Compute in a custom virtual network is not supported.',
      cause: 'managed',
      check: 'managed-vnet-exclusive',
    },
  },
  {
    id: 42,
    title: 'a cluster without a subnet in a managed virtual network, which is right',
    before: {
      files: unmarked(
        bicepWorkspace(["managedNetwork: { isolationMode: 'AllowInternetOutbound' }"]) +
          compute('train', 'AmlCompute', { inSubnet: false, properties: [nodes(4), noPublicIp] }),
      ),
      options: '',
      causes: [],
      unchecked: ['train'],
    },
    after: {
      message:
        'Error: `subnet_resource_id` must be set if `node_public_ip_enabled` is set to `false`\n\n  with azurerm_machine_learning_compute_cluster.this',
      cause: 'oldTool',
      isAlone: true,
    },
  },
  {
    id: 43,
    title: 'an instance without a subnet in a managed virtual network, which is right',
    before: {
      files: unmarked(
        bicepWorkspace(["managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' }"]) +
          compute('notebook', 'ComputeInstance', { inSubnet: false, properties: [noPublicIp] }),
      ),
      options: '',
      causes: [],
      unchecked: ['notebook'],
    },
    after: {
      message:
        'Error: `subnet_resource_id` must be set if `node_public_ip_enabled` is set to `false`\n\n  with azurerm_machine_learning_compute_instance.this',
      cause: 'oldTool',
      isAlone: true,
    },
  },
  {
    id: 34,
    title: 'a compute in a network of another resource group, whose lock counts',
    before: {
      files: {
        'main.bicep': `targetScope = 'subscription'
module network 'network.bicep' = { name: 'network', scope: resourceGroup('rg-network') }
`,
        'network.bicep': situation({ more: lock('ReadOnly') }),
      },
      options: publicCluster,
      causes: ['error lock-on-vnet-resource-group'],
    },
  },
];
