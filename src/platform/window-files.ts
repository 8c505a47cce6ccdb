import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../disk/write-file';

/**
 * What the windows on one folder keep, each in a file of its own, so that none overwrites what another wrote. VS Code
 * writes an extension's `workspaceState` as one object, and of two windows the last one's stays.
 */
export interface WindowFiles {
  /** Of the first of these windows, else of the window that wrote last. What cannot be decoded is passed over. */
  read<T>(ids: readonly string[], decode: (raw: unknown) => T | undefined): T | undefined;
  /** Has been written when it returns: the window may be gone in the next moment. */
  write(id: string, content: object): void;
}

/** Windows that are remembered, of all places together; the oldest are forgotten. */
const most = 50;

/** Files in `folder` for the windows on `place`, a name that is part of theirs. */
export function windowFiles(folder: string, place: string): WindowFiles {
  const prefix = `${place}.`;
  const fileOf = (id: string): string => join(folder, `${prefix}${id}.json`);
  return {
    read(ids, decode) {
      for (const file of [...ids.map(fileOf), ...lastFirst(folder, prefix)]) {
        const found = decode(readJson(file));
        if (found !== undefined) return found;
      }
      return undefined;
    },
    write(id, content) {
      mkdirSync(folder, { recursive: true });
      // Whole, so that a reader finds the old content or the new one, and never half of it.
      const bytes = Buffer.from(JSON.stringify(content));
      writeWhole([{ file: fileOf(id), bytes }], { mode: 0o600, isFlushed: false });
      for (const old of lastFirst(folder).slice(most)) rmSync(old, { force: true });
    },
  };
}

function lastFirst(folder: string, prefix = ''): readonly string[] {
  return namesIn(folder)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(folder, name))
    .map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.at - a.at)
    .map(({ file }) => file);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}
