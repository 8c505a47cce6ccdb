import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { offered } from './fixed';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/files/infra/${name}`, import.meta.url), 'utf8');
const unused = 'shadowed-security-rule';

const again = {
  priority: 4000,
  direction: 'Outbound',
  access: 'Allow',
  protocol: 'Tcp',
  sourceAddressPrefix: '*',
  sourcePortRange: '*',
  destinationAddressPrefix: 'AzureMachineLearning',
  destinationPortRange: '8787',
};

const words = JSON.stringify(again)
  .replaceAll('"', "'")
  .replaceAll(/'(\w+)':/g, '$1:');
const network = fixture('network.bicep');
const rule = `
resource again 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg
  name: 'Again'
  properties: ${words}
}
`;

describe('an unreachable rule that is a separate resource', () => {
  test('is removed from Bicep if nothing references it', async () => {
    const { titles, after } = await offered({ 'network.bicep': network + rule }, unused);
    expect(titles).toEqual(['Remove rule Again']);
    expect(after['network.bicep']?.trimEnd()).toBe(network.trimEnd());
  });

  test.each([
    [
      'depends on it',
      "resource other 'Microsoft.Network/routeTables@2024-05-01' = {\n  name: 'rt'\n  location: location\n  dependsOn: [again]\n}\n",
    ],
    ['outputs its ID', 'output ruleId string = again.id\n'],
  ])('isn’t removed if something %s', async (_, more) => {
    const text = network + rule + more;
    const line = text.split('\n').findIndex((one) => /\[again\]|again\.id/.test(one)) + 1;
    expect(await offered({ 'network.bicep': text }, unused)).toMatchObject({
      titles: [],
      whyNot: `Line ${String(line)} of network.bicep refers to Again, so Again can’t be removed. Change that line first.`,
    });
  });

  test('is searched for by its symbol, not by equal words', async () => {
    const more = "\n// again, as it was\noutput note string = 'again'\n";
    expect((await offered({ 'network.bicep': network + rule + more }, unused)).titles).toEqual([
      'Remove rule Again',
    ]);
  });
});

describe('an unreachable rule that is a separate resource in a template', () => {
  const type = 'Microsoft.Network/networkSecurityGroups/securityRules';

  /** Returns the template with such a rule, and a route table with a dependency. */
  function template(name: string, waitsFor: string): string {
    const parsed = JSON.parse(fixture('network.json')) as { resources: object[] };
    const own = { type, apiVersion: '2024-05-01', name, properties: again };
    const other = {
      type: 'Microsoft.Network/routeTables',
      apiVersion: '2024-05-01',
      name: 'rt',
      location: '[resourceGroup().location]',
      dependsOn: [waitsFor],
    };
    return JSON.stringify({ ...parsed, resources: [...parsed.resources, own, other] }, null, 2);
  }
  const titlesOf = async (name: string, waitsFor: string): Promise<readonly string[]> =>
    (await offered({ 'network.json': template(name, waitsFor) }, unused)).titles;

  test.each([
    ['nsg-training/Again', `[resourceId('${type}', 'nsg-training', 'Again')]`],
    [
      'nsg-training/Again',
      `[concat('Microsoft.Network/networkSecurityGroups/nsg-training/securityRules/', 'again')]`,
    ],
    ['nsg-training/Again', 'nsg-training/Again'],
    ["[concat('nsg-training', '/Again')]", `[resourceId('${type}', 'nsg-training', 'Again')]`],
    // The rule is known only at deployment.
    ['nsg-training/Again', `[resourceId('${type}', 'nsg-training', toLower('AGAIN'))]`],
  ])('isn’t removed: %s if %s is a dependency', async (name, waitsFor) => {
    expect(await titlesOf(name, waitsFor)).toEqual([]);
  });

  test.each([
    "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg-training')]",
    `[resourceId('${type}', 'nsg-training', 'Another')]`,
    'nsg-training',
  ])('is removed if %s is a dependency', async (waitsFor) => {
    expect(await titlesOf('nsg-training/Again', waitsFor)).toEqual(['Remove rule Again']);
  });
});

describe('a rule that is both in a list and a separate resource, as in an Azure export', () => {
  test('is removed from both', async () => {
    const item = `{ name: 'Again', properties: ${words} }`;
    const text = network.replace(/securityRules: \[\n/, (found) => `${found}      ${item}\n`) + rule;
    expect(text).toContain(item);
    const { titles, after } = await offered({ 'network.bicep': text }, unused);
    expect(titles).toEqual(['Remove rule Again']);
    expect(after['network.bicep']?.trimEnd()).toBe(network.trimEnd());
  });

  test('is corrected in both, and can be referenced by the name in the list', async () => {
    const id =
      "[resourceId('Microsoft.Network/networkSecurityGroups/securityRules', 'nsg-training', 'Again')]";
    const parsed = JSON.parse(fixture('network.json')) as {
      resources: { name: string; properties: object }[];
    };
    const [nsg, ...others] = parsed.resources;
    const listed = (properties: object): object => ({
      ...nsg,
      properties: { ...nsg?.properties, securityRules: [...rulesOf(nsg), { name: 'Again', id, properties }] },
    });
    const own = (properties: object): object => ({
      type: 'Microsoft.Network/networkSecurityGroups/securityRules',
      apiVersion: '2024-05-01',
      name: `${String(nsg?.name)}/Again`,
      properties,
    });
    const text = (properties: object): string =>
      JSON.stringify({ ...parsed, resources: [listed(properties), ...others, own(properties)] }, null, 2);
    const gone = await offered({ 'network.json': text(again) }, unused);
    expect(gone.titles).toEqual(['Remove rule Again']);
    expect(gone.after['network.json']).not.toContain('Again');
    const right = { ...again, destinationPortRange: '18881' };
    const misspelled = { ...right, destinationAddressPrefix: 'AzureMachineLearnin' };
    const { after } = await offered({ 'network.json': text(misspelled) }, 'misspelled-service-tag');
    expect(after['network.json']).toBe(text(right));
  });
});

function rulesOf(group: { readonly properties: object } | undefined): readonly object[] {
  const { securityRules = [] } = (group?.properties ?? {}) as { readonly securityRules?: readonly object[] };
  return securityRules;
}
