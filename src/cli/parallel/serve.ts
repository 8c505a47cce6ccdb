import { parentPort } from 'node:worker_threads';
import { loadCompleteSpeaker } from '../../messages/load-speaker';
import { readReportInput } from '../answers/read-report-input';
import type { Job } from '../answers/worker-pool';
import { doJob } from '../answers/run-job';
import { nodeDisk } from '../files/node-disk';
import type { ThreadSetup } from './threads';

/** Runs the jobs that the first thread sends, one after the other. */
export async function serveJobs(dataFolder: string, { options, language }: ThreadSetup): Promise<void> {
  const say = await loadCompleteSpeaker(language);
  const reportInput = await readReportInput(
    { ...nodeDisk, say, dataFolder, today: new Date().toISOString() },
    options,
  );
  parentPort?.on('message', (job: Job) => {
    void doJob(nodeDisk, job, reportInput).then((outcome) => parentPort?.postMessage(outcome));
  });
}
