import { toJsonSchema } from '@valibot/to-json-schema';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { explainReportSchema } from '../../../src/contract/explain-report';
import { failure } from '../../../src/sandbox/failure-texts';
import { ran } from './ran';

/** Returns a network with one NSG, a workspace with its storage account, and an instance and a cluster without public IP. */
function template({ rules = '', sharedKey = 'true', second = '' } = {}): string {
  return `
param location string = 'westeurope'
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-ws'
  location: location
  properties: { securityRules: [
${rules}
  ] }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-ml'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/21'] }
    subnets: [
      { name: 'snet-train', properties: { addressPrefix: '10.40.4.0/26', networkSecurityGroup: { id: nsg.id }, natGateway: { id: nat.id } } }
${second}
    ]
  }
}
resource ip 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'ip-nat'
  location: location
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}
resource nat 'Microsoft.Network/natGateways@2024-05-01' = {
  name: 'nat'
  location: location
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [ { id: ip.id } ] }
}
resource st 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stml'
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { allowSharedKeyAccess: ${sharedKey} }
}
resource ws 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'mlw'
  location: location
  identity: { type: 'SystemAssigned' }
  properties: { storageAccount: st.id }
}
resource instance 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: ws
  name: 'ci-anna'
  location: location
  properties: {
    computeType: 'ComputeInstance'
    properties: { vmSize: 'Standard_DS3_v2', subnet: { id: '\${vnet.id}/subnets/snet-train' }, enableNodePublicIp: true }
  }
}
`;
}

function rule(name: string, priority: number, parts: string): string {
  return `    { name: '${name}', properties: { priority: ${String(priority)}, ${parts} } }`;
}

const denyAll = rule(
  'Deny-All',
  4096,
  "direction: 'Outbound', access: 'Deny', protocol: '*', sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '*'",
);
const allow = (tag: string, ports: string, priority: number): string =>
  rule(
    `Allow-${tag}`,
    priority,
    `direction: 'Outbound', access: 'Allow', protocol: '*', sourceAddressPrefix: 'VirtualNetwork', sourcePortRange: '*', destinationAddressPrefix: '${tag}', destinationPortRange: '${ports}'`,
  );

const mount = failure('storageMount', { name: 'ci-anna' }).message;
const timedOut =
  'AllocationTimedout: Desired number of dedicated nodes could not be allocated as the resize timeout was reached';

const headsOf = (out: string): string[] =>
  [...out.matchAll(/^ {2}\d+\. (.*)$/gm)].map(([, head = '']) => head);

/** Returns the IDs of the requirements below the causes of a rank, in order. */
function idsBy(out: string, rank: string): string[] {
  const causes = out.split(/^ {2}\d+\. /m).slice(1);
  return causes
    .filter((one) => one.startsWith(rank))
    .flatMap((one) => [...one.matchAll(/\[([a-z0-9-]+)\]$/gm)].map(([, id = '']) => id));
}

async function explained(
  message: string,
  files: Readonly<Record<string, string>>,
  more: readonly string[] = [],
) {
  return ran(['explain', '--error', message, ...Object.keys(files), ...more], files);
}

describe('a mount error', () => {
  test('is caused by an account without shared keys, and the open ports are ruled out', async () => {
    const { out, code } = await explained(mount, { 'main.bicep': template({ sharedKey: 'false' }) });
    expect(code).toBe(0);
    expect(headsOf(out)[0]).toBe('Most likely: The storage account refuses account keys');
    expect(headsOf(out).filter((head) => head.startsWith('Most'))).toHaveLength(1);
    expect(out).toContain('stml doesn’t allow shared keys [storage-shared-key-enabled]');
    expect(idsBy(out, 'Ruled out')).toEqual(['outbound-storage-443', 'outbound-storage-445']);
  });

  test('is compared with the mount’s ports even if it doesn’t name them', async () => {
    const rules = [allow('AzureActiveDirectory', '443', 100), denyAll].join('\n');
    const message = 'AZFMountError: unable to mount Azure File Info: Could not mount Azure File Share';
    const { out } = await explained(message, { 'main.bicep': template({ rules }) });
    expect(idsBy(out, 'Most likely')).toEqual(['outbound-storage-443', 'outbound-storage-445']);
  });

  test('is caused by a blocked port: the rule is named with its place and fix, and the account is ruled out', async () => {
    const rules = [allow('AzureActiveDirectory', '443', 100), denyAll].join('\n');
    const { out } = await explained(mount, { 'main.bicep': template({ rules }) });
    expect(idsBy(out, 'Most likely')).toEqual(['outbound-storage-443', 'outbound-storage-445']);
    expect(idsBy(out, 'Ruled out')).toEqual(['storage-shared-key-enabled']);
    expect(out).toMatch(/Deny-All/);
    expect(out).toMatch(/main\.bicep:\d+:\d+/);
    expect(out).toMatch(/Fix: /);
  });
});

