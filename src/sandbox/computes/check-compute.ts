import { failure, type FailureKey } from '../failure-texts';
import {
  bodyFlag,
  bodyList,
  bodyNumber,
  bodyObject,
  bodyText,
  bodyPart,
  type BodyObject,
} from '../body-json';
import { refusal, type Reply } from '../responses';
import { parseResourceId, sameText } from '../resource-id';
import type { Item } from '../store';
import { checkAttached } from './check-attached';
import { validateComputeOptions } from './check-options';
import { computeType } from './compute-nodes';
import type { ComputeRequest } from './compute-request';
import { attaches, typeTraits } from './compute-types';

/**
 * Returns the first error that the service would respond with, in its order: format, name, options, size, network,
 * quota.
 */
export function checkCompute(request: ComputeRequest): Reply | undefined {
  if (attaches(request.kind)) return checkHome(request) ?? checkAttached(request);
  for (const check of [
    checkHome,
    checkShape,
    checkName,
    checkExisting,
    validateComputeOptions,
    checkSize,
    checkIsolation,
    checkSubnet,
    checkJoin,
  ]) {
    const reply = check(request);
    if (reply) return reply;
  }
  return undefined;
}

function refuse(key: FailureKey, values: Readonly<Record<string, string | number>>, status = 400): Reply {
  return refusal(status, failure(key, values));
}

function inner(request: ComputeRequest): BodyObject {
  const found = bodyPart(request.body, 'properties', 'properties');
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {};
}

/**
 * Refuses a workspace without its own compute resources: a project uses its hub's, and a feature store doesn't have
 * any.
 */
function checkHome({ workspace }: ComputeRequest): Reply | undefined {
  const kind = bodyText(workspace.top, 'kind') ?? 'Default';
  if (kind !== 'Project' && kind !== 'FeatureStore') return undefined;
  return refuse('computeInKind', { workspace: workspace.name, kind });
}

function checkShape(request: ComputeRequest): Reply | undefined {
  const { kind, location, workspace } = request;
  const { scales, isPersonal } = typeTraits(kind);
  if (scales === undefined) return refuse('computeTypeUnknown', { type: kind });
  if (isPersonal === true && !sameText(location, workspace.location ?? '')) {
    return refuse('instanceOtherRegion', { location, workspace: workspace.location ?? '' });
  }
  if (!bodyText(inner(request), 'vmSize')) {
    return refuse('computeMemberMissing', { member: 'vmSize', reason: 'is required' });
  }
  return scales ? checkScale(bodyObject(inner(request), 'scaleSettings') ?? {}) : undefined;
}

/** Returns the error of a cluster's scale settings in a PUT or a PATCH. */
export function checkScale(scale: BodyObject): Reply | undefined {
  const max = bodyNumber(scale, 'maxNodeCount');
  const min = bodyNumber(scale, 'minNodeCount') ?? 0;
  if (max === undefined) {
    return refuse('computeMemberMissing', { member: 'scaleSettings.maxNodeCount', reason: 'is required' });
  }
  if (min < 0 || max < 1 || min > max || !Number.isInteger(min) || !Number.isInteger(max)) {
    return refuse('computeMemberMissing', {
      member: 'scaleSettings',
      reason: `has minNodeCount ${min} and maxNodeCount ${max}`,
    });
  }
  return undefined;
}

function checkName({ kind, name }: ComputeRequest): Reply | undefined {
  if (typeTraits(kind).isPersonal === true) {
    const afterHyphen = name.includes('-') ? name.slice(name.lastIndexOf('-') + 1) : name;
    const fits = /^[a-z][a-z0-9-]{2,23}$/i.test(name) && /[a-z]/i.test(afterHyphen);
    return fits ? undefined : refuse('computeNameInvalid', { name });
  }
  return /^[a-z][a-z0-9-]{1,30}[a-z0-9]$/i.test(name) ? undefined : refuse('clusterNameInvalid', { name });
}

/**
 * Checks an existing name. Names are unique in a region, across workspaces. A PUT updates a compute resource of the
 * same workspace.
 */
function checkExisting(request: ComputeRequest): Reply | undefined {
  const { world, before, kind, name } = request;
  if (before) return checkChange(request, before);
  const isInUse = world.store
    .all(computeType)
    .some((other) => sameText(other.name, name) && sameText(other.location ?? '', request.location));
  if (!isInUse) return undefined;
  return refuse(
    typeTraits(kind).isPersonal === true ? 'instanceNameTaken' : 'clusterNameTaken',
    { name },
    409,
  );
}

