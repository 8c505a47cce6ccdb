// Known results of each file's mutants: test/mutation/results.json.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../places.mjs';
import { rejectedByCompiler } from './compiler.mjs';

/** @typedef {{ line: number; column: number }} Position */
/** @typedef {{ mutatorName: string; replacement?: string; status: string; location: { start: Position; end: Position } }} StrykerMutant */
/** @typedef {{ files: Record<string, { source: string; mutants: StrykerMutant[] }> }} StrykerReport */
/**
 * @typedef {object} Survivor
 * @property {number} line the first line of what is mutated
 * @property {number} last its last line
 * @property {number} column
 * @property {string} mutator
 * @property {string} was
 * @property {string} now
 * @property {boolean} reached some test runs it
 */
/** @typedef {{ source: string; mutants: number; timeouts: number; refused: number; survivors: Survivor[] }} FileResult */
/** @typedef {Record<string, FileResult>} Results */

const place = join(root, 'test', 'mutation', 'results.json');

/** @param {string} source */
const hash = (source) => createHash('sha256').update(source).digest('hex').slice(0, 12);

/** Identifies the text that a file's results belong to. @param {string} file */
export const hashOf = (file) => hash(readFileSync(join(root, file), 'utf8'));

/** @returns {Results} */
export function readResults() {
  return existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')) : {};
}

/** Writes one line per file and one per survivor, so that a diff shows what changed. @param {Results} results */
export function writeResults(results) {
  mkdirSync(dirname(place), { recursive: true });
  const lines = Object.keys(results)
    .sort()
    .map((file) => {
      const { survivors, ...rest } = /** @type {FileResult} */ (results[file]);
      const one = JSON.stringify({ ...rest, survivors: [] }).slice(0, -2);
      return `${JSON.stringify(file)}: ${one}${survivors.map((each) => `\n  ${JSON.stringify(each)}`).join()}]}`;
    });
  writeFileSync(place, `{\n${lines.join(',\n')}\n}\n`);
}

/** Shortens a text to one readable line. @param {string} text */
function shortened(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 140 ? `${line.slice(0, 100)} … ${line.slice(-35)}` : line;
}

/** @param {string} source @param {StrykerMutant['location']} location */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, end.column - 1);
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  return lines.join('\n');
}

/** @param {string} source @param {StrykerMutant} mutant @returns {Survivor} */
function survivorOf(source, { location, mutatorName, replacement = '', status }) {
  return {
    line: location.start.line,
    last: location.end.line,
    column: location.start.column,
    mutator: mutatorName,
    was: shortened(textAt(source, location)),
    now: shortened(replacement),
    reached: status === 'Survived',
  };
}

/** @param {string} source @param {StrykerMutant} mutant */
function mutated(source, { location: { start, end }, replacement = '' }) {
  const lines = source.split('\n');
  /** @param {Position} position */
  const offset = ({ line, column }) =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return source.slice(0, offset(start)) + replacement + source.slice(offset(end));
}

/** Marks survivors that TypeScript rejects as `CompileError` in a report. @param {StrykerReport} report */
export function withoutRefused(report) {
  const survived = Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants.filter(isSurvivor).map((mutant) => ({ mutant, file, text: mutated(source, mutant) })),
  );
  const sources = new Map(Object.entries(report.files).map(([file, { source }]) => [file, source]));
  rejectedByCompiler(survived, sources).forEach((isRefused, index) => {
    const mutant = survived[index]?.mutant;
    if (mutant && isRefused) mutant.status = 'CompileError';
  });
  return report;
}

/** @param {StrykerMutant} mutant */
const isSurvivor = ({ status }) => status === 'Survived' || status === 'NoCoverage';

/** @param {Survivor} one */
const nameOf = ({ line, column, mutator, was, now }) => `${line}:${column} ${mutator} ${was} ${now}`;

/**
 * Returns the results of a run for a file. A run that tested survivors again is merged with the previous results.
 * @param {string} file
 * @param {StrykerReport} report
 * @param {FileResult} [before]
 * @returns {FileResult}
 */
export function resultOf(file, report, before) {
  // A report omits a file without mutants.
  const { source, mutants } = report.files[file] ?? {
    source: readFileSync(join(root, file), 'utf8'),
    mutants: [],
  };
  const survivors = mutants.filter(isSurvivor).map((mutant) => survivorOf(source, mutant));
  const invalid = mutants.filter(({ status }) => status === 'CompileError');
  if (before) {
    const still = new Set(survivors.map(nameOf));
    const never = new Set(invalid.map((mutant) => nameOf(survivorOf(source, mutant))));
    const refusedNow = before.survivors.filter((one) => never.has(nameOf(one))).length;
    return {
      ...before,
      mutants: before.mutants - refusedNow,
      refused: (before.refused ?? 0) + refusedNow,
      survivors: before.survivors.filter((one) => still.has(nameOf(one))),
    };
  }
  const counted = mutants.filter(
    ({ status }) => !['Ignored', 'RuntimeError', 'CompileError'].includes(status),
  );
  return {
    source: hash(source),
    mutants: counted.length,
    timeouts: counted.filter(({ status }) => status === 'Timeout').length,
    refused: invalid.length,
    survivors,
  };
}
