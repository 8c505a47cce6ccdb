import { beginAttachment } from '../computes/attached-life';
import { checkCompute, checkScale } from '../computes/check-compute';
import type { ComputeRequest } from '../computes/compute-request';
import { beginCluster, resizeCluster } from '../computes/cluster-life';
import { computeType, nodesOf, setNodes } from '../computes/compute-nodes';
import { beginInstance } from '../computes/instance-life';
import { beginPower, checkPower, powerVerbs, type PowerVerb } from '../computes/instance-power';
import { removeNetworkParts } from '../computes/network-parts';
import { newComputeProperties } from '../computes/new-compute';
import { showCompute } from '../computes/show-compute';
import { attaches, traitsOfCompute, typeTraits } from '../computes/compute-types';
import { failure } from '../failure-texts';
import { forcedEnd } from '../forced-end';
import { isBodyObject, bodyObject, bodyText, type BodyJson, type BodyObject } from '../body-json';
import type { LongRunningOperation } from '../long-running';
import { ok, listPageReply, refusal, type Reply, type ArmError } from '../responses';
import { defineRoute, type Handler, type RequestRoute, type RouteCall } from '../router';
import type { World } from '../settings';
import { type Item, stableGuid } from '../store';
import { inWorkspace, workspaceType } from './workspaces';
import { lockedBy } from '../governance/locks';

const list = `/subscriptions/:subscription/resourceGroups/:group/providers/${workspaceType}/:workspace/computes`;

export const computeRoutes: readonly RequestRoute[] = [
  defineRoute(`GET ${list}`, inWorkspace(listComputeResources)),
  defineRoute(
    `GET ${list}/:name`,
    inCompute(({ world }, compute) => ok(showCompute(world, compute))),
  ),
  defineRoute(`PUT ${list}/:name`, inWorkspace(putCompute)),
  defineRoute(`PATCH ${list}/:name`, inCompute(patchCompute)),
  defineRoute(`DELETE ${list}/:name`, inWorkspace(deleteCompute)),
  defineRoute(`POST ${list}/:name/listNodes`, inCompute(listNodes)),
  defineRoute(`GET ${list}/:name/listNodes`, inCompute(listNodes)),
  ...powerVerbs.map((verb) => defineRoute(`POST ${list}/:name/${verb}`, inCompute(powerOf(verb)))),
];

/** Seconds until a compute resource is deleted, at lifelike pace. */
const deletionSeconds = 2;

function inCompute(handle: (call: RouteCall, compute: Item) => Reply): Handler {
  return inWorkspace((call, workspace) => {
    const compute = call.world.store.get(`${workspace.id}/computes/${call.param('name')}`);
    if (compute) return handle(call, compute);
    return refusal(404, failure('computeNotFound', { name: call.param('name'), workspace: workspace.name }));
  });
}

function listComputeResources({ world, request }: RouteCall, workspace: Item): Reply {
  const shown = world.store.children(workspace.id, computeType).map((item) => showCompute(world, item));
  return listPageReply(shown, { url: request.url, size: world.settings.pageSize });
}

function powerOf(verb: PowerVerb): (call: RouteCall, compute: Item) => Reply {
  return ({ world, request }, compute) => {
    const refused = world.access.check('action', compute.id, computeType) ?? checkPower(compute, verb);
    if (refused) return refused;
    const operation = beginOperation(world, compute);
    beginPower(world, { compute, verb }, operation);
    return { status: 202, headers: world.operations.headers(operation, request.url.origin) };
  };
}

function listNodes({ world, request }: RouteCall, compute: Item): Reply {
  const nodes = nodesOf(world, compute.id).map((node): BodyJson => ({
    nodeId: node.nodeId,
    port: node.port,
    publicIpAddress: node.publicIpAddress ?? null,
    privateIpAddress: node.privateIpAddress ?? null,
    nodeState: node.nodeState,
    runId: null,
  }));
  return listPageReply(nodes, { url: request.url, size: world.settings.pageSize, property: 'nodes' });
}

