import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A Bicep file of the project's fixtures. Together they cover the whole language. */
export interface BicepFixture {
  /** `text/comments.bicep`. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Path of the official compiler's checked-in output. */
  readonly compiledPath: string;
}

/** Folder of the fixtures, relative to the project's root, in which every test and script runs. */
export const fixtureFolder = join('test', 'fixtures', 'documents', 'bicep');

/** Returns every fixture, including parameter files. */
export function bicepFixtures(): BicepFixture[] {
  return globSync('**/*.{bicep,bicepparam}', { cwd: fixtureFolder })
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => {
      const path = resolve(fixtureFolder, name);
      const compiledPath = path.replace(/\.\w+$/, '.json');
      return { name, path, text: readFileSync(path, 'utf8'), compiledPath };
    });
}
