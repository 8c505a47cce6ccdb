import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findBicep } from '../../scripts/bicep.mjs';
import { out, root } from '../../scripts/places.mjs';
import type { Bench } from '../support/bench';
import { measureProgram, type MeasuredRun } from '../support/measured-program';

/** A folder of external files; without it, our fixtures. */
const corpus = process.env['AML_SECURE_COMPUTE_CORPUS'];
const count = 1000;

let reached: Promise<MeasuredRun> | undefined;
const checked = (): Promise<MeasuredRun> => (reached ??= check());
const folder = join(out, 'bench', 'folder');

/** Writes a thousand files into the folder: the corpus, or our fixtures repeated. */
function writeFiles(): void {
  rmSync(folder, { recursive: true, force: true });
  const from = corpus === undefined ? join(root, 'test', 'fixtures') : resolve(root, corpus);
  const names = globSync('**/*.{bicep,json}', { cwd: from }).sort();
  for (let index = 0; index < count; index += 1) {
    const name = names[index % names.length] ?? '';
    const to = join(folder, String(Math.floor(index / names.length)), name);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(from, name), to);
  }
}

/** Measures Bicep's own linter, which reads the Bicep files of the folder and not its ARM templates. */
function lint(bicep: string): number {
  const start = performance.now();
  const { error } = spawnSync(bicep, ['lint', '--pattern', './**/*.bicep', '--no-restore'], {
    cwd: folder,
    stdio: 'ignore',
  });
  if (error) throw error;
  return performance.now() - start;
}

function check(): Promise<MeasuredRun> {
  writeFiles();
  // The folder is ignored by Git.
  return measureProgram(folder, ['check', '.', '--no-gitignore', '--format', 'json']);
}

const compiler = findBicep();

export const benches: readonly Bench[] = [
  {
    what: '1,000 files of a folder checked from the terminal',
    budget: 10_000,
    unit: 'ms',
    measure: async () => (await checked()).milliseconds,
  },
  {
    what: '\u2026 peak memory, threads included',
    budget: 500_000,
    unit: 'kB',
    measure: async () => (await checked()).kilobytes,
  },
  ...(compiler === undefined
    ? []
    : [
        {
          what: 'peer: bicep lint, only the Bicep files of the folder',
          budget: Infinity,
          unit: 'times' as const,
          measure: async () => lint(compiler) / (await checked()).milliseconds,
        },
      ]),
];
