import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { known } from '../../../src/core/known';
import type { Subnet } from '../../../src/core/network/model';
import { reason } from '../../../src/core/reason';
import { isAsIntended } from '../../../src/file-checks/edits/as-intended';
import { isHarmless } from '../../../src/file-checks/edits/needs-preview';
import { agreedEdits, harmlessEdits } from '../../../src/file-checks/edits/harmless-edits';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { withoutSuppressed } from '../../../src/file-checks/suppressed';
import { buildModel } from '../checks/model-builder';
import { analyzed, testFixContext, withEdits } from './analyzed';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');

const rule = (name: string, priority: number): string => `      {
        name: '${name}'
        properties: {
          priority: ${priority}
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureMachineLearning'
          destinationPortRange: '443'
        }
      }
`;
const deny = "      {\n        name: 'Deny-All'";
const unused = network.replace(deny, `${rule('Again', 130)}${rule('And-again', 140)}${deny}`);

/** A rule with sources that Azure refuses, and the corrected rule. */
const ssh = (sources: string): string =>
  rule('Deny-SSH', 200)
    .replace("'Outbound'", "'Inbound'")
    .replace("'Allow'", "'Deny'")
    .replace("sourceAddressPrefix: 'VirtualNetwork'", sources)
    .replace("'AzureMachineLearning'", "'*'")
    .replace("'443'", "'22'");
const withSsh = (sources: string): string => network.replace(deny, `${ssh(sources)}${deny}`);
const odd = withSsh("sourceAddressPrefixes: ['20.1.2.3', '*']");
const corrected = withSsh("sourceAddressPrefix: '*'");

async function afterSave(text: string, file = 'a.bicep'): Promise<string> {
  const fixTest = await testFixContext({ [file]: text });
  const reported = withoutSuppressed(problemsOf(fixTest.analysis.check), () => text);
  return withEdits(text, await harmlessEdits(fixTest, file, reported));
}

describe('fixes when a file is saved', () => {
  test('correct a list that Azure refuses, and nothing else', async () => {
    expect(odd).not.toBe(network);
    expect(await afterSave(odd)).toBe(corrected);
  });

  test('keep unreachable rules, because removing needs consent', async () => {
    expect(unused).not.toBe(network);
    expect(await afterSave(unused)).toBe(unused);
  });

  test('don’t allow additional traffic', async () => {
    const { check } = await analyzed({ 'a.bicep': network });
    expect(problemsOf(check).some(({ severity }) => severity === 'error')).toBe(true);
    expect(await afterSave(network)).toBe(network);
  });

  test('correct a misspelled word, but don’t change settings of the subnet', () => {
    const none = { changes: [], effect: 'none', opens: [], closes: [], notes: [] } as const;
    const title = reason('file.title.setTo', { property: 'a', value: 'b', name: 'c' });
    expect(isHarmless({ affects: [], fix: { ...none, title } })).toBe(false);
    expect(isHarmless({ affects: [], fix: { ...none, spelling: 'subnets' } })).toBe(true);
  });

  test('keep a shadowed rule, which can be intended', async () => {
    const shadowed = unused
      .replaceAll('priority: 130', 'priority: 4097')
      .replace(/priority: 140(\s+direction: 'Outbound'\s+)access: 'Allow'/, "priority: 140$1access: 'Deny'");
    const fixTest = await testFixContext({ 'a.bicep': shadowed });
    const ids = problemsOf(fixTest.analysis.check).map(({ id }) => id);
    expect(ids).toContain('contradicted-security-rule');
    expect(await afterSave(shadowed)).toContain("'And-again'");
  });

  test('keep suppressed problems', async () => {
    const comment = '        // aml-secure-compute: ignore-next-line tag-in-address-list\n';
    const quiet = odd.replace("        name: 'Deny-SSH'", `${comment}        name: 'Deny-SSH'`);
    expect(await afterSave(quiet)).toBe(quiet);
  });

  test('don’t change a module if another root file that uses it has different results', async () => {
    const module = odd
      .replace(deny, `${rule('Other', 130).replace("name: 'Other'", 'name: other')}${deny}`)
      .concat('\nparam other string\n');
    const root = (other: string): string =>
      `module net 'net.bicep' = { name: 'net', params: { other: '${other}' } }`;
    const edits = async (other: string) => {
      const fixTest = await testFixContext({ 'main.bicep': root(other), 'net.bicep': module });
      return harmlessEdits(fixTest, 'net.bicep', problemsOf(fixTest.analysis.check));
    };
    // If two rules have the same name, it isn't known which is meant.
    const [own, twin] = [await edits('Other'), await edits('Deny-SSH')];
    expect(own).not.toEqual([]);
    expect(agreedEdits([own, own])).toEqual(own);
    expect(agreedEdits([own, twin])).toEqual([]);
  });

  test('don’t change a module when its root file is saved', async () => {
    const files = { 'main.bicep': "module net 'net.bicep' = { name: 'net' }", 'net.bicep': odd };
    const fixTest = await testFixContext(files);
    const reported = problemsOf(fixTest.analysis.check);
    expect(await harmlessEdits(fixTest, 'main.bicep', reported)).toEqual([]);
    expect(withEdits(odd, await harmlessEdits(fixTest, 'net.bicep', reported))).toBe(corrected);
  });
});

test.each([
  'securityGroup',
  'routeTable',
  'natGateway',
  'delegations',
  'serviceEndpoints',
  'privateEndpointNetworkPolicies',
  'defaultOutboundAccess',
] as const)('edits are rejected if they change %s of a subnet that isn’t in the changes', (part) => {
  const before = buildModel({ sharedWith: ['snet-other'] });
  const other = (subnet: Subnet): Subnet =>
    subnet.name === 'snet-other' ? { ...subnet, [part]: known('changed') } : subnet;
  const virtualNetworks = before.virtualNetworks.map((one) => ({ ...one, subnets: one.subnets.map(other) }));
  const change = { before, changes: [], intended: [] };
  expect(isAsIntended({ ...change, after: before })).toBe(true);
  expect(isAsIntended({ ...change, after: { ...before, virtualNetworks } })).toBe(false);
});
