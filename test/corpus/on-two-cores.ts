import { Worker } from 'node:worker_threads';
import type { CorpusFile } from './corpus-files';
import type { Tasks } from './corpus-thread';

const threads = 2;

/** What a task makes of each file, in the order of the files: whichever thread is free takes the next, the longest first. */
export async function onTwoCores<Name extends keyof Tasks>(
  task: Name,
  files: readonly CorpusFile[],
): Promise<readonly ReturnType<Tasks[Name]>[]> {
  const waiting = files
    .map((file, index) => ({ file, index }))
    .sort((a, b) => a.file.text.length - b.file.text.length);
  const done: ReturnType<Tasks[Name]>[] = [];
  const workOff = (): Promise<void> => {
    const worker = new Worker(new URL('./corpus-thread.mjs', import.meta.url), { workerData: task });
    return new Promise((resolve, reject) => {
      let at = -1;
      const next = (): void => {
        const one = waiting.pop();
        if (!one) return void worker.terminate().then(() => resolve());
        at = one.index;
        worker.postMessage(one.file);
      };
      worker.on('message', (result: ReturnType<Tasks[Name]>) => {
        done[at] = result;
        next();
      });
      worker.once('error', reject);
      next();
    });
  };
  await Promise.all(Array.from({ length: threads }, workOff));
  return done;
}
