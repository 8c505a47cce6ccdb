import { failure } from '../failure-texts';
import { errorBody, type ServiceError } from '../responses';
import { forcedEnd } from '../forced-end';
import { textAt, valueAt, type JsonObject } from '../json';
import { nodeNetworkOf, prefixesOf } from '../nodes/node-network';
import { firstStop, type Stop } from '../nodes/reach';
import type { Operation } from '../long-running';
import type { World } from '../settings';
import { guidOf, type Item } from '../store';
import {
  examplePublicAddress,
  hasPublicAddress,
  nodeConfigurationId,
  nodesOf,
  quotaLeft,
  scaleOf,
  setNodes,
  sizeOf,
} from './compute-nodes';
import type { ComputeNode } from './compute-node';
import { fitNetworkParts } from './network-parts';

/** Seconds of each step in lifelike pace; together a person waits about seven. */
const seconds = { pool: 2, allocation: 1.5, preparation: 3.5, leaving: 2 };

/** The pool is made; with at least one node to keep, nodes are then started. */
export function beginCluster(world: World, compute: Item, operation: Operation): void {
  const forced = forcedEnd(world, { method: 'PUT', path: compute.id });
  world.operations.after(seconds.pool, () => {
    const error = refusedAtStart(world, compute) ?? forced;
    if (error) {
      patchCluster(world, compute.id, { state: 'Failed', errors: [error] });
    } else {
      patchCluster(world, compute.id, { state: 'Succeeded', errors: [] });
      resizeCluster(world, compute.id);
    }
    world.operations.finish(operation, error);
  });
}

/** Starts nodes up to the minimum, or lets those above it go. */
export function resizeCluster(world: World, computeId: string): void {
  const compute = world.store.get(computeId);
  if (!compute) return;
  const { min } = scaleOf(compute);
  const current = nodesOf(world, computeId).length;
  if (min === current) return patchCluster(world, computeId, { allocation: 'Steady' });
  patchCluster(world, computeId, { allocation: 'Resizing' });
  world.operations.after(seconds.allocation, () =>
    min > current ? allocate(world, computeId) : shrink(world, computeId),
  );
}

function refusedAtStart(world: World, compute: Item): ServiceError | undefined {
  const held = world.store.list(compute.type, { subscriptionId: compute.subscriptionId });
  return held.length > world.settings.computeLimit ? failure('clusterLimit') : undefined;
}

function subnetOf(world: World, compute: Item): Item | undefined {
  return world.store.get(textAt(compute.properties, 'properties', 'subnet', 'id') ?? '');
}

function allocate(world: World, computeId: string): void {
  const compute = world.store.get(computeId);
  if (!compute) return;
  const before = nodesOf(world, computeId);
  const wanted = scaleOf(compute).min - before.length;
  const affordable = affordableNodes(world, compute, wanted);
  const parts = fitNetworkParts(world, compute, before.length + affordable);
  const count = Math.max(0, Math.min(affordable, parts.room - before.length));
  const made = makeNodes(world, compute, { count, from: before.length });
  setNodes(world, computeId, [...before, ...made]);
  const errors: ServiceError[] = [];
  if (affordable < wanted) errors.push(failure('allocationFailed', {}, [failure('coreQuotaReached')]));
  if (parts.error) errors.push(failure('allocationFailed', {}, [parts.error]));
  if (made.length < count) errors.push(failure('allocationFailed', {}, [fullSubnet(world, compute, count)]));
  patchCluster(world, computeId, { errors });
  world.operations.after(seconds.preparation, () => finishNodes(world, computeId, errors));
}

function affordableNodes(world: World, compute: Item, wanted: number): number {
  if (textAt(compute.properties, 'properties', 'vmPriority') === 'LowPriority') return wanted;
  const cores = sizeOf(world, compute)?.cores ?? 1;
  return Math.max(0, Math.min(wanted, Math.floor(quotaLeft(world, compute) / cores)));
}

function fullSubnet(world: World, compute: Item, count: number): ServiceError {
  const subnet = subnetOf(world, compute);
  const prefix = subnet ? prefixesOf(subnet).join(', ') : '';
  return failure('subnetFull', { name: subnet?.name ?? '', prefix, count });
}

