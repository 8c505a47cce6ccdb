import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { analyzeFile } from '../../../src/file-checks/analyze-file';
import { testAnalysisOptions } from '../analysis-options';
import type { Project } from './project';

/** Loads the Bicep file as a project, with all existing files that it refers to. */
export async function loadProject(folder: string, name: string): Promise<Project> {
  const files: Record<string, string> = {};
  await analyzeFile(
    name,
    {
      isInside: () => true,
      read(file) {
        const found = file.startsWith('..') ? [] : textsAt(folder, file);
        for (const [name, text] of found) files[name] = text;
        const names = found.map(([name]) => name.slice(file.length));
        return Promise.resolve(file.endsWith('/') && found.length > 0 ? names.join('\n') : files[file]);
      },
    },
    { ...testAnalysisOptions, isChecked: false },
  );
  const configuration = join(dirname(name), 'bicepconfig.json');
  return {
    roots: [name],
    files: existsSync(join(folder, configuration))
      ? { ...files, [configuration]: readFileSync(join(folder, configuration), 'utf8') }
      : files,
  };
}

/**
 * Returns a file with its text, or for a name that ends with `/`, the files directly in that folder; empty if it
 * doesn't exist.
 */
function textsAt(folder: string, name: string): readonly (readonly [name: string, text: string])[] {
  const path = join(folder, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!name.endsWith('/')) return found?.isFile() === true ? [[name, readFileSync(path, 'utf8')]] : [];
  if (found?.isDirectory() !== true) return [];
  const inside = readdirSync(path, { withFileTypes: true }).filter((one) => one.isFile());
  return inside.map((one) => [`${name}${one.name}`, readFileSync(join(path, one.name), 'utf8')]);
}

/** Returns every Bicep file of the fixtures. */
export async function fixtureProjects(): Promise<readonly Project[]> {
  const folder = 'test/fixtures';
  const names = globSync('**/*.bicep', { cwd: folder })
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const written = globSync('fixed/**/*.bicep.txt', { cwd: folder }).sort();
  return [
    ...(await Promise.all(names.map((name) => loadProject(folder, name)))),
    ...written.map((name) => ({
      roots: ['main.bicep'],
      files: { 'main.bicep': readFileSync(join(folder, name), 'utf8') },
    })),
  ];
}
