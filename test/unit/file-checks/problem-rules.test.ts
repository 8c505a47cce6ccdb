import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { matchesPattern, staysInside } from '../../../src/file-checks/path-patterns';
import { applyRules, type IgnoreRule, type ProblemRules } from '../../../src/file-checks/problem-rules';
import { isUnknownContent } from '../../../src/file-checks/problem';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { analyzed } from './analyzed';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const { check } = await analyzed({ 'infra/network.bicep': network });
const all = problemsOf(check);
const of = (ids: RegExp): number => all.filter(({ id }) => ids.test(id)).length;

const ruled = (rules: Partial<ProblemRules>) =>
  applyRules(check, all, { severity: {}, ignore: [], folder: '/', base: '/', today: '2027-01-31', ...rules });
const ignoring = (rule: Partial<IgnoreRule>, rules: Partial<ProblemRules> = {}) =>
  ruled({ ...rules, ignore: [{ reason: 'x', expires: '2027-01-31', ...rule }] }).ignored.length;

test.each<[string, Partial<IgnoreRule>, number]>([
  ['an ID', { id: 'outbound-aml-udp-5831' }, of(/^outbound-aml-udp-5831$/)],
  ['a path', { path: 'infra/**' }, all.length],
  ['a folder', { path: 'infra' }, all.length],
  ['another path', { path: 'other/**' }, 0],
  ['a subnet', { subnet: 'SNET-TRAINING' }, all.length],
  ['a network and subnet', { subnet: 'vnet-ml/snet-training' }, all.length],
  ['another subnet', { subnet: 'vnet-ml/snet' }, 0],
  ['an ID elsewhere', { id: 'outbound-aml-udp-5831', path: 'other' }, 0],
])('an entry with %s ignores what it matches', (_what, rule, n) => {
  expect(ignoring(rule)).toBe(n);
});

test('an entry with a kind of cause ignores all of its flows, and nothing else', () => {
  const { ignored, reported } = ruled({
    ignore: [{ id: 'nsg-rule-blocks', reason: 'x', expires: '2030-01-01' }],
  });
  expect(ignored.length).toBeGreaterThan(2);
  expect(ignored.every(({ what }) => what.is === 'result')).toBe(true);
  expect(reported.length).toBe(all.length - ignored.length);
});

test('an entry applies on its last day, and not on the next one', () => {
  const rule = { id: 'nsg-rule-blocks', reason: 'x', expires: '2027-01-31' };
  expect(ruled({ ignore: [rule], today: '2027-01-31T23:59:59Z' }).expired).toEqual([]);
  const after = ruled({ ignore: [rule], today: '2027-02-01T00:00:00Z' });
  expect([after.ignored, after.reported, after.expired]).toEqual([[], all, [rule]]);
});

test('an expired entry isn’t reported if another one still applies', () => {
  const rule = { id: 'nsg-rule-blocks', reason: 'x' };
  const { expired } = ruled({
    ignore: [
      { ...rule, expires: '2020-01-01' },
      { ...rule, expires: '2030-01-01' },
    ],
  });
  expect(expired).toEqual([]);
});

test('patterns are relative to the folder of the settings, whatever paths are relative to', () => {
  const at = { folder: '/repo/', base: '/repo/sub/' };
  expect(ignoring({ path: 'sub/infra/**' }, at)).toBe(all.length);
  expect(ignoring({ path: 'infra/**' }, at)).toBe(0);
  expect(ignoring({ path: '**' }, { folder: '/elsewhere/', base: '/repo/' })).toBe(0);
});

test('the severity of a check overrides that of its kind of cause', () => {
  const { reported, quiet } = ruled({
    severity: { 'nsg-rule-blocks': 'off', 'outbound-aml-udp-5831': 'info' },
  });
  expect(reported.find(({ id }) => id === 'outbound-aml-udp-5831')?.severity).toBe('info');
  expect(quiet.length).toBeGreaterThan(2);
  expect(reported.length).toBe(all.length - quiet.length);
});

describe('a result that isn’t known', async () => {
  const text = `param last string\n${network.replace("access: 'Deny'", 'access: last')}`;
  const { check: unsure } = await analyzed({ 'infra/network.bicep': text });
  const unknown = problemsOf(unsure).filter(({ what }) => isUnknownContent(what));
  const as = (severity: 'info' | 'error' | 'hint' | 'off') =>
    applyRules(unsure, unknown, {
      severity: Object.fromEntries(unknown.map(({ id }) => [id, severity])),
      ignore: [],
      folder: '/',
      base: '/',
      today: '2027-01-31',
    });

  test('isn’t lowered by a severity', () => {
    expect(unknown.map(({ severity }) => severity)).toContain('warning');
    expect(as('info').reported).toEqual(unknown);
  });

  test('is raised by a severity', () => {
    expect(as('error').reported.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test.each(['hint', 'off'] as const)('is hidden by %s', (severity) => {
    expect(as(severity).quiet.length).toBe(unknown.length);
  });
});

test.each([
  ['a/b.bicep', 'a/b.bicep', true],
  ['a/b.bicep', 'a', true],
  ['a/b.bicep', './a/', true],
  ['a/b.bicep', 'b.bicep', false],
  ['a/b.bicep', '**/b.bicep', true],
  ['b.bicep', '**/b.bicep', true],
  ['a/b/c.bicep', 'a/*', false],
  ['a/b/c.bicep', 'a/**', true],
  ['a/b/c.bicep', 'a/**/c.*', true],
  ['a/bc', 'a/b?', true],
  ['a/b', 'a/b?', false],
  ['a/.env', 'a/*', true],
  [`${'a/'.repeat(500)}b`, `${'**/'.repeat(300)}c`, false],
  ['a'.repeat(900), `${'*a'.repeat(400)}b`, false],
])('%.20s and %.20s: %s', (path, pattern, isIt) => {
  expect(matchesPattern(path, pattern)).toBe(isIt);
});

test.each([
  ['a/b', true],
  ['./a/../b', true],
  ['..', false],
  ['a/../../b', false],
  ['/a', false],
  ['C:/a', false],
  ['a\\..\\..\\b', false],
  ['https://host/a', false],
  ['a\0', false],
  ['', false],
])('%j stays inside the folder: %s', (path, isIt) => {
  expect(staysInside(path)).toBe(isIt);
});
