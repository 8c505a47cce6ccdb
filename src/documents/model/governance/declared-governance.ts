import { getOrCreate } from '../../../core/get-or-create';
import { textBefore } from '../../../core/cut-text';
import { partsOfNodes, type Governance, type LockLevel, type ManagementLock } from '../../../core/governance';
import { unknown, type Known, known } from '../../../core/known';
import { sameId } from '../../../core/network/find';
import type { ResourceId, VirtualNetwork } from '../../../core/network/model';
import { reason } from '../../../core/reason';
import type { DeclaredIndex } from '../declared-index';
import { denialsIn } from './declared-policies';
import { propertyOf, type DeclaredResource } from '../declared-resource';
import { enumPart } from '../parts';
import { covers, scopeOfExtension } from './scope-covers';

const levels: readonly LockLevel[] = ['CanNotDelete', 'ReadOnly'];

/**
 * Returns the locks in the files on a resource and above it. Null if there are none, although Azure may have others.
 */
function locksOn(id: ResourceId, resources: DeclaredIndex): Known<readonly ManagementLock[]> | null {
  const all = resources.of('microsoft.authorization/locks').filter(({ isExisting }) => !isExisting);
  const read = all.flatMap((one) => lockOn(id, one) ?? []);
  const locks = read.flatMap((one) => (one.known ? [one.value] : []));
  return locks.length > 0 ? known(locks) : (read.find((one) => !one.known) ?? null);
}

function lockOn(id: ResourceId, resource: DeclaredResource): Known<ManagementLock> | null {
  const { name, isDeployed } = resource;
  const scope = scopeOfExtension(resource.id);
  const isOn = covers(scope, id, name);
  if (isOn !== true) return isOn === false ? null : unknown(isOn);
  if (!isDeployed.known) return isDeployed;
  const none: Known<never> = unknown(reason('file.lock.level', { name }));
  const level = enumPart(levels, propertyOf(resource, 'level'), none);
  return level.known ? known({ name, level: level.value, scope }) : level;
}

/** The workspace and subnet of a compute resource. */
interface GovernedPlace {
  readonly workspaceId: ResourceId | null;
  readonly subnetId: ResourceId | null;
}

/** Returns the locks and policies that the files declare for a place, or undefined if they declare none. */
export type DeclaredGovernance = (place: GovernedPlace) => Governance | undefined;

/** Reads the locks and policy assignments of files. Roles and quotas only exist in Azure, which isn't read here. */
export function declaredGovernance(
  index: DeclaredIndex,
  networks: readonly VirtualNetwork[],
): DeclaredGovernance {
  // Cached, because many subnets share a network and a workspace.
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
  return (id) => (id === null ? null : getOrCreate(found, id, () => read(id)));
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
