import { describe, expect, test } from 'vitest';
import { analyzed } from './analyzed';

/** Returns a spoke from its owner. The hub's owner peers it in another file. */
function spoke({
  more = '',
  parts = '',
  rules = true,
}: {
  more?: string;
  parts?: string;
  rules?: boolean;
}): string {
  const deny = `{
        name: 'deny-dns'
        properties: {
          priority: 100
          direction: 'Outbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '53'
        }
      }`;
  return `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: { securityRules: [${rules ? '' : deny}] }
}
resource table 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'rt'
  location: 'westeurope'
  properties: {
    routes: [
      {
        name: 'to-hub'
        properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.0.4' }
      }
    ]
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    ${parts}
    subnets: [
      // aml-secure-compute: cluster no-public-ip private-workspace
      {
        name: 'snet'
        properties: {
          addressPrefix: '10.20.1.0/24'
          networkSecurityGroup: { id: nsg.id }
          ${more}
        }
      }
    ]
  }
}
`;
}

async function outcome(text: string, id: string): Promise<unknown> {
  const [subject] = (await analyzed({ 'main.bicep': text })).check.subjects;
  const found = subject?.results.find(({ requirement }) => requirement === id)?.outcome;
  if (found?.is === 'unknown') return found.because.key;
  return found?.is === 'failed' ? found.text.key : found?.is;
}

const workspace = `
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'mlw'
  location: 'westeurope'
  properties: {}
}
`;
const routed = 'routeTable: { id: table.id }';
const none = 'virtualNetworkPeerings: []';
const hubDns = "dhcpOptions: { dnsServers: ['10.0.0.53'] }";

// A peering is a resource of both sides (virtual network peering, 2025-03-31). A file that creates a network without
// peerings leaves them to other deployments.
describe('a network that a file declares without peerings could be peered elsewhere', () => {
  test('so an appliance outside it isn’t reported as unreachable', async () => {
    const id = 'udr-appliance-health';
    expect(await outcome(spoke({ more: routed }), id)).toBe('check.appliance.elsewhere');
    expect(await outcome(spoke({ more: routed, parts: none }), id)).toBe('check.appliance.far');
  });

  test('so a private endpoint of the workspace could be in the peered network', async () => {
    const id = 'cluster-cross-region-connectivity';
    expect(await outcome(spoke({}), id)).toBe('check.connection.elsewhere');
    // Another file could create it in this network, unless this file creates the workspace.
    expect(await outcome(spoke({ parts: none }), id)).toBe('check.connection.elsewhere');
    const withWorkspace = `${spoke({ parts: none })}${workspace}`;
    expect(await outcome(withWorkspace, id)).toBe('check.connection.notPeered');
  });

  test('so private DNS servers could be in the peered network', async () => {
    const id = 'dns-custom-server-forwarders';
    expect(await outcome(spoke({ parts: hubDns }), id)).toBe('check.names.peerElsewhere');
    expect(await outcome(spoke({ parts: `${hubDns}\n    ${none}` }), id)).toBe('check.names.unreached');
    const own = hubDns.replace('10.0.0.53', '10.20.9.4');
    expect(await outcome(spoke({ parts: own, rules: false }), id)).toBe('check.names.unreached');
    const foreign = hubDns.replace('10.0.0.53', '8.8.8.8');
    expect(await outcome(spoke({ parts: foreign, rules: false }), id)).toBe('check.names.unreached');
    const both = hubDns.replace("'10.0.0.53'", "'10.0.0.53', '8.8.8.8'");
    expect(await outcome(spoke({ parts: both, rules: false }), id)).toBe('check.names.unreached');
  });
});
