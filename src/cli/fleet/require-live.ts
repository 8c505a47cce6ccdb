import { reason } from '../../core/reason';
import { UsageError } from '../options';

const ofLive = ['live', 'subscription', 'auth', 'tenant', 'endpoint', 'signInHost'] as const;

/** What the command line states of a live query. */
interface LiveWords {
  readonly files: readonly string[];
  readonly values: { readonly fleet?: true } & Readonly<Partial<Record<(typeof ofLive)[number], unknown>>>;
}

/** Throws `UsageError` where options of a live query have none, or files beside it. */
export function requireLive({ files, values }: LiveWords): void {
  if (values.fleet === true && values.live === true) {
    if (files.length > 0) throw new UsageError(reason('fleet.liveFiles', { files }));
    return;
  }
  const alone = ofLive.find((name) => values[name] !== undefined);
  const option = alone === 'signInHost' ? '--sign-in-host' : `--${alone ?? ''}`;
  if (alone !== undefined) throw new UsageError(reason('fleet.liveOnly', { option }));
}
