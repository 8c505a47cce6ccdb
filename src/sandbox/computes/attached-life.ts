import { traitsOfCompute } from './compute-types';
import { failure } from '../failure-texts';
import { forcedEnd } from '../forced-end';
import { bodyList, bodyNumber, bodyText, type BodyJson } from '../body-json';
import type { LongRunningOperation } from '../long-running';
import { showNetworkItem } from '../network/show-network';
import { errorBody, type ArmError } from '../responses';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';
import { computeType } from './compute-nodes';
import { parseIpv4 } from '../../core/addresses/ipv4';
import { nodeDefaultRules } from '../nodes/default-rules';
import { nodeNetworkOf, ownRulesOf, type NodeNetwork } from '../nodes/node-network';
import { ephemeralPort, testedAddresses, whyNotIn } from '../nodes/reach';
import { firstMatch, nodeRulesInOrder, type NodePacket } from '../nodes/rules';

/** Seconds until an attachment is tested, at lifelike pace. */
const seconds = 3;

/** Starts an attachment: the service signs in to the target, and the result decides the attachment. */
export function beginAttachment(world: World, compute: Item, operation: LongRunningOperation): void {
  const forced = forcedEnd(world, { method: 'PUT', path: compute.id });
  world.operations.after(seconds, () => {
    const error = forced ?? endOfAttachment(world, compute);
    settle(world, compute.id, error);
    if (!error) breakOlder(world, compute);
    world.operations.finish(operation, error);
  });
}

function settle(world: World, id: string, error: ArmError | undefined): void {
  const compute = world.store.get(id);
  if (!compute || compute.provisioningState === 'Deleting') return;
  const provisioningErrors: BodyJson = error ? [errorBody(error)] : null;
  world.store.patch(id, {
    properties: { ...compute.properties, provisioningErrors, modifiedOn: world.clock.text() },
    provisioningState: error ? 'Failed' : 'Succeeded',
  });
}

/**
 * Breaks an older attachment. A target with SSH can be attached only once: a second attachment in the workspace breaks
 * the first.
 */
function breakOlder(world: World, compute: Item): void {
  if (traitsOfCompute(compute).signIn !== 'ssh') return;
  const { id, name, parentId = '', properties } = compute;
  const target = bodyText(properties, 'resourceId') ?? '';
  for (const other of world.store.children(parentId, computeType)) {
    if (sameText(other.id, id) || !sameText(bodyText(other.properties, 'resourceId') ?? '', target)) continue;
    settle(world, other.id, failure('attachmentBroken', { target, name }));
  }
}

/** Returns the error of an attachment; undefined if the target is usable. */
function endOfAttachment(world: World, { properties }: Item): ArmError | undefined {
  const target = world.store.get(bodyText(properties, 'resourceId') ?? '');
  if (!target) return failure('attachTargetNotFound', { target: bodyText(properties, 'resourceId') ?? '' });
  const address = bodyText(properties, 'properties', 'address') ?? '';
  const port = bodyNumber(properties, 'properties', 'sshPort') ?? 22;
  const isReached =
    reachers[bodyText(properties, 'computeType') ?? '']?.(world, target, { address, port }) ?? true;
  return isReached ? undefined : failure('attachUnreachable', { address, port });
}

interface Called {
  readonly address: string;
  readonly port: number;
}

/**
 * Reachability checks by type. A Databricks workspace responds from Databricks' own network, whatever its clusters can
 * reach.
 */
const reachers: Readonly<Record<string, (world: World, target: Item, called: Called) => boolean>> = {
  VirtualMachine: machineAnswers,
  HDInsight: clusterAnswers,
};

