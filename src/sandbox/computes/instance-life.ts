import { failure } from '../failure-texts';
import { forcedEnd } from '../forced-end';
import { bodyText, bodyPart, type BodyObject } from '../body-json';
import type { LongRunningOperation } from '../long-running';
import { nodeNetworkOf, prefixesOf } from '../nodes/node-network';
import { firstStop } from '../nodes/reach';
import { errorBody, type ArmError } from '../responses';
import type { World } from '../settings';
import { stableGuid, type Item } from '../store';
import { examplePublicAddress, hasPublicNodes } from './compute-nodes';
import { fitNetworkParts } from './network-parts';

/** Seconds of each step at lifelike pace. */
const seconds = { start: 2.5, setup: 4 };

/** Why a machine didn't start. */
export interface Ending {
  readonly error: ArmError;
  readonly state: 'CreateFailed' | 'SetupFailed';
}

/** Starts the machine in the subnet, then sets it up. The operation ends with the result. */
export function beginInstance(world: World, compute: Item, operation: LongRunningOperation): void {
  const forced = forcedEnd(world, { method: 'PUT', path: compute.id });
  const fail = (ending: Ending): void => {
    patchInstance(world, compute.id, ending);
    world.operations.finish(operation, ending.error);
  };
  world.operations.after(seconds.start, () => {
    const refused: Ending | undefined = forced
      ? { error: forced, state: 'CreateFailed' }
      : refusedAtStart(world, compute);
    if (refused) return fail(refused);
    patchInstance(world, compute.id, { state: 'SettingUp' });
    world.operations.after(seconds.setup, () => {
      const ending = endOfSetup(world, compute);
      if (ending) return fail(ending);
      patchInstance(world, compute.id, { state: 'Running' });
      world.operations.finish(operation);
    });
  });
}

function refusedAtStart(world: World, compute: Item): Ending | undefined {
  const subnet = subnetOf(world, compute);
  if (!subnet) return undefined;
  const parts = fitNetworkParts(world, compute, 1);
  if (parts.error) return { error: parts.error, state: 'CreateFailed' };
  const prefixes = prefixesOf(subnet);
  const allocated = world.addresses.allocate({
    subnetId: subnet.id,
    prefixes,
    count: 1,
    owner: compute.id,
    configurationId: () => configurationId(compute),
  });
  if (allocated.length > 0) return undefined;
  const error = failure('subnetFull', { name: subnet.name, prefix: prefixes.join(', '), count: 1 });
  return { error, state: 'CreateFailed' };
}

function configurationId(compute: Item): string {
  const id = stableGuid(`instance ${compute.id.toLowerCase()}`);
  return `/subscriptions/${stableGuid('batch subscription')}/resourceGroups/azureml-rg-${id}/providers/Microsoft.Network/networkInterfaces/nic-${id}/ipConfigurations/ipconfig`;
}

function subnetOf(world: World, compute: Item): Item | undefined {
  return world.store.get(bodyText(compute.properties, 'properties', 'subnet', 'id') ?? '');
}

function addressOf(world: World, compute: Item): string | undefined {
  const subnet = subnetOf(world, compute);
  return subnet && world.addresses.inUse(subnet.id).find((held) => held.owner === compute.id)?.address;
}

/** Returns why the machine can't start in its network; undefined if it can. */
export function endOfSetup(world: World, compute: Item): Ending | undefined {
  const subnet = subnetOf(world, compute);
  const network = subnet && nodeNetworkOf(world, subnet);
  if (!network || compute.parentId === undefined) return undefined;
  const workspace = world.store.get(compute.parentId);
  const stop = firstStop(world, network, {
    kind: 'ComputeInstance',
    address: addressOf(world, compute) ?? '',
    hasPublicAddress: hasPublicNodes(compute),
    workspaceId: compute.parentId,
    storageId: workspace && bodyText(workspace.properties, 'storageAccount'),
  });
  return stop && endings[stop.probe.ends](compute.name);
}

const endings: Readonly<
  Record<'allocation' | 'unreachable' | 'setup' | 'storage', (name: string) => Ending>
> = {
  allocation: () => ({ error: failure('allocationTimedOut'), state: 'CreateFailed' }),
  unreachable: (name) => ({ error: failure('instanceUnreachable', { name }), state: 'CreateFailed' }),
  setup: (name) => ({ error: failure('instanceSetup', { name }), state: 'SetupFailed' }),
  storage: (name) => ({ error: failure('storageMount', { name }), state: 'SetupFailed' }),
};

type InstanceState = 'SettingUp' | 'Running' | Ending['state'];

interface InstanceChange {
  readonly state: InstanceState;
  readonly error?: ArmError;
}

function patchInstance(world: World, computeId: string, { state, error }: InstanceChange): void {
  const compute = world.store.get(computeId);
  if (!compute) return;
  const inner = bodyPart(compute.properties, 'properties');
  const properties: BodyObject = {
    ...(typeof inner === 'object' && !Array.isArray(inner) ? inner : {}),
    state,
  };
  const privateIpAddress = addressOf(world, compute) ?? null;
  const publicIpAddress = hasPublicNodes(compute) ? examplePublicAddress(compute.id.toLowerCase()) : null;
  properties['connectivityEndpoints'] = { privateIpAddress, publicIpAddress };
  properties['lastOperation'] = {
    operationName: 'Create',
    operationTime: world.clock.text(),
    operationStatus: error ? 'CreateFailed' : operationStatus(state),
    operationTrigger: 'User',
  };
  properties['errors'] = error ? [errorBody(error)] : [];
  const outer: BodyObject = { ...compute.properties, properties, modifiedOn: world.clock.text() };
  outer['provisioningErrors'] = error ? [errorBody(error)] : null;
  const provisioningState = provisioningStateOf(state, error);
  world.store.patch(computeId, { properties: outer, provisioningState });
}

function operationStatus(state: InstanceState): string {
  return state === 'Running' ? 'Succeeded' : 'InProgress';
}

function provisioningStateOf(state: InstanceState, error: ArmError | undefined): string {
  if (error) return 'Failed';
  return state === 'Running' ? 'Succeeded' : 'Creating';
}
