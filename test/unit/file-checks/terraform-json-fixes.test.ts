import { visit } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { inTerraformJson, withoutForm, type JsonForm } from '../../support/terraform-json';
import {
  denyOut,
  inFolder,
  misspelled,
  natGateway,
  noOutbound,
  ruleForms,
  securityGroup,
  terraformBase,
} from '../../support/terraform-network';
import { reason } from '../../../src/core/reason';
import type { NewRule } from '../../../src/core/resource-change';
import { editsOfFix } from '../../../src/file-checks/edits/edits-of-fix';
import { fixTemplate } from '../../../src/file-checks/edits/fix-template';
import { testAnalysisOptions } from '../../support/analysis-options';
import { testFileSystem, testFixContext, withEdits } from './analyzed';
import { changedLines, offered } from './fixed';

type Files = Readonly<Record<string, string>>;

/** In JSON, `jsonencode` is part of a text. */
const inText = 'a body of jsonencode';
const writable = Object.entries(ruleForms).filter(([name]) => name !== inText);

/** Forms of rules, each in one nesting of JSON, and files for other fixes. */
const cases: readonly (readonly [name: string, form: JsonForm, files: Files, id: string])[] = [
  ...writable.map(([name, write], at) => {
    const form = (['objects', 'lists', 'root list'] as const)[at % 3] ?? 'objects';
    return [`a new rule: ${name}`, form, write([denyOut]), 'outbound-arm-443'] as const;
  }),
  ...writable.map(([name, write], at) => {
    const form = (['root list', 'objects', 'lists'] as const)[at % 3] ?? 'objects';
    return [`a tag: ${name}`, form, write([misspelled]), 'misspelled-service-tag'] as const;
  }),
  ['a NAT gateway', 'objects', { 'main.tf': noOutbound + securityGroup() }, 'egress-explicit-for-npip'],
  ['a NAT gateway', 'lists', { 'main.tf': noOutbound + securityGroup() }, 'egress-explicit-for-npip'],
];

test.each(cases)('.tf.json gets the fix of its .tf file. %s, %s', async (_, form, files, id) => {
  const inHcl = await offered(inFolder(files), id);
  const json = inTerraformJson(files, form);
  const { after, titles, whyNot } = await offered(inFolder(json), id);
  const expected = inTerraformJson(
    Object.fromEntries(Object.keys(files).map((file) => [file, inHcl.after[file] ?? ''])),
    form,
  );
  const changed = Object.keys(json).filter((file) => after[file] !== json[file]);
  const isText = inHcl.whyNot === null && whyNot !== null;
  expect({ titles, isText }).toEqual({ titles: inHcl.titles, isText: false });
  expect(changed.length).toBeGreaterThan(0);
  for (const [file, text] of Object.entries(expected)) {
    expect(withoutForm(after[file] ?? '')).toEqual(withoutForm(text));
  }
});

const group = {
  name: 'nsg-nodes',
  location: 'northeurope',
  resource_group_name: '${azurerm_resource_group.claims.name}',
};
const rule = {
  name: 'deny-out',
  priority: 4000,
  direction: 'Outbound',
  access: 'Deny',
  protocol: '*',
  source_port_range: '*',
  destination_port_range: '*',
  source_address_prefix: '*',
  destination_address_prefix: 'Internet',
};

function withGroup(nodes: unknown, indent: string | number): Files {
  return {
    'main.tf': terraformBase + natGateway,
    'nsg.tf.json': JSON.stringify(
      { resource: { azurerm_network_security_group: { nodes } } },
      null,
      indent,
    ).replaceAll('\n', '\r\n'),
  };
}

test('a new rule has each argument, and keeps indentation and line ends of the file', async () => {
  const files = withGroup({ ...group, security_rule: [rule] }, '\t');
  const text = (await offered(inFolder(files), 'outbound-arm-443')).after['nsg.tf.json'] ?? '';
  expect(text.replaceAll(/(?<!\r)\n/g, 'LF')).not.toContain('LF');
  const [, added = ''] = text.split('"Internet"');
  expect(added.replaceAll('\r', '').split('\n').slice(1, 6)).toEqual([
    '\t\t\t\t\t},',
    '\t\t\t\t\t{',
    '\t\t\t\t\t\t"name": "Allow-ARM-443",',
    expect.stringContaining('\t\t\t\t\t\t"description": "'),
    '\t\t\t\t\t\t"priority": 100,',
  ]);
  // Terraform reads a list of objects as an argument, whose objects need each member.
  expect(added).toContain('"source_application_security_group_ids": null');
  // Only text was added.
  const [before = ''] = (files['nsg.tf.json'] ?? '').split('"Internet"');
  expect(text.startsWith(before)).toBe(true);
});

test('an argument whose pair is null becomes null, and the pair gets the values', async () => {
  const entra = { ...rule, name: 'entra', access: 'Allow', priority: 100, protocol: 'Tcp' };
  const one = { ...entra, destination_address_prefix: 'AzureActiveDirectory', destination_port_range: '443' };
  const files = withGroup({ ...group, security_rule: [{ ...one, destination_port_ranges: null }, rule] }, 2);
  const { after, titles } = await offered(inFolder(files), 'outbound-entra-80-443');
  expect(titles[0]).toBe('Add port 80 to rule entra');
  expect(changedLines(files['nsg.tf.json'] ?? '', after['nsg.tf.json'] ?? '')).toEqual([
    '- "destination_port_range": "443",',
    '- "destination_port_ranges": null',
    '+ "destination_port_range": null,',
    '+ "destination_port_ranges": ["443", "80"]',
  ]);
});

