import { prefixesOverlap } from '../checks/overlap';
import { parseAddressSet } from '../core/addresses/address-set';
import { isSubset } from '../core/addresses/interval-algebra';
import { setOfRanges } from '../core/addresses/interval-set';
import { parsePrefix, type AddressRange } from '../core/addresses/prefix';
import { nameOf, sameId } from '../core/network/find';
import type { Subnet, VirtualNetwork } from '../core/network/model';
import { reason, type Reason } from '../core/reason';
import { textValue } from '../documents/evaluate/make-value';
import { isAddressText } from '../documents/model/address-parts';
import { propertyOf, type DeclaredResource } from '../documents/model/declared-resource';
import { itemsPart, namePart, partOf, type Part } from '../documents/model/parts';
import type { Value } from '../documents/evaluate/value';
import type { FileOnlyCheckId } from './file-check-catalog';
import type { FileCheck } from './check-files';
import { oncePerPlace, type Problem } from './problem';

const id: FileOnlyCheckId = 'invalid-network-value';

/** A value of a network or subnet, and its owner. */
interface Written {
  readonly value: Value;
  readonly property: string;
  readonly name: string;
  readonly resource: DeclaredResource;
  /** Why Azure refuses it. Absent for a value that isn't an address. */
  readonly because?: Reason;
}

/**
 * Finds prefixes, DNS servers, and addresses of private endpoints next to checked subnets that Azure refuses, each once.
 * They aren't addresses, or subnets or peered networks overlap.
 */
export function invalidValues({ declared, subjects }: FileCheck): readonly Problem[] {
  const found = subjects.flatMap(({ network, subnet }) => [
    ...declared.resources.filter((one) => sameId(one.id, network.id)).flatMap(ofNetwork(subnet.name)),
    ...declared.resources.filter((one) => sameId(one.id, subnet.id)).flatMap(ofSubnetResource),
  ]);
  const endpoints = subjects.length > 0 ? declared.resources.flatMap(ofEndpoint) : [];
  const networks = new Map(subjects.map(({ network }) => [network.id.toLowerCase(), network]));
  const wrong = [...found, ...endpoints].filter(({ value }) => isWrong(value));
  const misplaced = [...networks.values()].flatMap((network) => misplacedIn(network, declared.resources));
  const problems = [...wrong, ...misplaced].map(toProblem);
  return oncePerPlace(problems);
}

function ofNetwork(subnet: string): (resource: DeclaredResource) => readonly Written[] {
  return (resource) => {
    const at = { name: resource.name, resource };
    return [
      ...listed(propertyOf(resource, 'addressSpace', 'addressPrefixes'), {
        ...at,
        property: 'addressPrefixes',
      }),
      ...listed(propertyOf(resource, 'dhcpOptions', 'dnsServers'), { ...at, property: 'dnsServers' }),
      ...ofListedSubnet(subnet, resource),
    ];
  };
}

/** Returns the prefixes of a subnet in the network's own list. */
function ofListedSubnet(name: string, resource: DeclaredResource): readonly Written[] {
  const items = itemsPart(propertyOf(resource, 'subnets'));
  const own = (items.known ? items.value : []).filter((one) => namePart(partOf(one, 'name')) === name);
  return own.flatMap((one) => prefixesIn(one, { name, resource }));
}

function ofSubnetResource(resource: DeclaredResource): readonly Written[] {
  return prefixesIn(resource.body, { name: resource.name, resource });
}

/** An empty address means that Azure chooses it. */
function ofEndpoint(resource: DeclaredResource): readonly Written[] {
  if (resource.type !== 'microsoft.network/privateendpoints' || resource.isExisting) return [];
  const items = itemsPart(propertyOf(resource, 'ipConfigurations'));
  const property = 'privateIPAddress';
  return (items.known ? items.value : []).flatMap((one) => {
    const value = partOf(one, 'properties', property);
    const isFixed = value !== undefined && !(value.is === 'text' && value.value === '');
    return isFixed ? [{ value, property, name: resource.name, resource }] : [];
  });
}

function prefixesIn(subnet: Value, at: Pick<Written, 'name' | 'resource'>): readonly Written[] {
  const one = partOf(subnet, 'properties', 'addressPrefix');
  return [
    ...(one ? [{ ...at, value: one, property: 'addressPrefix' }] : []),
    ...listed(partOf(subnet, 'properties', 'addressPrefixes'), { ...at, property: 'addressPrefixes' }),
  ];
}

