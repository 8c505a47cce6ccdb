import { failure, type FailureKey } from '../failure-texts';
import { bodyNumber, bodyText } from '../body-json';
import { parseResourceId, sameText } from '../resource-id';
import { refusal, type Reply } from '../responses';
import { computeType } from './compute-nodes';
import type { ComputeRequest } from './compute-request';
import { typeTraits } from './compute-types';

/** Returns the first error of an attachment: its name, an existing resource, the target, and the required settings. */
export function checkAttached(request: ComputeRequest): Reply | undefined {
  for (const check of [checkName, checkBefore, checkTarget, checkMembers, checkManagedNetwork]) {
    const reply = check(request);
    if (reply) return reply;
  }
  return undefined;
}

function refuse(key: FailureKey, values: Readonly<Record<string, string>>, status = 400): Reply {
  return refusal(status, failure(key, values));
}

function targetOf({ body }: ComputeRequest): string {
  return bodyText(body, 'properties', 'resourceId') ?? '';
}

function checkName({ name }: ComputeRequest): Reply | undefined {
  return /^[a-z][a-z0-9-]{0,14}[a-z0-9]$/i.test(name) ? undefined : refuse('attachedNameInvalid', { name });
}

/** Checks an existing attachment. A PUT can only give it new secrets. */
function checkBefore(request: ComputeRequest): Reply | undefined {
  const { name, kind, before } = request;
  if (!before) return undefined;
  if (bodyText(before.properties, 'computeType') !== kind) return refuse('clusterNameTaken', {}, 409);
  if (before.provisioningState === 'Creating' || before.provisioningState === 'Deleting') {
    return refuse('computeBusy', { name, state: before.provisioningState }, 409);
  }
  const isSame = sameText(bodyText(before.properties, 'resourceId') ?? '', targetOf(request));
  return isSame ? undefined : refuse('computeImmutable', { name, property: 'resourceId' });
}

function checkTarget(request: ComputeRequest): Reply | undefined {
  const { world, kind, id } = request;
  const target = targetOf(request);
  if (target === '') return missing('resourceId');
  const expectedType = typeTraits(kind).target ?? '';
  if (!sameText(parseResourceId(target)?.type ?? '', expectedType)) {
    return refuse('attachTargetType', { target, kind, type: expectedType });
  }
  if (!world.store.get(target)) return refuse('attachTargetNotFound', { target });
  if (world.access.may('read', target, expectedType)) return undefined;
  const linked = { linkedAction: `${expectedType}/read`, linkedScope: target };
  const values = { ...world.settings.user, action: `${computeType}/write`, scope: id, ...linked };
  return refuse('linkedAuthorizationFailed', values, 403);
}

function missing(member: string): Reply {
  return refuse('computeMemberMissing', { member, reason: 'is required' });
}

function checkMembers(request: ComputeRequest): Reply | undefined {
  return typeTraits(request.kind).signIn === 'token' ? checkDatabricks(request) : checkSsh(request);
}

/** Checks the token against the workspace's URL. */
function checkDatabricks(request: ComputeRequest): Reply | undefined {
  const { world, body } = request;
  const inner = (member: string): string => bodyText(body, 'properties', 'properties', member) ?? '';
  if (inner('databricksAccessToken') === '') return missing('databricksAccessToken');
  const url = inner('workspaceUrl');
  if (url === '') return missing('workspaceUrl');
  const target = world.store.get(targetOf(request));
  const own = target && bodyText(target.properties, 'workspaceUrl');
  const host = url.replace(/^https:\/\//i, '').replace(/\/$/, '');
  return own !== undefined && sameText(own, host) ? undefined : refuse('databricksUrl', { url });
}

function checkSsh({ body }: ComputeRequest): Reply | undefined {
  const text = (...path: string[]): string => bodyText(body, 'properties', 'properties', ...path) ?? '';
  if (text('address') === '') return missing('address');
  const port = bodyNumber(body, 'properties', 'properties', 'sshPort');
  if (port === undefined) return missing('sshPort');
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    return refuse('computeMemberMissing', { member: 'sshPort', reason: `is ${port}` });
  }
  if (text('administratorAccount', 'username') === '') return missing('administratorAccount.username');
  const hasSecret = ['password', 'privateKeyData'].some((one) => text('administratorAccount', one) !== '');
  return hasSecret ? undefined : missing('administratorAccount.password or privateKeyData');
}

/** Refuses machines that a managed virtual network can't reach. */
function checkManagedNetwork({ workspace, kind }: ComputeRequest): Reply | undefined {
  if (typeTraits(kind).worksInManagedNetwork !== false) return undefined;
  const mode = bodyText(workspace.properties, 'managedNetwork', 'isolationMode') ?? 'Disabled';
  return sameText(mode, 'Disabled')
    ? undefined
    : refuse('managedNetworkMachine', { workspace: workspace.name });
}
