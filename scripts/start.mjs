// `npm start`: builds the extension and opens it: in the desktop's VS Code where `code` is on the PATH, else (or with
// `npm start -- --server`) installed into a VS Code server, whose address is printed and opened. The wizard opens by itself here and nowhere else: docs/decisions/0013-launch-marker.md.
import { spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { chooseVscode, openDesktopCode } from './desktop-code.mjs';
import { makePackage } from './package.mjs';
import { cache, root, vsix } from './places.mjs';
import { run } from './run.mjs';
import { quietSettings, startUserServer } from './server-process.mjs';
import { ensureVscodeServer } from './vscode-server.mjs';

/** The folder that is opened; what is written there stays for the next start. */
function prepareWorkspace() {
  const workspace = join(cache, 'start', 'workspace');
  cpSync(join(root, 'test', 'fixtures', 'start-workspace'), workspace, { recursive: true, force: false });
  return workspace;
}

/** Opens the address where there is a screen and something that opens addresses. @param {string} address */
function openBrowser(address) {
  const hasScreen = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  if (!hasScreen || !existsSync('/usr/bin/xdg-open')) return;
  spawn('/usr/bin/xdg-open', [address], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}

/**
 * The signal that ends the program. It may come twice (from the terminal and from the parent), so it is listened
 * to for good: a second one must not cut the stopping short.
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

async function build() {
  if ((await run(process.execPath, ['esbuild.mjs', '--production'])) !== 0) process.exit(1);
}

/** Runs until its window is closed or the program is asked to end. @param {string} code */
async function startDesktop(code) {
  await build();
  const ended = endAsked();
  const window = openDesktopCode({
    ...{ code, extension: root, folder: prepareWorkspace(), env },
    home: join(cache, 'start', 'desktop'),
    settings: { ...quietSettings, ...settings },
  });
  console.log(
    '\nVS Code with Secured AML Compute is opening. Close its window, or press Ctrl+C here, to end.',
  );
  const exitCode = await Promise.race([window.ended, ended.then(() => 0)]);
  window.stop();
  return exitCode;
}

async function startServer() {
  await ensureVscodeServer();
  await build();
  await makePackage();
  const ended = endAsked();
  const server = await startUserServer({ vsix, settings, env });
  try {
    const address = `${server.url}/?folder=${encodeURIComponent(prepareWorkspace())}`;
    console.log(`\nVS Code with Secured AML Compute: ${address}\nCtrl+C ends it.`);
    openBrowser(address);
    await Promise.race([
      ended,
      server.ended.then(() => console.error(`The server ended:\n${server.output}`)),
    ]);
  } finally {
    await server.stop();
  }
  return 0;
}

const chosen = chooseVscode(process.argv.slice(2), process.env);
process.exit(chosen.is === 'desktop' ? await startDesktop(chosen.code) : await startServer());
