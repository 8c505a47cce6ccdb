import type { ComputeResource } from '@azure/arm-machinelearning';
import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { AzureFailure } from '../failure';
import type { ComputeState, CreationEvent } from '../ports';
import { partsOf } from '../resource-parts';
import { toFailure } from '../to-failure';
import { watchCompute } from './watch-compute';

export interface ComputeTarget {
  readonly workspaceId: ResourceId;
  readonly name: string;
  readonly body: object;
}

export interface CreateContext {
  readonly clients: Clients;
  readonly get: (workspaceId: ResourceId, name: string, stop: AbortSignal) => Promise<ComputeState | null>;
}

/**
 * Looks that the name is free, sends the body, follows the operation and then the nodes to their end. A PUT on an
 * existing compute would replace it beyond recovery (compute create REST page), so the name is looked up first.
 */
export async function createCompute(
  context: CreateContext,
  target: ComputeTarget,
  onEvent: (event: CreationEvent) => void,
  stop: AbortSignal,
): Promise<void> {
  const { workspaceId, name } = target;
  if ((await context.get(workspaceId, name, stop)) !== null) throw new AzureFailure('conflict');
  try {
    await send(context.clients, target, onEvent, stop);
  } catch (error) {
    if (stop.aborted) throw new AzureFailure('cancelled');
    await fail(context, target, toFailure(error), onEvent);
    return;
  }
  await watchCompute({ get: () => context.get(workspaceId, name, stop), stop }, onEvent);
}

async function send(
  clients: Clients,
  { workspaceId, name, body }: ComputeTarget,
  onEvent: (event: CreationEvent) => void,
  stop: AbortSignal,
): Promise<void> {
  const { subscriptionId, resourceGroup } = partsOf(workspaceId);
  const operations = clients.learning(subscriptionId).computeOperations;
  onEvent({ is: 'sent' });
  const poller = await operations.beginCreateOrUpdate(
    resourceGroup,
    nameOf(workspaceId),
    name,
    body as ComputeResource,
    {
      abortSignal: stop,
      onResponse: (response) => {
        if (response.request.method !== 'PUT' || response.status >= 300) return;
        onEvent({ is: 'accepted', requestId: response.headers.get('x-ms-request-id') ?? null });
      },
    },
  );
  await poller.pollUntilDone({ abortSignal: stop });
}

/** A refusal, with whatever is left in Azure: an accepted compute that failed keeps its name. */
async function fail(
  context: CreateContext,
  target: ComputeTarget,
  failure: AzureFailure,
  onEvent: (event: CreationEvent) => void,
): Promise<void> {
  const compute = await context
    .get(target.workspaceId, target.name, AbortSignal.timeout(15_000))
    .catch(() => null);
  onEvent({ is: 'failed', code: failure.code, details: failure.details, compute });
}
