import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { offered } from './fixed';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const subnet = network.slice(network.indexOf('// aml-secure-compute'));

function rule(name: string, priority: number, access: string, to: string): string {
  return `      {
        name: '${name}'
        properties: {
          priority: ${priority}
          direction: 'Outbound'
          access: '${access}'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '${to}'
          destinationPortRange: '*'
        }
      }
`;
}

function group(rules: string): string {
  return `param location string = 'westeurope'

resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-training'
  location: location
  properties: {
    securityRules: [
${rules}    ]
  }
}
`;
}

describe('why nothing mends it', () => {
  test('no priority before the rule that denies is free', async () => {
    const text = group(rule('Deny-All', 100, 'Deny', '*')) + subnet;
    const { titles, whyNot } = await offered({ 'network.bicep': text }, 'outbound-aml-udp-5831');
    expect(titles).toEqual([]);
    expect(whyNot).toBe(
      'No priority before 100 is free in nsg-training. Ask its owner to move the rule that blocks to a higher number.',
    );
  });

  test('what stays unknown once the rule is there', async () => {
    const text = group(rule('Batch', 100, 'Allow', 'BatchNodeManagement') + rule('Deny', 4096, 'Deny', '*'));
    const { titles, whyNot } = await offered({ 'network.bicep': text }, 'outbound-storage-445');
    expect({ titles, whyNot }).toEqual({ titles: [], whyNot: 'Private endpoints were not read.' });
  });
});

describe('a group that no subnet of the files uses', () => {
  const alone = group(rule('Batch', 100, 'Allow', 'BatchNodeManagement') + rule('Deny', 4096, 'Deny', '*'));

  test('gets no rule with the addresses that stand for any subnet', async () => {
    const { titles, whyNot } = await offered({ 'network.bicep': alone }, 'inbound-intra-subnet');
    expect(titles).toEqual([]);
    expect(whyNot).toBe(
      'The rule would name the addresses of the subnet that nsg-training is given to, which the files do not say.',
    );
  });

  test('gets rules that name tags', async () => {
    const { after } = await offered({ 'network.bicep': alone }, 'outbound-aml-udp-5831');
    expect(after['network.bicep']).toContain("destinationAddressPrefix: 'AzureMachineLearning'");
    expect(after['network.bicep']).not.toContain('10.0.0.0');
  });
});
