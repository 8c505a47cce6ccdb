// `npm run attack [-- file]`: tries every attack of `test/attack` and `test/e2e/more/attack-*`, prints each attempt with
// its result, and ends by itself. A word chooses files whose path contains it. `npm test` tries a few of an attack's
// variants; this tries all.
import { ensureBrowser } from './browser.mjs';
import { programOf } from './places.mjs';
import { run } from './run.mjs';
import { ensureVscodeServer, hasVscodeServer } from './vscode-server.mjs';

const [word = ''] = process.argv.slice(2);
const env = { AML_SECURE_COMPUTE_CASES: 'many' };

/** An attempt with all its variants, on a machine that does other work too: far above what any takes alone. */
const longest = 180_000;

/** @returns {Promise<number>} the exit code */
function attackWithoutWindow() {
  const limits = [`--testTimeout=${longest}`, `--hookTimeout=${longest}`];
  const args = ['run', `test/attack/${word}`, '--reporter=verbose', '--passWithNoTests', ...limits];
  return run(process.execPath, [programOf('vitest'), ...args], { env });
}

/** Attacks that need VS Code. @returns {Promise<number>} the exit code */
async function attackInVscode() {
  if (!hasVscodeServer) {
    console.log('Not run here, because they need Linux on x64: test/e2e/more/attack-*');
    return 0;
  }
  const packaged = await run(process.execPath, ['scripts/test.mjs', 'package']);
  if (packaged !== 0) return packaged;
  await ensureVscodeServer();
  await ensureBrowser();
  const args = ['test', '--project=vscode-more', '--pass-with-no-tests', `attack-${word}`];
  return run(process.execPath, [programOf('@playwright/test', 'playwright'), ...args], { env });
}

const exitCodes = [await attackWithoutWindow(), await attackInVscode()];
process.exitCode = exitCodes.every((one) => one === 0) ? 0 : 1;
