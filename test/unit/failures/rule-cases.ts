import { failure } from '../../../src/sandbox/failure-texts';
import {
  clusterArguments,
  instanceArguments,
  publicCluster,
  publicInstance,
  situation,
  type FailureCase,
} from './builder';

/** As reported in the threads, in JSON. */
const nsgMessage = JSON.stringify({
  error: failure('groupRulesMissing', {
    group: '/subscriptions/0000/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/nsg',
  }),
});

const firewall = (collections: string): string => `
resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'pip-afw'
  location: 'westeurope'
  sku: { name: 'Standard' }
}
resource afw 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'afw'
  location: 'westeurope'
  properties: {
    ipConfigurations: [
      {
        name: 'ipconfig'
        properties: {
          subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'AzureFirewallSubnet') }
          publicIPAddress: { id: address.id }
        }
      }
    ]
    ${collections}
  }
}
`;

const firewallSubnet = "{ name: 'AzureFirewallSubnet', properties: { addressPrefix: '10.0.0.0/26' } }";

const networkRules = (rules: readonly string[]): string => `networkRuleCollections: [
      {
        name: 'aml'
        properties: {
          priority: 200
          action: { type: 'Allow' }
          rules: [
            ${rules.join('\n            ')}
          ]
        }
      }
    ]`;

const toTag = (name: string, protocol: string, tag: string, ports: string): string =>
  `{ name: '${name}', protocols: ['${protocol}'], sourceAddresses: ['10.0.2.0/24'], destinationAddresses: ['${tag}'], destinationPorts: [${ports}] }`;

const allTags = {
  entra: toTag('entra', 'TCP', 'AzureActiveDirectory', "'80', '443'"),
  aml: toTag('aml', 'TCP', 'AzureMachineLearning', "'443', '8787', '18881'"),
  udp: toTag('udp', 'UDP', 'AzureMachineLearning', "'5831'"),
  batch: toTag('batch', 'Any', 'BatchNodeManagement.WestEurope', "'443'"),
  arm: toTag('arm', 'TCP', 'AzureResourceManager', "'443'"),
  storage: toTag('storage', 'TCP', 'Storage.WestEurope', "'443', '445'"),
  frontend: toTag('frontend', 'TCP', 'AzureFrontDoor.Frontend', "'443'"),
  firstParty: toTag('first-party', 'TCP', 'AzureFrontDoor.FirstParty', "'443'"),
  images: toTag('images', 'TCP', 'MicrosoftContainerRegistry', "'443'"),
  registry: toTag('registry', 'TCP', 'AzureContainerRegistry.WestEurope', "'443'"),
  monitor: toTag('monitor', 'TCP', 'AzureMonitor', "'443'"),
  vault: toTag('vault', 'TCP', 'AzureKeyVault.WestEurope', "'443'"),
};

/** All traffic goes to a firewall, which has the rules of the complete list with `change`. */
const behindFirewall = (change: Partial<Record<keyof typeof allTags, string>>, more = ''): string =>
  situation({
    isPrivate: true,
    nat: false,
    routes: ['0.0.0.0/0 -> 10.0.0.4'],
    subnet: ['defaultOutboundAccess: false'],
    subnetsBefore: [firewallSubnet],
    more: firewall(networkRules(Object.values({ ...allTags, ...change }).filter((one) => one !== '')) + more),
  });

const applicationRules = (hosts: readonly string[]): string => `
    applicationRuleCollections: [
      {
        name: 'hosts'
        properties: {
          priority: 300
          action: { type: 'Allow' }
          rules: [
            {
              name: 'hosts'
              protocols: [{ protocolType: 'Https', port: 443 }]
              sourceAddresses: ['10.0.2.0/24']
              targetFqdns: [${hosts.map((one) => `'${one}'`).join(', ')}]
            }
          ]
        }
      }
    ]`;

const flowsToInternet = [
  'outbound-entra-80-443',
  'outbound-aml-443',
  'outbound-aml-udp-5831',
  'outbound-batch-443',
  'outbound-arm-443',
  // Storage of the same region is reached from a private subnet (default-outbound-access, 2025-12-03).
  'outbound-mcr-443',
  'outbound-frontdoor-firstparty-443',
].map((one) => `error ${one}`);

