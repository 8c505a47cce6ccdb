import { describe, expect, test } from 'vitest';
import { EvaluationError } from '../../../../src/documents/evaluate/errors';
import { valueOfYaml } from '../../../../src/documents/evaluate/functions/yaml-value';
import { armJsonText } from '../../../../src/documents/evaluate/json-text';

const reported = (yaml: string) => {
  const value = valueOfYaml(yaml);
  return value && armJsonText(value);
};

/** YAML that compiler 0.49.2 accepts and rejects. The rest of the language is a fixture (expressions/yaml.bicep). */
describe('YAML', () => {
  test.each([
    ['a: 1\n---\nb: 2\n', '{"a":1}'],
    ['just text', '"just text"'],
    ['- 1\n- two\n', '[1,"two"]'],
    ['true: 1\n2: 3\n', '{"2":3,"True":1}'],
    ['a: 1_000\nb: 0x1F\nc: -0o17\nd: 1_000x\n', '{"a":1000,"b":31,"c":-15,"d":"1_000x"}'],
  ])('%j', (yaml, json) => {
    expect(JSON.parse(reported(yaml) ?? '')).toEqual(JSON.parse(json));
  });

  test.each(['', 'a: [1\n', 'a: 1\na: 2\n', '\u0000\u0001', 'a: *nobody\n', '? !!binary\n: x\n- y'])(
    '%j isn’t valid',
    (yaml) => {
      expect(valueOfYaml(yaml)).toBeUndefined();
    },
  );

  test('lines that double each other exceed the limit, however few they are', () => {
    const lines = Array.from({ length: 40 }, (_, at) => `l${at + 1}: &l${at + 1} [*l${at}, *l${at}]`);
    expect(() => valueOfYaml(['l0: &l0 lol', ...lines].join('\n'))).toThrow(EvaluationError);
  });

  test('a value that contains itself is too complex', () => {
    expect(() => valueOfYaml('&a [*a]')).toThrow(EvaluationError);
  });

  test('10,000 levels of nesting aren’t valid', () => {
    expect(valueOfYaml('['.repeat(10_000))).toBeUndefined();
  });
});
