import { textBefore } from '../../core/cut-text';
import type { ConnectedResource, Governance, NetworkGovernance } from '../../core/governance';
import type { ResourceId } from '../../core/network/model';
import { segmentOf } from '../../core/network/find';
import type { Clients } from '../clients';
import { knownPart } from '../known-part';
import type { GovernedPlace } from '../ports';
import type { GovernanceClient } from './governance-client';
import { readDenials } from './read-denials';
import { readLocks } from './read-locks';
import { readPermissions } from './read-permissions';
import { readUsages } from './read-usages';

/** Reasons for parts that weren't read, although the resource itself may be readable. */
const unread = {
  roles: 'unknown.notRead.roles',
  locks: 'unknown.notRead.locks',
  policies: 'unknown.notRead.policies',
  usages: 'unknown.notRead.usages',
} as const;

/** Reads everything in parallel. No result is required, because Azure itself checks again on creation. */
export function readGovernance(
  clients: Clients,
  { workspaceId, subnet, others }: GovernedPlace,
  stop: AbortSignal,
): Promise<Governance> {
  return clients.within('list', stop, async (signal) => {
    const sender = clients.rawNetwork(segmentOf(workspaceId, 'subscriptions') ?? '');
    const governanceClient: GovernanceClient = { sender, endpoint: clients.endpoint, signal };
    const [onWorkspace, workspaceLocks, network, onOthers] = await Promise.all([
      knownPart(workspaceId, () => readPermissions(governanceClient, workspaceId), unread.roles),
      knownPart(workspaceId, () => readLocks(governanceClient, workspaceId), unread.locks),
      subnet ? readNetworkGovernance(clients, subnet, signal) : null,
      others ? Promise.all(others.map((id) => readConnected(clients, id, signal))) : null,
    ]);
    return {
      workspaceId,
      subnetId: subnet?.id ?? null,
      onWorkspace,
      workspaceLocks,
      ...(onOthers ? { onOthers } : {}),
      network,
    };
  });
}

async function readConnected(
  clients: Clients,
  id: ResourceId,
  signal: AbortSignal,
): Promise<ConnectedResource> {
  const sender = clients.rawNetwork(segmentOf(id, 'subscriptions') ?? '');
  const governanceClient: GovernanceClient = { sender, endpoint: clients.endpoint, signal };
  const [held, locks] = await Promise.all([
    knownPart(id, () => readPermissions(governanceClient, id), unread.roles),
    knownPart(id, () => readLocks(governanceClient, id), unread.locks),
  ]);
  return { id, held, locks };
}

async function readNetworkGovernance(
  clients: Clients,
  { id, location, parts = [] }: NonNullable<GovernedPlace['subnet']>,
  signal: AbortSignal,
): Promise<NetworkGovernance> {
  const networkId = id.replace(/\/subnets\/[^/]+$/i, '');
  const groupId = textBefore(networkId, /\/providers\//i);
  const subscriptionId = segmentOf(id, 'subscriptions') ?? '';
  const governanceClient: GovernanceClient = {
    sender: clients.rawNetwork(subscriptionId),
    endpoint: clients.endpoint,
    signal,
  };
  const permissionsOn = (one: ResourceId) =>
    knownPart(one, () => readPermissions(governanceClient, one), unread.roles);
  const [onNetwork, onSubnet, onParts, locks, denials, usages] = await Promise.all([
    permissionsOn(networkId),
    permissionsOn(id),
    Promise.all(parts.map(async (part) => ({ id: part, held: await permissionsOn(part) }))),
    knownPart(networkId, () => readLocks(governanceClient, networkId), unread.locks),
    knownPart(groupId, () => readDenials(governanceClient, groupId, location), unread.policies),
    knownPart(groupId, () => readUsages(governanceClient, subscriptionId, location), unread.usages),
  ]);
  return { onNetwork, onSubnet, onParts, locks, denials, usages };
}
