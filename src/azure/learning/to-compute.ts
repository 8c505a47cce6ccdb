import { durationMinutes } from '../../core/duration';
import { isComputeKind, kindOfType, traitsOf } from '../../core/compute-kinds';
import { jsonAt, flagAt, isJsonObject, listAt, numberAt, textAt, type JsonObject } from '../json';
import type { ComputeState } from '../ports';
import { serviceError } from '../service-error';

/**
 * Converts the raw body of a compute resource. Members that the service omits are null, where the client's model would
 * invent a default.
 */
export function toCompute(body: JsonObject): ComputeState {
  const kind = kindOfType(textAt(body, 'properties', 'computeType') ?? '');
  return {
    ...identityOf(body),
    kind,
    provisioningState: textAt(body, 'properties', 'provisioningState') ?? '',
    subnetId: textAt(body, ...inner, 'subnet', 'id') ?? null,
    ...attachedOf(body, kind),
    publicIp: flagAt(body, ...inner, 'enableNodePublicIp') ?? null,
    vmSize: textAt(body, ...inner, 'vmSize') ?? null,
    nodes: traitsOf(kind).scales ? nodesOf(body) : null,
    state: textAt(body, ...inner, traitsOf(kind).scales ? 'allocationState' : 'state') ?? null,
    publicAddress: textAt(body, ...inner, 'connectivityEndpoints', 'publicIpAddress') ?? null,
    errors: errorsOf(body),
    ...optionsOf(body, kind),
  };
}

/** Returns the options that a user can choose besides size and number of nodes. */
function optionsOf(
  body: JsonObject,
  kind: ComputeState['kind'],
): Pick<
  ComputeState,
  'publicSsh' | 'identity' | 'tags' | 'assignedTo' | 'idleShutdownMinutes' | 'schedules' | 'setupScripts'
> {
  const owner = [...inner, 'personalComputeInstanceSettings', 'assignedUser', 'objectId'];
  return {
    publicSsh: publicSshOf(body, kind),
    identity: identityHeld(body),
    tags: tagsOf(body),
    assignedTo: textAt(body, ...owner) ?? null,
    idleShutdownMinutes: durationMinutes(textAt(body, ...inner, 'idleTimeBeforeShutdown') ?? ''),
    schedules: schedulesOf(body),
    setupScripts: setupScriptsOf(body),
  };
}

function schedulesOf(body: JsonObject): ComputeState['schedules'] {
  return listAt(body, ...inner, 'schedules', 'computeStartStop').flatMap((one) => {
    const words = [['action'], ['cron', 'expression'], ['cron', 'timeZone']].map((path) =>
      textAt(one, ...path),
    );
    return textAt(one, 'status') === 'Disabled' ? [] : [words.filter((word) => word !== undefined).join(' ')];
  });
}

function setupScriptsOf(body: JsonObject): ComputeState['setupScripts'] {
  return (['creation', 'startup'] as const).flatMap((runs) => {
    const script = jsonAt(body, ...inner, 'setupScripts', 'scripts', `${runs}Script`);
    const path = textAt(script, 'scriptData');
    if (path === undefined) return [];
    return [[runs, path, textAt(script, 'scriptArguments') ?? ''].join(' ').trimEnd()];
  });
}

/** Path of the members that belong to the kind of compute resource. */
const inner = ['properties', 'properties'] as const;

function identityOf(body: JsonObject): Pick<ComputeState, 'id' | 'name' | 'workspaceId' | 'location'> {
  const id = textAt(body, 'id') ?? '';
  const location = textAt(body, 'properties', 'computeLocation') ?? textAt(body, 'location') ?? '';
  return {
    id,
    name: textAt(body, 'name') ?? '',
    workspaceId: id.replace(/\/computes\/[^/]*$/i, ''),
    location: location.toLowerCase().replaceAll(' ', ''),
  };
}

function attachedOf(
  body: JsonObject,
  kind: ComputeState['kind'],
): Pick<ComputeState, 'targetId' | 'sshPort'> {
  if (isComputeKind(kind)) return { targetId: null };
  const sshPort = numberAt(body, ...inner, 'sshPort');
  return {
    targetId: textAt(body, 'properties', 'resourceId') ?? null,
    ...(sshPort === undefined ? {} : { sshPort }),
  };
}

/** Returns whether the public SSH port is open. `NotSpecified` and an omitted member give null. */
function publicSshOf(body: JsonObject, kind: ComputeState['kind']): boolean | null {
  const path = traitsOf(kind).isPersonal
    ? ['sshSettings', 'sshPublicAccess']
    : ['remoteLoginPortPublicAccess'];
  const access = textAt(body, ...inner, ...path);
  if (access === 'Enabled') return true;
  return access === 'Disabled' ? false : null;
}

function identityHeld(body: JsonObject): ComputeState['identity'] {
  const users = jsonAt(body, 'identity', 'userAssignedIdentities');
  const type = textAt(body, 'identity', 'type') ?? '';
  return { system: /system/i.test(type), userIds: isJsonObject(users) ? Object.keys(users) : [] };
}

function tagsOf(body: JsonObject): ComputeState['tags'] {
  const tags = jsonAt(body, 'tags');
  if (!isJsonObject(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

function nodesOf(body: JsonObject): ComputeState['nodes'] {
  const count = (...path: string[]): number => numberAt(body, 'properties', 'properties', ...path) ?? 0;
  return {
    min: count('scaleSettings', 'minNodeCount'),
    max: count('scaleSettings', 'maxNodeCount'),
    current: count('currentNodeCount'),
    target: count('targetNodeCount'),
    idle: count('nodeStateCounts', 'idleNodeCount') + count('nodeStateCounts', 'runningNodeCount'),
    unusable: count('nodeStateCounts', 'unusableNodeCount'),
    preparing: count('nodeStateCounts', 'preparingNodeCount'),
  };
}

/** Returns the errors. They are in two members, often in both: from provisioning, and from the last resize. */
function errorsOf(body: JsonObject): ComputeState['errors'] {
  const all = [
    ...listAt(body, 'properties', 'provisioningErrors'),
    ...listAt(body, 'properties', 'properties', 'errors'),
  ].flatMap((one) => {
    const { code = '', message, inner } = serviceError(one);
    return message === undefined ? [] : [{ code, message, ...(inner ? { inner } : {}) }];
  });
  const isSame = (a: (typeof all)[number], b: (typeof all)[number]): boolean =>
    a.code === b.code && a.message === b.message;
  return all.filter((one, index) => all.findIndex((other) => isSame(one, other)) === index);
}
