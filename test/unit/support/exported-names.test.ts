import { describe, expect, it, test } from 'vitest';
import { exportedNames, repeatedNames } from '../../../scripts/exported-names.mjs';

describe('names that a module exports', () => {
  it.each([
    ['export function checkSubnet() {}', ['checkSubnet']],
    ['export async function* pages() {}', ['pages']],
    ['export const limit = 5;', ['limit']],
    ['export interface Rule {}\nexport type RuleId = string;', ['Rule', 'RuleId']],
    ['export abstract class Fields {}', ['Fields']],
    ['const a = 1;\nexport { a, type B };', ['a', 'B']],
    ['/** @typedef {{ readonly n: number }} Point */', ['Point']],
    ['/**\n * @typedef {object} Step\n * @property {string} name\n */', ['Step']],
  ])('%s', (text, names) => {
    expect([...exportedNames(['scripts/a.mjs', text])].sort()).toEqual([...names].sort());
  });

  it.each([
    ['re-exported from another module', "export { a } from './a';\nexport * from './b';"],
    ['imported and re-exported', "import { a, type B } from './a';\nexport type { B };\nexport { a };"],
    ['an alias of an imported type', "/** @typedef {import('./steps.mjs').Step} Step */"],
    ['not exported', 'function own() {}\nconst text = `\n  export const inText = 1;`;'],
  ])('none: %s', (_, text) => {
    expect([...exportedNames(['scripts/a.mjs', text])]).toEqual([]);
  });
});

test('a name in two files is reported with both, even if one is a type', () => {
  const files = [
    ['src/core/a.ts', 'export interface Place {}'],
    ['test/support/b.ts', 'export const Place = 1;\nexport const other = 2;'],
  ] as const;
  expect([...repeatedNames(files)]).toEqual([['Place', ['src/core/a.ts', 'test/support/b.ts']]]);
});

test('the same catalog in two languages has one name, and no other file can have it', () => {
  const en = ['src/messages/en/reach.ts', 'export const reachMessages = {};'] as const;
  const fr = ['src/messages/fr/reach.ts', 'export const reachMessages = {};'] as const;
  const other = ['src/messages/fr/trace.ts', 'export const reachMessages = {};'] as const;
  expect([...repeatedNames([en, fr])]).toEqual([]);
  expect([...repeatedNames([en, fr, other]).keys()]).toEqual(['reachMessages']);
});

test('each bench file exports `benches`, and no other file does', () => {
  const bench = (name: string) => [`test/bench/${name}.bench.ts`, 'export const benches = [];'] as const;
  expect([...repeatedNames([bench('a'), bench('b')])]).toEqual([]);
});
