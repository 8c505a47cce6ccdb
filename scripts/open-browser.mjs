import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Opens an address that holds a token in the person's browser. By way of a file that only this user can read: every
 * user of this machine sees the arguments of a program.
 * @param {string} address
 * @param {{ folder: string; program?: string }} options where the file is, and what opens files
 */
export function openBrowser(address, { folder, program = '/usr/bin/xdg-open' }) {
  mkdirSync(folder, { recursive: true });
  const page = join(folder, 'open.html');
  // A file that is there already would keep the mode that it has.
  rmSync(page, { force: true });
  const target = address.replaceAll('&', '&amp;');
  const text = `<!doctype html><meta http-equiv="refresh" content="0; url=${target}">`;
  writeFileSync(page, text, { mode: 0o600 });
  spawn(program, [page], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}
