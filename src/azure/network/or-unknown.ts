import { known, unknown, type Known } from '../../core/known';
import { reason } from '../../core/reason';
import { toFailure } from '../to-failure';

/** Name of the part to read, and the scope that a role would have to cover. */
export interface Readable {
  readonly name: string;
  readonly scope: string;
}

/**
 * Reads a part. A part that the account doesn't have permission to read is unknown, with the role that would help.
 * Other failures still throw.
 */
export async function orUnknown<T>(read: () => Promise<T>, { name, scope }: Readable): Promise<Known<T>> {
  try {
    return known(await read());
  } catch (error) {
    if (toFailure(error).code !== 'forbidden') throw error;
    return unknown(reason('unknown.permission', { name, role: 'Reader', scope }));
  }
}
