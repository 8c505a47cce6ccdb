import { loadAllMessages } from '../messages/load-messages';
import { nodeDisk } from './files/node-disk';
import { fleetThreads } from './fleet/fleet-threads';
import { ownThread, type ProgramSetup } from './parallel/own-thread';
import { readPackedPages } from './files/packed-pages';
import { loadSignedIn } from './sign-in/load-signed-in';
import { threadsOf } from './parallel/threads';
import { runCommandLine } from './run';

/** Runs the command line of `setup` on this thread, which the first thread started with `file`. */
export async function runProgram(
  file: string,
  dataFolder: string,
  { args, language, screen, isInteractive }: ProgramSetup,
): Promise<void> {
  const threads = threadsOf(file);
  const code = await runCommandLine(args, {
    ...nodeDisk,
    say: await loadAllMessages(language),
    version: process.env['AML_SECURE_COMPUTE_VERSION'] ?? '',
    repository: process.env['AML_SECURE_COMPUTE_REPOSITORY'] ?? '',
    pages: () => readPackedPages(dataFolder),
    dataFolder,
    today: new Date().toISOString(),
    fleet: fleetThreads(file, language),
    account: {
      ...ownThread.account(isInteractive),
      signIn: async (request) => (await loadSignedIn()).connectSignedIn(request),
    },
    threads: ({ options }) => threads({ options, language }),
    screen,
    out: ownThread.out,
    printable: ownThread.printable,
    show: ownThread.show,
    error: ownThread.error,
    command: ownThread.command,
    progress: ownThread.progress,
    serve: ownThread.serve,
  });
  ownThread.ends(code);
}
