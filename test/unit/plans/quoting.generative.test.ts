import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { parseHclExpression } from '../../../src/documents/hcl/parse-hcl';
import { commentLines } from '../../../src/plans/code/comment-lines';
import { pythonString } from '../../../src/plans/code/scripts/python-text';
import { shellWord } from '../../../src/plans/code/scripts/shell-text';
import { yamlString } from '../../../src/plans/code/scripts/yaml-text';
import { hclString } from '../../../src/plans/code/terraform/hcl-text';
import { caseCount } from '../../support/case-count';

/** Characters with a meaning in Terraform, YAML, Python, or a shell. */
const signs = [
  ...[
    '"',
    "'",
    '\\',
    '$',
    '${',
    '$${',
    '%{',
    '%%{',
    '$(rm -rf /)',
    '`',
    '{{ a }}',
    '#',
    ': ',
    '- ',
    '&a',
    '*a',
  ],
  ...[
    '!',
    '|',
    '>',
    '@',
    '@file',
    '~',
    'no',
    'null',
    '0x1',
    '\n',
    '\r\n',
    '\t',
    '\u2028',
    '\u202e',
    '\u{e0001}',
  ],
  ...['😀', ' ', 'a', '}', '"""', 'YAML', 'BODY', "'''"],
];
const hostile = fc.string({
  unit: fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
  maxLength: 10,
});
const texts = fc.sample(hostile, { numRuns: caseCount(300, 5000), seed: 117 });

it('Terraform reads a text unchanged, even if it starts a template sequence', () => {
  for (const text of texts) {
    const found = parseHclExpression(hclString(text), 'main.tf');
    expect(found, text).toMatchObject({ is: 'literal', value: text });
  }
});

it('YAML reads a text unchanged, and never as another type', () => {
  for (const text of texts) expect(load(`key: ${yamlString(text)}\n`), text).toEqual({ key: text });
});

/** Returns the JSON that a program prints. Undefined if this computer doesn't have it. */
function printed(program: string, words: readonly string[], input: string): string | undefined {
  const { error, stdout } = spawnSync(program, words, { input, encoding: 'utf8' });
  return error ? undefined : stdout;
}

it('Python reads a text unchanged, if this computer has Python', () => {
  const read =
    'import ast, json, sys\nprint(json.dumps([ast.literal_eval(one) for one in json.load(sys.stdin)]))';
  const found = printed('python3', ['-c', read], JSON.stringify(texts.map(pythonString)));
  expect([JSON.stringify(texts), undefined]).toContain(found && JSON.stringify(JSON.parse(found)));
});

it('Bash reads a text as one word, if this computer has Bash', () => {
  const found = printed('bash', [], texts.map((text) => `printf '%s\\0' ${shellWord(text)}\n`).join(''));
  expect([`${texts.join('\0')}\0`, undefined]).toContain(found);
});

it('a comment stays on its line', () => {
  for (const text of texts) {
    for (const line of commentLines([text], '#')) expect(line).toMatch(/^# [^\n\r\u2028]*$/);
  }
});
