import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withEdits } from '../../../src/documents/edits/text-edit';
import type { TestedEdits } from '../../../src/file-checks/edits/fix-attempt';
import { attemptFixes, testedEditsOfAll } from '../../../src/file-checks/edits/tested-edits';
import type { FixTestContext } from '../../../src/file-checks/edits/written-fix';
import { isDeployable } from '../../../src/file-checks/analyze-file';
import { isUndecided, type Problem } from '../../../src/file-checks/problem';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { startBicep } from '../../support/bicep';
import { caseCount, someCases } from '../../support/case-count';
import { failuresIn } from '../../support/failures-in';
import { harmsOf } from '../../support/fix-harm';
import { networkAsBicep } from '../../support/network-as-bicep';
import { seeded } from '../../support/random';
import { randomCase } from '../../support/random-network';
import { sharedParts } from '../../support/shared-parts';
import { transformations } from '../../support/transformations';
import { fixtureProjects } from '../../support/transformations/projects';
import type { Project } from '../../support/transformations/project';
import { testFixContext } from './analyzed';

/*
 * A fix does what its title names, and nothing else: no other flow is allowed or blocked in any subnet, and no other
 * resource changes. Nothing is removed or billed without permission, and no comment is lost.
 */

/** Returns every fix that is offered for a problem, and the one for all problems of its subnet. */
async function fixesOf(
  fixTest: FixTestContext,
  problem: Problem,
  problems: readonly Problem[],
): Promise<readonly TestedEdits[]> {
  const attempts = await attemptFixes(fixTest, problem);
  const subject = fixTest.analysis.check.subjects.find(({ subnet }) => subnet.id === problem.subnetId);
  const isFirst = problems.find(({ subnetId }) => subnetId === problem.subnetId) === problem;
  const all =
    subject && isFirst ? await testedEditsOfAll(fixTest, subject, { reported: problems }) : undefined;
  return [...attempts.filter((one) => one.is === 'tested'), ...(all ? [all] : [])];
}

/** The official compiler, if there are many cases: each fix is compiled separately. */
const bicep = caseCount(0, 1) > 0 ? startBicep() : undefined;
const folder = mkdtempSync(join(tmpdir(), 'fixes-'));
afterAll(() => {
  bicep?.stop();
  rmSync(folder, { recursive: true });
});

/** Returns the compiler's diagnostics in the order of the files, or none if a module is from a registry. */
async function compiled(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const names = Object.keys(files).filter((name) => name.endsWith('.bicep'));
  if (!bicep || names.some((name) => /'(?:br|ts)[:/]/.test(files[name] ?? ''))) return [];
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const results = await Promise.all(names.map((name) => bicep.compile(join(folder, name))));
  return results.flatMap(({ diagnostics }) => diagnostics.map((one) => `${one.code} ${one.message}`));
}

/** Returns the compiler's diagnostics after a fix that it didn't report before. */
async function faultsOf(
  files: Readonly<Record<string, string>>,
  before: readonly string[],
  { edits }: TestedEdits,
): Promise<readonly string[]> {
  if (!bicep) return [];
  const own = (name: string) => edits.filter(({ file }) => file === name);
  const fixed = Object.entries(files).map(([name, text]) => [name, withEdits(text, own(name))] as const);
  const after = await compiled(Object.fromEntries(fixed));
  return after.filter((one) => !before.includes(one));
}

interface Tally {
  fixes: number;
}

async function expectNoHarm({ roots: [root = ''], files }: Project, tally: Tally): Promise<void> {
  const { [root]: text = '', ...others } = files;
  if (!isDeployable(root, text)) return;
  const fixTest = await testFixContext({ [root]: text, ...others });
  const problems = problemsOf(fixTest.analysis.check).filter(
    ({ severity, what }) => severity !== 'hint' && !isUndecided(what),
  );
  const reported = problems.length === 0 ? [] : await compiled(files);
  const harms: string[] = [];
  for (const problem of problems) {
    for (const one of await fixesOf(fixTest, problem, problems)) {
      tally.fixes += 1;
      const found = [...(await harmsOf(fixTest, problem, one)), ...(await faultsOf(files, reported, one))];
      harms.push(...found.map((harm) => `${problem.id}: ${harm}`));
    }
  }
  expect(harms.join('\n')).toBe('');
}

type Case = readonly [name: string, project: Project];

const fixtures = await fixtureProjects();
const shared = Object.entries(sharedParts);

const random = seeded(23);
const networks = Array.from({ length: caseCount(3, 15, 40) }, (_, at): Case => {
  const text = networkAsBicep(randomCase(random).model, random);
  return [`network ${at}`, { roots: ['main.bicep'], files: { 'main.bicep': text } }];
});

const nameOf = ({ roots: [root = ''] }: Project): string => root;

/** Shared parts, rewritten in other ways. */
const variants = shared.flatMap(([name, project]) =>
  Object.values(transformations).flatMap((transform) =>
    transform(project)
      .filter((one) => one.project.roots.length === 1)
      .map(({ at, project: other }): Case => [`${name}, ${at}`, other]),
  ),
);

test.each<readonly [string, readonly Case[], least: number]>([
  ['the fixtures', someCases(fixtures, 8, 100).map((one): Case => [nameOf(one), one]), 5],
  ['networks that share parts', someCases(shared, 3), 5],
  ['networks that share parts, rewritten', someCases(variants, 2, 40), 2],
  ['random networks', networks, 1],
])('%s', { timeout: 1_200_000 }, async (_, cases, least) => {
  const tally: Tally = { fixes: 0 };
  expect(await failuresIn(cases, (one) => expectNoHarm(one, tally))).toEqual([]);
  expect(tally.fixes).toBeGreaterThan(least);
});
