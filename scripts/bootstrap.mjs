// Brings what is missing, then hands over to the project's own Node.
// Runs on any Node from 18 on and without any dependency, because in a fresh clone there is nothing else.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const projectNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The packages that a lock file names with their versions, without those that only other platforms need.
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

function isInstalled() {
  const installed = lockedPackages(join(modules, '.package-lock.json'));
  for (const [path, version] of lockedPackages(join(root, 'package-lock.json'))) {
    if (installed.get(path) !== version || !existsSync(join(root, path, 'package.json'))) return false;
  }
  return true;
}

/** npm must not run on the Node inside `node_modules` while it replaces `node_modules`. @param {string[]} args */
function npm(...args) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.startsWith(modules));
  const result = spawnSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: path.join(delimiter) },
  });
  if (result.status !== 0) {
    console.error(`'npm ${args.join(' ')}' failed.`);
    process.exit(result.status ?? 1);
  }
}

if (!isInstalled()) {
  console.log('Installing the packages of package-lock.json…');
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
}
// With install scripts switched off the package `node` comes without its program.
if (!existsSync(projectNode)) npm('rebuild', 'node');

const [script = 'scripts/test.mjs', ...args] = process.argv.slice(2);
const child = spawn(projectNode, [join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [join(modules, '.bin'), dirname(projectNode), process.env.PATH].join(delimiter),
  },
});
// The child decides what a signal ends; this process only waits for the end it makes of it.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