test('if nodes weren’t allocated, the rule that blocks Batch comes first, and what passes is ruled out', async () => {
  const rules = [allow('AzureMachineLearning', '443', 100), denyAll].join('\n');
  const blocked = await explained(timedOut, { 'main.bicep': template({ rules }) });
  expect(blocked.out).toContain('What failed: starting nodes');
  expect(idsBy(blocked.out, 'Most likely').slice(0, 2)).toEqual([
    'outbound-batch-443',
    'outbound-storage-443',
  ]);
  const inbound = rule(
    'Allow-AML-In',
    100,
    "direction: 'Inbound', access: 'Allow', protocol: 'Tcp', sourceAddressPrefix: 'AzureMachineLearning', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '44224'",
  );
  const open = await explained(timedOut, { 'main.bicep': template({ rules: inbound }) });
  expect(headsOf(open.out).filter((head) => head.startsWith('Most'))).toEqual([]);
});

const list = `Provisioning error
The subnet has a network security group (/subscriptions/xxx/resourceGroups/rg-xxx-ws-
98b8/providers/Microsoft.Network/networkSecurityGroups/nsg-ws) that is
missing the following rules below. Please add those rules or increase the
priority to allow traffic if the rules already exist.
{
"name": "Outbound Storage 445"
"properties": {
"protocol": "TCP",
"sourcePortRange": "*"
"destinationPortRange": "445"
"sourceAddressPrefix": "VirtualNetwork"
"destinationAddressPrefix": "Storage OR Internet OR Storage.uksouth",
"priority": "Higher than 4096",
"direction": "Outbound"
}
}
{
"name": "Outbound Batch 443"
"properties": {
"protocol": "*",
"destinationPortRange": "443"
"sourceAddressPrefix": "VirtualNetwork"
"destinationAddressPrefix": "BatchNodeManagement.uksouth",
"priority": "Higher than 4096",
"direction": "Outbound"
}
}`;

describe('a cause that the message states', () => {
  const inbound = rule(
    'Allow-AML-In',
    100,
    "direction: 'Inbound', access: 'Allow', protocol: 'Tcp', sourceAddressPrefix: 'AzureMachineLearning', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '44224'",
  );
  const files = { 'main.bicep': template({ rules: inbound }) };

  test.each([
    ['SubnetIsFull', 'Not enough free addresses in the subnet'],
    [
      'This request is not authorized to perform this operation. AuthorizationFailure',
      'The storage account refuses the connection',
    ],
    [
      'Key based authentication is not permitted on this storage account.',
      'The storage account refuses account keys',
    ],
  ])('%s: isn’t ruled out by passing checks', async (message, name) => {
    const { out } = await explained(message, files);
    expect(headsOf(out)).toEqual([`Most likely: ${name}`]);
    expect(out).toMatch(/^ {5}Passed: /m);
    expect(out).toContain('compare your files with what is deployed');
  });

  test('is an unresolved name even if the zones are unknown', async () => {
    const { out } = await explained('getaddrinfo ENOTFOUND stml.blob.core.windows.net', files);
    expect(headsOf(out)).toEqual(['Most likely: A name doesn’t resolve']);
    expect(out).not.toContain('compare your files');
  });

  test('rules out allowed flows, but not what wasn’t read', async () => {
    const { out } = await explained(
      'Failed to connect to stml.blob.core.windows.net port 443: Connection timed out',
      files,
    );
    expect(headsOf(out)).toEqual([
      'Possible: A connection from the compute resource is blocked',
      'Ruled out: Outbound TCP 443 to Storage (blobs)',
    ]);
  });
});

