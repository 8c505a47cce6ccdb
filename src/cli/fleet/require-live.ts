import { reason } from '../../core/reason';
import { UsageError } from '../options';

const liveOptions = ['live', 'subscription', 'auth', 'tenant', 'endpoint', 'signInHost'] as const;

/** The part of a command line that matters for a live query. */
interface LiveCommandLine {
  readonly files: readonly string[];
  readonly values: { readonly fleet?: true } & Readonly<
    Partial<Record<(typeof liveOptions)[number], unknown>>
  >;
}

/**
 * Checks that options of a live query are only used with `--fleet --live`, and that a live query has no files.
 * @throws {UsageError} if an option or a file doesn't fit
 */
export function requireLive({ files, values }: LiveCommandLine): void {
  if (values.fleet === true && values.live === true) {
    if (files.length > 0) throw new UsageError(reason('fleet.liveFiles', { files }));
    return;
  }
  const misplaced = liveOptions.find((name) => values[name] !== undefined);
  const option = misplaced === 'signInHost' ? '--sign-in-host' : `--${misplaced ?? ''}`;
  if (misplaced !== undefined) throw new UsageError(reason('fleet.liveOnly', { option }));
}
