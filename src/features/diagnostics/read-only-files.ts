import { isReadOnly } from '../../platform/read-only';
import type { Patient } from './examinations';

/**
 * The first of the files of some edits that VS Code lets nobody change. It would make the edits all the same, in an
 * editor that cannot be saved, and say nothing.
 */
export async function readOnlyAmong(
  { world }: Pick<Patient, 'world'>,
  edits: readonly { readonly file: string }[],
): Promise<string | undefined> {
  for (const file of new Set(edits.map((one) => one.file))) {
    if (await isReadOnly(world.uriOf(file))) return file;
  }
  return undefined;
}
