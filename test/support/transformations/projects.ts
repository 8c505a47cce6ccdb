import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { examine } from '../../../src/file-checks/examine';
import { judgedAs } from '../judged-as';
import type { Project } from './project';

/** The Bicep file as a project, with all that it names and that is there. */
export async function projectOf(folder: string, name: string): Promise<Project> {
  const files: Record<string, string> = {};
  await examine(
    name,
    {
      isInside: () => true,
      read(file) {
        const path = join(folder, file);
        if (file.startsWith('..') || !statSync(path, { throwIfNoEntry: false })?.isFile()) {
          return Promise.resolve(undefined);
        }
        files[file] = readFileSync(path, 'utf8');
        return Promise.resolve(files[file]);
      },
    },
    { ...judgedAs, isJudged: false },
  );
  const configuration = join(dirname(name), 'bicepconfig.json');
  return {
    roots: [name],
    files: existsSync(join(folder, configuration))
      ? { ...files, [configuration]: readFileSync(join(folder, configuration), 'utf8') }
      : files,
  };
}

/** Every Bicep file of the fixtures; those that tests have written are texts. */
export async function fixtureProjects(): Promise<readonly Project[]> {
  const folder = 'test/fixtures';
  const names = globSync('**/*.bicep', { cwd: folder })
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const written = globSync('fixed/**/*.bicep.txt', { cwd: folder }).sort();
  return [
    ...(await Promise.all(names.map((name) => projectOf(folder, name)))),
    ...written.map((name) => ({
      roots: ['main.bicep'],
      files: { 'main.bicep': readFileSync(join(folder, name), 'utf8') },
    })),
  ];
}