/** Cases 1 to 20: rules of NSGs and firewalls, routes, and outbound access. */
export const ruleCases: readonly FailureCase[] = [
  {
    id: 1,
    title: 'an instance without public IP, TCP 445 to storage denied by the last rule',
    before: {
      files: situation({ isPrivate: true, without: ['smb'] }),
      options: instanceArguments,
      causes: ['warning outbound-storage-445'],
      fixes: ['outbound-storage-445'],
      by: 'Deny-Outbound-4096',
    },
    after: { message: nsgMessage, cause: 'rules', check: 'outbound-storage-445' },
  },
  {
    id: 2,
    title: 'TCP 445 denied by a rule against SMB in front of the rules for storage',
    before: {
      files: situation({ isPrivate: true, rules: ['Deny Outbound 103 Tcp *>*:445'] }),
      options: instanceArguments,
      causes: ['warning outbound-storage-445'],
      // The rule that would allow it never matches.
      consequences: ['warning contradicted-security-rule'],
      fixes: ['outbound-storage-445'],
      by: 'Deny-Outbound-103',
    },
    after: { message: nsgMessage, cause: 'rules', check: 'outbound-storage-445' },
  },
  {
    id: 3,
    title: 'an instance with port 443 alone to Azure Machine Learning',
    before: {
      files: situation({ isPrivate: true, without: ['rstudio', 'languageServer'] }),
      options: instanceArguments,
      causes: ['warning outbound-aml-18881'],
      fixes: ['outbound-aml-18881'],
      by: 'Deny-Outbound-4096',
    },
  },
  {
    id: 4,
    title: 'rules from before UDP 5831 and Batch were required',
    before: {
      files: situation({ isPrivate: true, without: ['udp', 'batch'] }),
      options: clusterArguments,
      causes: ['error outbound-aml-udp-5831', 'error outbound-batch-443'],
      fixes: ['outbound-aml-udp-5831', 'outbound-batch-443'],
      by: 'Deny-Outbound-4096',
    },
  },
  {
    id: 5,
    title: 'inbound traffic between nodes denied',
    before: {
      files: situation({ isPrivate: true, rules: ['Deny Inbound 4000 * *>*:*'] }),
      options: clusterArguments,
      causes: ['warning inbound-intra-subnet'],
      fixes: ['inbound-intra-subnet'],
      by: 'Deny-Inbound-4000',
    },
    after: {
      message: 'Failed to upload logs: http://10.0.2.5:16384/sendlogstoartifacts/info: connection refused',
      cause: 'peers',
      check: 'inbound-intra-subnet',
    },
  },
  {
    id: 6,
    title: 'port 44224 open from Batch instead of Azure Machine Learning',
    before: {
      files: situation({
        without: ['control'],
        rules: ['Allow Inbound 200 Tcp BatchNodeManagement.WestEurope>*:44224'],
      }),
      options: publicCluster,
      causes: ['error inbound-aml-44224'],
      fixes: ['inbound-aml-44224'],
    },
  },
  {
    id: 7,
    title: 'a firewall rule whose destination is the ID of the service tag, not its name',
    before: {
      files: behindFirewall({
        batch: toTag(
          'batch',
          'Any',
          '/subscriptions/0000/providers/Microsoft.Network/serviceTags/BatchNodeManagement.WestEurope',
          "'443'",
        ),
      }),
      options: clusterArguments,
      causes: ['error outbound-batch-443', 'error invalid-firewall-rule'],
    },
    after: {
      message: 'AllocationTimedout: Desired number of dedicated nodes could not be allocated',
      cause: 'network',
    },
  },
  {
    id: 8,
    title: 'an NSG without the inbound rule, from a module of 2022',
    before: {
      files: situation({ without: ['control'], rules: ['Deny Inbound 4096 * Internet>*:*'] }),
      options: publicInstance,
      causes: ['error inbound-aml-44224'],
      fixes: ['inbound-aml-44224'],
      by: 'Deny-Inbound-4096',
    },
  },
  {
    id: 9,
    title: 'no outbound access at all: a private subnet without a NAT gateway',
    before: {
      files: situation({ isPrivate: true, nat: false, subnet: ['defaultOutboundAccess: false'] }),
      options: clusterArguments,
      causes: ['error egress-explicit-for-npip'],
      consequences: flowsToInternet,
      fixes: ['egress-explicit-for-npip'],
    },
    after: { message: 'Code: NodeUnusable\nMessage: node is unusable', cause: 'network' },
  },
  {
    id: 10,
    title: 'nodes unusable, and billed: storage is blocked',
    before: {
      files: situation({ isPrivate: true, without: ['storage', 'smb'] }),
      options: clusterArguments,
      causes: ['error outbound-storage-443'],
      fixes: ['outbound-storage-443'],
      by: 'Deny-Outbound-4096',
    },
    after: { message: '{"code":"NodeUnusable","message":"The node is unusable"}', cause: 'network' },
  },
  {
    id: 11,
    title: 'Azure Machine Learning in an application rule of the firewall, which can’t allow UDP',
    before: {
      files: behindFirewall(
        { aml: '', udp: '' },
        applicationRules(['ml.azure.com', '*.azureml.ms', '*.azureml.net']),
      ),
      options: clusterArguments,
      causes: ['error outbound-aml-udp-5831'],
    },
  },
  {
    id: 12,
    title: 'a subnet’s NSG denies what the NSG of the service allows',
    before: {
      files: situation({ rules: ['Deny Inbound 105 * Internet>*:*'] }),
      options: publicCluster,
      causes: ['error inbound-aml-44224'],
      fixes: ['inbound-aml-44224'],
      by: 'Deny-Inbound-105',
    },
  },
  {
    id: 13,
    title: 'a firewall rule with an empty host name',
    before: {
      files: behindFirewall({}, applicationRules(['pypi.org', ''])),
      options: clusterArguments,
      causes: ['error invalid-firewall-rule'],
    },
  },
  {
    id: 14,
    title: 'a public IP behind a firewall, without the route for Azure Machine Learning',
    before: {
      files: situation({ nat: false, routes: ['0.0.0.0/0 -> 10.9.0.4'] }),
      options: publicCluster,
      causes: ['error inbound-aml-44224'],
      fixes: ['inbound-aml-44224'],
      by: 'to-0-0-0-0-0',
    },
  },
  {
    id: 15,
    title: 'Jupyter times out: replies leave through the tunnel to the company network',
    before: {
      files: situation({ nat: false, routes: ['0.0.0.0/0 -> VirtualNetworkGateway'] }),
      options: publicInstance,
      causes: ['error inbound-aml-44224'],
      fixes: ['inbound-aml-44224'],
      by: 'to-0-0-0-0-0',
    },
  },
  {
    id: 16,
    title: 'the route for Batch alone',
    before: {
      files: situation({
        nat: false,
        routes: ['0.0.0.0/0 -> 10.9.0.4', 'BatchNodeManagement.WestEurope -> Internet'],
      }),
      options: publicCluster,
      causes: ['error inbound-aml-44224'],
      fixes: ['inbound-aml-44224'],
      by: 'to-0-0-0-0-0',
    },
  },
  {
    id: 17,
    title: 'a route meant for inbound traffic sends the replies to the appliance',
    before: {
      files: situation({ nat: false, routes: ['AzureMachineLearning -> 10.9.0.4'] }),
      options: publicCluster,
      causes: ['error inbound-aml-44224'],
      by: 'to-AzureMachineLearning',
    },
  },
  {
    id: 18,
    title: 'no public IP, and default outbound access only',
    before: {
      files: situation({ isPrivate: true, nat: false }),
      options: clusterArguments,
      causes: ['warning egress-explicit-for-npip'],
      fixes: ['egress-explicit-for-npip'],
    },
  },
  {
    id: 20,
    title: 'a policy against data leaving that forgets the storage of Azure Machine Learning',
    before: {
      files: situation({
        isPrivate: true,
        subnet: [
          "serviceEndpoints: [{ service: 'Microsoft.Storage' }]",
          'serviceEndpointPolicies: [{ id: policy.id }]',
        ],
        more: `
resource policy 'Microsoft.Network/serviceEndpointPolicies@2024-05-01' = {
  name: 'only-ours'
  location: 'westeurope'
  properties: {
    serviceEndpointPolicyDefinitions: [
      { name: 'ours', properties: { service: 'Microsoft.Storage', serviceResources: [resourceGroup().id] } }
    ]
  }
}
`,
      }),
      options: clusterArguments,
      causes: ['error exfil-service-endpoint-policy'],
    },
  },
];
