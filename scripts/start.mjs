// `npm start`: installs missing packages, builds the extension, and opens it on the sample subscription: in the
// desktop's VS Code if `code` is on the PATH, otherwise (or with `npm start -- --server`) in a VS Code server, whose
// URL is printed and opened. Needs no package and runs on any Node from 18 on. The wizard opens automatically here and
// nowhere else: docs/decisions/0013-open-the-wizard-at-startup-only-after-npm-start.md.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseVscode, openDesktopCode } from './desktop-code.mjs';
import { createDisplay } from './display.mjs';
import { missingInstalls } from './installs.mjs';
import { openBrowser } from './open-browser.mjs';
import { cache, out, projectEnvironment, projectNode, root, startExtension, startVsix } from './places.mjs';
import { runLogged } from './run.mjs';
import { quietSettings, startUserServer } from './server-process.mjs';
import { runSteps } from './steps.mjs';
import { hasVscodeServer } from './vscode-server.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

const home = join(cache, 'start');

/** The folder that is opened. Its files stay for the next start. */
function prepareWorkspace() {
  const workspace = join(home, 'workspace');
  cpSync(join(root, 'test', 'fixtures', 'start-workspace'), workspace, { recursive: true, force: false });
  return workspace;
}

/** Returns whether there is a screen and a program that opens URLs. */
function canOpenBrowser() {
  const hasScreen = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  return hasScreen && existsSync('/usr/bin/xdg-open');
}

/**
 * Resolves with the signal that ends the program. It can arrive twice (from the terminal and from the parent), so the
 * listener stays: a second signal must not interrupt the shutdown.
 * @returns {Promise<string>}
 */
const endAsked = () =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal));
  });

const settings = {
  'files.exclude': { '**/.aml-secure-compute': true },
  'amlSecureCompute.account.source': 'sample',
};
const env = { AML_SECURE_COMPUTE_OPEN: 'wizard' };

/** @param {string} name @param {string} log @param {readonly string[]} args */
async function runNode(name, log, args) {
  const file = join(out, 'logs', log);
  const exitCode = await runLogged(projectNode, args, { log: file, env: projectEnvironment() });
  if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode}:\n${readFileSync(file, 'utf8')}`);
}

/** @type {Step} */
const build = {
  name: 'build the extension',
  after: ['npm packages'],
  seconds: 4,
  run: () => runNode('The build', 'build.log', ['esbuild.mjs', '--production']),
};

/** @type {Step} */
const packageIt = {
  name: 'package it',
  after: ['build the extension'],
  seconds: 5,
  run: () => runNode('The package', 'package.log', ['scripts/package.mjs', '--for-start']),
};

/** @type {Step} */
const copyIt = {
  name: 'copy it',
  after: ['build the extension'],
  seconds: 1,
  run: () => runNode('The copy', 'package.log', ['scripts/package.mjs', '--for-start', '--folder']),
};

/** @type {import('./server-process.mjs').Server | undefined} */
let server;

/** @type {Step} */
const startServer = {
  name: 'start VS Code',
  after: ['package it', 'VS Code server'],
  seconds: 4,
  run: async () => {
    server = await startUserServer({ vsix: startVsix, settings, env });
  },
};

const timesFile = join(home, 'seconds.json');

/** Returns how long each step took here before. @returns {Record<string, number>} */
function timesBefore() {
  try {
    return JSON.parse(readFileSync(timesFile, 'utf8'));
  } catch {
    return {};
  }
}

/** Runs the steps and shows the time left. Ends the program if one fails. @param {readonly Step[]} steps */
async function runAll(steps) {
  const before = timesBefore();
  const known = steps.map((step) => ({ ...step, seconds: before[step.name] ?? step.seconds }));
  const display = createDisplay(known, { showsTimeLeft: true });
  const ended = await runSteps(known, { cores: 2, watcher: display });
  display.stop();
  const failed = ended.find(({ outcome }) => outcome === 'failed');
  if (failed) {
    console.error(failed.error instanceof Error ? failed.error.message : failed.error);
    process.exit(1);
  }
  mkdirSync(home, { recursive: true });
  const times = Object.fromEntries(ended.map(({ step, seconds }) => [step.name, seconds]));
  writeFileSync(timesFile, JSON.stringify({ ...before, ...times }));
}

/** Runs until its window is closed or the program receives a signal. @param {string} code */
async function startDesktop(code) {
  await runAll([...missingInstalls(['packages']), build, copyIt]);
  const ended = endAsked();
  const window = openDesktopCode({
    ...{ code, extension: startExtension, folder: prepareWorkspace(), env },
    home: join(home, 'desktop'),
    settings: { ...quietSettings, ...settings },
  });
  console.log(
    '\nVS Code with Secured AML Compute is opening. To end, close its window or press Ctrl+C here.',
  );
  const exitCode = await Promise.race([window.ended, ended.then(() => 0)]);
  window.stop();
  return exitCode;
}

async function startInBrowser() {
  if (!hasVscodeServer) {
    console.error(
      "VS Code isn't on the PATH as 'code'. Install it, or add it to the PATH, and run npm start again.",
    );
    return 1;
  }
  const ended = endAsked();
  await Promise.race([
    ended.then(() => process.exit(1)),
    runAll([...missingInstalls(['packages', 'vscodeServer']), build, packageIt, startServer]),
  ]);
  if (!server) return 1;
  try {
    const address = server.address({ folder: prepareWorkspace() });
    console.log(
      `\nVS Code with Secured AML Compute: ${address}\nWhoever has this address controls VS Code. Press Ctrl+C to end.`,
    );
    if (canOpenBrowser()) openBrowser(address, { folder: home });
    const running = server;
    await Promise.race([
      ended,
      running.ended.then(() => console.error(`The server ended:\n${running.output}`)),
    ]);
  } finally {
    await server.stop();
  }
  return 0;
}

const chosen = chooseVscode(process.argv.slice(2), process.env);
process.exit(chosen.is === 'desktop' ? await startDesktop(chosen.code) : await startInBrowser());
