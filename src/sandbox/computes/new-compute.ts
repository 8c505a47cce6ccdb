import { flagAt, isObject, numberAt, objectAt, textAt, valueAt, type JsonObject } from '../json';
import type { ComputeRequest } from './compute-request';
import { isAttachedType } from './target-types';

/** What the provider stores of a PUT: what was sent, its defaults, and what it says itself. */
export function newComputeProperties(request: ComputeRequest): JsonObject {
  const { body, before, world } = request;
  const time = world.clock.text();
  const sent = objectAt(body, 'properties', 'properties') ?? {};
  const held = before && isObject(before.properties['properties']) ? before.properties['properties'] : {};
  const isAttached = isAttachedType(request.kind);
  return {
    computeType: request.kind,
    computeLocation: request.location,
    description: textAt(body, 'properties', 'description') ?? null,
    createdOn: textAt(before?.properties, 'createdOn') ?? time,
    modifiedOn: time,
    resourceId: isAttached ? (textAt(body, 'properties', 'resourceId') ?? null) : null,
    isAttachedCompute: isAttached,
    disableLocalAuth: flagAt(body, 'properties', 'disableLocalAuth') ?? false,
    provisioningErrors: null,
    properties: innerProperties(request, sent, held),
  };
}

function innerProperties(request: ComputeRequest, sent: JsonObject, held: JsonObject): JsonObject {
  switch (request.kind) {
    case 'AmlCompute':
      return clusterProperties(sent, held);
    case 'ComputeInstance':
      return instanceProperties(sent, held, request);
    case 'Databricks':
      return { workspaceUrl: textAt(sent, 'workspaceUrl') ?? '' };
    default:
      return machineProperties(sent);
  }
}

/** How it is reached and who signs in; with what is never shown again. */
function machineProperties(sent: JsonObject): JsonObject {
  const size = textAt(sent, 'virtualMachineSize');
  return {
    address: textAt(sent, 'address') ?? '',
    sshPort: numberAt(sent, 'sshPort') ?? 22,
    administratorAccount: { username: textAt(sent, 'administratorAccount', 'username') ?? '' },
    ...(size === undefined ? {} : { virtualMachineSize: size }),
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
    ...accountOf(sent),
    enableNodePublicIp: publicFlag(sent),
    isolatedNetwork: false,
  };
}

/** Key and password of the account are never shown again. */
function accountOf(sent: JsonObject): JsonObject {
  const adminUserName = textAt(sent, 'userAccountCredentials', 'adminUserName');
  return adminUserName === undefined ? {} : { userAccountCredentials: { adminUserName } };
}

/** Version 2022-10-01 and older ones do not know idle shutdown, and what they do not know is dropped. */
function known(sent: JsonObject, apiVersion: string): JsonObject {
  if (apiVersion > '2022-10-01') return sent;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => name !== 'idleTimeBeforeShutdown'));
}

function sshOf(sent: JsonObject): JsonObject {
  const key = textAt(sent, 'sshSettings', 'adminPublicKey');
  return {
    sshPublicAccess: textAt(sent, 'sshSettings', 'sshPublicAccess') ?? 'Disabled',
    ...(key === undefined ? {} : { adminPublicKey: key, adminUserName: 'azureuser', sshPort: 50000 }),
  };
}

function instanceProperties(sent: JsonObject, held: JsonObject, request: ComputeRequest): JsonObject {
  const { world } = request;
  const { client, objectId } = world.settings.person;
  return {
    errors: [],
    state: 'Creating',
    connectivityEndpoints: null,
    applications: [],
    ...held,
    ...known(sent, request.apiVersion),
    sshSettings: sshOf(sent),
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
