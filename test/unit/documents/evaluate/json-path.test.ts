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

/** What the compiler 0.49.2 answers is a fixture (expressions/json-paths.bicep); here is what it refuses (BCP235). */
describe('nothing is there', () => {
  test.each([
    'a[9]',
    'rules[0].Name',
    'o[0]',
    "a['0']",
    'a.length',
    'a[3:]',
    // Of a list `[*]`, of an object `.*`.
    '$[*]',
    'rules.*.name',
    'rules.name',
    // A text is no number.
    "rules[?(@.priority == '100')].name",
    'rules[?(@.priority == 300)].name',
    // Of the members of an object no condition is asked.
    'o[?(@.id == 1)]',
    'rules[?(@.nothing == null)].name',
    "rules[?(@.nothing != 'x')].name",
    // No place is looked for below.
    '$..[0]',
  ])('%s', (path) => {
    expect(answer(path)).toBe('documents.evaluation.noMember');
  });
});

describe('no path, or one that is not evaluated here', () => {
  test.each([
    '$.',
    'a[]',
    'a[::0]',
    '$["a"]',
    'rules[?@.on]',
    'rules[?(!@.on)]',
    'rules[?(@.name == "r1")]',
    "rules[?((@.name == 'r1') && @.on)]",
    'rules[(@.length-1)]',
    'sp ace',
    'a]',
    "a['b",
    // Here the compiler itself fails.
    'a[-1]',
    'rules[?(@.name > 5)]',
    // Patterns of .NET are not those of JavaScript, and may take for ever.
    'rules[?(@.name =~ /^r/)]',
    // A text that becomes a number.
    'rules[?(@.priority > 100)]',
  ])('%s', (path) => {
    expect(answer(path)).toBe('unknown.jsonPath');
  });
});

test('what stands behind an and, or an or, is its other side, as Json.NET has it', () => {
  expect(answer("rules[?(@.name == 'R3' && @.on || @.name == 'r1')].name")).toBe(
    'documents.evaluation.noMember',
  );
  expect(answer("rules[?(@.name == 'r1' && @.on || @.name == 'R3')].name")).toBe('"r1"');
});

test('a path of a hundred thousand steps ends', () => {
  expect(answer('.a'.repeat(100_000))).toBe('documents.evaluation.noMember');
  expect(answer('['.repeat(100_000))).toBe('unknown.jsonPath');
  expect(answer(`a[?(${'@.b || '.repeat(20_000)}@.c)]`)).toBe('documents.evaluation.noMember');
});
