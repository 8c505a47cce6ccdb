import type { Fix } from '../core/fix';
import type { ResourceId } from '../core/network/model';
import type { AttachedKind, ComputeKind } from '../core/compute-kinds';
import type { InstanceSchedule } from './instance-schedule';
import type { SetupScript } from './setup-script';

type NodePriority = 'Dedicated' | 'LowPriority';

/** A compute that can be created or written as code: every choice made. */
export interface ComputePlan {
  readonly kind: ComputeKind;
  readonly name: string;
  readonly workspaceId: ResourceId;
  /** Region of the workspace, ARM spelling (`westeurope`). */
  readonly workspaceLocation: string;
  /** Region the nodes run in: the network's. Equal to the workspace's for an instance. */
  readonly location: string;
  /** Of nodes in a subnet; ignored in a managed network, where nobody chooses. */
  readonly publicIp: boolean;
  /** Null in a managed network. */
  readonly subnetId: ResourceId | null;
  /** As Azure spells it, `Standard_DS3_v2`. */
  readonly vmSize: string;
  /** Of a cluster; ignored for an instance. */
  readonly nodes: ClusterNodes;
  /** Null: off. Decided once, when the compute is created. */
  readonly ssh: SshAccess | null;
  readonly identity: ComputeIdentity;
  readonly tags: readonly ResourceTag[];
  /** Of an instance: who it belongs to; null is who creates it. */
  readonly assignedTo: AssignedUser | null;
  /** Of an instance: minutes without work after which Azure stops it; null is never. */
  readonly idleShutdownMinutes: number | null;
  /** Of an instance: when Azure starts and stops it; null is never. */
  readonly schedule: InstanceSchedule | null;
  /** Of an instance: what Azure runs on it; null is nothing. */
  readonly setupScript: SetupScript | null;
  /** Fixes that the person wants written into the code instead of applied in Azure. */
  readonly fixes: readonly Fix[];
}

interface ClusterNodes {
  readonly min: number;
  readonly max: number;
  /** Minutes without work after which a node stops. */
  readonly idleMinutes: number;
  readonly priority: NodePriority;
}

interface SshAccess {
  /** Open to the internet, as far as security groups let anybody in. Never so without a public IP. */
  readonly publicPort: boolean;
  /** Of a cluster; on an instance the service names it. */
  readonly adminUser: string;
  /** One line as `authorized_keys` holds it. */
  readonly publicKey: string;
}

/** Who code on the nodes is to Azure. */
type ComputeIdentity =
  { readonly is: 'none' } | { readonly is: 'system' } | { readonly is: 'user'; readonly id: ResourceId };

export interface ResourceTag {
  readonly name: string;
  readonly value: string;
}

/** A person of the directory, who alone may use the instance. */
export interface AssignedUser {
  readonly objectId: string;
  readonly tenantId: string;
}

/** Something that stands already and can be attached, or written as code: every choice made. */
export interface AttachPlan {
  readonly kind: AttachedKind;
  readonly name: string;
  readonly workspaceId: ResourceId;
  /** Region of the workspace, ARM spelling (`westeurope`). */
  readonly workspaceLocation: string;
  /** Region in which Azure ML keeps the compute: the workspace's. */
  readonly location: string;
  readonly targetId: ResourceId;
  /** The subnet that Readiness checked; null where its machines are in none that is known. */
  readonly subnetId: ResourceId | null;
  /** The other subnets that its machines are in. */
  readonly otherSubnetIds: readonly ResourceId[];
  readonly access: AttachAccess;
  /** Fixes that the person wants written into the code instead of applied in Azure. */
  readonly fixes: readonly Fix[];
}

/** How Azure ML gets in; what is secret of it is asked for when attaching, and is in no plan. */
export type AttachAccess =
  | {
      readonly is: 'token';
      /** Address of the Databricks workspace, without scheme. */
      readonly workspaceUrl: string;
    }
  | {
      readonly is: 'ssh';
      readonly address: string;
      readonly port: number;
      readonly user: string;
      readonly signIn: SshSignIn;
    };

type SshSignIn = 'password' | 'key';

/** What only the person knows. It goes into the body of the PUT and nowhere else. */
export type AttachSecret =
  | { readonly is: 'token'; readonly token: string }
  | { readonly is: 'password'; readonly password: string }
  | { readonly is: 'key'; readonly privateKey: string };

/** A plan of any kind. */
export type Plan = ComputePlan | AttachPlan;

/** Calls the part for the plan's action. No other place tells plans apart. */
export function matchPlan<T>(
  plan: Plan,
  parts: { readonly create: (plan: ComputePlan) => T; readonly attach: (plan: AttachPlan) => T },
): T {
  return 'targetId' in plan ? parts.attach(plan) : parts.create(plan);
}

/** Which secret has to be asked for. */
export function requiredSecret({ access }: AttachPlan): AttachSecret['is'] {
  return access.is === 'token' ? 'token' : access.signIn;
}
