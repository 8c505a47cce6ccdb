import { plannedKinds, type AttachedKind } from '../../core/compute-kinds';
import type { ResourceId } from '../../core/network/model';
import type { AttachAccess, AttachPlan, AttachSecret } from './attach-plan';

/** `administratorAccount` as ARM takes it. */
type Account = { readonly username: string } & (
  { readonly password: string } | { readonly privateKeyData: string }
);

interface SshProperties {
  readonly address: string;
  readonly sshPort: number;
  readonly administratorAccount: Account;
}

/** Body of `PUT …/workspaces/{workspace}/computes/{name}` for something that is attached. */
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
