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

/** Meaning of the tags `VirtualNetwork` and `Internet` for a subnet, with assumptions. */
export interface Spaces {
  readonly virtualNetwork: PartialSet;
  readonly internet: PartialSet;
  /** Address space of the network and its peers, without addresses that user-defined routes add. */
  readonly own: IntervalSet;
  /** Why `own` may have more addresses. Absent if all are known. */
  readonly ownUnknown?: Reason;
  /** Addresses in `virtualNetwork` only because of a user-defined route. */
  readonly onlyRouted: IntervalSet;
  readonly assumptions: readonly Reason[];
}

/** Addresses that the public internet can carry. */
export const publicAddresses = complement(union(privateAddresses, hostAddress));

/**
 * Returns the meaning of both tags. `VirtualNetwork` includes the network, its peers, the host address, on-premises
 * prefixes, and those of user-defined routes. So a route 0.0.0.0/0 extends it to everything (service tags overview,
 * 2023-01-26). It isn't documented whether addresses that a user-defined route or a service tag route sends elsewhere
 * still belong to `Internet` (a user reports that they don't: azure-docs issue 94454).
 */
export function spacesOf(place: SubnetPlace): Spaces {
  const { own, unknowns, perhaps } = ownSpace(place);
  const peers = subtract(unionAll(perhaps.map(({ set }) => set)), own);
  const routed = routedSpaces(place);
  const certain = unionAll([own, hostAddress, routed.prefixes]);
  const outside = subtract(publicAddresses, own);
  const inRoutes = subtract(intersect(union(routed.prefixes, routed.tags), outside), peers);
  const routes = { id: 'spaces:internet', because: routed.reason };
  const ownUnknown = unknowns[0] ?? perhaps[0]?.whyUnknown;
  return {
    own,
    ...(ownUnknown ? { ownUnknown: ownUnknown.because } : {}),
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
  /** Unknowns that may add addresses, without knowing which. */
  readonly unknowns: readonly Unknown[];
  /** Prefixes of peers whose state wasn't read. */
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

/** True if a peer is in `VirtualNetwork`. A peer without access isn't (manage a peering, 2018-02-09). */
function isInTag(peering: Peering): boolean {
  return mayBeConnected(peering) && peering.blocksAccess !== true;
}

interface RoutedSpaces {
  readonly prefixes: IntervalSet;
  readonly tags: IntervalSet;
  /** Reason that names the routes, for the unknown whether they are in `Internet`. */
  readonly reason: Reason;
  /** Routes that weren't read, or whose prefix is unknown. */
  readonly unknown: Unknown | undefined;
}

/**
 * Cache, because route tables of a landing zone name the same tags, whose sets are the same objects as long as their
 * catalog exists.
 */
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
  // On-premises prefixes belong to it like those of user-defined routes, including a default route and those of a hub.
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
