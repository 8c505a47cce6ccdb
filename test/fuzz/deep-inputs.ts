import type { BadInput } from './bad-input';

/** A template with a chain of references of the given length. */
type Deep = (size: number) => BadInput;

const times = (size: number, write: (at: number) => string): string =>
  Array.from({ length: size }, (_, at) => write(at)).join('\n');

/** An NSG with the value as a tag, so that it's evaluated. */
const used = (value: string): string =>
  `resource g 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {\n  name: 'g'\n  tags: { v: string(${value}) }\n}\n`;

/** Variables that are each computed from the previous one. */
const chain =
  (first: string, next: (before: string) => string): Deep =>
  (size) => [
    [
      'main.bicep',
      `var a0 = ${first}\n${times(size, (at) => `var a${at + 1} = ${next(`a${at}`)}`)}\n${used(`a${size}`)}`,
    ],
  ];

const json = (body: object): BadInput => [
  [
    'main.json',
    JSON.stringify({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      ...body,
    }),
  ],
];

const armChain =
  (next: (before: string) => string): Deep =>
  (size) =>
    json({
      variables: Object.fromEntries(
        Array.from({ length: size + 1 }, (_, at) => [
          `a${at}`,
          at === 0 ? 'x' : `[${next(`variables('a${at - 1}')`)}]`,
        ]),
      ),
      resources: [
        {
          type: 'Microsoft.Network/networkSecurityGroups',
          apiVersion: '2024-05-01',
          name: 'g',
          tags: { v: `[variables('a${size}')]` },
        },
      ],
    });

