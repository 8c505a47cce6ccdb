import type { Known } from './known';
import type { ResourceId } from './network/model';

/** One role in force at a scope: what it gives, less what it takes off. */
export interface Permission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/** Roles in force at one resource. */
export interface ResourcePermissions {
  readonly id: ResourceId;
  readonly held: Known<readonly Permission[]>;
}

export type LockLevel = 'CanNotDelete' | 'ReadOnly';

export interface ManagementLock {
  readonly name: string;
  readonly level: LockLevel;
  /** What it was set on: a subscription, a resource group or a resource. */
  readonly scope: ResourceId;
}

/** A policy that refuses a resource type in the group of the network. */
export interface PolicyDenial {
  readonly type: string;
  readonly policy: string;
  /** What the policy was assigned to. */
  readonly scope: ResourceId;
}

/** How many resources of a kind the subscription has in the network's region, and may have. */
export interface NetworkUsage {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}

/** What rules over the place of a compute in Azure beside the network itself. Read for one subnet and workspace. */
export interface Governance {
  readonly workspaceId: ResourceId;
  /** True of what files set themselves: what can't be told there isn't told by Azure before a creation either. */
  readonly isOfFiles?: true;
  /** Null in a managed network. */
  readonly subnetId: ResourceId | null;
  /** Null, here and below, where it wasn't asked for. */
  readonly onWorkspace: Known<readonly Permission[]> | null;
  readonly workspaceLocks: Known<readonly ManagementLock[]> | null;
  /** Null where no subnet is ours to choose. */
  readonly network: NetworkGovernance | null;
}

export interface NetworkGovernance {
  readonly onNetwork: Known<readonly Permission[]> | null;
  readonly onSubnet: Known<readonly Permission[]> | null;
  /** Of the subnet's NSG and route table; absent where they weren't asked for. */
  readonly onParts?: readonly ResourcePermissions[];
  readonly locks: Known<readonly ManagementLock[]> | null;
  readonly denials: Known<readonly PolicyDenial[]> | null;
  readonly usages: Known<readonly NetworkUsage[]> | null;
}

/** What Azure ML makes in the group of the network for nodes with a public IP, as far as policies look at it. */
export const partsOfNodes = [
  { type: 'Microsoft.Network/networkSecurityGroups', properties: {} },
  {
    type: 'Microsoft.Network/publicIPAddresses',
    sku: { name: 'Standard' },
    properties: { publicIPAllocationMethod: 'Static' },
  },
  { type: 'Microsoft.Network/loadBalancers', sku: { name: 'Standard' }, properties: {} },
] as const;

/** True where a role gives an action; wildcards stand for any text, and each role's own `notActions` take off. */
export function isPermitted(permissions: readonly Permission[], action: string): boolean {
  return permissions.some(
    ({ actions, notActions }) =>
      actions.some((one) => covers(one, action)) && !notActions.some((one) => covers(one, action)),
  );
}

function covers(pattern: string, action: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const wanted = action.toLowerCase();
  if (rest.length === 0) return first === wanted;
  if (!wanted.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let from = first.length;
  for (const part of rest) {
    const at = wanted.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return wanted.length - last.length >= from && wanted.endsWith(last);
}
