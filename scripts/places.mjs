// Where things are, for every script and test harness.
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
export const cache = join(root, '.cache');
export const out = join(root, 'out');
export const vsix = join(out, 'aml-secure-compute.vsix');
export const modules = join(root, 'node_modules');

const isWindows = process.platform === 'win32';

/** The Node that the package `node` brings: every tool and test runs on it. */
export const projectNode = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node');

/** The environment in which scripts find the project's Node and programs first. */
export function projectEnvironment() {
  const path = [join(modules, '.bin'), dirname(projectNode), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path };
}

/**
 * The JavaScript file behind a program of a dev dependency. Run it with `projectNode`: the links in
 * `node_modules/.bin` are shell scripts on Windows.
 * @param {string} packageName
 * @param {string} [name] the program, where the package has several
 */
export function programFile(packageName, name = packageName.split('/').at(-1) ?? packageName) {
  const folder = join(modules, packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[name];
  if (typeof file !== 'string') throw new Error(`The package ${packageName} has no program ${name}.`);
  return join(folder, file);
}

/** @param {string} name a program that a dev dependency brings */
export const program = (name) => join(modules, '.bin', name);
