import { isBodyObject, bodyList, bodyObject, bodyPart, type BodyJson, type BodyObject } from '../body-json';

/** A subnet's properties with what Azure fills in when it stores them. */
export function withSubnetDefaults(properties: BodyObject): BodyObject {
  return {
    ...properties,
    delegations: bodyList(properties, 'delegations').map(withDelegationDefaults),
    privateEndpointNetworkPolicies: bodyPart(properties, 'privateEndpointNetworkPolicies') ?? 'Disabled',
    privateLinkServiceNetworkPolicies: bodyPart(properties, 'privateLinkServiceNetworkPolicies') ?? 'Enabled',
  };
}

function withDelegationDefaults(delegation: BodyJson): BodyJson {
  if (!isBodyObject(delegation)) return delegation;
  const held = bodyObject(delegation, 'properties') ?? {};
  return { ...delegation, properties: { actions: [], ...held, provisioningState: 'Succeeded' } };
}
