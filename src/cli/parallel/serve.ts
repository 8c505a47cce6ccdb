import { parentPort } from 'node:worker_threads';
import { speaker } from '../../messages/speaker';
import { askedOf } from '../answers/asked-of';
import type { Job } from '../answers/crew';
import { doJob } from '../answers/do-job';
import type { Disk } from '../read-sources';
import type { ThreadSetup } from './threads';

/** Does the jobs that the first thread sends, one after the other. */
export function serve(disk: Disk, dataFolder: string, { options, language }: ThreadSetup): void {
  const asked = askedOf({ ...disk, say: speaker(language), dataFolder }, options);
  parentPort?.on('message', (job: Job) => {
    void asked.then(async (one) => parentPort?.postMessage(await doJob(disk, job, one)));
  });
}
