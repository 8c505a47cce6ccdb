import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { predictedResources } from '../../../../src/cli/resolve/predicted-resources';
import { readArmParameterFile } from '../../../../src/documents/arm/read-parameter-file';
import { evaluateDeployment } from '../../../../src/documents/evaluate/evaluate-deployment';
import { resolvePath } from '../../../../src/documents/source/resolve-path';
import type { SourceFiles } from '../../../../src/documents/source/source-files';
import { templateReader } from '../../../../src/file-checks/template-reader';
import { startBicep } from '../../../support/bicep';
import { oracle } from '../../../support/deployments';
import { deploymentFixtures, type DeploymentFixture } from '../../../support/deployment-fixtures';
import { differences, takeSnapshot, type Members, type Snapshot } from '../../../support/snapshots';

/**
 * What Azure's own deployment code makes of each fixture is checked in beside the others. With the compiler at hand it is
 * made again and compared; `node scripts/bootstrap.mjs scripts/compile-fixtures.mjs` writes it.
 */
const bicep = startBicep();
afterAll(() => bicep?.stop());

const fixtures = deploymentFixtures();

const disk: SourceFiles = {
  read(path, from) {
    const file = resolvePath(path, from);
    if (!existsSync(file)) return { is: 'missing', file };
    return { is: 'text', text: readFileSync(file, 'utf8'), file };
  },
};

function ours(path: string, { parameters }: Snapshot): readonly Members[] {
  const reader = templateReader();
  const template = reader.read(path, readFileSync(path, 'utf8'));
  const given = Object.entries(parameters).map(([name, value]) => [name, { value }]);
  const { resources } = evaluateDeployment(template, {
    parameters: readArmParameterFile('given.json', JSON.stringify({ parameters: Object.fromEntries(given) })),
    files: disk,
    parse: reader.read,
    deployment: template.scope === 'resourceGroup' ? oracle : { ...oracle, resourceGroup: undefined },
  });
  return predictedResources(resources, ({ key }) => key) as readonly Members[];
}

function compiledOf({ compiledPath }: DeploymentFixture): Members {
  return JSON.parse(readFileSync(compiledPath, 'utf8')) as Members;
}

if (bicep) {
  test.each(fixtures)('$name: the snapshot is the one that is checked in', async (fixture) => {
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

test('there are at least 60 of them', () => {
  expect(taken.length).toBeGreaterThanOrEqual(60);
});

test.each(taken)('$name is evaluated as Azure does it', ({ path, snapshot }) => {
  expect(differences(snapshot.resources, ours(path, snapshot))).toEqual([]);
});

test.each(taken.filter(({ path, compiledPath }) => path !== compiledPath))(
  '$name: its compiled template comes to the same',
  ({ compiledPath, snapshot }) => {
    expect(differences(snapshot.resources, ours(compiledPath, snapshot))).toEqual([]);
  },
);
