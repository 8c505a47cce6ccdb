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
