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

/** True where two ARM ids name the same resource: Azure compares them without regard to case. */
export function sameId(a: ResourceId, b: ResourceId): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  // Ids of one list differ at their ends, and each is compared with thousands.
  for (let at = a.length - 1; at >= 0; at -= 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one === other) continue;
    if (one >= firstBeyondAscii || other >= firstBeyondAscii) return a.toLowerCase() === b.toLowerCase();
    if (!isSameLetter(one, other)) return false;
  }
  return true;
}

const firstBeyondAscii = 0x80;
/** What tells a small letter of ASCII from its capital. */
const smallBit = 0x20;

/** True for the two forms of one letter of ASCII. */
function isSameLetter(one: number, other: number): boolean {
  const small = one | smallBit;
  return small === (other | smallBit) && small >= 0x61 && small <= 0x7a;
}

/** Tells of an id whether it is one of many. */
export function idSet(ids: readonly ResourceId[]): (id: ResourceId) => boolean {
  const all = new Set(ids.map((id) => id.toLowerCase()));
  return (id) => all.has(id.toLowerCase());
}

/** Each id once, as it was written first. */
export function distinctIds(ids: readonly ResourceId[]): readonly ResourceId[] {
  return [...new Map([...ids].reverse().map((id) => [id.toLowerCase(), id])).values()].reverse();
}

/** The last segment of an ARM id, its resource's name. */
export function nameOf(id: ResourceId): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** The part of an id before a child type: the id of its parent. */
export function idUpTo(id: ResourceId, childType: string): ResourceId {
  const at = id.toLowerCase().indexOf(`/${childType.toLowerCase()}/`);
  return at < 0 ? id : id.slice(0, at);
}

/** The value after `/{segment}/` in an ARM id, or undefined. */
export function segmentOf(id: ResourceId, segment: string): string | undefined {
  const parts = id.split('/');
  const at = parts.findIndex((part) => part.toLowerCase() === segment.toLowerCase());
  return at < 0 ? undefined : parts[at + 1];
}

export function findVirtualNetwork(model: NetworkModel, id: ResourceId): VirtualNetwork | undefined {
  return findById(model.virtualNetworks, id);
}

/** A subnet and the network that holds it. */
interface FoundSubnet {
  readonly subnet: Subnet;
  readonly network: VirtualNetwork;
}

/** The subnet and the network that holds it. */
export function findSubnet(model: NetworkModel, id: ResourceId): FoundSubnet | undefined {
  return subnetsById(model.virtualNetworks).get(id.toLowerCase());
}

/** The subnet's security group; null where it has none; unknown where it was not read. */
export function securityGroupOf(model: NetworkModel, subnet: Subnet): Known<SecurityGroup | null> {
  return attached(subnet.securityGroup, model.securityGroups);
}

/** The rules of a group that can be read: all of them, or those that a file adds to what stands in Azure alone. */
export function readableRules({ rules, addedRules = [] }: SecurityGroup): readonly SecurityRule[] {
  return rules.known ? rules.value : addedRules;
}

export function routeTableOf(model: NetworkModel, subnet: Subnet): Known<RouteTable | null> {
  return attached(subnet.routeTable, model.routeTables);
}

export function natGatewayOf(model: NetworkModel, subnet: Subnet): Known<NatGateway | null> {
  return attached(subnet.natGateway, model.natGateways);
}

function attached<T extends { readonly id: ResourceId }>(
  id: Known<ResourceId | null>,
  all: readonly T[],
): Known<T | null> {
  if (!id.known) return id;
  const wanted = id.value;
  if (wanted === null) return known(null);
  const found = findById(all, wanted);
  return found ? known(found) : unknown(reason('unknown.notRead', { name: nameOf(wanted) }));
}

type Index<T> = ReadonlyMap<string, T>;

/** Lists never change, so each is indexed once: with thousands of subnets every row looks up others. */
const resourceIndexes = new WeakMap<object, Index<{ readonly id: ResourceId }>>();
const subnetIndexes = new WeakMap<object, Index<FoundSubnet>>();

/** The resource of a list that has an id; of two the first. */
export function findById<T extends { readonly id: ResourceId }>(
  all: readonly T[],
  id: ResourceId,
): T | undefined {
  return byId(all).get(id.toLowerCase());
}

function byId<T extends { readonly id: ResourceId }>(all: readonly T[]): Index<T> {
  const before = resourceIndexes.get(all) as Index<T> | undefined;
  if (before) return before;
  const made = indexOf(all.map((one) => [one.id, one] as const));
  resourceIndexes.set(all, made);
  return made;
}

function subnetsById(networks: readonly VirtualNetwork[]): Index<FoundSubnet> {
  const before = subnetIndexes.get(networks);
  if (before) return before;
  const made = indexOf(
    networks.flatMap((network) => network.subnets.map((subnet) => [subnet.id, { subnet, network }] as const)),
  );
  subnetIndexes.set(networks, made);
  return made;
}

/** By id in small letters; of two with one id the first is meant. */
function indexOf<T>(entries: readonly (readonly [id: ResourceId, value: T])[]): Index<T> {
  return new Map([...entries].reverse().map(([id, value]) => [id.toLowerCase(), value]));
}

/** `Microsoft.Network/virtualNetworks/subnets`, with all types of children; null of an ID without a provider. */
export function resourceTypeOf(id: ResourceId): string | null {
  const mark = '/providers/';
  const at = id.toLowerCase().indexOf(mark);
  if (at < 0) return null;
  const [namespace = '', ...rest] = id.slice(at + mark.length).split('/');
  return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join('/');
}
