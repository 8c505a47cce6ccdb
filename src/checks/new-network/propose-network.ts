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

/** What a person may decide of a new network; null is what is proposed. */
export const networkFields = ['name', 'resourceGroup', 'addressSpace', 'subnetName', 'subnetPrefix'] as const;
export type NetworkField = (typeof networkFields)[number];
export type NetworkOptions = Readonly<Record<NetworkField, string | null>> & {
  /** With a private endpoint of the workspace, which Azure bills. */
  readonly privateEndpoint: boolean;
};

export const noNetworkOptions: NetworkOptions = {
  name: null,
  resourceGroup: null,
  addressSpace: null,
  subnetName: null,
  subnetPrefix: null,
  privateEndpoint: false,
};

export interface ProposeInput {
  readonly workspace: WorkspaceFacts;
  /** The networks that are there already, as far as they were read. */
  readonly model: NetworkModel;
  /** Nodes at most at once. */
  readonly maxNodes: number;
}

const longestName = 64;

/** A network beside the workspace, in its region, with addresses that no network of the subscription has. */
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

function defaultName({ name }: WorkspaceFacts, taken: ReadonlySet<string>): string {
  // Some characters are left for a number.
  return freeName(taken, withoutEnd(`vnet-${name}`.slice(0, longestName - 4), '-'));
}

/** Names of networks in a resource group, lower case. */
export function networkNamesIn(
  { virtualNetworks }: NetworkModel,
  resourceGroup: string,
): ReadonlySet<string> {
  const isInGroup = ({ id }: VirtualNetwork): boolean =>
    segmentOf(id, 'resourceGroups')?.toLowerCase() === resourceGroup.toLowerCase();
  return new Set(virtualNetworks.filter(isInGroup).map((one) => one.name.toLowerCase()));
}

const usualSpace = '10.40.0.0/16';

/** `10.40.0.0/16`, or the next of its kind that overlaps no network which is there; that one where all are taken. */
function freeSpace(model: NetworkModel): string {
  const numbers = Array.from({ length: 256 }, (_, at) => (40 + at) % 256);
  const spaces = numbers.map((one) => `10.${one}.0.0/16`);
  return spaces.find((one) => overlapping(model, one).length === 0) ?? usualSpace;
}

/** Networks whose addresses overlap `space`. */
export function overlapping(model: NetworkModel, space: string): readonly VirtualNetwork[] {
  return model.virtualNetworks.filter((one) =>
    valueOr(one.addressPrefixes, []).some((prefix) => prefixesOverlap(prefix, space)),
  );
}

/** Azure keeps five addresses of a subnet. */
const keptByAzure = 5;
/** No subnet is proposed that is smaller: 59 addresses. */
const smallest = 26;

/** The beginning of the space, with room for twice the nodes: a second compute, or the same made anew beside it. */
function subnetPrefixIn(addressSpace: string, maxNodes: number): string {
  const space = rangeOf(addressSpace) ?? rangeOf(usualSpace);
  if (!space) return usualSpace;
  const wanted = Math.min(smallest, 32 - Math.ceil(Math.log2(2 * maxNodes + keptByAzure)));
  return formatPrefix(beginningOf(space, Math.max(space.length, wanted)));
}

/** Undefined for what is no range, or one that is too small to hold a subnet: it is at fault itself. */
function rangeOf(text: string): Prefix | undefined {
  const range = text.includes('/') ? parsePrefix(text) : undefined;
  return range && range.length <= rangeLengths.smallest ? range : undefined;
}

function beginningOf({ first }: Prefix, length: number): Prefix {
  return { first, last: first + 2 ** (32 - length) - 1, length };
}
