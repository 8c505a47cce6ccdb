import type { Appliance } from '../nodes/appliances';
import type { LearnedRoutes } from '../settings';
import { sampleNetworkId } from './names';

/** The hub's firewall: lets out what Azure ML needs, and, being stateful, no reply to a call that it did not see. */
export const hubFirewall: Appliance = {
  name: 'afw-hub',
  address: '10.0.1.4',
  allows: [
    { protocol: 'Tcp', ports: [80, 443], tags: ['AzureActiveDirectory'] },
    { protocol: 'Tcp', ports: [443, 8787, 18881], tags: ['AzureMachineLearning'] },
    { protocol: 'Udp', ports: [5831], tags: ['AzureMachineLearning'] },
    {
      protocol: 'Tcp',
      ports: [443],
      tags: ['BatchNodeManagement.WestEurope', 'AzureResourceManager', 'AzureMonitor'],
    },
    { protocol: 'Tcp', ports: [443, 445], tags: ['Storage.WestEurope'] },
    {
      protocol: 'Tcp',
      ports: [443],
      tags: [
        'MicrosoftContainerRegistry',
        'AzureFrontDoor.FirstParty',
        'AzureFrontDoor.Frontend',
        'AzureContainerRegistry.WestEurope',
      ],
    },
  ],
};

/** Case 7: its rule for Batch holds the tag's id instead of its name, so Batch is dropped. */
export const edgeFirewall: Appliance = {
  name: 'fw-edge',
  address: '10.66.0.4',
  allows: [
    { protocol: 'Tcp', ports: [80, 443], tags: ['AzureActiveDirectory'] },
    { protocol: 'Tcp', ports: [443, 8787, 18881], tags: ['AzureMachineLearning'] },
    { protocol: 'Udp', ports: [5831], tags: ['AzureMachineLearning'] },
    { protocol: 'Tcp', ports: [443, 445], tags: ['Storage.WestEurope'] },
    {
      protocol: 'Tcp',
      ports: [443],
      tags: ['AzureResourceManager', 'MicrosoftContainerRegistry', 'AzureFrontDoor.FirstParty'],
    },
  ],
};

/** What the branch's VPN gateway brings: the office, and no default route. */
export const branchRoutes: LearnedRoutes = {
  networkId: sampleNetworkId('rg-branch', 'virtualNetworks', 'vnet-branch-weu'),
  prefixes: ['192.168.40.0/22', '172.20.0.0/16'],
  nextHopAddress: '10.70.0.4',
};
