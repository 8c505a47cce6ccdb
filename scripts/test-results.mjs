// The tests that a run reports, independent of the test runner, so that they can be counted once and their times
// compared.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { out, root } from './places.mjs';

/**
 * @typedef {object} TestResult
 * @property {string} id the same in each run: step, file, and title
 * @property {boolean} passed false for a skipped test too: this project skips nothing
 * @property {number} seconds
 */

/** @param {string} step @param {string} file @param {string} title */
const idOf = (step, file, title) => [step, relative(root, file).replaceAll('\\', '/'), title].join(' › ');

/** Readers of the JSON reports of Vitest, mocha, and Playwright. */
export const readers = {
  /** @param {string} step @param {any} json @returns {TestResult[]} */
  vitest: (step, json) =>
    json.testResults.flatMap((/** @type {any} */ { name, assertionResults, status, message }) =>
      assertionResults.length === 0 && status === 'failed'
        ? [{ id: idOf(step, name, message.split('\n')[0]), passed: false, seconds: 0 }]
        : assertionResults.map((/** @type {any} */ one) => ({
            id: idOf(step, name, one.fullName),
            passed: one.status === 'passed',
            seconds: (one.duration ?? 0) / 1000,
          })),
    ),

  /** @param {string} step @param {any} json @returns {TestResult[]} */
  mocha: (step, json) =>
    json.tests.map((/** @type {any} */ { title, passed, seconds }) => ({
      ...{ id: `${step} › ${title}`, passed, seconds },
    })),

  /** @param {string} step @param {any} json @returns {TestResult[]} */
  playwright: (step, json) => journeysOf(step, json.config.rootDir, json.suites, []),
};

/**
 * @param {string} step @param {string} rootDir @param {any[]} suites @param {readonly string[]} titles
 * @returns {TestResult[]}
 */
function journeysOf(step, rootDir, suites, titles) {
  return suites.flatMap(({ title, suites: inner = [], specs = [], file }) => {
    const path = title === file ? titles : [...titles, title];
    const own = specs.map((/** @type {any} */ spec) => ({
      id: idOf(step, join(rootDir, spec.file), [...path, spec.title].join(' ')),
      passed: spec.tests.every((/** @type {any} */ test) => test.status === 'expected'),
      seconds: spec.tests
        .flatMap((/** @type {any} */ test) => test.results)
        .reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.duration / 1000, 0),
    }));
    return [...own, ...journeysOf(step, rootDir, inner, path)];
  });
}

/** @param {readonly TestResult[]} results */
export function countOf(results) {
  const passed = results.filter((one) => one.passed).length;
  return { passed, failed: results.length - passed };
}

/**
 * Merges the results of several runs, each test once: it passed if it passed in each of them.
 * @param {readonly (readonly TestResult[])[]} runs
 * @returns {TestResult[]}
 */
export function mergeResults(runs) {
  /** @type {Map<string, TestResult>} */
  const all = new Map();
  for (const one of runs.flat()) {
    const before = all.get(one.id);
    all.set(one.id, before && !before.passed ? before : one);
  }
  return [...all.values()];
}

/**
 * Numbers IDs that occur twice in one run: they are two tests, and the later ones get a number.
 * @param {readonly TestResult[]} results
 * @returns {TestResult[]}
 */
export function numbered(results) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return results.map((one) => {
    const number = (seen.get(one.id) ?? 0) + 1;
    seen.set(one.id, number);
    return number === 1 ? one : { ...one, id: `${one.id} (${number})` };
  });
}

/** @param {string} tier */
const fileOf = (tier) => join(out, 'results', `${tier}.json`);

/** @param {string} tier @param {readonly TestResult[]} results */
export function keepResults(tier, results) {
  mkdirSync(join(out, 'results'), { recursive: true });
  writeFileSync(fileOf(tier), JSON.stringify(results));
}

/**
 * @param {string} tier
 * @returns {TestResult[]}
 * @throws {Error} if that tier hasn't run
 */
export function keptResults(tier) {
  if (!existsSync(fileOf(tier))) throw new Error(`'${tier}' hasn't run: there is no ${fileOf(tier)}.`);
  return JSON.parse(readFileSync(fileOf(tier), 'utf8'));
}
