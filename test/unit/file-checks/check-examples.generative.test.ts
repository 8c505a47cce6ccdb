import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { examples } from '../../../scripts/checks/examples.mjs';
import { isUndecided } from '../../../src/file-checks/problem';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { startBicep } from '../../support/bicep';
import { someCases } from '../../support/case-count';
import { failuresIn } from '../../support/failures-in';
import { analyzed } from './analyzed';
import { comparable } from './comparable';

const bicep = startBicep();
afterAll(() => bicep?.stop());

const all = Object.keys(examples).flatMap((id) => [`${id}.fails`, `${id}.passes`]);
const casesOf = (few: number) => someCases(all, few).map((name) => [name, name] as const);
const pathOf = (file: string): string => join('test', 'fixtures', 'checks', file);

/** The official compiler, if available, accepts each example without a warning. */
test('the Bicep compiler accepts the examples', { timeout: 600_000 }, async () => {
  const names = casesOf(4);
  expect(names.length).toBeGreaterThan(3);
  const failures = await failuresIn(names, async (name) => {
    if (!bicep) return;
    const { success, diagnostics } = await bicep.compile(resolve(pathOf(`${name}.bicep`)));
    expect({ success, diagnostics }).toEqual({ success: true, diagnostics: [] });
  });
  expect(failures).toEqual([]);
});

/**
 * Returns all reported problems, and the results, findings, and causes. The resource group of a Bicep file doesn't have
 * a name.
 */
async function reported(files: Readonly<Record<string, string>>): Promise<unknown> {
  const { check, faults } = await analyzed(files);
  const problems = problemsOf(check).map(
    ({ id, severity, what }) => `${severity} ${id}${isUndecided(what) ? ' unknown' : ''}`,
  );
  const subjects = JSON.stringify(await comparable(files)).replaceAll('‹resourcegroup().name›', 'rg-ml');
  return { faults, problems: problems.toSorted(), subjects: JSON.parse(subjects) as unknown };
}

test('Terraform examples have the same results as Bicep examples', { timeout: 600_000 }, async () => {
  const failures = await failuresIn(casesOf(12), async (name) => {
    const textOf = (ending: string): string => readFileSync(pathOf(`${name}.${ending}`), 'utf8');
    const terraform = await reported({ 'main.tf': textOf('tf'), './': 'main.tf' });
    expect(terraform).toEqual(await reported({ 'main.bicep': textOf('bicep') }));
  });
  expect(failures).toEqual([]);
});
