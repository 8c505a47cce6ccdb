import { describe, expect, test } from 'vitest';
import { evaluateDeployment } from '../../../../src/documents/evaluate/evaluate-deployment';
import { divergenceOf } from '../../../../src/documents/order/template-order';
import { templateReader } from '../../../../src/file-checks/template-reader';
import { oracle } from '../../../support/deployments';

/** Returns whether the resource whose name ends with `late` depends on the one whose name ends with `early`. */
function waits(files: Readonly<Record<string, string>>): string {
  const [root = '', text = ''] = Object.entries(files)[0] ?? [];
  const reader = templateReader();
  const { resources } = evaluateDeployment(reader.read(root, text), {
    parameters: null,
    deployment: oracle,
    parse: reader.read,
    files: {
      read: (path) => {
        const found = files[path];
        return found === undefined ? { is: 'missing', file: path } : { is: 'text', file: path, text: found };
      },
      list: (path) => ({ is: 'missing', file: path }),
      cached: (path) => ({ is: 'missing', file: path }),
    },
  });
  const pathTo = (name: string) =>
    resources.find((one) => one.name.is === 'text' && one.name.value.endsWith(name))?.path ?? [];
  const parting = divergenceOf(pathTo('late'), pathTo('early'));
  return parting ? parting.order.waits(parting.from, parting.on) : 'same';
}

const table = (symbol: string, name: string, more = '', head = ''): string =>
  `resource ${symbol} 'Microsoft.Network/routeTables@2024-05-01' = ${head}{\n  name: '${name}'\n  location: 'westeurope'\n${more}}${head.startsWith('[') ? ']' : ''}\n`;
const after = (...symbols: readonly string[]): string => `  dependsOn: [${symbols.join(', ')}]\n`;
const early = table('a', 'early');
const loop = table('a', 'early', '', '[for i in range(0, 2): ').replace("'early'", "'${i}early'");

