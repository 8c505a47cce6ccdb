import { stat } from 'node:fs/promises';
import { minimatch } from 'minimatch';
import { entriesOf } from '../../disk/list-folder';

/** Folders in which nobody keeps what they deploy. */
const skipped = new Set(['node_modules', '.git']);

/**
 * The Bicep and JSON files below a folder, or those that a pattern such as `infra/**\/*.bicep` matches: shells differ in
 * which patterns they expand. In the order of their names, whatever the disk's is. Undefined of what is neither.
 */
export async function listFiles(name: string): Promise<readonly string[] | undefined> {
  const found = await stat(name).catch(() => undefined);
  if (found) return found.isDirectory() ? sorted(await filesBelow(withSlashes(name))) : undefined;
  return isPattern(name) ? sorted(await matching(withSlashes(name))) : undefined;
}

/** True where a name has what only patterns have. */
export function isPattern(name: string): boolean {
  return /[*?[\]{}]/.test(name);
}

function withSlashes(name: string): string {
  return process.platform === 'win32' ? name.replaceAll('\\', '/') : name;
}

async function matching(pattern: string): Promise<readonly string[]> {
  const parts = pattern.replace(/^(?:\.\/)+/, '').split('/');
  const firstWild = parts.findIndex(isPattern);
  const fixed = parts.slice(0, firstWild).join('/');
  const folder = fixed === '' ? (pattern.startsWith('/') ? '/' : '.') : fixed;
  const all = await filesBelow(folder);
  return all.filter((file) => minimatch(file, parts.join('/')));
}

/** Links are not followed: they may lead anywhere, and round in a circle. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = (await entriesOf(folder)) ?? [];
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly string[]> => {
      const name = nameIn(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(name);
      return entry.isFile() && /\.(?:bicep|jsonc?)$/i.test(entry.name) ? [name] : [];
    }),
  );
  return found.flat();
}

function nameIn(folder: string, name: string): string {
  if (folder === '.') return name;
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

function sorted(names: readonly string[]): readonly string[] {
  return [...names].sort();
}
