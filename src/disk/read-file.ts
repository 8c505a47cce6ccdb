import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, readlink, stat, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isInside, leadsInto, realPathOf } from './real-path';

/** Why a file isn't read, beside the codes of the system. */
type RefusalCode = 'NOT_REGULAR' | 'TOO_LARGE' | 'OUTSIDE';

/** A file that isn't read, with a code like those of the system's own errors. */
export class FileRefused extends Error {
  constructor(readonly code: RefusalCode) {
    super(code);
    this.name = 'FileRefused';
  }
}

export interface ReadLimits {
  /** Bytes that are read at most. */
  readonly most: number;
  /** Folders one of which the file must be in, its links resolved; any place where it isn't given. */
  readonly within?: readonly string[];
}

/**
 * The bytes of a regular file. What counts is the file that was opened and the bytes that were read of it: a name can lead
 * elsewhere in the next moment, and the system's own files have the size 0.
 * @throws {FileRefused} for a pipe, a device, or a socket, for more bytes than `most`, and for a file outside of `within`
 * @throws {Error} with the system's code where it can't be read, such as `EISDIR` for a folder
 */
export async function readRegularFile(name: string, { most, within }: ReadLimits): Promise<Buffer> {
  // By its name alone, as it's checked and written: the system would follow a link before it goes up by `..`.
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
 * A pipe or device that took the place of the file since it was looked at is opened without waiting for anything. Windows
 * has neither flag: what is undefined counts as 0.
 */
const notWaiting = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

function requireRegular(found: BigIntStats): void {
  if (found.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
  if (!found.isFile()) throw new FileRefused('NOT_REGULAR');
}

/** The file that was opened is one inside: a link may have been swapped between the look and the opening. */
async function requireStillInside(file: FileHandle, path: string, within: readonly string[]): Promise<void> {
  const opened = await file.stat({ bigint: true });
  // Linux tells which file it opened; elsewhere it's the one that is at its place now.
  const real = await readlink(`/proc/self/fd/${file.fd}`).catch(() => realPathOf(path));
  const there = await lstat(real, { bigint: true });
  const isSame = there.ino === opened.ino && there.dev === opened.dev;
  if (!isSame || !leadsInto(real, within)) throw new FileRefused('OUTSIDE');
}

const chunk = 65_536;

/** One byte more than `most` is asked for, so that a file of just as many is read. `size` is a guess. */
async function bytesOf(file: FileHandle, most: number, size: number): Promise<Buffer> {
  let bytes = Buffer.allocUnsafe(Math.min(most, Math.max(size, chunk)) + 1);
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
