import { homedir } from 'node:os';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { resolveName } from '../../azure/resolve-name';
import { reason, type Reason } from '../../core/reason';
import { filesInFolder } from '../../disk/list-folder';
import { readRegularFile, type ReadLimits } from '../../disk/read-file';
import { isInFolder, isInside, realPathOf } from '../../disk/real-path';
import { NotWritten, writeWhole } from '../../disk/write-file';
import { cacheRootOf } from '../../documents/registry/cache-root';
import type { FilesFound } from '../../file-checks/parameter-files';
import { UsageError } from '../options';
import type { Disk } from '../read-sources';
import { UnreadableFile, type TextFile } from '../resources/read-resources';
import type { Terminal } from '../terminal';
import { listFiles, parameterFilesBelow } from './list-files';
import { projectFolder } from './project-folder';

/** The files of this machine, and its resolver. */
export const nodeDisk: Disk & Pick<Terminal, 'writeFiles' | 'resolveName'> = {
  resolveName,
  readFile: readText,
  writeFiles,
  list: listFiles,
  namesIn: filesInFolder,
  projectOf: (file) => projectFolder(file),
  isInside: (name, folder) => isInside(name, [folder]),
  realPathOf: (name) => realPathOf(name),
  leadsOut,
  parameterFilesFor,
  moduleCache: (said) => cacheRootOf(said, { home: homedir(), environment: process.env }),
};

/** Bytes of a file that are read at most: more than the exports of the largest subscriptions that we know of. */
const mostBytes = 100_000_000;

/** The text of a file; bytes that are no UTF-8 are refused rather than read as something else. */
async function readText(name: string, within?: ReadLimits['within']): Promise<TextFile> {
  const bytes = await bytesOf(name, within);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { name, text, hasMark: bytes.subarray(0, 3).equals(markOfUtf8) };
  } catch {
    throw new UnreadableFile(reason('terminal.notUtf8', { file: name }));
  }
}

async function bytesOf(name: string, within: ReadLimits['within']): Promise<Buffer> {
  try {
    return await readRegularFile(name, { most: mostBytes, ...(within ? { within } : {}) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EISDIR') throw new UsageError(reason('terminal.isFolder', { name }));
    throw new UnreadableFile(whyNotRead(name, code));
  }
}

function whyNotRead(file: string, code: string): Reason {
  switch (code) {
    case 'NOT_REGULAR':
      return reason('terminal.notRegular', { file });
    case 'TOO_LARGE':
      return reason('terminal.tooLarge', { file, most: mostBytes / 1_000_000 });
    default:
      return reason('terminal.cannotRead', { file, code });
  }
}

/** Each file whole, or none. One that began with a byte order mark keeps it. Throws `UnreadableFile`. */
async function writeFiles(texts: ReadonlyMap<string, string>): Promise<void> {
  const files = await Promise.all(
    [...texts].map(async ([file, text]) => {
      const { hasMark = false } = await readText(file).catch(() => ({ hasMark: false }));
      return { file, bytes: Buffer.from((hasMark ? '\uFEFF' : '') + text.replace(/^\uFEFF/, '')) };
    }),
  );
  try {
    writeWhole(files);
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    const { file, code } = error;
    throw new UnreadableFile(reason('terminal.cannotWrite', { file, code }));
  }
}

const markOfUtf8 = Buffer.from([0xef, 0xbb, 0xbf]);

/** A file that lies outside of `root` by its name is in a project of its own. */
function leadsOut(name: string, root: string | undefined): ReturnType<Disk['leadsOut']> {
  const folder = root !== undefined && isInFolder(resolve(root), resolve(name)) ? root : projectFolder(name);
  return isInside(name, [folder])
    ? undefined
    : { file: name, target: realPathOf(name), folder: resolve(folder) };
}

/** Of each folder that was looked through. */
const parameterFiles = new Map<string, Promise<FilesFound>>();

function parameterFilesIn(folder: string): Promise<FilesFound> {
  const found = parameterFiles.get(folder) ?? parameterFilesBelow(folder);
  parameterFiles.set(folder, found);
  return found;
}

/** Where a project is too large to look through, those below the template's folder are among them. */
async function parameterFilesFor(template: string, root: string | undefined): Promise<FilesFound> {
  const { files, isWhole } = await parameterFilesIn(resolve(root ?? projectFolder(template)));
  const near = isWhole ? [] : (await parameterFilesIn(dirname(resolve(template)))).files;
  const all = [...new Set([...near, ...files])];
  return {
    files: isAbsolute(template) ? all : all.map((one) => relative(process.cwd(), one)),
    isWhole,
  };
}
