import { describe, expect, test } from 'vitest';
import type { HclBody } from '../../../../src/documents/hcl/hcl-syntax';
import { parseHcl } from '../../../../src/documents/hcl/parse-hcl';
import { evaluatedHcl } from '../../../support/terraform-folder';

/** Returns blocks as `type label label`, with a `?` if they couldn't be read completely. */
function outline({ blocks }: HclBody): readonly string[] {
  return blocks.map(({ type, labels, body }) =>
    [type, ...labels.map(({ text }) => text), ...(body.isBroken ? ['?'] : [])].join(' '),
  );
}

function faultsOf(text: string): readonly string[] {
  return parseHcl(text, 'main.tf').faults.map(({ key }) => key);
}

describe('a syntax error affects only its block', () => {
  const before = 'resource "a" "b" {\n  x = 1\n}\n';
  const after = 'resource "e" "f" {\n  y = 2\n}\n';
  const cases = [
    ['a missing value', 'resource "c" "d" {\n  x =\n  y = 1\n}\n', 'hcl.expectedValue'],
    ['an open string', 'resource "c" "d" {\n  x = "open\n  y = 1\n}\n', 'hcl.unclosedString'],
    ['an open block', 'resource "c" "d" {\n  nested {\n    x = 1\n', 'hcl.unclosedBlock'],
    ['an open bracket', 'resource "c" "d" {\n  x = [1, 2\n  y = foo(1\n}\n', 'hcl.expected'],
    ['an open heredoc', 'resource "c" "d" {\n  x = <<EOT\n  text\n}\n', 'hcl.unclosedHeredoc'],
    ['words without meaning', 'resource "c" "d" {\n  what is this ?\n}\n', 'hcl.expectedBlock'],
    ['an extra brace', 'resource "c" "d" {\n}\n}\n', 'hcl.extraBrace'],
    ['an open template', 'resource "c" "d" {\n  x = "${a"\n}\n', 'hcl.expected'],
  ] as const;
  test.each(cases)('%s', (_, broken, key) => {
    const { body, faults } = parseHcl(before + broken + after, 'main.tf');
    const found = outline(body);
    expect([found[0], found.at(-1)]).toEqual(['resource a b', 'resource e f']);
    expect(found[1]).toMatch(/^resource c d/);
    expect(faults[0]?.key).toBe(key);
    expect(faults[0]?.place.start).toBeGreaterThanOrEqual(before.length);
    expect(faults[0]?.place.end).toBeLessThanOrEqual(before.length + broken.length + 1);
  });

  test('an unreadable argument is broken, and the others are read', () => {
    const { body } = parseHcl('a = 1\nb = )\nc = 3\n', 'x.tfvars');
    expect(body.attributes.map(({ name, value }) => [name, value.is])).toEqual([
      ['a', 'literal'],
      ['b', 'broken'],
      ['c', 'literal'],
    ]);
  });
});

describe('source ranges', () => {
  test('are exact for blocks, labels, arguments, and values', () => {
    const text = 'resource "t" "r" { # comment\n  a = [ 1, "x${b.c}" ]\n}\n';
    const [block] = parseHcl(text, 'main.tf').body.blocks;
    const part = (place?: { readonly start: number; readonly end: number }) =>
      place && text.slice(place.start, place.end);
    const [argument] = block?.body.attributes ?? [];
    expect(part(block?.place)).toBe(text.trimEnd());
    expect(block?.labels.map(({ place }) => part(place))).toEqual(['"t"', '"r"']);
    expect(part(argument?.place)).toBe('a = [ 1, "x${b.c}" ]');
    const items = argument?.value.is === 'tuple' ? argument.value.items : [];
    expect(items.map(({ place }) => part(place))).toEqual(['1', '"x${b.c}"']);
    const parts = items[1]?.is === 'template' ? items[1].parts : [];
    expect(parts.map(({ place }) => part(place))).toEqual(['x', '${b.c}']);
  });

  test('are kept for directives in each comment style', () => {
    const text = '# aml-secure-compute: a\n// aml-secure-compute: b\n/* aml-secure-compute: c */\n# other\n';
    expect(parseHcl(text, 'main.tf').directives.map((one) => one.text)).toEqual(['a', 'b', 'c']);
  });
});

test('excessive nesting or size is a fault, and doesn’t crash', () => {
  expect(faultsOf(`a = ${'['.repeat(100_000)}`)).toContain('documents.fault.tooDeep');
  expect(faultsOf(`a = ${'-'.repeat(100_000)}1`)).toContain('documents.fault.tooDeep');
  expect(faultsOf('b {\n'.repeat(50_000))).toContain('documents.fault.tooDeep');
  expect(faultsOf(' '.repeat(2_000_001))).toEqual(['hcl.tooLong']);
});

/** Templates with the result of HashiCorp's evaluator. */
test.each([
  ['"x${1} ${true} z"', 'x1 true z'],
  ['"$${not} %%{not} \\\\ \\" \\u00e9"', '${not} %{not} \\ " é'],
  ['"%{ for x in ["a", "b"] ~}  ${x},  %{~ endfor }"', 'a,b,'],
  ['<<-EOT\n    a\n      b\n\n    ${"c"} d\n  EOT', 'a\n  b\n\nc d\n'],
  [
    '<<-EOT\n    %{ for i, x in ["a", "b"] ~}\n    ${i}=${x}\n    %{ endfor ~}\n    done\n    EOT',
    '    0=a\n    1=b\n    done\n',
  ],
  ['"${[1]}"', [1]],
])('%s', (template, text) => {
  expect(evaluatedHcl(template)).toEqual(text);
});
