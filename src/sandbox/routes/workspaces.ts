import { listAt, textAt, type Json, type JsonObject } from '../json';
import { ok, pageOf, refusal, type Reply } from '../responses';
import { failure } from '../failure-texts';
import { groupId } from '../resource-id';
import { route, type Handler, type Route, type RouteCall } from '../router';
import type { Item } from '../store';
import { childListOf } from './child-lists';
import { inGroup, inSubscription } from './guards';

export const workspaceType = 'Microsoft.MachineLearningServices/workspaces';
const inOneGroup = `/subscriptions/:subscription/resourceGroups/:group/providers/${workspaceType}`;

/** Workspaces are read, with their private link; of their settings only who builds images is changed here. */
export const workspaceRoutes: readonly Route[] = [
  route(`GET /subscriptions/:subscription/providers/${workspaceType}`, inSubscription(listWorkspaces)),
  route(`GET ${inOneGroup}`, inGroup(listWorkspaces)),
  route(
    `GET ${inOneGroup}/:workspace`,
    inWorkspace(({ request }, item) => ok(showWorkspace(item, request.apiVersion))),
  ),
  childListOf(`${workspaceType}/datastores`),
  route(`PATCH ${inOneGroup}/:workspace`, inWorkspace(patchWorkspace)),
  route(`GET ${inOneGroup}/:workspace/privateEndpointConnections`, inWorkspace(listConnections)),
  route(`GET ${inOneGroup}/:workspace/privateLinkResources`, inWorkspace(listLinkResources)),
];

/** Answers only where the workspace exists and may be read. */
export function inWorkspace(handle: (call: RouteCall, workspace: Item) => Reply): Handler {
  return inGroup((call) => {
    const { world, param } = call;
    const id = `${groupId(param('subscription'), param('group'))}/providers/${workspaceType}/${param('workspace')}`;
    const refused = world.access.check('read', id, workspaceType);
    if (refused) return refused;
    const item = world.store.get(id);
    if (item) return handle(call, item);
    return refusal(
      404,
      failure('workspaceNotFound', { workspace: param('workspace'), group: param('group') }),
    );
  });
}

function listWorkspaces({ world, request, param }: RouteCall): Reply {
  const filter = { subscriptionId: param('subscription'), resourceGroup: param('group') || undefined };
  const items = world.store.list(workspaceType, filter);
  const seen = items.filter((item) => world.access.may('read', item.id, workspaceType));
  const shown = seen.map((item) => showWorkspace(item, request.apiVersion));
  return pageOf(shown, { url: request.url, size: world.settings.pageSize });
}

/** A name is taken as it is: whether a compute has it is not looked up. */
function patchWorkspace({ world, request }: RouteCall, item: Item): Reply {
  const imageBuildCompute = textAt(request.body, 'properties', 'imageBuildCompute');
  if (imageBuildCompute !== undefined) {
    world.store.patch(item.id, { properties: { ...item.properties, imageBuildCompute } });
  }
  return ok(showWorkspace(world.store.get(item.id) ?? item, request.apiVersion));
}

/** Members that older api-versions do not know are left out, as the provider leaves them out. */
function showWorkspace(item: Item, apiVersion: string): JsonObject {
  const properties: JsonObject = { ...item.properties, provisioningState: item.provisioningState };
  const top: JsonObject = { ...item.top };
  if (apiVersion < '2023-04-01-preview') {
    delete properties['managedNetwork'];
    delete top['kind'];
  }
  if (apiVersion < '2023-08-01-preview') delete properties['hubResourceId'];
  return {
    id: item.id,
    name: item.name,
    type: item.type,
    location: item.location ?? '',
    ...top,
    properties,
  };
}

function listConnections(_: RouteCall, workspace: Item): Reply {
  return ok({ value: listAt(workspace.properties, 'privateEndpointConnections') });
}

function listLinkResources(_: RouteCall, workspace: Item): Reply {
  const region = workspace.location ?? '';
  const zones = ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net'];
  const value: Json = {
    id: `${workspace.id}/privateLinkResources/amlworkspace`,
    name: 'amlworkspace',
    type: `${workspaceType}/privateLinkResources`,
    location: region,
    properties: { groupId: 'amlworkspace', requiredMembers: ['default'], requiredZoneNames: zones },
  };
  return ok({ value: [value] });
}
