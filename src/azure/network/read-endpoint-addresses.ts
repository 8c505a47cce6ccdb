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

/** Endpoints that are asked for one by one, at most; those beyond keep what their list said. */
const most = 20;

/**
 * The model's endpoints, those in reach of the network with their addresses. Lists leave the addresses out where a
 * DNS zone group keeps the records; the endpoint's own read brings its network interface along.
 */
export async function readEndpointAddresses(
  reading: Reading,
  model: NetworkModel,
  network: VirtualNetwork,
): Promise<Known<readonly PrivateEndpoint[]>> {
  if (!model.privateEndpoints.known) return model.privateEndpoints;
  const all = model.privateEndpoints.value;
  const wanted = all.filter((one) => isOpen(one) && isInReach(one, network)).slice(0, most);
  const read = await Promise.all(wanted.map((one) => readOr(reading, one)));
  return known(all.map((one) => read.find((other) => sameId(other.id, one.id)) ?? one));
}

/** Its addresses are to be found, or its owner's answer. */
function isOpen({ addresses, notApproved }: PrivateEndpoint): boolean {
  return !addresses.known || notApproved !== undefined;
}

function isInReach({ subnetId }: PrivateEndpoint, network: VirtualNetwork): boolean {
  const peers = network.peerings.known ? network.peerings.value.map((one) => one.remoteId) : [];
  return [network.id, ...peers].some((id) =>
    subnetId.toLowerCase().startsWith(`${id.toLowerCase()}/subnets/`),
  );
}

/** An endpoint that may not be read, or is gone, stays as the list had it. */
async function readOr(reading: Reading, endpoint: PrivateEndpoint): Promise<PrivateEndpoint> {
  try {
    return (await readEndpoint(reading, endpoint.id)) ?? endpoint;
  } catch (error) {
    if (toFailure(error).code === 'forbidden') return endpoint;
    throw error;
  }
}
