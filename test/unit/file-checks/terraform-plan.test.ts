import { expect, it } from 'vitest';
import { attemptFixes } from '../../../src/file-checks/edits/tested-edits';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { planText, type PlannedResource } from '../documents/terraform/plan-text';
import { analyzed, testFixContext } from './analyzed';
import { comparable } from './comparable';

const group = { resource_group_name: 'rg-claims' };
const named = (references: string) => [references, references.replace(/\.\w+$/, '')];

/** A network whose IDs aren't known yet. */
const resources: readonly PlannedResource[] = [
  { address: 'azurerm_resource_group.ml', values: { name: 'rg-claims', location: 'northeurope' } },
  {
    address: 'azurerm_virtual_network.ml',
    values: { ...group, name: 'vnet-claims', location: 'northeurope', address_space: ['10.40.0.0/16'] },
  },
  {
    address: 'azurerm_subnet.nodes',
    values: {
      ...group,
      name: 'snet-nodes',
      virtual_network_name: 'vnet-claims',
      address_prefixes: ['10.40.2.0/24'],
      service_endpoint: [{ service: 'Microsoft.Storage' }],
    },
  },
  {
    address: 'azurerm_network_security_group.nodes',
    values: { ...group, name: 'nsg-nodes', location: 'northeurope' },
  },
  {
    address: 'azurerm_network_security_rule.https',
    values: {
      ...group,
      network_security_group_name: 'nsg-nodes',
      name: 'https',
      priority: 200,
      direction: 'Outbound',
      access: 'Allow',
      protocol: 'Tcp',
      source_address_prefix: '*',
      source_port_range: '*',
      destination_address_prefix: 'Internet',
      destination_port_ranges: ['80', '443'],
    },
  },
  {
    address: 'azurerm_network_security_rule.deny',
    values: {
      ...group,
      network_security_group_name: 'nsg-nodes',
      name: 'deny',
      priority: 4000,
      direction: 'Outbound',
      access: 'Deny',
      protocol: '*',
      source_address_prefix: '*',
      source_port_range: '*',
      destination_address_prefix: '*',
      destination_port_range: '*',
    },
  },
  {
    address: 'azurerm_subnet_network_security_group_association.nodes',
    values: {},
    unknown: {
      subnet_id: named('azurerm_subnet.nodes.id'),
      network_security_group_id: named('azurerm_network_security_group.nodes.id'),
    },
  },
  {
    address: 'azurerm_machine_learning_workspace.ml',
    values: { ...group, name: 'mlw-claims', location: 'northeurope' },
  },
  {
    address: 'azurerm_machine_learning_compute_cluster.cpu',
    values: {
      name: 'cpu',
      location: 'northeurope',
      scale_settings: [{ min_node_count: 0, max_node_count: 6 }],
    },
    unknown: {
      machine_learning_workspace_id: named('azurerm_machine_learning_workspace.ml.id'),
      subnet_resource_id: named('azurerm_subnet.nodes.id'),
    },
  },
];

const bicep = `
var location = 'northeurope'
resource nsg 'Microsoft.Network/networkSecurityGroups@2025-01-01' = {
  name: 'nsg-nodes'
  location: location
  properties: {
    securityRules: [for rule in [
      { name: 'https', priority: 200, access: 'Allow', protocol: 'Tcp', to: 'Internet', ports: ['80', '443'] }
      { name: 'deny', priority: 4000, access: 'Deny', protocol: '*', to: '*', ports: ['*'] }
    ]: {
      name: rule.name
      properties: {
        priority: rule.priority
        direction: 'Outbound'
        access: rule.access
        protocol: rule.protocol
        sourceAddressPrefix: '*'
        sourcePortRange: '*'
        destinationAddressPrefix: rule.to
        destinationPortRanges: rule.ports
      }
    }]
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: 'vnet-claims'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
    subnets: [
      {
        name: 'snet-nodes'
        properties: {
          addressPrefix: '10.40.2.0/24'
          defaultOutboundAccess: true
          networkSecurityGroup: { id: nsg.id }
          serviceEndpoints: [{ service: 'Microsoft.Storage' }]
        }
      }
    ]
  }
}
resource ml 'Microsoft.MachineLearningServices/workspaces@2025-06-01' = {
  name: 'mlw-claims'
  location: location
  properties: { publicNetworkAccess: 'Enabled' }
}
resource cpu 'Microsoft.MachineLearningServices/workspaces/computes@2025-06-01' = {
  parent: ml
  name: 'cpu'
  location: location
  properties: {
    computeType: 'AmlCompute'
    properties: {
      scaleSettings: { minNodeCount: 0, maxNodeCount: 6 }
      subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', vnet.name, 'snet-nodes') }
    }
  }
}
`;

