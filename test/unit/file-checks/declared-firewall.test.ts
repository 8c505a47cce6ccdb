import { describe, expect, test } from 'vitest';
import { statusOf } from '../../../src/core/check-result';
import type { SourceRange } from '../../../src/documents/source/source-range';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { amlRule, writtenNetwork } from '../../support/written-network';
import { analyzed } from './analyzed';

const network = `${writtenNetwork({
  rules: [
    { name: 'all', priority: 100 },
    { ...amlRule, priority: 110 },
  ],
  subnet: ['routeTable: { id: table.id }'],
  subnetsBefore: ["{ name: 'AzureFirewallSubnet', properties: { addressPrefix: '10.0.1.0/26' } }"],
})}
resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'pip'
  location: 'westeurope'
  sku: { name: 'Standard' }
}
`;

const tableTo = (hop: string): string => `
resource table 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'table'
  location: 'westeurope'
  properties: {
    routes: [
      { name: 'out', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: ${hop} } }
    ]
  }
}
`;

const firewallWith = (rest: string): string => `
resource firewall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'firewall'
  location: 'westeurope'
  properties: {
    ipConfigurations: [
      {
        name: 'only'
        properties: {
          subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'AzureFirewallSubnet') }
          publicIPAddress: { id: address.id }
        }
      }
    ]
    ${rest}
  }
}
`;

const policy = `
param clients string
resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' = {
  name: 'policy'
  location: 'westeurope'
}
resource machines 'Microsoft.Network/ipGroups@2024-05-01' = {
  name: 'machines'
  location: 'westeurope'
  properties: { ipAddresses: ['10.0.2.0/24'] }
}
resource group 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2024-05-01' = {
  parent: policy
  name: 'group'
  properties: {
    priority: 200
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'denied'
        priority: 100
        action: { type: 'Deny' }
        rules: [
          {
            ruleType: 'NetworkRule'
            name: 'no-batch'
            ipProtocols: ['Any']
            sourceAddresses: ['*']
            destinationAddresses: ['BatchNodeManagement.WestEurope']
            destinationPorts: ['443']
          }
        ]
      }
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'allowed'
        priority: 200
        action: { type: 'Allow' }
        rules: [
          {
            ruleType: 'NetworkRule'
            name: 'manager'
            ipProtocols: ['TCP']
            sourceIpGroups: [machines.id]
            destinationAddresses: ['AzureResourceManager']
            destinationPorts: ['443']
          }
          {
            ruleType: 'NetworkRule'
            name: 'some-clients'
            ipProtocols: ['TCP']
            sourceAddresses: [clients]
            destinationAddresses: ['AzureActiveDirectory']
            destinationPorts: ['80', '443']
          }
        ]
      }
    ]
  }
}
`;

const ofPolicy = firewallWith('firewallPolicy: { id: policy.id }');
const asked = 'firewall.properties.ipConfigurations[0].properties.privateIPAddress';

const ofHub = ofPolicy.replace(`'vnet', 'Azure`, `'hub', 'Azure`);

/** Returns the network with a hub for the firewall; the peering to the hub has `property`. */
function hubWith(property: string): string {
  const peering = (name: string, parent: string, [remote, more]: readonly [string, string]): string => `
resource ${name} 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: ${parent}
  name: '${name.replace('Hub', '-hub')}'
  properties: {
    remoteVirtualNetwork: { id: ${remote}.id }
    ${more}
  }
}
`;
  return `${network}
resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.9.0.0/24'] }
    subnets: [{ name: 'AzureFirewallSubnet', properties: { addressPrefix: '10.9.0.0/26' } }]
  }
}
${peering('toHub', 'vnet', ['hub', property])}${peering('toVnet', 'hub', ['vnet', ''])}`;
}

/** A workspace with a registry and an instance in `snet`. */
const registry = (properties: string): string => `
resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: 'contoso'
  location: 'westeurope'
  sku: { name: 'Premium' }
  properties: { ${properties} }
}
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'workspace'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: { containerRegistry: registry.id }
}
resource compute 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'instance'
  location: 'westeurope'
  properties: {
    computeType: 'ComputeInstance'
    properties: {
      vmSize: 'Standard_DS3_v2'
      subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet') }
    }
  }
}
`;