function putCompute(call: RouteCall, workspace: Item): Reply {
  const { world, request, param } = call;
  const id = `${workspace.id}/computes/${param('name')}`;
  const refused = world.access.check('write', id, computeType);
  if (refused) return refused;
  if (!isBodyObject(request.body)) {
    return refusal(400, failure('invalidRequestContent', { reason: 'no body' }));
  }
  const computeRequest: ComputeRequest = {
    world,
    workspace,
    id,
    name: param('name'),
    body: request.body,
    kind: bodyText(request.body, 'properties', 'computeType') ?? '',
    location: locationOf(request.body, workspace),
    before: world.store.get(id),
    apiVersion: request.apiVersion,
  };
  return checkCompute(computeRequest) ?? storeCompute(call, computeRequest);
}

function locationOf(body: BodyJson, workspace: Item): string {
  const written =
    bodyText(body, 'properties', 'computeLocation') ?? bodyText(body, 'location') ?? workspace.location ?? '';
  return written.toLowerCase().replaceAll(' ', '');
}

function storeCompute(call: RouteCall, request: ComputeRequest): Reply {
  const { world, body, before, kind, location } = request;
  const identity = bodyObject(body, 'identity');
  const tags = bodyObject(body, 'tags');
  const compute = world.store.put({
    id: request.id,
    location,
    top: {
      ...(tags ? { tags } : {}),
      ...(identity ? { identity: heldIdentity(world, request.id, identity) } : {}),
    },
    properties: newComputeProperties(request),
    provisioningState: stateAtFirst(request),
  });
  const operation = beginOperation(world, compute);
  if (attaches(kind)) beginAttachment(world, compute, operation);
  else if (before) finishUpdate(world, compute, operation);
  else (typeTraits(kind).scales === true ? beginCluster : beginInstance)(world, compute, operation);
  const headers = world.operations.headers(operation, call.request.url.origin);
  return { status: before ? 200 : 201, body: showCompute(world, compute), headers };
}

/** Returns the initial state. An attachment is tested again each time. */
function stateAtFirst({ before, kind }: ComputeRequest): string {
  if (attaches(kind)) return 'Creating';
  return before && typeTraits(kind).scales === true ? 'Updating' : (before?.provisioningState ?? 'Creating');
}

/** Finishes an update: an existing cluster gets its new scale, and an instance keeps running. */
function finishUpdate(world: World, compute: Item, operation: LongRunningOperation): void {
  world.operations.after(1, () => {
    if (compute.provisioningState === 'Updating') {
      world.store.patch(compute.id, { provisioningState: 'Succeeded' });
      resizeCluster(world, compute.id);
    }
    world.operations.finish(operation);
  });
}

function beginOperation(world: World, compute: Item): LongRunningOperation {
  return world.operations.begin({
    provider: 'Microsoft.MachineLearningServices',
    subscriptionId: compute.subscriptionId,
    location: compute.location ?? '',
    resourceId: compute.id,
  });
}

function deleteCompute(call: RouteCall, workspace: Item): Reply {
  const { world, request, param } = call;
  const id = `${workspace.id}/computes/${param('name')}`;
  const refused = world.access.check('delete', id, computeType);
  if (refused) return refused;
  const action = request.url.searchParams.get('underlyingResourceAction');
  if (action !== 'Delete' && action !== 'Detach') return refusal(400, failure('deleteActionMissing'));
  const compute = world.store.get(id);
  if (!compute) return { status: 204 };
  if (compute.provisioningState === 'Deleting') {
    return refusal(409, failure('computeBusy', { name: compute.name, state: compute.provisioningState }));
  }
  const deletesTarget = action === 'Delete';
  const forbidden = deletesTarget ? mayNotRemoveTarget(world, compute) : undefined;
  if (forbidden) return forbidden;
  world.store.patch(compute.id, { provisioningState: 'Deleting' });
  const operation = beginOperation(world, compute);
  const forced = forcedEnd(world, { method: 'DELETE', path: compute.id });
  world.operations.after(deletionSeconds, () => {
    const error =
      forced ??
      removeNetworkParts(world, compute) ??
      (deletesTarget ? removeTarget(world, compute) : undefined);
    if (error) world.store.patch(compute.id, { provisioningState: 'Failed' });
    else removeCompute(world, compute);
    world.operations.finish(operation, error);
  });
  return { status: 202, headers: world.operations.headers(operation, request.url.origin) };
}

