// `npm start`: builds the extension, installs it into a VS Code server as a user would, prints the address and
// opens the browser. The wizard opens by itself here and nowhere else: docs/decisions/0013-launch-marker.md.
import { spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { makePackage } from './package.mjs';
import { cache, root, vsix } from './places.mjs';
import { run } from './run.mjs';
import { startUserServer } from './server-process.mjs';
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

await ensureVscodeServer();
if ((await run(process.execPath, ['esbuild.mjs', '--production'])) !== 0) process.exit(1);
await makePackage();
const ended = endAsked();
const server = await startUserServer({
  vsix,
  settings: {
    'files.exclude': { '**/.aml-secure-compute': true },
    'amlSecureCompute.account.source': 'sample',
  },
  env: { AML_SECURE_COMPUTE_OPEN: 'wizard' },
});
try {
  const address = `${server.url}/?folder=${encodeURIComponent(prepareWorkspace())}`;
  console.log(`\nVS Code with Secured AML Compute: ${address}\nCtrl+C ends it.`);
  openBrowser(address);
  await Promise.race([ended, server.ended.then(() => console.error(`The server ended:\n${server.output}`))]);
} finally {
  await server.stop();
}
process.exit(0);
