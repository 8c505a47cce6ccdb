import { parseAddressSet } from '../addresses/address-set';
import { complement, intersect, subtract, union, unionAll } from '../addresses/interval-algebra';
import { everyAddress, isEmpty, emptySet, type IntervalSet } from '../addresses/interval-set';
import { parseAddressSpec } from '../addresses/prefix';
import { hostAddress, privateAddresses } from '../azure-facts/platform-addresses';
import { boundedCache } from '../bounded-cache';
import type { Known } from '../known';
import type { Peering } from '../network/model';
import { reason, type Reason } from '../reason';
import { unknownGatewayRoutes, hubRoutes, learnedRoutes } from './unknown-gateway-routes';
import type { Unknown, PartialSet } from './partial-set';
import { mayBeConnected, effectivePeerings } from './peering';
import { userRoutes, type SubnetPlace } from './subnet-place';

/** What the tags `VirtualNetwork` and `Internet` mean for one subnet, and what was taken for granted. */
export interface Spaces {
  readonly virtualNetwork: PartialSet;
  readonly internet: PartialSet;
  /** Address space of the network and its peers, without what user routes add. */
  readonly own: IntervalSet;
  /** Addresses that are in `virtualNetwork` only because a user route names them. */
  readonly onlyRouted: IntervalSet;
  readonly assumptions: readonly Reason[];
}

/** Addresses that the public internet could carry. */
export const publicAddresses = complement(union(privateAddresses, hostAddress));

/**
 * `VirtualNetwork` holds the network, its peers, the host address, on-premises prefixes and those of user routes, so a
 * route 0.0.0.0/0 makes it everything (service tags overview, 2023-01-26). Whether what a user route or a service-tag
 * route sends elsewhere still belongs to `Internet` is not documented (one user says no: azure-docs issue 94454).
 */
export function spacesOf(place: SubnetPlace): Spaces {
  const { own, unknowns, perhaps } = ownSpace(place);
  const peers = subtract(unionAll(perhaps.map(({ set }) => set)), own);
  const routed = routedSpaces(place);
  const certain = unionAll([own, hostAddress, routed.prefixes]);
  const outside = subtract(publicAddresses, own);
  const inRoutes = subtract(intersect(union(routed.prefixes, routed.tags), outside), peers);
  const routes = { id: 'spaces:internet', because: routed.reason };
  return {
    own,
    onlyRouted: subtract(routed.prefixes, union(own, hostAddress)),
    virtualNetwork: {
      certain,
      possible: [
        ...unknowns.map((whyUnknown) => possible(whyUnknown, subtract(privateAddresses, certain))),
        ...perhaps.map(({ set, whyUnknown }) => possible(whyUnknown, subtract(set, certain))),
        possible({ id: 'spaces:tagRoutes', because: routed.reason }, subtract(routed.tags, certain)),
        ...(routed.unknown ? [possible(routed.unknown, subtract(everyAddress, certain))] : []),
      ].filter(({ set }) => !isEmpty(set)),
    },
    internet: routed.unknown
      ? { certain: emptySet, possible: [{ set: outside, if: { whyUnknown: routed.unknown, value: false } }] }
      : {
          certain: subtract(outside, union(inRoutes, peers)),
          possible: [
            possible(routes, inRoutes),
            ...perhaps.map(({ set, whyUnknown }) => ({
              set: intersect(set, outside),
              if: { whyUnknown, value: false },
            })),
          ].filter(({ set }) => !isEmpty(set)),
        },
    assumptions: unknowns.length > 0 ? [reason('assumed.privateNetworks')] : [],
  };
}

function possible(whyUnknown: Unknown, set: IntervalSet): PartialSet['possible'][number] {
  return { set, if: { whyUnknown, value: true } };
}

interface OwnSpace {
  readonly own: IntervalSet;
  /** What may belong to it, without knowing which addresses. */
  readonly unknowns: readonly Unknown[];
  /** Prefixes of peers whose state was not read. */
  readonly perhaps: readonly { readonly set: IntervalSet; readonly whyUnknown: Unknown }[];
}

function ownSpace(place: SubnetPlace): OwnSpace {
  const { network, subnet } = place;
  const unknowns: Unknown[] = [];
  const perhaps: { set: IntervalSet; whyUnknown: Unknown }[] = [];
  const texts: string[] = [];
  const add = (id: string, from: Known<readonly string[]>) => {
    if (from.known) texts.push(...from.value);
    else unknowns.push({ id, because: from.because });
  };
  add('spaces:network', network.addressPrefixes);
  add('spaces:subnet', subnet.addressPrefixes);
  const peerings = effectivePeerings(place);
  if (peerings.known) {
    for (const { name, state, remotePrefixes } of peerings.value.filter(isInTag)) {
      const id = `spaces:peer:${name}`;
      if (state.known || !remotePrefixes.known) add(id, remotePrefixes);
      else {
        const { set } = parseAddressSet(remotePrefixes.value);
        perhaps.push({ set, whyUnknown: { id, because: state.because } });
      }
    }
  } else unknowns.push({ id: 'spaces:peers', because: peerings.because });
  const gateway = subnet.effectiveRoutes ? undefined : unknownGatewayRoutes(network);
  if (gateway) unknowns.push({ id: 'spaces:onPremises', because: gateway });
  return { own: parseAddressSet(texts).set, unknowns, perhaps };
}

/** A peer without access is no part of `VirtualNetwork` (manage a peering, 2018-02-09). */
function isInTag(peering: Peering): boolean {
  return mayBeConnected(peering) && peering.blocksAccess !== true;
}

interface RoutedSpaces {
  readonly prefixes: IntervalSet;
  readonly tags: IntervalSet;
  /** Names the routes, for the doubt whether they are in `Internet`. */
  readonly reason: Reason;
  /** Routes that were not read, or whose prefix is unknown. */
  readonly unknown: Unknown | undefined;
}

/** Tables of one landing zone name the same tags, whose sets are the same objects as long as their catalogue. */
const unions = boundedCache<IntervalSet>(8);
const setIds = new WeakMap<IntervalSet, number>();
let sets = 0;

function unionOf(all: readonly IntervalSet[]): IntervalSet {
  return unions(all.map(idOf).join(), () => unionAll(all));
}

function idOf(set: IntervalSet): number {
  const id = setIds.get(set) ?? (sets += 1);
  setIds.set(set, id);
  return id;
}

function routedSpaces(place: SubnetPlace): RoutedSpaces {
  const routes = userRoutes(place.routeTable);
  if (!routes.known) {
    const unread = { id: 'spaces:routes', because: routes.because };
    return { prefixes: emptySet, tags: emptySet, reason: unread.because, unknown: unread };
  }
  // Prefixes on-premises belong to it like those of user routes, a default route and those of a hub among them.
  const { network, subnet, routeTable } = place;
  const learned = [...learnedRoutes(subnet, routeTable), ...hubRoutes(network, subnet, routeTable)];
  const prefixes = learned.map(({ prefix }) => prefix);
  const tags: IntervalSet[] = [];
  const names = [...prefixes];
  let unknown: Unknown | undefined;
  for (const { destination } of routes.value) {
    if (!destination.known) {
      unknown = { id: 'spaces:routes', because: destination.because };
      continue;
    }
    const text = destination.value.trim();
    names.push(text);
    if (parseAddressSpec(text)) prefixes.push(text);
    else tags.push(place.tags.lookup(text) ?? publicAddresses);
  }
  return {
    prefixes: parseAddressSet(prefixes).set,
    tags: unionOf(tags),
    reason: reason('unknown.routedInternet', { routes: names.slice(0, 3) }),
    unknown,
  };
}
