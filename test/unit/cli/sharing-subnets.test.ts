import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/contract/check-report';
import { ran } from './ran';

/* A subnet that no compute resource uses, and that only shares the NSG of a used one, is checked where the user asks. */

const network = (more = '', comment = ''): string => `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: {
    securityRules: [
      {
        name: 'aml'
        properties: {
          priority: 200
          direction: 'Outbound'
          access: 'Deny'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureMachineLearning'
          destinationPortRange: '443'
        }
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
      { name: 'train', properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: { id: nsg.id } } }
${comment}
      { name: 'apps', properties: { addressPrefix: '10.0.2.0/24', networkSecurityGroup: { id: nsg.id } } }
    ]
  }
}
${more}`;

const cluster = `
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' existing = { name: 'mlw' }
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: workspace
  name: 'cpu'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { enableNodePublicIp: true, subnet: { id: vnet.properties.subnets[0].id } }
  }
}
`;

async function report(text: string, options = ''): Promise<{ checked: string[]; left: readonly string[] }> {
  const line = `check main.bicep --format json ${options}`.trim();
  const { out } = await ran(line, { 'main.bicep': text });
  const { subnets, summary } = JSON.parse(out) as CheckReport;
  return { checked: subnets.map(({ name }) => name).sort(), left: summary.sharingSubnets };
}

describe('a subnet that only shares the NSG of a used one', () => {
  test('is left out, and the summary states so', async () => {
    expect(await report(network(cluster))).toEqual({ checked: ['train'], left: ['vnet/apps'] });
    const { out } = await ran('check main.bicep', { 'main.bicep': network(cluster) });
    expect(out).toContain(
      '1 subnet not checked, because it shares only an NSG with a used subnet: vnet/apps. Check it with --all-subnets.',
    );
  });

  test.each([
    ['--all-subnets', ['apps', 'train']],
    ['--subnet apps', ['apps']],
  ])('is checked with %s', async (options, checked) => {
    expect(await report(network(cluster), options)).toEqual({ checked, left: [] });
  });

  test('is checked where a comment names it', async () => {
    const comment = '      // aml-secure-compute: cluster no-public-ip';
    expect(await report(network(cluster, comment))).toEqual({ checked: ['apps', 'train'], left: [] });
  });

  test('is checked where no compute resource uses a subnet of the NSG', async () => {
    expect(await report(network())).toEqual({ checked: ['apps', 'train'], left: [] });
  });
});
