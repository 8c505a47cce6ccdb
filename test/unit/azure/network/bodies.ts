import type { JsonObject } from '../../../../src/azure/json';
import { subscriptionId } from '../answering';

export const networkProviderPath = `/subscriptions/${subscriptionId}/resourceGroups/rg-net/providers/Microsoft.Network`;
export const bodyNetworkId = `${networkProviderPath}/virtualNetworks/vnet`;
export const bodySubnetId = `${bodyNetworkId}/subnets/snet`;

/** Builds a security rule as Azure shows it, with the properties that the case changes. */
export function ruleBody(properties: JsonObject, name = 'Allow'): JsonObject {
  const usual = {
    priority: 100,
    direction: 'Outbound',
    access: 'Allow',
    protocol: 'Tcp',
    sourceAddressPrefix: 'VirtualNetwork',
    sourcePortRange: '*',
    destinationAddressPrefix: 'AzureMachineLearning',
    destinationPortRange: '443',
    sourceAddressPrefixes: [],
    destinationAddressPrefixes: [],
    sourcePortRanges: [],
    destinationPortRanges: [],
  };
  return {
    name,
    id: `${networkProviderPath}/networkSecurityGroups/nsg/securityRules/${name}`,
    properties: { ...usual, ...properties },
  };
}

/** Builds a resource with the members that every resource has. */
export function resourceBody(type: string, name: string, properties: JsonObject): JsonObject {
  return {
    id: `${networkProviderPath}/${type}/${name}`,
    name,
    location: 'westeurope',
    etag: 'W/"1"',
    properties,
  };
}

/** Returns a subnet of `vnet`. */
export function subnet(name: string, properties: JsonObject): JsonObject {
  return {
    id: `${bodyNetworkId}/subnets/${name}`,
    name,
    etag: 'W/"1"',
    properties: { addressPrefix: '10.0.1.0/24', privateEndpointNetworkPolicies: 'Disabled', ...properties },
  };
}

/** Returns a network with these subnets. */
export function networkBody(subnets: readonly JsonObject[], properties: JsonObject = {}): JsonObject {
  return resourceBody('virtualNetworks', 'vnet', {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
    virtualNetworkPeerings: [],
    subnets,
    ...properties,
  });
}

export function notReadOf(name: string) {
  return { known: false, because: { key: 'unknown.notRead', values: { name } } };
}

/** Returns the result for a value of the member that the code doesn't know. */
export function unknownWord(name: string, word: string) {
  return { known: false, because: { key: 'unknown.word', values: { name, word } } };
}

export function readForbidden(name: string, scope: string) {
  return { known: false, because: { key: 'unknown.permission', values: { name, role: 'Reader', scope } } };
}
