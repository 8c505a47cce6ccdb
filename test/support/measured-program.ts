import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/places.mjs';

/** Time and memory of one run of the terminal program. */
export interface MeasuredRun {
  readonly milliseconds: number;
  /** Peak memory of the program, including its threads. */
  readonly kilobytes: number;
}

/** Prints the peak memory of the process when it exits. */
const printsMemory =
  "--import=data:text/javascript,import{isMainThread}from'node:worker_threads';isMainThread&&process.on('exit',()=>console.error(process.resourceUsage().maxRSS))";

/**
 * Runs the built terminal program in a folder. Rejects if it ends with another code than 1 (problems were found) or 3
 * (some results are unknown).
 */
export function measureProgram(folder: string, args: readonly string[]): Promise<MeasuredRun> {
  const start = performance.now();
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
