import { parsePrefix, type Prefix } from '../../core/addresses/prefix';
import { rangeContains } from './ranges';
import type { TagBook } from './tags';

export type NextHop =
  | { readonly kind: 'local' }
  | { readonly kind: 'peering' }
  | { readonly kind: 'internet' }
  | { readonly kind: 'service-endpoint' }
  | { readonly kind: 'gateway' }
  | { readonly kind: 'appliance'; readonly address: string }
  | { readonly kind: 'none' };

/** A user-defined route as written: a prefix or a service tag. */
export interface UserRoute {
  readonly name: string;
  readonly prefix: string;
  readonly nextHop: NextHop;
}

export interface NodeLearnedRoute {
  readonly prefix: string;
  readonly nextHopAddress: string;
  /** Set if a virtual hub sends it to its firewall. Otherwise a gateway receives it. */
  readonly toFirewall?: true;
}

export interface RouteContext {
  readonly networkPrefixes: readonly string[];
  readonly peeredPrefixes: readonly string[];
  readonly userRoutes: readonly UserRoute[];
  /** Routes learned from a gateway, if the subnet's route table allows them. */
  readonly learned: readonly NodeLearnedRoute[];
  /** Tags whose traffic uses a service endpoint of the subnet. */
  readonly endpointTags: readonly string[];
  readonly tags: TagBook;
}

interface Candidate {
  readonly range: Prefix;
  /** Lower ranks win among candidates of the same length. */
  readonly rank: number;
  readonly nextHop: NextHop;
}

/** Returns the next hop of a packet: the longest prefix, then user-defined prefixes, tags, and system routes. */
export function nextHopOf(address: number, context: RouteContext): NextHop {
  if (context.endpointTags.some((tag) => context.tags.contains(tag, address))) {
    return { kind: 'service-endpoint' };
  }
  const candidates = [
    ...userCandidates(address, context),
    ...learnedCandidates(address, context),
    ...systemCandidates(address, context),
  ];
  candidates.sort((left, right) => right.range.length - left.range.length || left.rank - right.rank);
  return candidates[0]?.nextHop ?? { kind: 'none' };
}

function userCandidates(address: number, { userRoutes, tags }: RouteContext): Candidate[] {
  return userRoutes.flatMap((route) => {
    const written = parsePrefix(route.prefix);
    const ranges = written ? [written] : tags.prefixes(route.prefix);
    const rank = written ? 0 : tagRank(route.prefix);
    return ranges
      .filter((range) => rangeContains(range, address))
      .map((range) => ({ range, rank, nextHop: route.nextHop }));
  });
}

/** Returns learned routes. They never override the network's own addresses and its peers'. */
function learnedCandidates(address: number, context: RouteContext): Candidate[] {
  const near = [...context.networkPrefixes, ...context.peeredPrefixes].map(parsePrefix);
  if (near.some((range) => range !== undefined && rangeContains(range, address))) return [];
  return context.learned.flatMap(({ prefix, nextHopAddress, toFirewall }): Candidate[] => {
    const range = parsePrefix(prefix);
    if (!range || !rangeContains(range, address)) return [];
    const nextHop: NextHop = toFirewall
      ? { kind: 'appliance', address: nextHopAddress }
      : { kind: 'gateway' };
    return [{ range, rank: 7, nextHop }];
  });
}

/** Returns the rank of a tag: regional tag, then the global tag, then AzureCloud of a region, then AzureCloud. */
function tagRank(tag: string): number {
  const isCloud = /^AzureCloud(\.|$)/i.test(tag);
  return (isCloud ? 3 : 1) + (tag.includes('.') ? 0 : 1);
}

/** Returns system routes, without those that drop private ranges, because no probe uses them. */
function systemCandidates(address: number, context: RouteContext): Candidate[] {
  const system: [readonly string[], NextHop][] = [
    [context.networkPrefixes, { kind: 'local' }],
    [context.peeredPrefixes, { kind: 'peering' }],
    [['0.0.0.0/0'], { kind: 'internet' }],
  ];
  return system.flatMap(([prefixes, nextHop]) =>
    prefixes
      .map(parsePrefix)
      .filter((range) => range !== undefined)
      .filter((range) => rangeContains(range, address))
      .map((range) => ({ range, rank: 9, nextHop })),
  );
}
