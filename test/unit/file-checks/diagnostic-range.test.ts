import { describe, expect, test } from 'vitest';
import { positionsIn, diagnosticRange } from '../../../src/file-checks/diagnostic-range';

const shown = (text: string, part: string): string => {
  const start = text.indexOf(part);
  const range = diagnosticRange(text, { file: 'f', start, end: start + part.length });
  return text.slice(range.start, range.end);
};

describe('range of a diagnostic', () => {
  test('covers a whole value on one line', () => {
    expect(shown("name: 'nsg'\n", "'nsg'")).toBe("'nsg'");
  });

  test('covers the name of a list of several lines, in Bicep, in JSON, and of a variable', () => {
    expect(shown('  securityRules: [\n    a\n  ]\n', '[\n    a\n  ]')).toBe('securityRules');
    expect(shown('  "securityRules": [\n    1\n  ]\n', '[\n    1\n  ]')).toBe('securityRules');
    expect(shown('  securityRules: []\n', '[]')).toBe('securityRules');
    expect(shown('var rules = [\n  a\n]\n', '[\n  a\n]')).toBe('rules');
    expect(shown("  'a b' : [\n    a\n  ]\n", '[\n    a\n  ]')).toBe('a b');
    expect(shown('  "a" "b": [\n    1\n  ]\n', '[\n    1\n  ]')).toBe('b');
    expect(shown('  ": [\n    1\n  ]\n', '[\n    1\n  ]')).toBe('[');
  });

  test('covers the first line of anything else', () => {
    expect(shown('[\n  {\n    a: 1\n  }\n]', '{\n    a: 1\n  }')).toBe('{');
    expect(shown("resource a 'b' = {\n  c: 1\n}", "resource a 'b' = {\n  c: 1\n}")).toBe(
      "resource a 'b' = {",
    );
  });
});

test('offsets are converted to lines and columns', () => {
  const at = positionsIn('ab\ncd\n\nxyz');
  expect([0, 2, 3, 5, 6, 7, 10].map(at)).toEqual([
    { line: 0, column: 0 },
    { line: 0, column: 2 },
    { line: 1, column: 0 },
    { line: 1, column: 2 },
    { line: 2, column: 0 },
    { line: 3, column: 0 },
    { line: 3, column: 3 },
  ]);
});
