import { createObjectCache } from '../object-cache';
import { known, unknown, type Known } from '../known';
import { reason } from '../reason';
import type {
  NatGateway,
  NetworkModel,
  ResourceId,
  RouteTable,
  SecurityGroup,
  SecurityRule,
  Subnet,
  VirtualNetwork,
} from './model';

/** True if two ARM IDs are the same resource: Azure compares them ignoring case. */
export function sameId(a: ResourceId, b: ResourceId): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  // IDs in a list differ at their ends, and each is compared with thousands.
  for (let at = a.length - 1; at >= 0; at -= 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one === other) continue;
    if (one >= firstBeyondAscii || other >= firstBeyondAscii) return a.toLowerCase() === b.toLowerCase();
    if (!isSameLetter(one, other)) return false;
  }
  return true;
}

const firstBeyondAscii = 0x80;
/** Bit that distinguishes a lowercase ASCII letter from its uppercase letter. */
const smallBit = 0x20;

/** True for both cases of an ASCII letter. */
function isSameLetter(one: number, other: number): boolean {
  const small = one | smallBit;
  return small === (other | smallBit) && small >= 0x61 && small <= 0x7a;
}

/** Returns a function that tests whether an ID is in the list. */
export function idSet(ids: readonly ResourceId[]): (id: ResourceId) => boolean {
  const all = new Set(ids.map((id) => id.toLowerCase()));
  return (id) => all.has(id.toLowerCase());
}

/** Returns each ID once, in its first spelling. */
export function distinctIds(ids: readonly ResourceId[]): readonly ResourceId[] {
  return [...new Map([...ids].reverse().map((id) => [id.toLowerCase(), id])).values()].reverse();
}

/** Returns the last segment of an ARM ID, which is its resource's name. */
export function nameOf(id: ResourceId): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Returns the part of an ID before a child type: the ID of its parent. */
export function idUpTo(id: ResourceId, childType: string): ResourceId {
  const at = id.toLowerCase().indexOf(`/${childType.toLowerCase()}/`);
  return at < 0 ? id : id.slice(0, at);
}

/** Returns the ID of the virtual network in a subnet's ID. */
export function virtualNetworkIdOf(subnetId: ResourceId): ResourceId {
  return idUpTo(subnetId, 'subnets');
}

/** Returns the value after `/{segment}/` in an ARM ID; undefined if there is none. */
export function segmentOf(id: ResourceId, segment: string): string | undefined {
  const parts = id.split('/');
  const at = parts.findIndex((part) => part.toLowerCase() === segment.toLowerCase());
  return at < 0 ? undefined : parts[at + 1];
}

export function findVirtualNetwork(model: NetworkModel, id: ResourceId): VirtualNetwork | undefined {
  return findById(model.virtualNetworks, id);
}

/** A subnet and its network. */
interface FoundSubnet {
  readonly subnet: Subnet;
  readonly network: VirtualNetwork;
}

/** Finds a subnet and its network. */
export function findSubnet(model: NetworkModel, id: ResourceId): FoundSubnet | undefined {
  return lookUp(subnetsById(model.virtualNetworks), id);
}

/** Returns the subnet's NSG; null if it doesn't have one; unknown if it wasn't read. */
export function securityGroupOf(model: NetworkModel, subnet: Subnet): Known<SecurityGroup | null> {
  return associated(subnet.securityGroup, model.securityGroups);
}

/** Returns the readable rules of an NSG: all of them, or those that a file adds to an NSG that only Azure has. */
export function readableRules({ rules, addedRules = [] }: SecurityGroup): readonly SecurityRule[] {
  return rules.known ? rules.value : addedRules;
}

export function routeTableOf(model: NetworkModel, subnet: Subnet): Known<RouteTable | null> {
  return associated(subnet.routeTable, model.routeTables);
}

export function natGatewayOf(model: NetworkModel, subnet: Subnet): Known<NatGateway | null> {
  return associated(subnet.natGateway, model.natGateways);
}

function associated<T extends { readonly id: ResourceId }>(
  id: Known<ResourceId | null>,
  all: readonly T[],
): Known<T | null> {
  if (!id.known) return id;
  const targetId = id.value;
  if (targetId === null) return known(null);
  const found = findById(all, targetId);
  return found ? known(found) : unknown(reason('unknown.notRead', { name: nameOf(targetId) }));
}

type Index<T> = ReadonlyMap<string, T>;

/** Cache of indexes by list. Lists never change, and with thousands of subnets, every row looks up others. */
const resourceIndexes = createObjectCache<object, Index<{ readonly id: ResourceId }>>();
const subnetIndexes = createObjectCache<object, Index<FoundSubnet>>();

/** Finds the resource with an ID in a list; the first of two. */
export function findById<T extends { readonly id: ResourceId }>(
  all: readonly T[],
  id: ResourceId,
): T | undefined {
  return lookUp(byId(all), id);
}

function byId<T extends { readonly id: ResourceId }>(all: readonly T[]): Index<T> {
  const before = resourceIndexes.get(all) as Index<T> | undefined;
  if (before) return before;
  const newIndex = indexOf(all.map((one) => [one.id, one] as const));
  resourceIndexes.set(all, newIndex);
  return newIndex;
}

function subnetsById(networks: readonly VirtualNetwork[]): Index<FoundSubnet> {
  const before = subnetIndexes.get(networks);
  if (before) return before;
  const newIndex = indexOf(
    networks.flatMap((network) => network.subnets.map((subnet) => [subnet.id, { subnet, network }] as const)),
  );
  subnetIndexes.set(networks, newIndex);
  return newIndex;
}

/** Builds an index by ID as written and in lowercase; the first of two with the same ID wins. */
function indexOf<T>(entries: readonly (readonly [id: ResourceId, value: T])[]): Index<T> {
  const index = new Map<string, T>();
  for (const [id, value] of entries) {
    const lower = id.toLowerCase();
    const first = index.get(lower) ?? value;
    index.set(lower, first);
    index.set(id, first);
  }
  return index;
}

/** Most lookups have the spelling of the list, which is found without another text. */
function lookUp<T>(index: Index<T>, id: ResourceId): T | undefined {
  return index.get(id) ?? index.get(id.toLowerCase());
}

/** Returns `Microsoft.Network/virtualNetworks/subnets`, with all child types; null for an ID without a provider. */
export function resourceTypeOf(id: ResourceId): string | null {
  const mark = '/providers/';
  const at = id.toLowerCase().indexOf(mark);
  if (at < 0) return null;
  const [namespace = '', ...rest] = id.slice(at + mark.length).split('/');
  return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join('/');
}