function machineAnswers(world: World, machine: Item, { address, port }: Called): boolean {
  if (bodyText(machine.properties, 'storageProfile', 'osDisk', 'osType') !== 'Linux') return false;
  const [reference] = bodyList(machine.properties, 'networkProfile', 'networkInterfaces');
  const nic = world.store.get(bodyText(reference, 'id') ?? '');
  const [configuration] = bodyList(nic?.properties, 'ipConfigurations');
  const inner = (...path: string[]): string => bodyText(configuration, 'properties', ...path) ?? '';
  const given = world.store.get(inner('publicIPAddress', 'id'));
  const subnet = world.store.get(inner('subnet', 'id'));
  if (!given || !subnet || !isAddress(world, given, address)) return false;
  const nicGroupId = groupOf(nic);
  if (isClosedBySku(given) && !nicGroupId && !groupOf(subnet)) return false;
  return whyNoSsh(world, { subnet, address: inner('privateIPAddress'), port, nicGroupId }) === undefined;
}

function isAddress(world: World, given: Item, address: string): boolean {
  return bodyText(showNetworkItem(world, given), 'properties', 'ipAddress') === address;
}

function groupOf(item: Item | undefined): string | undefined {
  return bodyText(item?.properties, 'networkSecurityGroup', 'id');
}

/** True for a public IP of SKU Standard, which is closed until an NSG opens it (public IP addresses page). */
function isClosedBySku({ top }: Item): boolean {
  return sameText(bodyText(top, 'sku', 'name') ?? 'Basic', 'Standard');
}

/**
 * True if the cluster's public address responds, which is in front of its head nodes, unless only private link reaches
 * it.
 */
function clusterAnswers(world: World, cluster: Item, { address, port }: Called): boolean {
  const { properties } = cluster;
  if (bodyText(properties, 'networkProperties', 'resourceProviderConnection') === 'Outbound') return false;
  const ssh = bodyList(properties, 'connectivityEndpoints').find((one) => bodyText(one, 'name') === 'SSH');
  if (bodyText(ssh, 'location') !== address) return false;
  const [head] = bodyList(properties, 'computeProfile', 'roles');
  const subnet = world.store.get(bodyText(head, 'virtualNetworkProfile', 'subnet') ?? '');
  if (!subnet) return true;
  const held = world.addresses.inUse(subnet.id).find(({ owner }) => sameText(owner, cluster.id));
  return whyNoSsh(world, { subnet, address: held?.address ?? '', port, nicGroupId: undefined }) === undefined;
}

/** A machine that has to respond to SSH from outside. */
interface SshEndpoint {
  readonly subnet: Item;
  /** Private address: a public address is translated before any rule is evaluated. */
  readonly address: string;
  readonly port: number;
  /** NSG of its network interface. */
  readonly nicGroupId: string | undefined;
}

/** Returns why Azure ML's service can't connect by SSH; undefined if it can from all of its addresses. */
function whyNoSsh(world: World, ssh: SshEndpoint): string | undefined {
  const network = nodeNetworkOf(world, ssh.subnet);
  if (!network) return 'no network';
  for (const from of world.tags.samples('AzureMachineLearning', testedAddresses)) {
    const to = parseIpv4(ssh.address) ?? 0;
    const packet: NodePacket = { protocol: 'Tcp', from, fromPort: ephemeralPort, to, toPort: ssh.port };
    const why = whyNotIn(network, packet) ?? deniedByNetworkInterface(world, network, { packet, ssh });
    if (why) return why;
  }
  return undefined;
}

/** Checks the network interface's NSG after the subnet's: both must allow the packet. */
function deniedByNetworkInterface(
  world: World,
  network: NodeNetwork,
  { packet, ssh }: { readonly packet: NodePacket; readonly ssh: SshEndpoint },
): string | undefined {
  if (ssh.nicGroupId === undefined) return undefined;
  const rules = nodeRulesInOrder([...ownRulesOf(world, ssh.nicGroupId), ...nodeDefaultRules], 'Inbound');
  const rule = firstMatch(rules, packet, network.means);
  return rule?.access === 'Deny' ? `rule ${rule.priority} ${rule.name} of the NIC` : undefined;
}
