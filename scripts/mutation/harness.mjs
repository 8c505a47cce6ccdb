// The part of Vitest that the tests of core and checks use, so that thousands of runs share one process. A test file
// registers a list of tests, and Vitest's own `expect` checks them.
import fc from 'fast-check';
import { expect } from 'vitest';
import { propertyRuns } from './scope.mjs';

// The seed is fixed, so that each run has the same result.
fc.configureGlobal({ seed: 1, numRuns: propertyRuns });

/** Few cases for each property, whatever number a test requests. */
const fewCases = new Proxy(
  {},
  {
    get: (_, name) =>
      name === 'assert'
        ? (/** @type {any} */ property, /** @type {any} */ parameters) =>
            fc.assert(property, { ...parameters, numRuns: propertyRuns })
        : Reflect.get(fc, name),
  },
);

/** @typedef {{ id: string; file: string; run: () => unknown }} Test */

/**
 * Inserts the values of a row into a title, as far as needed to make titles unique. @param {string} title @param
 * {unknown} row
 */
const titled = (title, row) => `${title} ${JSON.stringify(row)?.slice(0, 120) ?? ''}`;

/** Returns the replacements of `vitest` and `fast-check`, and the tests that were registered through them. */
export function createHarness() {
  /** @type {Test[]} */
  const tests = [];
  /** @type {Map<string, number>} */
  const names = new Map();
  let file = '';
  /** @type {readonly string[]} */
  let suites = [];

  /** @param {string} title */
  function uniqueId(title) {
    const name = [file, ...suites, title].join(' > ');
    const before = names.get(name) ?? 0;
    names.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  }

  /** Title, then options or the body, in either order. @param {string} title @param {unknown[]} rest */
  function it(title, ...rest) {
    const body = rest.find((one) => typeof one === 'function');
    tests.push({ id: uniqueId(title), file, run: /** @type {() => unknown} */ (body) });
  }

  /** @param {string} title @param {() => void} body */
  function describe(title, body) {
    const outer = suites;
    suites = [...suites, title];
    body();
    suites = outer;
  }

  /**
   * Registers a test for each row of a table. Rows that are lists are the arguments.
   * @param {(title: string, ...rest: any[]) => void} register
   */
  function each(register) {
    return (/** @type {readonly unknown[]} */ rows) =>
      (/** @type {string} */ title, /** @type {unknown[]} */ ...rest) => {
        const body = /** @type {(...args: unknown[]) => unknown} */ (
          rest.find((one) => typeof one === 'function')
        );
        for (const row of rows) {
          const args = Array.isArray(row) ? row : [row];
          register(titled(title, row), () => body(...args));
        }
      };
  }

  const test = Object.assign(it, { each: each(it) });
  return {
    modules: {
      vitest: { it: test, test, describe: Object.assign(describe, { each: each(describe) }), expect },
      'fast-check': fewCases,
    },
    /** Evaluates a test file and returns the tests that it registered. @param {string} name @param {() => void} read */
    testsOf(name, read) {
      file = name;
      const first = tests.length;
      read();
      return tests.slice(first);
    },
  };
}
