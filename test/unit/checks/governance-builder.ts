import type { Governance, LockLevel, ManagementLock } from '../../../src/core/governance';
import { known, type Known } from '../../../src/core/known';
import { modelNetworkId, unreadFact, subnetIdOf, modelSubscription, modelWorkspaceId } from './model-builder';

/** Governance of the small test network. By default, the owner's permissions without locks and policies. */
export interface GovernanceSpec {
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly networkLocks?: readonly LockLevel[];
  readonly workspaceLocks?: readonly LockLevel[];
  readonly denied?: readonly string[];
  /** Used of 1000, by the name of the usage. The default is 3. */
  readonly used?: Readonly<Record<string, number>>;
  readonly subnet?: string;
  readonly isUnread?: boolean;
}

const kinds = ['NetworkSecurityGroups', 'PublicIPAddresses', 'LoadBalancers', 'VirtualNetworks'];

export function buildGovernance(spec: GovernanceSpec): Governance {
  const { actions = ['*'], notActions = [], used = {}, denied = [] } = spec;
  const read = <T>(value: T): Known<T> => (spec.isUnread ? unreadFact : known(value));
  const permissions = read([{ actions, notActions }]);
  const scope = `${modelSubscription}/resourceGroups/rg-network-prod`;
  return {
    workspaceId: modelWorkspaceId,
    subnetId: subnetIdOf(spec.subnet ?? 'snet-training', modelNetworkId),
    onWorkspace: permissions,
    workspaceLocks: read(locks(spec.workspaceLocks, scope)),
    network: {
      onNetwork: permissions,
      onSubnet: permissions,
      locks: read(locks(spec.networkLocks, scope)),
      denials: read(denied.map((type) => ({ type, policy: 'no-public-ip', scope }))),
      usages: read(kinds.map((name) => ({ name, used: used[name] ?? 3, limit: 1000 }))),
    },
  };
}

function locks(levels: readonly LockLevel[] = [], scope: string): ManagementLock[] {
  return levels.map((level, index) => ({ name: `lock-${index + 1}`, level, scope }));
}
