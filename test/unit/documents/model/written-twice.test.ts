import { expect, test } from 'vitest';
import { problemsOf } from '../../../../src/file-checks/problems-of';
import { analyzed } from '../../file-checks/analyzed';

/*
 * A template that Azure exports has each rule, route, and peering twice: in its parent's list, and as a separate
 * resource (https://learn.microsoft.com/azure/azure-resource-manager/templates/export-template-portal). Both have one
 * ID, so Azure keeps one of them: that of the resource, which is deployed after its parent.
 */
const rule = (port: string) => ({
  priority: 200,
  direction: 'Outbound',
  access: 'Allow',
  protocol: 'Tcp',
  sourceAddressPrefix: '*',
  sourcePortRange: '*',
  destinationAddressPrefix: 'AzureMachineLearning',
  destinationPortRange: port,
});
const route = { addressPrefix: '10.9.0.0/16', nextHopType: 'None' };
const peering = { remoteVirtualNetwork: { id: "[resourceId('Microsoft.Network/virtualNetworks', 'hub')]" } };

const network = (type: string, name: string, properties: unknown) => ({
  type: `Microsoft.Network/${type}`,
  apiVersion: '2024-05-01',
  name,
  location: 'westeurope',
  properties,
});

const exported = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: [
    network('networkSecurityGroups', 'nsg', {
      securityRules: [
        { name: 'aml', properties: rule('80') },
        { name: 'other', properties: { ...rule('22'), priority: 300 } },
      ],
    }),
    network('networkSecurityGroups/securityRules', 'nsg/AML', rule('443')),
    network('routeTables', 'rt', { routes: [{ name: 'onprem', properties: route }] }),
    network('routeTables/routes', 'rt/onprem', { ...route, nextHopType: 'Internet' }),
    network('virtualNetworks', 'vnet', {
      addressSpace: { addressPrefixes: ['10.1.0.0/16'] },
      subnets: [
        {
          name: 'snet',
          properties: {
            addressPrefix: '10.1.0.0/24',
            networkSecurityGroup: { id: "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]" },
            routeTable: { id: "[resourceId('Microsoft.Network/routeTables', 'rt')]" },
          },
        },
      ],
      virtualNetworkPeerings: [{ name: 'to-hub', properties: peering }],
    }),
    network('virtualNetworks/virtualNetworkPeerings', 'vnet/to-hub', peering),
  ],
});

test('a rule, route, or peering that is both in a list and a resource is one, with the resource’s values', async () => {
  const { check } = await analyzed({ 'azuredeploy.json': exported });
  const { securityGroups, routeTables, virtualNetworks } = check.declared.model;
  const rules = securityGroups[0]?.rules;
  const routes = routeTables[0]?.routes;
  const peerings = virtualNetworks[0]?.peerings;
  if (!rules?.known || !routes?.known || !peerings?.known) throw new Error('something is unknown');
  expect(rules.value.map((one) => [one.name, one.destinationPorts, one.index])).toEqual([
    ['other', { known: true, value: ['22'] }, 0],
    ['AML', { known: true, value: ['443'] }, 1],
  ]);
  expect(routes.value.map((one) => [one.name, one.nextHop])).toEqual([
    ['onprem', { known: true, value: 'Internet' }],
  ]);
  expect(peerings.value.map(({ name }) => name)).toEqual(['to-hub']);
});

test('neither is reported as a duplicate', async () => {
  const problems = problemsOf((await analyzed({ 'azuredeploy.json': exported })).check);
  const reported = problems.map(({ id }) => id);
  expect(reported).not.toContain('duplicate-priority');
  expect(reported).not.toContain('invalid-rule-value');
  expect(reported).not.toContain('duplicate-route');
  expect(reported).not.toContain('nsg-rule-wellformed');
  expect(reported).toContain('outbound-aml-udp-5831');
});
