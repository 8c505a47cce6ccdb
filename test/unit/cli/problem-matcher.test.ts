import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ran } from './ran';

/* Editors and GitHub find problems in the text of `check` with one expression. */

interface Pattern {
  readonly regexp: string;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
}

const { contributes } = readJson('package.json') as {
  contributes: { problemMatchers: readonly [{ pattern: Pattern }] };
};
const { problemMatcher } = readJson('scripts/pipelines/problem-matcher.json') as {
  problemMatcher: readonly [{ pattern: readonly [Pattern] }];
};
const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');

test.each([
  ['en', 'error|warning|unknown|info'],
  // VS Code and GitHub don't know these words, so they show the matcher's own severity.
  ['fr', 'erreur|avertissement|inconnu|info'],
])('each row is a problem with its place, severity, message, and ID: %s', async (language, words) => {
  const { out } = await ran('check infra/network.bicep', { 'infra/network.bicep': network }, { language });
  const pattern = new RegExp(contributes.problemMatchers[0].pattern.regexp);
  const rows = out.split('\n').filter((line) => /^ +\S+:\d+:\d+/.test(line));
  expect(rows.length).toBeGreaterThan(1);
  const found = rows.map((line) => pattern.exec(line)?.slice(1) ?? [line]);
  for (const [file, line, column, severity, message, id] of found) {
    expect(file).toBe('infra/network.bicep');
    expect(`${line}:${column} ${severity} ${id}`).toMatch(
      new RegExp(`^\\d+:\\d+ (?:${words}) [a-z][a-z0-9-]+$`),
    );
    expect(message?.length).toBeGreaterThan(10);
  }
});

test('a row of a Terraform plan has an address after its place', () => {
  const row =
    '  plan.json:1:4720 azurerm_route_table.train  unknown  12 flows depend on appliance 10.0.1.4  appliance-decides';
  const [, file, , , severity, message, id] =
    new RegExp(contributes.problemMatchers[0].pattern.regexp).exec(row) ?? [];
  expect([file, severity, message, id]).toEqual([
    'plan.json',
    'unknown',
    '12 flows depend on appliance 10.0.1.4',
    'appliance-decides',
  ]);
});

test('GitHub’s problem matcher has the same expression', () => {
  expect(problemMatcher[0].pattern[0]).toEqual(contributes.problemMatchers[0].pattern);
});
