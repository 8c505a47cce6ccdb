import { existsSync, globSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './places.mjs';

/**
 * Deletes what the compiler keeps between runs where a text has changed since. TypeScript 7.0 checks a file that imports
 * JSON again after the first change of the JSON only.
 */
export function dropOutdatedTypes() {
  const folder = join(cache, 'tsc');
  const changed = Math.max(
    ...globSync('src/**/*.json', { cwd: root }).map((file) => timeOf(join(root, file))),
  );
  const kept = existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];
  for (const file of kept) if (timeOf(file) < changed) rmSync(file);
}

/** @param {string} file */
const timeOf = (file) => statSync(file).mtimeMs;
