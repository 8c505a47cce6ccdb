import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { failuresIn } from '../../support/failures-in';
import { writeArm } from '../../../src/plans/code/write-arm';
import { writeBicep } from '../../../src/plans/code/write-bicep';
import { newNetworkPlan } from '../plans/new-network-plans';
import { sayStrictly } from '../plans/sample-plans';
import { ran } from './ran';

/* A compute resource whose subnet no file of its deployment declares. */

const compute = (subnet: string): string => `
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'mlw'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {}
  resource cluster 'computes' = {
    name: 'cpu'
    location: 'westeurope'
    properties: {
      computeType: 'AmlCompute'
      properties: { vmSize: 'Standard_DS3_v2', enableNodePublicIp: true, scaleSettings: { maxNodeCount: 4 }, subnet: { id: ${subnet} } }
    }
  }
}
`;

const existingNetwork = `
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet'
  scope: resourceGroup('rg-network')
  resource snet 'subnets' existing = { name: 'snet' }
}
`;

const network = (prefix: string): string => `
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [{ name: 'snet', properties: { addressPrefix: '${prefix}' } }]
  }
}
`;

const head = 'Unknown: no file declares subnet ';

describe('a subnet that no file declares is unknown, and the run exits with 1', () => {
  test.each([
    ['the subnet of an existing network', existingNetwork, 'vnet::snet.id'],
    ['an ID composed of an existing network’s ID', existingNetwork, "'${vnet.id}/subnets/snet'"],
  ])('%s', async (_, declared, id) => {
    const { code, out } = await ran('check main.bicep', { 'main.bicep': `${declared}${compute(id)}` });
    expect(out).toMatch(
      /\n {2}Subnets +main\.bicep:\d+:\d+ {2}Unknown: no file declares subnet resourceGroups\/rg-network\/virtualNetworks\/vnet\/subnets\/snet of 'cpu'\. Its network isn’t checked\.\n/,
    );
    expect(out).toContain('Also pass the file that declares it, or the output of az network vnet show.');
    expect(code).toBe(1);
  });

  test('if its ID is a parameter without a value', async () => {
    const main = `param subnetId string\n${compute('subnetId')}`;
    const { code, out } = await ran('check main.bicep', { 'main.bicep': main });
    expect(out).toContain("Unknown: no file declares subnet ‹subnetId› of 'cpu'.");
    expect(out).toContain('Set its value with --params, and pass the output of az network vnet show.');
    expect(code).toBe(1);
  });

  test('if its ID is a Terraform variable without a value', async () => {
    const cluster = `variable "subnet" {}
resource "azurerm_machine_learning_compute_cluster" "cpu" {
  name                          = "cpu"
  location                      = "westeurope"
  machine_learning_workspace_id = "/subscriptions/0a0a/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw"
  subnet_resource_id            = var.subnet
}
`;
    const { code, out } = await ran('check main.tf', { 'main.tf': cluster });
    expect(out).toContain('Set its value with --var-file, and pass the output of az network vnet show.');
    expect(code).toBe(1);
  });

  test('if its ID is the output of a missing module', async () => {
    const main = `module net 'br/public:avm/res/network/virtual-network:0.5.1' = { name: 'net' }
${compute('net.outputs.subnetResourceIds[0]')}`;
    const { code, out } = await ran('check main.bicep', { 'main.bicep': main });
    expect(out).toContain(head);
    expect(code).toBe(1);
  });

  test('but the run exits with 0 with --allow-unknown', async () => {
    const files = { 'main.bicep': `${existingNetwork}${compute('vnet::snet.id')}` };
    const { code, out } = await ran('check main.bicep --allow-unknown', files);
    expect(out).toContain(head);
    expect(code).toBe(0);
  });

  test('as JSON, at the reference to the subnet', async () => {
    const files = { 'main.bicep': `${existingNetwork}${compute('vnet::snet.id')}` };
    const { out } = await ran('check main.bicep --format json', files);
    expect(JSON.parse(out)).toMatchObject({
      subnets: [],
      findings: [{ id: 'subnet-not-in-files', finding: true, at: { kind: 'compute', name: 'cpu' } }],
    });
  });
});

