import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { loadAllMessages } from '../../messages/load-messages';
import { nodeDisk } from '../files/node-disk';
import { readPackedPages } from '../files/packed-pages';
import { runTool } from './run-tool';
import type { ToolThreadSetup } from './tool-thread';

/** Runs one tool on this thread, which was started for it, so that data of one call is never used for another. */
export async function serveTool(dataFolder: string, setup: ToolThreadSetup): Promise<void> {
  const { language, root, unsaved, tool, input } = setup;
  const nowhere = (): void => undefined;
  const outcome = await runTool(
    { tool, input },
    {
      ...nodeDisk,
      say: await loadAllMessages(language),
      version: process.env['AML_SECURE_COMPUTE_VERSION'] ?? '',
      repository: process.env['AML_SECURE_COMPUTE_REPOSITORY'] ?? '',
      pages: () => readPackedPages(dataFolder),
      dataFolder,
      today: new Date().toISOString(),
      screen: { columns: null, colors: false, unicode: true },
      out: nowhere,
      show: nowhere,
      error: nowhere,
      command: nowhere,
      progress: nowhere,
      serve: nowhere,
    },
    { root, unsaved: new Map(unsaved), sample: join(dataFolder, 'sample.json.br') },
  );
  parentPort?.postMessage(outcome);
}
