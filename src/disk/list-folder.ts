import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';

/** What lies right in a folder, links as links; undefined where there is no folder. */
export async function entriesOf(folder: string): Promise<readonly Dirent[] | undefined> {
  return readdir(folder, { withFileTypes: true }).catch(() => undefined);
}

/** The names of the regular files right in a folder, links left out; undefined where there is none. */
export async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  const entries = await entriesOf(folder);
  return entries?.filter((one) => one.isFile()).map(({ name }) => name);
}
