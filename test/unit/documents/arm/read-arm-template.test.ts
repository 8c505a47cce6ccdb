import { describe, expect, test } from 'vitest';
import { isArmTemplate, readArmTemplate } from '../../../../src/documents/arm/read-arm-template';
import type { Expression } from '../../../../src/documents/template/expression';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const group = '{ "type": "Microsoft.Network/networkSecurityGroups", "name": "nsg", "location": "x" }';

function read(text: string) {
  return readArmTemplate('main.json', text);
}

/** Returns the texts of the calls in an expression, the outermost first. */
function callsIn(text: string, expression: Expression): readonly string[] {
  if (expression.is !== 'call') return [];
  const { start, end } = expression.place;
  return [text.slice(start, end), ...expression.arguments.flatMap((one) => callsIn(text, one))];
}

describe('source ranges', () => {
  test('a part of an expression is located in the file, also after escape sequences', () => {
    const text = String.raw`{ "variables": { "v": "[concat('\"\u00e4', toUpper('a\tb'), parameters('p'))]" } }`;
    const [variable] = read(text).variables;
    expect(callsIn(text, variable!.value)).toEqual([
      String.raw`concat('\"\u00e4', toUpper('a\tb'), parameters('p'))`,
      String.raw`toUpper('a\tb')`,
      "parameters('p')",
    ]);
  });

  test('a declaration is located as a whole and by its name', () => {
    const text = `{ "parameters": { "one": { "type": "int" } }, "resources": [ ${group} ] }`;
    const { parameters, resources } = read(text);
    const of = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(of(parameters[0]!.place)).toBe('"one": { "type": "int" }');
    expect(of(parameters[0]!.namePlace)).toBe('"one"');
    expect(of(resources[0]!.place)).toBe(group);
    expect(of(resources[0]!.namePlace)).toBe('"nsg"');
  });
});

describe('incomplete templates', () => {
  const damagedTexts: Readonly<Record<string, string>> = {
    'a name without a value': `{ "resources": [ { "type": }, ${group} ] }`,
    'a name without a colon': `{ "resources": [ { "ty" }, ${group} ] }`,
    'an unclosed string': `{ "resources": [ { "type": "Micro\n}, ${group} ] }`,
    'a missing comma': `{ "resources": [ { "type": "a" } ${group} ] }`,
    'a missing end': `{ "resources": [ {}, ${group}`,
    'an incomplete expression': `{ "resources": [ { "name": "[concat('a', ]" }, ${group} ] }`,
    'a missing argument': `{ "resources": [ { "name": "[concat('a', )]" }, ${group} ] }`,
    'an unknown word': `{ "resources": [ { "name": tru }, ${group} ] }`,
  };

  test.each(Object.keys(damagedTexts))('%s: an error is reported, and the next resource is read', (name) => {
    const { resources, errors } = read(damagedTexts[name] ?? '');
    expect(errors.length).toBeGreaterThan(0);
    expect(resources.at(-1)?.type).toBe('Microsoft.Network/networkSecurityGroups');
  });

  test('a template that ends anywhere is read without an exception', () => {
    const text = `{ "$schema": "${schema}", "variables": { "v": "[createArray(1, 'a')]" }, "resources": [ ${group} ] }`;
    for (let end = 0; end <= text.length; end += 1) {
      const { errors } = read(text.slice(0, end));
      expect(errors.length > 0).toBe(end < text.length);
    }
  });
});

test('a string can span lines, as Azure accepts', () => {
  const { variables, errors } = read(`{ "variables": { "v": "[concat('a',\n  'b')]", "w": "c" } }`);
  expect(errors).toEqual([]);
  expect(variables.map(({ name }) => name)).toEqual(['v', 'w']);
});

test.each(['{"a":'.repeat(20_000), '['.repeat(1_000_000), `{"variables":{"v":"[${'f('.repeat(50_000)}]"}}`])(
  'excessive nesting is reported',
  (text) => {
    expect(read(text).errors.length).toBeGreaterThan(0);
  },
);

test('comments can contain directives', () => {
  const { directives, errors } = read(
    `// aml-secure-compute: cluster no-public-ip\n{\n  "resources": [ /* aml-secure-compute: instance */ ] /* other */\n}`,
  );
  expect(errors).toEqual([]);
  expect(directives.map(({ text }) => text)).toEqual(['cluster no-public-ip', 'instance']);
});

test('a template is recognized by its schema, wherever it is', () => {
  const long = JSON.stringify('x'.repeat(6_000));
  expect(isArmTemplate(`{ "metadata": { "a": [${long}] }, "$schema": "${schema}" }`)).toBe(true);
  expect(isArmTemplate(`{ "note": ${long}, "template": { "$schema": "${schema}" } }`)).toBe(false);
  expect(isArmTemplate(`{ "$schema": "${schema}" }`)).toBe(true);
  expect(
    isArmTemplate(
      '{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#" }',
    ),
  ).toBe(false);
});
