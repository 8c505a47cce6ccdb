import type { Finding } from '../../core/finding';
import { segmentOf } from '../../core/network/find';
import type { NetworkModel, ResourceId, SecurityGroup } from '../../core/network/model';
import { reason } from '../../core/reason';
import { touchesPorts } from '../written-rules';
import { ofRule, ruleFinding, type RuleCase } from './finding-context';

/**
 * Names that Batch gives to the NSGs of nodes with a public IP. The double g is correct (resource locks, 2025-02-10).
 */
const createdByBatch = /-azurebatch-cloudservicenetworksecuritygroup$/i;

/** True for an NSG that the service creates and manages. */
export function isServiceGroup({ name }: Pick<SecurityGroup, 'name'>): boolean {
  return createdByBatch.test(name);
}

/** Returns the NSGs of the service, which it creates in the network's resource group. */
export function serviceSecurityGroupsOf(model: NetworkModel, networkId: ResourceId): readonly ResourceId[] {
  const home = homeOf(networkId);
  return model.securityGroups
    .filter((group) => isServiceGroup(group) && homeOf(group.id) === home)
    .map(({ id }) => id);
}

function homeOf(id: ResourceId): string {
  return [segmentOf(id, 'subscriptions'), segmentOf(id, 'resourceGroups')].join('/').toLowerCase();
}

/**
 * Finds deny rules in an NSG of the service: outbound, or inbound on the port that the service calls. Which rules it
 * creates isn't documented.
 */
export function findEdited(one: RuleCase): readonly Finding[] {
  const { access, direction, destinationPorts } = one.rule;
  if (!access.known || access.value !== 'Deny' || !direction.known) return [];
  const stops =
    direction.value === 'Outbound' ||
    (destinationPorts.known && touchesPorts(destinationPorts.value, ['44224']));
  return stops
    ? [ofRule('auto-nsg-do-not-edit', one, ruleFinding(one, 'warning', reason('finding.serviceGroup')))]
    : [];
}
