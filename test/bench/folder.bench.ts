import { cpSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { out, root } from '../../scripts/places.mjs';
import type { Bench } from '../support/bench';
import { measureProgram, type MeasuredRun } from '../support/measured-program';

/** A folder of external files; without it, our fixtures. */
const corpus = process.env['AML_SECURE_COMPUTE_CORPUS'];
const count = 1000;

let reached: Promise<MeasuredRun> | undefined;
const checked = (): Promise<MeasuredRun> => (reached ??= check(folderOfFiles()));

/** Returns a thousand files: the corpus, or our fixtures repeated. */
function folderOfFiles(): string {
  const folder = join(out, 'bench', 'folder');
  rmSync(folder, { recursive: true, force: true });
  const from = corpus === undefined ? join(root, 'test', 'fixtures') : resolve(root, corpus);
  const names = globSync('**/*.{bicep,json}', { cwd: from }).sort();
  for (let index = 0; index < count; index += 1) {
    const name = names[index % names.length] ?? '';
    const to = join(folder, String(Math.floor(index / names.length)), name);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(from, name), to);
  }
  return folder;
}

function check(folder: string): Promise<MeasuredRun> {
  // The folder is ignored by Git.
  return measureProgram(folder, ['check', '.', '--no-gitignore', '--format', 'json']);
}

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
];
