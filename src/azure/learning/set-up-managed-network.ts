import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import type { WorkspaceSummary } from '../ports';
import { pause } from '../pause';
import { sendRaw, urlOf } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { isTransient } from '../failure';
import { toFailure } from '../to-failure';
import { untilDone } from '../poll-until-done';
import { exponentialBackoff } from './exponential-backoff';
import { retryTransient } from './retry-transient';
import { readWorkspace, workspaceApiVersion } from './read-workspaces';

export interface SetupRequest {
  readonly clients: Clients;
  readonly workspaceId: ResourceId;
  /** Azure took it. */
  readonly onAccepted: () => void;
}

/**
 * Has Azure set the network up now instead of with the first compute, and waits until the workspace says that it
 * stands. The client's 2022-10-01 does not know the operation, so it goes over its pipeline.
 */
export async function setUpManagedNetwork(
  { clients, workspaceId, onAccepted }: SetupRequest,
  stop: AbortSignal,
): Promise<WorkspaceSummary> {
  const sender = clients.learning(resourceParts(workspaceId).subscriptionId);
  const url = urlOf(clients.endpoint, `${workspaceId}/provisionManagedNetwork`, workspaceApiVersion);
  const { response } = await clients.within('write', stop, (signal) =>
    sendRaw(sender, { url, method: 'POST', body: { includeSpark: false }, signal }),
  );
  onAccepted();
  return clients.within('set-up', stop, async (signal) => {
    await untilDone(sender, response, signal).catch(unlessOutOfSight);
    return followManagedNetwork(clients, workspaceId, signal);
  });
}

/** Losing sight of the operation says nothing of the network, which is looked at from then on. */
function unlessOutOfSight(error: unknown): void {
  const failure = toFailure(error);
  if (!isTransient(failure) && !['forbidden', 'notFound'].includes(failure.code)) throw error;
}

/** Looks at the workspace until its network stands. */
export async function followManagedNetwork(
  clients: Clients,
  workspaceId: ResourceId,
  stop: AbortSignal,
): Promise<WorkspaceSummary> {
  const look = retryTransient(() => readWorkspace(clients, workspaceId, stop));
  const nextWait = exponentialBackoff();
  return clients.within('set-up', stop, async (signal) => {
    for (;;) {
      const seen = await look();
      if (seen !== 'unseen' && seen.managedNetworkSetUp.known && seen.managedNetworkSetUp.value) return seen;
      await pause(nextWait() * clients.watchIntervalMs, signal);
    }
  });
}
