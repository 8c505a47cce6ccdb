import { describe, expect, test } from 'vitest';
import type { ResourceChange } from '../../../src/core/resource-change';
import { setTo } from '../../support/changes';
import { editsOfFix } from '../../../src/file-checks/edits/edits-of-fix';
import { testFixContext, withEdits } from './analyzed';
import { changedLines, offered } from './fixed';

const file = 'main.bicep';

interface Stated {
  /** Properties of the compute resource's subnet, and of the endpoint's subnet. */
  readonly own?: string;
  readonly home?: string;
}

/** A workspace with a private endpoint, behind an NSG that denies inbound traffic, and a compute resource. */
const deployment = ({ own = '', home = '' }: Stated): string => `
var shared = [{ service: 'Microsoft.Sql' }]
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: {
    securityRules: [
      {
        name: 'Deny-All-In'
        properties: {
          priority: 100
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
resource policy 'Microsoft.Network/serviceEndpointPolicies@2024-05-01' = {
  name: 'policy'
  location: 'westeurope'
  properties: {
    serviceEndpointPolicyDefinitions: [
      {
        name: 'storage'
        properties: { service: 'Microsoft.Storage', serviceResources: [resourceGroup().id] }
      }
      {
        name: 'aml'
        properties: { service: 'Global', serviceResources: ['/services/Azure/MachineLearning'] }
      }
    ]
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      {
        name: 'snet'
        properties: {
          addressPrefix: '10.0.2.0/24'${own}
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.0.3.0/24'
          networkSecurityGroup: { id: nsg.id }${home}
        }
      }
    ]
  }
}
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'workspace'
  location: 'westeurope'
  properties: { publicNetworkAccess: 'Disabled' }
}
resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe-workspace'
  location: 'westeurope'
  properties: {
    subnet: { id: '\${vnet.id}/subnets/endpoints' }
    privateLinkServiceConnections: [
      { name: 'only', properties: { privateLinkServiceId: workspace.id, groupIds: ['amlworkspace'] } }
    ]
  }
}
resource compute 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'cpu-cluster'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { vmSize: 'Standard_DS3_v2', subnet: { id: '\${vnet.id}/subnets/snet' } }
  }
}
`;

/** Returns the title of the first fix of a problem, and the lines that it changes. */
async function fixed(overrides: Stated, id: string) {
  const text = deployment(overrides);
  const { titles, after, whyNot } = await offered({ [file]: text }, id);
  return { first: titles[0], whyNot, lines: changedLines(text, after[file] ?? '') };
}

describe('network policies of the workspace’s private endpoint', () => {
  const id = 'pe-network-policies-workspace';

  test('are disabled where they’re written', async () => {
    const { first, lines } = await fixed(
      { home: "\n          privateEndpointNetworkPolicies: 'Enabled'" },
      id,
    );
    expect(first).toBe('Set privateEndpointNetworkPolicies of endpoints to Disabled');
    expect(lines).toEqual([
      "- privateEndpointNetworkPolicies: 'Enabled'",
      "+ privateEndpointNetworkPolicies: 'Disabled'",
    ]);
  });
});

describe('a service endpoint policy without effect', () => {
  const id = 'exfil-service-endpoint-policy';
  const policies = '\n          serviceEndpointPolicies: [{ id: policy.id }]';

  test('gets the service endpoint that it applies to', async () => {
    const { first, lines } = await fixed({ own: policies }, id);
    expect(first).toBe('Add Microsoft.Storage to serviceEndpoints of snet');
    expect(lines.join(' ')).toContain("+ service: 'Microsoft.Storage'");
  });

  test('gets it in addition to those of the subnet', async () => {
    const endpoints =
      "\n          serviceEndpoints: [\n            { service: 'Microsoft.Sql' }\n          ]";
    const { lines } = await fixed({ own: policies + endpoints }, id);
    expect(lines).toEqual(["+ { service: 'Microsoft.Storage' }"]);
  });
});

describe('a change that sets a property of a subnet', () => {
  const group = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg';

  async function written(
    overrides: Stated,
    change: (id: string) => ResourceChange,
  ): Promise<readonly string[] | string> {
    const text = deployment(overrides);
    const fixTest = await testFixContext({ [file]: text });
    const subnets = fixTest.analysis.check.declared.model.virtualNetworks.flatMap((one) => one.subnets);
    const id = subnets.find(({ name }) => name === 'endpoints')?.id ?? group;
    const edits = editsOfFix(fixTest.analysis.check.declared, { changes: [change(id)] }, fixTest.files);
    if (edits.is === 'not-here') return edits.because.key;
    return changedLines(text, withEdits(text, edits.edits));
  }
  const policies =
    (value: string) =>
    (at: string): ResourceChange =>
      setTo(at, { privateEndpointNetworkPolicies: value });
  const endpoints =
    (...value: string[]) =>
    (at: string): ResourceChange =>
      setTo(at, { serviceEndpoints: value });

  test('adds network policies, or replaces their value', async () => {
    expect(await written({}, policies('Disabled'))).toEqual(["+ privateEndpointNetworkPolicies: 'Disabled'"]);
    const home = "\n          privateEndpointNetworkPolicies: 'Enabled'";
    expect(await written({ home }, policies('NetworkSecurityGroupEnabled'))).toEqual([
      "- privateEndpointNetworkPolicies: 'Enabled'",
      "+ privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled'",
    ]);
  });

  test('adds a list of service endpoints, or the missing entries', async () => {
    expect((await written({}, endpoints('Microsoft.Storage'))).toString()).toContain(
      "+ service: 'Microsoft.Storage'",
    );
    const home = "\n          serviceEndpoints: [\n            { service: 'Microsoft.Sql' }\n          ]";
    expect(await written({ home }, endpoints('Microsoft.Sql', 'Microsoft.Storage'))).toEqual([
      "+ { service: 'Microsoft.Storage' }",
    ]);
  });

  test('isn’t possible for service endpoints from another expression', async () => {
    const text = { home: '\n          serviceEndpoints: shared' };
    expect(await written(text, endpoints('Microsoft.Storage'))).toBe('file.fix.computedSubnet');
  });

  test('isn’t possible for a subnet that isn’t in the files', async () => {
    const gone = `${group}/providers/Microsoft.Network/virtualNetworks/other/subnets/gone`;
    expect(await written({}, () => policies('Disabled')(gone))).toBe('file.fix.computedSubnet');
  });
});
