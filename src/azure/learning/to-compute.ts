import { listAt, numberAt, textAt, at, type JsonObject } from '../json';
import type { ComputeState } from '../ports';

/** A compute's raw body: what the service left out is null here, where the client's model would invent a default. */
export function toCompute(body: JsonObject): ComputeState {
  const id = textAt(body, 'id') ?? '';
  const kind = kindOf(textAt(body, 'properties', 'computeType'));
  const inner = ['properties', 'properties'] as const;
  const publicIp = at(body, ...inner, 'enableNodePublicIp');
  return {
    id,
    name: textAt(body, 'name') ?? '',
    workspaceId: id.replace(/\/computes\/[^/]*$/i, ''),
    kind,
    location: textAt(body, 'properties', 'computeLocation') ?? textAt(body, 'location') ?? '',
    provisioningState: textAt(body, 'properties', 'provisioningState') ?? '',
    subnetId: textAt(body, ...inner, 'subnet', 'id') ?? null,
    publicIp: typeof publicIp === 'boolean' ? publicIp : null,
    vmSize: textAt(body, ...inner, 'vmSize') ?? null,
    nodes: kind === 'cluster' ? nodesOf(body) : null,
    state: textAt(body, ...inner, kind === 'cluster' ? 'allocationState' : 'state') ?? null,
    publicAddress: textAt(body, ...inner, 'connectivityEndpoints', 'publicIpAddress') ?? null,
    errors: errorsOf(body),
  };
}

function kindOf(computeType: string | undefined): ComputeState['kind'] {
  if (computeType === 'AmlCompute') return 'cluster';
  return computeType === 'ComputeInstance' ? 'instance' : 'other';
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

/** Errors stand in two places: of provisioning, and of the last resize. */
function errorsOf(body: JsonObject): ComputeState['errors'] {
  const all = [
    ...listAt(body, 'properties', 'provisioningErrors'),
    ...listAt(body, 'properties', 'properties', 'errors'),
  ];
  return all.flatMap((one) => {
    const error = at(one, 'error') ?? one;
    const message = textAt(error, 'message');
    return message === undefined ? [] : [{ code: textAt(error, 'code') ?? '', message }];
  });
}
