// Runs the steps that check a change, or the given steps with their dependencies, and ends with `N passed, N failed`.
// `--tier=more` and `--tier=all` select other steps. `--sum=gate,more` adds up the results of those tiers, each test
// once. `--part=2/5` runs the second fifth of suites that can be divided. Needs no package and runs on any Node from 18
// on: the first step installs them.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findBicep } from './bicep.mjs';
import { createDisplay, duration } from './display.mjs';
import { missingInstalls } from './installs.mjs';
import { notCollected } from './linux-only.mjs';
import { dropOutdatedTypes } from './outdated-types.mjs';
import { cache, out, packageProgram, projectEnvironment, projectNode } from './places.mjs';
import { runLogged } from './run.mjs';
import { runSteps } from './steps.mjs';
import { countOf, keepResults, keptResults, numbered, readers, mergeResults } from './test-results.mjs';
import { hasVscodeServer } from './vscode-server.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {import('./test-results.mjs').TestResult} TestResult */
/** @typedef {'gate' | 'more' | 'all'} Tier */

const cores = availableParallelism();
const logs = join(out, 'logs');
const reports = join(out, 'reports');

/** @type {TestResult[]} */
const results = [];

/** @param {string} name */
const option = (name) => process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const part = option('part');

/** The part of a suite that Vitest and Playwright run. */
const ofPart = part === undefined ? [] : [`--shard=${part}`];

/** @param {string} name */
const logOf = (name) => join(logs, `${name.replaceAll(' ', '-')}.log`);

/**
 * @param {string} name
 * @param {readonly string[]} args arguments of the project's Node
 * @param {{ env?: NodeJS.ProcessEnv; show?: (progress: string) => void }} [options]
 */
function runNode(name, args, { env = {}, show } = {}) {
  return runLogged(projectNode, args, {
    log: logOf(name),
    env: { ...projectEnvironment(), FORCE_COLOR: '0', ...env },
    onMessage: (message) => show?.(String(message)),
  });
}

/**
 * Creates a step that is one check: it passes if its program exits with 0.
 * @param {string} name
 * @param {number} seconds
 * @param {() => readonly string[]} args read when it runs: before, the packages may be missing
 * @param {Partial<Step>} [more]
 * @returns {Step}
 */
function check(name, seconds, args, more = {}) {
  return {
    name,
    seconds,
    after: ['npm packages'],
    run: async () => {
      const exitCode = await runNode(name, args());
      results.push({ id: name, passed: exitCode === 0, seconds: 0 });
      if (exitCode !== 0) throw new Error(`It ended with ${exitCode}.`);
    },
    ...more,
  };
}

/**
 * Creates a step with many tests, whose results are in a report. Its results are never better than its exit code: a run
 * that failed outside of a test failed too.
 * @param {object} options
 * @param {string} options.name
 * @param {number} options.seconds
 * @param {keyof typeof readers} options.reader
 * @param {readonly string[]} options.after
 * @param {(report: string) => readonly string[]} options.args
 * @param {(report: string) => NodeJS.ProcessEnv} [options.env]
 * @param {number} [options.cores] Default: all, for tests that run in workers
 * @param {string} [options.suite] the step's name in the IDs of its tests, if tests of several steps are the same
 * @returns {Step}
 */
function suite({ name, seconds, reader, after, args, env, suite = name, cores = Infinity }) {
  return {
    name,
    seconds,
    after: ['npm packages', ...after],
    cores,
    run: async (show) => {
      const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
      rmSync(report, { force: true });
      const exitCode = await runNode(name, args(report), { env: env?.(report) ?? {}, show });
      const own = resultsIn(report, suite, reader);
      results.push(...own);
      const { passed, failed } = countOf(own);
      if (failed === 0 && exitCode === 0 && passed > 0) return;
      if (failed === 0) results.push({ id: `${suite} › the run itself`, passed: false, seconds: 0 });
      throw new Error(failed > 0 ? `${failed} of ${passed + failed} failed.` : `It ended with ${exitCode}.`);
    },
  };
}

/** @param {string} report @param {string} step @param {keyof typeof readers} reader @returns {TestResult[]} */
function resultsIn(report, step, reader) {
  if (!existsSync(report)) return [];
  return numbered(readers[reader](step, JSON.parse(readFileSync(report, 'utf8'))));
}

