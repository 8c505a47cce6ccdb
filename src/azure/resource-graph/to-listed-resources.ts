import { groupBy } from '../../core/group-by';
import { known, unknown } from '../../core/known';
import { virtualNetworkIdOf, segmentOf } from '../../core/network/find';
import { reason } from '../../core/reason';
import type { JsonObject } from '../json';
import { listAt, textAt, textsAt } from '../json';
import { toWorkspace } from '../learning/to-workspace';
import type { ListedNetwork, ListedResources, ListedWorkspace } from '../ports';

const workspaceType = 'microsoft.machinelearningservices/workspaces';
const networkType = 'microsoft.network/virtualnetworks';
const endpointType = 'microsoft.network/privateendpoints';

/** Filter for private endpoints: only those for workspaces. */
const toWorkspaces = ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections']
  .map((list) => `tostring(properties.${list}) contains "/${workspaceType}/"`)
  .join(' or ');

/** Query for the workspaces and networks of several subscriptions, and for the subnets of workspaces’ endpoints. */
export const listQuery = [
  'resources',
  `where type in~ ("${workspaceType}", "${networkType}", "${endpointType}")`,
  `where type !~ "${endpointType}" or ${toWorkspaces}`,
  'project id, name, type, kind, location, managedNetwork = tostring(properties.managedNetwork.isolationMode), hub = tostring(properties.hubResourceId), prefixes = properties.addressSpace.addressPrefixes, subnet = tostring(properties.subnet.id)',
  'order by id asc',
].join(' | ');

/**
 * Converts the rows of `listQuery` to the resources of each subscription.
 * @returns resources by lowercase ID; empty if a row isn't a resource of the subscriptions
 */
export function toListedResources(
  rows: readonly JsonObject[],
  subscriptions: readonly string[],
): ReadonlyMap<string, ListedResources> {
  const unique = [...new Map(rows.map((row) => [idOf(row).toLowerCase(), row])).values()];
  const bySubscription = groupBy(unique, (row) =>
    (segmentOf(idOf(row), 'subscriptions') ?? '').toLowerCase(),
  );
  const ids = subscriptions.map((id) => id.toLowerCase());
  if ([...bySubscription.keys()].some((id) => !ids.includes(id))) return new Map();
  return new Map(ids.map((id) => [id, resourcesOf(bySubscription.get(id) ?? [])]));
}

function resourcesOf(rows: readonly JsonObject[]): ListedResources {
  const ofType = (type: string) => rows.filter((row) => textAt(row, 'type')?.toLowerCase() === type);
  const endpoints = ofType(endpointType).map((row) =>
    virtualNetworkIdOf(textAt(row, 'subnet') ?? '').toLowerCase(),
  );
  return {
    workspaces: ofType(workspaceType).map(toListedWorkspace),
    networks: ofType(networkType).map((row) => toListedNetwork(row, new Set(endpoints))),
  };
}

/**
 * Converts the row of a workspace. Resource Graph can use an API version without managed virtual networks, so a missing
 * mode is unknown.
 */
function toListedWorkspace(row: JsonObject): ListedWorkspace {
  const mode = textAt(row, 'managedNetwork') ?? '';
  const { id, name, subscriptionId, resourceGroup, location, kind, hubId, managedNetwork } = toWorkspace({
    ...row,
    properties: {
      managedNetwork: { isolationMode: mode },
      ...(textAt(row, 'hub') ? { hubResourceId: textAt(row, 'hub') ?? '' } : {}),
    },
  });
  return { id, name, subscriptionId, resourceGroup, location, kind, hubId, managedNetwork };
}

function toListedNetwork(row: JsonObject, ofEndpoints: ReadonlySet<string>): ListedNetwork {
  const [id, name] = [idOf(row), textAt(row, 'name') ?? ''];
  return {
    id,
    name,
    addressPrefixes:
      listAt(row, 'prefixes').length > 0
        ? known(textsAt(row, 'prefixes'))
        : unknown(reason('unknown.notRead', { name })),
    hasWorkspaceEndpoint: ofEndpoints.has(id.toLowerCase()),
  };
}

function idOf(row: JsonObject): string {
  return textAt(row, 'id') ?? '';
}
