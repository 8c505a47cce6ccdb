import type { Finding } from '../../core/finding';
import { segmentOf } from '../../core/network/find';
import type { NetworkModel, ResourceId, SecurityGroup } from '../../core/network/model';
import { reason } from '../../core/reason';
import { touchesPorts } from '../written-rules';
import { ofRule, ruleFinding, type RuleCase } from './finding-context';

/** How Batch calls the groups of nodes with a public IP; the double g is real (resource locks, 2025-02-10). */
const madeByBatch = /-azurebatch-cloudservicenetworksecuritygroup$/i;

/** True for a security group that the service makes and looks after. */
export function isServiceGroup({ name }: Pick<SecurityGroup, 'name'>): boolean {
  return madeByBatch.test(name);
}

/** The service puts its groups into the network's resource group. */
export function serviceSecurityGroupsOf(model: NetworkModel, networkId: ResourceId): readonly ResourceId[] {
  const home = homeOf(networkId);
  return model.securityGroups
    .filter((group) => isServiceGroup(group) && homeOf(group.id) === home)
    .map(({ id }) => id);
}

function homeOf(id: ResourceId): string {
  return [segmentOf(id, 'subscriptions'), segmentOf(id, 'resourceGroups')].join('/').toLowerCase();
}

/** Denies in a group of the service: outward, or on the port that it calls. Which rules it writes itself is not documented. */
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
