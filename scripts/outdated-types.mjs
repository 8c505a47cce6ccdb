import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './places.mjs';

/**
 * Deletes the compiler's cache if a text has changed since. After a change of an imported JSON file, TypeScript 7.0
 * checks the importing file again only for the first change.
 */
export function dropOutdatedTypes() {
  const folder = join(cache, 'tsc');
  const sources = join(root, 'src');
  // The Node that starts this script may be 18, which doesn't have `globSync`.
  const texts = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  const changed = Math.max(...texts.map((file) => timeOf(join(sources, file))));
  const kept = existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];
  for (const file of kept) if (timeOf(file) < changed) rmSync(file);
}

/** @param {string} file */
const timeOf = (file) => statSync(file).mtimeMs;
