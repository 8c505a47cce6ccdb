import { known, unknown, type Known } from '../../core/known';
import type { PrivateEndpoint, ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import { isAddressText } from './address-parts';
import { propertyOf, type DeclaredResource } from './declared-resource';
import { allKnown, idPart, itemsPart, partOf, referencePart, textPart, textsPart, type Part } from './parts';
import { displayName } from './display-name';

/** Converts a private endpoint of a file. Azure assigns its addresses, unless the file sets static ones. */
function toPrivateEndpoint(resource: DeclaredResource): PrivateEndpoint {
  const [target, groups] = connectionOf(resource);
  const subnet = referencePart(propertyOf(resource, 'subnet'));
  const waiting = whyNotApproved(resource);
  return {
    id: resource.id,
    name: displayName(resource.name),
    subnetId: (subnet.known ? subnet.value : null) ?? '',
    targetId: (target.known ? target.value : null) ?? '',
    groups: groups.known ? groups.value : [],
    addresses: fixedAddresses(resource),
    ...(waiting === undefined ? {} : { notApproved: waiting }),
  };
}

/**
 * Returns the state of a connection that can't carry traffic, or undefined if it's approved. Azure approves an
 * automatic connection. A manual one waits for the owner of the target (private endpoint overview, approval methods).
 */
function whyNotApproved(resource: DeclaredResource): string | undefined {
  const [automatic, manual] = connectionLists.map((list) => itemsPart(propertyOf(resource, list)));
  const [first] = automatic?.known ? automatic.value : [];
  const [requested] = manual?.known ? manual.value : [];
  const written = partOf(first ?? requested, 'properties', 'privateLinkServiceConnectionState', 'status');
  const status = textPart(written, known(first || !requested ? 'Approved' : 'Pending'));
  const word = status.known ? status.value : 'Pending';
  return word.toLowerCase() === 'approved' ? undefined : word;
}

/**
 * Returns whether the files create a private endpoint for a workspace. Undefined if none of them is for it: others may be in
 * Azure.
 */
export function hasEndpointFor(
  endpoints: readonly DeclaredResource[],
  id: ResourceId,
): Known<boolean> | undefined {
  const own = endpoints.filter((one) => isEndpointOf(one, id));
  const usable = own.filter((one) => whyNotApproved(one) === undefined);
  const [some] = usable;
  if (!some) return own.length > 0 ? known(false) : undefined;
  return usable.some(({ isDeployed }) => isDeployed.known) ? known(true) : some.isDeployed;
}

function isEndpointOf(endpoint: DeclaredResource, id: ResourceId): boolean {
  return connectionLists.some((list) => {
    const connections = propertyOf(endpoint, list);
    const items = connections?.is === 'array' ? connections.items : [];
    return items.some((one) => {
      const target = idPart(partOf(one, 'properties', 'privateLinkServiceId'));
      return target.known && target.value?.toLowerCase() === id.toLowerCase();
    });
  });
}

const connectionLists = ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'];

function connectionOf(
  resource: DeclaredResource,
): readonly [target: Known<ResourceId | null>, groups: Known<readonly string[]>] {
  const items = connectionLists.map((list) => itemsPart(propertyOf(resource, list)));
  const whyUnknown = items.find((one) => !one.known);
  const [connection] = items.flatMap((one) => (one.known ? one.value : []));
  if (!connection && whyUnknown?.known === false) return [whyUnknown, whyUnknown];
  return [
    idPart(partOf(connection, 'properties', 'privateLinkServiceId')),
    textsPart(partOf(connection, 'properties', 'groupIds')),
  ];
}

/** Returns the values that decide whether an endpoint exists for a service. */
function partsOf(resource: DeclaredResource): readonly Known<unknown>[] {
  const [target, groups] = connectionOf(resource);
  return [resource.isDeployed, target, groups, referencePart(propertyOf(resource, 'subnet'))];
}

function fixedAddresses(resource: DeclaredResource): Known<readonly string[]> {
  const items = itemsPart(propertyOf(resource, 'ipConfigurations'));
  if (!items.known) return items;
  if (items.value.length === 0) return noAddress;
  return allKnown(items.value.map((one) => fixedAddress(partOf(one, 'properties', 'privateIPAddress'))));
}

const noAddress = unknown(reason('unknown.noAddress'));

/** Returns a static address. Azure rejects an invalid one, so then the endpoint can have any address in its subnet. */
function fixedAddress(part: Part): Known<string> {
  const text = textPart(part, noAddress);
  return text.known && !isAddressText(text.value) ? noAddress : text;
}

/**
 * Returns the private endpoints that the files create. If files create their network, they also create all of its
 * endpoints. An existing network, or a module that isn't known, may contain others.
 */
export function declaredEndpoints(
  all: readonly DeclaredResource[],
  networks: readonly DeclaredResource[],
  isWhole: boolean,
): Known<readonly PrivateEndpoint[]> {
  const areCreated = isWhole && networks.length > 0 && networks.every(({ isExisting }) => !isExisting);
  const created = all.filter(({ isExisting }) => !isExisting);
  const whyUnknown = created.flatMap(partsOf).find((part) => !part.known);
  if (whyUnknown?.known === false) return whyUnknown;
  return created.length > 0 || areCreated
    ? known(created.map(toPrivateEndpoint))
    : unknown(reason('terminal.noEndpoints'));
}
