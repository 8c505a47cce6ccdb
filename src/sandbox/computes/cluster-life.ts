import { failure } from '../failure-texts';
import { errorBody, type ArmError } from '../responses';
import { forcedEnd } from '../forced-end';
import { bodyText, bodyPart, type BodyObject } from '../body-json';
import { nodeNetworkOf, prefixesOf } from '../nodes/node-network';
import { firstStop, type Stop } from '../nodes/reach';
import type { LongRunningOperation } from '../long-running';
import type { World } from '../settings';
import { stableGuid, type Item } from '../store';
import {
  examplePublicAddress,
  hasPublicNodes,
  nodeConfigurationId,
  nodesOf,
  quotaLeft,
  scaleOf,
  setNodes,
  machineSizeOf,
} from './compute-nodes';
import type { ComputeNode } from './compute-node';
import { fitNetworkParts } from './network-parts';

/** Seconds of each step at lifelike pace. A user waits about seven in total. */
const seconds = { pool: 2, allocation: 1.5, preparation: 3.5, leaving: 2 };

/** Creates the pool. If at least one node has to be kept, it then starts nodes. */
export function beginCluster(world: World, compute: Item, operation: LongRunningOperation): void {
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

/** Starts nodes up to the minimum, or removes nodes above it. */
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

function refusedAtStart(world: World, compute: Item): ArmError | undefined {
  const held = world.store.list(compute.type, { subscriptionId: compute.subscriptionId });
  return held.length > world.settings.computeLimit ? failure('clusterLimit') : undefined;
}

function subnetOf(world: World, compute: Item): Item | undefined {
  return world.store.get(bodyText(compute.properties, 'properties', 'subnet', 'id') ?? '');
}

/** Starts a node if a job is waiting and none is idle. Afterward, the job finds an idle node or none. */
export function startNodeForJob(world: World, computeId: string, whenDone: () => void): void {
  const nodes = nodesOf(world, computeId);
  if (nodes.some(({ nodeState }) => nodeState === 'idle')) return whenDone();
  patchCluster(world, computeId, { allocation: 'Resizing' });
  world.operations.after(seconds.allocation, () => {
    allocate(world, computeId, nodes.length + 1);
    world.operations.after(seconds.preparation, whenDone);
  });
}

function allocate(world: World, computeId: string, target?: number): void {
  const compute = world.store.get(computeId);
  if (!compute) return;
  const before = nodesOf(world, computeId);
  const missingNodes = (target ?? scaleOf(compute).min) - before.length;
  const affordable = affordableNodes(world, compute, missingNodes);
  const parts = fitNetworkParts(world, compute, before.length + affordable);
  const count = Math.max(0, Math.min(affordable, parts.room - before.length));
  const created = createNodes(world, compute, { count, from: before.length });
  setNodes(world, computeId, [...before, ...created]);
  const errors: ArmError[] = [];
  if (affordable < missingNodes) errors.push(failure('allocationFailed', {}, [failure('coreQuotaReached')]));
  if (parts.error) errors.push(failure('allocationFailed', {}, [parts.error]));
  if (created.length < count) {
    errors.push(failure('allocationFailed', {}, [fullSubnet(world, compute, count)]));
  }
  patchCluster(world, computeId, { errors });
  world.operations.after(seconds.preparation, () => finishNodes(world, computeId, errors));
}

function affordableNodes(world: World, compute: Item, missingNodes: number): number {
  if (bodyText(compute.properties, 'properties', 'vmPriority') === 'LowPriority') return missingNodes;
  const cores = machineSizeOf(world, compute)?.cores ?? 1;
  return Math.max(0, Math.min(missingNodes, Math.floor(quotaLeft(world, compute) / cores)));
}

function fullSubnet(world: World, compute: Item, count: number): ArmError {
  const subnet = subnetOf(world, compute);
  const prefix = subnet ? prefixesOf(subnet).join(', ') : '';
  return failure('subnetFull', { name: subnet?.name ?? '', prefix, count });
}

function createNodes(
  world: World,
  compute: Item,
  { count, from }: { count: number; from: number },
): ComputeNode[] {
  const subnet = subnetOf(world, compute);
  const allocated =
    subnet &&
    world.addresses.allocate({
      subnetId: subnet.id,
      prefixes: prefixesOf(subnet),
      count,
      owner: compute.id,
      configurationId: (index) => nodeConfigurationId(compute, from + index),
    });
  const started = allocated ? allocated.length : count;
  return Array.from({ length: started }, (_, index) => {
    const seed = `${compute.id.toLowerCase()} node ${from + index}`;
    return {
      nodeId: `tvmps_${stableGuid(seed).replaceAll('-', '')}_d`,
      privateIpAddress: allocated?.[index]?.address,
      publicIpAddress: hasPublicNodes(compute) ? examplePublicAddress(seed) : undefined,
      port: 50000 + from + index,
      nodeState: 'preparing' as const,
    };
  });
}

/** Tests the network of each prepared node. A node that can't reach the service stays unusable and is still billed. */
function finishNodes(world: World, computeId: string, earlier: readonly ArmError[]): void {
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
    storageId: workspace && bodyText(workspace.properties, 'storageAccount'),
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
  // Network resources of the removed nodes are removed, too. If that isn't possible, the cluster stays in state
  // Resizing.
  const { error } = fitNetworkParts(world, compute, kept);
  patchCluster(world, computeId, error ? { errors: [error] } : { allocation: 'Steady' });
}

interface ClusterChange {
  readonly state?: string;
  readonly allocation?: 'Steady' | 'Resizing';
  readonly errors?: readonly ArmError[];
}

function patchCluster(world: World, computeId: string, change: ClusterChange): void {
  const compute = world.store.get(computeId);
  if (!compute) return;
  const inner = bodyPart(compute.properties, 'properties');
  const properties: BodyObject = { ...(typeof inner === 'object' && !Array.isArray(inner) ? inner : {}) };
  const outer: BodyObject = { ...compute.properties, properties, modifiedOn: world.clock.text() };
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
