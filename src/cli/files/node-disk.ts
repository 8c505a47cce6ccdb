import { createReadStream, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { resolveName } from '../../azure/resolve-name';
import { reason, type Reason } from '../../core/reason';
import { decodeText } from '../../disk/decode-text';
import { filesInFolder } from '../../disk/list-folder';
import { readRegularFile, type ReadLimits } from '../../disk/read-file';
import { isInFolder, isInside, realPathOf } from '../../disk/real-path';
import { NotWritten, writeAtomically } from '../../disk/write-file';
import { cacheRootOf } from '../../documents/registry/cache-root';
import type { FilesFound } from '../../file-checks/parameter-files';
import { UsageError } from '../options';
import type { Disk, FoundSettingsFile } from '../read-sources';
import { teamFileNames } from '../../team-settings/team-file-names';
import { UnreadableFile, type TextFile } from '../resources/read-resources';
import type { Terminal } from '../terminal';
import { isGitIgnored } from './git-ignored';
import { listFiles, parameterFilesBelow } from './list-files';
import { projectFolder, settingsFolders } from './project-folder';

/** The files and the resolver of this machine. */
export const nodeDisk: Disk & Pick<Terminal, 'writeFiles' | 'resolveName' | 'readInput'> = {
  resolveName,
  readFile: readText,
  readInput,
  writeFiles,
  list: listFiles,
  isGitIgnored,
  namesIn: filesInFolder,
  projectOf: (file) => projectFolder(file),
  isInside: (name, folder) => isInside(name, [folder]),
  realPathOf: (name) => realPathOf(name),
  leadsOut,
  parameterFilesFor,
  settingsFileFor,
  moduleCache: (configured) => cacheRootOf(configured, { home: homedir(), environment: process.env }),
};

/** Maximum size of a file in bytes. It's larger than the exports of the largest subscriptions that we know of. */
const mostBytes = 100_000_000;

async function readText(name: string, within?: ReadLimits['within']): Promise<TextFile> {
  return decode(name, await bytesOf(name, within));
}

function decode(name: string, bytes: Buffer): TextFile {
  return { name, ...decodeText(bytes), hasMark: bytes.subarray(0, 3).equals(markOfUtf8) };
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

/** Returns why a file can't be read. `code` is the system's. */
export function whyNotRead(file: string, code: string): Reason {
  switch (code) {
    case 'ENOENT':
      return reason('terminal.notFound', { file, code });
    case 'EACCES':
    case 'EPERM':
      return reason('terminal.noAccess', { file, code });
    case 'NOT_REGULAR':
      return reason('terminal.notRegular', { file });
    case 'OUTSIDE':
      return reason('terminal.leadsOutside', { file });
    case 'TOO_LARGE':
      return reason('terminal.tooLarge', { file, most: mostBytes / 1_000_000 });
    default:
      return reason('terminal.cannotRead', { file, code });
  }
}

/**
 * Reads standard input as text.
 * @throws `UnreadableFile`
 */
async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The program runs on a thread, whose own `process.stdin` is empty.
  const input = createReadStream('', { fd: 0, autoClose: false });
  try {
    for await (const chunk of input) {
      size += (chunk as Buffer).length;
      if (size > mostBytes) break;
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UnreadableFile(whyNotRead('-', code));
  }
  if (size > mostBytes) throw new UnreadableFile(whyNotRead('-', 'TOO_LARGE'));
  return decode('-', Buffer.concat(chunks)).text;
}

/**
 * Writes all files completely, or none, in their encoding and with their byte order mark.
 * @throws `UnreadableFile`
 */
async function writeFiles(texts: ReadonlyMap<string, string>): Promise<void> {
  const files = await Promise.all(
    [...texts].map(async ([file, text]) => {
      const before = await readText(file).catch(() => undefined);
      // Some of its characters would be lost.
      if (before && cannotKeep(before)) throw new UnreadableFile(reason('terminal.notUtf8', { file }));
      return { file, bytes: encode(text.replace(/^\uFEFF/, ''), before) };
    }),
  );
  try {
    writeAtomically(files);
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    const { file, code } = error;
    const key = code === 'ENOENT' ? 'terminal.noFolderFor' : 'terminal.cannotWrite';
    throw new UnreadableFile(reason(key, { file, code }));
  }
}

/** True for a file whose bytes can't be written back. */
function cannotKeep({ isLossy, encoding }: TextFile): boolean {
  return isLossy === true || encoding === 'utf-32le' || encoding === 'utf-32be';
}

function encode(text: string, { hasMark, encoding }: Partial<TextFile> = {}): Buffer {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return encoding === 'utf-16be' ? bytes.swap16() : bytes;
  }
  return Buffer.from(hasMark === true ? `\uFEFF${text}` : text);
}

const markOfUtf8 = Buffer.from([0xef, 0xbb, 0xbf]);

/** A file whose name is outside `root` is in its own project. */
function leadsOut(name: string, root: string | undefined): ReturnType<Disk['leadsOut']> {
  const folder = root !== undefined && isInFolder(resolve(root), resolve(name)) ? root : projectFolder(name);
  return isInside(name, [folder])
    ? undefined
    : { file: name, target: realPathOf(name), folder: resolve(folder) };
}

/** Cached by the folder that was searched. */
const parameterFiles = new Map<string, Promise<FilesFound>>();

function parameterFilesIn(folder: string): Promise<FilesFound> {
  const found = parameterFiles.get(folder) ?? parameterFilesBelow(folder);
  parameterFiles.set(folder, found);
  return found;
}

/** If a project is too large to search, the result still includes the files below the template's folder. */
async function parameterFilesFor(template: string, root: string | undefined): Promise<FilesFound> {
  const { files, isWhole } = await parameterFilesIn(resolve(root ?? projectFolder(template)));
  const near = isWhole ? [] : (await parameterFilesIn(dirname(resolve(template)))).files;
  const all = [...new Set([...near, ...files])];
  return {
    files: isAbsolute(template) ? all : all.map((one) => relative(process.cwd(), one)),
    isWhole,
  };
}

/** Cached by folder: the settings file in it, or in the nearest folder above it. */
const settingsFiles = new Map<string, Promise<FoundSettingsFile | undefined>>();

function settingsFileFor(name: string): Promise<FoundSettingsFile | undefined> {
  const isFolder = statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
  return settingsFileOf(settingsFolders(name, isFolder));
}

/** @param folders the nearest first, the repository last */
function settingsFileOf(folders: readonly string[]): Promise<FoundSettingsFile | undefined> {
  const [nearest] = folders;
  if (nearest === undefined) return Promise.resolve(undefined);
  const found = settingsFiles.get(nearest) ?? findSettingsFile(nearest, folders);
  settingsFiles.set(nearest, found);
  return found;
}

/** A settings file must be in the repository, with its links resolved. */
async function findSettingsFile(
  folder: string,
  folders: readonly string[],
): Promise<FoundSettingsFile | undefined> {
  const names = (await filesInFolder(folder)) ?? [];
  const name = teamFileNames.find((one) => names.includes(one));
  if (name === undefined) return settingsFileOf(folders.slice(1));
  const shown = relative(process.cwd(), resolve(folder, name));
  return {
    file: await readText(shown, folders.slice(-1)),
    folder: withTrailingSlash(folder),
    base: withTrailingSlash(process.cwd()),
  };
}

function withTrailingSlash(folder: string): string {
  const path = folder.replaceAll('\\', '/');
  return path.endsWith('/') ? path : `${path}/`;
}
