import type { Fix } from '../core/fix';
import type { ResourceId } from '../core/network/model';
import type { ComputeKind } from '../core/compute-kinds';

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