describe('a subnet that is referenced by its index in an existing network', () => {
  const parts = (scope: string): string => `
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet'
  ${scope}
}
${compute('vnet.properties.subnets[1].id')}`;
  const two = (more = ''): string =>
    network('10.0.2.0/24').replace(
      'subnets: [',
      "subnets: [{ name: 'snet-first', properties: { addressPrefix: '10.0.1.0/24' } }, ",
    ) + more;
  const group = "scope: resourceGroup('rg-network')";

  test('is unknown, with its network, if no file declares the network', async () => {
    const { code, out } = await ran('check main.bicep', { 'main.bicep': parts(group) });
    expect(out).toContain(
      "no file declares subnet resourceGroups/rg-network/virtualNetworks/vnet.properties.subnets.1.id of 'cpu'",
    );
    expect(out).toContain('Also pass the file that declares it');
    expect(code).toBe(1);
  });

  test.each([
    ['in the same deployment', ''],
    ['in another deployment', group],
  ])('is checked with a file %s that declares the network', async (_, scope) => {
    const files = { 'main.bicep': parts(scope), 'network.bicep': two() };
    const { code, out } = await ran('check main.bicep network.bicep --flows', files);
    expect(out).toContain('vnet/snet, for cpu: ');
    expect(out).not.toContain(head);
    expect(code).toBe(0);
  });

  test('is unknown if the file doesn’t define the order of its subnets', async () => {
    const apart = (name: string, prefix: string): string => `
resource ${name} 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet
  name: '${name}'
  properties: { addressPrefix: '${prefix}' }
}`;
    const unordered = network('10.0.2.0/24') + apart('one', '10.0.3.0/24') + apart('two', '10.0.4.0/24');
    const files = { 'main.bicep': parts(group), 'network.bicep': unordered };
    const { code, out } = await ran('check main.bicep network.bicep', files);
    expect(out).toContain(head);
    expect(code).toBe(1);
  });
});

describe('a subnet is checked if another named file declares it', () => {
  const main = `${existingNetwork}${compute('vnet::snet.id')}`;

  test('as a template', async () => {
    const files = { 'main.bicep': main, 'network.bicep': network('10.0.2.0/29') };
    const { code, out } = await ran('check main.bicep network.bicep --flows', files);
    expect(out).toContain('vnet/snet, for cpu: ');
    expect(out).not.toContain(head);
    // A /29 has three usable addresses, and the cluster may have four nodes.
    expect(out).toContain("'cpu' can start 4 nodes; 'snet' has room for 3");
    expect(code).toBe(0);
  });

  test('as output of the Azure CLI', async () => {
    const id = '/subscriptions/00112233-4455-6677-8899-aabbccddeeff/resourceGroups/rg-network';
    const printed = {
      id: `${id}/providers/Microsoft.Network/virtualNetworks/vnet`,
      name: 'vnet',
      type: 'Microsoft.Network/virtualNetworks',
      location: 'westeurope',
      properties: {
        addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
        virtualNetworkPeerings: [],
        subnets: [
          {
            id: `${id}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet`,
            name: 'snet',
            properties: { addressPrefix: '10.0.2.0/24' },
          },
        ],
      },
    };
    const files = { 'main.bicep': main, 'vnet.json': JSON.stringify(printed) };
    const { out } = await ran('check main.bicep vnet.json --flows', files);
    expect(out).toContain('vnet/snet, for cpu: ');
    expect(out).not.toContain(head);
    const other = { ...files, 'vnet.json': JSON.stringify(printed).replaceAll('rg-network', 'rg-other') };
    expect((await ran('check main.bicep vnet.json', other)).out).toContain(head);
  });

  test('but not if two files declare it', async () => {
    const files = {
      'main.bicep': main,
      'a.bicep': network('10.0.2.0/24'),
      'b.bicep': network('10.0.3.0/24'),
    };
    const { code, out } = await ran('check main.bicep a.bicep b.bicep', files);
    expect(out).toContain(head);
    expect(code).toBe(1);
  });
});

/** An error or a warning at a place in a file. */
const ownProblem = /\.(?:bicep|json):\d+:\d+ +(?:error|warning)/;

test.each([
  ['cluster', false],
  ['instance', true],
] as const)('the generated code of a new network for a %s doesn’t have problems', async (kind, publicIp) => {
  const { plan, context } = newNetworkPlan({ kind, publicIp, group: 'rg-net' });
  for (const write of [writeBicep, writeArm]) {
    const { files } = write(plan, context, sayStrictly);
    const texts = Object.fromEntries(files.map(({ name, text }) => [name, text]));
    const { out } = await ran(`check ${files[0]?.name ?? ''}`, texts);
    // Whether the workspace has a private endpoint isn't in the files.
    expect(out).toMatch(/, 1 subnet · /);
    expect(out).not.toMatch(ownProblem);
  }
});

test('code of the wizard for a subnet that it checked in Azure isn’t reported', async () => {
  const folder = 'test/fixtures/plans';
  const written = globSync(['*/c[pi]*.bicep', '*/c[pi]*.json'], { cwd: folder });
  const files = Object.fromEntries(
    globSync('**/*.bicep', { cwd: folder })
      .concat(written)
      .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
  );
  const roots = written.filter((name) => !name.endsWith('.parameters.json') && !name.includes('-fixes'));
  expect(roots.length).toBeGreaterThan(20);
  const failures = await failuresIn(
    roots.map((name): readonly [string, string] => [name, name]),
    async (name) => {
      const { out } = await ran(`check ${name}`, files);
      expect(out).not.toContain('subnet-not-in-files');
      // The subnet of that plan doesn't have outbound access, and its fix doesn't change that.
      if (!name.startsWith('instance-filter-fix')) expect(out).not.toMatch(ownProblem);
    },
  );
  expect(failures).toEqual([]);
});
