import type { Appliance } from '../nodes/appliances';
import type { LearnedRoutes } from '../settings';
import { sampleNetworkId } from './names';

/**
 * The hub's firewall. It allows outbound traffic that Azure ML needs. It is stateful, so it drops replies to calls that
 * it didn't see.
 */
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

/** Case 7: its rule for Batch has the tag's ID instead of its name, so it drops Batch traffic. */
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

/** Routes that the branch's VPN gateway advertises: the office, without a default route. */
export const branchRoutes: LearnedRoutes = {
  networkId: sampleNetworkId('rg-branch', 'virtualNetworks', 'vnet-branch-weu'),
  prefixes: ['192.168.40.0/22', '172.20.0.0/16'],
  nextHopAddress: '10.70.0.4',
};
