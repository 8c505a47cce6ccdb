// Writes out/mutation.md: what was tested, what survived, and why. Each run overwrites it, and it isn't checked in.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { out, root } from '../places.mjs';
import { hashOf } from './results.mjs';
import { mutatedFiles } from './scope.mjs';

/** @typedef {import('./results.mjs').FileResult} FileResult */
/** @typedef {import('./results.mjs').Results} Results */
/** @typedef {import('./results.mjs').Survivor} Survivor */
/**
 * Reason why mutants survive: for these pieces of code in this file, and only for the replacement `now` if it is set.
 * @typedef {{ file: string; was: readonly string[]; now?: string; because: string }} SurvivalReason
 */

const page = join(out, 'mutation.md');
const reasons = join(root, 'test', 'mutation', 'explained.json');

/** @returns {SurvivalReason[]} */
const readReasons = () => JSON.parse(readFileSync(reasons, 'utf8'));

/** @param {readonly SurvivalReason[]} all @param {string} file @param {Survivor} survivor */
function reasonFor(all, file, survivor) {
  return all.find((one) => one.file === file && one.was.some((was) => isMeant(one, was, survivor)));
}

/** @param {SurvivalReason} reason @param {string} piece @param {Survivor} survivor */
const isMeant = (reason, piece, { was, now }) =>
  piece === was && (reason.now === undefined || reason.now === now);

/**
 * Returns pieces of code that have a reason and no longer survive. @param {readonly SurvivalReason[]} all @param
 * {Results} results
 */
function needless(all, results) {
  return all.flatMap((one) =>
    one.was.filter((was) => !results[one.file]?.survivors.some((survivor) => isMeant(one, was, survivor))),
  ).length;
}

/** @param {readonly FileResult[]} results */
function sum(results) {
  const mutants = results.reduce((total, one) => total + one.mutants, 0);
  const survived = results.reduce((total, one) => total + one.survivors.length, 0);
  return { mutants, survived, killed: mutants - survived, score: score(mutants, survived) };
}

/** @param {number} mutants @param {number} survived */
const score = (mutants, survived) =>
  mutants === 0 ? '–' : `${((100 * (mutants - survived)) / mutants).toFixed(1)} %`;

/** @param {string} text */
const code = (text) => (text === '' ? '(nothing)' : `\`\` ${text} \`\``);

/** @param {string} file @param {FileResult} result */
function row(file, result) {
  const { mutants, killed, survived, score } = sum([result]);
  const state = hashOf(file) === result.source ? '' : ' (changed since)';
  return `| ${file}${state} | ${mutants} | ${killed} | ${survived} | ${score} |`;
}

/** @param {string} file @param {FileResult} result @param {readonly SurvivalReason[]} all */
function survivorLines(file, result, all) {
  return result.survivors.map((one) => {
    const because = reasonFor(all, file, one)?.because ?? '**not explained yet**';
    return `- ${one.line}: ${code(one.was)} → ${code(one.now)}${one.reached ? '' : ', which no test runs'}: ${because}`;
  });
}

/**
 * Writes the page. Returns the last line of a run, and whether everything is tested, explained, and above the
 * threshold. @param {Results} results
 */
export function writeReport(results) {
  const all = readReasons();
  const files = mutatedFiles(root);
  const tested = files.filter((file) => results[file]);
  const untested = files.filter((file) => !results[file]);
  const found = tested.map((file) => /** @type {FileResult} */ (results[file]));
  const total = sum(found);
  const unexplained = tested.flatMap((file) =>
    (results[file]?.survivors ?? []).filter((one) => !reasonFor(all, file, one)),
  ).length;
  const folders = [...new Set(tested.map(dirname))].sort();
  const text = [
    '# Mutants',
    '',
    'Written by `npm run mutation` (docs/development.md). Each mutant is one small change of the code that should fail a test.',
    '',
    `**${total.mutants} mutants in ${tested.length} files: ${total.killed} noticed (${total.score}), ${total.survived} survived, ${unexplained} of them not explained yet.** ${untested.length === 0 ? 'Every file was tested.' : `${untested.length} files were not tested yet, listed below.`}`,
    '',
    '| folder | mutants | noticed | survived | score |',
    '| --- | --- | --- | --- | --- |',
    ...folders.map((folder) => {
      const own = sum(
        tested
          .filter((file) => dirname(file) === folder)
          .map((file) => /** @type {FileResult} */ (results[file])),
      );
      return `| ${folder} | ${own.mutants} | ${own.killed} | ${own.survived} | ${own.score} |`;
    }),
    '',
    '## By file',
    '',
    '| file | mutants | noticed | survived | score |',
    '| --- | --- | --- | --- | --- |',
    ...tested.map((file) => row(file, /** @type {FileResult} */ (results[file]))),
    '',
    ...(untested.length === 0 ? [] : ['## Not tested yet', '', ...untested.map((file) => `- ${file}`), '']),
    '## What survived, and why',
    '',
    ...tested
      .filter((file) => (results[file]?.survivors.length ?? 0) > 0)
      .flatMap((file) => [
        `### ${file}`,
        '',
        ...survivorLines(file, /** @type {FileResult} */ (results[file]), all),
        '',
      ]),
  ].join('\n');
  mkdirSync(out, { recursive: true });
  writeFileSync(page, text);
  const unused = needless(all, results);
  const isWhole = untested.length === 0 && unexplained === 0 && unused === 0;
  return {
    line: `${total.mutants} mutants, ${total.survived} survived (${unexplained} not explained), score ${total.score}; ${untested.length} files not tested; ${unused} reasons for what does not survive`,
    complete: isWhole && total.killed >= 0.9 * total.mutants,
  };
}
