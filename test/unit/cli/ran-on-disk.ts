import { resolve } from 'node:path';
import { nodeDisk } from '../../../src/cli/files/node-disk';
import { runCommandLine } from '../../../src/cli/run';
import { outputTo } from '../../support/shown-lines';
import { messagesIn } from '../../support/messages-in';
import { signedOut } from './ran';

/** Runs one command line on the files of this machine, without an account. */
export async function ranOnDisk(words: readonly string[]) {
  let [out, error] = ['', ''];
  const code = await runCommandLine(words, {
    ...nodeDisk,
    say: messagesIn('en'),
    version: '1',
    repository: '',
    pages: () => Promise.resolve({}),
    dataFolder: resolve('data'),
    // The included list of service tags is never old.
    today: '2025-11-20',
    account: signedOut,
    ...outputTo((text) => void (out += text)),
    error: (text) => void (error += text),
  });
  return { code, out, error };
}
