import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId, ServiceEndpointPolicy, Subnet } from '../../core/network/model';
import { rawBody } from '../raw-bodies';
import { partsOf } from '../resource-parts';
import { orUnknown } from './or-unknown';
import type { Reading } from './read-endpoint-addresses';
import { toEndpointPolicy } from './to-endpoint-policy';

/** The list with the policies of the subnet as they are now; one that may not be read is in it too, saying so. */
export async function readEndpointPolicies(
  reading: Reading,
  all: readonly ServiceEndpointPolicy[],
  { serviceEndpointPolicies }: Subnet,
): Promise<readonly ServiceEndpointPolicy[]> {
  const ids = serviceEndpointPolicies.known ? serviceEndpointPolicies.value : [];
  const read = await Promise.all(ids.map((id) => readPolicy(reading, id)));
  return [...all.filter((one) => !ids.some((id) => sameId(id, one.id))), ...read];
}

async function readPolicy({ clients, signal }: Reading, id: ResourceId): Promise<ServiceEndpointPolicy> {
  const { subscriptionId, resourceGroup } = partsOf(id);
  const operations = clients.network(subscriptionId).serviceEndpointPolicies;
  const name = nameOf(id);
  const body = await orUnknown(
    () => rawBody(signal, (options) => operations.get(resourceGroup, name, options)),
    { name, scope: resourceGroup },
  );
  return body.known ? toEndpointPolicy(body.value) : { id, name, resources: body };
}
