import { reason } from '../core/reason';
import { UsageError } from './options';
import { isTeamFileName } from '../team-settings/team-file-names';
import { withSlashes, type Disk } from './read-sources';

interface Outputs {
  readonly outputs: readonly { readonly file: string }[];
}

/** Names of files that are inputs, of this or another run. */
const namedLikeInput = /\.(?:bicep|bicepparam|(?:tf|tfvars)(?:\.json)?)$/i;

/**
 * Requires separate output files.
 * @throws `UsageError` if two reports have the same file, or one has the name of a template or settings file
 */
export function requireOutputsApart({ realPathOf }: Pick<Disk, 'realPathOf'>, { outputs }: Outputs): void {
  const found = new Set<string>();
  for (const { file } of outputs) {
    const path = realPathOf(file);
    if (
      namedLikeInput.test(path) ||
      namedLikeInput.test(file) ||
      isTeamFileName(withSlashes(file).toLowerCase())
    ) {
      throw new UsageError(reason('terminal.output.named', { file }));
    }
    if (found.has(path)) throw new UsageError(reason('terminal.output.twice', { file }));
    found.add(path);
  }
}

/**
 * Requires that reports don't replace inputs.
 * @throws `UsageError` if a report would replace a file that the run reads or writes
 */
export function requireNoInput(
  { realPathOf }: Pick<Disk, 'realPathOf'>,
  { outputs }: Outputs,
  inputs: readonly string[],
): void {
  if (outputs.length === 0) return;
  const read = new Set(inputs.map((one) => realPathOf(one)));
  for (const { file } of outputs) {
    if (read.has(realPathOf(file))) throw new UsageError(reason('terminal.output.input', { file }));
  }
}
