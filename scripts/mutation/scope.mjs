// Selects the code to mutate, and the tests that must detect the mutants.
import { globSync } from 'node:fs';

/** Runs of a property. A mutant that 15 runs don't detect needs a handwritten test. */
export const propertyRuns = 15;

/** Returns the files in test order, the algorithms first, without tables of facts. */
export function mutatedFiles(/** @type {string} */ root) {
  const parts = [
    'src/core/packets',
    'src/checks/check-*',
    'src/core/reach',
    'src/core/tags',
    'src/core/network',
    'src/core/addresses',
    'src/checks',
    'src/core/reach/firewall',
    'src/core',
  ];
  const files = parts.flatMap((part) => {
    const pattern = part.endsWith('*') ? `${part}.ts` : `${part}/*.ts`;
    return filesBelow(root, pattern);
  });
  return [...new Set(files)];
}

/** Tests that take too long to run for every mutant: they run for the code that they were written for, or for none. */
/** @type {Readonly<Record<string, readonly string[]>>} */
const onlyFor = {
  'reach/compare.generative': [],
  'reach/never-matched.generative': [],
  'reach/pass-groups': ['src/core/reach/pass-groups.ts'],
  'reach/flow-result-cache.generative.test.ts > results that are cached from the previous state': [],
  'reach/flow-result-cache': ['src/core/reach/flow-result-cache.ts'],
  'reach/flow-result.test.ts > a result always has details > is undecided if rules': [
    'src/core/reach/settle.ts',
    'src/core/reach/walk.ts',
  ],
  'packets/packet-set': ['src/core/packets/'],
  'addresses/interval-set': ['src/core/addresses/'],
  'checks/attached-ends': ['src/checks/target.ts'],
};

/** Microseconds of tests per mutant in the first round: tests that killed its neighbors, and fast ones. */
export const mostWork = 500_000;

/** Set to test survivors again with every known test. */
export const everyTest = 'AML_SECURE_COMPUTE_EVERY_TEST';

/**
 * Returns whether a test runs for the mutants of a file. Core is first tested by its own tests, and its survivors by those of
 * the checks in a second round.
 * @param {string} test
 * @param {string} mutated
 */
export function testsFile(test, mutated) {
  const isOfCore = mutated.includes('src/core/');
  if (isOfCore && !test.startsWith('test/unit/core/') && !process.env[everyTest]) return false;
  const rule = Object.entries(onlyFor).find(([part]) => test.includes(part));
  return !rule || rule[1].some((part) => mutated.includes(part));
}

/**
 * Leaves out tests that take seconds (random networks compared with other evaluators, which the unit tests and `npm run
 * prove` run), and tests that read the sources as text.
 * @param {string} root
 */
export function testFiles(root) {
  const left = ['against-', 'checks/messages'];
  return filesBelow(root, ['test/unit/core/**/*.test.ts', 'test/unit/checks/*.test.ts']).filter(
    (file) => !left.some((part) => file.includes(part)),
  );
}

/** Paths with `/` on every system. @param {string} root @param {string | string[]} pattern */
function filesBelow(root, pattern) {
  return globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}
