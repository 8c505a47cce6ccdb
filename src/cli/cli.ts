#!/usr/bin/env node
import { join } from 'node:path';
import { isMainThread, workerData } from 'node:worker_threads';
import { speaker } from '../messages/speaker';
import { nodeDisk } from './files/node-disk';
import { ownThread, runOnOwnThread, type ProgramSetup } from './parallel/own-thread';
import { serve } from './parallel/serve';
import { threadsOf, type ThreadSetup } from './parallel/threads';
import { run } from './run';

const dataFolder = join(__dirname, 'data');

function start(): void {
  // Whoever reads the output may stop before its end (`| head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = (LC_ALL || LC_MESSAGES || LANG || 'en').replace('_', '-');
  runOnOwnThread(__filename, { args: process.argv.slice(2), language });
}

async function main({ args, language }: ProgramSetup): Promise<void> {
  const threads = threadsOf(__filename);
  const code = await run(args, {
    ...nodeDisk,
    say: speaker(language),
    version: process.env['AML_SECURE_COMPUTE_VERSION'] ?? '',
    dataFolder,
    threads: ({ options }) => threads({ options, language }),
    out: ownThread.out,
    error: ownThread.error,
  });
  ownThread.ends(code);
}

const setup: ProgramSetup | ThreadSetup | null = workerData;
if (isMainThread || setup === null) start();
else if ('args' in setup) void main(setup);
else serve(nodeDisk, dataFolder, setup);
