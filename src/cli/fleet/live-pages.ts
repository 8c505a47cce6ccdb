import type { TerminalAzure } from '../../azure/connect-terminal';
import { fleetQuery } from '../../azure/resource-graph/fleet-query';
import { toFailure } from '../../azure/to-failure';
import { reason } from '../../core/reason';
import { UsageError } from '../options';
import { UnreadableFile, type TextFile } from '../resources/read-resources';
import { failureReason } from '../sign-in/failure-reason';
import { neverAborted } from '../sign-in/never-aborted';
import type { SignInValues } from '../sign-in/sign-in-options';
import type { Terminal } from '../terminal';

/** Options of `check --fleet --live` that determine the query. */
export interface LiveFleet {
  readonly values: SignInValues;
  /** Subscription IDs. Empty for all that the account can read. */
  readonly subscriptions: readonly string[];
}

/** A query accepts up to 1,000 subscriptions (Resource Graph, troubleshoot errors, 2026-11-30). */
const mostSubscriptions = 1000;

const place = 'Azure Resource Graph';

/**
 * Sends the fleet query to Azure Resource Graph, and returns its pages like files.
 * @throws {UsageError} if the program can't sign in
 * @throws {UnreadableFile} if Azure can't be read
 */
export async function livePages(
  { values, subscriptions }: LiveFleet,
  { account }: Terminal,
): Promise<readonly TextFile[]> {
  if (account === undefined) throw new UsageError(reason('terminal.signIn.none'));
  const azure = await account.signIn({ values });
  try {
    const ids = subscriptions.length > 0 ? subscriptions : await subscriptionsOf(azure);
    const parts = Array.from({ length: Math.ceil(ids.length / mostSubscriptions) }, (_, at) =>
      ids.slice(at * mostSubscriptions, (at + 1) * mostSubscriptions),
    );
    const pages: string[] = [];
    // Sequential, because Azure throttles queries by account.
    for (const part of parts) {
      pages.push(...(await azure.graphPages({ subscriptions: part, query: fleetQuery }, neverAborted)));
    }
    return [{ name: place, text: pages.join('\n') }];
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(failureReason(toFailure(error), place));
  }
}

/**
 * Returns the IDs of all subscriptions that the account can read in its tenant.
 * @throws {UnreadableFile} if there are none
 */
async function subscriptionsOf({ read }: TerminalAzure): Promise<readonly string[]> {
  const all = await read.subscriptions(neverAborted);
  if (all.length === 0) throw new UnreadableFile(reason('fleet.noSubscription'));
  return all.map(({ id }) => id).sort();
}
