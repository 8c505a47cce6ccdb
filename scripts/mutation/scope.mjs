// What is mutated, and the tests that must notice.
import { globSync } from 'node:fs';

/** Runs of a property: a mutant that 15 do not meet is one for the tests by hand. */
export const propertyRuns = 15;

/** Files in the order they are tried, the reasoning first; tables of facts are left out. */
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

/** Tests that take too long to try every mutant with them: they try those they were written for, or none. */
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

/** Microseconds of work on one mutant in the first round: the tests that kill its neighbors and the quick ones. */
export const mostWork = 500_000;

/** Set where survivors are tried again: with every test that is known. */
export const everyTest = 'AML_SECURE_COMPUTE_EVERY_TEST';

/**
 * Whether a test tries the mutants of a file. Core is first held by its own tests, and what they miss by those of the
 * decide in a second round.
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
 * Left out: what takes seconds (random networks beside other evaluators, which the unit tests and `npm run prove`
 * run), and what reads the sources as text.
 * @param {string} root
 */
export function testFiles(root) {
  const left = ['against-', 'checks/messages'];
  return filesBelow(root, ['test/unit/core/**/*.test.ts', 'test/unit/checks/*.test.ts']).filter(
    (file) => !left.some((part) => file.includes(part)),
  );
}

/** With `/` on every system. @param {string} root @param {string | string[]} pattern */
function filesBelow(root, pattern) {
  return globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}
