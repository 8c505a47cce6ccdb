#!/usr/bin/env node
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { speaker } from '../messages/speaker';
import { nodeDisk } from './files/node-disk';
import { serve } from './parallel/serve';
import { threadsOf } from './parallel/threads';
import { run } from './run';

const dataFolder = join(__dirname, 'data');

function main(): void {
  // Whoever reads the output may stop before its end (`| head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = (LC_ALL || LC_MESSAGES || LANG || 'en').replace('_', '-');
  const threads = threadsOf(__filename);
  void run(process.argv.slice(2), {
    ...nodeDisk,
    say: speaker(language),
    version: process.env['AML_SECURE_COMPUTE_VERSION'] ?? '',
    dataFolder,
    threads: ({ options }) => threads({ options, language }),
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
  }).then((code) => {
    process.exitCode = code;
  });
}

if (isMainThread) main();
else serve(nodeDisk, dataFolder);
