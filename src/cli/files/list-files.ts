import { stat } from 'node:fs/promises';
import { minimatch } from 'minimatch';
import { filesBelow } from '../../disk/list-folder';

const templates = {
  extensions: ['bicep', 'json', 'jsonc'],
  // Folders in which nobody keeps what they deploy.
  passedOver: new Set(['node_modules', '.git']),
};

/**
 * The Bicep and JSON files below a folder, or those that a pattern such as `infra/**\/*.bicep` matches: shells differ in
 * which patterns they expand. In the order of their names, whatever the disk's is. Undefined of what is neither.
 */
export async function listFiles(name: string): Promise<readonly string[] | undefined> {
  const found = await stat(name).catch(() => undefined);
  if (found) return found.isDirectory() ? sorted(await filesBelow(withSlashes(name), templates)) : undefined;
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
  const all = await filesBelow(folder, templates);
  return all.filter((file) => minimatch(file, parts.join('/')));
}

function sorted(names: readonly string[]): readonly string[] {
  return [...names].sort();
}
