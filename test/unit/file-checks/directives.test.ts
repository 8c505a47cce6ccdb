import { describe, expect, test } from 'vitest';
import { analyzed } from './analyzed';

const say = '// aml-secure-compute: cluster no-public-ip';

/** Returns the names of the subnets that the comments of a file apply to. */
async function intended(text: string, file = 'main.bicep'): Promise<readonly string[]> {
  const { directed } = await analyzed({ [file]: text });
  return directed.flatMap(({ subnets }) => subnets.map((id) => id.split('/').at(-1) ?? ''));
}

/** A network with two subnets. `{1}` to `{9}` are the places where the comment can be. */
const network = `{1}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {{2}
  name: 'vnet'
  properties: {
    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }
    subnets: [
      {3}
      {{4}
        {5}
        name: 'first' {6}
        properties: {
          {7}
          addressPrefix: '10.1.0.0/24'
          networkSecurityGroup: {
            {8}
            id: 'x'
          }
        } {9}
      }
      {
        name: 'second'
        properties: { addressPrefix: '10.1.1.0/24' }
      }
    ]
  }
}
`;
const commented = (at: string): string =>
  network.replaceAll(/\{(\d)\}/g, (_, one: string) => (one === at ? `${say}\n` : ''));

describe('a plan comment', () => {
  test.each(['3', '4', '5', '6', '7', '8', '9'])('applies to a subnet, at {%s}', async (at) => {
    expect(await intended(commented(at))).toEqual(['first']);
  });

  test('applies to all subnets of the network that it precedes', async () => {
    expect(await intended(commented('1'))).toEqual(['first', 'second']);
  });

  test('applies to the first subnet of the list that it precedes', async () => {
    const text = commented('').replace('    subnets: [', `    ${say}\n    subnets: [`);
    expect(await intended(text)).toEqual(['first']);
  });

  const own = `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = { name: 'vnet' }
{1}
@description('For training.')
{2}
resource first 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  {3}
  parent: vnet
  name: 'first'
  properties: { addressPrefix: '10.1.0.0/24' }
}
resource second 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet
  name: 'second'
  properties: { addressPrefix: '10.1.1.0/24' }
}
`;

  test.each(['1', '2', '3'])('applies to a subnet that is a separate resource, at {%s}', async (at) => {
    const text = own.replaceAll(/\{(\d)\}/g, (_, one: string) => (one === at ? say : ''));
    expect(await intended(text)).toEqual(['first']);
  });

  test('applies to each subnet of a loop if it’s in the body', async () => {
    const text = `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  properties: {
    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }
    subnets: [for i in range(0, 2): {
      ${say}
      name: 'snet\${i}'
      properties: { addressPrefix: cidrSubnet('10.1.0.0/16', 24, i) }
    }]
  }
}
`;
    expect(await intended(text)).toEqual(['snet0', 'snet1']);
  });

  test('applies in a template too, and by name if the subnet is also a separate resource', async () => {
    const subnet = (name: string, prefix: string) => ({ name, properties: { addressPrefix: prefix } });
    const type = 'Microsoft.Network/virtualNetworks';
    const template = JSON.stringify(
      {
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
        contentVersion: '1.0.0.0',
        resources: [
          {
            type,
            apiVersion: '2024-05-01',
            name: 'vnet',
            properties: {
              addressSpace: { addressPrefixes: ['10.1.0.0/16'] },
              subnets: [subnet('zero', '10.1.3.0/24'), subnet('first', '10.1.0.0/24')],
            },
          },
          {
            type: `${type}/subnets`,
            apiVersion: '2024-05-01',
            name: 'vnet/zero',
            properties: { addressPrefix: '10.1.3.0/24' },
          },
        ],
      },
      null,
      2,
    );
    const before = template.replace('{\n            "name": "first"', `${say}\n{ "name": "first"`);
    const inside = template.replace('"name": "first"', `${say}\n"name": "first"`);
    expect(before).not.toBe(template);
    expect(await intended(before, 'azuredeploy.json')).toEqual(['first']);
    expect(await intended(inside, 'azuredeploy.json')).toEqual(['first']);
  });
});
