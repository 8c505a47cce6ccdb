import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './places.mjs';

/**
 * Deletes what the compiler keeps between runs where a text has changed since. TypeScript 7.0 checks a file that imports
 * JSON again after the first change of the JSON only.
 */
export function dropOutdatedTypes() {
  const folder = join(cache, 'tsc');
  const sources = join(root, 'src');
  // The Node that starts this script may be 18, where `globSync` is missing.
  const texts = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  const changed = Math.max(...texts.map((file) => timeOf(join(sources, file))));
  const kept = existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];
  for (const file of kept) if (timeOf(file) < changed) rmSync(file);
}

/** @param {string} file */
const timeOf = (file) => statSync(file).mtimeMs;
