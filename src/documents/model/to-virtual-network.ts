import { nameOf } from '../../core/network/find';
import { known, mapKnown, unknown, valueOr, type Known } from '../../core/known';
import type { Peering, Subnet, VirtualNetwork } from '../../core/network/model';
import { reason } from '../../core/reason';
import { isUnstated } from '../../core/unstated-region';
import { asAddresses } from './address-parts';
import { childrenPart, withApart, type Child } from './children';
import { propertyOf, type DeclaredResource } from './declared-resource';
import {
  allKnown,
  flagPart,
  itemsPart,
  locationPart,
  partOf,
  referencePart,
  textPart,
  textsPart,
} from './parts';
import type { FirewallAddressLookup } from './firewall/firewall-address';
import { heldByAzure } from './to-security-group';
import { displayName } from './display-name';
import { toDeclaredSubnet } from './to-subnet';

/** The parts of a network that aren't in its own body. */
export interface NetworkParts {
  /** Subnets and peerings that are separate resources. */
  readonly subnets: readonly Child[];
  readonly peerings: readonly Child[];
  /** Subnets in which the file creates a gateway or route server, by ID in lowercase. */
  readonly gatewaySubnets: ReadonlySet<string>;
  /** Address spaces of the file's networks, by ID in lowercase. */
  readonly spaces: ReadonlyMap<string, Known<readonly string[]>>;
  /** IDs, in lowercase, of networks that peer with this one in the same file. */
  readonly peeredBy: ReadonlyMap<string, Known<true>>;
  /** Number of addresses that other resources of the file use, by subnet ID in lowercase. */
  readonly addressCounts: ReadonlyMap<string, number>;
  /** False if a module isn't known, which may create peerings. */
  readonly isWhole: boolean;
}

/** Converts a virtual network of a file. Of an existing network, only what the file adds is known. */
export function toDeclaredVirtualNetwork(resource: DeclaredResource, parts: NetworkParts): VirtualNetwork {
  const inside = childrenPart(propertyOf(resource, 'subnets'));
  const subnets = subnetsOf(resource, inside.known ? inside.value : [], parts);
  return {
    id: resource.id,
    name: displayName(resource.name),
    location: locationPart(partOf(resource.body, 'location')),
    addressPrefixes: spaceOf(resource),
    dnsServers: asAddresses(textsPart(propertyOf(resource, 'dhcpOptions', 'dnsServers'))),
    peerings: peeringsOf(resource, parts),
    ...addedPeerings(resource, parts),
    hasGateway: inside.known ? gatewayOf(subnets, parts) : inside,
    subnets,
    ...(statesNoPeerings(resource, parts) ? { peersElsewhere: true } : {}),
    ...(inside.known ? {} : { moreSubnets: inside.because }),
  };
}

/** Returns the network with the address of a firewall in the files for a DNS server that refers to the firewall. */
export function withNameServers(
  network: VirtualNetwork,
  resource: DeclaredResource | undefined,
  addressLookup: FirewallAddressLookup,
): VirtualNetwork {
  if (network.dnsServers.known || !resource) return network;
  const items = itemsPart(propertyOf(resource, 'dhcpOptions', 'dnsServers'));
  if (!items.known) return network;
  const addresses = items.value.map(
    (one) => (one.is === 'unknown' ? addressLookup(one) : undefined) ?? textPart(one, known('')),
  );
  return { ...network, dnsServers: asAddresses(allKnown(addresses)) };
}

function statesNoPeerings(resource: DeclaredResource, { peerings, isWhole }: NetworkParts): boolean {
  const inside = propertyOf(resource, 'virtualNetworkPeerings');
  if (!isWhole) return true;
  return inside === undefined && peerings.length === 0;
}

export function spaceOf(resource: DeclaredResource): Known<readonly string[]> {
  const prefixes = textsPart(propertyOf(resource, 'addressSpace', 'addressPrefixes'));
  if (!prefixes.known || prefixes.value.length > 0) return asAddresses(prefixes);
  return unknown(
    reason('document.missingProperty', { name: displayName(resource.name), property: 'addressPrefixes' }),
  );
}

function subnetsOf(
  resource: DeclaredResource,
  inside: readonly Child[],
  { subnets, addressCounts }: NetworkParts,
): readonly Subnet[] {
  return withApart(inside, subnets).map((one) => toDeclaredSubnet(one, resource, addressCounts));
}

