import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { amlRule, writtenNetwork } from '../../support/written-network';
import { analyzed } from '../file-checks/analyzed';
import { unreadable, ran } from './ran';
import { summaryLine } from '../../support/shown-lines';

/* A line of the report states what was found, read, and missing. It leaves out empty counts. */

const network = writtenNetwork({ rules: [{ ...amlRule, access: 'Deny' }] });
const storage = "resource s 'Microsoft.Storage/storageAccounts@2023-05-01' = { name: 's' }\n";
const registry = "module net 'br/public:avm/res/network/virtual-network:0.5.1' = { name: 'net' }\n";
const workspace = "resource w 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = { name: 'w' }\n";

test('the summary counts a Terraform folder without its list of files', async () => {
  const text = readFileSync('test/fixtures/checks/outbound-aml-443.fails.tf', 'utf8');
  const { out } = await ran('check infra --format json', { 'infra/main.tf': text });
  expect(JSON.parse(out).summary).toMatchObject({ filesRead: 1, subnetsChecked: 1 });
});

test('the summary counts one file with an error', async () => {
  const { code, out } = await ran('check main.bicep', { 'main.bicep': network });
  expect(summaryLine(out)).toBe('1 error (1 flow), 5 info in 1 file');
  expect(out).toContain('\n1 file, 1 subnet · requirements of ');
  expect(code).toBe(1);
});

test('the summary of a folder without Azure ML doesn’t have errors', async () => {
  const files = { 'infra/main.bicep': storage, 'infra/package.json': '{}' };
  const { code, out, error } = await ran('check infra', files);
  expect(out).toContain('The files don’t contain a subnet for Azure ML');
  expect(summaryLine(out)).toBe('No errors in 1 file');
  expect(out).toContain('\n1 file, 0 subnets · ');
  expect({ code, error }).toEqual({ code: 0, error: '' });
});

describe('unreadable parts of a folder', () => {
  test('fail the run if a file isn’t valid Bicep', async () => {
    const files = { 'infra/main.bicep': storage, 'infra/broken.bicep': 'resource x = {' };
    const { code, out, error } = await ran('check infra', files);
    expect(summaryLine(out)).toBe('No errors in 2 files; 1 not readable');
    expect(error).toContain('infra/broken.bicep:1:');
    expect(code).toBe(3);
  });

  test('fail the run if a module isn’t restored and the file is about Azure ML', async () => {
    const { code, out } = await ran('check infra', { 'infra/main.bicep': `${workspace}${registry}` });
    expect(out).toContain(
      `  Modules  infra/main.bicep:2:12  The module 'br/public:avm/res/network/virtual-network:0.5.1' comes from a registry.`,
    );
    expect(summaryLine(out)).toBe('No errors in 1 file; 1 module missing');
    expect(code).toBe(1);
    const relaxed = await ran('check infra --allow-unknown', {
      'infra/main.bicep': `${workspace}${registry}`,
    });
    expect(relaxed.code).toBe(0);
  });

  test('are only counted if a module isn’t restored and no file is about Azure ML', async () => {
    const { code, out } = await ran('check main.bicep', { 'main.bicep': `${storage}${registry}` });
    expect(summaryLine(out)).toContain('1 module missing');
    expect(code).toBe(0);
  });
});

test('a missing module makes other endpoints and peerings unknown', async () => {
  const modelOf = async (text: string) => (await analyzed({ 'main.bicep': text })).check.declared.model;
  const whole = await modelOf(network);
  expect(whole.privateEndpoints).toEqual({ known: true, value: [] });
  const parted = await modelOf(`${network}${registry}`);
  expect(parted.privateEndpoints.known).toBe(false);
  expect(parted.virtualNetworks[0]?.peersElsewhere).toBe(true);
});

