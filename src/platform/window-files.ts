import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../disk/write-file';

/**
 * Stored state of the windows on a folder, each in a separate file, so that none overwrites another's. VS Code writes
 * an extension's `workspaceState` as a single object, so of two windows the last one's would remain.
 */
export interface WindowFiles {
  /**
   * Returns the state of the first of these windows, otherwise of the window that wrote last. State that can't be
   * decoded is skipped.
   */
  read<T>(ids: readonly string[], decode: (raw: unknown) => T | undefined): T | undefined;
  /** Writes synchronously, because the window may close in the next moment. */
  write(id: string, content: object): void;
}

/** Maximum number of remembered windows of all places together. The oldest are removed. */
const most = 50;

/** Returns the files in `folder` for the windows on `place`, which is part of their names. */
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
      // Write the file atomically, so that a reader finds either the old or the new content.
      const bytes = Buffer.from(JSON.stringify(content));
      writeAtomically([{ file: fileOf(id), bytes }], { mode: 0o600, isFlushed: false });
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
