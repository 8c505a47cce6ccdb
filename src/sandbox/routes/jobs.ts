import { bodyList, bodyNumber, bodyPart, bodyText, isBodyObject, type BodyObject } from '../body-json';
import type { BodyJson } from '../body-json';
import { resizeCluster, startNodeForJob } from '../computes/cluster-life';
import { hasPublicNodes, nodesOf } from '../computes/compute-nodes';
import { traitsOfCompute } from '../computes/compute-types';
import { failure } from '../failure-texts';
import { nodeNetworkOf } from '../nodes/node-network';
import { tryHost, type Node } from '../nodes/reach';
import { ok, refusal, type Reply } from '../responses';
import { defineRoute, type Handler, type RequestRoute, type RouteCall } from '../router';
import type { World } from '../settings';
import type { Item } from '../store';
import { inWorkspace, workspaceType } from './workspaces';

const jobType = `${workspaceType}/jobs`;
const list = `/subscriptions/:subscription/resourceGroups/:group/providers/${workspaceType}/:workspace/jobs`;

/** Routes for command jobs: one node each, for as long as it takes to call some hosts. */
export const jobRoutes: readonly RequestRoute[] = [
  defineRoute(
    `GET ${list}/:name`,
    inJob((_, job) => ok(showJob(job))),
  ),
  defineRoute(`PUT ${list}/:name`, inWorkspace(putJob)),
  defineRoute(`POST ${list}/:name/cancel`, inJob(cancelJob)),
];

/**
 * Seconds of each step at lifelike pace. A node is added before them and removed after them. Hosts are called at the
 * same time, each for at most `timeout`.
 */
const seconds = { queue: 1, preparing: 2, running: 3, timeout: 15, idle: 2 };

function inJob(handle: (call: RouteCall, job: Item) => Reply): Handler {
  return inWorkspace((call, workspace) => {
    const job = call.world.store.get(`${workspace.id}/jobs/${call.param('name')}`);
    if (job) return handle(call, job);
    return refusal(404, failure('computeNotFound', { name: call.param('name'), workspace: workspace.name }));
  });
}

function putJob({ world, request, param }: RouteCall, workspace: Item): Reply {
  const id = `${workspace.id}/jobs/${param('name')}`;
  const refused = world.access.check('write', id, jobType);
  if (refused) return refused;
  const compute = world.store.get(bodyText(request.body, 'properties', 'computeId') ?? '');
  const isCommand = bodyText(request.body, 'properties', 'jobType') === 'Command';
  if (!compute || !isCommand || world.store.get(id)) {
    return refusal(400, failure('invalidRequestContent', { reason: 'no new command job on a compute' }));
  }
  const sent = bodyPart(request.body, 'properties');
  const properties: BodyObject = { ...(isBodyObject(sent) ? sent : {}), status: 'Queued', tags: {} };
  const job = world.store.put({ id, properties, provisioningState: 'Succeeded' });
  world.operations.after(seconds.queue, () => startJob(world, { job, compute }));
  return { status: 201, body: showJob(job) };
}

function showJob({ id, name, type, properties }: Item): BodyObject {
  return { id, name, type, properties };
}

interface JobOn {
  readonly job: Item;
  readonly compute: Item;
}

/**
 * Starts a job. An instance runs it itself. A cluster starts a node for it, and without a node the job stays in the
 * queue.
 */
function startJob(world: World, { job, compute }: JobOn): void {
  if (traitsOfCompute(compute).scales !== true) return runJob(world, { job, compute });
  startNodeForJob(world, compute.id, () => {
    if (nodesOf(world, compute.id).some(({ nodeState }) => nodeState === 'idle')) {
      runJob(world, { job, compute });
    }
  });
}

function runJob(world: World, { job, compute }: JobOn): void {
  if (!isUnderWay(world, job)) return;
  patchJob(world, job, { status: 'Preparing' });
  world.operations.after(seconds.preparing, () => {
    if (!isUnderWay(world, job)) return;
    patchJob(world, job, { status: 'Running' });
    const tags = tagsOf(world, { job, compute });
    const isWaiting = Object.values(tags).some((words) => words.startsWith('timeout'));
    world.operations.after(seconds.running + (isWaiting ? seconds.timeout : 0), () => {
      if (isUnderWay(world, job)) patchJob(world, job, { status: 'Completed', tags });
      world.operations.after(seconds.idle, () => resizeCluster(world, compute.id));
    });
  });
}

function isUnderWay(world: World, { id }: Item): boolean {
  const status = bodyText(world.store.get(id)?.properties, 'status');
  return status !== undefined && !['Completed', 'Failed', 'Canceled'].includes(status);
}

function patchJob(world: World, { id }: Item, change: BodyObject): void {
  const job = world.store.get(id);
  if (job) world.store.patch(id, { properties: { ...job.properties, ...change } });
}

function cancelJob({ world }: RouteCall, job: Item): Reply {
  const refused = world.access.check('action', job.id, jobType);
  if (refused) return refused;
  if (isUnderWay(world, job)) patchJob(world, job, { status: 'Canceled' });
  return { status: 200, body: {} };
}

/** Returns the results that the job's program records for each host that it calls. */
function tagsOf(world: World, on: JobOn): Readonly<Record<string, string>> {
  const found = machineOf(world, on.compute);
  return Object.fromEntries(
    targetsOf(on.job).map((target, at): [string, string] => {
      const called = found && tryHost(world, found.network, { node: found.node, ...target });
      const words = called
        ? [called.is, ...(called.address === null ? [] : [called.address])]
        : ['connected'];
      return [`network-test.${at}`, words.join(' ')];
    }),
  );
}

/** Returns the machine; undefined in a managed virtual network, which isn't modeled and reaches everything. */
function machineOf(world: World, compute: Item) {
  const subnet = world.store.get(bodyText(compute.properties, 'properties', 'subnet', 'id') ?? '');
  const network = subnet && nodeNetworkOf(world, subnet);
  const { parentId } = compute;
  if (!network || parentId === undefined) return undefined;
  const [idle] = nodesOf(world, compute.id);
  const node: Node = {
    kind: traitsOfCompute(compute).scales === true ? 'AmlCompute' : 'ComputeInstance',
    address: idle?.privateIpAddress ?? instanceAddress(compute),
    hasPublicAddress: hasPublicNodes(compute),
    workspaceId: parentId,
    storageId: bodyText(world.store.get(parentId)?.properties, 'storageAccount'),
  };
  return { network, node };
}

function instanceAddress({ properties }: Item): string {
  return bodyText(properties, 'properties', 'connectivityEndpoints', 'privateIpAddress') ?? '';
}

function targetsOf({ properties }: Item): readonly { readonly host: string; readonly port: number }[] {
  const text = bodyText(properties, 'environmentVariables', 'NETWORK_TEST_TARGETS') ?? '[]';
  return bodyList({ targets: JSON.parse(text) as BodyJson }, 'targets').map((one) => ({
    host: bodyText(one, 'host') ?? '',
    port: bodyNumber(one, 'port') ?? 0,
  }));
}
