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

/** A user route as written: a prefix or a service tag. */
export interface UserRoute {
  readonly name: string;
  readonly prefix: string;
  readonly nextHop: NextHop;
}

export interface NodeLearnedRoute {
  readonly prefix: string;
  readonly nextHopAddress: string;
  /** A virtual hub sends it to its firewall; without it a gateway takes it. */
  readonly toFirewall?: true;
}

export interface RouteContext {
  readonly networkPrefixes: readonly string[];
  readonly peeredPrefixes: readonly string[];
  readonly userRoutes: readonly UserRoute[];
  /** What a gateway taught, where the subnet's table lets it in. */
  readonly learned: readonly NodeLearnedRoute[];
  /** Tags whose traffic a service endpoint of the subnet takes. */
  readonly endpointTags: readonly string[];
  readonly tags: TagBook;
}

interface Candidate {
  readonly range: Prefix;
  /** Lower wins among candidates of the same length. */
  readonly rank: number;
  readonly nextHop: NextHop;
}

/** Where a packet to an address goes next: the longest prefix, then written prefixes, tags, system routes. */
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

/** Nothing that a gateway brings comes before the network's own addresses and its peers'. */
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

/** Regional tag, then the tag as a whole, then AzureCloud of a region, then AzureCloud. */
function tagRank(tag: string): number {
  const isCloud = /^AzureCloud(\.|$)/i.test(tag);
  return (isCloud ? 3 : 1) + (tag.includes('.') ? 0 : 1);
}

/** The system routes that drop private ranges are left out: nothing that a node tries lies there. */
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
