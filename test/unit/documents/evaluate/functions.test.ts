import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readArmTemplate } from '../../../../src/documents/arm/read-arm-template';
import { evaluateDeployment } from '../../../../src/documents/evaluate/evaluate-deployment';
import { printed } from '../../../../src/cli/resolve/predicted-resources';
import { noFiles, oracle } from '../../../support/deployments';

interface Answer {
  readonly expression: string;
  readonly value?: unknown;
  readonly fails?: true;
}

/** Answers of Azure's own code, written by `bicep snapshot` with ICU. Without ICU, .NET sorts strings differently. */
const answers = JSON.parse(
  readFileSync('test/fixtures/documents/functions/answers.json', 'utf8'),
) as readonly Answer[];

function evaluated(expression: string) {
  const text = JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    parameters: { p: { type: 'string', defaultValue: 'P' } },
    outputs: { v: { type: 'string', value: expression } },
  });
  const template = readArmTemplate('main.json', text);
  const { outputs, faults } = evaluateDeployment(template, {
    parameters: null,
    files: noFiles,
    parse: readArmTemplate,
    deployment: oracle,
  });
  return { value: printed(outputs.get('v')!, ({ key }) => key), faults };
}

test.each(answers.filter(({ fails }) => fails !== true))(
  '$expression has the value that Azure returns',
  (answer) => {
    expect(evaluated(answer.expression).value).toEqual(answer.value);
  },
);

test.each(answers.filter(({ fails }) => fails === true))('$expression is a fault', ({ expression }) => {
  const { value, faults } = evaluated(expression);
  expect(value).toEqual({ $unknown: faults[0]?.key });
  expect(faults).toHaveLength(1);
});

test.each([
  // For .NET, `ﬁ` equals `fi`, a soft hyphen is ignored, and a letter isn't found without the accent that follows it.
  ["[indexOf('ﬁx', 'fi')]", 'unknown.letters'],
  ["[indexOf('co\u00adop', 'coop')]", 'unknown.letters'],
  ["[indexOf('cafe\u0301', 'e')]", 'unknown.letters'],
  ["[startsWith('İstanbul', 'i')]", 'unknown.letters'],
  ["[endsWith('σας', 'Σ')]", 'unknown.letters'],
  ["[lastIndexOf('カ', 'か')]", 'unknown.letters'],
])('%s depends on rules that aren’t known, so it’s unknown and no fault', (expression, key) => {
  expect(evaluated(expression)).toEqual({ value: { $unknown: key }, faults: [] });
});

test('values that exist only after the deployment are unknown and no fault', () => {
  for (const expression of ['[utcNow()]', '[newGuid()]', "[listKeys('a', 'b').keys]", "[reference('x').y]"]) {
    const { value, faults } = evaluated(expression);
    expect(value).toHaveProperty('$unknown');
    expect(faults).toEqual([]);
  }
});