/** @param {string} name @param {number} seconds @param {readonly string[]} words @param {NodeJS.ProcessEnv} [env] */
const vitest = (name, seconds, words, env) =>
  suite({
    ...{ name, seconds, suite: 'unit', reader: 'vitest', after: ['Bicep compiler'] },
    args: (report) => [
      ...[packageProgram('vitest'), 'run', ...words, ...ofPart, '--reporter=default', '--reporter=json'],
      ...['--reporter=./scripts/reporters/vitest.mjs', `--outputFile.json=${report}`],
    ],
    ...(env ? { env: () => env } : {}),
  });

/** @param {string} name @param {number} seconds @param {readonly string[]} after @param {string} project */
const playwright = (name, seconds, after, project) =>
  suite({
    ...{ name, seconds, reader: 'playwright', after: ['Chromium', ...after] },
    args: () => [
      ...[packageProgram('@playwright/test', 'playwright'), 'test', `--project=${project}`, ...ofPart],
      ...['--reporter=list,json,./scripts/reporters/playwright.mjs', `--output=test-results/${project}`],
    ],
    env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  });

const manyCases = { AML_SECURE_COMPUTE_CASES: 'many' };
const allCases = { AML_SECURE_COMPUTE_CASES: 'all' };
const typeProjects = ['tsconfig.pure.json', 'tsconfig.json'].concat(
  ['webview-ui', 'test/e2e', 'scripts'].map((folder) => `${folder}/tsconfig.json`),
);

/** @param {string} name */
const cacheOf = (name) => join(cache, name);

const knip = ['--no-progress', '--cache', '--cache-location', cacheOf('knip')];

const build = check('build', 5, () => ['esbuild.mjs', '--production']);
const packaged = check('package', 6, () => ['scripts/package.mjs'], { after: ['npm packages', 'build'] });

const npmPackage = check('npm-package', 30, () => ['scripts/npm-package.mjs'], {
  after: ['npm packages', 'older Node', 'package'],
});

/** @type {readonly Step[]} */
const statics = [
  check('lint', 10, () => [packageProgram('oxlint')]),
  // One thread: more threads repeat each other's work, and the other core has its own step.
  check('types', 15, () => {
    dropOutdatedTypes();
    return [packageProgram('typescript-native', 'tsc'), '-b', '--singleThreaded', ...typeProjects];
  }),
  // Its parser takes two thirds of the usual parser's time, with the same result.
  check('format', 25, () => [
    ...[packageProgram('prettier'), '--check', '--log-level', 'warn', '--plugin', '@prettier/plugin-oxc'],
    ...['--cache', '--cache-strategy', 'content', '--cache-location', cacheOf('prettier'), '.'],
  ]),
  check('layers', 4, () => [
    ...[packageProgram('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.mjs'],
    ...['src', 'webview-ui/src'],
  ]),
  // Phrases that texts and pages avoid.
  check('words', 2, () => ['scripts/words.mjs', '--check']),
  check('spelling', 15, () => [
    ...[packageProgram('cspell'), 'lint', '--no-progress', '--no-summary'],
    ...['--cache', '--cache-strategy', 'content', '--cache-location', cacheOf('cspell')],
  ]),
  check('dead-code', 10, () => [packageProgram('knip'), ...knip]),
  // Exported names that two modules declare.
  check('names', 1, () => ['scripts/check-names.mjs']),
  // The pictures of docs/architecture.md, and the paths that they show.
  check('architecture', 3, () => ['scripts/architecture.mjs', '--check']),
  // Expressions that can be slow on some texts.
  check('expressions', 3, () => ['scripts/check-expressions.mjs']),
  // Code that only its own tests use.
  check('test-only-code', 10, () => [
    packageProgram('knip'),
    ...knip,
    '--production',
    '--include',
    'files,exports,types',
  ]),
];

const unit = vitest('unit', 200, []);

const integration = suite({
  ...{ name: 'integration', seconds: 100, reader: 'mocha', cores: 1 },
  after: ['VS Code server', 'Chromium', 'build'],
  args: (report) => ['scripts/integration.mjs', report],
});
const page = playwright('page', 70, [], 'page');
const pageMore = playwright('page more', 60, [], 'page-more');
const inVscode = ['VS Code server', 'package'];
const journeys = playwright('journeys', 130, inVscode, 'vscode');
const journeysMore = playwright('journeys more', 400, inVscode, 'vscode-more');

/**
 * The steps of each tier. A step that uses both cores starts when the others have ended. @type {Readonly<Record<Tier,
 * readonly Step[]>>}
 */
const tiers = {
  gate: [build, integration, packaged, npmPackage, ...statics, journeys, page, unit],
  more: [build, packaged, journeysMore, pageMore, vitest('generative', 160, ['generative'], manyCases)],
  all: [
    ...[build, integration, packaged, ...statics, journeysMore, journeys, page, pageMore],
    vitest('unit', 1200, [], allCases),
  ],
};

/** Suites that run in VS Code's server, which exists for Linux only. */
const needsServer = new Set(['journeys', 'journeys more']);

/** Returns the named steps and their dependencies. @param {readonly Step[]} steps @param {readonly string[]} names */
function withNeeds(steps, names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = steps.map(({ name }) => name).join(', ');
    throw new Error(`There is no step ${unknown.join(', ')}. The steps are: ${known}.`);
  }
  const wanted = new Set(names);
  for (const step of [...steps].reverse()) {
    if (wanted.has(step.name)) for (const need of step.after ?? []) wanted.add(need);
  }
  return steps.filter(({ name }) => wanted.has(name));
}

