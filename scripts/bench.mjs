// Measures every budget whose subject exists (test/bench/*.bench.ts, or those named on the command line) and prints the
// results.
import { bundleProgram } from './bundle-program.mjs';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makePackage } from './package.mjs';
import { out, root } from './places.mjs';
import { spawnProgram } from './run.mjs';

const bundles = join(out, 'bench');

/** @param {string[]} cells */
const row = ([what = '', budget = '', reached = '', outcome = '']) =>
  `${what.padEnd(72)} ${budget.padStart(10)} ${reached.padStart(10)}  ${outcome}`;

/** A budget without a limit is a figure to compare with. @param {number} value @param {string} unit */
const figure = (value, unit) =>
  value === Infinity ? '–' : `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;

if ((await spawnProgram(process.execPath, ['esbuild.mjs', '--production'])) !== 0) process.exit(1);
await makePackage();
const wanted = process.argv.slice(2);
const files = globSync('test/bench/*.bench.ts', { cwd: root })
  .filter((file) => wanted.length === 0 || wanted.includes(basename(file, '.bench.ts')))
  .sort();
await bundleProgram(files, { outdir: bundles });

const rows = [];
for (const file of files) {
  /** @type {{ benches: readonly import('../test/support/bench').Bench[] }} */
  const { benches } = await import(
    pathToFileURL(join(bundles, basename(file).replace(/\.ts$/, '.mjs'))).href
  );
  for (const { what, budget, unit, measure } of benches) {
    const reached = await measure();
    const within = reached <= budget;
    if (!within) process.exitCode = 1;
    rows.push(row([what, figure(budget, unit), figure(reached, unit), within ? '' : 'over budget']));
  }
}
console.log(`\n${row(['what', 'budget', 'reached'])}\n${rows.join('\n')}`);
// A wizard that a benchmark opened is still waiting for its next read of Azure.
process.exit();
