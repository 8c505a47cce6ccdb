import { growingInputs } from './growing-inputs';
import { largeBicep } from './large-bicep';
import type { BadInput } from './bad-input';
import { badTerraform } from './bad-terraform';

const group = "resource g 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {\n  name: 'g'\n";
const tagged = (expression: string): string => `${group}  tags: { v: string(${expression}) }\n}\n`;
const template = (body: object): string =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    ...body,
  });

/** Nested deployments with many copies. */
function bomb(depth: number): object {
  const inside = { $schema: '', contentVersion: '1.0.0.0', resources: depth === 0 ? [] : [bomb(depth - 1)] };
  return {
    type: 'Microsoft.Resources/deployments',
    apiVersion: '2022-09-01',
    name: `[concat('d', copyIndex())]`,
    copy: { name: 'c', count: 800 },
    properties: { mode: 'Incremental', template: inside },
  };
}

/** Bytes that aren't text and don't repeat. */
const binary = Uint8Array.from({ length: 500_000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) & 0xff);

/**
 * Invalid files that users can open by mistake. Each has a result in time, with little memory, and with a message that
 * describes it.
 */
export const badInputs: Readonly<Record<string, BadInput>> = {
  'half typed Bicep': [
    ['main.bicep', `${group}  properties: { securityRules: [ { name: 'a', properties: { pri`],
  ],
  'half typed JSON': [['main.json', template({ resources: [] }).slice(0, -20)]],
  'binary Bicep': [['main.bicep', binary]],
  'binary JSON': [['main.json', binary]],
  zeros: [['main.bicep', '\0'.repeat(1_000_000)]],
  '5 MB of Bicep': [['main.bicep', largeBicep(5_000_000)]],
  '200,000 lines that are no Bicep': [['main.bicep', 'a line of something\n'.repeat(200_000)]],
  '5 MB of one line': [['main.bicep', `var a = '${'x'.repeat(5_000_000)}'`]],
  '5 MB of JSON': [
    [
      'main.json',
      template({
        variables: { all: Array.from({ length: 160_000 }, (_, at) => `[concat('${at}')]`) },
        resources: [],
      }),
    ],
  ],
  '10,000 levels of Bicep': [['main.bicep', `var a = ${'['.repeat(10_000)}${']'.repeat(10_000)}`]],
  '10,000 parentheses': [['main.bicep', tagged(`${'('.repeat(10_000)}1${')'.repeat(10_000)}`)]],
  '10,000 levels of JSON': [
    ['main.json', template({ resources: [] }).replace('[]', `${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
  ],
  '10,000 levels of an expression': [
    [
      'main.json',
      template({
        resources: [
          { type: 'a/b', apiVersion: '1', name: `[${'concat('.repeat(10_000)}'a'${')'.repeat(10_000)}]` },
        ],
      }),
    ],
  ],
  'range(0, 1e9)': [['main.bicep', tagged('map(range(0, 1000000000), i => i * i)')]],
  'loops inside loops': [
    ['main.bicep', tagged('map(range(0, 9999), i => map(range(0, 9999), j => map(range(0, 9999), k => i)))')],
  ],
  'texts that double': [
    [
      'main.bicep',
      `${Array.from({ length: 60 }, (_, at) => `var t${at + 1} = '\${t${at}}\${t${at}}'`).join('\n')}\nvar t0 = 'x'\n${tagged('t60')}`,
    ],
  ],
  'a function of itself': [['main.bicep', `func f(x int) int => f(x + 1) + f(x + 2)\n${tagged('f(1)')}`]],
  'modules that include each other': [
    ['main.bicep', "module a 'a.bicep' = { name: 'a' }\nmodule b 'a.bicep' = { name: 'b' }\n"],
    ['a.bicep', "module a 'b.bicep' = { name: 'a' }\nmodule b 'b.bicep' = { name: 'b' }\n"],
    ['b.bicep', "module a 'a.bicep' = { name: 'a' }\nmodule b 'main.bicep' = { name: 'b' }\n"],
  ],
  'a template bomb': [['main.json', template({ resources: [bomb(8)] })]],
  ...Object.fromEntries(
    Object.entries(growingInputs).map(([name, grow]) => [`${name}, 400`, grow(400)] as const),
  ),
  ...badTerraform,
  'a YAML bomb': [
    ['main.bicep', tagged("loadYamlContent('bomb.yaml')")],
    [
      'bomb.yaml',
      [
        'l0: &l0 lol',
        ...Array.from(
          { length: 40 },
          (_, at) => `l${at + 1}: &l${at + 1} [${Array.from({ length: 9 }, () => `*l${at}`).join(', ')}]`,
        ),
      ].join('\n'),
    ],
  ],
};
