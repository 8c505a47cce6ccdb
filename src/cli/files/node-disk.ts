import { realpathSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { reason } from '../../core/reason';
import { cacheRootOf } from '../../documents/registry/cache-root';
import { UsageError } from '../options';
import type { Disk } from '../read-sources';
import { UnreadableFile, type TextFile } from '../resources/read-resources';
import { listFiles, namesIn } from './list-files';
import { isBelow, projectOf } from './project-of';

/** The files of this machine. */
export const nodeDisk: Disk & { writeFile(name: string, text: string): Promise<void> } = {
  readFile: readText,
  writeFile: writeText,
  list: listFiles,
  namesIn,
  projectOf: (file) => projectOf(file),
  isInside,
  moduleCache: (said) => cacheRootOf(said, { home: homedir(), environment: process.env }),
};

/** The text of a file; bytes that are no UTF-8 are refused rather than read as something else. */
async function readText(name: string): Promise<TextFile> {
  const bytes = await readFile(name).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EISDIR') throw new UsageError(reason('terminal.isFolder', { name }));
    throw new UnreadableFile(reason('terminal.cannotRead', { file: name, code: error.code ?? '' }));
  });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { name, text, hasMark: bytes.subarray(0, 3).equals(markOfUtf8) };
  } catch {
    throw new UnreadableFile(reason('terminal.notUtf8', { file: name }));
  }
}

/** A file that began with a byte order mark keeps it. Throws `UnreadableFile` where it cannot be written. */
async function writeText(name: string, text: string): Promise<void> {
  const before = await readFile(name).catch(() => undefined);
  const mark = before?.subarray(0, 3).equals(markOfUtf8) === true ? '\uFEFF' : '';
  await writeFile(name, mark + text.replace(/^\uFEFF/, '')).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(reason('terminal.cannotWrite', { file: name, code: error.code ?? '' }));
  });
}

const markOfUtf8 = Buffer.from([0xef, 0xbb, 0xbf]);

/** True of what lies in the folder, and whose links do not lead out of it. */
function isInside(name: string, folder: string): boolean {
  return isBelow(resolve(folder), resolve(name)) && isBelow(realOf(folder), realOf(name));
}

/** Where a path really leads; of what is not there, where it would be. */
function realOf(name: string): string {
  try {
    return realpathSync(name);
  } catch {
    return resolve(name) === dirname(resolve(name))
      ? resolve(name)
      : join(realOf(dirname(resolve(name))), basename(name));
  }
}