test('an image build without a reason is compared only with what a build needs', async () => {
  const { out } = await explained('(UserError) Image build failed. Build log: https://x/rawtext.log', {
    'main.bicep': template({ rules: denyAll }),
  });
  expect(headsOf(out)).toEqual([
    'Most likely: An image can’t be downloaded',
    'Most likely: Outbound TCP 443 to Python and R package hosts',
    'Possible: The workspace can’t build images',
  ]);
});

test('fixes of one cause have different priorities', async () => {
  const { out } = await explained('FailedPullingImage: Unable to pull docker image', {
    'main.bicep': template({ rules: denyAll }),
  });
  const priorities = [...out.matchAll(/Fix: add rule (\d+)/g)].map(([, priority]) => priority);
  expect(priorities.length).toBeGreaterThan(1);
  expect(new Set(priorities).size).toBe(priorities.length);
});

describe('the service’s list of missing rules', () => {
  test.each([list, JSON.stringify({ error: { code: 'BadRequest', message: list } })])(
    'names each rule with what it must allow, and the rule that blocks it %#',
    async (message) => {
      const { out } = await explained(message, { 'main.bicep': template({ rules: denyAll }) });
      expect(out).toContain('Rules that Azure requires in nsg-ws:');
      expect(out).toContain(
        '    Outbound Storage 445: Outbound TCP 445 from VirtualNetwork to Storage, Internet, or Storage.uksouth, before priority 4096',
      );
      expect(out).toContain(
        '    Outbound Batch 443: Outbound * 443 from VirtualNetwork to BatchNodeManagement.uksouth, before priority 4096',
      );
      expect(headsOf(out)[0]).toBe('Most likely: Required NSG rules are missing');
      expect(out).toContain('Deny-All');
      expect(out).toContain('[outbound-storage-445]');
      expect(out).toContain('[outbound-batch-443]');
    },
  );

  test('shows a rule without a priority if it has none, and translates it to French', async () => {
    const message = list.replaceAll('"priority": "Higher than 4096",\n', '');
    const { out } = await explained(message, { 'main.bicep': template() });
    expect(out).toContain(
      '    Outbound Batch 443: Outbound * 443 from VirtualNetwork to BatchNodeManagement.uksouth\n',
    );
    const french = await ran(
      ['explain', '--error', message, 'main.bicep'],
      { 'main.bicep': template() },
      'fr',
    );
    expect(french.out).toContain(
      'Outbound Batch 443\u00a0: Sortant * 443 de VirtualNetwork vers BatchNodeManagement.uksouth\n',
    );
  });

  test('shows only the subnet with that NSG', async () => {
    const second =
      "      { name: 'snet-other', properties: { addressPrefix: '10.40.5.0/26' } }\n// aml-secure-compute: cluster\n      { name: 'snet-third', properties: { addressPrefix: '10.40.6.0/26' } }";
    const { out } = await explained(list, { 'main.bicep': template({ rules: denyAll, second }) });
    expect(out).toContain('vnet-ml/snet-train');
    expect(out).not.toContain('snet-third');
    expect(out).toContain('Not shown: 1 subnet that the message doesn’t name.');
  });
});

test('without files, no cause is ruled out', async () => {
  const { out, code } = await ran(['explain', '--error', timedOut]);
  expect(code).toBe(0);
  expect(out).toContain('The subnet isn’t known, so all causes are possible.');
  expect(headsOf(out)[0]).toBe('Possible: The network blocks traffic that nodes need to start');
  expect(out).toContain('Details for support');
});

test('an unknown message shows the errors of the subnet as possible, never as certain', async () => {
  const { out } = await explained('Something else went wrong.', {
    'main.bicep': template({ rules: denyAll }),
  });
  expect(headsOf(out).length).toBeGreaterThan(3);
  expect(headsOf(out).every((head) => head.startsWith('Possible'))).toBe(true);
});

