import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/places.mjs';
import { countOf, numbered, readers, mergeResults } from '../../../scripts/test-results.mjs';

const result = (id: string, passed = true) => ({ id, passed, seconds: 1 });

describe('the reports of test runners', () => {
  it('Vitest: a skipped test hasn’t passed, and an error outside of tests is a failure of the file', () => {
    const name = join(root, 'test', 'unit', 'a.test.ts');
    const assertion = (fullName: string, status: string) => ({ fullName, status, duration: 1500 });
    const testResults = [
      {
        name,
        status: 'passed',
        assertionResults: [assertion('adds', 'passed'), assertion('waits', 'pending')],
      },
      { name, status: 'failed', message: 'No such module\n  at …', assertionResults: [] },
    ];
    expect(readers.vitest('unit', { testResults })).toEqual([
      { id: 'unit › test/unit/a.test.ts › adds', passed: true, seconds: 1.5 },
      { id: 'unit › test/unit/a.test.ts › waits', passed: false, seconds: 1.5 },
      { id: 'unit › test/unit/a.test.ts › No such module', passed: false, seconds: 0 },
    ]);
  });

  it('Playwright: a retried test hasn’t passed', () => {
    const spec = (title: string, ...statuses: string[]) => ({
      ...{ title, file: 'a.spec.ts' },
      tests: statuses.map((status) => ({ status, results: [{ duration: 2000 }] })),
    });
    const suites = [
      {
        ...{ title: 'a.spec.ts', file: 'a.spec.ts', specs: [spec('opens', 'expected')] },
        suites: [
          { title: 'in French', file: 'a.spec.ts', specs: [spec('opens', 'flaky'), spec('ends', 'skipped')] },
        ],
      },
    ];
    const rootDir = join(root, 'test', 'e2e');
    expect(readers.playwright('journeys', { config: { rootDir }, suites })).toEqual([
      { id: 'journeys › test/e2e/a.spec.ts › opens', passed: true, seconds: 2 },
      { id: 'journeys › test/e2e/a.spec.ts › in French opens', passed: false, seconds: 2 },
      { id: 'journeys › test/e2e/a.spec.ts › in French ends', passed: false, seconds: 2 },
    ]);
  });
});

describe('several runs', () => {
  it('count each test once, as passed if it passed in each of them', () => {
    const all = mergeResults([
      [result('lint'), result('a'), result('b')],
      [result('a'), result('b', false), result('c')],
    ]);
    expect(all.map(({ id, passed }) => `${id} ${passed}`)).toEqual([
      'lint true',
      'a true',
      'b false',
      'c true',
    ]);
    expect(countOf(all)).toEqual({ passed: 3, failed: 1 });
    expect(countOf(mergeResults([[result('a', false)], [result('a')]]))).toEqual({ passed: 0, failed: 1 });
  });

  it('two tests of one name in one run count as two', () => {
    expect(numbered([result('a'), result('a'), result('b')]).map(({ id }) => id)).toEqual([
      'a',
      'a (2)',
      'b',
    ]);
  });
});
