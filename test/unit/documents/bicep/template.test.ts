import { describe, expect, test } from 'vitest';
import { readBicep, readBicepParameters } from '../../../../src/documents/bicep/read-bicep';
import type { ResourceDeclaration } from '../../../../src/documents/template/template';
import { head, written } from '../../../support/written-expression';

function templateOf(text: string): ReturnType<typeof readBicep> {
  const template = readBicep(text, 'main.bicep');
  expect(template.errors).toEqual([]);
  return template;
}

test('the default scope of a file is the resource group', () => {
  expect(templateOf('').scope).toBe('resourceGroup');
  expect(templateOf("// first\ntargetScope = 'subscription'\n").scope).toBe('subscription');
});

test('parameters have types, default values, and properties from decorators', () => {
  const { parameters } = templateOf(
    [
      "@description('where')",
      'param location string = resourceGroup().location',
      '@sys.secure()',
      'param key string?',
      "param mode 'a' | 'b'",
      'param nodes {',
      '  @minValue(1)',
      '  count: int',
      '}[] = []',
      '',
    ].join('\n'),
  );
  expect(
    parameters.map(({ name, type, nullable, defaultValue }) => ({
      name,
      type,
      nullable,
      defaultValue: defaultValue === null ? null : written(defaultValue),
    })),
  ).toEqual([
    {
      name: 'location',
      type: 'string',
      nullable: false,
      defaultValue: 'resourceGroup().location',
    },
    { name: 'key', type: 'string?', nullable: true, defaultValue: null },
    { name: 'mode', type: "'a' | 'b'", nullable: false, defaultValue: null },
    {
      name: 'nodes',
      type: '{\n  @minValue(1)\n  count: int\n}[]',
      nullable: false,
      defaultValue: '[]',
    },
  ]);
});

test('a declaration begins with its decorators, and its name has a separate range', () => {
  const text = '@secure()\nparam key string\n';
  const [key] = templateOf(text).parameters;
  expect(text.slice(key!.place.start, key!.place.end)).toBe('@secure()\nparam key string');
  expect(text.slice(key!.namePlace.start, key!.namePlace.end)).toBe('key');
  expect(key!.place.file).toBe('main.bicep');
});

test('variables, functions, outputs, and imports are read', () => {
  const { variables, functions, outputs, imports } = templateOf(
    [
      '@export()',
      'var shared string = 1',
      'var own = 2',
      '@export()',
      'func twice(text string, n int?) string => text',
      'output ids array = [for x in y: x.id]',
      "import { a, b as c, 'd' as e } from 'shared.bicep'",
      "import * as all from '../all.bicep'",
      '',
    ].join('\n'),
  );
  expect(variables.map(({ name, isExported }) => ({ name, isExported }))).toEqual([
    { name: 'shared', isExported: true },
    { name: 'own', isExported: false },
  ]);
  expect(functions.map(({ name, parameters, body }) => [name, ...parameters, written(body)])).toEqual([
    ['twice', 'text', 'n', 'text'],
  ]);
  expect(outputs.map(({ name, value }) => [name, written(value)])).toEqual([['ids', '[for x in y: x.id]']]);
  expect(imports.map(({ path, names, as }) => ({ path, names, as }))).toEqual([
    {
      path: 'shared.bicep',
      names: [
        { name: 'a', as: 'a' },
        { name: 'b', as: 'c' },
        { name: 'd', as: 'e' },
      ],
      as: null,
    },
    { path: '../all.bicep', names: null, as: 'all' },
  ]);
});

/** Returns the parts of a resource that a test checks, with its nested resources. */
function shown(resource: ResourceDeclaration): object {
  const { symbol, type, apiVersion, isExisting, condition, loop, body, children } = resource;
  return {
    resource: `${symbol} ${type}@${apiVersion === null ? '' : written(apiVersion)}`,
    ...(isExisting ? { isExisting } : {}),
    ...(condition === null ? {} : { if: written(condition) }),
    ...(loop === null ? {} : { for: head(loop) }),
    body: written(body),
    ...(children.length === 0 ? {} : { children: children.map(shown) }),
  };
}

describe('resources', () => {
  test('are read with condition, loop, and filter', () => {
    const { resources } = templateOf(
      [
        "resource a 'Microsoft.Network/virtualNetworks@2024-05-01' existing = { name: 'a' }",
        "resource b 'Microsoft.Network/virtualNetworks@2024-05-01' =",
        '  if (make) {',
        "    name: 'b'",
        '  }',
        "resource c 'Microsoft.Network/virtualNetworks@2024-05-01' = [",
        '  for (n, i) in names: if (i > 0) {',
        '    name: n',
        '    scope: a',
        '  }',
        ']',
        '',
      ].join('\n'),
    );
    expect(resources.map(shown)).toEqual([
      {
        resource: 'a Microsoft.Network/virtualNetworks@"2024-05-01"',
        isExisting: true,
        body: '{"name": "a"}',
      },
      {
        resource: 'b Microsoft.Network/virtualNetworks@"2024-05-01"',
        if: 'make',
        body: '{"name": "b"}',
      },
      {
        resource: 'c Microsoft.Network/virtualNetworks@"2024-05-01"',
        for: 'n, i in names if (i > 0)',
        body: '{"name": n, "scope": a}',
      },
    ]);
  });

  test('that are nested have full types, and their parent’s version if they don’t have one', () => {
    const { resources } = templateOf(
      [
        "resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {",
        "  name: 'net'",
        "  @description('inner')",
        "  resource one 'subnets@2023-01-01' = { name: 'one' }",
        "  resource many 'subnets' = [for n in names: { name: n }]",
        '  resource: 1',
        '}',
        '',
      ].join('\n'),
    );
    expect(resources.map(shown)).toEqual([
      {
        resource: 'net Microsoft.Network/virtualNetworks@"2024-05-01"',
        body: '{"name": "net", "resource": 1}',
        children: [
          {
            resource: 'one Microsoft.Network/virtualNetworks/subnets@"2023-01-01"',
            body: '{"name": "one"}',
          },
          {
            resource: 'many Microsoft.Network/virtualNetworks/subnets@"2024-05-01"',
            for: 'n in names',
            body: '{"name": n}',
          },
        ],
      },
    ]);
  });

  test('have a separate range for the version', () => {
    const text = "resource a 'Microsoft.Network/virtualNetworks@2024-05-01' = { name: 'a' }\n";
    const [a] = templateOf(text).resources;
    const { start, end } = a!.apiVersion!.place;
    expect(text.slice(start, end)).toBe('2024-05-01');
    expect(text.slice(a!.typePlace.start, a!.typePlace.end)).toBe(
      "'Microsoft.Network/virtualNetworks@2024-05-01'",
    );
  });
});

