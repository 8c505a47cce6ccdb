import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { locateOutsideFiles, outsideFiles } from '../../../scripts/outside-files.mjs';
import { root } from '../../../scripts/places.mjs';

const variables = Object.values(outsideFiles).map(({ variable }) => variable);
const nothingSet = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !variables.includes(name)),
);

it.each([
  ['corpus', 'corpus'],
  ['conformance', 'specs'],
] as const)('npm run %s without its files reports what is missing, and exits with 2', (script, files) => {
  const program = join(root, 'scripts', `${script}.mjs`);
  const { status, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8', env: nothingSet });
  const { option, variable, what, from } = outsideFiles[files];
  expect(status).toBe(2);
  for (const part of ['is missing.', what, from, option, variable]) expect(stderr).toContain(part);
});

it('a given path that doesn’t exist is a separate problem', () => {
  expect(locateOutsideFiles(outsideFiles.corpus, 'nowhere')).toEqual({
    problem: expect.stringContaining(`${join(root, 'nowhere')} doesn't exist.`) as string,
  });
  expect(locateOutsideFiles(outsideFiles.corpus, 'test')).toEqual({ path: join(root, 'test') });
});

it('no script refers to a folder next to the repository', () => {
  const scripts = globSync(['*.mjs', 'scripts/**/*.mjs', 'test/{bench,corpus,conformance,fuzz}/**/*.ts'], {
    cwd: root,
  });
  expect(scripts.length).toBeGreaterThan(50);
  const outside = scripts.filter((file) => readFileSync(join(root, file), 'utf8').includes("'../shared/"));
  expect(outside).toEqual([]);
});
