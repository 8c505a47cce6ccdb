import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId, ServiceEndpointPolicy, Subnet } from '../../core/network/model';
import { resourceParts } from '../resource-parts';
import { getResource } from './get-resource';
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

async function readPolicy(reading: Reading, id: ResourceId): Promise<ServiceEndpointPolicy> {
  const { resourceGroup } = resourceParts(id);
  const name = nameOf(id);
  const read = () => getResource(reading, { id, type: 'serviceEndpointPolicies', name });
  const body = await orUnknown(read, { name, scope: resourceGroup });
  return body.known ? toEndpointPolicy(body.value) : { id, name, resources: body };
}
