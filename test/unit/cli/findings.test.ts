import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { amlRule, writtenNetwork } from '../../support/written-network';
import { exports, ran } from './ran';

interface WrittenRule {
  readonly name: string;
  readonly [property: string]: unknown;
}

/** Returns the exported NSG with additional rules, as the Azure CLI prints it. */
async function groupWith(...rules: readonly WrittenRule[]): Promise<Record<string, string>> {
  const group = JSON.parse(await readFile(new URL('nsg-show.json', exports), 'utf8')) as {
    securityRules: readonly object[];
  };
  const [like] = group.securityRules;
  const more = rules.map((one) => ({ ...like, ...one, id: `${one.name}-id` }));
  return {
    'nsg.json': JSON.stringify({ ...group, securityRules: [...group.securityRules, ...more] }, null, 2),
  };
}

const rule = (name: string, priority: number, more: object = {}): WrittenRule => ({
  name,
  priority,
  direction: 'Outbound',
  access: 'Allow',
  protocol: 'Tcp',
  sourceAddressPrefix: '*',
  sourceAddressPrefixes: [],
  sourcePortRange: '*',
  sourcePortRanges: [],
  destinationAddressPrefix: 'Sql',
  destinationAddressPrefixes: [],
  destinationPortRange: '1433',
  destinationPortRanges: [],
  ...more,
});

const line =
  'check vnet-show.json nsg.json nat-show.json --subnet snet-training --compute cluster --public-ip no';

test('an unreachable rule is reported with its place and how to remove it', async () => {
  const files = await groupWith(
    rule('Allow-Sql', 300),
    rule('Allow-Sql-Again', 310),
    rule('Allow-Typo', 320, { destinationAddressPrefix: 'AzureMachineLearnin', destinationPortRange: '443' }),
  );
  const { out } = await ran(`${line} --flows`, files);
  expect(out).toMatch(
    /\n {2}nsg\.json:\d+:\d+ {2}info {2}Rule 310 Allow-Sql-Again doesn’t change anything: rule 300 Allow-Sql before it already decides the same traffic in the same way\. {2}shadowed-security-rule\n {4}│ Fix: remove Allow-Sql-Again from nsg-training\n/,
  );
  const place = /nsg\.json:(\d+):\d+ {2}info {2}Rule 310 Allow-Sql-Again/.exec(out);
  const written = files['nsg.json']?.split('\n').slice(Number(place?.[1]) - 1) ?? [];
  expect(written.find((text) => text.includes('"name"'))).toContain('Allow-Sql-Again');
  expect(out).toContain('The closest tag is AzureMachineLearning.');
});

test('a rule that several rules decide is reported with their number, in every format', async () => {
  const files = await groupWith(
    rule('Allow-Sql-Low', 300, { destinationPortRange: '1000-1200' }),
    rule('Allow-Sql-High', 301, { destinationPortRange: '1201-1500' }),
    rule('Allow-Sql-Both', 310, { destinationPortRange: '1000-1500' }),
  );
  const { out, written } = await ran(
    `${line} --output sarif=x.sarif --output junit=x.xml --fail-on info`,
    files,
  );
  for (const text of [out, written['x.sarif'], written['x.xml']]) {
    expect(text).toContain('2 rules before it, starting with 300 Allow-Sql-Low');
  }
});

test('a service tag of another region is reported even if only the network’s export associates the NSG', async () => {
  const files = await groupWith(rule('Sql-North', 300, { destinationAddressPrefix: 'Storage.NorthEurope' }));
  const free = JSON.stringify({ ...JSON.parse(files['nsg.json'] ?? ''), subnets: [] });
  const { out } = await ran(`${line} --format json`, { 'nsg.json': free });
  expect(JSON.parse(out).findings.map(({ id }: { id: string }) => id)).toContain('wrong-region-tag');
});

