import { flagAt, isObject, objectAt, textAt, valueAt, type JsonObject } from '../json';
import type { ComputeRequest } from './check-compute';

/** What the provider stores of a PUT: what was sent, its defaults, and what it says itself. */
export function newComputeProperties(request: ComputeRequest): JsonObject {
  const { body, before, world } = request;
  const time = world.clock.text();
  const sent = objectAt(body, 'properties', 'properties') ?? {};
  const held = before && isObject(before.properties['properties']) ? before.properties['properties'] : {};
  const inner =
    request.kind === 'AmlCompute' ? clusterProperties(sent, held) : instanceProperties(sent, held, request);
  return {
    computeType: request.kind,
    computeLocation: request.location,
    description: textAt(body, 'properties', 'description') ?? null,
    createdOn: textAt(before?.properties, 'createdOn') ?? time,
    modifiedOn: time,
    resourceId: null,
    isAttachedCompute: false,
    disableLocalAuth: flagAt(body, 'properties', 'disableLocalAuth') ?? false,
    provisioningErrors: null,
    properties: inner,
  };
}

/** A compute that does not say otherwise has a public IP (REST reference of computes). */
function publicFlag(sent: JsonObject): boolean {
  return flagAt(sent, 'enableNodePublicIp') ?? true;
}

function clusterProperties(sent: JsonObject, held: JsonObject): JsonObject {
  const hasSubnet = valueAt(sent, 'subnet') !== undefined && valueAt(sent, 'subnet') !== null;
  const ssh = textAt(sent, 'remoteLoginPortPublicAccess') ?? 'NotSpecified';
  const scale = objectAt(sent, 'scaleSettings') ?? {};
  return {
    errors: null,
    allocationState: 'Steady',
    ...held,
    osType: textAt(sent, 'osType') ?? 'Linux',
    vmSize: textAt(sent, 'vmSize') ?? '',
    vmPriority: textAt(sent, 'vmPriority') ?? 'Dedicated',
    scaleSettings: { minNodeCount: 0, nodeIdleTimeBeforeScaleDown: 'PT120S', ...scale },
    subnet: valueAt(sent, 'subnet') ?? null,
    remoteLoginPortPublicAccess: ssh === 'NotSpecified' && hasSubnet ? 'Disabled' : ssh,
    enableNodePublicIp: publicFlag(sent),
    isolatedNetwork: false,
  };
}

function instanceProperties(sent: JsonObject, held: JsonObject, { world }: ComputeRequest): JsonObject {
  const { client, objectId } = world.settings.person;
  return {
    errors: [],
    state: 'Creating',
    connectivityEndpoints: null,
    applications: [],
    ...held,
    ...sent,
    subnet: valueAt(sent, 'subnet') ?? null,
    enableNodePublicIp: publicFlag(sent),
    applicationSharingPolicy: textAt(sent, 'applicationSharingPolicy') ?? 'Shared',
    computeInstanceAuthorizationType: 'personal',
    createdBy: {
      userName: client,
      userId: objectId,
      userOrgId: world.settings.subscriptions[0]?.tenantId ?? '',
    },
    lastOperation: {
      operationName: 'Create',
      operationTime: world.clock.text(),
      operationStatus: 'InProgress',
      operationTrigger: 'User',
    },
  };
}
