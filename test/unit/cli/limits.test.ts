import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/contract/check-report';
import { amlRule, parseWrittenRule, writtenNetwork } from '../../support/written-network';
import { ran } from './ran';
import { summaryLine } from '../../support/shown-lines';

/* Subnets beyond a limit aren't checked. They're counted with the reason, and the run fails: they're never ready. */

const notChecked = '1 subnet not checked';

/** Copies of a rule that don't precede other rules. */
const copies = (count: number): string => `
resource more 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = [for i in range(0, ${String(count)}): {
  name: 'nsg/r\${i}'
  properties: {
    priority: 1000 + i
    direction: 'Outbound'
    access: 'Deny'
    protocol: 'Udp'
    sourceAddressPrefix: '*'
    sourcePortRange: '*'
    destinationAddressPrefix: '*'
    destinationPortRange: string(i + 1)
  }
}]
`;

const rules = [amlRule, parseWrittenRule('Allow Inbound 200 Tcp AzureMachineLearning>*:44224')];
const network = writtenNetwork({ rules });

/** Five subnets with so many rules that the first exhausts the budget of a run. */
const many =
  writtenNetwork({
    rules,
    subnetsBefore: [1, 2, 3, 4].map(
      (at) =>
        `{ name: 's${String(at)}', properties: { addressPrefix: '10.0.${String(at + 10)}.0/24', networkSecurityGroup: { id: nsg.id } } }`,
    ),
  }) + copies(760);

describe('a file with more subnets than one run checks', () => {
  test('counts the others, with the reason', async () => {
    const { code, out } = await ran('check main.bicep', { 'main.bicep': many });
    expect(out).toContain(
      '4 subnets of 5 weren’t checked, because these files need more checks than one run allows. Their results are unknown: vnet/s2, vnet/s3, vnet/s4, and vnet/snet. Check each with --subnet vnet/s2 in the terminal, or split the deployment.',
    );
    expect(summaryLine(out)).toMatch(/4 unknown, .* in 1 file; 4 subnets not checked$/);
    expect(code).toBe(1);
  });

  test('as JSON', async () => {
    const { code, out } = await ran('check main.bicep --format json', { 'main.bicep': many });
    const { summary, subnets, notChecked: names } = JSON.parse(out) as CheckReport;
    expect(summary).toMatchObject({ subnetsChecked: 1, subnetsNotChecked: 4, unknown: 4 });
    expect(summary.notCheckedBecause).toEqual([expect.stringContaining('4 subnets of 5 weren’t checked')]);
    expect(names).toEqual(['vnet/s2', 'vnet/s3', 'vnet/s4', 'vnet/snet']);
    expect(subnets).toHaveLength(1);
    expect(code).toBe(1);
  });
});

/** Faults, of which only a limited number is reported. */
const faulty = Array.from(
  { length: 250 },
  (_, at) => `output o${String(at)} string = substring('a', ${String(at + 3)}, 5)\n`,
).join('');

const evaluatedPart =
  '1 subnet wasn’t checked, because the files need more steps than one run allows. Its results are unknown. Split the template.';

