// Older versions of Node.js that the package on npm supports, stored in .cache/node and downloaded once.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './places.mjs';
import { runQuietly } from './run.mjs';

/** Versions by major version: the lowest one that runs the program, and the lowest one that signs in. */
export const olderNodes = { 20: '20.0.0', 22: '22.0.0' };

const home = join(cache, 'node');

/** @param {string} version */
const programOf = (version) =>
  join(home, version, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Returns whether each older version was downloaded. */
export const areNodesInstalled = () =>
  Object.values(olderNodes).every((version) => existsSync(programOf(version)));

/** Downloads the older versions that are missing. */
export async function ensureNodes() {
  for (const version of Object.values(olderNodes)) {
    if (existsSync(programOf(version))) continue;
    const folder = join(home, version);
    mkdirSync(folder, { recursive: true });
    // npm installs into the folder above if this one doesn't have a package.
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', `node@${version}`];
    await runQuietly('npm', args, { cwd: folder });
  }
}

/** @param {keyof typeof olderNodes} major @returns {string} the program of a version */
export const olderNode = (major) => programOf(olderNodes[major]);
