import { parentPort } from 'node:worker_threads';
import { loadAllMessages } from '../../messages/load-messages';
import { readReportInput } from '../source-reports/read-report-input';
import { nodeDisk } from '../files/node-disk';
import type { FleetSetup } from './fleet-job';
import { rowsByNetwork } from './fleet-rows';

/** Checks a thread's share, and sends its rows. */
export async function serveFleet(
  dataFolder: string,
  { resources, options, language, share }: FleetSetup,
): Promise<void> {
  const say = await loadAllMessages(language);
  const today = new Date().toISOString();
  const reportInput = await readReportInput({ ...nodeDisk, say, dataFolder, today }, options);
  parentPort?.postMessage(rowsByNetwork(resources, reportInput, share));
}
