// Starts and stops a VS Code server, for `npm start` and for the tests in the extension host and in the browser.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openGate } from './gate.mjs';
import { runQuietly } from './run.mjs';
import { vscodeServer } from './vscode-server.mjs';

/** Settings of every window: nothing that prompts, downloads, takes the focus, or hides content. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
};

/** For windows that only tests open, with folders of the project. */
export const withoutTrust = { 'security.workspace.trust.enabled': false };

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * @typedef {object} Server
 * @property {string} origin
 * @property {(query?: Readonly<Record<string, string>>) => string} address what a browser opens: with the token, once for each profile
 * @property {string} output what the server has written so far
 * @property {Promise<void>} ended
 * @property {(settings: Record<string, unknown>) => void} setUser sets the user's settings for the windows opened from now on, on top of those that it was started with
 * @property {() => Promise<void>} stop ends it and removes its folders
 */

/** A folder with a short path: sockets are created below it, whose paths are limited to 100 characters. */
const freshHome = () => mkdtempSync(join(tmpdir(), 'aml-'));

/** @param {string} home @param {Record<string, string | undefined>} [env] */
function environment(home, env = {}) {
  const own = { HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, TMPDIR: home };
  // In another VS Code's terminal these variables would make the server behave as part of that VS Code.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_'));
  return { ...Object.fromEntries(inherited), ...own, ...env };
}

/** The extension's settings with the scope `machine`. */
const machineSettings = ['amlSecureCompute.serviceTags.file'];

/** @param {string} dataFolder @param {Record<string, unknown>} [settings] */
function writeUserSettings(dataFolder, settings = {}) {
  mkdirSync(join(dataFolder, 'User'), { recursive: true });
  writeFileSync(join(dataFolder, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  // The windows are remote: a setting with the scope `machine` is read from the server's own settings only.
  const ofMachine = Object.entries(settings).filter(([name]) => machineSettings.includes(name));
  mkdirSync(join(dataFolder, 'Machine'), { recursive: true });
  writeFileSync(join(dataFolder, 'Machine', 'settings.json'), JSON.stringify(Object.fromEntries(ofMachine)));
}

/**
 * @param {string[]} args
 * @param {{ home: string; socket: string; health: string; env: NodeJS.ProcessEnv; setUser: Server['setUser'] }} options
 * @returns {Promise<Server>}
 */
async function launch(args, { home, socket, health, env, setUser }) {
  const child = spawn(vscodeServer.node, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const remove = () => {
    killGroup(child);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const release = onSignal(remove);
  const { origin, address, close } = await openGate(socket);
  const server = { origin, address, output: '', ended: Promise.resolve(), setUser, stop: close };
  child.stdout.on('data', (chunk) => (server.output += chunk));
  child.stderr.on('data', (chunk) => (server.output += chunk));
  server.ended = new Promise((resolve) => child.once('exit', () => resolve(undefined)));
  server.stop = async () => {
    await close();
    child.kill('SIGTERM');
    await Promise.race([server.ended, sleep(5000)]);
    // The extension host outlives its server by hours, waiting for a reconnection, and writes to its old folder.
    remove();
    release();
  };
  try {
    await answers({ socketPath: socket, path: health }, child);
  } catch (error) {
    await server.stop();
    throw new Error(`The VS Code server did not start:\n${server.output}`, { cause: error });
  }
  return server;
}

/**
 * A server is the leader of its process group, so that all its child processes end with it. @param {ChildProcess} child
 */
function killGroup(child) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // No process of the group is left.
  }
}

/**
 * A separate process group doesn't receive the terminal's Ctrl+C: runs the cleanup, and forwards the signal.
 * @param {() => void} act
 * @returns {() => void} stops listening
 */
function onSignal(act) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  const listener = (/** @type {NodeJS.Signals} */ signal) => {
    release();
    act();
    process.kill(process.pid, signal);
  };
  const release = () => signals.forEach((signal) => process.off(signal, listener));
  for (const signal of signals) process.on(signal, listener);
  return release;
}

/** @param {{ socketPath: string; path: string }} place @param {ChildProcess} child */
async function answers(place, child) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
    if ((await statusOf(place)) === 200) return;
    await sleep(100);
  }
  throw new Error(`${place.path} did not answer within a minute`);
}

/**
 * @param {{ socketPath: string; path: string }} place @returns {Promise<number | undefined>} undefined without a
 * response
 */
function statusOf(place) {
  return new Promise((resolve) => {
    const request = send(place, (response) => resolve(response.resume().statusCode));
    request.on('error', () => resolve(undefined)).end();
  });
}

/**
 * Starts VS Code with the packaged extension installed, as a user has it, and other extensions (by folder).
 * @param {{ vsix: string; others?: readonly string[]; settings?: Record<string, unknown>; env?: Record<string, string>
 * }} options
 * @returns {Promise<Server>}
 */
export async function startUserServer({ vsix, others = [], settings, env }) {
  const home = freshHome();
  const data = join(home, 'd');
  /** @type {Server['setUser']} */
  const setUser = (more) => writeUserSettings(data, { ...settings, ...more });
  setUser({});
  writeFileSync(join(home, 'config.yaml'), '');
  const program = [
    vscodeServer.codeServer,
    ...['--config', join(home, 'config.yaml'), '--extensions-dir', join(home, 'x'), '--user-data-dir', data],
  ];
  const all = environment(home, env);
  // VS Code loads the extensions of a folder that it sees for the first time.
  for (const one of others) cpSync(one, join(home, 'x', basename(one)), { recursive: true });
  await runQuietly(vscodeServer.node, [...program, '--install-extension', vsix], { env: all });
  const socket = join(home, 's');
  const args = [
    // The gate requires the token.
    ...[...program, '--auth', 'none', '--socket', socket, '--socket-mode', '600'],
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
  ];
  return launch(args, { home, socket, health: '/healthz', env: all, setUser });
}

/**
 * Starts VS Code with an extension from its folder and, through the URL's payload, tests inside its host.
 * @param {{ env?: Record<string, string> }} [options]
 * @returns {Promise<Server>}
 */
export async function startDevelopmentServer({ env } = {}) {
  const home = freshHome();
  /** @type {Server['setUser']} */
  const setUser = (settings) => writeUserSettings(join(home, 'data'), settings);
  setUser(withoutTrust);
  const socket = join(home, 's');
  const args = [
    vscodeServer.developmentServer,
    ...['--socket-path', socket, '--server-data-dir', home, '--telemetry-level', 'off'],
    ...['--without-connection-token', '--accept-server-license-terms', '--disable-workspace-trust'],
    '--enable-smoke-test-driver',
  ];
  return launch(args, { home, socket, health: '/version', env: environment(home, env), setUser });
}