test('modules are read with their sources and parameters', () => {
  const { modules } = templateOf(
    [
      "module a 'net/main.bicep' = {",
      "  name: 'a'",
      "  scope: resourceGroup('other')",
      '  params: { size: 1 }',
      '}',
      "module b 'br/public:avm/res/network/virtual-network:0.5.1' = if (make) { params: given }",
      "module c './c.json' = [for i in range(0, 2): { name: 'c${i}', params: {} }]",
      '',
    ].join('\n'),
  );
  expect(
    modules.map(({ symbol, source, name, scope, condition, loop, parameters }) => ({
      symbol,
      source,
      name: name === null ? null : written(name),
      scope: scope === null ? null : written(scope),
      condition: condition === null ? null : written(condition),
      loop: loop === null ? null : head(loop),
      parameters: parameters === null ? null : written(parameters),
    })),
  ).toEqual([
    {
      symbol: 'a',
      source: { is: 'file', path: 'net/main.bicep' },
      name: '"a"',
      scope: 'resourceGroup("other")',
      condition: null,
      loop: null,
      parameters: '{"size": 1}',
    },
    {
      symbol: 'b',
      source: { is: 'registry', reference: 'br/public:avm/res/network/virtual-network:0.5.1' },
      name: null,
      scope: null,
      condition: 'make',
      loop: null,
      parameters: 'given',
    },
    {
      symbol: 'c',
      source: { is: 'file', path: './c.json' },
      name: '<"c" i "">',
      scope: null,
      condition: null,
      loop: 'i in range(0, 2)',
      parameters: '{}',
    },
  ]);
});

test('directives in comments are read; other comments and strings aren’t', () => {
  const text = [
    '// aml-secure-compute: cluster no-public-ip',
    "var a = '// aml-secure-compute: no'",
    '/* aml-secure-compute:ignore outbound-aml-443 */ var b = 1 // something else',
    '//aml-secure-compute : instance',
    '',
  ].join('\n');
  expect(templateOf(text).directives.map((one) => one.text)).toEqual([
    'cluster no-public-ip',
    'ignore outbound-aml-443',
    'instance',
  ]);
});

describe('incomplete Bicep', () => {
  test('a parameter without a name is skipped, and a resource without a body has an unknown one', () => {
    const { parameters, resources, errors } = readBicep(
      "param\nresource a 'Microsoft.Network/virtualNetworks@2024-05-01' =\nparam b string\n",
      'main.bicep',
    );
    expect(parameters.map((one) => one.name)).toEqual(['b']);
    expect(resources.map(shown)).toEqual([
      { resource: 'a Microsoft.Network/virtualNetworks@"2024-05-01"', body: '#' },
    ]);
    expect(errors.map((one) => one.key)).toEqual(['bicep.expectedName', 'bicep.expectedBody']);
  });

  test('an unclosed object has unknown members, and its neighbors are read', () => {
    const { variables } = readBicep('var a = {\n  x: [\n    1\nvar b = 2\n', 'main.bicep');
    expect(variables.map((one) => written(one.value))).toEqual(['{"x": [1, ...#], ...#}', '2']);
  });

  test('a module with an unreadable body has unknown parameters, not an empty list', () => {
    const { modules } = readBicep("module a 'a.bicep' = {\n  name: 'a'\n  par", 'main.bicep');
    expect(modules.map((one) => written(one.parameters!))).toEqual(['#']);
  });
});

test('a parameter file is read', () => {
  const file = readBicepParameters(
    [
      "using 'main.bicep'",
      "extends 'base.bicepparam'",
      "import { sizes } from 'sizes.bicep'",
      "var prefix = 'a'",
      "param name = '${prefix}-net'",
      'param sizes = sizes',
      '',
    ].join('\n'),
    'main.bicepparam',
  );
  expect(file.errors).toEqual([]);
  expect([file.using, file.extends]).toEqual(['main.bicep', 'base.bicepparam']);
  expect([...file.values].map(([name, value]) => [name, written(value)])).toEqual([
    ['name', '<"" prefix "-net">'],
    ['sizes', 'sizes'],
  ]);
  expect(file.variables.map((one) => one.name)).toEqual(['prefix']);
  expect(file.imports.map((one) => one.path)).toEqual(['sizes.bicep']);
  expect(readBicepParameters('using none\nparam a = 1\n', 'b.bicepparam').using).toBe(null);
});
