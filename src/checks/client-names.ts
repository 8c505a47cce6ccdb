import { known, type Known } from '../core/known';
import { nameOf, sameId } from '../core/network/find';
import type { Cloud, NetworkModel, PrivateEndpoint, ResourceId } from '../core/network/model';
import { reason, type Reason } from '../core/reason';
import type { CalledEndpoint } from './called-endpoints';
import { instanceNamesOf, privateZonesOf } from '../core/azure-facts/private-zones';

/** Resources that a client of a workspace opens: the workspace itself, its storage, and an instance. */
export interface ClientTargets {
  readonly workspace: {
    readonly id: ResourceId;
    readonly name: string;
    readonly location: Known<string>;
    /** `properties.workspaceId`. Without it, the workspace's host names aren't known. */
    readonly guid?: string;
  };
  readonly storageId: ResourceId | null;
  readonly instance: { readonly name: string; readonly location: string } | undefined;
}

/** A name to resolve, with its resource, and the resource whose private endpoint it has to resolve to. */
export interface ClientName extends ClientHost {
  readonly of: Reason;
  readonly targetId: ResourceId;
}

/** Returns the names that browsers and SDKs resolve when users work in a workspace. */
export function clientNames(
  cloud: Cloud,
  { workspace, storageId, instance }: ClientTargets,
): readonly ClientName[] {
  const { id, name, guid, location } = workspace;
  const own =
    guid === undefined || !location.known ? [] : workspaceHosts({ cloud, guid, location: location.value });
  const account = nameOf(storageId ?? '');
  return [
    ...own.map((one) => ({ ...one, of: reason('access.of.workspace', { name }), targetId: id })),
    ...(storageId === null ? [] : storageHosts(cloud, account)).map((one) => ({
      ...one,
      of: reason('access.of.storage', { name: account }),
      targetId: storageId ?? '',
    })),
    ...(instance === undefined ? [] : [instanceHost(cloud, instance.name, instance.location)]).map((one) => ({
      ...one,
      of: reason('access.of.instance', { name: instance?.name ?? '' }),
      targetId: id,
    })),
  ];
}

/** Returns the addresses of the approved endpoints. Unknown if one of them is unknown, or if endpoints weren't read. */
export function endpointAddresses(
  { privateEndpoints }: NetworkModel,
  one: Pick<ClientName, 'targetId' | 'group'>,
): Known<readonly string[]> {
  if (!privateEndpoints.known) return privateEndpoints;
  const own = privateEndpoints.value.filter((endpoint) => isFor(endpoint, one));
  const unread = own.find(({ addresses }) => !addresses.known);
  if (unread && !unread.addresses.known) return unread.addresses;
  return known(own.flatMap(({ addresses }) => (addresses.known ? addresses.value : [])));
}

/** A name that a node resolves, with the addresses and ports of the private endpoint that it has to resolve to. */
export interface PrivateName {
  readonly host: string;
  readonly addresses: readonly string[];
  readonly ports: readonly string[];
}

/**
 * Returns a name for each private endpoint that a compute resource calls. Endpoints whose name or addresses aren't known
 * are left out.
 */
export function privateNames(
  cloud: Cloud,
  workspace: ClientTargets['workspace'],
  { called, registryHost }: EndpointCalls,
): readonly PrivateName[] {
  return called.flatMap(({ endpoint, ports }) => {
    const [group = ''] = endpoint.groups;
    const service = group.toLowerCase() === 'registry' ? registryHost : serviceHost(cloud, endpoint);
    const host = group.toLowerCase() === 'amlworkspace' ? workspaceHost(cloud, workspace) : service;
    if (host === undefined || !endpoint.addresses.known) return [];
    return [{ host, addresses: endpoint.addresses.value, ports }];
  });
}

export interface EndpointCalls {
  readonly called: readonly CalledEndpoint[];
  /** Server name of the registry (`loginServer`); undefined if it wasn't read. */
  readonly registryHost: string | undefined;
}

function workspaceHost(
  cloud: Cloud,
  { guid, location }: Pick<ClientTargets['workspace'], 'guid' | 'location'>,
): string | undefined {
  if (guid === undefined || !location.known) return undefined;
  return workspaceHosts({ cloud, guid, location: location.value })[0]?.host;
}

function serviceHost(cloud: Cloud, { targetId, groups: [group = ''] }: PrivateEndpoint): string | undefined {
  const [zone] = publicZones(cloud, group);
  return zone === undefined ? undefined : `${nameOf(targetId)}.${zone}`.toLowerCase();
}

function isFor(
  { notApproved, targetId, groups }: PrivateEndpoint,
  one: Pick<ClientName, 'targetId' | 'group'>,
): boolean {
  return (
    notApproved === undefined &&
    sameId(targetId, one.targetId) &&
    groups.some((group) => group.toLowerCase() === one.group)
  );
}

/** A name that a client resolves, and the sub-resource of the private endpoint that it has to resolve to. */
interface ClientHost {
  readonly host: string;
  readonly group: 'amlworkspace' | 'blob' | 'file';
}

interface WorkspaceName {
  readonly cloud: Cloud;
  /** The workspace's GUID, `properties.workspaceId`. */
  readonly guid: string;
  readonly location: string;
}

/** Returns the names of a workspace that resolve to its private endpoint (how-to-custom-dns, 2026-03-26). */
function workspaceHosts({ cloud, guid, location }: WorkspaceName): readonly ClientHost[] {
  const [api = ''] = publicZones(cloud, 'amlworkspace');
  return ['', 'cert.'].map((part) => ({
    host: `${guid}.workspace.${location}.${part}${api}`,
    group: 'amlworkspace',
  }));
}

/**
 * Returns the name of an instance, which resolves to the workspace's private endpoint (how-to-custom-dns, 2026-03-26).
 */
function instanceHost(cloud: Cloud, name: string, location: string): ClientHost {
  return { host: `${name}.${location}.${instanceNamesOf(cloud)[0] ?? ''}`, group: 'amlworkspace' };
}

/** Returns the names of a storage account that the studio and SDKs resolve. */
function storageHosts(cloud: Cloud, account: string): readonly ClientHost[] {
  return (['blob', 'file'] as const).flatMap((group) =>
    publicZones(cloud, group).map((zone) => ({ host: `${account}.${zone}`, group })),
  );
}

function publicZones(cloud: Cloud, group: string): readonly string[] {
  return privateZonesOf(cloud, group).map((zone) =>
    zone.replace('privatelink.', '').replace(/^vaultcore\./, 'vault.'),
  );
}