const without = (address: string) => resources.filter((one) => one.address !== address);

it('a plan has the results, findings, and causes of the same network in Bicep', async () => {
  const plan = await comparable({ 'plan.json': planText({ resources }) });
  expect(plan).toEqual(await comparable({ 'main.bicep': bicep }));
  expect(plan[0]?.causes.length).toBeGreaterThan(0);
});

it('a state with its IDs has the same results', async () => {
  const base = '/subscriptions/0a0a/resourceGroups/rg-claims';
  const ids: Readonly<Record<string, string>> = {
    'azurerm_subnet.nodes.id': `${base}/providers/Microsoft.Network/virtualNetworks/vnet-claims/subnets/snet-nodes`,
    'azurerm_network_security_group.nodes.id': `${base}/providers/Microsoft.Network/networkSecurityGroups/nsg-nodes`,
    'azurerm_machine_learning_workspace.ml.id': `${base}/providers/Microsoft.MachineLearningServices/workspaces/mlw-claims`,
  };
  const known = resources.map((one) => {
    const given = Object.entries(one.unknown ?? {}).map(([name, [first = '']]) => [name, ids[first]]);
    const id = ids[`${one.address}.id`];
    return {
      ...one,
      values: { ...one.values, ...(id ? { id } : {}), ...Object.fromEntries(given) },
      unknown: {},
    };
  });
  const { planned_values: values, ...rest } = JSON.parse(planText({ resources: known })) as Record<
    string,
    unknown
  >;
  const state = JSON.stringify({ format_version: rest['format_version'], values });
  expect(await comparable({ 'state.json': state })).toEqual(await comparable({ 'main.bicep': bicep }));
});

it('an NSG without an association filters nothing', async () => {
  const left = without('azurerm_subnet_network_security_group_association.nodes');
  const [one] = (await analyzed({ 'plan.json': planText({ resources: left }) })).check.subjects;
  expect(one?.subnet.securityGroup).toEqual({ known: true, value: null });
});

it('an association whose subnet isn’t known makes the NSG unknown', async () => {
  const open = {
    address: 'azurerm_subnet_network_security_group_association.nodes',
    values: {},
    unknown: { subnet_id: ['local.subnet'], network_security_group_id: ['local.group'] },
  };
  const all = [...without(open.address), open];
  const [one] = (await analyzed({ 'plan.json': planText({ resources: all }) })).check.subjects;
  expect(one?.subnet.securityGroup.known).toBe(false);
});

it('for an existing subnet, only associations in the files are known', async () => {
  const address = 'data.azurerm_subnet.nodes';
  const values = { ...group, name: 'snet-nodes', virtual_network_name: 'vnet-claims' };
  const association = {
    address: 'azurerm_subnet_network_security_group_association.nodes',
    values: {},
    unknown: {
      subnet_id: named(`${address}.id`),
      network_security_group_id: named('azurerm_network_security_group.nodes.id'),
    },
  };
  const isReplaced = (one: PlannedResource): boolean => /azurerm_(?:subnet|virtual)/.test(one.address);
  const all = [
    ...resources.filter((one) => !isReplaced(one)),
    { address, values, mode: 'data' as const },
    association,
  ];
  const { check } = await analyzed({ 'plan.json': planText({ resources: all }) });
  const [subnet] = check.declared.model.virtualNetworks.flatMap(({ subnets }) => subnets);
  expect(subnet?.securityGroup).toMatchObject({ known: true });
  expect(subnet?.addressPrefixes).toMatchObject({ known: false, because: { key: 'terminal.notInFiles' } });
  expect(subnet?.routeTable.known).toBe(false);
});

it('problems are at the resource in the plan, and have its address', async () => {
  const text = planText({ resources });
  const { check, terraform } = await analyzed({ 'plan.json': text });
  const blocked = problemsOf(check).find(({ id }) => id === 'outbound-aml-udp-5831');
  expect(blocked && terraform?.addressAt(blocked.place)).toBe('azurerm_network_security_rule.deny');
});

it('no fix is written into a plan', async () => {
  const fixTest = await testFixContext({ 'plan.json': planText({ resources }) });
  const problems = problemsOf(fixTest.analysis.check);
  expect(problems.length).toBeGreaterThan(0);
  for (const one of problems) {
    expect(await attemptFixes(fixTest, one)).toMatchObject([
      { is: 'not-here', because: { key: 'file.fix.plan' } },
    ]);
  }
});
