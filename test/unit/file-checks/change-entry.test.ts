import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changedLines, offered } from './fixed';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const template = readFileSync(new URL('../../fixtures/files/infra/network.json', import.meta.url), 'utf8');
const amlPorts = "destinationPortRanges: ['443', '8787', '18881']";

/** Returns the titles of the fixes for a problem of a text, and the lines that the first of them changes. */
async function fixed(
  before: string,
  id: string,
  file = 'network.bicep',
): Promise<{ readonly titles: readonly string[]; readonly lines: readonly string[] }> {
  const { titles, after } = await offered({ [file]: before }, id);
  return { titles, lines: changedLines(before, after[file] ?? '') };
}

describe('a rule that is widened in place', () => {
  test('replaces a single port with a list in the same place', async () => {
    const before = network.replace(amlPorts, "destinationPortRange: '443'");
    const { titles, lines } = await fixed(before, 'outbound-aml-18881');
    expect(titles).toEqual(['Add port 18881 to rule Allow-AML', 'Allow TCP 18881 to AzureMachineLearning']);
    expect(lines).toEqual(["- destinationPortRange: '443'", "+ destinationPortRanges: ['443', '18881']"]);
  });

  test('adds an entry to a list', async () => {
    const before = network.replace(amlPorts, "destinationPortRanges: ['443', '8787']");
    const { lines } = await fixed(before, 'outbound-aml-18881');
    expect(lines).toEqual([
      "- destinationPortRanges: ['443', '8787']",
      "+ destinationPortRanges: ['443', '8787', '18881']",
    ]);
  });

  test('adds the entry to a list in a variable', async () => {
    const before = `var amlPorts = [\n  '443' // REST\n  '8787'\n]\n${network.replace(amlPorts, 'destinationPortRanges: amlPorts')}`;
    expect((await fixed(before, 'outbound-aml-18881')).lines).toEqual(["+ '18881'"]);
  });

  test('keeps a port from a parameter, next to the new one', async () => {
    const before = `param amlPort string = '443'\n${network.replace(amlPorts, 'destinationPortRange: amlPort')}`;
    expect((await fixed(before, 'outbound-aml-18881')).lines).toEqual([
      '- destinationPortRange: amlPort',
      "+ destinationPortRanges: [amlPort, '18881']",
    ]);
  });

  test('works in an ARM template too', async () => {
    const { titles, lines } = await fixed(template, 'outbound-aml-443', 'network.json');
    expect(titles[0]).toBe('Add port 443 to rule Allow-AML');
    expect(lines).toEqual([
      '- "destinationPortRange": "8787"',
      '+ "destinationPortRanges": [',
      '+ "8787",',
      '+ "443"',
      '+ ]',
    ]);
  });
});