test.each([
  ['outbound-arm-443', denyOut],
  ['misspelled-service-tag', misspelled],
] as const)(
  'an expression inside a JSON text isn’t edited, and the reason is given: %s',
  async (id, rule) => {
    const files = inTerraformJson(ruleForms[inText]?.([rule]) ?? {}, 'objects');
    const { whyNot, titles } = await offered(inFolder(files), id);
    expect({ whyNot, titles }).toEqual({ whyNot: 'The value is computed in main.tf.json.', titles: [] });
  },
);

/** A second subnet with a cluster, next to the one of `noOutbound`, and without an NSG. */
const twoSubnets = noOutbound.replace(/resource "azurerm_subnet_network_security_group_association"[^]*/, '');
const secondSubnet = [
  ...twoSubnets.matchAll(/resource "azurerm_(?:subnet|machine_learning_compute_cluster)"[^]*?\n\}\n/g),
]
  .map(([block]) =>
    block.replaceAll('nodes', 'gpu').replaceAll('cpu', 'gpu').replace('10.40.2.0', '10.40.3.0'),
  )
  .join('\n');

/** Returns the names that an object of the text has twice. */
function namesTwice(text: string): readonly string[] {
  const repeated: string[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectProperty: (name) => {
      if (open.at(-1)?.has(name)) repeated.push(name);
      open.at(-1)?.add(name);
    },
    onObjectEnd: () => void open.pop(),
  });
  return repeated;
}

test.each(['objects', 'lists', 'root list'] as const)(
  'two fixes of one run write each type once, as two runs do: %s',
  async (form) => {
    const run = (files: Files, ids?: readonly string[]) =>
      fixTemplate(Object.keys(files)[0] ?? '', testFileSystem(files), {
        options: testAnalysisOptions,
        describe: () => 'Why',
        fixesHints: false,
        allowed: ['cost'],
        ...(ids && { subnets: () => ids }),
      });
    const files = inFolder(inTerraformJson({ 'main.tf': twoSubnets + secondSubnet }, form));
    const both = await run(files);
    const text = both?.texts.get('main.tf.json') ?? '';
    expect(both?.applied).toHaveLength(2);
    expect(namesTwice(text)).toEqual([]);
    // Each fix in its own run gives the same file, and another run changes nothing.
    const subnets = both?.after.check.declared.model.virtualNetworks.flatMap((one) =>
      one.subnets.map(({ id }) => id),
    );
    let after = files;
    for (const id of subnets ?? []) {
      const one = await run(after, [id]);
      after = { ...after, ...Object.fromEntries(one?.texts ?? []) };
    }
    expect(after['main.tf.json']).toBe(text);
    expect((await run(after))?.applied).toEqual([]);
  },
);

const addedRule: NewRule = {
  name: 'Allow-ARM-443',
  why: reason('assumed.hostsInNoTag', { tags: 'x' }),
  priority: 100,
  direction: 'Outbound',
  access: 'Allow',
  protocol: 'Tcp',
  sources: ['*'],
  destinations: ['AzureResourceManager'],
  destinationPorts: ['443'],
};

test('one fix of two NSGs without rules writes the type of their rules once', async () => {
  const groups = ['nodes', 'other'].map((name) => securityGroup().replaceAll('nodes', name)).join('');
  const rules = `
resource "azurerm_network_security_group" "far" {
  name                = "nsg-far"
  location            = azurerm_resource_group.claims.location
  resource_group_name = azurerm_resource_group.claims.name
}

resource "azurerm_network_security_rule" "far" {
  name                        = "deny-out"
  priority                    = 4000
  direction                   = "Outbound"
  access                      = "Deny"
  protocol                    = "*"
  source_port_range           = "*"
  destination_port_range      = "*"
  source_address_prefix       = "*"
  destination_address_prefix  = "Internet"
  resource_group_name         = azurerm_resource_group.claims.name
  network_security_group_name = azurerm_network_security_group.far.name
}
`;
  const json = inTerraformJson({ 'main.tf': terraformBase + groups }, 'objects')['main.tf.json'] ?? '';
  const files = inFolder({ 'main.tf.json': json, 'rules.tf': rules });
  const fixTest = await testFixContext(files);
  const { declared } = fixTest.analysis.check;
  const changes = declared.model.securityGroups
    .filter(({ name }) => name !== 'nsg-far')
    .map(({ id }) => ({ type: 'rule' as const, id, before: null, after: addedRule }));
  const written = editsOfFix(declared, { changes }, fixTest.files);
  const text = written.is === 'edits' ? withEdits(json, written.edits) : '';
  expect(namesTwice(text)).toEqual([]);
  const { azurerm_network_security_rule: added } = (
    JSON.parse(text) as { resource: Record<string, Record<string, { network_security_group_name: string }>> }
  ).resource;
  expect(Object.values(added ?? {}).map((one) => one.network_security_group_name)).toEqual([
    '${azurerm_network_security_group.nodes.name}',
    '${azurerm_network_security_group.other.name}',
  ]);
});
