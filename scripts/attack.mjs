// `npm run attack [-- file]`: runs every attack of `test/attack`, `test/page/more/attack-*`, and
// `test/e2e/more/attack-*`, prints each attempt with its result, and ends automatically. A word selects files whose
// path contains it. `npm test` runs a few of an attack's variants; this runs all.
import { ensureBrowser } from './browser.mjs';
import { packageProgram } from './places.mjs';
import { spawnProgram } from './run.mjs';
import { ensureVscodeServer, hasVscodeServer } from './vscode-server.mjs';

const [word = ''] = process.argv.slice(2);
const env = { AML_SECURE_COMPUTE_CASES: 'many' };

/** Timeout of an attempt with all its variants, on a busy machine: far above what any attempt takes alone. */
const longest = 180_000;

/** @returns {Promise<number>} the exit code */
function attackWithoutWindow() {
  const limits = [`--testTimeout=${longest}`, `--hookTimeout=${longest}`];
  const args = ['run', `test/attack/${word}`, '--reporter=verbose', '--passWithNoTests', ...limits];
  return spawnProgram(process.execPath, [packageProgram('vitest'), ...args], { env });
}

/** Runs attacks on the page, and those that need VS Code. @returns {Promise<number>} the exit code */
async function attackInBrowser() {
  const packaged = await spawnProgram(process.execPath, ['scripts/test.mjs', 'package']);
  if (packaged !== 0) return packaged;
  if (hasVscodeServer) await ensureVscodeServer();
  else console.log('Not run here, because they need Linux on x64: test/e2e/more/attack-*');
  await ensureBrowser();
  const projects = ['page-more', ...(hasVscodeServer ? ['vscode-more'] : [])].map(
    (one) => `--project=${one}`,
  );
  const args = ['test', ...projects, '--pass-with-no-tests', `attack-${word}`];
  return spawnProgram(process.execPath, [packageProgram('@playwright/test', 'playwright'), ...args], { env });
}

const exitCodes = [await attackWithoutWindow(), await attackInBrowser()];
process.exitCode = exitCodes.every((one) => one === 0) ? 0 : 1;
