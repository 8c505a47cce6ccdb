import { describe, expect, test } from 'vitest';
import { ran } from './ran';

/* Resources that a fix creates use the network's expression for their region, or aren't created. */

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

/**
 * Returns a private subnet in a nested template, whose expressions refer to its own parameters or to those of the outer
 * template.
 */
function nested(scope: 'inner' | 'outer'): string {
  const isInner = scope === 'inner';
  const location = isInner ? "[parameters('location')]" : "[parameters('place')]";
  const template = {
    $schema: schema,
    contentVersion: '1.0.0.0',
    ...(isInner ? { parameters: { location: { type: 'string' } } } : {}),
    resources: [
      {
        type: 'Microsoft.Network/virtualNetworks',
        apiVersion: '2024-05-01',
        name: 'vnet',
        location,
        properties: {
          addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
          subnets: [
            { name: 'snet', properties: { addressPrefix: '10.0.2.0/24', defaultOutboundAccess: false } },
          ],
        },
      },
    ],
  };
  const properties = {
    mode: 'Incremental',
    expressionEvaluationOptions: { scope },
    ...(isInner ? { parameters: { location: { value: "[parameters('place')]" } } } : {}),
    template,
  };
  const deployment = {
    type: 'Microsoft.Resources/deployments',
    apiVersion: '2022-09-01',
    name: 'net',
    properties,
  };
  const parameters = { place: { type: 'string' } };
  return JSON.stringify(
    { $schema: schema, contentVersion: '1.0.0.0', parameters, resources: [deployment] },
    null,
    2,
  );
}

const network = `param location string
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: location
  properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } }
}
`;
const subnet = `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = { name: 'vnet' }
resource snet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet
  name: 'snet'
  properties: { addressPrefix: '10.0.2.0/24', defaultOutboundAccess: false }
}
`;

async function fixed(files: Readonly<Record<string, string>>) {
  const root = Object.keys(files)[0] ?? '';
  return ran(`fix ${root} --allow cost --subnet snet --public-ip no`, files);
}

/** Returns every `location` of a text, as written. */
function locationsIn(text: string | undefined): readonly string[] {
  return (text?.match(/^\s*"?location"?: .*$/gm) ?? []).map((line) => line.trim().replace(/,$/, ''));
}

describe('a NAT gateway that a fix creates', () => {
  test.each([
    ['inner', `"location": "[parameters('location')]"`],
    ['outer', `"location": "[parameters('place')]"`],
  ] as const)('in a nested template with %s scope', async (scope, line) => {
    const { written } = await fixed({ 'main.json': nested(scope) });
    const network = written['main.json']?.slice(written['main.json'].indexOf('"template"'));
    expect(locationsIn(network).filter((one) => one !== '"location": {')).toEqual([line, line, line]);
  });

  test('in a module with a resource of the same region', async () => {
    const module = `module snet 'snet.bicep' = { name: 'snet', params: { region: location } }\n`;
    const group = `param region string
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: region
}
`;
    const files = { 'main.bicep': `${network}${module}`, 'snet.bicep': `${group}${subnet}` };
    const { written } = await fixed(files);
    expect(locationsIn(written['snet.bicep'])).toEqual(Array.from({ length: 3 }, () => 'location: region'));
  });

  test('not in a module without a region, and the reason is printed', async () => {
    const module = `module snet 'snet.bicep' = { name: 'snet', dependsOn: [vnet] }\n`;
    const { out, written } = await fixed({ 'main.bicep': `${network}${module}`, 'snet.bicep': subnet });
    expect(written).toEqual({});
    expect(out).toContain(
      'snet.bicep doesn’t have an expression for the network’s region, so nothing of that region can be added. Add a parameter for the region.',
    );
  });
});
