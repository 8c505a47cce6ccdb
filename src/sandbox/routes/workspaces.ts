import { bodyList, bodyText, type BodyJson, type BodyObject } from '../body-json';
import { ok, listPageReply, refusal, type Reply } from '../responses';
import { failure } from '../failure-texts';
import { resourceGroupId } from '../resource-id';
import { defineRoute, type Handler, type RequestRoute, type RouteCall } from '../router';
import type { Item } from '../store';
import { childListOf } from './child-lists';
import { withResourceGroup, inSubscription } from './guards';

export const workspaceType = 'Microsoft.MachineLearningServices/workspaces';
const inOneGroup = `/subscriptions/:subscription/resourceGroups/:group/providers/${workspaceType}`;

/** Routes to read workspaces with their private link. Only the image build compute can be changed here. */
export const workspaceRoutes: readonly RequestRoute[] = [
  defineRoute(`GET /subscriptions/:subscription/providers/${workspaceType}`, inSubscription(listWorkspaces)),
  defineRoute(`GET ${inOneGroup}`, withResourceGroup(listWorkspaces)),
  defineRoute(
    `GET ${inOneGroup}/:workspace`,
    inWorkspace(({ request }, item) => ok(showWorkspace(item, request.apiVersion))),
  ),
  childListOf(`${workspaceType}/datastores`),
  defineRoute(`PATCH ${inOneGroup}/:workspace`, inWorkspace(patchWorkspace)),
  defineRoute(`GET ${inOneGroup}/:workspace/privateEndpointConnections`, inWorkspace(listConnections)),
  defineRoute(`GET ${inOneGroup}/:workspace/privateLinkResources`, inWorkspace(listLinkResources)),
];

/** Runs a handler only if the workspace exists and is readable. */
export function inWorkspace(handle: (call: RouteCall, workspace: Item) => Reply): Handler {
  return withResourceGroup((call) => {
    const { world, param } = call;
    const id = `${resourceGroupId(param('subscription'), param('group'))}/providers/${workspaceType}/${param('workspace')}`;
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
  return listPageReply(shown, { url: request.url, size: world.settings.pageSize });
}

/** Updates a workspace. The name isn't checked against existing compute resources. */
function patchWorkspace({ world, request }: RouteCall, item: Item): Reply {
  const imageBuildCompute = bodyText(request.body, 'properties', 'imageBuildCompute');
  if (imageBuildCompute !== undefined) {
    world.store.patch(item.id, { properties: { ...item.properties, imageBuildCompute } });
  }
  return ok(showWorkspace(world.store.get(item.id) ?? item, request.apiVersion));
}

/** Returns a workspace without members that older API versions don't know, as the provider does. */
function showWorkspace(item: Item, apiVersion: string): BodyObject {
  const properties: BodyObject = { ...item.properties, provisioningState: item.provisioningState };
  const top: BodyObject = { ...item.top };
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
  return ok({ value: bodyList(workspace.properties, 'privateEndpointConnections') });
}

function listLinkResources(_: RouteCall, workspace: Item): Reply {
  const region = workspace.location ?? '';
  const zones = ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net'];
  const value: BodyJson = {
    id: `${workspace.id}/privateLinkResources/amlworkspace`,
    name: 'amlworkspace',
    type: `${workspaceType}/privateLinkResources`,
    location: region,
    properties: { groupId: 'amlworkspace', requiredMembers: ['default'], requiredZoneNames: zones },
  };
  return ok({ value: [value] });
}
