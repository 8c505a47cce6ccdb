import { known } from '../../core/known';
import type { ServiceEndpointPolicy } from '../../core/network/model';
import { listAt, textAt, textsAt, type JsonObject } from '../json';
import { nameIn } from './members';

/** Converts a service endpoint policy: all resources that its definitions allow. */
export function toEndpointPolicy(body: JsonObject): ServiceEndpointPolicy {
  const definitions = listAt(body, 'properties', 'serviceEndpointPolicyDefinitions');
  return {
    id: textAt(body, 'id') ?? '',
    name: nameIn(body),
    resources: known(definitions.flatMap((one) => textsAt(one, 'properties', 'serviceResources'))),
  };
}
