import { isServiceGroup } from '../../../checks/findings/service-groups';
import { nicSecurityGroup } from '../../../checks/target';
import { displayPriority, type Decider, type CheckResult, type Outcome } from '../../../core/check-result';
import { findSubnet, routeTableOf, securityGroupOf } from '../../../core/network/find';
import type { NetworkModel, RouteTable, SecurityGroup } from '../../../core/network/model';
import { valueOr, type Known } from '../../../core/known';
import type { Say } from '../../../messages/say';
import {
  requirementConsequence,
  requirementName,
  requirementShortName,
} from '../../../wording/requirement-text';
import { formatPacket } from '../../../wording/subject-text';
import { outcomeShape, formatOutcome } from '../../../wording/outcome-text';
import { findingsOf, type Health } from './health';
import { accessibilityLabel, tooltipOf } from './lines';
import { attachedLine } from './network-lines';
import type { ComputeTarget, SubnetTarget, TreeNode } from './node';
import { findingsIn } from './rule-lines';

export interface FindingParent {
  readonly id: string;
  readonly target: ComputeTarget | SubnetTarget;
  readonly model: NetworkModel;
  readonly health: Health;
  /** Requirements with a proven fix of their own. */
  readonly fixable: ReadonlySet<string>;
  readonly isSample: boolean;
}

/** What stands below a compute or subnet: what is to be seen to, then the group and the table that decide. */
export function findingLines(say: Say, parent: FindingParent): readonly TreeNode[] {
  return [
    ...findingsOf(parent.health).map((one) => findingLine(say, parent, one)),
    ...attachedLines(say, parent),
  ];
}

function findingLine(say: Say, parent: FindingParent, result: CheckResult): TreeNode {
  const { requirement, subject, packet } = result;
  const name = requirementName(say, requirement);
  const words = formatOutcome(say, result);
  return {
    id: `${parent.id} ${requirement}`,
    target: { is: 'finding', requirement, of: parent.target },
    label: requirementShortName(say, requirement),
    description: deciderText(say, result.outcome) ?? words.rest,
    icon: outcomeShape(result),
    tooltip: tooltipOf(name, [
      words.line,
      packet === null ? '' : formatPacket(say, packet),
      requirementConsequence(say, requirement, result.kind),
      requirement,
    ]),
    spoken: accessibilityLabel(name, words.line),
    expand: 'leaf',
    can: [
      'explain',
      'wizard',
      ...(parent.fixable.has(requirement) ? (['fix'] as const) : []),
      ...(subject === null ? [] : (['ask'] as const)),
    ],
  };
}

/** “rule 4096 Deny-All”, where a rule or route decided. */
function deciderText(say: Say, outcome: Outcome): string | undefined {
  const by: Decider | null = 'by' in outcome ? (outcome.by ?? null) : null;
  if (by === null) return undefined;
  switch (by.kind) {
    case 'rule': {
      const key = by.level === 'network-manager' ? 'tree.adminRule' : 'tree.rule';
      return say(key, { priority: displayPriority(by), name: by.name });
    }
    case 'firewall-rule':
      return say('tree.firewall', { firewall: by.firewallName, name: by.name });
    case 'route':
      return say('tree.route', { destination: by.destination });
  }
}

function attachedLines(say: Say, parent: FindingParent): readonly TreeNode[] {
  const { id, target, health, model, isSample } = parent;
  const { subnetId } = health.plan;
  const found = subnetId === null ? undefined : findSubnet(model, subnetId);
  if (!found) return [];
  const { subnet } = found;
  const line = (one: SecurityGroup | RouteTable, parentId: string): TreeNode =>
    attachedLine(say, one, {
      parentId,
      target,
      subnetId: subnet.id,
      found: findingsIn(parent, one.id).length,
      isSample,
    });
  const card = nicSecurityGroup(model, health.plan);
  return [
    ...(card ? groupOrNone(card).map((one) => line(one, `${id} card`)) : []),
    ...[valueOr(securityGroupOf(model, subnet), null), valueOr(routeTableOf(model, subnet), null)]
      .filter((one) => one !== null)
      .map((one) => line(one, id)),
    ...model.securityGroups
      .filter((one) => isServiceGroup(one) && findingsIn(parent, one.id).length > 0)
      .map((one) => line(one, `${id} ${one.name}`)),
  ];
}

function groupOrNone(group: Known<SecurityGroup | null>): readonly SecurityGroup[] {
  const value = valueOr(group, null);
  return value === null ? [] : [value];
}
