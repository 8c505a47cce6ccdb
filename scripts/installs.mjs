// Downloads that the commands need once: npm packages, the VS Code server, Chromium, the Bicep compiler, and older
// versions of Node. Needs no package itself and runs on any Node from 18 on, because a fresh clone has nothing else.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureBicep, findBicep } from './bicep.mjs';
import { ensureBrowser, findBrowser } from './browser.mjs';
import { areNodesInstalled, ensureNodes } from './node-versions.mjs';
import { modules, projectNode, root } from './places.mjs';
import { ensureVscodeServer, isVscodeServerInstalled } from './vscode-server.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

/**
 * Returns the packages in a lock file with their versions, without those that only other platforms need.
 * @param {string} file
 * @returns {Map<string, string>}
 */
function lockedPackages(file) {
  if (!existsSync(file)) return new Map();
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(
    Object.entries(packages)
      .filter(([path, entry]) => path !== '' && !entry.optional)
      .map(([path, entry]) => [path, entry.version]),
  );
}

function areFilesInstalled() {
  const installed = lockedPackages(join(modules, '.package-lock.json'));
  for (const [path, version] of lockedPackages(join(root, 'package-lock.json'))) {
    if (installed.get(path) !== version || !existsSync(join(root, path, 'package.json'))) return false;
  }
  return true;
}

// If install scripts are disabled, the package `node` comes without its program.
const arePackagesInstalled = () => areFilesInstalled() && existsSync(projectNode);

/**
 * npm must not run on the Node inside `node_modules` while it replaces `node_modules`.
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
function npm(args) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.startsWith(modules));
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, PATH: path.join(delimiter) },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`'npm ${args.join(' ')}' failed:\n${output}`));
    });
  });
}

/** Installs the packages of package-lock.json unless exactly these versions are installed. */
async function ensurePackages() {
  if (!areFilesInstalled()) await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!existsSync(projectNode)) await npm(['rebuild', 'node']);
}

/** @type {Step} */
const packages = { name: 'npm packages', kind: 'install', cores: 0, seconds: 35, run: ensurePackages };

/** @type {Step} */
const vscodeServer = {
  name: 'VS Code server',
  kind: 'install',
  cores: 0,
  seconds: 60,
  run: async () => void (await ensureVscodeServer()),
};

/** @type {Step} */
const browser = {
  name: 'Chromium',
  kind: 'install',
  cores: 0,
  seconds: 25,
  run: async () => void (await ensureBrowser()),
};

/** @type {Step} */
const bicep = {
  name: 'Bicep compiler',
  kind: 'install',
  cores: 0,
  seconds: 15,
  run: async (show) => void (await ensureBicep(show)),
};

/** @type {Step} */
const olderNodes = { name: 'older Node', kind: 'install', cores: 0, seconds: 15, run: ensureNodes };

/** The installs that a command may need, each with whether it is installed. */
const installs = {
  packages: { step: packages, isDone: arePackagesInstalled },
  vscodeServer: { step: vscodeServer, isDone: isVscodeServerInstalled },
  browser: { step: browser, isDone: () => findBrowser() !== undefined },
  bicep: { step: bicep, isDone: () => findBicep() !== undefined },
  olderNodes: { step: olderNodes, isDone: areNodesInstalled },
};

/**
 * Returns the steps that install what is missing.
 * @param {readonly (keyof typeof installs)[]} wanted
 * @returns {Step[]}
 */
export function missingInstalls(wanted) {
  return wanted.flatMap((name) => (installs[name].isDone() ? [] : [installs[name].step]));
}
