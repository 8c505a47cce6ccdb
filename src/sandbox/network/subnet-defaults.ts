import { isObject, listAt, objectAt, valueAt, type Json, type JsonObject } from '../json';

/** A subnet's properties with what Azure fills in when it stores them. */
export function withSubnetDefaults(properties: JsonObject): JsonObject {
  return {
    ...properties,
    delegations: listAt(properties, 'delegations').map(withDelegationDefaults),
    privateEndpointNetworkPolicies: valueAt(properties, 'privateEndpointNetworkPolicies') ?? 'Disabled',
    privateLinkServiceNetworkPolicies: valueAt(properties, 'privateLinkServiceNetworkPolicies') ?? 'Enabled',
  };
}

function withDelegationDefaults(delegation: Json): Json {
  if (!isObject(delegation)) return delegation;
  const held = objectAt(delegation, 'properties') ?? {};
  return { ...delegation, properties: { actions: [], ...held, provisioningState: 'Succeeded' } };
}
