import { textBefore } from '../../../core/cut-text';
import { partsOfNodes, type Governance } from '../../../core/governance';
import { unknown, type Known } from '../../../core/known';
import { sameId } from '../../../core/network/find';
import type { ResourceId, VirtualNetwork } from '../../../core/network/model';
import { reason } from '../../../core/reason';
import type { DeclaredIndex } from '../declared-index';
import { denialsIn } from './declared-policies';
import { locksOn } from './declared-locks';

/** Where a compute goes. */
interface GovernedPlace {
  readonly workspaceId: ResourceId | null;
  readonly subnetId: ResourceId | null;
}

/** What the files themselves set over a place; undefined where they set nothing. */
export type DeclaredGovernance = (place: GovernedPlace) => Governance | undefined;

/** Locks and policy assignments of files. Roles and quotas are in Azure alone, which isn't read here. */
export function declaredGovernance(
  index: DeclaredIndex,
  networks: readonly VirtualNetwork[],
): DeclaredGovernance {
  // Many subnets share a network and a workspace.
  const ofWorkspace = remembered((id) => locksOn(id, index));
  const ofNetwork = remembered((id) => networkGovernance(id, index, networks));
  return ({ workspaceId, subnetId }) => {
    const workspaceLocks = ofWorkspace(workspaceId);
    const network = ofNetwork(subnetId?.replace(/\/subnets\/[^/]+$/i, '') ?? null);
    if (workspaceLocks === null && network === null) return undefined;
    return {
      workspaceId: workspaceId ?? '',
      isOfFiles: true,
      subnetId,
      onWorkspace: null,
      workspaceLocks,
      network,
    };
  };
}

function remembered<T>(read: (id: ResourceId) => T | null): (id: ResourceId | null) => T | null {
  const found = new Map<ResourceId, T | null>();
  return (id) => {
    if (id === null) return null;
    const value = found.has(id) ? (found.get(id) ?? null) : read(id);
    found.set(id, value);
    return value;
  };
}

function networkGovernance(
  networkId: ResourceId,
  index: DeclaredIndex,
  networks: readonly VirtualNetwork[],
): Governance['network'] {
  const locks = locksOn(networkId, index);
  const network = networks.find(({ id }) => sameId(id, networkId));
  const location: Known<string> = network?.location ?? unknown(reason('document.noLocation'));
  const groupId = textBefore(networkId, /\/providers\//i);
  const targets = partsOfNodes.map(({ type }) => ({ type, location }));
  const denials = denialsIn({ groupId, targets }, index);
  if (locks === null && denials === null) return null;
  return { onNetwork: null, onSubnet: null, locks, denials, usages: null };
}