describe('a compute resource whose network isn’t checked is listed, with the reason', () => {
  const computes = (type: string, properties = '', condition = ''): string => `
param isWanted bool = false
${workspace}resource c 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = ${condition}{
  parent: w
  name: 'c1'
  properties: { computeType: '${type}', properties: { ${properties} } }
}
`;

  test.each([
    ['without a subnet', computes('AmlCompute'), "4:10: 'c1': It doesn’t have a subnet,"],
    ['without a subnet, an instance', computes('ComputeInstance'), "4:10: 'c1': It doesn’t have a subnet,"],
    ['attached', computes('AKS'), "4:10: 'c1': It’s an attached compute."],
    [
      'with a false condition',
      computes('AmlCompute', '', 'if (isWanted) '),
      "4:10: 'c1': Its condition is false with these values",
    ],
    [
      'of HDInsight, with a false condition',
      "param isWanted bool = false\nresource h 'Microsoft.HDInsight/clusters@2021-06-01' = if (isWanted) { name: 'h1' }\n",
      "2:10: 'h1': Its condition is false with these values",
    ],
    [
      'in a managed virtual network',
      computes('AmlCompute').replace(
        "{ name: 'w' }",
        "{ name: 'w', properties: { managedNetwork: { isolationMode: 'AllowInternetOutbound' } } }",
      ),
      "4:10: 'c1': It’s in the managed virtual network of its workspace.",
    ],
    [
      'of HDInsight',
      "resource h 'Microsoft.HDInsight/clusters@2021-06-01' = { name: 'h1' }\n",
      "1:10: 'h1': It’s a resource of Azure HDInsight.",
    ],
    [
      'of Databricks in a virtual network',
      "resource d 'Microsoft.Databricks/workspaces@2024-05-01' = { name: 'd1', properties: { parameters: { customVirtualNetworkId: { value: network } } } }\nparam network string\n",
      "1:10: 'd1': It’s a resource of Azure Databricks.",
    ],
  ])('%s', async (_, text, line) => {
    const folder = await ran('check infra', { 'infra/main.bicep': text });
    expect(folder.out).toContain(`  Not checked  infra/main.bicep:${line.replace(': ', '  ')}`);
    expect(folder.code).toBe(0);
    const single = await ran('check main.bicep --format json', { 'main.bicep': text });
    expect(JSON.parse(single.out)).toMatchObject({
      summary: { uncheckedComputes: [{ place: { file: 'main.bicep' } }] },
    });
  });

  test('but not if it’s reported separately, already exists, or is Databricks in a managed network', async () => {
    const text = `${network}${workspace}
resource c 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: w
  name: 'c1'
  properties: { computeType: 'AmlCompute', properties: {} }
}
resource e 'Microsoft.HDInsight/clusters@2021-06-01' existing = { name: 'h1' }
resource d 'Microsoft.Databricks/workspaces@2024-05-01' = { name: 'd1' }
`;
    const { out } = await ran('check main.bicep', { 'main.bicep': text });
    expect(out).toContain('compute-outside-network');
    expect(out).not.toContain('Not checked');
  });
});

test('JSON lists missing modules', async () => {
  const { out } = await ran('check main.bicep --format json', { 'main.bicep': `${network}${registry}` });
  expect(JSON.parse(out)).toMatchObject({
    summary: {
      filesRead: 1,
      notReadable: [],
      missingModules: [
        { name: 'br/public:avm/res/network/virtual-network:0.5.1', place: { file: 'main.bicep' } },
      ],
      computesElsewhere: 0,
      subnetsChecked: 1,
      errors: 1,
    },
  });
});

test.each(['infra//main.bicep', './infra/main.bicep', 'infra/../infra/main.bicep', 'infra', 'infra/*.bicep'])(
  'a file that is also named as %s is checked once',
  async (other) => {
    const { out } = await ran(`check infra/main.bicep ${other}`, { 'infra/main.bicep': network });
    expect(summaryLine(out)).toBe('1 error (1 flow), 5 info in 1 file');
    expect(out.match(/'snet'/g)?.length).toBe(
      (await ran('check infra/main.bicep', { 'infra/main.bicep': network })).out.match(/'snet'/g)?.length,
    );
  },
);

