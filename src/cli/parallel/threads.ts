import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { WorkerPool, WorkerOutcome } from '../answers/worker-pool';
import type { CheckOptions } from '../options';
import { createPool, type Thread, type ThreadEvents } from './pool';

/** What a thread begins with; everything else it reads itself. */
export interface ThreadSetup {
  readonly options: CheckOptions;
  readonly language: string;
}

/** More would hold more memory than they save time. */
const mostThreads = 2;

/** Megabytes of one thread: twice what a thousand files need, and an end to a file that needs too much. */
const resourceLimits = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 };

/** Threads that run `program`; one core has one as well, since its memory is bounded. */
export function threadsOf(program: string): (setup: ThreadSetup) => WorkerPool {
  const count = Math.min(mostThreads, availableParallelism());
  return (setup) => createPool(count, (events) => startThread(program, setup, events));
}

function startThread(program: string, workerData: ThreadSetup, events: ThreadEvents): Thread {
  const worker = new Worker(program, { workerData, resourceLimits });
  let why = '';
  worker.on('message', (outcome: WorkerOutcome) => events.done(outcome));
  worker.on('error', (error: Error) => (why = error.message));
  worker.once('exit', () => events.gone(why));
  return {
    post: (job) => worker.postMessage(job),
    end: () => worker.terminate(),
  };
}
