import { isBodyObject, bodyList, bodyObject, bodyPart, type BodyJson, type BodyObject } from '../body-json';

/** Returns a subnet's properties with the defaults that Azure adds when it stores them. */
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
