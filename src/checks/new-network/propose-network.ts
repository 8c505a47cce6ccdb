import { withoutEnd } from '../../core/cut-text';
import { rangeLengths } from '../../core/azure-facts/limits';
import { formatPrefix, parsePrefix, type Prefix } from '../../core/addresses/prefix';
import { valueOr } from '../../core/known';
import { segmentOf } from '../../core/network/find';
import type { NetworkModel, VirtualNetwork } from '../../core/network/model';
import type { ProposedNetwork } from '../../core/network/proposed-network';
import type { WorkspaceFacts } from '../../core/plan';
import { freeName } from '../fixes/place-rule';
import { prefixesOverlap } from '../overlap';

/** Fields of a new network that the user can choose; null for the proposed value. */
export const networkFields = ['name', 'resourceGroup', 'addressSpace', 'subnetName', 'subnetPrefix'] as const;
export type NetworkField = (typeof networkFields)[number];
export type NetworkOptions = Readonly<Record<NetworkField, string | null>> & {
  /** How the network is connected with a private workspace. Azure bills an endpoint, and traffic through a peering. */
  readonly connection: NetworkConnection;
};

/** Ways to connect a new network with a private workspace. */
export type NetworkConnection = 'none' | 'endpoint' | 'peering';

export const noNetworkOptions: NetworkOptions = {
  name: null,
  resourceGroup: null,
  addressSpace: null,
  subnetName: null,
  subnetPrefix: null,
  connection: 'none',
};

export interface ProposeInput {
  readonly workspace: WorkspaceFacts;
  /** The existing networks, as far as they were read. */
  readonly model: NetworkModel;
  /** Maximum number of nodes. */
  readonly maxNodes: number;
}

const longestName = 64;

/**
 * Proposes a network in the workspace's resource group and region, with addresses that no other network of the
 * subscription has.
 */
export function proposeNetwork(options: NetworkOptions, input: ProposeInput): ProposedNetwork {
  const { workspace, model, maxNodes } = input;
  const subscription = segmentOf(workspace.id, 'subscriptions') ?? '';
  const resourceGroup = options.resourceGroup ?? segmentOf(workspace.id, 'resourceGroups') ?? '';
  const addressSpace = options.addressSpace ?? freeSpace(model);
  return {
    subscription,
    resourceGroup,
    location: valueOr(workspace.location, ''),
    name: options.name ?? defaultName(workspace, networkNamesIn(model, resourceGroup)),
    addressSpace,
    subnetName: options.subnetName ?? 'snet-training',
    subnetPrefix: options.subnetPrefix ?? subnetPrefixIn(addressSpace, maxNodes),
  };
}

function defaultName({ name }: WorkspaceFacts, usedNames: ReadonlySet<string>): string {
  // Leave some characters for a number.
  return freeName(usedNames, withoutEnd(`vnet-${name}`.slice(0, longestName - 4), '-'));
}

/** Returns the lowercase names of networks in a resource group. */
export function networkNamesIn(
  { virtualNetworks }: NetworkModel,
  resourceGroup: string,
): ReadonlySet<string> {
  const isInGroup = ({ id }: VirtualNetwork): boolean =>
    segmentOf(id, 'resourceGroups')?.toLowerCase() === resourceGroup.toLowerCase();
  return new Set(virtualNetworks.filter(isInGroup).map((one) => one.name.toLowerCase()));
}

const usualSpace = '10.40.0.0/16';

/**
 * Returns `10.40.0.0/16`, or the next of its kind that doesn't overlap an existing network or a network that is peered
 * with one; the first if all are taken.
 */
function freeSpace(model: NetworkModel): string {
  const numbers = Array.from({ length: 256 }, (_, at) => (40 + at) % 256);
  const spaces = numbers.map((one) => `10.${one}.0.0/16`);
  const peered = model.virtualNetworks.flatMap(peeredPrefixes);
  const isFree = (space: string): boolean =>
    overlapping(model, space).length === 0 && !peered.some((one) => prefixesOverlap(one, space));
  return spaces.find(isFree) ?? usualSpace;
}

/** Returns the address ranges of the networks that are peered with a network, as far as they are known. */
function peeredPrefixes({ peerings }: VirtualNetwork): readonly string[] {
  return valueOr(peerings, []).flatMap((one) => valueOr(one.remotePrefixes, []));
}

/** Returns the networks whose addresses overlap `space`. */
export function overlapping(model: NetworkModel, space: string): readonly VirtualNetwork[] {
  return model.virtualNetworks.filter((one) =>
    valueOr(one.addressPrefixes, []).some((prefix) => prefixesOverlap(prefix, space)),
  );
}

/** Number of addresses that Azure reserves in a subnet. */
const keptByAzure = 5;
/** Smallest prefix of a proposed subnet: 59 addresses. */
const smallest = 26;

/**
 * Returns the start of the space, with room for twice the nodes: for a second compute resource, or for one that
 * replaces the first.
 */
function subnetPrefixIn(addressSpace: string, maxNodes: number): string {
  const space = rangeOf(addressSpace) ?? rangeOf(usualSpace);
  if (!space) return usualSpace;
  const preferredLength = Math.min(smallest, 32 - Math.ceil(Math.log2(2 * maxNodes + keptByAzure)));
  return formatPrefix(beginningOf(space, Math.max(space.length, preferredLength)));
}

/**
 * Parses the range; undefined for an invalid range, or for one that is too small for a subnet, which is reported
 * itself.
 */
function rangeOf(text: string): Prefix | undefined {
  const range = text.includes('/') ? parsePrefix(text) : undefined;
  return range && range.length <= rangeLengths.smallest ? range : undefined;
}

function beginningOf({ first }: Prefix, length: number): Prefix {
  return { first, last: first + 2 ** (32 - length) - 1, length };
}