/** Returns the results of requirements in the subnet `snet`. */
async function outcomesOf(text: string) {
  const { check } = await analyzed({ 'main.bicep': text });
  const subject = check.subjects.find(({ subnet }) => subnet.name === 'snet');
  const all = new Map(subject?.results.map((one) => [one.requirement, one.outcome]));
  return { all, check, text };
}

describe('a firewall that files declare', () => {
  test.each([
    ['a reference reads its address', asked],
    ['its address is a literal', `'10.0.1.4'`],
    ['the next hop is another address of its subnet', `'10.0.1.6'`],
  ])('allows what its rules allow if %s', async (_how, hop) => {
    const { all } = await outcomesOf(network + tableTo(hop) + policy + ofPolicy);
    expect(all.get('outbound-arm-443')).toMatchObject({
      is: 'allowed',
      explicit: true,
      by: { kind: 'firewall-rule', name: 'manager', collection: 'allowed', firewallName: 'firewall' },
    });
    expect(all.get('outbound-batch-443')).toMatchObject({
      is: 'blocked',
      by: { kind: 'firewall-rule', name: 'no-batch' },
    });
    // Traffic without a matching rule is denied by the firewall.
    expect(all.get('outbound-aml-udp-5831')).toMatchObject({ is: 'blocked', by: { isDefault: true } });
  });

  test.each([
    ['contoso.azurecr.io', '', 'allowed'],
    ['fabrikam.azurecr.io', '', 'blocked'],
    // Azure adds a hash to the name, which the files don't contain.
    ['contoso.azurecr.io', `autoGeneratedDomainNameLabelScope: 'TenantReuse'`, 'unknown'],
    ['contoso.azurecr.io', 'dataEndpointEnabled: true', 'unknown'],
    ['*.azurecr.io', 'dataEndpointEnabled: true', 'allowed'],
  ])('allows %s, so access to a registry with {%s} is %s', async (host, properties, outcome) => {
    const own = firewallWith(`
    applicationRuleCollections: [
      {
        name: 'own'
        properties: {
          priority: 100
          action: { type: 'Allow' }
          rules: [
            { name: 'images', protocols: [{ protocolType: 'Https', port: 443 }], sourceAddresses: ['*'], targetFqdns: ['${host}'] }
          ]
        }
      }
    ]`);
    const { all } = await outcomesOf(network + tableTo(asked) + own + registry(properties));
    expect(all.get('outbound-acr-443')?.is).toBe(outcome);
  });

  test('is unknown only if a parameter without a value decides', async () => {
    const { all } = await outcomesOf(network + tableTo(asked) + policy + ofPolicy);
    expect(all.get('outbound-entra-80-443')).toMatchObject({
      is: 'unknown',
      because: { key: 'unknown.parameter', values: { name: 'clients' } },
    });
  });

  test('is reported at its rule, or at the rule list if no rule decides', async () => {
    const { check, text } = await outcomesOf(network + tableTo(asked) + policy + ofPolicy);
    const problems = problemsOf(check);
    const before = 'ruleCollections: ';
    const placeOf = (id: string): SourceRange | undefined => problems.find((one) => one.id === id)?.place;
    const batch = placeOf('outbound-batch-443');
    expect(batch && text.slice(batch.start, batch.end)).toBe(`'no-batch'`);
    const list = placeOf('outbound-aml-udp-5831');
    expect(list && text.slice(list.start - before.length, list.start)).toBe(before);
  });

  test('is read with rules in the firewall resource too', async () => {
    const own = firewallWith(`
    applicationRuleCollections: []
    networkRuleCollections: [
      {
        name: 'own'
        properties: {
          priority: 100
          action: { type: 'Allow' }
          rules: [
            { name: 'manager', protocols: ['TCP'], sourceAddresses: ['*'], destinationAddresses: ['AzureResourceManager'], destinationPorts: ['443'] }
          ]
        }
      }
    ]`);
    const { all } = await outcomesOf(network + tableTo(asked) + own);
    expect(all.get('outbound-arm-443')).toMatchObject({ is: 'allowed', by: { collection: 'own' } });
    expect(all.get('outbound-batch-443')).toMatchObject({ is: 'blocked', by: { isDefault: true } });
  });

  test('has unknown rules if its policy is an existing resource, or doesn’t have a rule collection group in the files', async () => {
    const existing = `
resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' existing = {
  name: 'policy'
}`;
    const { all } = await outcomesOf(network + tableTo(asked) + existing + ofPolicy);
    expect(all.get('outbound-arm-443')).toMatchObject({
      is: 'unknown',
      because: { key: 'terminal.notInFiles', values: { name: 'policy' } },
    });
    const empty = existing
      .replace(' existing', '')
      .replace(`name: 'policy'`, `name: 'policy'\n  location: 'westeurope'`);
    const { all: bare } = await outcomesOf(network + tableTo(asked) + empty + ofPolicy);
    expect(bare.get('outbound-arm-443')).toMatchObject({
      is: 'unknown',
      because: { key: 'document.noRuleGroup', values: { name: 'policy' } },
    });
  });

  test('is treated as an appliance if a condition decides whether it’s created', async () => {
    const perhaps = ofPolicy.replace(' = {', ' = if (withFirewall) {');
    const text = `param withFirewall bool\n${network}${tableTo(`'10.0.1.4'`)}${policy}${perhaps}`;
    const { all } = await outcomesOf(text);
    const outcome = all.get('outbound-arm-443');
    expect(outcome).toMatchObject({ is: 'forwarded', to: 'appliance' });
    expect(outcome && statusOf(outcome)).toBe('unknown');
  });

  test.each([
    ['dnsSettings: { enableProxy: true }', '', 'passed'],
    ['', `additionalProperties: { 'Network.DNS.EnableProxy': 'true' }`, 'passed'],
    [
      '',
      `additionalProperties: { 'Network.DNS.EnableProxy': 'true', 'Network.DNS.Servers': '10.0.9.4' }`,
      'unknown',
    ],
    [`dnsSettings: { enableProxy: true, servers: [clients] }`, '', 'unknown'],
    ['', '', 'failed'],
  ])('resolves names according to its settings: %s %s', async (settings, own, outcome) => {
    const dns = settings === '' ? '' : `properties: { ${settings} }`;
    const { all } = await outcomesOf(
      [
        network.replace('subnets: [', `dhcpOptions: { dnsServers: ['10.0.1.4'] }\n    subnets: [`),
        tableTo(asked),
        firewallWith(`firewallPolicy: { id: policy.id }\n${own}`),
        policy.replace(`location: 'westeurope'`, `location: 'westeurope'\n${dns}`),
      ].join('\n'),
    );
    expect(all.get('dns-custom-server-forwarders')?.is).toBe(outcome);
  });

  test('resolves names if the network refers to its address', async () => {
    const { all } = await outcomesOf(
      [
        network.replace('subnets: [', `dhcpOptions: { dnsServers: [${asked}] }\n    subnets: [`),
        tableTo(asked),
        ofPolicy,
        policy.replace(
          `location: 'westeurope'`,
          `location: 'westeurope'\nproperties: { dnsSettings: { enableProxy: true } }`,
        ),
      ].join('\n'),
    );
    expect(all.get('dns-custom-server-forwarders')?.is).toBe('passed');
  });

  test.each([
    ['allowForwardedTraffic: true', 'allowed', undefined],
    ['allowForwardedTraffic: false', 'unknown', 'unknown.peeringForwarding'],
    ['', 'unknown', 'unknown.peeringForwarding'],
  ])('depends on the peering in a peered network: {%s}', async (property, is, key) => {
    const { all } = await outcomesOf(hubWith(property) + tableTo(asked) + policy + ofHub);
    const because = key && { key, values: { name: 'to-hub', network: 'hub', firewall: 'firewall' } };
    expect(all.get('outbound-arm-443')).toMatchObject({ is, ...(because ? { because } : {}) });
  });

  test('is named as the owner of the address if its network isn’t peered', async () => {
    const alone = hubWith('').replace(/resource to\w+ [^]*?\n\}\n/g, '');
    const other = `
resource other 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: vnet
  name: 'to-other'
  properties: { remoteVirtualNetwork: { id: far.id } }
}
resource far 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'far'
  location: 'westeurope'
  properties: { addressSpace: { addressPrefixes: ['10.8.0.0/24'] } }
}
`;
    const { all } = await outcomesOf(alone + other + tableTo(asked) + policy + ofHub);
    expect(all.get('outbound-arm-443')).toMatchObject({
      is: 'unknown',
      because: { key: 'unknown.peeringMissing', values: { network: 'vnet', remote: 'hub' } },
    });
  });
});
