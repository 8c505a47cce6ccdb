import { globSync } from 'node:fs';

/** A test template, with the output of the compiler and of Azure's deployment code. */
export interface DeploymentFixture {
  readonly name: string;
  readonly path: string;
  /** For an ARM template, the template itself. */
  readonly compiledPath: string;
  readonly snapshotPath: string;
}

const folder = 'test/fixtures/documents';

/** Returns every Bicep file and ARM template of the fixtures. */
export function deploymentFixtures(): DeploymentFixture[] {
  return globSync(['bicep/**/*.bicep', 'arm/*.json'], { cwd: folder })
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => ({
      name,
      path: `${folder}/${name}`,
      compiledPath: `${folder}/${name.replace(/\.bicep$/, '.json')}`,
      snapshotPath: `${folder}/snapshots/${name.replace(/\.bicep$/, '')}.json`.replace('.json.json', '.json'),
    }));
}