/** Templates with a chain of values of the given length, for every way in which a value can reference another. */
export const deepInputs: Readonly<Record<string, Deep>> = {
  'variables that are the one before': chain("'x'", (before) => before),
  'variables of texts': chain("'x'", (before) => `'\${${before}}'`),
  'variables of functions': chain("'x'", (before) => `toLower(toUpper(trim(${before})))`),
  'variables of objects': chain("{ x: 'x' }", (before) => `{ x: ${before}.x }`),
  'variables of objects that spread': chain("{ x: 'x' }", (before) => `{ ...${before} }`),
  'variables of lists that spread': chain('[1]', (before) => `[ ...${before} ]`),
  'variables of lists in lists': chain('[1]', (before) => `[ ${before} ]`),
  'variables of items': chain('[1]', (before) => `[ ${before}[0] ]`),
  'variables of loops': chain("'x'", (before) => `[for i in range(0, 1): ${before}][0]`),
  'variables that are loops': chain('[1]', (before) => `[for i in ${before}: i]`),
  'variables of lambdas': chain('[1]', (before) => `map(${before}, i => ${before}[0])`),
  'variables of lambdas in lambdas': chain(
    '[1]',
    (before) => `map(filter(${before}, i => true), i => reduce(${before}, 0, (j, k) => j))`,
  ),
  'variables of sorted lists': chain('[1, 2]', (before) => `sort(${before}, (i, j) => ${before}[0] < i)`),
  'variables of choices': chain('1', (before) => `true ? ${before} : 0`),
  'variables of conditions': chain('true', (before) => `(${before} ? true : false) && true`),
  'variables of both': chain('true', (before) => `true && !!${before}`),
  'variables of sums': chain('1', (before) => `0 + (0 - ${before})`),
  'variables of what is there': chain("'x'", (before) => `null ?? ${before}!`),
  'variables of JSON': chain("'1'", (before) => `string(json(${before}))`),
  'variables of unions': chain('{ x: 1 }', (before) => `union({ x: 1 }, ${before})`),
  'parameters of the one before': (size) => [
    [
      'main.bicep',
      `param a0 string = 'x'\n${times(size, (at) => `param a${at + 1} string = toLower('\${a${at}}')`)}\n${used(`a${size}`)}`,
    ],
  ],
  'functions that call the one before': (size) => [
    [
      'main.bicep',
      `func f0(x string) string => x\n${times(size, (at) => `func f${at + 1}(x string) string => f${at}(f0(x))`)}\n${used(`f${size}('x')`)}`,
    ],
  ],
  'resources of the one before': (size) => [
    [
      'main.bicep',
      times(
        size,
        (at) =>
          `resource g${at} 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {\n  name: ${at === 0 ? "'g'" : `'\${g${at - 1}.name}'`}\n  tags: ${at === 0 ? "{ v: 'x' }" : `g${at - 1}.tags`}\n}`,
      ),
    ],
  ],
  'resources of the one before, if its tag says so': (size) => [
    [
      'main.bicep',
      times(
        size,
        (at) =>
          `resource g${at} 'Microsoft.Network/networkSecurityGroups@2024-05-01' = ${at === 0 ? '' : `if (g${at - 1}.tags.v == 'x') `}{\n  name: 'g${at}'\n  tags: { v: ${at === 0 ? "'x'" : `g${at - 1}.tags.v`} }\n}`,
      ),
    ],
  ],
  'resources that are children of the one before': (size) => [
    [
      'main.bicep',
      times(size, (at) =>
        at === 0
          ? "resource g0 'Microsoft.Network/virtualNetworks@2024-05-01' = { name: 'g' }"
          : `resource g${at} 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {\n  parent: g${at - 1}\n  name: 's${at}'\n}`,
      ),
    ],
  ],
  'resources that depend on the one before': (size) => [
    [
      'main.bicep',
      times(
        size,
        (at) =>
          `resource g${at} 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {\n  name: 'g${at}'\n  dependsOn: [${at === 0 ? '' : `g${at - 1}`}]\n}`,
      ),
    ],
  ],
  'resources in a loop over the one before': (size) => [
    [
      'main.bicep',
      times(
        size,
        (at) =>
          `resource g${at} 'Microsoft.Network/networkSecurityGroups@2024-05-01' = [for i in range(0, 1): {\n  name: ${at === 0 ? "'g'" : `g${at - 1}[i].name`}\n}]`,
      ),
    ],
  ],
  'modules with what the one before puts out': (size) => [
    [
      'main.bicep',
      times(
        size,
        (at) =>
          `module m${at} 'm.bicep' = { name: 'm${at}', params: { x: ${at === 0 ? "'x'" : `m${at - 1}.outputs.x`} } }`,
      ),
    ],
    ['m.bicep', `param x string\nvar y = '\${x}'\n${used('y')}output x string = toLower(y)\n`],
  ],
  'modules in modules': (size) => [
    ['main.bicep', "module m 'm0.bicep' = { name: 'm', params: { x: 'x' } }\n"],
    ...Array.from({ length: Math.min(size, 500) }, (_, at): readonly [string, string] => [
      `m${at}.bicep`,
      `param x string\nmodule m 'm${at + 1}.bicep' = { name: 'm', params: { x: toLower(x) } }\noutput x string = m.outputs.x\n`,
    ]),
  ],
  'imports of the file before': (size) => [
    ['main.bicep', `import { a } from 'm0.bicep'\n${used('a')}`],
    ...Array.from({ length: Math.min(size, 500) }, (_, at): readonly [string, string] => [
      `m${at}.bicep`,
      `import { b } from 'm${at + 1}.bicep'\n@export()\nvar a = b\n@export()\nvar b = a\n`,
    ]),
  ],
  'outputs of the one before': (size) => [
    ['main.bicep', `module m 'm.bicep' = { name: 'm' }\n${used(`m.outputs.o${String(size)}`)}`],
    [
      'm.bicep',
      `output o0 string = 'x'\n${times(size, (at) => `var v${at} = ${at === 0 ? "'x'" : `v${at - 1}`}\noutput o${at + 1} string = v${at}`)}\n`,
    ],
  ],
  'types of the one before': (size) => [
    [
      'main.bicep',
      `type t0 = string\n${times(size, (at) => `type t${at + 1} = { x: t${at} }`)}\nparam p t${size}\n${used('p')}`,
    ],
  ],
  'types that are the one before': (size) => [
    [
      'main.bicep',
      `type t0 = string\n${times(size, (at) => `type t${at + 1} = t${at}`)}\nparam p t${size}\n${used('p')}`,
    ],
  ],
  'properties of properties': (size) => [['main.bicep', `param p object\n${used(`p${'.x'.repeat(size)}`)}`]],
  'safe properties of properties': (size) => [
    ['main.bicep', `param p object\n${used(`p${'.?x'.repeat(size)}`)}`],
  ],
  'items of items': (size) => [['main.bicep', `param p array\n${used(`p${'[0]'.repeat(size)}`)}`]],
  'what is there of what is there': (size) => [
    ['main.bicep', `param p object\n${used(`p${'!'.repeat(size)}`)}`],
  ],
  'nested of nested': (size) => [['main.bicep', `param p object\n${used(`p${'::x'.repeat(size)}`)}`]],
  'methods of methods': (size) => [['main.bicep', `param p object\n${used(`p${'.f()'.repeat(size)}`)}`]],
  'nots of nots': (size) => [['main.bicep', used(`${'!'.repeat(size)}true`)]],
  'minuses of minuses': (size) => [['main.bicep', used(`${'- '.repeat(size)}1`)]],
  'a long sum': (size) => [['main.bicep', used(`1${' + 1'.repeat(size)}`)]],
  'a long and': (size) => [['main.bicep', used(`true${' && true'.repeat(size)}`)]],
  'a long row of defaults': (size) => [['main.bicep', used(`null${' ?? null'.repeat(size)}`)]],
  'a long row of choices': (size) => [['main.bicep', used(`${'false ? 0 : '.repeat(size)}1`)]],
  'functions in functions': (size) => [
    ['main.bicep', used(`${'toLower('.repeat(size)}'x'${')'.repeat(size)}`)],
  ],
  'texts in texts': (size) => [['main.bicep', used(`${"'${".repeat(size)}'x'${"}'".repeat(size)}`)]],
  'objects in objects': (size) => [['main.bicep', used(`${'{ x: '.repeat(size)}1${' }'.repeat(size)}`)]],
  'lambdas in lambdas': (size) => [
    ['main.bicep', used(`${'map([1], i => '.repeat(size)}1${')'.repeat(size)}`)],
  ],
  'children in children': (size) => [
    [
      'main.bicep',
      `resource a 'Microsoft.Network/virtualNetworks@2024-05-01' = {\n  name: 'a'\n${"  resource b 'subnets' = {\n  name: 'b'\n".repeat(size)}${'}\n'.repeat(size)}}\n`,
    ],
  ],
  'decorators in great numbers': (size) => [
    ['main.bicep', `${times(size, () => "@description('x')")}\nparam p string = 'x'\n${used('p')}`],
  ],
  'ARM variables that are the one before': armChain((before) => before),
  'ARM variables of functions': armChain((before) => `toLower(concat(${before}))`),
  'ARM variables of choices': armChain((before) => `if(true(), ${before}, 'x')`),
  'ARM variables of conditions': armChain((before) => `if(and(true(), not(empty(${before}))), 'x', 'y')`),
  'ARM variables of objects': armChain((before) => `createObject('x', ${before})`),
  'ARM variables of lambdas': armChain(
    (before) => `first(map(createArray(${before}), lambda('i', lambdaVariables('i'))))`,
  ),
  'ARM properties of properties': (size) =>
    json({
      parameters: { p: { type: 'object' } },
      variables: { v: `[parameters('p')${'.x'.repeat(size)}]` },
      resources: [
        {
          type: 'Microsoft.Network/networkSecurityGroups',
          apiVersion: '2024-05-01',
          name: 'g',
          tags: { v: "[variables('v')]" },
        },
      ],
    }),
  'ARM items of items': (size) =>
    json({
      parameters: { p: { type: 'array' } },
      resources: [
        {
          type: 'Microsoft.Network/networkSecurityGroups',
          apiVersion: '2024-05-01',
          name: 'g',
          tags: { v: `[parameters('p')${'[0]'.repeat(size)}]` },
        },
      ],
    }),
  'ARM parameters of the one before': (size) =>
    json({
      parameters: Object.fromEntries(
        Array.from({ length: size + 1 }, (_, at) => [
          `a${at}`,
          { type: 'string', defaultValue: at === 0 ? 'x' : `[concat(parameters('a${at - 1}'))]` },
        ]),
      ),
      resources: [
        {
          type: 'Microsoft.Network/networkSecurityGroups',
          apiVersion: '2024-05-01',
          name: `[parameters('a${size}')]`,
        },
      ],
    }),
  'ARM resources that depend on the one before': (size) =>
    json({
      resources: Array.from({ length: size }, (_, at) => ({
        type: 'Microsoft.Network/networkSecurityGroups',
        apiVersion: '2024-05-01',
        name: `g${at}`,
        dependsOn: at === 0 ? [] : [`[resourceId('Microsoft.Network/networkSecurityGroups', 'g${at - 1}')]`],
      })),
    }),
  'ARM templates in templates': (size) =>
    json({
      resources: [
        Array.from({ length: Math.min(size, 140) }).reduce<object>(
          (inside) => ({
            type: 'Microsoft.Resources/deployments',
            apiVersion: '2022-09-01',
            name: 'd',
            properties: {
              mode: 'Incremental',
              parameters: { p: { value: "[parameters('p')]" } },
              template: {
                $schema: '',
                contentVersion: '1.0.0.0',
                parameters: { p: { type: 'string', defaultValue: 'x' } },
                resources: [inside],
              },
            },
          }),
          { type: 'Microsoft.Network/networkSecurityGroups', apiVersion: '2024-05-01', name: 'g' },
        ),
      ],
    }),
};