describe('files that need more steps than one run allows', () => {
  test.each([
    ['copies of a resource', network + copies(801)],
    ['copies and many faults', faulty + network + copies(801)],
    ['steps', `${network}output x array = map(range(0, 10000), i => map(range(0, 10000), j => i + j))\n`],
  ])('don’t have checked subnets: %s', async (_, text) => {
    const { code, out, error } = await ran('check main.bicep', { 'main.bicep': text });
    expect(error).toContain('Too complex to evaluate. Split the template.');
    expect(out).toContain(evaluatedPart);
    expect(out).not.toContain('Ready');
    expect(summaryLine(out)).toContain(notChecked);
    expect(code).toBe(1);
  });

  test('have a result for code scanning', async () => {
    const { code, out } = await ran('check main.bicep --format sarif', {
      'main.bicep': network + copies(801),
    });
    expect(out).toContain('"ruleId": "subnets-not-checked"');
    expect(out).toContain(evaluatedPart);
    expect(code).toBe(1);
  });

  test('are checked up to Azure’s number of copies', async () => {
    const { out } = await ran('check main.bicep --format json', { 'main.bicep': network + copies(800) });
    expect((JSON.parse(out) as CheckReport).summary).toMatchObject({
      subnetsChecked: 1,
      subnetsNotChecked: 0,
    });
  });

  const deny = `resource r 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  name: 'nsg/deny'
  properties: {
    priority: 150
    direction: 'Inbound'
    access: 'Deny'
    protocol: '*'
    sourceAddressPrefix: '*'
    sourcePortRange: '*'
    destinationAddressPrefix: '*'
    destinationPortRange: '*'
  }
}
`;
  const nested = (depth: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: depth + 1 }, (_, at) => [
        at === 0 ? 'main.bicep' : `m${String(at)}.bicep`,
        (at === 0 ? network : '') +
          (at === depth ? deny : `module m 'm${String(at + 1)}.bicep' = { name: 'm${String(at)}' }\n`),
      ]),
    );

  test('contain nested modules', async () => {
    const read = await ran('check main.bicep', nested(30));
    expect(read.out).toContain('Inbound TCP 44224 from AzureMachineLearning');
    const { code, out } = await ran('check main.bicep', nested(45));
    expect(out).toContain(evaluatedPart);
    expect(summaryLine(out)).toContain(notChecked);
    expect(code).toBe(1);
  });

  const chain = (length: number): Record<string, string> => ({
    'main.bicep': `param access string = 'Allow'\n${network.replace("access: 'Allow'", 'access: access')}`,
    ...Object.fromEntries(
      Array.from({ length }, (_, at) => [
        `p${String(at)}.bicepparam`,
        `using ${at === 0 ? "'main.bicep'" : 'none'}\n${
          at === length - 1 ? "param access = 'Deny'" : `extends 'p${String(at + 1)}.bicepparam'`
        }\n`,
      ]),
    ),
  });

  test('contain parameter files that extend each other', async () => {
    const read = await ran('check main.bicep --params p0.bicepparam --flows', chain(30));
    expect(read.out).toContain('  outbound-aml-443\n');
    const { code, out, error } = await ran('check main.bicep --params p0.bicepparam', chain(70));
    expect(error).toContain('main.bicep:1:1: Too complex to evaluate.');
    expect(summaryLine(out)).toContain(notChecked);
    expect(code).toBe(1);
  });

  test('can hide whether there is a subnet', async () => {
    const text =
      "resource s 'Microsoft.Storage/storageAccounts@2023-05-01' = [for i in range(0, 801): { name: string(i) }]\n";
    const { code, out } = await ran('check infra', { 'infra/main.bicep': text });
    expect(out).toContain(
      'It isn’t known whether Azure ML uses a subnet of these files. They need more steps than one run allows.',
    );
    expect(summaryLine(out)).toMatch(/^1 unknown in /);
    expect(code).toBe(1);
  });
});

test('fix exits with 1 if subnets weren’t checked, and with 0 if that is allowed', async () => {
  const files = { 'main.bicep': network + copies(801) };
  expect((await ran('fix main.bicep --dry-run', files)).code).toBe(1);
  expect((await ran('fix main.bicep --dry-run --allow-unknown', files)).code).toBe(0);
});

describe('comparison of partly unknown files', () => {
  test.each([
    ['more copies than the limit', network + copies(801), 1, 'Too complex to evaluate.'],
    ['a part that isn’t valid Bicep', `${network}resource x = {\n`, 3, 'main.bicep:'],
  ])('%s: isn’t reported as unchanged', async (_, text, expected, expectedText) => {
    const files = { 'main.bicep': text, 'other.bicep': text };
    const { code, error } = await ran('compare main.bicep other.bicep', files);
    expect(error).toContain(expectedText);
    expect(code).toBe(expected);
  });
});

describe('a file with more levels of nesting than the limit', () => {
  test.each([
    ['Bicep', 'main.bicep', `${network}var deep = ${'['.repeat(200)}1${']'.repeat(200)}\n`],
    [
      'parameters',
      'main.bicepparam',
      `using 'main.bicep'\nparam deep = ${'['.repeat(200)}1${']'.repeat(200)}\n`,
    ],
  ])('%s', async (_, name, text) => {
    const files = { 'main.bicep': `param deep array = []\n${network}`, [name]: text };
    const { code, out } = await ran('check main.bicep', files);
    expect(out).not.toContain('Ready');
    expect(out).toContain('because a file can’t be read to its end');
    expect(summaryLine(out)).toContain(notChecked);
    expect(code).toBe(1);
  });
});
