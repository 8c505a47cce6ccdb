import { nameOf } from '../../core/network/find';
import { known, mapKnown, valueOr, type Known } from '../../core/known';
import type { NatGateway } from '../../core/network/model';
import type { DeclaredIndex } from './declared-index';
import { propertyOf, type DeclaredResource } from './declared-resource';
import { allKnown, idPart, itemsPart, locationPart, partOf, textPart } from './parts';
import { heldByAzure } from './to-security-group';

/** Lists of public IP addresses and prefixes for outbound access. */
const ways = ['publicIpAddresses', 'publicIpAddressesV6', 'publicIpPrefixes', 'publicIpPrefixesV6'];

/** Converts a NAT gateway of a file. */
export function toDeclaredNatGateway(resource: DeclaredResource, index: DeclaredIndex): NatGateway {
  if (resource.isExisting) return unreadNatGateway(resource.id);
  return {
    id: resource.id,
    name: resource.name,
    location: locationPart(partOf(resource.body, 'location')),
    sku: textPart(partOf(resource.body, 'sku', 'name'), known('Standard')),
    publicAddresses: resource.isDeployed.known ? countOf(resource) : resource.isDeployed,
    ...unlikeOf(resource, index),
    ...(resource.isDeployed.known && resource.isDeployed.value ? { isCreatedHere: true as const } : {}),
  };
}

function countOf(resource: DeclaredResource): Known<number> {
  const lists = allKnown(ways.map((way) => itemsPart(propertyOf(resource, way))));
  return lists.known ? known(lists.value.reduce((sum, list) => sum + list.length, 0)) : lists;
}

/**
 * Finds an address or prefix of another SKU. A gateway only accepts its own: Standard with Standard, StandardV2 with
 * StandardV2, and never Basic. A missing SKU counts as matching, and a SKU without a value is unknown.
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

/** Returns those that the files create. */
function addressesIn(
  gateway: DeclaredResource,
  way: string,
  index: DeclaredIndex,
): readonly DeclaredResource[] {
  const items = itemsPart(propertyOf(gateway, way));
  const ids = items.known ? items.value.map((one) => idPart(partOf(one, 'id'))) : [];
  return ids.flatMap((id) => {
    const created = index.createdById((id.known ? id.value : null) ?? '');
    return created.known ? [created.value] : [];
  });
}

function kindOf(resource: DeclaredResource): Known<string | null> {
  return textPart<null>(partOf(resource.body, 'sku', 'name'), known(null));
}

/** Creates a NAT gateway that is referred to and that no file contains. */
export function unreadNatGateway(id: string): NatGateway {
  const name = nameOf(id);
  const not = heldByAzure(name);
  return { id, name, location: not, sku: not, publicAddresses: not };
}
