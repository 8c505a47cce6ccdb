import { known, type Known } from '../../core/known';
import type { ResourceId, Subnet } from '../../core/network/model';
import { flagAt, listAt, textAt, textsAt, type Json } from '../json';
import { referencedIds, nameIn } from './members';
import { unreadMember } from './unreadable';

/** Converts a subnet's body. Azure omits empty references and lists, so an omitted member means that there are none. */
export function toSubnet(body: Json, virtualNetworkId: ResourceId): Subnet {
  const name = nameIn(body);
  const policies = textAt(body, 'properties', 'privateEndpointNetworkPolicies');
  return {
    id: textAt(body, 'id') ?? '',
    name,
    virtualNetworkId,
    addressPrefixes: prefixesOf(body),
    securityGroup: known(textAt(body, 'properties', 'networkSecurityGroup', 'id') ?? null),
    routeTable: known(textAt(body, 'properties', 'routeTable', 'id') ?? null),
    natGateway: known(textAt(body, 'properties', 'natGateway', 'id') ?? null),
    delegations: known(textsOf(body, 'delegations', 'properties', 'serviceName')),
    serviceEndpoints: known(textsOf(body, 'serviceEndpoints', 'service')),
    serviceEndpointPolicies: known(referencedIds(body, 'serviceEndpointPolicies')),
    defaultOutboundAccess: known(flagAt(body, 'properties', 'defaultOutboundAccess') ?? null),
    privateEndpointNetworkPolicies: policies === undefined ? unreadMember(name) : known(policies),
    addressesInUse: known(referencedIds(body, 'ipConfigurations').length),
  };
}

function prefixesOf(body: Json): Known<readonly string[]> {
  const many = textsAt(body, 'properties', 'addressPrefixes');
  const one = textAt(body, 'properties', 'addressPrefix');
  if (many.length > 0) return known(many);
  return one === undefined || one === '' ? unreadMember(nameIn(body)) : known([one]);
}

function textsOf(body: Json, list: string, ...path: readonly string[]): readonly string[] {
  return listAt(body, 'properties', list).flatMap((one) => textAt(one, ...path) ?? []);
}
