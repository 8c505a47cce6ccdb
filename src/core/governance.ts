import type { Known } from './known';
import type { ResourceId } from './network/model';

/** A role in effect at a scope: its actions and notActions. */
export interface Permission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/** Roles in effect at a resource. */
export interface ResourcePermissions {
  readonly id: ResourceId;
  readonly held: Known<readonly Permission[]>;
}

/** A resource or resource group that a new network is connected with. */
export interface ConnectedResource extends ResourcePermissions {
  /** Locks on it, its resource group, and its subscription; absent if they weren't requested. */
  readonly locks?: Known<readonly ManagementLock[]>;
}

export type LockLevel = 'CanNotDelete' | 'ReadOnly';

export interface ManagementLock {
  readonly name: string;
  readonly level: LockLevel;
  /** Scope: a subscription, a resource group, or a resource. */
  readonly scope: ResourceId;
}

/** A policy that denies a resource type in the network's resource group. */
export interface PolicyDenial {
  readonly type: string;
  readonly policy: string;
  /** Scope of the policy assignment. */
  readonly scope: ResourceId;
}

/** Usage and limit of a kind of resource for the subscription in the network's region. */
export interface NetworkUsage {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}

/** vCPUs of a VM family, or of a region in all: in use and allowed. */
export interface CoreQuota {
  readonly family: string;
  readonly used: number;
  readonly limit: number;
}

/** vCPUs of the planned machines, and the quotas of the workspace's region. */
export interface PlannedCores {
  /** vCPUs of one machine. */
  readonly perNode: number;
  /** VM family, as Azure lists it. */
  readonly family: string;
  readonly isLowPriority: boolean;
  readonly quotas: readonly CoreQuota[];
}

/** Names of the region's quotas for all families, as Azure lists them. */
const regionQuotas = { dedicated: 'TotalDedicatedCores', lowPriority: 'LowPriorityCores' };

/**
 * Returns the quota with the fewest vCPUs left of those that limit the planned machines: of their family and of the
 * region. Low-priority nodes have only one quota, for all families. Undefined if Azure doesn't list any of them.
 */
export function tightestCoreQuota({ family, isLowPriority, quotas }: PlannedCores): CoreQuota | undefined {
  const names = isLowPriority ? [regionQuotas.lowPriority] : [family, regionQuotas.dedicated];
  const lowerNames = names.map((name) => name.toLowerCase());
  const limiting = quotas.filter((one) => lowerNames.includes(one.family.toLowerCase()));
  return limiting.reduce<CoreQuota | undefined>(
    (least, one) => (least === undefined || coresLeft(one) < coresLeft(least) ? one : least),
    undefined,
  );
}

/** Returns the number of vCPUs of a quota that aren't in use. */
export function coresLeft({ used, limit }: CoreQuota): number {
  return Math.max(0, limit - used);
}

/**
 * Azure governance at the location of a compute resource besides the network itself. Read for a subnet and a workspace.
 */
export interface Governance {
  readonly workspaceId: ResourceId;
  /**
   * True for what files set themselves. Values that aren't known there aren't available from Azure before a creation,
   * either.
   */
  readonly isOfFiles?: true;
  /** Null in a managed virtual network. */
  readonly subnetId: ResourceId | null;
  /** Null, here and below, if it wasn't requested. */
  readonly onWorkspace: Known<readonly Permission[]> | null;
  readonly workspaceLocks: Known<readonly ManagementLock[]> | null;
  /** Roles and locks at resources and groups that a new network is connected with; absent if there are none. */
  readonly onOthers?: readonly ConnectedResource[];
  /** Null if the user doesn't choose a subnet. */
  readonly network: NetworkGovernance | null;
}

export interface NetworkGovernance {
  readonly onNetwork: Known<readonly Permission[]> | null;
  readonly onSubnet: Known<readonly Permission[]> | null;
  /** Roles at the subnet's NSG and route table; absent if they weren't requested. */
  readonly onParts?: readonly ResourcePermissions[];
  readonly locks: Known<readonly ManagementLock[]> | null;
  readonly denials: Known<readonly PolicyDenial[]> | null;
  readonly usages: Known<readonly NetworkUsage[]> | null;
}

/**
 * Resources that Azure ML creates in the network's resource group for nodes with a public IP, with the members that
 * policies check.
 */
export const partsOfNodes = [
  { type: 'Microsoft.Network/networkSecurityGroups', properties: {} },
  {
    type: 'Microsoft.Network/publicIPAddresses',
    sku: { name: 'Standard' },
    properties: { publicIPAllocationMethod: 'Static' },
  },
  { type: 'Microsoft.Network/loadBalancers', sku: { name: 'Standard' }, properties: {} },
] as const;

/** True if a role grants an action. Wildcards match any text, and each role's own `notActions` exclude actions. */
export function isPermitted(permissions: readonly Permission[], action: string): boolean {
  return permissions.some(
    ({ actions, notActions }) =>
      actions.some((one) => covers(one, action)) && !notActions.some((one) => covers(one, action)),
  );
}

function covers(pattern: string, action: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const lowerAction = action.toLowerCase();
  if (rest.length === 0) return first === lowerAction;
  if (!lowerAction.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let from = first.length;
  for (const part of rest) {
    const at = lowerAction.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return lowerAction.length - last.length >= from && lowerAction.endsWith(last);
}