describe('the command line of explain --error', () => {
  test('accepts a message in a file with any name', async () => {
    const files = { 'error.log': timedOut, 'said by azure': 'SubnetIsFull' };
    expect((await ran(['explain', '--error', 'error.log'], files)).out).toContain('starting nodes');
    expect((await ran(['explain', '--error=said by azure'], files)).out).toContain(
      'Not enough free addresses in the subnet',
    );
  });

  test.each([
    [['--error'], '--error requires a value'],
    [['--error', ' '], '--error requires a value'],
    [['--error', 'a', '--error', 'b'], '--error accepts one value'],
    [['--error', 'a', '--format', 'sarif'], 'text and json'],
  ])('rejects %j', async (args, words) => {
    const { code, error } = await ran(['explain', ...args]);
    expect(code).toBe(2);
    expect(error).toContain(words);
  });

  test.each(['missing.log', './missing'])('reports %s as a missing file', async (name) => {
    const { code, error } = await ran(['explain', '--error', name]);
    expect(code).toBe(3);
    expect(error).toContain(`${name} doesn’t exist. Check the path.`);
  });

  test.each(['--error -', '--error=-'])('accepts the message on standard input: %s', async (words) => {
    const input = 'AllocationTimedout: Desired number of dedicated nodes could not be allocated';
    const piped = await ran(`explain ${words} main.bicep`, { 'main.bicep': template() }, { input });
    const given = await ran(['explain', '--error', input, 'main.bicep'], { 'main.bicep': template() });
    expect(piped).toEqual(given);
  });

  test.each(['', ' \n\n'])('rejects an empty message: %j', async (input) => {
    const piped = await ran('explain --error - main.bicep', { 'main.bicep': template() }, { input });
    expect(piped).toMatchObject({ code: 3, out: '', error: '- is empty. Pass the error message.\n' });
    const file = await ran('explain --error e.txt', { 'e.txt': input });
    expect(file).toMatchObject({ code: 3, error: 'e.txt is empty. Pass the error message.\n' });
  });

  test('explains the message even if a template can’t be read', async () => {
    const { code, out, error } = await ran(['explain', '--error', 'SubnetIsFull', 'gone.bicep']);
    expect(code).toBe(3);
    expect(error).toContain('gone.bicep');
    expect(out).toContain('Not enough free addresses in the subnet');
  });
});

describe('explain --error as JSON', () => {
  /** After an intended change, `npx vitest run test/unit/cli -u` writes the file again. */
  test('is described by docs/explain-report.schema.json', async () => {
    const schema = toJsonSchema(explainReportSchema, { target: 'draft-2020-12' });
    const text = `${JSON.stringify({ $id: 'explain-report.schema.json', ...schema }, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../../docs/explain-report.schema.json');
  });

  test('ranks causes, with the rule that decides, its place, and the fix', async () => {
    const { out } = await explained(list, { 'main.bicep': template({ rules: denyAll }) }, [
      '--format',
      'json',
    ]);
    const report = v.parse(explainReportSchema, JSON.parse(out));
    expect(report.failed).toBe('creation');
    expect(report.missingRules?.rules.map(({ name }) => name)).toEqual([
      'Outbound Storage 445',
      'Outbound Batch 443',
    ]);
    const [first] = report.subnets[0]?.causes ?? [];
    expect(first).toMatchObject({ id: 'rules', rank: 'most' });
    expect(first?.requirements[0]?.decidedBy).toMatchObject({
      kind: 'rule',
      name: 'Deny-All',
      place: { file: 'main.bicep' },
    });
    expect(first?.requirements.every(({ fix }) => fix !== null)).toBe(true);
  });

  test('works without files', async () => {
    const { out } = await ran(['explain', '--error', 'SubnetIsFull', '--format', 'json']);
    const report = v.parse(explainReportSchema, JSON.parse(out));
    expect(report.causes[0]).toMatchObject({ id: 'addresses', rank: 'most' });
    expect(report.subnets).toEqual([]);
  });
});

test('storage that the files don’t contain isn’t ruled out', async () => {
  const [network = ''] = template().split("resource st 'Microsoft.Storage");
  const { out } = await explained(mount, { 'main.bicep': network }, ['--subnet', 'snet-train']);
  const ruledOut = headsOf(out).filter((head) => head.startsWith('Ruled out'));
  expect(ruledOut.join()).not.toContain('The storage account');
  expect(headsOf(out)).toContain('Possible: The storage account refuses the connection');
  expect(headsOf(out)).toContain('Possible: The storage account refuses account keys');
});
