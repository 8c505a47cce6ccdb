import { parentPort } from 'node:worker_threads';
import { loadAllMessages } from '../../messages/load-messages';
import { readReportInput } from '../source-reports/read-report-input';
import { doJob } from '../source-reports/run-job';
import type { WorkerOutcome } from '../source-reports/worker-pool';
import { nodeDisk } from '../files/node-disk';
import type { NumberedJob, NumberedOutcome } from './pool';
import type { ThreadSetup } from './threads';

/** Runs the jobs that the first thread sends. While one waits for a file, another goes on. */
export async function serveJobs(dataFolder: string, { options, language }: ThreadSetup): Promise<void> {
  const say = await loadAllMessages(language);
  const reportInput = await readReportInput(
    { ...nodeDisk, say, dataFolder, today: new Date().toISOString() },
    options,
  );
  parentPort?.on('message', ({ number, job }: NumberedJob) => {
    void doJob(nodeDisk, job, reportInput).then((outcome) =>
      parentPort?.postMessage({ number, outcome } satisfies NumberedOutcome, buffersIn(outcome)),
    );
  });
}

/** Returns the largest parts of a report, which are moved instead of copied. */
function buffersIn(outcome: WorkerOutcome): ArrayBuffer[] {
  const report = outcome.is === 'report' || outcome.is === 'scan' ? outcome.report : undefined;
  return report ? report.subnets.json.map(({ buffer }) => buffer) : [];
}
