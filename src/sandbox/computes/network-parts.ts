import { failure } from '../failure-texts';
import { lockedBy } from '../governance/locks';
import { disallowedBy } from '../governance/policies';
import { bodyText, bodyPart, type BodyObject } from '../body-json';
import { exhausted } from '../network/network-usages';
import { resourceGroupId } from '../resource-id';
import type { ArmError } from '../responses';
import type { World } from '../settings';
import { stableGuid, type Item } from '../store';
import { hasPublicNodes } from './compute-nodes';

/** Number of machines per NSG, public IP, and load balancer (Batch, September 2023). */
const machinesPerSet = 100;

/** A resource that the service creates itself, in the resource group of the compute resource's network. */
interface Part {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly location: string;
  readonly top: BodyObject;
  readonly properties: BodyObject;
}

export interface FittedParts {
  /** Number of machines that the existing resources support. */
  readonly room: number;
  readonly error: ArmError | undefined;
}

/**
 * Creates the network resources for a number of machines, and removes superfluous ones: one set of three per hundred
 * machines. Only a compute resource with a public IP in a user's network has them. A lock, a policy, or a quota stops
 * it midway.
 */
export function fitNetworkParts(world: World, compute: Item, machines: number): FittedParts {
  const network = networkOf(world, compute);
  if (!network || !hasPublicNodes(compute)) return { room: Number.POSITIVE_INFINITY, error: undefined };
  const requiredSets = Math.ceil(machines / machinesPerSet);
  let held = heldSets(world, network, compute);
  let error: ArmError | undefined;
  while (held < requiredSets && !error) {
    error = createPartSet(world, network, partsOf(network, compute, held));
    if (!error) held += 1;
  }
  while (held > requiredSets && !error) {
    error = removeSet(world, partsOf(network, compute, held - 1));
    if (!error) held -= 1;
  }
  return { room: held * machinesPerSet, error };
}

function networkOf(world: World, compute: Item): Item | undefined {
  const subnet = world.store.get(bodyText(compute.properties, 'properties', 'subnet', 'id') ?? '');
  return world.store.get(subnet?.parentId ?? '');
}

function heldSets(world: World, network: Item, compute: Item): number {
  let count = 0;
  while (partsOf(network, compute, count).some(({ id }) => world.store.get(id))) count += 1;
  return count;
}

/** Returns the resources with the service's names, including the double g (resource lock page, February 2025). */
function partsOf(network: Item, compute: Item, index: number): readonly Part[] {
  const stem = `${stableGuid(`parts ${compute.id.toLowerCase()} ${index}`)}-azurebatch-cloudservice`;
  const inside = `${resourceGroupId(network.subscriptionId, network.resourceGroup)}/providers`;
  const part = (type: string, suffix: string): Omit<Part, 'top' | 'properties'> => ({
    id: `${inside}/${type}/${stem}${suffix}`,
    name: `${stem}${suffix}`,
    type,
    location: network.location ?? '',
  });
  const sku = { name: 'Standard', tier: 'Regional' };
  const address = part('Microsoft.Network/publicIPAddresses', 'publicip');
  const frontend = { name: 'frontend', properties: { publicIPAddress: { id: address.id } } };
  return [
    { ...part('Microsoft.Network/networkSecurityGroups', 'networksecurityggroup'), top: {}, properties: {} },
    {
      ...address,
      top: { sku },
      properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
    },
    {
      ...part('Microsoft.Network/loadBalancers', 'loadbalancer'),
      top: { sku },
      properties: { frontendIPConfigurations: [frontend], backendAddressPools: [], inboundNatRules: [] },
    },
  ];
}

function createPartSet(world: World, network: Item, parts: readonly Part[]): ArmError | undefined {
  const error = parts.map((part) => refused(world, network, part)).find((one) => one !== undefined);
  if (error) return error;
  for (const { id, location, top, properties } of parts) world.store.put({ id, location, top, properties });
  return undefined;
}

function refused(world: World, network: Item, part: Part): ArmError | undefined {
  const { locks, policies } = world.governance;
  const { id, name, type, location, top, properties } = part;
  const full = exhausted(world, { subscriptionId: network.subscriptionId, location }, type);
  return (
    lockedBy(locks.values(), 'write', id) ??
    disallowedBy(policies, id, { ...top, name, type, location, properties }) ??
    (full && failure('networkQuota', { limit: full.limit, title: full.title, location }))
  );
}

function removeSet(world: World, parts: readonly Part[]): ArmError | undefined {
  const locked = parts
    .map(({ id }) => lockedBy(world.governance.locks.values(), 'delete', id))
    .find((one) => one !== undefined);
  if (locked) return locked;
  for (const { id } of parts) world.store.remove(id);
  return undefined;
}

/** Removes all network resources of a deleted compute resource. */
export function removeNetworkParts(world: World, compute: Item): ArmError | undefined {
  return bodyPart(compute.properties, 'properties', 'subnet')
    ? fitNetworkParts(world, compute, 0).error
    : undefined;
}
