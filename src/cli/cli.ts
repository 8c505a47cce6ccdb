#!/usr/bin/env node
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { reason } from '../core/reason';
import { speaker } from '../messages/speaker';
import { UnreadableFile, type TextFile } from './resources/read-resources';
import { run } from './run';

/** The text of a file; bytes that are no UTF-8 are refused rather than read as something else. */
async function readText(name: string): Promise<TextFile> {
  const bytes = await readFile(name).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(reason('terminal.cannotRead', { file: name, code: error.code ?? '' }));
  });
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new UnreadableFile(reason('terminal.notUtf8', { file: name }));
  }
}

/** A file that began with a byte order mark keeps it. */
async function writeText(name: string, text: string): Promise<void> {
  const before = await readFile(name).catch(() => undefined);
  const mark = before?.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) === true ? '\uFEFF' : '';
  await writeFile(name, mark + text);
}

/** Folders in which nobody keeps what they deploy. */
const skipped = /(^|[\\/])(node_modules|\.git)([\\/]|$)/;

async function listFolder(name: string): Promise<readonly string[] | undefined> {
  const found = await stat(name).catch(() => undefined);
  if (!found?.isDirectory()) return undefined;
  const all = await readdir(name, { recursive: true });
  return all
    .filter((one) => /\.(bicep|jsonc?)$/i.test(one) && !skipped.test(one))
    .map((one) => join(name, one))
    .sort();
}

function isBelow(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return !way.startsWith('..') && !isAbsolute(way);
}

// Whoever reads the output may stop before its end (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const language = (LC_ALL || LC_MESSAGES || LANG || 'en').replace('_', '-');

void run(process.argv.slice(2), {
  say: speaker(language),
  version: process.env['AML_SECURE_COMPUTE_VERSION'] ?? '',
  dataFolder: join(__dirname, 'data'),
  readFile: readText,
  writeFile: writeText,
  list: listFolder,
  isInside: (name) => isBelow(process.cwd(), resolve(name)),
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
