import { intersect, subtract, unionAll } from '../addresses/interval-algebra';
import { everyPort, isEmpty, emptySet, type IntervalSet } from '../addresses/interval-set';
import { parseAddressSpec } from '../addresses/prefix';
import { parseAddressSet } from '../addresses/address-set';
import { parsePorts } from '../addresses/ports';
import { platformTags } from '../azure-facts/platform-addresses';
import type { Protocol } from '../check-result';
import type { Direction } from '../network/model';
import type { PacketSet } from '../packets/packet-set';
import { documentedAny, protocolSet, withPorts, type ProtocolSet } from '../packets/protocols';
import type { Reason } from '../reason';
import { notInList, type TagCatalog } from '../tags/tag-catalog';
import { isVirtualNetwork } from './vocabulary';
import { boundedCache } from '../bounded-cache';
import { publicAddresses, type Spaces } from './spaces';

/** A flow that must pass between the subnet's machines and the far side: every packet of it. */
export interface Flow {
  readonly direction: Direction;
  /** `Any` is TCP, UDP, and ICMP, or TCP and UDP if there are ports. */
  readonly protocol: Protocol | 'Any';
  /** Ports of the listening side as rules state them: `443`, `8704-8710`, `*`. */
  readonly ports: readonly string[];
  /**
   * The far side: service tags, prefixes, addresses, `AzureLoadBalancer`, `VirtualNetwork` (the network and its peers),
   * or `Internet`. All of it must be reachable.
   */
  readonly remotes: readonly string[];
  /** The near side if it is less than the subnet: addresses of a machine in it. */
  readonly locals?: readonly string[];
  /** Host names of the far side (`*.azureml.ms`), for firewalls that decide by name. All must be reachable. */
  readonly names?: readonly string[];
  /** Service tags and addresses that are excluded from the far side. */
  readonly except?: readonly string[];
  /** Whether the far side is nodes of Azure ML, too. */
  readonly isBetweenNodes?: boolean;
}

/** Last flow with its key: each flow is looked up several times in a row. */
let latest: { readonly flow: Flow; readonly key: string } | undefined;

/** Returns a key for each flow. */
export function keyOfFlow(flow: Flow): string {
  if (latest?.flow === flow) return latest.key;
  const key = createKey(flow);
  latest = { flow, key };
  return key;
}

function createKey(flow: Flow): string {
  const {
    direction,
    protocol,
    ports,
    remotes,
    locals = [],
    names = [],
    except = [],
    isBetweenNodes = false,
  } = flow;
  const sides = [ports, remotes, locals, names, except].map((texts) => texts.join());
  return [direction, protocol, ...sides, isBetweenNodes].join(' ');
}

/** The packets of a flow. `unknown` states which part of the far side isn't known. */
export interface FlowCell {
  readonly cell: PacketSet;
  readonly unknown: Reason | undefined;
}

/** Returns the packets of `flow`. An invalid port is a bug of the caller and throws. */
export function cellOfFlow(flow: Flow, local: IntervalSet, context: RemoteContext): FlowCell {
  const ports = parsePorts(flow.ports);
  if (!ports) throw new Error(`Not ports: '${flow.ports.join(', ')}'`);
  const remotes = flow.remotes.map((remote) => remoteSet(remote, context));
  const missing = flow.remotes.find((_, index) => isEmpty(remotes[index] ?? ports));
  return {
    cell: {
      protocols: protocolsOfFlow(flow.protocol, ports),
      destinationPorts: ports,
      sourcePorts: everyPort,
      local: nearSide(flow, local),
      remote: farSide(flow, remotes, context),
    },
    unknown: missing === undefined ? undefined : whyMissing(missing, context),
  };
}

/** Returns why the addresses of a far side are unknown: those of the network aren't known, or the tag isn't in the list. */
function whyMissing(text: string, { tags, spaces }: RemoteContext): Reason {
  return (isVirtualNetwork(text) ? spaces.ownUnknown : undefined) ?? notInList(text, tags);
}

/** Many subnets have the same far sides. The same object allows identity-based caches to share results. */
const farSides = new WeakMap<TagCatalog, ReturnType<typeof boundedCache<IntervalSet>>>();

/** More than the number of flows of a subnet. */
const mostFarSides = 200;

function farSide(
  { remotes, except = [] }: Flow,
  sets: readonly IntervalSet[],
  { tags, spaces }: RemoteContext,
): IntervalSet {
  const isOfSpace = remotes.some(dependsOnSpace);
  if (sets.length < 2 && except.length === 0 && !isOfSpace) return unionAll(sets);
  const kept = farSides.get(tags) ?? boundedCache<IntervalSet>(mostFarSides);
  farSides.set(tags, kept);
  const excepted = (): IntervalSet =>
    unionAll(except.map((text) => tags.lookup(text) ?? parseAddressSet([text]).set));
  const key = JSON.stringify([remotes, except, isOfSpace ? spaces.own.join() : '']);
  return kept(key, () => subtract(unionAll(sets), kept(JSON.stringify(except), excepted)));
}

/** True for a text that means other addresses in each network. */
function dependsOnSpace(text: string): boolean {
  return ['virtualnetwork', 'internet'].includes(text.trim().toLowerCase());
}

/**
 * Returns the near side. An address outside of the subnet, as it was read, is ignored: the whole subnet is evaluated
 * then.
 */
function nearSide({ locals }: Flow, subnet: IntervalSet): IntervalSet {
  if (!locals) return subnet;
  const near = intersect(subnet, parseAddressSet(locals).set);
  return isEmpty(near) ? subnet : near;
}

export interface RemoteContext {
  readonly tags: TagCatalog;
  readonly spaces: Spaces;
}

function protocolsOfFlow(protocol: Protocol | 'Any', ports: IntervalSet): ProtocolSet {
  if (protocol !== 'Any') return protocolSet(protocol);
  return ports === everyPort ? documentedAny : withPorts;
}

/** Returns the addresses of a far side; none if the text is neither an address nor a known tag. */
function remoteSet(text: string, { tags, spaces }: RemoteContext): IntervalSet {
  const name = text.trim().toLowerCase();
  if (parseAddressSpec(name)) return parseAddressSet([name]).set;
  if (isVirtualNetwork(name)) return spaces.own;
  if (name === 'internet') return subtract(publicAddresses, spaces.own);
  return platformTags.get(name) ?? tags.lookup(name) ?? emptySet;
}
