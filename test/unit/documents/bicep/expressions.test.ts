import { describe, expect, test } from 'vitest';
import { readBicep } from '../../../../src/documents/bicep/read-bicep';
import { written } from '../../../support/written-expression';

/** Returns the parsed value of a variable, with a leading `!` if a part of it couldn't be read. */
function understood(value: string): string {
  const { variables, errors } = readBicep(`var it = ${value}\n`, 'main.bicep');
  return `${errors.length > 0 ? '! ' : ''}${variables.map((one) => written(one.value)).join(' | ')}`;
}

describe('strings', () => {
  test.each([
    [`'plain'`, '"plain"'],
    [`'it\\'s \\\\ \\n\\r\\t \\\${x} \\u{1F600}'`, JSON.stringify("it's \\ \n\r\t ${x} 😀")],
    [`'a\${b}c\${d}'`, '<"a" b "c" d "">'],
    [`'\${a}\${'\${b}-'}'`, '<"" a "" <"" b "-"> "">'],
    [`'cost: $5 {x}'`, '"cost: $5 {x}"'],
    [`'''one 'quoted' \${no} \\n'''`, JSON.stringify("one 'quoted' ${no} \\n")],
    [`'''\nsecond line\n'''`, JSON.stringify('second line\n')],
    [`'''\r\nsecond line\r\n'''`, JSON.stringify('second line\r\n')],
    [`''''quoted''''`, JSON.stringify("'quoted'")],
    [`$'''\nis \${a} {b} \${'x'}'''`, '<"is " a " {b} " "x" "">'],
    [`$$'''$\{a} $$\{b} $$$\{c}'''`, '<"${a} " b " $" c "">'],
  ])('%s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  test.each([
    `'no end`,
    `'bad \\q'`,
    `'\${a`,
    `'\\u{110000}'`,
    `'''no end`,
    `'\\u{zz}'`,
    "'${length([1])}'",
    "'${{}}'",
  ])('a fault is found in %s', (text) => {
    expect(understood(text)).toMatch(/^! /);
  });
});

describe('operators', () => {
  test.each([
    ['1 + 2 * 3 - 4', '((1 + (2 * 3)) - 4)'],
    ['a || b && c ?? d', '((a || (b && c)) ?? d)'],
    ['a == b < c', '(a == (b < c))'],
    ['!a.b && -c[0] > 1', '((!a.b) && ((-c[0]) > 1))'],
    ["a =~ 'X' ? b !~ c ? 1 : 2 : 3", '((a =~ "X") ? ((b !~ c) ? 1 : 2) : 3)'],
    ['a\n  ? b\n  : c', '(a ? b : c)'],
    ['(1 + 2) % 3', '((1 + 2) % 3)'],
    // After a safe access, the compiler compiles the remaining accesses as safe ones.
    ['a.?b.c[?0][^1][?^2]!', 'a.?b.?c[?0][?^1][?^2]!'],
    ['a::b.name', 'a::b.name'],
    ['9223372036854775807', '9223372036854776000'],
    ['-9223372036854775808', '(-9223372036854776000)'],
  ])('%s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  test.each(['!!a', '- -1', '+1', 'a +', 'a ? b', 'a?.b', '(\n1\n)', '()', 'a[]', '18446744073709551615'])(
    'a fault is found in %s',
    (text) => {
      expect(understood(text)).toMatch(/^! /);
    },
  );
});

describe('lists', () => {
  test.each([
    ['[1, 2\n  3]', '[1, 2, 3]'],
    ['[\n  ...a\n  // comment\n  2 /* two */\n]', '[...a, 2]'],
    ['[1,]', '[1]'],
    ["{ a: 1, 'b c': 2, '${d}': 3, for: 4, ...e }", '{"a": 1, "b c": 2, <"" d "">: 3, "for": 4, ...e}'],
    ['[for x in y: x]', '[for x in y: x]'],
    ['[\n  for (x, i) in range(0, 3): {\n    n: i\n  }\n]', '[for x, i in range(0, 3): {"n": i}]'],
    ['[\n\n]', '[]'],
  ])('%s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  test.each([
    '[1,\n2]',
    '{ a: 1,\n b: 2 }',
    '[1 2]',
    '{ a b }',
    '{ true: 1 }',
    '[for x in y x]',
    '[for in y: x]',
  ])('a fault is found in %s', (text) => {
    expect(understood(text)).toMatch(/^! /);
  });
});

describe('calls', () => {
  test.each([
    ["sys.concat('a', b.c())", 'sys.concat("a", b.c())'],
    ['map(a, x => x.y)', 'map(a, (x => x.y))'],
    ['reduce(a, 0, (sum, x) =>\n  sum + x)', 'reduce(a, 0, (sum, x => (sum + x)))'],
    ['f(\n  1,\n  2\n)', 'f(1, 2)'],
    ['f()', 'f()'],
    ['map(a, (x, i,) => x)', 'map(a, (x, i => x))'],
  ])('%s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  test.each(['f(1\n2)', 'f(1,)', 'f(1', 'a.?b()'])('a fault is found in %s', (text) => {
    expect(understood(text)).toMatch(/^! /);
  });
});

test('an unreadable part of an object could be any member, and the others are read', () => {
  expect(understood('{\n  a: 1\n  b c d\n  e\n  f: 2\n}')).toBe('! {"a": 1, "b": #, "e": #, "f": 2}');
  expect(understood('{\n  a: 1\n  = 3\n  f: 2\n}')).toBe('! {"a": 1, ...#, "f": 2}');
  expect(understood('[\n  1\n  )\n  2\n]')).toBe('! [1, ...#, ...#, 2]');
});

test('the range of a value is its text, without the parentheses around it', () => {
  const text = "var it = ('a')\n";
  const [it] = readBicep(text, 'main.bicep').variables;
  const { start, end } = it!.value.place;
  expect(text.slice(start, end)).toBe("'a'");
});
