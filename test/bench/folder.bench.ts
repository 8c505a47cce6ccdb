import { spawn } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { out, root } from '../../scripts/places.mjs';
import type { Bench } from '../support/bench';

/** A folder of external files; without it, our fixtures. */
const corpus = process.env['AML_SECURE_COMPUTE_CORPUS'];
const count = 1000;

interface Reached {
  readonly milliseconds: number;
  /** Peak memory of the program, including its threads. */
  readonly kilobytes: number;
}

let reached: Promise<Reached> | undefined;
const checked = (): Promise<Reached> => (reached ??= check(folderOfFiles()));

/** A thousand files: the corpus, or our fixtures repeated. */
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

/** Prints the peak memory of the process when it exits. */
const printsMemory =
  "--import=data:text/javascript,import{isMainThread}from'node:worker_threads';isMainThread&&process.on('exit',()=>console.error(process.resourceUsage().maxRSS))";

function check(folder: string): Promise<Reached> {
  const start = performance.now();
  // The folder is ignored by Git.
  const args = ['check', '.', '--no-gitignore', '--format', 'json'];
  const child = spawn(process.execPath, [join(root, 'dist', 'cli.js'), ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: printsMemory },
  });
  let reported = '';
  child.stderr.on('data', (text: Buffer) => (reported += text.toString()));
  return new Promise((done, failed) => {
    child.on('close', (code) => {
      // Warnings about the files come first.
      const kilobytes = Number(reported.trim().split('\n').at(-1));
      const isChecked = code === 1 || code === 3;
      if (isChecked && kilobytes > 0) done({ milliseconds: performance.now() - start, kilobytes });
      else failed(new Error(reported));
    });
  });
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
