import { describe, expect, test } from 'vitest';
import { predictedResources } from '../../../../src/cli/resolve/predicted-resources';
import { evaluateDeployment } from '../../../../src/documents/evaluate/evaluate-deployment';
import type { SourceFiles } from '../../../../src/documents/source/source-files';
import { templateReader } from '../../../../src/file-checks/template-reader';
import { noFiles } from '../../../support/deployments';

/** Returns a resource whose value is an expression. */
function holding(expression: string): string {
  return `resource a 'Microsoft.Network/routeTables@2024-05-01' = {\n  name: 'a'\n  tags: { v: ${expression} }\n}\n`;
}

/** `v0`, then variables of the one before, the last of them `v60`. */
function doubled(first: string, next: (name: string) => string): string {
  const all = Array.from({ length: 60 }, (_, index) => `var v${index + 1} = ${next(`v${index}`)}\n`);
  return `var v0 = ${first}\n${all.join('')}${holding('v60')}`;
}

function copied(depth: number): object {
  const inside = depth === 0 ? { type: 'Microsoft.Network/routeTables', name: 'a' } : copied(depth - 1);
  return {
    type: 'Microsoft.Resources/deployments',
    name: '[string(copyIndex())]',
    copy: { name: 'c', count: 800 },
    properties: { template: { resources: [inside] } },
  };
}

const bombs: Readonly<Record<string, string>> = {
  'a range of a billion': holding('range(0, 1000000000)'),
  'a loop through a billion': holding('[for i in range(0, 1000000000): i]'),
  'loops inside loops': holding('map(range(0, 10000), i => map(range(0, 10000), j => i + j))'),
  'texts that double': doubled("'0123456789'", (name) => `'\${${name}}\${${name}}'`),
  'arrays that double': doubled('[1, 2]', (name) => `concat(${name}, ${name})`),
  'arrays of arrays that double': doubled('[1, 2]', (name) => `[${name}, ${name}]`),
  'objects that double': doubled('{ a: 1 }', (name) => `{ a: ${name}, b: ${name} }`),
  ...Object.fromEntries(
    [
      "indexOf(long, 'z')",
      'toUpper(long)',
      'trim(long)',
      "long < '${long}b'",
      "base64('${long}${i}')",
      "guid('${long}${i}')",
      "uniqueString('${long}${i}')",
    ].map((one) => [
      `${one} of a long text, ten thousand times`,
      `var long = join(map(range(0, 10000), i => 'éééééééééé'), '')\n${holding(`map(range(0, 10000), i => ${one})`)}`,
    ]),
  ),
  'a value ten thousand deep': holding('reduce(range(0, 10000), [], (sum, one) => [sum])'),
};

const circles: Readonly<Record<string, string>> = {
  'variables that reference each other': `var a = b\nvar b = a\n${holding('a')}`,
  'a function that calls itself': `func f(x int) int => f(x + 1) + f(x + 2)\n${holding('f(1)')}`,
  'a resource that references itself': holding('a.tags.v'),
};

function evaluated(file: string, text: string, others: Readonly<Record<string, string>> = {}): string {
  return JSON.stringify(predictedResources(deployed(file, text, others).resources, ({ key }) => key));
}

function deployed(file: string, text: string, others: Readonly<Record<string, string>> = {}) {
  const files: SourceFiles = {
    ...noFiles,
    read(path) {
      const found = others[path];
      return found === undefined ? { is: 'missing', file: path } : { is: 'text', file: path, text: found };
    },
  };
  const reader = templateReader();
  return evaluateDeployment(reader.read(file, text), {
    parameters: null,
    files,
    parse: reader.read,
    deployment: { cloud: 'public' },
  });
}

describe('an expression that is too large is too complex, and the rest is evaluated', () => {
  test.each(Object.keys(bombs))('%s', (name) => {
    const printed = evaluated(
      'main.bicep',
      `${bombs[name] ?? ''}\n${holding("'b'").replaceAll(/\ba\b/g, 'b')}`,
    );
    expect(printed).toContain('unknown.tooComplex');
    expect(printed.length).toBeLessThan(3_000_000);
  });

  test.each(Object.keys(circles))('%s: it’s a cycle', (name) => {
    expect(evaluated('main.bicep', circles[name] ?? '')).toContain('unknown.cycle');
  });

  test('modules that include each other are a cycle', () => {
    const pair = (other: string): string =>
      `module x '${other}' = { name: 'x' }\nmodule y '${other}' = { name: 'y' }\n${holding("'v'")}`;
    const printed = evaluated('a.bicep', pair('b.bicep'), {
      'a.bicep': pair('b.bicep'),
      'b.bicep': pair('a.bicep'),
    });
    expect(printed).toContain('"name":"a"');
  });

  test('deployments of 800 copies, nested in eight levels, are evaluated', () => {
    const text = JSON.stringify({ $schema: 'deploymentTemplate.json', resources: [copied(8)] });
    expect(evaluated('main.json', text)).toContain('"name":"a"');
  });

  test('800 resources in each of 800 deployments in each of 800: a fault reports what is left out', () => {
    const many = {
      type: 'Microsoft.Network/networkSecurityGroups',
      name: "[concat('a', copyIndex())]",
      copy: { name: 'c', count: 800 },
    };
    const inside = (resources: readonly object[]): readonly object[] => [
      { ...copied(0), properties: { template: { resources } } },
    ];
    const text = JSON.stringify({
      $schema: 'deploymentTemplate.json',
      resources: inside(inside(inside([many]))),
    });
    const { resources, faults } = deployed('main.json', text);
    // As many as fit into the memory of one evaluation (300 MB).
    expect(resources.length).toBeGreaterThan(800);
    expect(resources.length).toBeLessThan(51_000);
    expect(faults.map(({ key }) => key)).toContain('unknown.tooComplex');
  });
});
