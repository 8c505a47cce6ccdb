import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startBicep } from '../../../support/bicep';
import { deploymentFixtures, type DeploymentFixture } from '../../../support/deployment-fixtures';
import { evaluatedTemplate, printedResources } from '../../../support/evaluated-template';
import { snapshotDifferences, takeSnapshot, type Members, type Snapshot } from '../../../support/snapshots';

/**
 * The result of Azure's own deployment code for each fixture is committed next to the others. If the compiler is
 * available, snapshots are taken again and compared. `node scripts/bootstrap.mjs scripts/compile-fixtures.mjs` writes
 * them.
 */
const bicep = startBicep();
afterAll(() => bicep?.stop());

const fixtures = deploymentFixtures();

function ours(path: string, { parameters }: Snapshot): readonly Members[] {
  return printedResources(evaluatedTemplate(path, parameters));
}

function compiledOf({ compiledPath }: DeploymentFixture): Members {
  return JSON.parse(readFileSync(compiledPath, 'utf8')) as Members;
}

if (bicep) {
  test.each(fixtures)('$name: the snapshot equals the committed one', async (fixture) => {
    const answer = await takeSnapshot(bicep, resolve(fixture.path), compiledOf(fixture));
    await expect(`${JSON.stringify(answer ?? null, null, 2)}\n`).toMatchFileSnapshot(
      resolve(fixture.snapshotPath),
    );
  });
}

const taken = fixtures.flatMap((fixture) => {
  const snapshot = JSON.parse(readFileSync(fixture.snapshotPath, 'utf8')) as Snapshot | null;
  return snapshot === null ? [] : [{ ...fixture, snapshot }];
});

test('there are at least 60 snapshots', () => {
  expect(taken.length).toBeGreaterThanOrEqual(60);
});

test.each(taken)('$name is evaluated as Azure evaluates it', ({ path, snapshot }) => {
  expect(snapshotDifferences(snapshot.resources, ours(path, snapshot))).toEqual([]);
});

test.each(taken.filter(({ path, compiledPath }) => path !== compiledPath))(
  '$name: its compiled template has the same result',
  ({ compiledPath, snapshot }) => {
    expect(snapshotDifferences(snapshot.resources, ours(compiledPath, snapshot))).toEqual([]);
  },
);