/** A subnet's IPv4 prefix. */
interface Placed extends Written, AddressRange {
  readonly text: string;
  readonly subnet: Subnet;
}

/** Finds subnets outside the network's address space, subnets that overlap, and peered networks that overlap. */
function misplacedIn(network: VirtualNetwork, all: readonly DeclaredResource[]): readonly Written[] {
  const resource = all.find((one) => sameId(one.id, network.id));
  if (!resource || !isCertain(resource) || !network.addressPrefixes.known) return [];
  const space = network.addressPrefixes.value;
  const { set, unread } = parseAddressSet(space);
  if (unread.length > 0) return [];
  const prefixes = network.subnets
    .flatMap((subnet) => prefixesOf(subnet, resource, all))
    .toSorted((one, other) => one.first - other.first);
  const outside = prefixes.filter((one) => !isSubset(setOfRanges([one]), set));
  return [
    ...outside.map((one) => ({ ...one, because: outsideSpace(one, network.name, space) })),
    ...overlapping(prefixes),
    ...overlappingPeers(network, space).map((because) => ({
      value: textValue('', propertyOf(resource, 'addressSpace', 'addressPrefixes')?.from ?? null),
      property: 'addressPrefixes',
      name: network.name,
      resource,
      because,
    })),
  ];
}

const isCertain = ({ isExisting, isDeployed }: DeclaredResource): boolean => !isExisting && isDeployed.known;

function prefixesOf(
  subnet: Subnet,
  network: DeclaredResource,
  all: readonly DeclaredResource[],
): readonly Placed[] {
  const own = all.find((one) => sameId(one.id, subnet.id));
  if (own && !isCertain(own)) return [];
  const written = own ? ofSubnetResource(own) : ofListedSubnet(subnet.name, network);
  return written.flatMap((one) => {
    const text = one.value.is === 'text' ? one.value.value : '';
    const range = parsePrefix(text);
    return range ? [{ ...one, ...range, text, subnet }] : [];
  });
}

function outsideSpace({ text, subnet }: Placed, network: string, space: readonly string[]): Reason {
  return reason('file.outsideSpace', { prefix: text, name: subnet.name, network, space: space.join(', ') });
}

/** Finds prefixes that start within a previous one of another subnet. */
function overlapping(sorted: readonly Placed[]): readonly Written[] {
  let last: Placed | undefined;
  return sorted.flatMap((one) => {
    const before = last;
    if (!last || one.last > last.last) last = one;
    if (!before || one.first > before.last || sameId(before.subnet.id, one.subnet.id)) return [];
    const values = {
      prefix: one.text,
      name: one.subnet.name,
      before: before.text,
      other: before.subnet.name,
    };
    return [{ ...one, because: reason('file.subnetsOverlap', values) }];
  });
}

function overlappingPeers({ name, peerings }: VirtualNetwork, space: readonly string[]): readonly Reason[] {
  return (peerings.known ? peerings.value : []).flatMap((peering) => {
    const { state, remotePrefixes, parts, onlyIpv6 } = peering;
    if (!state.known || !remotePrefixes.known || parts || onlyIpv6) return [];
    const shared = remotePrefixes.value.find((one) => space.some((own) => prefixesOverlap(own, one)));
    return shared === undefined
      ? []
      : [reason('file.peersOverlap', { network: name, peer: nameOf(peering.remoteId), prefix: shared })];
  });
}

function listed(list: Part, at: Omit<Written, 'value'>): readonly Written[] {
  const items = itemsPart(list);
  return items.known ? items.value.map((value) => ({ ...at, value })) : [];
}

/** Returns whether a value is invalid. An unknown value may be valid. */
function isWrong(value: Value): boolean {
  if (value.is === 'unknown') return false;
  return value.is !== 'text' || !isAddressText(value.value);
}

function toProblem({ value, property, name, resource, because }: Written): Problem {
  return {
    id,
    severity: 'error',
    place: value.from ?? resource.namePlace,
    subnet: '',
    subnetId: resource.id,
    related: [],
    what: {
      is: 'invalid-value',
      value: value.is === 'text' ? value.value : value.is,
      property,
      name,
      ...(because ? { because } : {}),
    },
  };
}
