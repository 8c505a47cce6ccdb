// Runs the built program on each folder below the given one, and prints a random sample of its reports to read
// manually.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './places.mjs';

/** @typedef {{ folder: string, id: string, text: string, place: { file: string, line: number } | null }} Reported */

/**
 * @param {string} folder its folders are checked, each separately
 * @param {{ sample: number, seed: number }} options
 */
export async function reviewFolder(folder, { sample, seed }) {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
  /** @type {Reported[]} */
  const all = [];
  for (const { name } of folders) {
    const report = await reportOf(join(folder, name));
    const found = report === undefined ? [] : reportedIn(name, report);
    console.log(`${name}: ${report === undefined ? 'no report' : `${String(found.length)} reported`}`);
    all.push(...found);
  }
  for (const { folder: name, id, text, place } of drawn(all, sample, seed)) {
    console.log(`\n${name} [${id}]\n    ${text}`);
    if (place) console.log(`    ${place.file}:${String(place.line)}: ${lineAt(join(folder, name), place)}`);
  }
}

/** @param {string} cwd */
async function reportOf(cwd) {
  const args = [join(root, 'dist', 'cli.js'), 'check', '.', '--format', 'json'];
  // Findings exit with 1, and unreadable files with 3.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 2 ** 30 }).catch(
    (error) => error,
  );
  return stdout ? JSON.parse(stdout) : undefined;
}

/**
 * @param {string} folder
 * @param {any} report
 * @returns {Reported[]}
 */
function reportedIn(folder, { subnets, findings, summary }) {
  const open = new Set([
    'failed',
    'blocked',
    'partly-blocked',
    'no-outbound-access',
    'reply-lost',
    'unknown',
    'forwarded',
  ]);
  /** @type {(id: string, one: any, place: any) => Reported} */
  const of = (id, one, place) => ({ folder, id, text: one.because?.text ?? one.because ?? '', place });
  return [
    ...subnets.flatMap((/** @type {any} */ subnet) =>
      subnet.requirements
        .filter((/** @type {any} */ one) => open.has(one.outcome))
        .map((/** @type {any} */ one) => of(`${one.id} ${one.outcome}`, one, one.decidedBy?.place ?? null)),
    ),
    ...findings.map((/** @type {any} */ one) => of(one.id, one, one.at.place)),
    ...summary.uncheckedComputes.map((/** @type {any} */ one) => of('compute not checked', one, one.place)),
    ...summary.missingModules.map((/** @type {any} */ one) => of('module missing', one, one.place)),
  ];
}

/**
 * Draws at most one of each folder and kind, so that no folder dominates the sample.
 * @param {readonly Reported[]} all
 * @param {number} count
 * @param {number} seed
 */
function drawn(all, count, seed) {
  let state = seed >>> 0;
  const next = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const strata = [...Map.groupBy(all, ({ folder, id }) => `${folder} ${id}`).values()];
  const taken = [];
  while (taken.length < count && strata.length > 0) {
    const at = next(strata.length);
    const [stratum = []] = strata.splice(at, 1);
    taken.push(...stratum.splice(next(stratum.length), 1));
  }
  return taken;
}

/**
 * @param {string} folder
 * @param {{ file: string, line: number }} place
 */
function lineAt(folder, { file, line }) {
  const path = join(folder, file);
  return existsSync(path) ? (readFileSync(path, 'utf8').split('\n')[line - 1] ?? '').trim() : '';
}