test('a module that is also named by another path is checked as a module', async () => {
  const files = {
    'infra/main.bicep': "module net 'net/net.bicep' = { name: 'net' }\n",
    'infra/net/net.bicep': network,
  };
  const { out } = await ran('check infra//net infra', files);
  expect(summaryLine(out)).toBe('1 error (1 flow), 5 info in 2 files');
});

test('a subnet that two files declare counts in each, as the headings do', async () => {
  const files = { 'infra/a.bicep': network, 'infra/b.bicep': network };
  const { out } = await ran('check infra', files);
  expect(out.match(/^infra\/\w\.bicep/gm)).toEqual(['infra/a.bicep', 'infra/b.bicep']);
  expect(out).toContain('\n2 files, 2 subnets · ');
});

test('the subnet of a module that two files use counts once', async () => {
  const use = "module net 'net.bicep' = { name: 'net' }\n";
  const files = { 'infra/a.bicep': use, 'infra/b.bicep': use, 'infra/net.bicep': network };
  const { out } = await ran('check infra', files);
  expect(out).toContain('\n3 files, 1 subnet · ');
});

test('a file that can’t be read doesn’t affect the other named files', async () => {
  const files = { 'a.bicep': unreadable, 'b.bicep': network };
  const { code, out, error } = await ran('check a.bicep b.bicep gone.json', files);
  expect(summaryLine(out)).toBe('1 error (1 flow), 5 info in 1 file; 2 not readable');
  expect(error).toContain('a.bicep is a pipe');
  expect(error).toContain('gone.json doesn’t exist. Check the path.');
  expect(code).toBe(3);
});

test.each(['check a.bicep', 'check infra'])(
  '%s: an unreadable file isn’t reported as having no subnet',
  async (line) => {
    const { code, out } = await ran(line, { 'a.bicep': unreadable, 'infra/b.bicep': 'resource x = {' });
    expect(out).toContain(
      'It isn’t known whether Azure ML uses a subnet of these files, because some files couldn’t be read.\n',
    );
    expect(summaryLine(out)).toMatch(/^No errors in .*; 1 not readable$/);
    expect(code).toBe(3);
  },
);

test('a subnet that isn’t ready under any assumption counts as unknown', async () => {
  const text = network
    .replace(/securityRules: \[[\s\S]*?\n {4}\]/, 'securityRules: []')
    .replace(
      "{ name: 'snet', properties: {",
      "// aml-secure-compute: cluster\n{ name: 'snet', properties: {",
    );
  const { code, out } = await ran('check main.bicep --workspace public', { 'main.bicep': text });
  expect(out).toContain('Unknown: each possible setting that the files leave open fails');
  expect(summaryLine(out)).toBe('1 unknown, 3 info in 1 file');
  expect(code).toBe(1);
});

interface Row {
  readonly id: string;
  readonly name: string;
  readonly outcome: string;
}

/** Outcomes that the report doesn't show for a subnet: passed, and not applicable. */
const quiet = ['passed', 'allowed', 'not-applicable'];

const unread = `resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = { name: 'nsg-shared' }
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      // aml-secure-compute: instance
      { name: 'snet', properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: { id: nsg.id } } }
    ]
  }
}
`;

test.each([
  ['that fails', network],
  ['whose NSG isn’t in the files', unread],
])(
  'of a subnet %s, the text names every requirement that the JSON report has open, unknown, or to confirm',
  async (_, text) => {
    const line = 'check main.bicep --compute instance --public-ip yes --workspace private';
    const { out } = await ran(`${line} --flows`, { 'main.bicep': text });
    const json = await ran(`${line} --format json`, { 'main.bicep': text });
    const rows = JSON.parse(json.out).subnets.flatMap((one: { requirements: Row[] }) => one.requirements);
    // A default rule that allows doesn't decide anything.
    const shown = rows.filter(
      ({ id, outcome }: Row) => !quiet.includes(outcome) && id !== 'outbound-default-open',
    );
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter(({ id, name }: Row) => !out.includes(id) && !out.includes(name))).toEqual([]);
  },
);
