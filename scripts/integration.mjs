// Runs the tests inside a real extension host. AML_SECURE_COMPUTE_VSCODE=<version>, lowest, stable, or insiders
// requires that VS Code, downloaded. Without it: the newest stable VS Code if it can be downloaded, otherwise the
// stand-in.
import { build } from 'esbuild';
import { runTests } from '@vscode/test-electron';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { canDownloadVscode, demandedVscode, downloadVscode } from './desktop-vscode.mjs';
import { out, root } from './places.mjs';

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
    // Some CommonJS packages load parts by names that only they resolve.
    mainFields: ['module', 'main'],
    format: 'cjs',
    target: 'node22',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(bundle, 'run.js');
}

/** The host name that `test/integration/proxy.test.ts` reaches through its proxy only. */
const proxiedHost = 'management.aml.test';

/**
 * Creates a certificate authority for this run, which only the system of the extension host trusts.
 * @returns {Promise<Record<string, string>>} the environment that declares it
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
 * Creates the workspace to open: several folders, so that tests verify that each folder has its own settings.
 * @param {string} folder target of the copies
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

/** @returns {Promise<{ program: string; version?: string; name: string }>} the VS Code that runs the tests */
async function chooseVscode() {
  const demanded = demandedVscode(process.env);
  if (demanded !== undefined || (await canDownloadVscode())) {
    const { version, program } = await downloadVscode(demanded ?? 'stable');
    return { program, version, name: `VS Code ${version}, downloaded` };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'VS Code cannot be downloaded, and the stand-in (a VS Code server) is for Linux on x64 only.',
    );
  }
  return {
    program: join(root, 'scripts', 'stand-in.mjs'),
    name: 'the stand-in (a VS Code server and a browser)',
  };
}

/**
 * Runs a module's `run()` inside a real extension host with our extension.
 * @param {string} extensionTestsPath
 * @param {string} report file for its result, as `AML_SECURE_COMPUTE_TEST_REPORT`
 * @returns {Promise<number>} the exit code
 */
async function runInHost(extensionTestsPath, report) {
  const folder = mkdtempSync(join(tmpdir(), 'aml-'));
  try {
    const { program, version = '', name } = await chooseVscode();
    console.log(`The tests run in ${name}.`);
    return await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: root,
      extensionTestsPath,
      launchArgs: [
        openedFolders(folder),
        ...['--disable-extensions', '--disable-workspace-trust'],
        // Short paths: VS Code creates a socket below, and macOS allows 103 characters.
        ...[`--user-data-dir=${join(folder, 'u')}`, `--extensions-dir=${join(folder, 'x')}`],
      ],
      extensionTestsEnv: {
        AML_SECURE_COMPUTE_TEST_REPORT: report,
        AML_SECURE_COMPUTE_TEST_VERSION: version,
        ...(await systemAuthority()),
      },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/**
 * @param {string} report file for the suite's counts
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