/** Subnets that only contain a gateway or a route server. */
const routingSubnets = new Set(['gatewaysubnet', 'routeserversubnet']);

function gatewayOf(subnets: readonly Subnet[], { gatewaySubnets }: NetworkParts): Known<boolean> {
  if (subnets.some(({ id }) => gatewaySubnets.has(id.toLowerCase()))) return known(true);
  // The subnet is for a gateway, and another file may create it there.
  const first =
    subnets.find(({ name }) => routingSubnets.has(name.toLowerCase())) ??
    (subnets.length > 1 ? subnets.find(mayBeRouting) : undefined);
  return first ? unknown(reason('unknown.bgp', { name: displayName(first.name) })) : known(false);
}

/** True for a subnet whose name is unknown, and that doesn't have any setting which a gateway subnet can't have. */
function mayBeRouting({ name, securityGroup, delegations, natGateway }: Subnet): boolean {
  const isFree = [securityGroup, natGateway].every((one) => !one.known || one.value === null);
  return isUnstated(name) && isFree && (!delegations.known || delegations.value.length === 0);
}

function addedPeerings(
  { isExisting }: DeclaredResource,
  parts: NetworkParts,
): Pick<VirtualNetwork, 'addedPeerings'> {
  const added = isExisting ? parts.peerings.filter((one) => one.isExisting !== true) : [];
  return added.length > 0 ? { addedPeerings: added.map((one) => toPeering(one, parts)) } : {};
}

function peeringsOf(resource: DeclaredResource, parts: NetworkParts): Known<readonly Peering[]> {
  const inside = childrenPart(propertyOf(resource, 'virtualNetworkPeerings'));
  if (!inside.known) return inside;
  return known(withApart(inside.value, parts.peerings).map((one) => toPeering(one, parts)));
}

function toPeering({ value, name, isDeployed }: Child, { spaces, peeredBy }: NetworkParts): Peering {
  const its = (member: string) => partOf(value, 'properties', member);
  const remote = referencePart(its('remoteVirtualNetwork'));
  const remoteId = (remote.known ? remote.value : null) ?? '';
  const small = remoteId.toLowerCase();
  return {
    name,
    remoteId,
    // A peering only carries traffic if both sides exist. The other side may be in another file.
    state: !isDeployed.known ? isDeployed : (stateOf(its, peeredBy.get(small)) ?? heldByAzure(name)),
    remotePrefixes: spaces.get(small) ?? heldByAzure(nameOf(remoteId)),
    allowForwardedTraffic: flagPart(its('allowForwardedTraffic'), known(false)),
    useRemoteGateways: flagPart(its('useRemoteGateways'), known(false)),
    ...limitsOf(its),
  };
}

type MemberOfPeering = (member: string) => ReturnType<typeof partOf>;

/**
 * Returns Connected if the other side exists and all settings that limit the peering are known. Undefined if the other
 * side isn't declared.
 */
function stateOf(its: MemberOfPeering, other: Known<true> | undefined): Known<'Connected'> | undefined {
  const limits = ['peerCompleteVnets', 'enableOnlyIPv6Peering', 'allowVirtualNetworkAccess'];
  const flags = allKnown(limits.map((one) => flagPart(its(one), known(false))));
  if (other?.known !== true) return other;
  return mapKnown(flags, () => 'Connected');
}

/** Returns the limits of a peering, if the file sets any. A subnet name that is unknown doesn't select a subnet. */
function limitsOf(its: MemberOfPeering): Pick<Peering, 'parts' | 'onlyIpv6' | 'blocksAccess'> {
  const states = (member: string, usual: boolean): boolean => {
    const flag = flagPart(its(member), known(usual));
    return flag.known && flag.value !== usual;
  };
  const names = (member: string): readonly string[] => valueOr(textsPart(its(member)), []);
  const parts = { local: names('localSubnetNames'), remote: names('remoteSubnetNames') };
  return {
    ...(states('peerCompleteVnets', true) ? { parts } : {}),
    ...(states('enableOnlyIPv6Peering', false) ? { onlyIpv6: true } : {}),
    ...(states('allowVirtualNetworkAccess', true) ? { blocksAccess: true } : {}),
  };
}
