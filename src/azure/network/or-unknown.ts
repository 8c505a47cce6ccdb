import { known, unknown, type Known } from '../../core/known';
import { reason } from '../../core/reason';
import { toFailure } from '../to-failure';

/** What is read, and the id part that a role would have to cover. */
export interface Readable {
  readonly name: string;
  readonly scope: string;
}

/** What may not be read is unknown, with the role that would help; everything else that fails still fails. */
export async function orUnknown<T>(read: () => Promise<T>, { name, scope }: Readable): Promise<Known<T>> {
  try {
    return known(await read());
  } catch (error) {
    if (toFailure(error).code !== 'forbidden') throw error;
    return unknown(reason('unknown.permission', { name, role: 'Reader', scope }));
  }
}