function removeCompute(world: World, { id }: Item): void {
  world.addresses.release(id);
  setNodes(world, id, []);
  world.store.remove(id);
}

/** Updates a cluster's scale. All other settings are fixed after creation. */
function patchCompute({ world, request }: RouteCall, compute: Item): Reply {
  if (traitsOfCompute(compute).scales !== true) {
    return refusal(400, failure('onlyClusterScales', { name: compute.name }));
  }
  if (['Creating', 'Updating', 'Deleting'].includes(compute.provisioningState)) {
    const values = { name: compute.name, state: compute.provisioningState };
    return refusal(409, failure('computeBusy', values));
  }
  const held = bodyObject(compute.properties, 'properties') ?? {};
  const sent = bodyObject(request.body, 'properties', 'properties', 'scaleSettings') ?? {};
  const scaleSettings = { ...bodyObject(held, 'scaleSettings'), ...sent };
  const wrong = checkScale({ ...scaleSettings, maxNodeCount: sent['maxNodeCount'] ?? null });
  if (wrong) return wrong;
  const properties = { ...held, scaleSettings };
  world.store.patch(compute.id, {
    properties: { ...compute.properties, properties, modifiedOn: world.clock.text() },
    provisioningState: 'Updating',
  });
  const updated = world.store.get(compute.id) ?? compute;
  const operation = beginOperation(world, updated);
  finishUpdate(world, updated, operation);
  const headers = world.operations.headers(operation, request.url.origin);
  return { status: 200, body: showCompute(world, updated), headers };
}

/** Returns the identity of a compute resource as ARM stores it: what was sent, with the IDs from the directory. */
function heldIdentity(world: World, computeId: string, sent: BodyObject): BodyObject {
  const type = bodyText(sent, 'type') ?? 'None';
  const users = Object.keys(bodyObject(sent, 'userAssignedIdentities') ?? {}).map((id) => {
    const held = world.store.get(id)?.properties ?? {};
    const ids = {
      principalId: bodyText(held, 'principalId') ?? '',
      clientId: bodyText(held, 'clientId') ?? '',
    };
    return [id, ids] as const;
  });
  return {
    type,
    ...(type.includes('SystemAssigned')
      ? {
          principalId: stableGuid(`principal ${computeId.toLowerCase()}`),
          tenantId: world.settings.subscriptions[0]?.tenantId ?? '',
        }
      : {}),
    ...(users.length > 0 ? { userAssignedIdentities: Object.fromEntries(users) } : {}),
  };
}

function targetOf(world: World, compute: Item): Item | undefined {
  return world.store.get(bodyText(compute.properties, 'resourceId') ?? '');
}

/** Returns the error if the user doesn't have permission to delete the attached resource. */
function mayNotRemoveTarget(world: World, compute: Item): Reply | undefined {
  const target = targetOf(world, compute);
  return target && world.access.check('delete', target.id, target.type);
}

/**
 * Deletes the attached resource, as `Delete` does in contrast to `Detach`. A machine's network interface and public IP
 * stay, as in Azure. A cluster releases its addresses. Returns an error if a lock prevents it.
 */
function removeTarget(world: World, compute: Item): ArmError | undefined {
  const target = targetOf(world, compute);
  if (!target) return undefined;
  const locked = lockedBy(world.governance.locks.values(), 'delete', target.id);
  if (locked) return locked;
  world.addresses.release(target.id);
  world.store.remove(target.id);
  return undefined;
}
