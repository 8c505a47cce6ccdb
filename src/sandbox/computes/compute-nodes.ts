import { traitsOfCompute } from './compute-types';
import { bodyNumber, bodyText, bodyPart } from '../body-json';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import { stableGuid, type Item } from '../store';
import type { ComputeNode } from './compute-node';
import type { MachineSize } from './machine-sizes';

export const computeType = 'Microsoft.MachineLearningServices/workspaces/computes';

export function nodesOf(world: World, computeId: string): readonly ComputeNode[] {
  return world.nodes.get(computeId.toLowerCase()) ?? [];
}

export function setNodes(world: World, computeId: string, nodes: readonly ComputeNode[]): void {
  world.nodes.set(computeId.toLowerCase(), nodes);
}

/** Returns the ID of a Batch node's IP configuration. Its resource group belongs to Microsoft. */
export function nodeConfigurationId(compute: Item, index: number): string {
  const pool = stableGuid(`pool ${compute.id.toLowerCase()}`);
  const set = `/subscriptions/${stableGuid('batch subscription')}/resourceGroups/azurebatch-${pool}-c/providers/Microsoft.Compute/virtualMachineScaleSets/${pool}-azurebatch-VMSS-D`;
  return `${set}/virtualMachines/${index}/networkInterfaces/${pool}-azurebatch-VMSS-NIC/ipConfigurations/${pool}-azurebatch-VMSS-NIC-IPConfig`;
}

/** Returns a public address from the documentation range (RFC 5737), the same for the same seed. */
export function examplePublicAddress(seed: string): string {
  return `203.0.113.${(Number.parseInt(stableGuid(seed).slice(0, 4), 16) % 250) + 2}`;
}

export function machineSizeOf(world: World, compute: Item): MachineSize | undefined {
  const name = bodyText(compute.properties, 'properties', 'vmSize') ?? '';
  return world.settings.machineSizes.find((entry) => sameText(entry.name, name));
}

/** Returns the dedicated cores of the subscription's compute resources in a region, by VM family. */
export function coresInUse(
  world: World,
  { subscriptionId, location }: { subscriptionId: string; location: string },
): Map<string, number> {
  const used = new Map<string, number>();
  for (const compute of world.store.list(computeType, { subscriptionId })) {
    const size = machineSizeOf(world, compute);
    if (!size || !sameText(compute.location ?? '', location)) continue;
    if (bodyText(compute.properties, 'properties', 'vmPriority') === 'LowPriority') continue;
    used.set(size.family, (used.get(size.family) ?? 0) + size.cores * machineCount(world, compute));
  }
  return used;
}

function machineCount(world: World, compute: Item): number {
  if (traitsOfCompute(compute).scales === true) return nodesOf(world, compute.id).length;
  return compute.provisioningState === 'Succeeded' ? 1 : 0;
}

export function quotaLeft(world: World, compute: Item): number {
  const size = machineSizeOf(world, compute);
  const quota = world.settings.quotas.find((entry) => entry.family === size?.family);
  if (!size || !quota) return 0;
  const inUse = coresInUse(world, {
    subscriptionId: compute.subscriptionId,
    location: compute.location ?? '',
  });
  return quota.limit - quota.usedElsewhere - (inUse.get(size.family) ?? 0);
}

export function hasPublicNodes(compute: Item): boolean {
  return bodyPart(compute.properties, 'properties', 'enableNodePublicIp') !== false;
}

export function scaleOf(compute: Item): { readonly min: number; readonly max: number } {
  const min = bodyNumber(compute.properties, 'properties', 'scaleSettings', 'minNodeCount') ?? 0;
  return { min, max: bodyNumber(compute.properties, 'properties', 'scaleSettings', 'maxNodeCount') ?? min };
}
