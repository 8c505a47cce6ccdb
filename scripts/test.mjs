// Runs every step of the check, or those named on the command line, and ends with `N passed, N failed`.
// A step that is no test counts as one; a skipped test counts as failed: this project skips nothing.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { out, program, root, vsix } from './places.mjs';
import { run } from './run.mjs';
import { checkPackage } from './package.mjs';
import { runIntegration } from './integration.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureVscodeServer } from './vscode-server.mjs';
import { ensureBicep } from './bicep.mjs';

/** @typedef {{ passed: number; failed: number }} Count */
/** @typedef {{ name: string; needs?: string; run: () => Promise<Count> }} Step */

/** @param {boolean} good @returns {Count} */
const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1 });

/** @param {string} name @param {string} command @param {string[]} args @returns {Step} */
const command = (name, command, ...args) => ({
  name,
  run: async () => one((await run(program(command), args)) === 0),
});

/** @param {string} name @param {string} project @returns {Step} */
const types = (name, project) => command(`types ${name}`, 'tsc', '-p', project);

/**
 * The counts of a report, never better than the exit code: a run that broke outside any test failed too.
 * @param {string} report @param {(json: any) => Count} read @param {number} exitCode @returns {Count}
 */
function counted(report, read, exitCode) {
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(report, 'utf8')));
    return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
  } catch {
    return one(false);
  }
}

/** @param {string} name */
function freshReport(name) {
  const report = join(out, 'reports', `${name}.json`);
  rmSync(report, { force: true });
  mkdirSync(join(out, 'reports'), { recursive: true });
  return report;
}

async function unit() {
  const bicep = await ensureBicep();
  notes.push(
    bicep === undefined
      ? 'Bicep oracle: checked-in pairs (the official compiler needs dotnet)'
      : 'Bicep oracle: the official compiler',
  );
  const report = freshReport('unit');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await run(program('vitest'), ['run', ...reporters]);
  return counted(
    report,
    (json) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests + json.numPendingTests + json.numTodoTests,
    }),
    exitCode,
  );
}

async function integration() {
  const report = freshReport('integration');
  const exitCode = await runIntegration(report);
  return counted(report, (json) => ({ passed: json.passes, failed: json.failures + json.pending }), exitCode);
}

async function endToEnd() {
  if (!existsSync(vsix)) {
    console.log('Not run: there is no package.');
    return one(false);
  }
  await ensureVscodeServer();
  await ensureBrowser();
  const report = freshReport('e2e');
  rmSync(join(root, 'test-results'), { recursive: true, force: true });
  const exitCode = await run(program('playwright'), ['test'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return counted(report, countJourneys, exitCode);
}

/** Those that passed at the second try count, and are named: nobody should get used to them. */
function countJourneys(/** @type {any} */ { stats, suites }) {
  const again = titlesOf(suites, 'flaky');
  if (again.length > 0) notes.push(`Passed at the second try: ${again.join(' · ')}`);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
}

/** @param {any[]} suites @param {string} status @returns {string[]} */
function titlesOf(suites, status) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.flatMap((/** @type {any} */ { title, tests }) =>
      tests.some((/** @type {any} */ test) => test.status === status) ? [title] : [],
    ),
    ...titlesOf(inner, status),
  ]);
}

/** @type {readonly Step[]} */
const steps = [
  command('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  command('lint', 'eslint', '--max-warnings', '0', '--report-unused-disable-directives', '.'),
  command('layers', 'depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'webview-ui/src'),
  types('pure layers', 'tsconfig.pure.json'),
  types('extension', 'tsconfig.json'),
  types('webview', 'webview-ui/tsconfig.json'),
  types('end to end', 'test/e2e/tsconfig.json'),
  types('scripts', 'scripts/tsconfig.json'),
  { name: 'unit', run: unit },
  {
    name: 'build',
    run: async () => one((await run(process.execPath, ['esbuild.mjs', '--production'])) === 0),
  },
  { name: 'package', needs: 'build', run: async () => one(await checkPackage()) },
  { name: 'integration', needs: 'build', run: integration },
  { name: 'e2e', needs: 'build', run: endToEnd },
];

/** @param {Step} step @returns {Promise<Count>} */
async function runStep(step) {
  const started = performance.now();
  console.log(`\n── ${step.name}`);
  const blocked = step.needs !== undefined && failedSteps.has(step.needs);
  if (blocked) console.log(`Not run: '${step.needs}' failed.`);
  const count = blocked ? one(false) : await step.run().catch((error) => (console.error(error), one(false)));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
  if (count.failed > 0) failedSteps.add(step.name);
  return count;
}

const wanted = process.argv.slice(2);
const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name.split(' ')[0] ?? name));
/** What the reader of the last lines should know. @type {string[]} */
const notes = [];
/** @type {Set<string>} */
const failedSteps = new Set();
const total = { passed: 0, failed: 0 };
for (const step of chosen) {
  const { passed, failed } = await runStep(step);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${notes.join('\n')}`);
if (failedSteps.size > 0) console.log(`Failed: ${[...failedSteps].join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