function makeNodes(
  world: World,
  compute: Item,
  { count, from }: { count: number; from: number },
): ComputeNode[] {
  const subnet = subnetOf(world, compute);
  const taken =
    subnet &&
    world.addresses.take({
      subnetId: subnet.id,
      prefixes: prefixesOf(subnet),
      count,
      owner: compute.id,
      configurationId: (index) => nodeConfigurationId(compute, from + index),
    });
  const started = taken ? taken.length : count;
  return Array.from({ length: started }, (_, index) => {
    const seed = `${compute.id.toLowerCase()} node ${from + index}`;
    return {
      nodeId: `tvmps_${guidOf(seed).replaceAll('-', '')}_d`,
      privateIpAddress: taken?.[index]?.address,
      publicIpAddress: hasPublicAddress(compute) ? examplePublicAddress(seed) : undefined,
      port: 50000 + from + index,
      nodeState: 'preparing' as const,
    };
  });
}

/** Each prepared node tries its network; what cannot reach the service stays unusable, and is still paid for. */
function finishNodes(world: World, computeId: string, earlier: readonly ServiceError[]): void {
  const compute = world.store.get(computeId);
  if (!compute) return;
  const stops = new Map(
    nodesOf(world, computeId)
      .filter((node) => node.nodeState === 'preparing')
      .map((node) => [node.nodeId, stopOf(world, compute, node)]),
  );
  const nodes = nodesOf(world, computeId).map((node): ComputeNode => {
    if (!stops.has(node.nodeId)) return node;
    return { ...node, nodeState: stops.get(node.nodeId) ? 'unusable' : 'idle' };
  });
  setNodes(world, computeId, nodes);
  const isStarved = [...stops.values()].some((stop) => stop?.probe.ends === 'allocation');
  const errors = isStarved ? [...earlier, failure('allocationTimedOut')] : earlier;
  patchCluster(world, computeId, { allocation: 'Steady', errors });
}

function stopOf(world: World, compute: Item, node: ComputeNode): Stop | undefined {
  const subnet = subnetOf(world, compute);
  const network = subnet && nodeNetworkOf(world, subnet);
  if (!network || compute.parentId === undefined) return undefined;
  const workspace = world.store.get(compute.parentId);
  return firstStop(world, network, {
    kind: 'AmlCompute',
    address: node.privateIpAddress ?? '',
    hasPublicAddress: node.publicIpAddress !== undefined,
    workspaceId: compute.parentId,
    storageId: workspace && textAt(workspace.properties, 'storageAccount'),
  });
}

function shrink(world: World, computeId: string): void {
  const compute = world.store.get(computeId);
  if (!compute) return;
  const kept = scaleOf(compute).min;
  const nodes = nodesOf(world, computeId);
  for (let index = kept; index < nodes.length; index += 1) {
    world.addresses.releaseOne(nodeConfigurationId(compute, index));
  }
  setNodes(world, computeId, nodes.slice(0, kept));
  // What the service made beside the nodes goes with them; where it may not, the cluster stays at resizing.
  const { error } = fitNetworkParts(world, compute, kept);
  patchCluster(world, computeId, error ? { errors: [error] } : { allocation: 'Steady' });
}

interface ClusterChange {
  readonly state?: string;
  readonly allocation?: 'Steady' | 'Resizing';
  readonly errors?: readonly ServiceError[];
}

function patchCluster(world: World, computeId: string, change: ClusterChange): void {
  const compute = world.store.get(computeId);
  if (!compute) return;
  const inner = valueAt(compute.properties, 'properties');
  const properties: JsonObject = { ...(typeof inner === 'object' && !Array.isArray(inner) ? inner : {}) };
  const outer: JsonObject = { ...compute.properties, properties, modifiedOn: world.clock.text() };
  if (change.allocation) {
    properties['allocationState'] = change.allocation;
    properties['allocationStateTransitionTime'] = world.clock.text();
  }
  if (change.errors) {
    const bodies = change.errors.map(errorBody);
    properties['errors'] = bodies.length > 0 ? bodies : null;
    if (change.state === 'Failed') outer['provisioningErrors'] = bodies;
  }
  world.store.patch(computeId, {
    properties: outer,
    provisioningState: change.state ?? compute.provisioningState,
  });
}
