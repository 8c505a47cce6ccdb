import {
  bodyFlag,
  isBodyObject,
  bodyNumber,
  bodyObject,
  bodyText,
  bodyPart,
  type BodyObject,
} from '../body-json';
import type { ComputeRequest } from './compute-request';
import { attaches, typeTraits } from './compute-types';

/** Returns the properties that the provider stores for a PUT: those sent, defaults, and read-only properties. */
export function newComputeProperties(request: ComputeRequest): BodyObject {
  const { body, before, world } = request;
  const time = world.clock.text();
  const sent = bodyObject(body, 'properties', 'properties') ?? {};
  const held = before && isBodyObject(before.properties['properties']) ? before.properties['properties'] : {};
  const isAttached = attaches(request.kind);
  return {
    computeType: request.kind,
    computeLocation: request.location,
    description: bodyText(body, 'properties', 'description') ?? null,
    createdOn: bodyText(before?.properties, 'createdOn') ?? time,
    modifiedOn: time,
    resourceId: isAttached ? (bodyText(body, 'properties', 'resourceId') ?? null) : null,
    isAttachedCompute: isAttached,
    disableLocalAuth: bodyFlag(body, 'properties', 'disableLocalAuth') ?? false,
    provisioningErrors: null,
    properties: innerProperties(request, sent, held),
  };
}

function innerProperties(request: ComputeRequest, sent: BodyObject, held: BodyObject): BodyObject {
  const { scales, isPersonal, signIn } = typeTraits(request.kind);
  if (scales === true) return clusterProperties(sent, held);
  if (isPersonal === true) return instanceProperties(sent, held, request);
  return signIn === 'token'
    ? { workspaceUrl: bodyText(sent, 'workspaceUrl') ?? '' }
    : machineProperties(sent);
}

/** Returns the connection and administrator settings, including those that are never shown again. */
function machineProperties(sent: BodyObject): BodyObject {
  const size = bodyText(sent, 'virtualMachineSize');
  return {
    address: bodyText(sent, 'address') ?? '',
    sshPort: bodyNumber(sent, 'sshPort') ?? 22,
    administratorAccount: { username: bodyText(sent, 'administratorAccount', 'username') ?? '' },
    ...(size === undefined ? {} : { virtualMachineSize: size }),
  };
}

/** True by default: a compute resource has a public IP unless it states otherwise (REST reference of computes). */
function publicFlag(sent: BodyObject): boolean {
  return bodyFlag(sent, 'enableNodePublicIp') ?? true;
}

function clusterProperties(sent: BodyObject, held: BodyObject): BodyObject {
  const hasSubnet = bodyPart(sent, 'subnet') !== undefined && bodyPart(sent, 'subnet') !== null;
  const ssh = bodyText(sent, 'remoteLoginPortPublicAccess') ?? 'NotSpecified';
  const scale = bodyObject(sent, 'scaleSettings') ?? {};
  return {
    errors: null,
    allocationState: 'Steady',
    ...held,
    osType: bodyText(sent, 'osType') ?? 'Linux',
    vmSize: bodyText(sent, 'vmSize') ?? '',
    vmPriority: bodyText(sent, 'vmPriority') ?? 'Dedicated',
    scaleSettings: { minNodeCount: 0, nodeIdleTimeBeforeScaleDown: 'PT120S', ...scale },
    subnet: bodyPart(sent, 'subnet') ?? null,
    remoteLoginPortPublicAccess: ssh === 'NotSpecified' && hasSubnet ? 'Disabled' : ssh,
    ...accountOf(sent),
    enableNodePublicIp: publicFlag(sent),
    isolatedNetwork: false,
  };
}

/** Returns the account without its key and password, which are never shown again. */
function accountOf(sent: BodyObject): BodyObject {
  const adminUserName = bodyText(sent, 'userAccountCredentials', 'adminUserName');
  return adminUserName === undefined ? {} : { userAccountCredentials: { adminUserName } };
}

/** Drops what the API version doesn't know. Version 2022-10-01 and older don't know idle shutdown. */
function known(sent: BodyObject, apiVersion: string): BodyObject {
  if (apiVersion > '2022-10-01') return sent;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => name !== 'idleTimeBeforeShutdown'));
}

/** Returns the schedules with an ID and their deployment state (REST reference of computes). */
function schedulesOf(sent: BodyObject): BodyObject {
  const entries = bodyPart(sent, 'schedules', 'computeStartStop');
  if (!Array.isArray(entries)) return {};
  const computeStartStop = entries.map((entry, at) => ({
    ...(isBodyObject(entry) ? entry : {}),
    id: `schedule-${String(at + 1)}`,
    provisioningStatus: 'Completed',
  }));
  return { schedules: { computeStartStop } };
}

function sshOf(sent: BodyObject): BodyObject {
  const key = bodyText(sent, 'sshSettings', 'adminPublicKey');
  return {
    sshPublicAccess: bodyText(sent, 'sshSettings', 'sshPublicAccess') ?? 'Disabled',
    ...(key === undefined ? {} : { adminPublicKey: key, adminUserName: 'azureuser', sshPort: 50000 }),
  };
}

function instanceProperties(sent: BodyObject, held: BodyObject, request: ComputeRequest): BodyObject {
  const { world } = request;
  const { client, objectId } = world.settings.user;
  return {
    errors: [],
    state: 'Creating',
    connectivityEndpoints: null,
    applications: [],
    ...held,
    ...known(sent, request.apiVersion),
    ...schedulesOf(sent),
    sshSettings: sshOf(sent),
    subnet: bodyPart(sent, 'subnet') ?? null,
    enableNodePublicIp: publicFlag(sent),
    applicationSharingPolicy: bodyText(sent, 'applicationSharingPolicy') ?? 'Shared',
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
