// Tests every mutant of core and checks that wasn't tested yet (npm run mutation [survivors] [thoroughly] [file…]) and
// writes test/mutation/results.json and out/mutation.md. Results are saved after every few files.
import { Stryker } from '@stryker-mutator/core';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeReport } from './mutation/report.mjs';
import { hashOf, readResults, resultOf, withoutRefused, writeResults } from './mutation/results.mjs';
import { everyTest, mutatedFiles } from './mutation/scope.mjs';
import { out, root } from './places.mjs';

/** Files of one run of Stryker, which starts by running all tests once. */
const together = 4;

/** @typedef {import('./mutation/results.mjs').StrykerReport} StrykerReport */

/** @param {readonly string[]} mutate @returns {Promise<StrykerReport>} */
async function mutantsOf(mutate) {
  const fileName = join(out, 'mutation.json');
  rmSync(fileName, { force: true });
  const stryker = new Stryker({
    mutate: [...mutate],
    testRunner: 'bundled',
    plugins: ['./scripts/mutation/runner.mjs'],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    checkers: [],
    disableTypeChecks: false,
    // An infinite loop is detected by its number of iterations. The timeout only ends runs that would never end, even
    // on a busy machine.
    timeoutMS: 20_000,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName },
    tempDirName: join(out, 'mutation'),
    ignorePatterns: [
      '.cache',
      'webview-ui',
      'media',
      'docs',
      'dist',
      'out',
      'test/e2e',
      'test/fixtures/documents',
      'test-results',
    ],
    allowConsoleColors: false,
  });
  await stryker.runMutationTest();
  return withoutRefused(JSON.parse(readFileSync(fileName, 'utf8')));
}

const words = process.argv.slice(2);
const again = words.includes('survivors');
const asked = words.filter((word) => word !== 'survivors' && word !== 'thoroughly');
if (words.includes('thoroughly')) process.env[everyTest] = 'yes';
const all = mutatedFiles(root);
/** Omits results of deleted files. */
const results = Object.fromEntries(Object.entries(readResults()).filter(([file]) => all.includes(file)));

/** @param {string} file */
function isDue(file) {
  if (asked.length > 0 && !asked.some((part) => file.includes(part))) return false;
  const before = results[file];
  if (!again) return before?.source !== hashOf(file);
  return before !== undefined && before.source === hashOf(file) && before.survivors.length > 0;
}

/** Returns the places to mutate in a file: the whole file, or the lines of survivors. @param {string} file */
function placesIn(file) {
  if (!again) return [file];
  return (results[file]?.survivors ?? []).map(({ line, last }) => `${file}:${line}-${last}`);
}

const due = all.filter(isDue);
for (let at = 0; at < due.length; at += together) {
  const files = due.slice(at, at + together);
  const report = await mutantsOf(files.flatMap(placesIn));
  for (const file of files) results[file] = resultOf(file, report, again ? results[file] : undefined);
  writeResults(results);
  writeReport(results);
  for (const file of files) {
    const { mutants, survivors } = results[file] ?? { mutants: 0, survivors: [] };
    console.log(`${file}: ${mutants} mutants, ${survivors.length} survived`);
  }
}
const { line, complete } = writeReport(results);
console.log(line);
process.exit(complete ? 0 : 1);
