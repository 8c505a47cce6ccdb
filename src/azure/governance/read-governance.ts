import { textBefore } from '../../core/cut-text';
import {
  type ConnectedResource,
  type Governance,
  type NetworkGovernance,
  type Permission,
  type NetworkUsage,
  partsOfNodes,
  type PolicyDenial,
} from '../../core/governance';
import type { ResourceId } from '../../core/network/model';
import { segmentOf, nameOf } from '../../core/network/find';
import type { Clients } from '../clients';
import { knownPart } from '../known-part';
import type { GovernedPlace } from '../ports';
import { armClientFor, type ArmClient } from '../arm-client';
import { readLocks } from './read-locks';
import { textsAt, numberAt, textAt, listAt, type Json, type JsonObject } from '../json';
import { rawList } from '../raw-list';
import { urlOf, sendRaw } from '../raw-request';
import { networkReadApiVersion } from '../network/network-api-versions';

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
    const arm = armClientFor(clients, segmentOf(workspaceId, 'subscriptions') ?? '', signal);
    const [onWorkspace, workspaceLocks, network, onOthers] = await Promise.all([
      knownPart(workspaceId, () => readPermissions(arm, workspaceId), unread.roles),
      knownPart(workspaceId, () => readLocks(arm, workspaceId), unread.locks),
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
  const arm = armClientFor(clients, segmentOf(id, 'subscriptions') ?? '', signal);
  const [held, locks] = await Promise.all([
    knownPart(id, () => readPermissions(arm, id), unread.roles),
    knownPart(id, () => readLocks(arm, id), unread.locks),
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
  const arm = armClientFor(clients, subscriptionId, signal);
  const permissionsOn = (one: ResourceId) => knownPart(one, () => readPermissions(arm, one), unread.roles);
  const [onNetwork, onSubnet, onParts, locks, denials, usages] = await Promise.all([
    permissionsOn(networkId),
    permissionsOn(id),
    Promise.all(parts.map(async (part) => ({ id: part, held: await permissionsOn(part) }))),
    knownPart(networkId, () => readLocks(arm, networkId), unread.locks),
    knownPart(groupId, () => readDenials(arm, groupId, location), unread.policies),
    knownPart(groupId, () => readUsages(arm, subscriptionId, location), unread.usages),
  ]);
  return { onNetwork, onSubnet, onParts, locks, denials, usages };
}

/** Reads the permissions that the signed-in user's roles grant on a resource, including inherited roles. */
async function readPermissions(arm: ArmClient, id: ResourceId): Promise<readonly Permission[]> {
  const { sender, endpoint, signal } = arm;
  const url = urlOf(endpoint, `${id}/providers/Microsoft.Authorization/permissions`, '2022-04-01');
  const entries = await rawList(sender, url, signal);
  return entries.map((entry) => ({
    actions: textsAt(entry, 'actions'),
    notActions: textsAt(entry, 'notActions'),
  }));
}

/** Reads the usage and the limit of network resources of a subscription in a region. */
async function readUsages(
  { sender, endpoint, signal }: ArmClient,
  subscriptionId: string,
  location: string,
): Promise<readonly NetworkUsage[]> {
  const id = `/subscriptions/${subscriptionId}/providers/Microsoft.Network/locations/${location}/usages`;
  const entries = await rawList(sender, urlOf(endpoint, id, networkReadApiVersion), signal);
  return entries.flatMap((entry) => {
    const name = textAt(entry, 'name', 'value');
    const used = numberAt(entry, 'currentValue');
    const limit = numberAt(entry, 'limit');
    return name === undefined || used === undefined || limit === undefined ? [] : [{ name, used, limit }];
  });
}

/**
 * Reads the policies that would deny one of the parts, as Azure Policy evaluates them. This code doesn't read or
 * evaluate policy rules.
 */
async function readDenials(
  arm: ArmClient,
  groupId: ResourceId,
  location: string,
): Promise<readonly PolicyDenial[]> {
  const answers = await Promise.all(
    partsOfNodes.map((part) => checkRestrictions(arm, groupId, { ...part, location })),
  );
  return answers.flat();
}

async function checkRestrictions(
  { sender, endpoint, signal }: ArmClient,
  groupId: ResourceId,
  resourceContent: JsonObject,
): Promise<PolicyDenial[]> {
  const { body } = await sendRaw(sender, {
    url: urlOf(
      endpoint,
      `${groupId}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions`,
      '2023-03-01',
    ),
    method: 'POST',
    body: { resourceDetails: { resourceContent, apiVersion: '2024-01-01' } },
    signal,
  });
  return listAt(body, 'contentEvaluationResult', 'policyEvaluations')
    .filter(denies)
    .map((evaluation) => denial(textAt(resourceContent, 'type') ?? '', evaluation));
}

/** True if the evaluation denies. A response without an effect comes from an API version that lists only denials. */
function denies(evaluation: Json): boolean {
  const effect = textAt(evaluation, 'effectDetails', 'policyEffect') ?? 'Deny';
  return effect.toLowerCase() === 'deny' && textAt(evaluation, 'evaluationResult') === 'NonCompliant';
}

function denial(type: string, evaluation: Json): PolicyDenial {
  const id = textAt(evaluation, 'policyInfo', 'policyAssignmentId') ?? '';
  const scope = id.replace(/\/providers\/Microsoft\.Authorization\/policyAssignments\/[^/]+$/i, '');
  return { type, policy: nameOf(id), scope };
}