test('the changes of one fix are shown as one', async () => {
  const every = { protocol: '*', destinationAddressPrefix: '*', destinationPortRange: '*' };
  const files = await groupWith(
    rule('Deny-In', 4000, { ...every, direction: 'Inbound', access: 'Deny', sourceAddressPrefix: '*' }),
  );
  const { out } = await ran(`${line} --flows`, files);
  expect(out).toMatch(/\n {4}│ Fix: add rule \d+ Allow-Nodes [^\n]+\n {4}│ and: add rule/);
  const french = await ran(`${line} --flows`, files, 'fr');
  expect(french.out).toMatch(/\n {4}│ et\u00a0: ajouter la règle/);
});

test('the JSON report has each finding once with its fix, however many compute resources share the NSG', async () => {
  const files = await groupWith(rule('Allow-Sql', 300), rule('Allow-Sql-Again', 310));
  const { out } = await ran(`${line} --format json`, files);
  const found = JSON.parse(out).findings.filter((one: { id: string }) => one.id === 'shadowed-security-rule');
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    severity: 'info',
    finding: false,
    at: { kind: 'rule', name: 'Allow-Sql-Again', place: { file: 'nsg.json' } },
    beside: [{ name: 'Allow-Sql' }],
    fix: {
      effect: 'none',
      opens: [],
      closes: [],
      changes: [{ type: 'rule', before: { name: 'Allow-Sql-Again' }, after: null }],
    },
  });
});

test('a finding makes the run exit with 1 if its severity reaches --fail-on', async () => {
  const open = rule('Open', 155, {
    destinationAddressPrefix: '*',
    destinationPortRange: '*',
    protocol: '*',
  });
  const files = await groupWith(open);
  const asked = `${line} --workspace private --allow-unknown`;
  const codes = await Promise.all(
    ['', '--fail-on warning', '--fail-on info'].map(
      async (more) => (await ran(`${asked} ${more}`.trim(), files)).code,
    ),
  );
  // Deny-All is now unreachable, which is a warning.
  expect(codes).toEqual([0, 1, 1]);
});

test('a single tag in a list of prefixes, which Azure refuses, is moved to the single property', async () => {
  const listed = rule('Listed', 300, { destinationAddressPrefix: '', destinationAddressPrefixes: ['Sql'] });
  const { out } = await ran(`${line} --format json`, await groupWith(listed));
  const found = JSON.parse(out).findings.filter((one: { id: string }) => one.id === 'tag-in-address-list');
  expect(found).toMatchObject([
    {
      because: {
        text: 'Rule 300 Listed uses Sql in a list of prefixes. Azure accepts it only in the property for a single prefix.',
      },
      fix: { effect: 'none', changes: [{ type: 'rule', after: { destinations: ['Sql'] } }] },
    },
  ]);
  const addresses = rule('Listed', 300, {
    destinationAddressPrefix: '',
    destinationAddressPrefixes: ['10.1.2.3', '::/0'],
  });
  const quiet = await ran(`${line} --format json`, await groupWith(addresses));
  expect(quiet.out).not.toContain('tag-in-address-list');
});

test('an NSG without findings isn’t reported', async () => {
  const { out } = await ran(line, await groupWith());
  expect(out).not.toMatch(/nsg\.json.* {2}info {2}/);
});

test('findings are available in French', async () => {
  const { out } = await ran(`${line} --flows`, await groupWith(rule('A', 300), rule('B', 310)), 'fr');
  expect(out).toContain('La règle 310 B ne change rien\u00a0: avant elle, la règle 300 A décide déjà');
});

test.each([
  ["param access string = 'Deny'", true],
  ['param access string', false],
  ["param access string = 'Allow'", false],
])('a rule after one that certainly decides otherwise is reported: %s', async (parameter, isReported) => {
  const before = { ...amlRule, name: 'before', priority: 90, access: 'Deny' as const };
  const text = writtenNetwork({ rules: [before, amlRule] }).replace("'Deny'", 'access');
  const { out } = await ran('check main.bicep', { 'main.bicep': `${parameter}\n${text}` });
  expect(out.includes('  contradicted-security-rule')).toBe(isReported);
});
