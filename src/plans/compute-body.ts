import { plannedKinds, type AttachedKind } from '../core/compute-kinds';
import type { ResourceId } from '../core/network/model';
import type { AttachAccess, AttachPlan, AttachSecret, ComputePlan } from './compute-plan';
import { createdKinds, type CreatedProperties } from './created-kinds';

/**
 * API version for writing compute resources, in requests and in code: the newest known one. The version of
 * `@azure/arm-machinelearning` 2.1.1, 2022-10-01, doesn't support idle shutdown of instances.
 */
export const computeWriteApiVersion = '2025-12-01';

/** ARM's form of `identity`. */
type IdentityBody =
  | { readonly type: 'SystemAssigned' }
  | {
      readonly type: 'UserAssigned';
      readonly userAssignedIdentities: Readonly<Record<string, Readonly<Record<string, never>>>>;
    };

/** Body of `PUT …/workspaces/{workspace}/computes/{name}` to create a compute resource. */
export interface ComputeBody {
  readonly location: string;
  readonly identity?: IdentityBody;
  readonly tags?: Readonly<Record<string, string>>;
  readonly properties: CreatedProperties;
}

/**
 * Returns the request body for a compute resource.
 * Without SSH, the public port and local accounts are disabled. In a subnet, the public IP is always stated, because a
 * body without it gets one (sdk-for-python issue 24144). In a managed virtual network, it can't be chosen, so it's
 * omitted.
 * The subnet is given by its full ID: a name alone would be looked up in the workspace's resource group (azure-docs
 * issue 111173).
 */
export function computeBody(plan: ComputePlan): ComputeBody {
  const { location } = plan;
  return {
    location,
    ...identityOf(plan),
    ...tagsOf(plan),
    properties: createdKinds[plan.kind].properties(plan),
  };
}

function identityOf({ identity }: ComputePlan): { identity?: IdentityBody } {
  switch (identity.is) {
    case 'none':
      return {};
    case 'system':
      return { identity: { type: 'SystemAssigned' } };
    case 'user':
      return { identity: { type: 'UserAssigned', userAssignedIdentities: { [identity.id]: {} } } };
  }
}

function tagsOf({ tags }: ComputePlan): { tags?: Readonly<Record<string, string>> } {
  return tags.length === 0 ? {} : { tags: tagRecord(tags) };
}

/** Returns tags by name, as in ARM. */
export function tagRecord(tags: ComputePlan['tags']): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map(({ name, value }) => [name, value]));
}

/** ARM's form of `administratorAccount`. */
type Account = { readonly username: string } & (
  { readonly password: string } | { readonly privateKeyData: string }
);

interface SshProperties {
  readonly address: string;
  readonly sshPort: number;
  readonly administratorAccount: Account;
}

/** Body of `PUT …/workspaces/{workspace}/computes/{name}` to attach a resource. */
export interface AttachBody {
  readonly location: string;
  readonly properties: {
    readonly computeType: (typeof plannedKinds)[AttachedKind]['computeType'];
    readonly resourceId: ResourceId;
    readonly properties:
      { readonly databricksAccessToken: string; readonly workspaceUrl: string } | SshProperties;
  };
}

/** Returns the request body to attach a resource, with the user's secret. */
export function attachBody(plan: AttachPlan, secret: AttachSecret): AttachBody {
  return {
    location: plan.location,
    properties: {
      computeType: plannedKinds[plan.kind].computeType,
      resourceId: plan.targetId,
      properties: accessProperties(plan.access, secret),
    },
  };
}

function accessProperties(
  access: AttachAccess,
  secret: AttachSecret,
): AttachBody['properties']['properties'] {
  if (access.is === 'token') {
    if (secret.is !== 'token') throw new Error('Databricks wants an access token');
    return { databricksAccessToken: secret.token, workspaceUrl: access.workspaceUrl };
  }
  if (secret.is === 'token') throw new Error('SSH wants a password or a key');
  const { address, port, user } = access;
  return { address, sshPort: port, administratorAccount: accountOf(user, secret) };
}

function accountOf(username: string, secret: Exclude<AttachSecret, { is: 'token' }>): Account {
  return secret.is === 'password'
    ? { username, password: secret.password }
    : { username, privateKeyData: secret.privateKey };
}
