import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { WorkerPool } from '../source-reports/worker-pool';
import type { CheckOptions } from '../options';
import { createPool, type NumberedOutcome, type Thread, type ThreadEvents } from './pool';

/** The startup data of a thread. It reads everything else itself. */
export interface ThreadSetup {
  readonly options: CheckOptions;
  readonly language: string;
}

/** More threads would use more memory than they save time. */
const mostThreads = 2;

/**
 * Memory limits of one thread: twice what a thousand files need, so that a file that needs too much ends it. Data of one
 * file is collected with the young objects, instead of growing old.
 */
const resourceLimits = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 48 };

/**
 * V8 compiles a function with its last compiler after this many calls, instead of 3,000. Each thread compiles by itself,
 * and most functions don't run long enough to be worth it.
 */
const lastCompiler = '--invocation-count-for-turbofan=15000';

/** Node versions whose V8 has this option. Others print an error. */
const withOption = /^2[2-4]\./;

/** Creates threads that run `program`. A machine with one core uses one too, because its memory is bounded. */
export function threadsOf(program: string): (setup: ThreadSetup) => WorkerPool {
  const count = Math.min(mostThreads, availableParallelism());
  return (setup) => {
    if (withOption.test(process.versions.node)) setFlagsFromString(lastCompiler);
    return createPool(count, (events) => startThread(program, setup, events));
  };
}

function startThread(program: string, workerData: ThreadSetup, events: ThreadEvents): Thread {
  const worker = new Worker(program, { workerData, resourceLimits });
  let why = '';
  worker.on('message', (outcome: NumberedOutcome) => events.done(outcome));
  worker.on('error', (error: Error) => (why = error.message));
  worker.once('exit', () => events.exited(why));
  return {
    post: (job) => worker.postMessage(job),
    end: () => worker.terminate(),
  };
}
