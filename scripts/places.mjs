// Paths for every script and test harness.
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
export const cache = join(root, '.cache');
export const out = join(root, 'out');
export const vsix = join(out, 'aml-secure-compute.vsix');
/** The extension as `npm start` opens it: a folder, and the package of it. */
export const startExtension = join(out, 'start', 'extension');
export const startVsix = join(out, 'start', 'aml-secure-compute.vsix');
export const modules = join(root, 'node_modules');

const isWindows = process.platform === 'win32';

/** The program of the package `node`: every tool and test runs on it. */
export const projectNode = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node');

/** Returns the environment in which scripts find the project's Node and programs first. */
export function projectEnvironment() {
  const path = [join(modules, '.bin'), dirname(projectNode), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path };
}

/**
 * Returns the JavaScript file of a dev dependency's program. Run it with `process.execPath`: unlike the shims in
 * `node_modules/.bin`, it starts without a shell on Windows too.
 * @param {string} packageName
 * @param {string} [name] the program, if its name differs from the package's
 * @returns {string}
 * @throws if the package contains no such program
 */
export function packageProgram(packageName, name = packageName.split('/').at(-1) ?? packageName) {
  const folder = join(modules, packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin?.[name];
  if (file === undefined) throw new Error(`The package ${packageName} has no program '${name}'.`);
  return join(folder, file);
}
