import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A Bicep file of our own; together they hold the whole language. */
export interface BicepFixture {
  /** `text/comments.bicep`. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Where the official compiler's answer is checked in. */
  readonly compiledPath: string;
}

/** Where they are, below the project's folder, in which every test and script runs. */
export const fixtureFolder = join('test', 'fixtures', 'documents', 'bicep');

/** Every fixture, parameter files among them. */
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
