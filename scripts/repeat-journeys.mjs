// `npm run test:repeat [-- N M]`: runs the journeys of the gate N times (10) and the others M times (3) with the built
// package, without retries, and prints how often each failed and how long it took.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { out, packageProgram, root, vsix } from './places.mjs';
import { spawnProgram } from './run.mjs';
import { ensureVscodeServer } from './vscode-server.mjs';

/** @typedef {{ project: string; title: string; seconds: number; failed: boolean }} JourneyResult */
/** @typedef {{ projects: readonly string[]; times: number }} Round */

/**
 * @param {string | undefined} text @param {number} otherwise
 * @returns {number} number of runs
 */
function timesOf(text, otherwise) {
  const times = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(times) || times < 0) throw new Error(`'${text}' is not a number of runs.`);
  return times;
}

/**
 * Runs the projects once, with all of their tests.
 * @param {readonly string[]} projects
 * @returns {Promise<readonly JourneyResult[]>} @throws if a run ended without a report, or failed outside of a test
 */
async function runOnce(projects) {
  const report = join(out, 'reports', 'repeated-journeys.json');
  mkdirSync(join(out, 'reports'), { recursive: true });
  rmSync(report, { force: true });
  const playwright = packageProgram('@playwright/test', 'playwright');
  const args = [playwright, 'test', '--retries=0', ...projects.map((name) => `--project=${name}`)];
  const exitCode = await spawnProgram(process.execPath, args, {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  if (!existsSync(report)) throw new Error(`Playwright ended with ${exitCode} and no report.`);
  const { suites, errors } = JSON.parse(readFileSync(report, 'utf8'));
  if (errors.length > 0) throw new Error(errors.map((/** @type {any} */ one) => one.message).join('\n'));
  return resultsIn(suites, []);
}

/**
 * @param {any[]} suites @param {readonly string[]} above the titles around them
 * @returns {JourneyResult[]}
 */
function resultsIn(suites, above) {
  return suites.flatMap(({ title: own, suites: inner = [], specs = [] }) => [
    ...specs.flatMap((/** @type {any} */ { title, tests }) =>
      tests.map((/** @type {any} */ { projectName, status, results }) => ({
        project: projectName,
        title: [...above, own, title].join(' › '),
        seconds:
          results.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.duration, 0) / 1000,
        // A skipped test proves nothing.
        failed: status !== 'expected',
      })),
    ),
    ...resultsIn(inner, [...above, own]),
  ]);
}

/** @param {readonly number[]} sorted @returns {number} */
const medianOf = (sorted) => sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;

/** @param {readonly JourneyResult[]} results @returns {string} */
function tableOf(results) {
  const byTest = Map.groupBy(results, ({ project, title }) => `${project} › ${title}`);
  const head = ['runs', 'failures', 'minimum', 'median', 'maximum', 'test'];
  const rows = [...byTest].map(([name, runs]) => {
    const seconds = runs.map((one) => one.seconds).toSorted((a, b) => a - b);
    const times = [seconds[0] ?? 0, medianOf(seconds), seconds.at(-1) ?? 0];
    const failures = runs.filter((one) => one.failed).length;
    return [String(runs.length), String(failures), ...times.map((one) => `${one.toFixed(1)} s`), name];
  });
  const widths = head.map((_, index) => Math.max(...[head, ...rows].map((row) => row[index]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ row) =>
    row.map((cell, index) => (index === 5 ? cell : cell.padStart(widths[index] ?? 0))).join('  ');
  return [head, ...rows].map(line).join('\n');
}

if (!existsSync(vsix)) {
  throw new Error(
    `${relative(root, vsix)} is missing. Build it: node esbuild.mjs --production && node scripts/package.mjs`,
  );
}
await ensureVscodeServer();
await ensureBrowser();
const [gate, others] = process.argv.slice(2);
/** @type {readonly Round[]} */
const rounds = [
  { projects: ['page', 'vscode'], times: timesOf(gate, 10) },
  { projects: ['page-more', 'vscode-more'], times: timesOf(others, 3) },
];
/** @type {JourneyResult[]} */
const results = [];
for (const { projects, times } of rounds) {
  for (let n = 1; n <= times; n += 1) {
    const started = performance.now();
    const once = await runOnce(projects);
    results.push(...once);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const failures = once.filter((one) => one.failed).length;
    console.log(
      `\n── ${projects.join(' and ')}, run ${n} of ${times}: ${failures} of ${once.length} failed (${seconds} s)`,
    );
  }
}
console.log(`\n${tableOf(results)}`);
const failures = results.filter((one) => one.failed).length;
console.log(`\n${results.length} runs of tests, ${failures} failed`);
process.exitCode = failures > 0 || results.length === 0 ? 1 : 0;
