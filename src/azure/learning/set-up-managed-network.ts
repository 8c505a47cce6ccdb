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
  /** Called when Azure accepts the request. */
  readonly onAccepted: () => void;
}

/**
 * Provisions the managed virtual network now instead of with the first compute resource. It waits until the workspace
 * reports that the network is ready. The client's 2022-10-01 doesn't know the operation, so the request goes over its
 * pipeline.
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

/** Ignores failures to follow the operation. They say nothing about the network, which is polled from then on. */
function unlessOutOfSight(error: unknown): void {
  const failure = toFailure(error);
  if (!isTransient(failure) && !['forbidden', 'notFound'].includes(failure.code)) throw error;
}

/** Polls the workspace until its managed virtual network is ready. */
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