describe('a resource in Bicep depends on another one', () => {
  test.each([
    ['in dependsOn', early + table('b', 'late', after('a')), 'yes'],
    ['by a reference in a property', early + table('b', 'late', '  tags: { id: a.id }\n'), 'yes'],
    [
      'by a reference in its condition',
      `${early}${table('b', 'late', '', "if (a.name == 'early') ")}`,
      'yes',
    ],
    [
      'by a variable that uses another variable',
      `${early}var one = a.id\nvar two = [one]\n${table('b', 'late', '  tags: { id: two[0] }\n')}`,
      'yes',
    ],
    [
      'through another resource',
      early + table('m', 'between', after('a')) + table('b', 'late', after('m')),
      'yes',
    ],
    [
      'through an existing resource',
      `${early}resource e 'Microsoft.Network/routeTables@2024-05-01' existing = { name: 'x\${a.name}' }\n${table('b', 'late', '  tags: { id: e.id }\n')}`,
      'yes',
    ],
    [
      'through a resource with a true condition',
      early + table('m', 'between', after('a'), 'if (true) ') + table('b', 'late', after('m')),
      'yes',
    ],
    ['on a whole loop', loop + table('b', 'late', after('a')), 'yes'],
    ['on an item of a loop', loop + table('b', 'late', after('a[0]')), 'yes'],
    ['not on another item of the loop', loop + table('b', 'late', after('a[1]')), 'no'],
    [
      'possibly on an item with an unknown index',
      `param at int\n${loop}${table('b', 'late', after('a[at]'))}`,
      'unknown',
    ],
    [
      'on an item with an index from a variable',
      `var at = 1 - 1\n${loop}${table('b', 'late', '  tags: { id: a[at].id }\n')}`,
      'yes',
    ],
    [
      'on the item with the same index',
      loop +
        table('b', 'late', '', '[for i in range(0, 2): ')
          .replace("'late'", "'${i}late'")
          .replace('\n}]', `\n${after('a[i]')}}]`),
      'yes',
    ],
    [
      'not on the item with another index',
      loop +
        table('b', 'late', '', '[for i in range(0, 2): ')
          .replace("'late'", "'${i}late'")
          .replace('\n}]', `\n${after('a[i + 1]')}}]`),
      'no',
    ],
    [
      'on an item that a variable references',
      `${loop}var one = a[0].id\n${table('b', 'late', '  tags: { id: one }\n')}`,
      'yes',
    ],
    [
      'possibly on an item that a loop in a variable references',
      `${loop}var all = [for i in range(0, 2): a[i].id]\n${table('b', 'late', '  tags: { id: all[1] }\n')}`,
      'unknown',
    ],
    [
      'possibly on an item that a loop in its properties references',
      `${loop}${table('b', 'late', "  tags: { id: join([for i in range(0, 2): a[i].id], ',') }\n")}`,
      'unknown',
    ],
    [
      'possibly on an item of an unknown list',
      `param all array\n${table('a', 'early', '', '[for i in all: ')}${table('b', 'late', after('a[0]'))}`,
      'unknown',
    ],
    [
      'through an item of a loop',
      loop +
        table('m', 'between', after('a[0]'), '[for j in range(0, 1): ').replace(
          "'between'",
          "'between${j}'",
        ) +
        table('b', 'late', after('m[0]')),
      'yes',
    ],
    [
      'possibly through an item that a condition omits',
      loop +
        table('m', 'between', after('a[0]'), '[for j in range(0, 2): if (j == 1) ').replace(
          "'between'",
          "'between${j}'",
        ) +
        table('b', 'late', after('m[0]')),
      'unknown',
    ],
    [
      'possibly through a resource with a false condition',
      early + table('m', 'between', after('a'), 'if (false) ') + table('b', 'late', after('m')),
      'unknown',
    ],
    [
      'possibly through a resource with an unknown condition',
      `param on bool\n${early}${table('m', 'between', after('a'), 'if (on) ')}${table('b', 'late', after('m'))}`,
      'unknown',
    ],
    [
      'not on a resource with the same ID as an existing one',
      `${early}resource e 'Microsoft.Network/routeTables@2024-05-01' existing = { name: 'early' }\n${table('b', 'late', '  tags: { id: e.id }\n')}`,
      'no',
    ],
    [
      'not on a resource with the name of a lambda variable',
      `${early}${table('b', 'late', "  tags: { all: join(map(['x'], a => a), ',') }\n")}`,
      'no',
    ],
    ['not on a resource that depends on it', table('a', 'early', after('b')) + table('b', 'late'), 'no'],
  ])('%s', (_, text, answer) => {
    expect(waits({ 'main.bicep': text })).toBe(answer);
  });

  const module = (symbol: string, more = ''): string =>
    `module ${symbol} '${symbol}.bicep' = {\n  name: '${symbol}'\n${more}}\n`;
  const modules = {
    'one.bicep': `${early}output id string = a.id\n`,
    'two.bicep': `param id string = ''\n${table('b', 'late')}`,
  };

  test.each([
    ['in a module with dependsOn', module('one') + module('two', after('one')), 'yes'],
    [
      'in a module with an output as parameter',
      module('one') + module('two', '  params: { id: one.outputs.id }\n'),
      'yes',
    ],
    ['not in a module without dependsOn', module('one') + module('two'), 'no'],
  ])('%s', (_, text, answer) => {
    expect(waits({ 'main.bicep': text, ...modules })).toBe(answer);
  });
});

test('variables in a long chain or a cycle don’t exhaust resources, and a long chain is unknown', () => {
  const chain = Array.from({ length: 400 }, (_, at) => `var v${at} = ${at === 0 ? 'a.id' : `v${at - 1}`}\n`);
  const text = `${early}${chain.join('')}${table('b', 'late', '  tags: { id: v399 }\n')}`;
  expect(waits({ 'main.bicep': text })).toBe('unknown');
  const circle = `${early}var one = two\nvar two = one\n${table('b', 'late', '  tags: { id: one }\n')}`;
  expect(waits({ 'main.bicep': circle })).toBe('no');
});

