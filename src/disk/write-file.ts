import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { FileRefused } from './read-file';
import { realPathOf } from './real-path';

interface NewContent {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Error for a file that couldn't be written; `cause` is the system's error or a {@link FileRefused}. */
export class NotWritten extends Error {
  /** The system's code, such as `ENOSPC`. */
  readonly code: string;

  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    // Remove the system call and its path from the message, because the path can be that of the temporary file.
    super(cause instanceof Error ? cause.message.replace(/, [a-z]+(?: '[^]*)?$/, '') : String(cause), {
      cause,
    });
    this.name = 'NotWritten';
    this.code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  }
}

interface WriteOptions {
  readonly mode: number;
  readonly isFlushed: boolean;
}

/** A file that is ready to be written. */
interface Staged {
  readonly file: string;
  /** True if its old bytes are overwritten in place, which can still fail. */
  readonly isInPlace: boolean;
  commit(): void;
  discard(): void;
}

/**
 * Writes each file completely or not at all: first to a temporary file next to it, then in its place. A full disk or an
 * interruption doesn't damage the old content.
 * No file is replaced before all temporary files are written. A link is kept, and its target is replaced. Mode, owner,
 * and hard links of a file are kept.
 * @param how `mode` of files that don't exist yet; `isFlushed` is false if a power loss may cost the new content
 * @throws {NotWritten} for the first file that can't be written
 */
export function writeAtomically(files: readonly NewContent[], how: Partial<WriteOptions> = {}): void {
  const staged: Staged[] = [];
  try {
    for (const one of files) {
      staged.push(attempt(one.file, () => stage(one, { mode: 0o666, isFlushed: true, ...how })));
    }
    for (const one of [...staged].sort((a, b) => Number(b.isInPlace) - Number(a.isInPlace))) {
      attempt(one.file, one.commit);
    }
  } finally {
    staged.forEach(({ discard }) => discard());
  }
}

function attempt<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new NotWritten(file, error);
  }
}

function stage({ file, bytes }: NewContent, { mode, isFlushed }: WriteOptions): Staged {
  const target = realPathOf(file);
  const before = lstatSync(target, { throwIfNoEntry: false });
  if (before) requireWritable(target, before);
  const inPlace: Staged = {
    file,
    isInPlace: true,
    commit: () => overwrite(target, bytes),
    discard: () => undefined,
  };
  // Replacing the file would break its other hard links.
  if (before && before.nlink > 1) return inPlace;
  const draft = join(dirname(target), `.${randomBytes(8).toString('hex')}.tmp`);
  const discard = (): void => rmSync(draft, { force: true });
  try {
    writeDraft(draft, bytes, { like: before ?? mode, isFlushed });
  } catch (error) {
    discard();
    if (before && isDenied(error)) return inPlace;
    throw error;
  }
  const commit = (): void => {
    try {
      renameSync(draft, target);
    } catch (error) {
      // The file is a mount point, or it's open in another program on Windows.
      if (!before || !isDenied(error)) throw error;
      overwrite(target, bytes);
    }
  };
  return { file, isInPlace: false, commit, discard };
}

function requireWritable(target: string, found: Stats): void {
  if (found.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
  if (!found.isFile()) throw new FileRefused('NOT_REGULAR');
  accessSync(target, constants.W_OK);
}

/** Checks whether a file can't be replaced because of its folder, owner, or mount. Its bytes can still be changed. */
function isDenied(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EACCES' || code === 'EPERM' || code === 'EBUSY';
}

interface DraftOf {
  /** The file to replace, or the mode of a new one. */
  readonly like: Stats | number;
  readonly isFlushed: boolean;
}

function writeDraft(draft: string, bytes: Uint8Array, { like, isFlushed }: DraftOf): void {
  const file = openSync(draft, 'wx', typeof like === 'number' ? like : 0o600);
  try {
    writeAll(file, bytes, 0);
    if (typeof like !== 'number') {
      const { uid, gid } = fstatSync(file);
      if (uid !== like.uid || gid !== like.gid) fchownSync(file, like.uid, like.gid);
      fchmodSync(file, like.mode & 0o7777);
    }
    // On a network disk, only this detects that it's full.
    if (isFlushed) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Overwrites a file in place. Bytes beyond the old size are written first, because only they need space: if there is
 * none, the old bytes stay.
 */
function overwrite(target: string, bytes: Uint8Array): void {
  const file = openSync(target, constants.O_RDWR | constants.O_NONBLOCK);
  try {
    const before = fstatSync(file);
    if (!before.isFile()) throw new FileRefused('NOT_REGULAR');
    try {
      writeAll(file, bytes, before.size);
      fsyncSync(file);
    } catch (error) {
      ftruncateSync(file, before.size);
      throw error;
    }
    writeAll(file, bytes.subarray(0, before.size), 0);
    ftruncateSync(file, bytes.length);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes the bytes from `from` on at their position. The system can write fewer at once if space is short. */
function writeAll(file: number, bytes: Uint8Array, from: number): void {
  for (let at = from; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, at);
}

/** Appends bytes to an open file until all are written. Node's own stream ignores partial writes. */
export function appendAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
