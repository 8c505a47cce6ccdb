import { nameOf } from '../../core/network/find';
import { known, mapKnown, unknown, valueOr, type Known } from '../../core/known';
import type { NatGateway } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { DeclaredIndex } from './declared-index';
import { propertyOf, type DeclaredResource } from './declared-resource';
import { allKnown, idPart, itemsPart, locationPart, partOf, textPart } from './parts';
import { heldByAzure } from './to-security-group';
import { displayName } from './display-name';

/** Lists of public IP addresses and prefixes for outbound IPv4 access. Only StandardV2 supports IPv6. */
const ipv4Lists = ['publicIpAddresses', 'publicIpPrefixes'];

const ipv6Lists = ['publicIpAddressesV6', 'publicIpPrefixesV6'];

/** Converts a NAT gateway of a file. */
export function toDeclaredNatGateway(resource: DeclaredResource, index: DeclaredIndex): NatGateway {
  if (resource.isExisting) return unreadNatGateway(resource.id);
  return {
    id: resource.id,
    name: displayName(resource.name),
    location: locationPart(partOf(resource.body, 'location')),
    sku: textPart(partOf(resource.body, 'sku', 'name'), known('Standard')),
    publicAddresses: resource.isDeployed.known ? countOf(resource, index) : resource.isDeployed,
    ...unlikeOf(resource, index),
    ...(resource.isDeployed.known && resource.isDeployed.value ? { isCreatedHere: true as const } : {}),
  };
}

/** Counts IPv4 addresses and prefixes. An address that isn't in the files counts as IPv4. */
function countOf(resource: DeclaredResource, index: DeclaredIndex): Known<number> {
  const lists = allKnown(ipv4Lists.map((list) => itemsPart(propertyOf(resource, list))));
  if (!lists.known) return lists;
  const inFiles = ipv4Lists.flatMap((list) => addressesIn(resource, list, index));
  const versions = allKnown(
    inFiles.map((one) => textPart(propertyOf(one, 'publicIPAddressVersion'), known('IPv4'))),
  );
  return mapKnown(versions, (all) => {
    const ipv6 = all.filter((version) => version.toLowerCase() === 'ipv6').length;
    return lists.value.reduce((sum, list) => sum + list.length, -ipv6);
  });
}

/**
 * Finds an address or prefix of another SKU. A gateway only accepts its own: Standard with Standard, StandardV2 with
 * StandardV2, and never Basic. The SKU of an address that doesn't specify it is unknown: API versions create a Basic
 * one, which Azure retired on 2025-09-30.
 */
function unlikeOf(resource: DeclaredResource, index: DeclaredIndex): Pick<NatGateway, 'unlike'> {
  const own = valueOr(kindOf(resource), null) ?? 'Standard';
  const all = [...ipv4Lists, ...ipv6Lists]
    .flatMap((list) => addressesIn(resource, list, index))
    .map((one) => ({ address: displayName(one.name), sku: skuOf(one, own) }));
  const isOther = (sku: string): boolean => sku.toLowerCase() !== own.toLowerCase();
  const unlike = all.find(({ sku }) => sku.known && isOther(sku.value)) ?? all.find(({ sku }) => !sku.known);
  return unlike ? { unlike } : {};
}

function skuOf(address: DeclaredResource, own: string): Known<string> {
  const kind = kindOf(address);
  if (!kind.known) return kind;
  // A prefix is never Basic.
  if (kind.value === null && address.type.endsWith('/publicipprefixes')) return known(own);
  return kind.value === null
    ? unknown(reason('document.missingProperty', { name: displayName(address.name), property: 'sku' }))
    : known(kind.value);
}

/** Returns those that the files create. */
function addressesIn(
  gateway: DeclaredResource,
  list: string,
  index: DeclaredIndex,
): readonly DeclaredResource[] {
  const items = itemsPart(propertyOf(gateway, list));
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
