import { resolve } from 'node:path';
import { withSlashes } from '../read-sources';
import { requireRoot } from '../require-options';
import type { ExitCode, Terminal } from '../terminal';

/**
 * Starts serving agents with the files of a folder.
 * @throws `UsageError` if the folder doesn't exist
 */
export async function startMcp(root: string | undefined, terminal: Terminal): Promise<ExitCode> {
  await requireRoot(terminal, { root });
  const folder = withSlashes(resolve(root ?? '.'));
  terminal.serve(folder.length > 1 && folder.endsWith('/') ? folder.slice(0, -1) : folder);
  return 0;
}
