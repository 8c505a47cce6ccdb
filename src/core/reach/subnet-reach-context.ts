import type { Direction, Subnet } from '../network/model';
import type { GroupContext } from './compile-group';
import { buildRoutes } from './build-routes';
import { cellOfFlow, keyOfFlow, type Flow, type FlowCell } from './flow';
import type { SubnetPlace } from './subnet-place';
import type { RouteMap } from './route-map';
import { spacesOf, type Spaces } from './spaces';
import { vocabularyOf, type Vocabulary } from './vocabulary';

/** All that a subnet's answers need and that no security group changes. */
export interface SubnetReachContext {
  readonly spaces: Spaces;
  readonly vocabulary: Vocabulary;
  routes(): RouteMap;
  /** The packets of a flow. */
  cellOf(flow: Flow): FlowCell;
  /** Rules of a group that were read for this context. */
  readRules(group: string, level: string, direction: Direction): GroupContext['read'];
}

interface Kept {
  readonly of: readonly unknown[];
  readonly subnetContext: SubnetReachContext;
}

const kept = new WeakMap<Subnet, Kept>();

/** Kept as long as the parts it is made of are the same objects: trying a fix on a group reads no route again. */
export function subnetReachContext(place: SubnetPlace): SubnetReachContext {
  const { subnet, network, tags, routeTable, model } = place;
  const table = routeTable.known ? routeTable.value : routeTable.because;
  const of = [network, tags, table, model.privateEndpoints, ...othersOf(place)];
  const before = kept.get(subnet);
  if (before?.of.length === of.length && before.of.every((part, index) => part === of[index])) {
    return before.subnetContext;
  }
  const subnetContext = makeContext(place);
  kept.set(subnet, { of, subnetContext });
  return subnetContext;
}

/** Other subnets have a word: policies of private endpoints' say whether user routes apply, subnet peerings name them. */
function othersOf({ model, network }: SubnetPlace): readonly unknown[] {
  const hasEndpoints = model.privateEndpoints.known && model.privateEndpoints.value.length > 0;
  const hasParts = network.peerings.known && network.peerings.value.some(({ parts }) => parts);
  return hasEndpoints || hasParts ? [model.virtualNetworks] : [];
}

function makeContext(place: SubnetPlace): SubnetReachContext {
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

/** More flows than all requirements have; who asks for one that no requirement has, asks for it once. */
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
