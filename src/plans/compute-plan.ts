import type { Fix } from '../core/fix';
import type { ResourceId } from '../core/network/model';
import type { AttachedKind, ComputeKind } from '../core/compute-kinds';
import type { InstanceSchedule } from './instance-schedule';
import type { SetupScript } from './setup-script';

type NodePriority = 'Dedicated' | 'LowPriority';

/** A complete plan of a compute resource to create, or to write as code. */
export interface ComputePlan {
  readonly kind: ComputeKind;
  readonly name: string;
  readonly workspaceId: ResourceId;
  /** Region of the workspace in ARM's form (`westeurope`). */
  readonly workspaceLocation: string;
  /** Region of the nodes, which is that of the network. For an instance, it's the workspace's. */
  readonly location: string;
  /** For nodes in a subnet. Ignored in a managed virtual network, where it can't be chosen. */
  readonly publicIp: boolean;
  /** null in a managed virtual network. */
  readonly subnetId: ResourceId | null;
  /** Azure's name of the size, `Standard_DS3_v2`. */
  readonly vmSize: string;
  /** For a cluster; ignored for an instance. */
  readonly nodes: ClusterNodes;
  /** null if SSH is off. Can't be changed after creation. */
  readonly ssh: SshAccess | null;
  readonly identity: ComputeIdentity;
  readonly tags: readonly ResourceTag[];
  /** For an instance: its user; null for the user who creates it. */
  readonly assignedTo: AssignedUser | null;
  /** For an instance: idle minutes until Azure stops it; null for never. */
  readonly idleShutdownMinutes: number | null;
  /** For an instance: when Azure starts and stops it; null for never. */
  readonly schedule: InstanceSchedule | null;
  /** For an instance: the script that Azure runs on it; null for none. */
  readonly setupScript: SetupScript | null;
  /** Fixes to write into the code instead of applying them in Azure. */
  readonly fixes: readonly Fix[];
}

interface ClusterNodes {
  readonly min: number;
  readonly max: number;
  /** Idle minutes until a node stops. */
  readonly idleMinutes: number;
  readonly priority: NodePriority;
}

interface SshAccess {
  /** True if the port is open to the internet, as far as NSGs allow. Always false without a public IP. */
  readonly publicPort: boolean;
  /** For a cluster. On an instance, the service sets the name. */
  readonly adminUser: string;
  /** A single line, as in `authorized_keys`. */
  readonly publicKey: string;
}

/** The identity of code on the nodes. */
type ComputeIdentity =
  { readonly is: 'none' } | { readonly is: 'system' } | { readonly is: 'user'; readonly id: ResourceId };

export interface ResourceTag {
  readonly name: string;
  readonly value: string;
}

/** A user of the directory, who alone can use the instance. */
export interface AssignedUser {
  readonly objectId: string;
  readonly tenantId: string;
}

/** A complete plan to attach an existing resource, or to write that as code. */
export interface AttachPlan {
  readonly kind: AttachedKind;
  readonly name: string;
  readonly workspaceId: ResourceId;
  /** Region of the workspace in ARM's form (`westeurope`). */
  readonly workspaceLocation: string;
  /** Region in which Azure ML stores the compute resource, which is the workspace's. */
  readonly location: string;
  readonly targetId: ResourceId;
  /** The subnet that Readiness checked; null if no subnet is known. */
  readonly subnetId: ResourceId | null;
  /** Other subnets of its machines. */
  readonly otherSubnetIds: readonly ResourceId[];
  readonly access: AttachAccess;
  /** Fixes to write into the code instead of applying them in Azure. */
  readonly fixes: readonly Fix[];
}

/** How Azure ML signs in. The secret is requested when attaching, and isn't in a plan. */
export type AttachAccess =
  | {
      readonly is: 'token';
      /** Address of the Databricks workspace, without a scheme. */
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

/** A secret from the user. It's used only in the PUT request's body. */
export type AttachSecret =
  | { readonly is: 'token'; readonly token: string }
  | { readonly is: 'password'; readonly password: string }
  | { readonly is: 'key'; readonly privateKey: string };

/** A plan to create or to attach. */
export type Plan = ComputePlan | AttachPlan;

/** Calls the function for the plan's action. Plans are distinguished only here. */
export function matchPlan<T>(
  plan: Plan,
  parts: { readonly create: (plan: ComputePlan) => T; readonly attach: (plan: AttachPlan) => T },
): T {
  return 'targetId' in plan ? parts.attach(plan) : parts.create(plan);
}

/** Returns which secret is required. */
export function requiredSecret({ access }: AttachPlan): AttachSecret['is'] {
  return access.is === 'token' ? 'token' : access.signIn;
}
