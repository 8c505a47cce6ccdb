/** A spoke that sends all packets to the hub's firewall, as `az network … show` prints it. */

const base = '/subscriptions/0000/resourceGroups/rg/providers/Microsoft.Network';

export function printedId(type: string, name: string): string {
  return `${base}/${type}/${name}`;
}

export const hubId = printedId('virtualNetworks', 'hub');
const firewallAddress = '10.9.0.4';

export const spoke = {
  id: printedId('virtualNetworks', 'spoke'),
  name: 'spoke',
  type: 'Microsoft.Network/virtualNetworks',
  location: 'westeurope',
  addressSpace: { addressPrefixes: ['10.1.0.0/16'] },
  virtualNetworkPeerings: [
    {
      name: 'to-hub',
      peeringState: 'Connected',
      allowForwardedTraffic: true,
      useRemoteGateways: false,
      remoteVirtualNetwork: { id: hubId },
      remoteAddressSpace: { addressPrefixes: ['10.9.0.0/16'] },
    },
  ],
  subnets: [
    {
      id: `${printedId('virtualNetworks', 'spoke')}/subnets/snet`,
      name: 'snet',
      addressPrefix: '10.1.2.0/24',
      routeTable: { id: printedId('routeTables', 'rt') },
    },
  ],
};

/** Returns its route table, which sends all traffic to `nextHop`. */
export function tableTo(nextHop = firewallAddress): object {
  return {
    id: printedId('routeTables', 'rt'),
    name: 'rt',
    type: 'Microsoft.Network/routeTables',
    location: 'westeurope',
    routes: [
      {
        name: 'all',
        addressPrefix: '0.0.0.0/0',
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: nextHop,
      },
    ],
  };
}

/** The hub's firewall, without rules. */
export const printedHubFirewall = {
  id: printedId('azureFirewalls', 'afw'),
  name: 'afw',
  type: 'Microsoft.Network/azureFirewalls',
  ipConfigurations: [
    {
      name: 'ipconfig',
      privateIPAddress: firewallAddress,
      subnet: { id: `${hubId}/subnets/AzureFirewallSubnet` },
      publicIPAddress: { id: printedId('publicIPAddresses', 'pip') },
    },
  ],
};
