import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, relative } from 'node:path';

/** Whose machine this is: the person's own folder, and what the environment says. */
export function ownFolder(): { readonly home: string; readonly environment: NodeJS.ProcessEnv } {
  return { home: homedir(), environment: process.env };
}

/** True of a file of the folder from which a link leads elsewhere. */
export function leadsOut(folder: string, file: string): boolean {
  try {
    const way = relative(realpathSync(folder), realpathSync(file));
    return /^\.\.(?:[\\/]|$)/.test(way) || isAbsolute(way);
  } catch {
    // What is not there leads nowhere.
    return false;
  }
}
