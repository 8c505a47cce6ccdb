import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/contract/check-report';
import { writtenNetwork } from '../../support/written-network';
import { ran } from './ran';

/* Private DNS zones in the files also apply to a workspace that they only refer to. */

const zones = (network: string): string => `
var zones = ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net']
resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = [for name in zones: {
  name: name
  location: 'global'
}]
resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [for (name, i) in zones: {
  parent: zone[i]
  name: 'vnet'
  location: 'global'
  properties: { registrationEnabled: false, virtualNetwork: { id: resourceId('Microsoft.Network/virtualNetworks', '${network}') } }
}]
resource groups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: pe
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [for (name, i) in zones: { name: name, properties: { privateDnsZoneId: zone[i].id } }]
  }
}
`;

const files = (more: string, kept = ''): string => `${writtenNetwork()}
resource mlw 'Microsoft.MachineLearningServices/workspaces@2024-04-01' ${kept === '' ? 'existing ' : ''}= {
  name: 'mlw'
${kept}}
resource pe 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe'
  location: 'westeurope'
  properties: {
    subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet') }
    privateLinkServiceConnections: [
      { name: 'mlw', properties: { privateLinkServiceId: mlw.id, groupIds: ['amlworkspace'] } }
    ]
  }
}
resource cpu 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: mlw
  name: 'cpu'
  location: 'westeurope'
  dependsOn: [pe]
  properties: {
    computeType: 'AmlCompute'
    properties: {
      enableNodePublicIp: false
      subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet') }
    }
  }
}
${more}`;

async function zonesLinked(main: string) {
  const { out } = await ran('check main.bicep --format json', { 'main.bicep': main });
  const { subnets } = JSON.parse(out) as CheckReport;
  const found = subnets[0]?.requirements.find(({ id }) => id === 'dns-zones-linked');
  return [found?.outcome, found?.because?.text];
}

describe('an existing workspace', () => {
  test('passes if the files link its zones to the network and manage its records', async () => {
    expect(await zonesLinked(files(zones('vnet')))).toEqual(['passed', '2 zones are linked to vnet']);
  });

  test('is unknown, and never failed, if they link the zones to another network', async () => {
    expect(await zonesLinked(files(zones('other')))).toEqual([
      'unknown',
      'The files don’t create workspace mlw. Private DNS zones elsewhere might answer for it. Add it, or check the network in Azure.',
    ]);
  });

  test('is unknown if the files don’t contain a zone', async () => {
    expect(await zonesLinked(files(''))).toEqual([
      'unknown',
      'The private DNS zones weren’t read. Add them to the files, or check your permissions.',
    ]);
  });
});

describe('the IP addresses that a workspace allows', () => {
  const own = (properties: string): string => `  location: 'westeurope'\n  properties: { ${properties} }\n`;
  const listed = async (main: string) => {
    const { out } = await ran('check main.bicep --format json', { 'main.bicep': main });
    const { subnets } = JSON.parse(out) as CheckReport;
    return subnets[0]?.requirements.find(({ id }) => id === 'instance-selected-networks')?.outcome;
  };
  const instance = (properties: string, endpoint = true): string => {
    const text = files('', own(properties)).replace("'AmlCompute'", "'ComputeInstance'");
    return endpoint ? text : text.replace(/resource pe [^]*?\n}\n/, '').replace('  dependsOn: [pe]\n', '');
  };

  test.each([
    ['ipAllowlist', "ipAllowlist: ['20.1.2.3/32']"],
    ['network rules', "networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '20.1.2.3' }] }"],
  ])('apply although the files don’t contain a service: %s', async (_, properties) => {
    expect(await listed(instance(properties, false))).toBe('failed');
    expect(await listed(instance(properties))).toBe('passed');
  });

  test.each(["networkAcls: { defaultAction: 'Allow' }", "description: 'none'"])(
    'are empty with %s',
    async (properties) => {
      expect(await listed(instance(properties, false))).toBe('not-applicable');
    },
  );
});
