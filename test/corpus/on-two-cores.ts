import { Worker } from 'node:worker_threads';
import type { CorpusFile } from './corpus-files';
import type { Tasks, CorpusThreadSetup } from './corpus-thread';

const threads = 2;

/** Seconds between two progress lines of a task. */
const progressEvery = 10;

/**
 * Runs a task on each file, and returns the results in the order of the files. The next free thread takes the next
 * file, the longest first.
 */
export async function onTwoCores<Name extends keyof Tasks>(
  task: Name,
  files: readonly CorpusFile[],
  options: CorpusThreadSetup['options'],
): Promise<readonly Awaited<ReturnType<Tasks[Name]>>[]> {
  const waiting = files
    .map((file, index) => ({ file, index }))
    .sort((a, b) => a.file.text.length - b.file.text.length);
  const done: Awaited<ReturnType<Tasks[Name]>>[] = [];
  const busy = new Map<Worker, CorpusFile>();
  const workOff = (): Promise<void> => {
    const workerData: CorpusThreadSetup = { task, options };
    const worker = new Worker(new URL('./corpus-thread.mjs', import.meta.url), { workerData });
    return new Promise((resolve, reject) => {
      let at = -1;
      const next = (): void => {
        const one = waiting.pop();
        if (!one) {
          busy.delete(worker);
          worker.postMessage('end');
          return;
        }
        at = one.index;
        busy.set(worker, one.file);
        worker.postMessage(one.file);
      };
      worker.on('message', (result: Awaited<ReturnType<Tasks[Name]>>) => {
        done[at] = result;
        next();
      });
      worker.once('error', reject);
      worker.once('exit', () => resolve());
      next();
    });
  };
  const progress = setInterval(() => {
    const names = [...busy.values()].map(({ name }) => name).join(', ');
    const finished = files.length - waiting.length - busy.size;
    process.stderr.write(`  ${task}: ${finished} of ${files.length} files done, now ${names}\n`);
  }, progressEvery * 1000);
  try {
    await Promise.all(Array.from({ length: threads }, workOff));
  } finally {
    clearInterval(progress);
  }
  return done;
}
