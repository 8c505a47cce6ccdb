import { traitsOfCompute } from './compute-types';
import { isBodyObject, type BodyObject } from '../body-json';
import type { World } from '../settings';
import type { Item } from '../store';
import type { NodeState } from './compute-node';
import { nodesOf, scaleOf } from './compute-nodes';

/** Returns a compute resource as the ML provider shows it. Node counts come from its machines. */
export function showCompute(world: World, item: Item): BodyObject {
  const inner = isBodyObject(item.properties['properties']) ? item.properties['properties'] : {};
  const properties =
    traitsOfCompute(item).scales === true ? { ...inner, ...clusterDerived(world, item) } : inner;
  return {
    id: item.id,
    name: item.name,
    type: item.type,
    location: item.location ?? '',
    ...item.top,
    properties: { ...item.properties, provisioningState: item.provisioningState, properties },
  };
}

const counts: readonly [string, NodeState][] = [
  ['idleNodeCount', 'idle'],
  ['runningNodeCount', 'running'],
  ['preparingNodeCount', 'preparing'],
  ['unusableNodeCount', 'unusable'],
  ['leavingNodeCount', 'leaving'],
  ['preemptedNodeCount', 'preempted'],
];

function clusterDerived(world: World, item: Item): BodyObject {
  const nodes = nodesOf(world, item.id);
  const nodeStateCounts = Object.fromEntries(
    counts.map(([name, state]) => [name, nodes.filter((node) => node.nodeState === state).length]),
  );
  return { currentNodeCount: nodes.length, targetNodeCount: scaleOf(item).min, nodeStateCounts };
}
