// The tests inside a real extension host: `runTests` on a downloaded VS Code where that works, otherwise on the
// stand-in. One suite either way.
import { build } from 'esbuild';
import { runTests } from '@vscode/test-electron';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { out, root } from './places.mjs';

const updateSite = 'https://update.code.visualstudio.com/api/releases/stable';

async function canDownload() {
  // Without a screen a desktop VS Code does not start.
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined) return false;
  const response = await fetch(updateSite, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  return response?.ok === true;
}

async function bundleTests() {
  const bundle = join(out, 'test', 'integration');
  rmSync(bundle, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['test/integration/run.ts', ...globSync('test/integration/**/*.test.ts', { cwd: root })],
    outdir: bundle,
    outbase: 'test/integration',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(bundle, 'run.js');
}

/** The name that `test/integration/proxy.test.ts` reaches through its proxy alone. */
const proxiedHost = 'management.aml.test';

/**
 * An authority made for this run, which the system of the extension host trusts and nothing else does.
 * @returns {Promise<Record<string, string>>} the environment that says so
 */
async function systemAuthority() {
  const { private: key, cert: certificate } = await generate([{ name: 'commonName', value: proxiedHost }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: proxiedHost }] },
    ],
  });
  const folder = join(out, 'test', 'authority');
  mkdirSync(folder, { recursive: true });
  const files = { certificate: join(folder, 'certificate.pem'), pair: join(folder, 'pair.json') };
  writeFileSync(files.certificate, certificate);
  writeFileSync(files.pair, JSON.stringify({ key, certificate }), { mode: 0o600 });
  return { SSL_CERT_FILE: files.certificate, AML_SECURE_COMPUTE_TEST_AUTHORITY: files.pair };
}

/**
 * What the window opens: several folders, so that tests see each folder have its own.
 * @param {string} folder where they are copied to
 * @returns {string} the workspace's file
 */
function openedFolders(folder) {
  const fixtures = join(root, 'test', 'fixtures');
  cpSync(join(fixtures, 'workspace'), join(folder, 'workspace'), { recursive: true });
  cpSync(join(fixtures, 'folders'), folder, { recursive: true });
  const file = join(folder, 'tests.code-workspace');
  const folders = ['workspace', 'app', 'shared'].map((path) => ({ path }));
  writeFileSync(file, JSON.stringify({ folders }));
  return file;
}

/**
 * Runs a module's `run()` inside a real extension host with our extension.
 * @param {string} extensionTestsPath
 * @param {string} report where it may write its result, as `AML_SECURE_COMPUTE_TEST_REPORT`
 * @returns {Promise<number>} the exit code
 */
async function runInHost(extensionTestsPath, report) {
  const folder = mkdtempSync(join(tmpdir(), 'aml-'));
  const workspace = openedFolders(folder);
  const download = await canDownload();
  console.log(download ? 'VS Code: downloaded' : 'VS Code: the stand-in (a VS Code server and a browser)');
  try {
    return await runTests({
      ...(download ? {} : { vscodeExecutablePath: join(root, 'scripts', 'stand-in.mjs') }),
      extensionDevelopmentPath: root,
      extensionTestsPath,
      launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
      extensionTestsEnv: { AML_SECURE_COMPUTE_TEST_REPORT: report, ...(await systemAuthority()) },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} report where the suite writes its counts
 * @returns {Promise<number>} the exit code
 */
export async function runIntegration(report) {
  return runInHost(await bundleTests(), report);
}

// For the debugger, which starts the extension host itself, the tests are only bundled.
if (import.meta.main) {
  const [report] = process.argv.slice(2);
  if (report === '--only-bundle') await bundleTests();
  else if (report === undefined) throw new Error('Usage: integration.mjs <report> | --only-bundle');
  else process.exitCode = await runIntegration(report);
}
