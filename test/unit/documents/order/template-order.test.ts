import { describe, expect, test } from 'vitest';
import { evaluateDeployment } from '../../../../src/documents/evaluate/evaluate-deployment';
import { partingOf } from '../../../../src/documents/order/template-order';
import { templateReader } from '../../../../src/file-checks/template-reader';
import { oracle } from '../../../support/deployments';

/** Whether the resource whose name ends with `late` waits for the one whose name ends with `early`. */
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
  const parting = partingOf(pathTo('late'), pathTo('early'));
  return parting ? parting.order.waits(parting.from, parting.on) : 'same';
}

const table = (symbol: string, name: string, more = '', head = ''): string =>
  `resource ${symbol} 'Microsoft.Network/routeTables@2024-05-01' = ${head}{\n  name: '${name}'\n  location: 'westeurope'\n${more}}${head.startsWith('[') ? ']' : ''}\n`;
const after = (...symbols: readonly string[]): string => `  dependsOn: [${symbols.join(', ')}]\n`;
const early = table('a', 'early');
const loop = table('a', 'early', '', '[for i in range(0, 2): ').replace("'early'", "'${i}early'");

describe('in Bicep, a resource depends on another one', () => {
  test.each([
    ['that it names in dependsOn', early + table('b', 'late', after('a')), 'yes'],
    ['that it names anywhere', early + table('b', 'late', '  tags: { id: a.id }\n'), 'yes'],
    ['that its condition names', `${early}${table('b', 'late', '', "if (a.name == 'early') ")}`, 'yes'],
    [
      'by a variable of a variable',
      `${early}var one = a.id\nvar two = [one]\n${table('b', 'late', '  tags: { id: two[0] }\n')}`,
      'yes',
    ],
    ['through others', early + table('m', 'between', after('a')) + table('b', 'late', after('m')), 'yes'],
    [
      'through an existing one',
      `${early}resource e 'Microsoft.Network/routeTables@2024-05-01' existing = { name: 'x\${a.name}' }\n${table('b', 'late', '  tags: { id: e.id }\n')}`,
      'yes',
    ],
    [
      'through a condition that holds',
      early + table('m', 'between', after('a'), 'if (true) ') + table('b', 'late', after('m')),
      'yes',
    ],
    ['a whole loop', loop + table('b', 'late', after('a')), 'yes'],
    ['the item of a loop that it names', loop + table('b', 'late', after('a[0]')), 'yes'],
    ['another item of the loop never', loop + table('b', 'late', after('a[1]')), 'no'],
    [
      'an item whose number has no value perhaps',
      `param at int\n${loop}${table('b', 'late', after('a[at]'))}`,
      'unknown',
    ],
    [
      'an item whose number a variable holds',
      `var at = 1 - 1\n${loop}${table('b', 'late', '  tags: { id: a[at].id }\n')}`,
      'yes',
    ],
    [
      'the item of its own number',
      loop +
        table('b', 'late', '', '[for i in range(0, 2): ')
          .replace("'late'", "'${i}late'")
          .replace('\n}]', `\n${after('a[i]')}}]`),
      'yes',
    ],
    [
      'the item of another number never',
      loop +
        table('b', 'late', '', '[for i in range(0, 2): ')
          .replace("'late'", "'${i}late'")
          .replace('\n}]', `\n${after('a[i + 1]')}}]`),
      'no',
    ],
    [
      'an item that a variable names',
      `${loop}var one = a[0].id\n${table('b', 'late', '  tags: { id: one }\n')}`,
      'yes',
    ],
    [
      'an item that a loop of a variable names perhaps',
      `${loop}var all = [for i in range(0, 2): a[i].id]\n${table('b', 'late', '  tags: { id: all[1] }\n')}`,
      'unknown',
    ],
    [
      'an item that a list inside of it names perhaps',
      `${loop}${table('b', 'late', "  tags: { id: join([for i in range(0, 2): a[i].id], ',') }\n")}`,
      'unknown',
    ],
    [
      'an item of a list without a value perhaps',
      `param all array\n${table('a', 'early', '', '[for i in all: ')}${table('b', 'late', after('a[0]'))}`,
      'unknown',
    ],
    [
      'through an item',
      loop +
        table('m', 'between', after('a[0]'), '[for j in range(0, 1): ').replace(
          "'between'",
          "'between${j}'",
        ) +
        table('b', 'late', after('m[0]')),
      'yes',
    ],
    [
      'through an item that another condition leaves out perhaps',
      loop +
        table('m', 'between', after('a[0]'), '[for j in range(0, 2): if (j == 1) ').replace(
          "'between'",
          "'between${j}'",
        ) +
        table('b', 'late', after('m[0]')),
      'unknown',
    ],
    [
      'through a condition that does not hold perhaps',
      early + table('m', 'between', after('a'), 'if (false) ') + table('b', 'late', after('m')),
      'unknown',
    ],
    [
      'through a condition without a value perhaps',
      `param on bool\n${early}${table('m', 'between', after('a'), 'if (on) ')}${table('b', 'late', after('m'))}`,
      'unknown',
    ],
    [
      'that has the same ID never',
      `${early}resource e 'Microsoft.Network/routeTables@2024-05-01' existing = { name: 'early' }\n${table('b', 'late', '  tags: { id: e.id }\n')}`,
      'no',
    ],
    [
      'whose name is that of a loop’s item never',
      `${early}${table('b', 'late', "  tags: { all: join(map(['x'], a => a), ',') }\n")}`,
      'no',
    ],
    ['that waits for it never', table('a', 'early', after('b')) + table('b', 'late'), 'no'],
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
    ['in a module that waits', module('one') + module('two', after('one')), 'yes'],
    [
      'in a module that is given an output',
      module('one') + module('two', '  params: { id: one.outputs.id }\n'),
      'yes',
    ],
    ['in a module that does not wait', module('one') + module('two'), 'no'],
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

describe('in ARM JSON, a resource depends on another one', () => {
  test.each([
    ['by its name', [one('early'), one('late', { dependsOn: ['early'] })], 'yes'],
    ['by its ID', [one('early'), one('late', { dependsOn: [`[resourceId('${type}', 'early')]`] })], 'yes'],
    ['by its type and name', [one('early'), one('late', { dependsOn: [`${type}/early`] })], 'yes'],
    ['that it reads', [one('early'), one('late', { tags: { id: "[reference('early').id]" } })], 'yes'],
    [
      'that it reads by its ID perhaps',
      [one('early'), one('late', { tags: { id: `[reference(resourceId('${type}', 'early')).id]` } })],
      'unknown',
    ],
    [
      'by the name of its copy',
      [
        one("[concat(copyIndex(), 'early')]", { copy: { name: 'all', count: 2 } }),
        one('late', { dependsOn: ['all'] }),
      ],
      'yes',
    ],
    [
      'by the name of one of its copies',
      [
        one("[concat(copyIndex(), 'early')]", { copy: { name: 'all', count: 2 } }),
        one('late', { dependsOn: ['0early'] }),
      ],
      'yes',
    ],
    [
      'by another of its copies never',
      [
        one("[concat(copyIndex(), 'early')]", { copy: { name: 'all', count: 2 } }),
        one('late', { dependsOn: ['1early'] }),
      ],
      'no',
    ],
    [
      'by one of its copies, of which nobody says how many, perhaps',
      [
        one('early', { copy: { name: 'all', count: "[parameters('count')]" } }),
        one('late', { dependsOn: ['early'] }),
      ],
      'unknown',
    ],
    [
      'by a name without a value perhaps',
      [one('early'), one('late', { dependsOn: ["[parameters('name')]"] })],
      'unknown',
    ],
    ['that it only lies beside never', [one('early'), one('late', { dependsOn: [] })], 'no'],
    [
      'in a nested deployment that waits',
      [nested('x', one('early')), nested('y', one('late'), { dependsOn: ['x'] })],
      'yes',
    ],
    [
      'in a nested deployment that reads its outputs',
      [nested('x', one('early')), nested('y', one('late', { tags: { id: "[reference('x').outputs]" } }))],
      'yes',
    ],
    [
      'in a nested deployment that does not wait',
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
