import { describe, expect, test } from 'vitest';
import { readBicep } from '../../../../src/documents/bicep/read-bicep';

const deep = 10_000;

describe('10,000 levels of nesting', () => {
  test.each([
    ['brackets', `var a = ${'['.repeat(deep)}${']'.repeat(deep)}`],
    ['braces', `var a = ${'{ a: '.repeat(deep)}1${' }'.repeat(deep)}`],
    ['parentheses', `var a = ${'('.repeat(deep)}1${')'.repeat(deep)}`],
    ['calls', `var a = ${'f('.repeat(deep)}1${')'.repeat(deep)}`],
    ['choices', `var a = ${'b ? c : '.repeat(deep)}d`],
    ['lambdas', `var a = ${'b => '.repeat(deep)}d`],
    ['strings', `var a = ${"'${".repeat(deep)}1${"}'".repeat(deep)}`],
    ['loops', `var a = ${'[for b in c: '.repeat(deep)}1${']'.repeat(deep)}`],
    ['a sum', `var a = 1${' + 1'.repeat(deep)}`],
    ['properties', `var a = b${'.c'.repeat(deep)}`],
    ['items', `var a = b${'[0]'.repeat(deep)}`],
    ['types', `param a ${'{ a: '.repeat(deep)}int${' }'.repeat(deep)}`],
    ['lists of types', `param a int${'[]'.repeat(deep)}`],
    ['resources', `resource a 'b@c' = ${"{ resource a 'b' = ".repeat(deep)}{}${' }'.repeat(deep)}`],
  ])('%s: reports a fault, and reads the declarations around it', (_what, text) => {
    const { errors, parameters, outputs } = readBicep(
      `param before string\n${text}\n\noutput after string = before\n`,
      'main.bicep',
    );
    expect(errors.map((one) => one.key)).toContain('bicep.tooDeep');
    expect(parameters.at(0)?.name).toBe('before');
    expect(outputs.map((one) => one.name)).toEqual(['after']);
  });

  test.each(['[', '{', '(', "'${", '@', '{[(', 'f(', "resource a 'b' = {\n", 'func a('])(
    'unclosed %s: returns a result with a fault',
    (opening) => {
      const { errors } = readBicep(`var a = ${opening.repeat(deep)}`, 'main.bicep');
      expect(errors.length).toBeGreaterThan(0);
    },
  );
});

test('realistic nesting isn’t too deep', () => {
  const text = `var a = ${'{ a: [('.repeat(30)}1${')] }'.repeat(30)}\nvar b = ${'c || '.repeat(400)}d\n`;
  expect(readBicep(text, 'main.bicep').errors).toEqual([]);
});

test('a text with too many tokens is read up to the limit, and a fault is reported', () => {
  const { variables, errors } = readBicep(`var a = 1\n${'- '.repeat(900_000)}`, 'main.bicep');
  expect(variables.map((one) => one.name)).toEqual(['a']);
  expect(errors.map((one) => one.key)).toContain('bicep.tooLong');
});

test('binary data has faults, up to a limit', () => {
  const bytes = Array.from({ length: 100_000 }, (_, n) => String.fromCharCode((n * 7919) % 256)).join('');
  const { errors } = readBicep(bytes, 'main.bicep');
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.length).toBeLessThanOrEqual(2000);
});
