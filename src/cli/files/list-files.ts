import { stat } from 'node:fs/promises';
import { minimatch } from 'minimatch';
import { filesBelow } from '../../disk/list-folder';
import { foldersPassedOver, mostParameterFiles, type FilesFound } from '../../file-checks/parameter-files';

const templates = {
  extensions: ['bicep', 'json', 'jsonc', 'tf'],
  passedOver: foldersPassedOver,
};

/**
 * Lists the Bicep, JSON, and Terraform files below a folder, or those that match a pattern such as `infra/**\/*.bicep`,
 * because shells expand different patterns. They're sorted by name, independent of the disk's order. Undefined if the
 * name is neither a folder nor a pattern.
 */
export async function listFiles(name: string): Promise<readonly string[] | undefined> {
  const found = await stat(name).catch(() => undefined);
  if (found) return found.isDirectory() ? sorted(await filesBelow(withSlashes(name), templates)) : undefined;
  return isPattern(name) ? sorted(await matching(withSlashes(name))) : undefined;
}

/**
 * Maximum number of folders that are searched for parameters files. A project has fewer, but a home folder may have
 * more.
 */
const folderLimit = 5000;

/** Returns the `.bicepparam` files below a folder, within the limit. */
export async function parameterFilesBelow(
  folder: string,
  { most, mostFolders } = { most: mostParameterFiles, mostFolders: folderLimit },
): Promise<FilesFound> {
  let folders = 0;
  const found = await filesBelow(withSlashes(folder), {
    extensions: ['bicepparam'],
    passedOver: foldersPassedOver,
    most: most + 1,
    shouldContinue: () => (folders += 1) <= mostFolders,
  });
  return { files: found.slice(0, most), isWhole: folders <= mostFolders && found.length <= most };
}

/** True if a name contains pattern characters. */
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
