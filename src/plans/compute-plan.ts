import type { Fix } from '../core/fix';
import type { ResourceId } from '../core/network/model';
import type { ComputeKind } from '../core/plan';

export type NodePriority = 'Dedicated' | 'LowPriority';

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
  /** Fixes that the person wants written into the code instead of applied in Azure. */
  readonly fixes: readonly Fix[];
}

export interface ClusterNodes {
  readonly min: number;
  readonly max: number;
  /** Minutes without work after which a node stops. */
  readonly idleMinutes: number;
  readonly priority: NodePriority;
}
