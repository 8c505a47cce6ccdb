import { known } from '../known';
import type { Direction, Subnet } from '../network/model';
import type { TagCatalog } from '../tags/tag-catalog';
import type { GroupContext } from './compile-group';
import { buildRoutes } from './build-routes';
import { cellOfFlow, keyOfFlow, type Flow, type FlowCell } from './flow';
import type { SubnetPlace } from './subnet-place';
import type { RouteMap } from './route-map';
import { spacesOf, type Spaces } from './spaces';
import { vocabularyOf, type Vocabulary } from './vocabulary';

/** Data for a subnet's results that no NSG changes. */
export interface SubnetReachContext {
  readonly spaces: Spaces;
  readonly vocabulary: Vocabulary;
  routes(): RouteMap;
  /** Returns the packets of a flow. */
  cellOf(flow: Flow): FlowCell;
  /** Returns the compiled rules of an NSG for this context. */
  readRules(group: string, level: string, direction: Direction): GroupContext['read'];
}

interface CachedContext {
  readonly of: readonly unknown[];
  readonly subnetContext: SubnetReachContext;
}

/** Cached by subnet and tags, because a subnet in an unstated region is evaluated with the tags of several regions. */
const kept = new WeakMap<Subnet, WeakMap<TagCatalog, CachedContext>>();

/**
 * Returns the context, cached as long as its parts are the same objects: testing a fix of an NSG doesn't evaluate
 * routes again.
 */
export function subnetReachContext(place: SubnetPlace): SubnetReachContext {
  const { subnet, network, tags, routeTable, model } = place;
  const table = routeTable.known ? routeTable.value : routeTable.because;
  const of = [network, table, model.privateEndpoints, ...othersOf(place)];
  const all = kept.get(subnet) ?? new WeakMap<TagCatalog, CachedContext>();
  kept.set(subnet, all);
  const before = all.get(tags);
  if (before?.of.length === of.length && before.of.every((part, index) => part === of[index])) {
    return before.subnetContext;
  }
  const subnetContext = createReachContext(withoutGroups(place));
  all.set(tags, { of, subnetContext });
  return subnetContext;
}

/**
 * Returns the place in a copy of the network without NSGs. The context outlives the network that it was created for, and
 * results are cached by network: each of an editor's many networks would keep the previous one in memory.
 */
function withoutGroups(place: SubnetPlace): SubnetPlace {
  return { ...place, model: { ...place.model, securityGroups: [] }, securityGroup: known(null) };
}

/**
 * Returns parts of other subnets that matter: network policies of private endpoints' subnets decide whether
 * user-defined routes apply, and subnet peerings name subnets.
 */
function othersOf({ model, network }: SubnetPlace): readonly unknown[] {
  const hasEndpoints = model.privateEndpoints.known && model.privateEndpoints.value.length > 0;
  const hasParts = network.peerings.known && network.peerings.value.some(({ parts }) => parts);
  return hasEndpoints || hasParts ? [model.virtualNetworks] : [];
}

function createReachContext(place: SubnetPlace): SubnetReachContext {
  const spaces = spacesOf(place);
  let routes: RouteMap | undefined;
  const read = new Map<string, GroupContext['read']>();
  const vocabulary = vocabularyOf(place, spaces);
  return {
    readRules(group, level, direction) {
      const key = `${level} ${direction} ${group}`;
      const before = read.get(key) ?? new WeakMap<object, never>();
      read.set(key, before);
      return before;
    },
    spaces,
    vocabulary,
    routes: () => (routes ??= buildRoutes(place)),
    cellOf: keptCells((flow) => cellOfFlow(flow, vocabulary.local, { tags: place.tags, spaces })),
  };
}

/** More flows than all requirements have. A flow of no requirement is evaluated only once. */
const mostCells = 100;

function keptCells(read: (flow: Flow) => FlowCell): (flow: Flow) => FlowCell {
  const cells = new Map<string, FlowCell>();
  return (flow) => {
    const key = keyOfFlow(flow);
    const cell = cells.get(key) ?? read(flow);
    if (cells.size >= mostCells) cells.clear();
    cells.set(key, cell);
    return cell;
  };
}
