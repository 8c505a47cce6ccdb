// Selects the desktop VS Code for the tests in the extension host. AML_SECURE_COMPUTE_VSCODE requires a specific one:
// it is downloaded, or the run fails. No other version replaces it.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cache, root } from './places.mjs';

const releases = 'https://update.code.visualstudio.com/api/releases/stable';

/** Returns the lowest version that `engines.vscode` of package.json supports, without its caret. */
export function lowestVscode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [, version] = /^\^(\d+\.\d+\.\d+)$/.exec(engines.vscode) ?? [];
  if (version === undefined) {
    throw new Error(`engines.vscode is '${engines.vscode}', not ^MAJOR.MINOR.PATCH.`);
  }
  return version;
}

/**
 * Returns the version that AML_SECURE_COMPUTE_VSCODE requires.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} a version, 'stable', or 'insiders'; undefined if the variable isn't set
 * @throws if the variable has another value
 */
export function demandedVscode(env) {
  const asked = env['AML_SECURE_COMPUTE_VSCODE'];
  if (asked === undefined || asked === '') return undefined;
  if (asked === 'lowest') return lowestVscode();
  if (asked === 'stable' || asked === 'insiders' || /^\d+\.\d+\.\d+$/.test(asked)) return asked;
  throw new Error(
    `AML_SECURE_COMPUTE_VSCODE is '${asked}'. It can be a version such as 1.101.0, lowest, stable, or insiders.`,
  );
}

/**
 * @returns {Promise<string>} the newest stable version, from Microsoft's list: never a version that is only available
 * locally
 */
async function newestStable() {
  const response = await fetch(releases, { signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new Error(`${releases} returned status ${response.status}.`);
  const versions = /** @type {string[]} */ (await response.json());
  const [newest] = versions;
  if (newest === undefined) throw new Error(`${releases} lists no version.`);
  return newest;
}

/** @param {NodeJS.ProcessEnv} env @param {NodeJS.Platform} platform */
const lacksScreen = (env, platform) => platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];

/** @typedef {{ version: string; program: string }} DesktopVscode */

/**
 * Downloads the required VS Code, unless exactly that version is already in .cache.
 * @param {string} demanded a version, 'stable', or 'insiders'
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {Promise<DesktopVscode>}
 * @throws if it can't be downloaded or shown
 */
export async function downloadVscode(demanded, env = process.env, platform = process.platform) {
  if (lacksScreen(env, platform)) {
    throw new Error(
      `VS Code ${demanded} can't be shown: there is no screen. Run the command with xvfb-run -a.`,
    );
  }
  const cachePath = join(cache, 'vscode-desktop');
  mkdirSync(cachePath, { recursive: true });
  try {
    const version = demanded === 'stable' ? await newestStable() : demanded;
    return { version, program: await downloadAndUnzipVSCode({ version, cachePath }) };
  } catch (cause) {
    const ways = demandedVscode(env) === undefined ? '' : ', or unset AML_SECURE_COMPUTE_VSCODE';
    throw new Error(
      `VS Code ${demanded} can't be downloaded: ${reasonOf(cause)}. ` +
        `Check the connection to update.code.visualstudio.com${ways}.`,
      { cause },
    );
  }
}

/**
 * Returns the reason: `fetch` has it as the cause of its own error, and test-electron throws strings. @param {unknown}
 * error @returns {string}
 */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return inner === undefined ? error.message || error.name : `${error.message} (${reasonOf(inner)})`;
}

/** Returns whether the newest stable VS Code can be downloaded and shown. */
export async function canDownloadVscode() {
  if (lacksScreen(process.env, process.platform)) return false;
  const response = await fetch(releases, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  return response?.ok === true;
}
