import { known, type Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { NetworkModel, PrivateEndpoint, VirtualNetwork } from '../../core/network/model';
import type { Clients } from '../clients';
import { toFailure } from '../to-failure';
import { readEndpoint } from './refresh-endpoint';

export interface Reading {
  readonly clients: Clients;
  readonly signal: AbortSignal;
}

/** Maximum number of endpoints to read individually. The others keep the values from their list. */
const most = 20;

/**
 * Returns the model's endpoints. Those reachable from the network have their addresses. Lists omit the addresses if a
 * DNS zone group manages the records. Reading an endpoint individually also returns its network interface.
 */
export async function readEndpointAddresses(
  reading: Reading,
  model: NetworkModel,
  network: VirtualNetwork,
): Promise<Known<readonly PrivateEndpoint[]>> {
  if (!model.privateEndpoints.known) return model.privateEndpoints;
  const all = model.privateEndpoints.value;
  const unread = all.filter((one) => isOpen(one) && isInReach(one, network)).slice(0, most);
  const read = await Promise.all(unread.map((one) => readOr(reading, one)));
  return known(all.map((one) => read.find((other) => sameId(other.id, one.id)) ?? one));
}

/** True if the addresses or the approval of the endpoint are still unknown. */
function isOpen({ addresses, notApproved }: PrivateEndpoint): boolean {
  return !addresses.known || notApproved !== undefined;
}

function isInReach({ subnetId }: PrivateEndpoint, network: VirtualNetwork): boolean {
  const peers = network.peerings.known ? network.peerings.value.map((one) => one.remoteId) : [];
  return [network.id, ...peers].some((id) =>
    subnetId.toLowerCase().startsWith(`${id.toLowerCase()}/subnets/`),
  );
}

/** Reads an endpoint. If it can't be read, or doesn't exist anymore, the value from the list stays. */
async function readOr(reading: Reading, endpoint: PrivateEndpoint): Promise<PrivateEndpoint> {
  try {
    return (await readEndpoint(reading, endpoint.id)) ?? endpoint;
  } catch (error) {
    if (toFailure(error).code === 'forbidden') return endpoint;
    throw error;
  }
}
