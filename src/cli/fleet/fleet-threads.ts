import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FleetJob, FleetSetup, NetworkRows } from './fleet-job';

/** More threads would use more memory than they save time, because each has the whole fleet. */
const mostThreads = 2;

/**
 * Checks create much short-lived data. With the default size, frequent garbage collection takes a third of the time.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 48 };

/** Checks a fleet on threads that run `program`. Rejects if one of them exits before it's done. */
export function fleetThreads(program: string, language: string): (job: FleetJob) => Promise<NetworkRows> {
  const count = Math.min(mostThreads, availableParallelism());
  return async (job) => {
    const shares = Array.from({ length: count }, (_, first) => ({ first, of: count }));
    const parts = await Promise.all(
      shares.map((share) => rowsOfThread(program, { ...job, language, share })),
    );
    const [first = []] = parts;
    return first.map((_, at) => parts[at % count]?.[at]);
  };
}

function rowsOfThread(program: string, workerData: FleetSetup): Promise<NetworkRows> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData, resourceLimits });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.once('exit', () => reject(new Error('')));
  });
}