describe('a tag that is corrected in place', () => {
  test('corrects a misspelled tag, and nothing else in the rule', async () => {
    const before = network.replace("'AzureMachineLearning'", "'AzureMachinLearning'");
    const { titles, lines } = await fixed(before, 'misspelled-service-tag');
    expect(titles).toEqual(['Change AzureMachinLearning to AzureMachineLearning in Allow-AML']);
    expect(lines).toEqual([
      "- destinationAddressPrefix: 'AzureMachinLearning'",
      "+ destinationAddressPrefix: 'AzureMachineLearning'",
    ]);
  });

  test('corrects the tag of a route, and keeps its next hop', async () => {
    const table = `resource routes 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'rt-training'
  location: location
  properties: {
    routes: [
      { name: 'to-aml', properties: { addressPrefix: 'AzureMachineLearnin', nextHopType: 'Internet' } }
    ]
  }
}
`;
    const associated = network.replace(
      'networkSecurityGroup: {',
      'routeTable: {\n      id: routes.id\n    }\n    networkSecurityGroup: {',
    );
    expect(associated).not.toBe(network);
    const { titles, lines } = await fixed(table + associated, 'misspelled-service-tag');
    expect(titles).toEqual(['Change AzureMachineLearnin to AzureMachineLearning in to-aml']);
    expect(lines).toEqual([
      "- { name: 'to-aml', properties: { addressPrefix: 'AzureMachineLearnin', nextHopType: 'Internet' } }",
      "+ { name: 'to-aml', properties: { addressPrefix: 'AzureMachineLearning', nextHopType: 'Internet' } }",
    ]);
  });

  test('corrects the default value of a parameter', async () => {
    const before = `param tag string = 'AzureMachinLearning'\n${network.replace("'AzureMachineLearning'", 'tag')}`;
    expect((await fixed(before, 'misspelled-service-tag')).lines).toEqual([
      "- param tag string = 'AzureMachinLearning'",
      "+ param tag string = 'AzureMachineLearning'",
    ]);
  });

  test('corrects the argument of a module', async () => {
    const files = {
      'main.bicep': "module net 'network.bicep' = {\n  params: {\n    tag: 'AzureMachinLearning'\n  }\n}\n",
      'network.bicep': `param tag string\n${network.replace("'AzureMachineLearning'", 'tag')}`,
    };
    const { after } = await offered(files, 'misspelled-service-tag');
    expect(after['main.bicep']).toContain("tag: 'AzureMachineLearning'");
    expect(after['network.bicep']).toBe(files['network.bicep']);
  });

  test('corrects a tag that is followed by a computed region', async () => {
    const before = network
      .replace("'AzureCloud'", "'Storag.${location}'")
      .replace('location string = resourceGroup().location', "location string = 'westeurope'");
    expect((await fixed(before, 'misspelled-service-tag')).lines).toEqual([
      "- destinationAddressPrefix: 'Storag.${location}'",
      "+ destinationAddressPrefix: 'Storage.${location}'",
    ]);
  });

  test('corrects the region of a tag', async () => {
    const before = network
      .replace("'AzureCloud'", "'Storage.eastus'")
      .replace('location string = resourceGroup().location', "location string = 'westeurope'");
    const { titles, lines } = await fixed(before, 'wrong-region-tag');
    expect(titles).toEqual(['Change Storage.eastus to Storage.WestEurope in Allow-Services']);
    expect(lines).toEqual([
      "- destinationAddressPrefix: 'Storage.eastus'",
      "+ destinationAddressPrefix: 'Storage.WestEurope'",
    ]);
  });

  test.each([
    ['a literal between brackets', "'Storage.${'eastus'}'", '', "'Storage.${'WestEurope'}'", ''],
    ['format', "format('Storage.{0}', 'eastus')", '', "format('Storage.{0}', 'WestEurope')", ''],
    [
      'a variable',
      "'Storage.${there}'",
      "var there = toLower('EastUS')",
      "'Storage.${there}'",
      "var there = toLower('WestEurope')",
    ],
  ])(
    'corrects the region of a tag that is composed with %s',
    async (_, written, named, right, rightNamed) => {
      const whole = `${named}\n${network}`.replace('resourceGroup().location', "'westeurope'");
      const before = whole.replace("'AzureCloud'", written);
      const { after } = await offered({ 'network.bicep': before }, 'wrong-region-tag');
      expect(after['network.bicep']).toBe(
        `${rightNamed}\n${network}`
          .replace('resourceGroup().location', "'westeurope'")
          .replace("'AzureCloud'", right),
      );
    },
  );

  test('corrects the region of a tag in a template expression', async () => {
    const before = template
      .replace('[resourceGroup().location]', 'westeurope')
      .replace('"Deny"', '"Allow"')
      .replace(
        '"destinationAddressPrefix": "*"',
        `"destinationAddressPrefix": "[concat('Storage', '.', 'eastus')]"`,
      );
    expect((await fixed(before, 'wrong-region-tag', 'network.json')).lines).toEqual([
      `- "destinationAddressPrefix": "[concat('Storage', '.', 'eastus')]",`,
      `+ "destinationAddressPrefix": "[concat('Storage', '.', 'WestEurope')]",`,
    ]);
  });

  test('keeps a region that other parts of the file use, and names its source in the hover', async () => {
    const before = `param there string = 'eastus'\noutput used string = there\n${network}`
      .replace('resourceGroup().location', "'westeurope'")
      .replace("'AzureCloud'", "'Storage.${there}'");
    expect(await offered({ 'network.bicep': before }, 'wrong-region-tag')).toMatchObject({
      titles: [],
      whyNot: 'eastus comes from there, which other parts of network.bicep also use. Change it by hand.',
    });
  });

  test('corrects the region in a rule that has the same priority as a later one', async () => {
    const twin =
      "{ name: 'Twin', properties: { priority: 120, direction: 'Outbound', access: 'Allow', protocol: 'Tcp', sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: 'AzureMonitor', destinationPortRange: '443' } }";
    const deny = "      {\n        name: 'Deny-All'";
    const before = network
      .replace("'AzureCloud'", "'Storage.eastus'")
      .replace('location string = resourceGroup().location', "location string = 'westeurope'")
      .replace(deny, `      ${twin}\n${deny}`);
    const { lines } = await fixed(before, 'wrong-region-tag');
    expect(lines).toEqual([
      "- destinationAddressPrefix: 'Storage.eastus'",
      "+ destinationAddressPrefix: 'Storage.WestEurope'",
    ]);
  });

  test('uses a tag alone instead of in a list', async () => {
    const before = network.replace(
      "destinationAddressPrefix: 'AzureCloud'",
      "destinationAddressPrefixes: ['AzureCloud']",
    );
    const { titles, lines } = await fixed(before, 'tag-in-address-list');
    expect(titles).toEqual(['Use AzureCloud alone in rule Allow-Services, not in a list']);
    expect(lines).toEqual([
      "- destinationAddressPrefixes: ['AzureCloud']",
      "+ destinationAddressPrefix: 'AzureCloud'",
    ]);
  });

  test('keeps a computed tag, and gives the reason in the hover', async () => {
    const before = network.replace("'AzureMachineLearning'", "join(['AzureMachin', 'Learning'], '')");
    expect(await offered({ 'network.bicep': before }, 'misspelled-service-tag')).toMatchObject({
      titles: [],
      whyNot: 'The wrong value in Allow-AML is computed, so a quick fix can’t correct it.',
    });
  });
});
