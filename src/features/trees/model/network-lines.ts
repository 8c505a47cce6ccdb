import { computeKindOf } from '../../../core/compute-kinds';
import { valueOr } from '../../../core/known';
import { nameOf, sameId } from '../../../core/network/find';
import type {
  ResourceId,
  RouteTable,
  SecurityGroup,
  Subnet,
  VirtualNetwork,
} from '../../../core/network/model';
import type { Say } from '../../../messages/say';
import type { Confirmation } from '../../../core/confirmation';
import { formatConfirmation } from '../../../wording/request-words';
import { healthText } from './health-text';
import { shapeOfHealth, type Health } from './health';
import { resourceGroupOf, portalActions, accessibilityLabel, tooltipOf } from './lines';
import type { ComputeTarget, NodeAction, SubnetTarget, TreeNode } from './node';
import { formatList } from '../../../messages/format-list';

/** A virtual network, without its subnets if only its row in a list was read. */
export type NetworkInList = Pick<VirtualNetwork, 'id' | 'name' | 'addressPrefixes'> &
  Partial<Pick<VirtualNetwork, 'subnets'>>;

/** Builds the node of a virtual network, with its addresses. */
export function networkLine(
  say: Say,
  network: NetworkInList,
  { subscriptionId, isSample }: { readonly subscriptionId: string; readonly isSample: boolean },
): TreeNode {
  const { id, name } = network;
  const description = network.addressPrefixes.known
    ? network.addressPrefixes.value.join(', ')
    : say('tree.notReadable');
  return {
    id: `network ${id}`.toLowerCase(),
    target: { is: 'network', subscriptionId, networkId: id },
    label: name,
    description,
    icon: 'network',
    tooltip: tooltipOf(name, [description, say('tree.inGroup', { group: resourceGroupOf(id) }), id]),
    spoken: accessibilityLabel(name, say('tree.kind.network'), description),
    expand: network.subnets?.length === 0 ? 'leaf' : 'closed',
    can: ['refresh', 'check', 'report', 'copyId', ...portalActions(isSample)],
  };
}

export interface SubnetLineInput {
  readonly subnet: Subnet;
  readonly health: Health;
  readonly free: number | null;
  readonly isWatched: boolean;
  /** Confirmations of the subnet by other people. */
  readonly confirmed: readonly Confirmation[];
  readonly subscriptionId: string;
  readonly isSample: boolean;
}

/** Returns the ID of a subnet's node. */
export function subnetNodeId(id: ResourceId): string {
  return `subnet ${id}`.toLowerCase();
}

/** Builds the node of a subnet: “snet-training  1 error (8 flows)”. */
export function subnetLine(say: Say, { subnet, health, ...rest }: SubnetLineInput): TreeNode {
  const { id, name } = subnet;
  const outcome = healthText(say, health, rest.free);
  const description = rest.isWatched ? say('tree.watched', { outcome }) : outcome;
  return {
    id: subnetNodeId(id),
    target: { is: 'subnet', subscriptionId: rest.subscriptionId, subnetId: id },
    label: name,
    description,
    icon: shapeOfHealth(health),
    tooltip: tooltipOf(name, [
      description,
      checkedForText(say, health),
      ...(health.unfit ? [] : [say('tree.notCheckedHere')]),
      ...rest.confirmed.map((one) => formatConfirmation(say, one)),
      valueOr(subnet.addressPrefixes, []).join(', '),
      say('tree.inGroup', { group: resourceGroupOf(id) }),
      id,
    ]),
    spoken: accessibilityLabel(name, say('tree.kind.subnet'), description),
    expand: 'closed',
    can: [
      ...subnetActions(health, rest.isWatched),
      'refresh',
      'explain',
      'report',
      'copyId',
      ...portalActions(rest.isSample),
    ],
  };
}

/** Returns the actions for a subnet. An unusable subnet can't get worse, so watching isn't offered. */
function subnetActions({ unfit, summary }: Health, isWatched: boolean): readonly NodeAction[] {
  const watch: readonly NodeAction[] = isWatched ? ['unwatch'] : unfit ? [] : ['watch'];
  if (unfit) return ['wizard', ...watch];
  return summary.errors > 0 ? ['create', 'fix', ...watch] : ['create', ...watch];
}

/** Describes the plan of a result: “Checked for a cluster of mlw-fraud-prod, without public IP”. */
export function checkedForText(say: Say, { plan }: Health): string {
  if (plan.target && plan.workspace.known) {
    const names = { target: plan.target.name, workspace: plan.workspace.value.name };
    return say('tree.checkedFor.attached', names);
  }
  const kind = computeKindOf(plan.kind) ?? 'cluster';
  const values = { workspace: plan.workspace.known ? plan.workspace.value.name : '' };
  const mode = plan.publicIp.known && plan.publicIp.value ? 'public' : 'private';
  return plan.workspace.known
    ? say(`tree.checkedFor.${kind}.${mode}`, values)
    : say(`tree.checkedForNone.${mode}`);
}

export interface AssociatedTo {
  readonly parentId: string;
  readonly target: ComputeTarget | SubnetTarget;
  readonly subnetId: ResourceId;
  /** Number of rules or routes with a problem. */
  readonly found: number;
  readonly isSample: boolean;
}

/** Builds the node of a subnet's NSG or route table, with other subnets that use it and its number of problems. */
export function associatedLine(say: Say, resource: SecurityGroup | RouteTable, of: AssociatedTo): TreeNode {
  const kind = 'rules' in resource ? 'securityGroup' : 'routeTable';
  const others = valueOr(resource.usedBy, []).filter((one) => !sameId(one, of.subnetId));
  const description = [
    ...(of.found === 0 ? [] : [say('tree.found', { n: of.found })]),
    ...(others.length === 0 ? [] : [say('tree.alsoOn', { names: formatList(say, others.map(nameOf)) })]),
  ].join(', ');
  return {
    id: `${of.parentId} ${kind}`,
    target: { is: 'resource', id: resource.id, of: of.target },
    label: resource.name,
    description,
    icon: kind,
    tooltip: tooltipOf(resource.name, [say(`tree.kind.${kind}`), description, resource.id]),
    spoken: accessibilityLabel(resource.name, say(`tree.kind.${kind}`), description),
    expand: of.found === 0 ? 'leaf' : 'closed',
    can: ['copyId', ...portalActions(of.isSample)],
  };
}
