import { parsePrefix } from '../../core/addresses/prefix';
import { failure } from '../failure-texts';
import { bodyObject, bodyText, bodyTexts, type BodyJson, type BodyObject } from '../body-json';
import { rangesOverlap } from '../nodes/ranges';
import { refusal, type Reply } from '../responses';
import { parseResourceId, sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';

export const peeringType = 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings';

export function storedPeerings(world: World, networkId: string): Item[] {
  return world.store.children(networkId, peeringType);
}

function remoteIdOf(properties: BodyJson): string {
  return bodyText(properties, 'remoteVirtualNetwork', 'id') ?? '';
}

/** Returns the peering in the opposite direction, if the sandbox contains the other network. */
function reverseOf(world: World, peering: Pick<Item, 'id' | 'properties'>): Item | undefined {
  const networkId = parseResourceId(peering.id)?.parentId ?? '';
  return storedPeerings(world, remoteIdOf(peering.properties)).find((one) =>
    sameText(remoteIdOf(one.properties), networkId),
  );
}

function stateOf(item: Item | undefined): string | undefined {
  return item && bodyText(item.properties, 'peeringState');
}

/**
 * Returns the first error of a peering as sent: its other end, overlap, a second peering to the same network, or a
 * missing end.
 */
export function checkPeering(
  world: World,
  network: Item,
  { id, properties }: { readonly id: string; readonly properties: BodyJson },
): Reply | undefined {
  const target = remoteIdOf(properties);
  const remote = world.store.get(target);
  if (!remote) return checkUnseen(world, id, target);
  const name = id.split('/').at(-1) ?? '';
  if (sameText(remote.id, network.id)) return refusal(400, failure('peeringToItself', { name }));
  if (spacesOverlap(network, remote)) {
    return refusal(400, failure('peeringOverlap', { name, network: network.name, remote: remote.name }));
  }
  const other = storedPeerings(world, network.id).find(
    (one) => !sameText(one.id, id) && sameText(remoteIdOf(one.properties), remote.id),
  );
  if (other) return refusal(400, failure('peeringTwice', { name, other: other.name, remote: remote.id }));
  const reverse = reverseOf(world, { id, properties: { remoteVirtualNetwork: { id: remote.id } } });
  return stateOf(reverse) === 'Disconnected'
    ? refusal(400, failure('remotePeeringDisconnected', { name, remote: reverse?.id ?? '' }))
    : undefined;
}

/**
 * Checks a network that isn't in the sandbox: it is in a subscription without access for the user, or doesn't exist.
 */
function checkUnseen(world: World, id: string, target: string): Reply {
  const subscription = parseResourceId(target)?.subscriptionId ?? '';
  const isHidden = world.settings.subscriptions.some(
    (one) => one.isHidden === true && sameText(one.id, subscription),
  );
  if (!isHidden) return refusal(400, failure('invalidReference', { target, id }));
  return refusal(
    403,
    failure('linkedAuthorizationFailed', {
      ...world.settings.user,
      action: `${peeringType}/write`,
      scope: id,
      linkedAction: 'Microsoft.Network/virtualNetworks/peer/action',
      linkedScope: target,
    }),
  );
}

function spacesOf(network: Item): string[] {
  return bodyTexts(network.properties, 'addressSpace', 'addressPrefixes');
}

function spacesOverlap(network: Item, remote: Item): boolean {
  const ranges = (item: Item) =>
    spacesOf(item)
      .map(parsePrefix)
      .filter((range) => range !== undefined);
  return ranges(network).some((one) => ranges(remote).some((other) => rangesOverlap(one, other)));
}

/** Stores a peering. If the other end exists, both become Connected. Otherwise this one stays Initiated. */
export function storePeering(
  world: World,
  { id, properties }: { readonly id: string; readonly properties: BodyObject },
): Item {
  const remote = world.store.get(remoteIdOf(properties));
  const prefixes = remote ? spacesOf(remote) : [];
  const reverse = reverseOf(world, { id, properties });
  const stored = {
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: false,
    allowGatewayTransit: false,
    useRemoteGateways: false,
    ...properties,
    remoteVirtualNetwork: { id: remote?.id ?? remoteIdOf(properties) },
    remoteAddressSpace: { addressPrefixes: prefixes },
    remoteVirtualNetworkAddressSpace: { addressPrefixes: prefixes },
    peeringState: reverse ? 'Connected' : 'Initiated',
    peeringSyncLevel: reverse ? 'FullyInSync' : 'RemoteNotInSync',
  };
  const item = world.store.put({ id, properties: stored, provisioningState: 'Updating' });
  if (reverse) setState(world, reverse, 'Connected');
  return item;
}

function setState(world: World, peering: Item, peeringState: 'Connected' | 'Disconnected'): void {
  const peeringSyncLevel = peeringState === 'Connected' ? 'FullyInSync' : 'RemoteNotInSync';
  world.store.patch(peering.id, {
    properties: { ...peering.properties, peeringState, peeringSyncLevel },
  });
}

/** Updates the other end before a peering is removed. */
export function removePeering(world: World, peering: Item): void {
  const reverse = reverseOf(world, peering);
  if (reverse) setState(world, reverse, 'Disconnected');
  world.store.remove(peering.id);
}

/** Removes all peerings of a deleted network. */
export function removePeerings(world: World, networkId: string): void {
  for (const peering of storedPeerings(world, networkId)) removePeering(world, peering);
}

/** Returns the members that a request can set. Azure determines states and the remote address space. */
export function sentPeering(body: BodyJson | undefined): BodyObject {
  const sent = bodyObject(body, 'properties') ?? {};
  const derived = [
    'provisioningState',
    'peeringState',
    'peeringSyncLevel',
    'remoteAddressSpace',
    'remoteVirtualNetworkAddressSpace',
    'resourceGuid',
  ];
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !derived.includes(name)));
}