const json = (resources: unknown, more = {}): string =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    ...more,
    resources,
  });
const type = 'Microsoft.Network/routeTables';
const one = (name: string, more = {}) => ({
  type,
  apiVersion: '2024-05-01',
  name,
  location: 'westeurope',
  ...more,
});
const nested = (name: string, resource: object, more = {}) => ({
  type: 'Microsoft.Resources/deployments',
  apiVersion: '2024-03-01',
  name,
  ...more,
  properties: { mode: 'Incremental', template: JSON.parse(json([resource])) as object },
});

describe('a resource in ARM JSON depends on another one', () => {
  test.each([
    ['by its name', [one('early'), one('late', { dependsOn: ['early'] })], 'yes'],
    ['by its ID', [one('early'), one('late', { dependsOn: [`[resourceId('${type}', 'early')]`] })], 'yes'],
    ['by its type and name', [one('early'), one('late', { dependsOn: [`${type}/early`] })], 'yes'],
    [
      'by a call of reference',
      [one('early'), one('late', { tags: { id: "[reference('early').id]" } })],
      'yes',
    ],
    [
      'possibly by a call of reference with its ID',
      [one('early'), one('late', { tags: { id: `[reference(resourceId('${type}', 'early')).id]` } })],
      'unknown',
    ],
    [
      'by the name of its copy loop',
      [
        one("[concat(copyIndex(), 'early')]", { copy: { name: 'all', count: 2 } }),
        one('late', { dependsOn: ['all'] }),
      ],
      'yes',
    ],
    [
      'by the name of one copy',
      [
        one("[concat(copyIndex(), 'early')]", { copy: { name: 'all', count: 2 } }),
        one('late', { dependsOn: ['0early'] }),
      ],
      'yes',
    ],
    [
      'not by the name of another copy',
      [
        one("[concat(copyIndex(), 'early')]", { copy: { name: 'all', count: 2 } }),
        one('late', { dependsOn: ['1early'] }),
      ],
      'no',
    ],
    [
      'possibly by the name of a copy if the count is unknown',
      [
        one('early', { copy: { name: 'all', count: "[parameters('count')]" } }),
        one('late', { dependsOn: ['early'] }),
      ],
      'unknown',
    ],
    [
      'possibly by an unknown name',
      [one('early'), one('late', { dependsOn: ["[parameters('name')]"] })],
      'unknown',
    ],
    ['not without a reference', [one('early'), one('late', { dependsOn: [] })], 'no'],
    [
      'in a nested deployment with dependsOn',
      [nested('x', one('early')), nested('y', one('late'), { dependsOn: ['x'] })],
      'yes',
    ],
    [
      'in a nested deployment that reads its outputs',
      [nested('x', one('early')), nested('y', one('late', { tags: { id: "[reference('x').outputs]" } }))],
      'yes',
    ],
    [
      'not in a nested deployment without dependsOn',
      [nested('x', one('early')), nested('y', one('late'))],
      'no',
    ],
  ])('%s', (_, resources, answer) => {
    expect(
      waits({
        'main.json': json(resources, { parameters: { name: { type: 'string' }, count: { type: 'int' } } }),
      }),
    ).toBe(answer);
  });

  test('by its symbolic name', () => {
    const resources = { a: one('early'), b: one('late', { dependsOn: ['a'] }) };
    expect(waits({ 'main.json': json(resources, { languageVersion: '2.0' }) })).toBe('yes');
    const copies = one("[concat(copyIndex(), 'early')]", { copy: { name: 'all', count: 2 } });
    const item = (at: number) => ({
      a: copies,
      b: one('late', { dependsOn: [`[format('a[{0}]', ${at})]`] }),
    });
    expect(waits({ 'main.json': json(item(0), { languageVersion: '2.0' }) })).toBe('yes');
    expect(waits({ 'main.json': json(item(1), { languageVersion: '2.0' }) })).toBe('no');
  });
});
