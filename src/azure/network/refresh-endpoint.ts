import { mapKnown } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { NetworkModel, PrivateEndpoint, ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { toFailure } from '../to-failure';
import { getResource } from './get-resource';
import { toPrivateEndpoint } from './to-private-endpoint';

/**
 * Returns the networks with the current state of a private endpoint, including its addresses, or without it if it
 * doesn't exist anymore.
 */
export function refreshEndpoint(
  clients: Clients,
  { model, endpointId }: { readonly model: NetworkModel; readonly endpointId: ResourceId },
  stop: AbortSignal,
): Promise<NetworkModel> {
  return clients.within('get', stop, async (signal) => {
    const found = await readEndpoint({ clients, signal }, endpointId);
    const privateEndpoints = mapKnown(model.privateEndpoints, (all) => [
      ...all.filter((one) => !sameId(one.id, endpointId)),
      ...(found ? [found] : []),
    ]);
    return { ...model, privateEndpoints };
  });
}

/** Reads an endpoint individually, which also returns its network interface and so the addresses. */
export async function readEndpoint(
  reading: { readonly clients: Clients; readonly signal: AbortSignal },
  id: ResourceId,
): Promise<PrivateEndpoint | undefined> {
  const resourceQuery = {
    id,
    type: 'privateEndpoints',
    name: nameOf(id),
    expand: 'networkInterfaces',
  } as const;
  try {
    return toPrivateEndpoint(await getResource(reading, resourceQuery));
  } catch (error) {
    if (toFailure(error).code === 'notFound') return undefined;
    throw error;
  }
}
