#!/usr/bin/env node
import { join } from 'node:path';
import { isMainThread, workerData } from 'node:worker_threads';
import type { FleetSetup } from './fleet/fleet-job';
import { print, runOnOwnThread, type ProgramSetup } from './parallel/own-thread';
import { screenOf } from './screen';
import type { ToolThreadSetup } from './mcp/tool-thread';
import type { ThreadSetup } from './parallel/threads';

const dataFolder = join(__dirname, 'data');

function start(): void {
  // The reader of the output can stop before its end (`| head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // After the first failure, the rest of the output can't be written either.
    if (error.code === 'EPIPE' || process.exitCode === 3) return;
    // The output can't be written, such as on a full disk.
    print('error', `${error.message}\n`);
    process.exitCode = 3;
  });
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = (LC_ALL || LC_MESSAGES || LANG || 'en').replace('_', '-');
  const screen = screenOf(process.stdout, process.env);
  const isInteractive = process.stdin.isTTY && process.stderr.isTTY;
  const version = process.env['AML_SECURE_COMPUTE_VERSION'] ?? '';
  runOnOwnThread(__filename, { args: process.argv.slice(2), language, screen, isInteractive }, (root) => {
    void import('./mcp/serve-mcp').then(
      ({ serveMcp }) => serveMcp(__filename, { root, language, version, dataFolder }),
      (error: unknown) => void printNotServed(error, language),
    );
  });
}

/** The package for npm has a package for it that an installation can leave out. */
async function printNotServed(error: unknown, language: string): Promise<void> {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
  const say = await (await import('../messages/load-messages')).loadAllMessages(language);
  print('error', `${say('terminal.mcp.packages', { names: ['zod'] })}\n`);
  process.exitCode = 3;
}

/** Each thread only loads what it needs. The first one doesn't load anything. */
async function startThread(setup: AnySetup): Promise<void> {
  if ('args' in setup) await (await import('./program')).runProgram(__filename, dataFolder, setup);
  else if ('share' in setup) await (await import('./fleet/serve-fleet')).serveFleet(dataFolder, setup);
  else if ('tool' in setup) await (await import('./mcp/serve-tool')).serveTool(dataFolder, setup);
  else await (await import('./parallel/serve')).serveJobs(dataFolder, setup);
}

type AnySetup = ProgramSetup | ThreadSetup | FleetSetup | ToolThreadSetup;

const setup: AnySetup | null = workerData;
if (isMainThread || setup === null) start();
else void startThread(setup);
