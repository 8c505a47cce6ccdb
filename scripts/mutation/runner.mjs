// A test runner for Stryker that evaluates the bundled tests again for each mutant, in one process. Vitest reads and
// registers everything again for each mutant, which took 2.8 seconds per mutant. This takes some hundredths of a
// second.
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { join } from 'node:path';
import { bundleTests } from './bundle.mjs';
import { everyTest, mostWork, testFiles, testsFile } from './scope.mjs';
import { createOrder } from './test-order.mjs';

/** @typedef {import('./harness.mjs').Test} Test */
/** @typedef {import('@stryker-mutator/api/test-runner').TestResult} TestResult */

class BundledTestRunner {
  constructor() {
    /** @type {import('@stryker-mutator/api/core').InstrumenterContext} */
    this.stryker = /** @type {any} */ (globalThis)[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
    this.root = process.cwd();
    /** @type {readonly string[]} */
    this.files = [];
    this.order = createOrder(join(this.root, 'test-times.json'));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.files = testFiles(this.root);
    this.evaluate = await bundleTests(this.root, this.files);
  }

  /**
   * @param {import('@stryker-mutator/api/test-runner').DryRunOptions} options
   * @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>}
   */
  async dryRun({ files = [] }) {
    const tests = this.#evaluated();
    /** @type {TestResult[]} */
    const results = [];
    for (const file of this.files) {
      for (const test of tests.testsOf(file)) {
        if (!files.some((mutated) => testsFile(test.id, mutated))) continue;
        this.stryker.currentTestId = test.id;
        results.push(await runTest(test));
        delete this.stryker.currentTestId;
      }
    }
    this.order.learn(results);
    const mutantCoverage = this.stryker.mutantCoverage;
    return { status: DryRunStatus.Complete, tests: results, ...(mutantCoverage && { mutantCoverage }) };
  }

  /** @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options */
  async mutantRun({ activeMutant, hitLimit, testFilter, sandboxFileName }) {
    // Stryker allows a hundred times the duration of all tests, which takes minutes for frequently called code.
    const limit = hitLimit === undefined ? undefined : Math.ceil(hitLimit / 50);
    this.stryker.hitCount = 0;
    if (limit === undefined) delete this.stryker.hitLimit;
    else this.stryker.hitLimit = limit;
    this.stryker.activeMutant = activeMutant.id;
    const mutated = sandboxFileName.replaceAll('\\', '/');
    const tests = await this.#untilOneFails(
      this.order.sorted(testFilter).filter(({ id }) => testsFile(id, mutated)),
    );
    delete this.stryker.activeMutant;
    const timeout = determineHitLimitReached(this.stryker.hitCount, limit);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }

  #evaluated() {
    if (!this.evaluate) throw new Error('Not initialized.');
    return this.evaluate();
  }

  /** Evaluates a file when the first of its tests is due. @param {readonly { id: string; file: string }[]} tests */
  async #untilOneFails(tests) {
    const evaluated = this.#evaluated();
    /** @type {Map<string, Test>} */
    const read = new Map();
    const files = new Set();
    /** @type {TestResult[]} */
    const results = [];
    const before = process.cpuUsage();
    for (const { id, file } of tests) {
      // A mutant that wasn't detected by then counts as survived, until it is tested again with every test.
      if (!process.env[everyTest] && process.cpuUsage(before).user > mostWork) break;
      /** @type {TestResult} */
      let result;
      try {
        if (!files.has(file)) {
          for (const test of evaluated.testsOf(file)) read.set(test.id, test);
        }
        files.add(file);
        result = await runTest(read.get(id) ?? { id, file, run: missing });
      } catch (error) {
        result = failed(id, error, 0);
      }
      results.push(result);
      if (result.status === TestStatus.Failed) {
        this.order.killed(id);
        return results;
      }
    }
    return results;
  }
}

/** A test whose title or file the mutant changed or removed. */
function missing() {
  throw new Error('The test is not there.');
}

/** @param {Test} test @returns {Promise<TestResult>} */
async function runTest({ id, run }) {
  const start = performance.now();
  try {
    await run();
    return { id, name: id, status: TestStatus.Success, timeSpentMs: performance.now() - start };
  } catch (error) {
    return failed(id, error, performance.now() - start);
  }
}

/** @param {string} id @param {unknown} error @param {number} timeSpentMs @returns {TestResult} */
function failed(id, error, timeSpentMs) {
  return {
    id,
    name: id,
    status: TestStatus.Failed,
    failureMessage: String(error).slice(0, 300),
    timeSpentMs,
  };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bundled', BundledTestRunner)];