function checkChange(request: ComputeRequest, before: Item): Reply | undefined {
  const { name } = request;
  if (bodyText(before.properties, 'computeType') !== request.kind) return refuse('clusterNameTaken', {}, 409);
  if (before.provisioningState === 'Creating' || before.provisioningState === 'Deleting') {
    return refuse('computeBusy', { name, state: before.provisioningState }, 409);
  }
  const old = before.properties;
  const isSame = (...path: string[]): boolean =>
    sameText(bodyText(old, 'properties', ...path) ?? '', bodyText(inner(request), ...path) ?? '');
  if (!isSame('vmSize')) return refuse('computeImmutable', { name, property: 'vmSize' });
  if (!isSame('subnet', 'id')) return refuse('computeImmutable', { name, property: 'subnet' });
  return undefined;
}

function checkSize({ world, body, kind, location }: ComputeRequest): Reply | undefined {
  const size = bodyText(body, 'properties', 'properties', 'vmSize') ?? '';
  const found = world.settings.machineSizes.find((entry) => sameText(entry.name, size));
  if (!found) return refuse('machineSizeUnknown', { size, kind, location });
  if (bodyText(body, 'properties', 'properties', 'vmPriority') === 'LowPriority') return undefined;
  const quota = world.settings.quotas.find((entry) => entry.family === found.family);
  if (quota && quota.limit >= found.cores) return undefined;
  const family = (quota?.title ?? found.family).replace(/ Family$/, ' family');
  return refuse('familyQuota', { family, quota: quota?.limit ?? 0, cores: found.cores });
}

function checkIsolation(request: ComputeRequest): Reply | undefined {
  const { workspace } = request;
  const mode = bodyText(workspace.properties, 'managedNetwork', 'isolationMode') ?? 'Disabled';
  const isManaged = !sameText(mode, 'Disabled');
  if (isManaged && subnetIdOf(request)) {
    return refuse('managedNetworkSubnet', { workspace: workspace.name, mode });
  }
  if (isManaged || bodyFlag(inner(request), 'enableNodePublicIp') !== false) return undefined;
  const approved = bodyList(workspace.properties, 'privateEndpointConnections').some(
    (entry) => bodyText(entry, 'properties', 'privateLinkServiceConnectionState', 'status') === 'Approved',
  );
  return approved ? undefined : refuse('noPublicIpNeedsPrivateEndpoint', { workspace: workspace.name });
}

function subnetIdOf(request: ComputeRequest): string | undefined {
  return bodyText(inner(request), 'subnet', 'id');
}

const reservedNames = [
  'gatewaysubnet',
  'azurefirewallsubnet',
  'azurefirewallmanagementsubnet',
  'azurebastionsubnet',
  'routeserversubnet',
];

function checkSubnet(request: ComputeRequest): Reply | undefined {
  const subnet = subnetIdOf(request);
  if (subnet === undefined) return undefined;
  const { store } = request.world;
  if (!isInSubscription(subnet, request.workspace.subscriptionId)) {
    return refuse('subnetOtherSubscription', { subnet });
  }
  const found = store.get(subnet);
  const network = store.get(found?.parentId ?? '');
  if (!found || !network) return refuse('subnetNotFound', { subnet });
  const region = network.location ?? '';
  if (sameText(region, request.location)) return checkFree(found);
  return refuse('subnetOtherRegion', { subnet, network: region, compute: request.location });
}

function isInSubscription(id: string, subscriptionId: string): boolean {
  const parts = parseResourceId(id);
  return !parts || sameText(parts.subscriptionId, subscriptionId);
}

/** Refuses a subnet that is delegated to another service, or whose name is reserved. */
function checkFree(found: Item): Reply | undefined {
  const service = bodyText(bodyList(found.properties, 'delegations')[0], 'properties', 'serviceName');
  if (service !== undefined) return refuse('subnetDelegated', { subnet: found.id, service });
  return reservedNames.includes(found.name.toLowerCase())
    ? refuse('subnetReserved', { subnet: found.id })
    : undefined;
}

/** Checks the join permission for the network and the subnet (both are documented as required). */
function checkJoin(request: ComputeRequest): Reply | undefined {
  const subnetId = subnetIdOf(request);
  if (subnetId === undefined) return undefined;
  const network = 'Microsoft.Network/virtualNetworks';
  const joined: readonly (readonly [string, string])[] = [
    [parseResourceId(subnetId)?.parentId ?? subnetId, `${network}/join`],
    [subnetId, `${network}/subnets/join`],
  ];
  const missing = joined.find(([id, type]) => !request.world.access.may('action', id, type));
  if (!missing) return undefined;
  const [linkedScope, type] = missing;
  return refuse(
    'linkedAuthorizationFailed',
    {
      ...request.world.settings.user,
      action: `${computeType}/write`,
      scope: request.id,
      linkedAction: `${type}/action`,
      linkedScope,
    },
    403,
  );
}
