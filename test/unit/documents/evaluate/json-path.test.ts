import { describe, expect, test } from 'vitest';
import { EvaluationError } from '../../../../src/documents/evaluate/errors';
import { selectedBy } from '../../../../src/documents/evaluate/functions/json-path';
import { valueOfJson } from '../../../../src/documents/evaluate/functions/json-value';
import { armJsonText } from '../../../../src/documents/evaluate/json-text';
import { nullValue } from '../../../../src/documents/evaluate/make-value';

const root =
  valueOfJson(`{
    "a": [1, 2, 3],
    "rules": [
      { "name": "r1", "priority": 100, "on": true },
      { "name": "R3", "priority": "300" }
    ],
    "o": { "x": { "id": 1 }, "id": 3 }
  }`) ?? nullValue();

function answer(path: string): string {
  try {
    return armJsonText(selectedBy(path, root)) ?? 'not known';
  } catch (error) {
    if (error instanceof EvaluationError) return error.because.key;
    throw error;
  }
}

/**
 * The answers of compiler 0.49.2 are a fixture (expressions/json-paths.bicep). These are the paths that it rejects
 * (BCP235).
 */
describe('JSON paths without a match', () => {
  test.each(['a[9]', 'rules[0].Name', 'o[0]', "a['0']", 'a.length', 'rules.name'])('%s', (path) => {
    expect(answer(path)).toBe('documents.evaluation.noMember');
  });
});

describe('invalid JSON paths, and those that aren’t evaluated', () => {
  test.each([
    '$.',
    'a[]',
    'a[3:]',
    'a[0,1]',
    '$["a"]',
    '$[*]',
    'rules.*.name',
    '$..name',
    '$..[0]',
    'rules[?@.on]',
    "rules[?(@.name == 'r1')].name",
    'rules[(@.length-1)]',
    'sp ace',
    'a]',
    "a['b",
    // The compiler itself fails for this path.
    'a[-1]',
  ])('%s', (path) => {
    expect(answer(path)).toBe('unknown.jsonPath');
  });
});

test('a path of 100,000 steps is evaluated', () => {
  expect(answer('.a'.repeat(100_000))).toBe('documents.evaluation.noMember');
  expect(answer('['.repeat(100_000))).toBe('unknown.jsonPath');
});
