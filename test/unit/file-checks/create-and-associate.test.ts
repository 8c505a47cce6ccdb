import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changedLines, offered } from './fixed';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const template = readFileSync(new URL('../../fixtures/files/infra/network.json', import.meta.url), 'utf8');
const noOutboundAccess = 'egress-explicit-for-npip';

interface Declared {
  readonly type: string;
  readonly name: string;
  readonly dependsOn?: readonly string[];
  readonly properties: {
    readonly publicIpAddresses?: readonly { readonly id: string }[];
    readonly subnets?: readonly { readonly properties: object }[];
  };
}

describe('a NAT gateway in a template', () => {
  test('is declared with its address, is referenced by the subnet, and has its dependencies in dependsOn', async () => {
    const { titles, after } = await offered({ 'network.json': template }, noOutboundAccess);
    expect(titles).toEqual([
      'Create NAT gateway ng-snet-training and its public IP address (billed) for snet-training',
    ]);
    const { resources } = JSON.parse(after['network.json'] ?? '') as { resources: readonly Declared[] };
    const [, vnet, address, gateway] = resources;
    const gatewayId = "[resourceId('Microsoft.Network/natGateways', 'ng-snet-training')]";
    const addressId = "[resourceId('Microsoft.Network/publicIPAddresses', 'pip-ng-snet-training')]";
    expect(vnet?.dependsOn).toContain(gatewayId);
    expect(vnet?.properties.subnets?.[0]?.properties).toMatchObject({ natGateway: { id: gatewayId } });
    expect(address).toMatchObject({ location: "[parameters('location')]", sku: { name: 'Standard' } });
    expect(gateway).toMatchObject({
      type: 'Microsoft.Network/natGateways',
      dependsOn: [addressId],
      properties: { publicIpAddresses: [{ id: addressId }] },
    });
  });

  test('is referenced by symbolic name if the template uses symbolic names', async () => {
    const parsed = JSON.parse(template) as { resources: readonly Declared[] };
    const [nsg, vnet] = parsed.resources;
    const resources = { nsg, vnet: { ...vnet, dependsOn: ['nsg'] } };
    const text = JSON.stringify({ ...parsed, languageVersion: '2.0', resources }, null, 2);
    const { after } = await offered({ 'network.json': text }, noOutboundAccess);
    const now = JSON.parse(after['network.json'] ?? '') as { resources: Readonly<Record<string, Declared>> };
    expect(Object.keys(now.resources)).toEqual(['nsg', 'vnet', 'pipNgSnetTraining', 'ngSnetTraining']);
    expect(now.resources['vnet']?.dependsOn).toEqual(['nsg', 'ngSnetTraining']);
    expect(now.resources['ngSnetTraining']?.dependsOn).toEqual(['pipNgSnetTraining']);
  });
});

describe('a NAT gateway that a template creates without a subnet', () => {
  const parsed = JSON.parse(template) as { resources: readonly Declared[] };
  const gateway = {
    type: 'Microsoft.Network/natGateways',
    apiVersion: '2024-05-01',
    name: 'ng-training',
    location: "[parameters('location')]",
    sku: { name: 'Standard' },
    properties: { publicIpAddresses: [{ id: "[resourceId('Microsoft.Network/publicIPAddresses', 'pip')]" }] },
  };

  test('is associated, and the network depends on it', async () => {
    const text = JSON.stringify({ ...parsed, resources: [...parsed.resources, gateway] }, null, 2);
    const { titles, after } = await offered({ 'network.json': text }, noOutboundAccess);
    expect(titles).toEqual(['Associate NAT gateway ng-training with snet-training']);
    const { resources } = JSON.parse(after['network.json'] ?? '') as { resources: readonly Declared[] };
    const id = "[resourceId('Microsoft.Network/natGateways', 'ng-training')]";
    expect(resources).toHaveLength(3);
    expect(resources[1]?.dependsOn).toContain(id);
    expect(resources[1]?.properties.subnets?.[0]?.properties).toMatchObject({ natGateway: { id } });
  });

  test('is a dependency by its symbolic name if it has one', async () => {
    const [nsg, vnet] = parsed.resources;
    const resources = { nsg, vnet: { ...vnet, dependsOn: ['nsg'] }, nat: gateway };
    const text = JSON.stringify({ ...parsed, languageVersion: '2.0', resources }, null, 2);
    const { after } = await offered({ 'network.json': text }, noOutboundAccess);
    const now = JSON.parse(after['network.json'] ?? '') as { resources: Readonly<Record<string, Declared>> };
    expect(now.resources['vnet']?.dependsOn).toEqual(['nsg', 'nat']);
  });
});

