import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examples } from '../../../scripts/checks/examples.mjs';
import type { Profile } from '../../../src/core/plan';
import { analyzeFile } from '../../../src/file-checks/analyze-file';
import { isUndecided } from '../../../src/file-checks/problem';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { testAnalysisOptions } from '../../support/analysis-options';
import { testFileSystem } from './analyzed';

/** Returns the IDs that a file of an example reports, with a separate list for unknown results. */
async function reportedBy(id: string, which: 'fails' | 'passes') {
  const text = readFileSync(join('test', 'fixtures', 'checks', `${id}.${which}.bicep`), 'utf8');
  const profile: Profile = examples[id]?.profile ?? 'current';
  const options = { ...testAnalysisOptions, overrides: { ...testAnalysisOptions.overrides, profile } };
  const found = await analyzeFile('main.bicep', testFileSystem({ 'main.bicep': text }), options);
  if (!found) throw new Error(`${id} was not read`);
  const problems = problemsOf(found.check);
  return {
    faults: found.faults,
    ids: new Set(problems.flatMap(({ id, what }) => (isUndecided(what) ? [] : [id]))),
    unknown: new Set(problems.flatMap(({ id, what }) => (isUndecided(what) ? [id] : []))),
  };
}

test('each example fails and passes as its page shows', async () => {
  const ids = Object.keys(examples);
  expect(ids.length).toBeGreaterThanOrEqual(95);
  for (const id of ids) {
    const fails = await reportedBy(id, 'fails');
    expect(fails.faults, id).toEqual([]);
    expect(fails.ids.has(id), `${id} is reported`).toBe(true);
    const passes = await reportedBy(id, 'passes');
    expect(passes.faults, id).toEqual([]);
    expect(passes.ids.has(id) || passes.unknown.has(id), `${id} isn’t reported`).toBe(false);
  }
});
