import { Worker } from 'node:worker_threads';
import type { Loss } from '../support/wounds';
import type { CorpusFile } from './corpus-files';
import type { CorpusPart } from './corpus-part';
import { woundsOf, type Wounded } from './wounds-of';

/** A file that is cut off, or lacks a line, costs nothing but what is wounded. */
export const wounds: CorpusPart = {
  title: 'Wounds',
  async run(files, { isWhole }) {
    const all = isWhole ? await wholeOf(files) : files.map((file) => woundsOf(file, false));
    const failures = all.flatMap(({ name, losses }) => losses.map((loss) => shown(name, loss)));
    const lines = sum(all.map((one) => one.lines));
    const cuts = sum(all.map((one) => one.cuts));
    return {
      lines: [`${lines} lines deleted one by one, ${cuts} cuts`],
      passed: lines + cuts - failures.length,
      failures,
    };
  },
};

function shown(name: string, { wound, lost }: Loss): string {
  return `${name}, ${wound}: lost ‘${lost}’`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

const threads = 2;

/** At every character, on two cores: whichever is free takes the next file, the longest first. */
async function wholeOf(files: readonly CorpusFile[]): Promise<readonly Wounded[]> {
  const waiting = [...files].sort((a, b) => a.text.length - b.text.length);
  const done: Wounded[] = [];
  await Promise.all(Array.from({ length: threads }, () => workOff(waiting, done)));
  return done.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function workOff(waiting: CorpusFile[], done: Wounded[]): Promise<void> {
  const worker = new Worker(new URL('./wounds-thread.mjs', import.meta.url));
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const file = waiting.pop();
      if (file) worker.postMessage(file);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', (wounded: Wounded) => {
      done.push(wounded);
      next();
    });
    worker.once('error', reject);
    next();
  });
}