describe('a NAT gateway in a Bicep file', () => {
  test.each(['', '\n', '\n\n', '\r\n'])('keeps the file ending %j', async (ending) => {
    const eol = ending === '\r\n' ? ending : '\n';
    const text = network.trimEnd().replaceAll('\n', eol) + ending;
    const { after } = await offered({ 'network.bicep': text }, noOutboundAccess);
    const now = after['network.bicep'] ?? '';
    expect(now.length).toBeGreaterThan(text.length);
    expect(now.slice(now.trimEnd().length)).toBe(ending);
  });

  test('is created in the network’s location, and named after the parameter without a value', async () => {
    const text = network
      .replace('param location', 'param subnetName string\nparam location')
      .replace("name: 'snet-training'", 'name: subnetName');
    const { after } = await offered({ 'network.bicep': text }, noOutboundAccess);
    expect(after['network.bicep']).toContain("  name: 'ng-${subnetName}'\n  location: location\n");
  });

  test('gets a public IP address if it doesn’t have one', async () => {
    const text = `${network.replace('networkSecurityGroup: {', 'natGateway: { id: nat.id }\n    networkSecurityGroup: {')}
resource nat 'Microsoft.Network/natGateways@2024-05-01' = {
  name: 'ng-shared'
  location: location
  sku: { name: 'Standard' }
  properties: {}
}
`;
    const { after } = await offered({ 'network.bicep': text }, noOutboundAccess);
    expect(changedLines(text, after['network.bicep'] ?? '')).toEqual(
      expect.arrayContaining(['+ id: pipNgShared.id', "+ publicIPAllocationMethod: 'Static'"]),
    );
  });

  test('is created even if every flow then relies on a default rule, which is a hint and no new problem', async () => {
    const text = readFileSync(new URL('../../fixtures/files/infra/by-default.bicep', import.meta.url), 'utf8')
      .replace('natGateway: { id: nat.id }', 'defaultOutboundAccess: false')
      .replace(/resource nat [^]*$/, '');
    const { titles, whyNot } = await offered({ 'network.bicep': text }, noOutboundAccess);
    expect({ titles, whyNot }).toEqual({
      titles: ['Create NAT gateway ng-snet-training and its public IP address (billed) for snet-training'],
      whyNot: null,
    });
  });

  describe('that the file creates without a subnet', () => {
    const byDefault = readFileSync(
      new URL('../../fixtures/files/infra/by-default.bicep', import.meta.url),
      'utf8',
    ).replace('natGateway: { id: nat.id }', 'defaultOutboundAccess: false');

    test('is associated, and no other gateway is created', async () => {
      const { titles, after } = await offered({ 'network.bicep': byDefault }, noOutboundAccess);
      expect(titles).toEqual(['Associate NAT gateway ng-training with snet-training']);
      expect(changedLines(byDefault, after['network.bicep'] ?? '').join()).toBe(
        '+ natGateway: {,+ id: nat.id,+ }',
      );
    });

    test('isn’t associated if its region differs, or if it could be for a second network', async () => {
      const [made] = [
        'Create NAT gateway ng-snet-training and its public IP address (billed) for snet-training',
      ];
      const gateway = "name: 'ng-training'\n  location: ";
      const far = byDefault.replace(`${gateway}location`, `${gateway}'northeurope'`);
      const hub = `
resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-hub'
  location: location
  properties: { addressSpace: { addressPrefixes: ['10.50.0.0/21'] } }
}
`;
      expect((await offered({ 'network.bicep': far }, noOutboundAccess)).titles).toEqual([made]);
      expect((await offered({ 'network.bicep': byDefault + hub }, noOutboundAccess)).titles).toEqual([made]);
    });

    test('is replaced with a new gateway if it’s in a module that the subnet can’t reference', async () => {
      const start = byDefault.indexOf('resource nat ');
      const nat = `param location string\n${byDefault.slice(start)}`;
      const root = `${byDefault.slice(0, start)}module way 'nat.bicep' = {
  name: 'way'
  params: { location: location }
}
`;
      const { titles } = await offered({ 'network.bicep': root, 'nat.bicep': nat }, noOutboundAccess);
      expect(titles).toEqual([
        'Create NAT gateway ng-snet-training and its public IP address (billed) for snet-training',
      ]);
    });
  });
});
