import { known, unknown, type Known } from '../../core/known';
import type { Subnet } from '../../core/network/model';
import { reason } from '../../core/reason';
import { asAddresses } from './address-parts';
import type { Child } from './children';
import type { DeclaredResource } from './declared-resource';
import { displayName } from './display-name';
import {
  allKnown,
  flagPart,
  itemsPart,
  partOf,
  referencePart,
  referencesPart,
  textPart,
  textsPart,
} from './parts';

/** Converts a subnet of a file. A setting that is missing in the file isn't set. */
export function toDeclaredSubnet(
  { value, name }: Child,
  network: DeclaredResource,
  addressCounts: ReadonlyMap<string, number>,
): Subnet {
  const its = (...path: readonly string[]) => partOf(value, 'properties', ...path);
  const id = `${network.id}/subnets/${name}`;
  return {
    id,
    name: displayName(name),
    virtualNetworkId: network.id,
    addressPrefixes: prefixesOf(value, name),
    securityGroup: referencePart(its('networkSecurityGroup')),
    routeTable: referencePart(its('routeTable')),
    natGateway: referencePart(its('natGateway')),
    delegations: textsIn(its('delegations'), 'properties', 'serviceName'),
    serviceEndpoints: textsIn(its('serviceEndpoints'), 'service'),
    serviceEndpointPolicies: referencesPart(its('serviceEndpointPolicies')),
    defaultOutboundAccess: flagPart<null>(its('defaultOutboundAccess'), known(null)),
    ...(network.apiVersion === undefined ? {} : { writtenWith: network.apiVersion }),
    privateEndpointNetworkPolicies: textPart(its('privateEndpointNetworkPolicies'), known('Disabled')),
    addressesInUse: known(addressCounts.get(id.toLowerCase()) ?? 0),
  };
}

function prefixesOf(value: Child['value'], name: string): Known<readonly string[]> {
  const many = textsPart(partOf(value, 'properties', 'addressPrefixes'));
  if (!many.known || many.value.length > 0) return asAddresses(many);
  const lacking = unknown(reason('document.missingProperty', { name, property: 'addressPrefix' }));
  const one = textPart(partOf(value, 'properties', 'addressPrefix'), lacking);
  return one.known ? asAddresses(known([one.value])) : one;
}

function textsIn(list: ReturnType<typeof partOf>, ...path: readonly string[]): Known<readonly string[]> {
  const items = itemsPart(list);
  if (!items.known) return items;
  const texts = allKnown(items.value.map((item) => textPart(partOf(item, ...path), known(''))));
  return texts.known ? known(texts.value.filter((text) => text !== '')) : texts;
}
