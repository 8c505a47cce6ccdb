import { nameOf } from '../../core/network/find';
import { known, mapKnown, valueOr, type Known } from '../../core/known';
import type { NatGateway } from '../../core/network/model';
import type { DeclaredIndex } from './declared-index';
import { propertyOf, type DeclaredResource } from './declared-resource';
import { allKnown, idPart, itemsPart, locationPart, partOf, textPart } from './parts';
import { heldByAzure } from './to-security-group';

/** Addresses and prefixes through which a gateway lets machines out. */
const ways = ['publicIpAddresses', 'publicIpAddressesV6', 'publicIpPrefixes', 'publicIpPrefixesV6'];

/** A NAT gateway of a file. */
export function toDeclaredNatGateway(resource: DeclaredResource, index: DeclaredIndex): NatGateway {
  if (resource.isExisting) return unreadNatGateway(resource.id);
  return {
    id: resource.id,
    name: resource.name,
    location: locationPart(partOf(resource.body, 'location')),
    sku: textPart(partOf(resource.body, 'sku', 'name'), known('Standard')),
    publicAddresses: resource.isDeployed.known ? countOf(resource) : resource.isDeployed,
    ...unlikeOf(resource, index),
    ...(resource.isDeployed.known && resource.isDeployed.value ? { isMadeHere: true as const } : {}),
  };
}

function countOf(resource: DeclaredResource): Known<number> {
  const lists = allKnown(ways.map((way) => itemsPart(propertyOf(resource, way))));
  return lists.known ? known(lists.value.reduce((sum, list) => sum + list.length, 0)) : lists;
}

/**
 * A gateway takes addresses and prefixes of its own kind alone: Standard with Standard, StandardV2 with StandardV2, none
 * with Basic. One that doesn't say its kind is taken as fitting, and one whose kind has no value is unknown.
 */
function unlikeOf(resource: DeclaredResource, index: DeclaredIndex): Pick<NatGateway, 'unlike'> {
  const own = valueOr(kindOf(resource), null) ?? 'Standard';
  const all = ways
    .flatMap((way) => addressesIn(resource, way, index))
    .map((one) => ({ address: one.name, sku: mapKnown(kindOf(one), (kind) => kind ?? own) }));
  const isOther = (sku: string): boolean => sku.toLowerCase() !== own.toLowerCase();
  const unlike = all.find(({ sku }) => sku.known && isOther(sku.value)) ?? all.find(({ sku }) => !sku.known);
  return unlike ? { unlike } : {};
}

/** Those that the files make. */
function addressesIn(
  gateway: DeclaredResource,
  way: string,
  index: DeclaredIndex,
): readonly DeclaredResource[] {
  const items = itemsPart(propertyOf(gateway, way));
  const ids = items.known ? items.value.map((one) => idPart(partOf(one, 'id'))) : [];
  return ids.flatMap((id) => {
    const made = index.made((id.known ? id.value : null) ?? '');
    return made.known ? [made.value] : [];
  });
}

function kindOf(resource: DeclaredResource): Known<string | null> {
  return textPart<null>(partOf(resource.body, 'sku', 'name'), known(null));
}

/** A NAT gateway that is named and that no file holds. */
export function unreadNatGateway(id: string): NatGateway {
  const name = nameOf(id);
  const not = heldByAzure(name);
  return { id, name, location: not, sku: not, publicAddresses: not };
}
