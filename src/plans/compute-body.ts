import { plannedKinds, type AttachedKind } from '../core/compute-kinds';
import type { ResourceId } from '../core/network/model';
import type { AttachAccess, AttachPlan, AttachSecret, ComputePlan } from './compute-plan';
import { createdKinds, type CreatedProperties } from './created-kinds';

/**
 * Api version in which computes are written, here and in code: the newest one known. The one of
 * `@azure/arm-machinelearning` 2.1.1, 2022-10-01, has no idle shutdown of instances.
 */
export const computeWriteApiVersion = '2025-12-01';

/** `identity` as ARM takes it. */
type IdentityBody =
  | { readonly type: 'SystemAssigned' }
  | {
      readonly type: 'UserAssigned';
      readonly userAssignedIdentities: Readonly<Record<string, Readonly<Record<string, never>>>>;
    };

/** Body of `PUT …/workspaces/{workspace}/computes/{name}` for what Azure ML creates. */
export interface ComputeBody {
  readonly location: string;
  readonly identity?: IdentityBody;
  readonly tags?: Readonly<Record<string, string>>;
  readonly properties: CreatedProperties;
}

/**
 * The compute as ARM takes it. Where SSH is off, public port and local accounts both are. In a subnet the public IP is
 * always said, since a body that is silent about it gets one (sdk-for-python issue 24144); in a managed network nobody
 * chooses it, so nothing is said. The subnet is named by its full id: a name alone would be looked for in the
 * workspace's resource group (azure-docs issue 111173).
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

/** Tags by name, as ARM holds them. */
export function tagRecord(tags: ComputePlan['tags']): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map(({ name, value }) => [name, value]));
}

/** `administratorAccount` as ARM takes it. */
type Account = { readonly username: string } & (
  { readonly password: string } | { readonly privateKeyData: string }
);

interface SshProperties {
  readonly address: string;
  readonly sshPort: number;
  readonly administratorAccount: Account;
}

/** Body of `PUT …/workspaces/{workspace}/computes/{name}` for what is attached. */
export interface AttachBody {
  readonly location: string;
  readonly properties: {
    readonly computeType: (typeof plannedKinds)[AttachedKind]['computeType'];
    readonly resourceId: ResourceId;
    readonly properties:
      { readonly databricksAccessToken: string; readonly workspaceUrl: string } | SshProperties;
  };
}

/** The attached compute as ARM takes it, with the secret that the person gave. */
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
