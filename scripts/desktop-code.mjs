// `npm start` with a desktop VS Code: an extension development host with separate folders below .cache, so that the
// user's own VS Code, settings, and extensions stay unchanged.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';

/** @typedef {NodeJS.ProcessEnv} Env */

/**
 * Returns the desktop's `code` on the PATH; undefined if there is none, or no screen to show it on.
 * @param {Env} env
 * @param {NodeJS.Platform} [platform]
 * @returns {string | undefined}
 */
export function findDesktopCode(env, platform = process.platform) {
  if (!hasScreen(env, platform)) return undefined;
  const name = platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .map((folder) => join(folder, name))
    .filter((path) => !isRemote(path))
    .find(isProgram);
}

/** Returns whether there is a screen; macOS and Windows always have one. @param {Env} env @param {NodeJS.Platform} platform */
function hasScreen(env, platform) {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/** In a terminal of a remote window, `code` opens files in that window and starts nothing. @param {string} path */
const isRemote = (path) => path.split(sep).includes('remote-cli');

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Selects the VS Code for `npm start`: `--server` selects the server.
 * @param {readonly string[]} args
 * @param {Env} env
 * @param {NodeJS.Platform} [platform]
 * @returns {{ is: 'server' } | { is: 'desktop'; code: string }}
 */
export function chooseVscode(args, env, platform = process.platform) {
  const code = args.includes('--server') ? undefined : findDesktopCode(env, platform);
  return code === undefined ? { is: 'server' } : { is: 'desktop', code };
}

/**
 * @typedef {object} Desktop
 * @property {string} code the program
 * @property {string} extension folder of the extension
 * @property {string} folder what the window opens
 * @property {string} home holds settings and extensions of this window alone; kept for the next start
 * @property {Record<string, unknown>} settings
 * @property {Env} [env]
 */

/**
 * Opens the window and returns the exit code once it is closed.
 * @param {Desktop} desktop
 * @returns {{ ended: Promise<number>; stop: () => void }}
 */
export function openDesktopCode({ code, extension, folder, home, settings, env = {} }) {
  const data = join(home, 'user-data');
  writeSettingsOnce(data, settings);
  const args = [
    `--extensionDevelopmentPath=${extension}`,
    `--user-data-dir=${data}`,
    `--extensions-dir=${join(home, 'extensions')}`,
    ...['--new-window', '--wait', '--disable-telemetry', '--skip-welcome', '--skip-release-notes'],
    folder,
  ];
  const child = start(code, args, environment(env));
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  return { ended, stop: () => void child.kill('SIGTERM') };
}

/**
 * Starts a `.cmd` with the shell, which requires quoted arguments.
 * @param {string} code
 * @param {readonly string[]} args
 * @param {Env} env
 */
function start(code, args, env) {
  if (!code.endsWith('.cmd')) return spawn(code, args, { env, stdio: 'inherit' });
  const words = [code, ...args].map((word) => `"${word}"`);
  return spawn(words.join(' '), { env, stdio: 'inherit', shell: true });
}

/** The user's changes in this window stay. @param {string} data @param {Record<string, unknown>} settings */
function writeSettingsOnce(data, settings) {
  const file = join(data, 'User', 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(file, JSON.stringify(settings, null, 2));
}

/** In another VS Code's terminal these variables would make `code` behave as part of that VS Code. @param {Env} env */
function environment(env) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('VSCODE_') && name !== 'ELECTRON_RUN_AS_NODE',
  );
  return { ...Object.fromEntries(inherited), ...env };
}
