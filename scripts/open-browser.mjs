import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Opens a URL that contains a token in the user's browser. Uses a file that only this user can read, because every user
 * of this machine can see the arguments of a program.
 * @param {string} address
 * @param {{ folder: string; program?: string }} options folder of the file, and the program that opens files
 */
export function openBrowser(address, { folder, program = '/usr/bin/xdg-open' }) {
  mkdirSync(folder, { recursive: true });
  const page = join(folder, 'open.html');
  // An existing file would keep its mode.
  rmSync(page, { force: true });
  const target = address.replaceAll('&', '&amp;');
  const text = `<!doctype html><meta http-equiv="refresh" content="0; url=${target}">`;
  writeFileSync(page, text, { mode: 0o600 });
  spawn(program, [page], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}
