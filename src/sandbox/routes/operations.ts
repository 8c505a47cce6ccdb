import { failure } from '../failure-texts';
import { operationResult, operationStatus } from '../long-running';
import { refusal, type Reply } from '../responses';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import { showCompute } from '../computes/show-compute';
import { computeType } from '../computes/compute-nodes';
import { showNetworkItem } from '../network/show-network';
import { sameText } from '../resource-id';
import { bodyObject } from '../body-json';
import { diagnosedWorkspace, diagnosisOf } from './diagnosis';
import { inSubscription } from './guards';
import { workspaceType } from './workspaces';

const network = '/subscriptions/:subscription/providers/Microsoft.Network/locations/:location';
const learning =
  '/subscriptions/:subscription/providers/Microsoft.MachineLearningServices/locations/:location';

/** Routes that report the state of long-running operations. */
export const operationRoutes: readonly RequestRoute[] = [
  defineRoute(`GET ${network}/operations/:id`, inSubscription(status)),
  defineRoute(`GET ${network}/operationResults/:id`, inSubscription(result)),
  defineRoute(`GET ${learning}/computeOperationsStatus/:id`, inSubscription(status)),
  defineRoute(`GET ${learning}/computeOperationsResults/:id`, inSubscription(result)),
];

function status({ world, param }: RouteCall): Reply {
  const operation = world.operations.find(param('id'));
  return operation ? operationStatus(operation, world.operations.pace) : unknown(param('id'));
}

function result({ world, param }: RouteCall): Reply {
  const operation = world.operations.find(param('id'));
  if (!operation) return unknown(param('id'));
  return operationResult(operation, world.operations.pace, () => {
    const diagnosed = diagnosedWorkspace(world, operation.resourceId);
    if (diagnosed) return diagnosisOf(world, diagnosed);
    const item = world.store.get(operation.resourceId);
    if (!item) return undefined;
    if (sameText(item.type, computeType)) return showCompute(world, item);
    // The result for a managed virtual network is its state.
    if (sameText(item.type, workspaceType)) {
      return bodyObject(item.properties, 'managedNetwork', 'status') ?? {};
    }
    return showNetworkItem(world, item);
  });
}

function unknown(id: string): Reply {
  return refusal(404, failure('childNotFound', { id }));
}
