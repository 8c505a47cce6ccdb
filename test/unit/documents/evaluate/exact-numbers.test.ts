import { describe, expect, test } from 'vitest';
import { evaluateDeployment } from '../../../../src/documents/evaluate/evaluate-deployment';
import type { Value } from '../../../../src/documents/evaluate/value';
import { templateReader } from '../../../../src/file-checks/template-reader';
import { noFiles, oracle } from '../../../support/deployments';

function valueOf(expression: string): Value | undefined {
  const { read } = templateReader();
  const template = read('main.bicep', `output asked object = { v: ${expression} }\n`);
  const { outputs } = evaluateDeployment(template, {
    parameters: null,
    deployment: oracle,
    files: noFiles,
    parse: read,
  });
  const asked = outputs.get('asked');
  return asked?.is === 'object' ? asked.members.get('v') : asked;
}

describe('integers', () => {
  // Azure returns 9007199254740995 for the first. An adjacent number would be worse than none.
  test.each([
    '9007199254740993 + 2',
    '9007199254740993',
    '-9223372036854775807',
    '4503599627370496 * 4',
    `int('9007199254740993')`,
    `json('9007199254740993')`,
    '9007199254740993 == 9007199254740992',
  ])('%s isn’t evaluated, because it isn’t exact', (expression) => {
    expect(valueOf(expression)).toMatchObject({ is: 'unknown', because: { key: 'unknown.largeNumber' } });
  });

  test.each([
    ['9007199254740990 + 1', 9_007_199_254_740_991],
    ['-7 / 2', -3],
    [`json('1.5')`, 1.5],
  ])('%s is evaluated', (expression, value) => {
    expect(valueOf(expression)).toMatchObject({ is: 'number', value });
  });
});

test('a sum that is too long doesn’t have a value, not even a partial one', () => {
  expect(valueOf(`1${' + 1'.repeat(20_000)}`)).toMatchObject({
    is: 'unknown',
    because: { key: 'unknown.broken' },
  });
});

test('a name with too many parts doesn’t have a value', () => {
  expect(valueOf(`{ a: 1 }${'.?a'.repeat(20_000)}`)).toMatchObject({
    is: 'unknown',
    because: { key: 'unknown.broken' },
  });
});
