import { nameOf } from '../../core/network/find';
import { known, type Known } from '../../core/known';
import type { NatGateway } from '../../core/network/model';
import { propertyOf, type DeclaredResource } from './declared-resource';
import { allKnown, itemsPart, locationPart, partOf, textPart } from './parts';
import { notHere } from './to-security-group';

/** Addresses and prefixes through which a gateway lets machines out. */
const ways = ['publicIpAddresses', 'publicIpAddressesV6', 'publicIpPrefixes', 'publicIpPrefixesV6'];

/** A NAT gateway of a file. */
export function toNatGateway(resource: DeclaredResource): NatGateway {
  if (resource.isExisting) return gatewayNotHere(resource.id);
  return {
    id: resource.id,
    name: resource.name,
    location: locationPart(partOf(resource.body, 'location')),
    sku: textPart(partOf(resource.body, 'sku', 'name'), known('Standard')),
    publicAddresses: countOf(resource),
    ...(resource.isDeployed.known && resource.isDeployed.value ? { isMadeHere: true as const } : {}),
  };
}

function countOf(resource: DeclaredResource): Known<number> {
  const lists = allKnown(ways.map((way) => itemsPart(propertyOf(resource, way))));
  return lists.known ? known(lists.value.reduce((sum, list) => sum + list.length, 0)) : lists;
}

/** A NAT gateway that is named and that no file holds. */
export function gatewayNotHere(id: string): NatGateway {
  const name = nameOf(id);
  const not = notHere(name);
  return { id, name, location: not, sku: not, publicAddresses: not };
}
