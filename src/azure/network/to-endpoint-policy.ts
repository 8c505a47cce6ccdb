import { known } from '../../core/known';
import type { ServiceEndpointPolicy } from '../../core/network/model';
import { listAt, textAt, textsAt, type JsonObject } from '../json';
import { nameIn } from './members';

/** A service endpoint policy's body: everything that its definitions let through. */
export function toEndpointPolicy(body: JsonObject): ServiceEndpointPolicy {
  const definitions = listAt(body, 'properties', 'serviceEndpointPolicyDefinitions');
  return {
    id: textAt(body, 'id') ?? '',
    name: nameIn(body),
    resources: known(definitions.flatMap((one) => textsAt(one, 'properties', 'serviceResources'))),
  };
}
