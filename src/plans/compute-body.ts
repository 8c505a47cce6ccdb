import { durationText } from '../core/duration';
import type { ComputePlan } from './compute-plan';
import { instanceUser } from './ssh-user';

/**
 * Api version in which computes are written, here and in code: the newest one known. The one of
 * `@azure/arm-machinelearning` 2.1.1, 2022-10-01, has no idle shutdown of instances.
 */
export const computeWriteApiVersion = '2025-12-01';

interface SubnetReference {
  readonly id: string;
}

type PublicAccess = 'Enabled' | 'Disabled';

/** `identity` as ARM takes it. */
type IdentityBody =
  | { readonly type: 'SystemAssigned' }
  | {
      readonly type: 'UserAssigned';
      readonly userAssignedIdentities: Readonly<Record<string, Readonly<Record<string, never>>>>;
    };

/** `properties` of a cluster as ARM takes it. */
interface ClusterProperties {
  readonly computeType: 'AmlCompute';
  readonly computeLocation: string;
  readonly disableLocalAuth: boolean;
  readonly properties: {
    readonly vmSize: string;
    readonly vmPriority: 'Dedicated' | 'LowPriority';
    readonly osType: 'Linux';
    readonly enableNodePublicIp?: boolean;
    readonly remoteLoginPortPublicAccess: PublicAccess;
    readonly userAccountCredentials?: {
      readonly adminUserName: string;
      readonly adminUserSshPublicKey: string;
    };
    readonly subnet?: SubnetReference;
    readonly scaleSettings: {
      readonly minNodeCount: number;
      readonly maxNodeCount: number;
      /** ISO 8601 duration. */
      readonly nodeIdleTimeBeforeScaleDown: string;
    };
  };
}

/** `properties` of an instance as ARM takes it. */
interface InstanceProperties {
  readonly computeType: 'ComputeInstance';
  readonly computeLocation: string;
  readonly disableLocalAuth: boolean;
  readonly properties: {
    readonly vmSize: string;
    readonly enableNodePublicIp?: boolean;
    readonly applicationSharingPolicy: 'Personal';
    readonly computeInstanceAuthorizationType: 'personal';
    readonly personalComputeInstanceSettings?: {
      readonly assignedUser: { readonly objectId: string; readonly tenantId: string };
    };
    readonly sshSettings: { readonly sshPublicAccess: PublicAccess; readonly adminPublicKey?: string };
    /** ISO 8601 duration. */
    readonly idleTimeBeforeShutdown?: string;
    readonly subnet?: SubnetReference;
  };
}

/** Body of `PUT …/workspaces/{workspace}/computes/{name}`. */
export interface ComputeBody {
  readonly location: string;
  readonly identity?: IdentityBody;
  readonly tags?: Readonly<Record<string, string>>;
  readonly properties: ClusterProperties | InstanceProperties;
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
    properties: plan.kind === 'cluster' ? clusterProperties(plan) : instanceProperties(plan),
  };
}

/** True where the port of SSH is open to the internet: without a public address there is none. */
export function isSshPublic({ ssh, publicIp, subnetId }: ComputePlan): boolean {
  return ssh !== null && ssh.publicPort && publicIp && subnetId !== null;
}

function clusterProperties(plan: ComputePlan): ClusterProperties {
  const { ssh } = plan;
  return {
    computeType: 'AmlCompute',
    computeLocation: plan.location,
    disableLocalAuth: ssh === null,
    properties: {
      vmSize: plan.vmSize,
      vmPriority: plan.nodes.priority,
      osType: 'Linux',
      ...publicIpOf(plan),
      remoteLoginPortPublicAccess: publicPort(plan),
      ...(ssh === null
        ? {}
        : {
            userAccountCredentials: { adminUserName: ssh.adminUser, adminUserSshPublicKey: ssh.publicKey },
          }),
      ...subnetOf(plan),
      scaleSettings: {
        minNodeCount: plan.nodes.min,
        maxNodeCount: plan.nodes.max,
        nodeIdleTimeBeforeScaleDown: durationText(plan.nodes.idleMinutes),
      },
    },
  };
}

function instanceProperties(plan: ComputePlan): InstanceProperties {
  const { ssh, assignedTo, idleShutdownMinutes } = plan;
  return {
    computeType: 'ComputeInstance',
    computeLocation: plan.location,
    disableLocalAuth: ssh === null,
    properties: {
      vmSize: plan.vmSize,
      ...publicIpOf(plan),
      applicationSharingPolicy: 'Personal',
      computeInstanceAuthorizationType: 'personal',
      ...(assignedTo === null ? {} : { personalComputeInstanceSettings: { assignedUser: assignedTo } }),
      sshSettings: {
        sshPublicAccess: publicPort(plan),
        ...(ssh === null ? {} : { adminPublicKey: ssh.publicKey }),
      },
      ...(idleShutdownMinutes === null ? {} : { idleTimeBeforeShutdown: durationText(idleShutdownMinutes) }),
      ...subnetOf(plan),
    },
  };
}

/** The administrator that SSH lets in; null where it is off. */
export function sshUserOf({ ssh, kind }: ComputePlan): string | null {
  if (ssh === null) return null;
  return kind === 'cluster' ? ssh.adminUser : instanceUser;
}

function publicPort(plan: ComputePlan): PublicAccess {
  return isSshPublic(plan) ? 'Enabled' : 'Disabled';
}

function publicIpOf({ subnetId, publicIp }: ComputePlan): { enableNodePublicIp?: boolean } {
  return subnetId === null ? {} : { enableNodePublicIp: publicIp };
}

function subnetOf(plan: ComputePlan): { subnet?: SubnetReference } {
  return plan.subnetId === null ? {} : { subnet: { id: plan.subnetId } };
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
