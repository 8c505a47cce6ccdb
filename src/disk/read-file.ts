import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, readlink, stat, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isInside, leadsInto, realPathOf } from './real-path';

/** Why a file isn't read, in addition to the system's error codes. */
type RefusalCode = 'NOT_REGULAR' | 'TOO_LARGE' | 'OUTSIDE';

/** Error for a file that isn't read, with a code like those of the system's errors. */
export class FileRefused extends Error {
  constructor(readonly code: RefusalCode) {
    super(code);
    this.name = 'FileRefused';
  }
}

export interface ReadLimits {
  /** Maximum number of bytes to read. */
  readonly most: number;
  /** Folders of which one must contain the file, with links resolved. Default: any place. */
  readonly within?: readonly string[];
}

/**
 * Reads the bytes of a regular file.
 * The checks apply to the opened file and the bytes read: a path can be replaced at any time, and files such as those
 * of `/proc` have the size 0.
 * @throws {FileRefused} for a pipe, a device, or a socket, for more bytes than `most`, and for a file outside of
 * `within`
 * @throws {Error} with the system's code if it can't be read, such as `EISDIR` for a folder
 */
export async function readRegularFile(name: string, { most, within }: ReadLimits): Promise<Buffer> {
  // Resolve `..` by name, as for the check and for writes. The system would follow a link before it goes up.
  const path = resolve(name);
  if (within && !isInside(path, within)) throw new FileRefused('OUTSIDE');
  requireRegular(await stat(path, { bigint: true }));
  const file = await open(path, notWaiting);
  try {
    const found = await file.stat({ bigint: true });
    requireRegular(found);
    if (within) await requireStillInside(file, path, within);
    return await bytesOf(file, most, Number(found.size));
  } finally {
    await file.close();
  }
}

/**
 * If a pipe or device replaced the file after the check, opening it doesn't block. Windows doesn't define these flags:
 * undefined counts as 0.
 */
const notWaiting = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

function requireRegular(found: BigIntStats): void {
  if (found.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
  if (!found.isFile()) throw new FileRefused('NOT_REGULAR');
}

/** Requires that the opened file is inside the folders: a link can be swapped between the check and opening. */
async function requireStillInside(file: FileHandle, path: string, within: readonly string[]): Promise<void> {
  const opened = await file.stat({ bigint: true });
  // Linux reports which file is open. Other systems: check the file that is now at the path.
  const real = await readlink(`/proc/self/fd/${file.fd}`).catch(() => realPathOf(path));
  const there = await lstat(real, { bigint: true });
  const isSame = there.ino === opened.ino && there.dev === opened.dev;
  if (!isSame || !leadsInto(real, within)) throw new FileRefused('OUTSIDE');
}

/** For a file of unknown size. */
const chunk = 65_536;

/** Reads the bytes of a file. Requests one byte more than `most`, to detect larger files. `size` is a guess. */
async function bytesOf(file: FileHandle, most: number, size: number): Promise<Buffer> {
  let bytes = Buffer.allocUnsafe(Math.min(most, size > 0 ? size : chunk) + 1);
  let length = 0;
  if (size > most) throw new FileRefused('TOO_LARGE');
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, null);
    length += bytesRead;
    if (length > most) throw new FileRefused('TOO_LARGE');
    if (bytesRead === 0) return bytes.subarray(0, length);
    if (length === bytes.length) {
      const longer = Buffer.allocUnsafe(Math.min(most + 1, length * 2));
      bytes.copy(longer, 0, 0, length);
      bytes = longer;
    }
  }
}