/** @param {readonly Step[]} steps */
function installsOf(steps) {
  const needed = new Set(steps.flatMap(({ after = [] }) => after));
  return missingInstalls([
    'packages',
    ...(needed.has('VS Code server') && hasVscodeServer ? /** @type {const} */ (['vscodeServer']) : []),
    ...(needed.has('Chromium') ? /** @type {const} */ (['browser']) : []),
    ...(needed.has('Bicep compiler') ? /** @type {const} */ (['bicep']) : []),
    ...(needed.has('older Node') ? /** @type {const} */ (['olderNodes']) : []),
  ]);
}

/** Returns the end of a failed step's output. @param {import('./steps.mjs').Ended} ended */
function printFailure({ step, error }) {
  const log = logOf(step.name);
  console.log(`\n── ${step.name} failed. ${error instanceof Error ? error.message : String(error)}`);
  if (!existsSync(log)) return;
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  console.log(lines.slice(-200).join('\n'));
  if (lines.length > 200) console.log(`── The whole output: ${log}`);
}

/** @param {readonly import('./steps.mjs').Ended[]} ended @param {number} total seconds */
function printTimes(ended, total) {
  const installs = ended.filter(({ step }) => step.kind === 'install');
  const list = installs.map(({ step, seconds }) => `${step.name} ${duration(seconds)}`).join(', ');
  console.log(`\nInstalls: ${list === '' ? 'nothing was missing' : list}`);
  const slowest = results.filter(({ seconds }) => seconds > 0).sort((a, b) => b.seconds - a.seconds);
  console.log('The ten slowest tests:');
  for (const { id, seconds } of slowest.slice(0, 10)) console.log(`  ${seconds.toFixed(1)} s  ${id}`);
  console.log(`Everything: ${duration(total)}`);
}

/** @param {readonly string[]} names @param {Tier} tier */
async function runTier(names, tier) {
  const all = tiers[tier];
  const left = hasVscodeServer ? [] : all.filter(({ name }) => needsServer.has(name));
  const here = all.filter((step) => !left.includes(step));
  const chosen = names.length === 0 ? here : withNeeds(here, names);
  const steps = [...installsOf(chosen), ...chosen];
  rmSync(logs, { recursive: true, force: true });
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const display = createDisplay(steps);
  const start = performance.now();
  const ended = await runSteps(steps, { cores, watcher: display });
  display.stop();
  for (const one of ended.filter(({ outcome }) => outcome === 'failed')) printFailure(one);
  for (const { step, outcome } of ended) {
    const isInstall = step.kind === 'install';
    if (outcome === 'blocked' || (isInstall && outcome === 'failed')) {
      results.push({ id: step.name, passed: false, seconds: 0 });
    }
  }
  printTimes(ended, (performance.now() - start) / 1000);
  const oracle = findBicep()
    ? 'the official compiler'
    : 'checked-in pairs (the official compiler needs dotnet)';
  if (chosen.includes(unit)) console.log(`Bicep oracle: ${oracle}`);
  if (left.length > 0) {
    console.log(`Not run here, because they need Linux on x64: ${left.map(({ name }) => name).join(', ')}`);
  }
  for (const line of notCollected()) console.log(line);
  if (names.length === 0) keepResults(tier, results);
  return results;
}

/** @param {readonly TestResult[]} all */
function printCount(all) {
  const { passed, failed } = countOf(all);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

const sum = option('sum');
const tier = /** @type {Tier} */ (option('tier') ?? 'gate');
if (!(tier in tiers)) {
  throw new Error(`There is no tier ${tier}. The tiers are: ${Object.keys(tiers).join(', ')}.`);
}
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
printCount(sum === undefined ? await runTier(words, tier) : mergeResults(sum.split(',').map(keptResults)));
