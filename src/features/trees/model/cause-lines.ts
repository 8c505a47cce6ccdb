import { isServiceGroup } from '../../../checks/findings/service-groups';
import { nicSecurityGroup } from '../../../checks/target';
import type { BlockedEarlier, Cause } from '../../../core/cause';
import type { CheckResult } from '../../../core/check-result';
import { findSubnet, routeTableOf, securityGroupOf } from '../../../core/network/find';
import type { NetworkModel, RouteTable, SecurityGroup } from '../../../core/network/model';
import { valueOr, type Known } from '../../../core/known';
import type { Say } from '../../../messages/say';
import {
  alsoBlockedText,
  blockedEarlierText,
  causePlace,
  causeShape,
  causeTitle,
} from '../../../wording/cause-text';
import {
  requirementConsequence,
  requirementName,
  requirementShortName,
} from '../../../wording/requirement-text';
import { formatPacket } from '../../../wording/subject-text';
import { blockedPartText, outcomeShape, formatOutcome } from '../../../wording/outcome-text';
import { causesOfHealth, type Health } from './health';
import { accessibilityLabel, noteLine, tooltipOf } from './lines';
import { associatedLine } from './network-lines';
import type { ComputeTarget, NodeAction, SubnetTarget, TreeNode } from './node';
import { findingsIn } from './rule-lines';

export interface CheckedParent {
  readonly id: string;
  readonly target: ComputeTarget | SubnetTarget;
  readonly model: NetworkModel;
  readonly health: Health;
  /** Requirements with a tested fix of their own. */
  readonly fixable: ReadonlySet<string>;
  readonly isSample: boolean;
}

/** Returns the nodes below a compute resource or subnet: its causes, then the NSGs and the route table. */
export function causeLines(say: Say, parent: CheckedParent): readonly TreeNode[] {
  const causes = causesOfHealth(parent.health, parent.model);
  return [
    ...causes.map((cause, index) => causeLine(say, parent, { cause, isWorst: index === 0 })),
    ...associatedLines(say, parent),
  ];
}

interface ShownCause {
  readonly cause: Cause;
  readonly isWorst: boolean;
}

/** Builds the node of a cause: “NSG rule 4096 Deny-All blocks 8 flows”. The worst one is expanded, as in Readiness. */
function causeLine(say: Say, parent: CheckedParent, { cause, isWorst }: ShownCause): TreeNode {
  const { key, kind, results, packet } = cause;
  const [worst] = results;
  const title = causeTitle(say, cause);
  const place = causePlace(say, cause) ?? '';
  const requirements = results.map(({ requirement }) => requirement);
  return {
    id: `${parent.id} cause ${key}`,
    target: { is: 'cause', key, kind, requirements, of: parent.target },
    label: title,
    description: place,
    icon: causeShape(cause),
    tooltip: tooltipOf(title, [
      place,
      packet === null ? '' : formatPacket(say, packet),
      requirementConsequence(say, worst.requirement, worst.kind),
    ]),
    spoken: accessibilityLabel(title, place),
    expand: isWorst ? 'open' : 'closed',
    can: actionsOf(parent, results),
  };
}

/** Returns the nodes below a cause: its flows, and other causes that block flows earlier. */
export function flowLines(say: Say, parent: CheckedParent, key: string): readonly TreeNode[] {
  const cause = causesOfHealth(parent.health, parent.model).find((one) => one.key === key);
  if (!cause) return [];
  return [
    ...cause.results.map((one) => flowLine(say, parent, { result: one, cause })),
    ...cause.blockedEarlier.map((one) => earlierLine(say, parent, one)),
  ];
}

interface FlowOfCause {
  readonly result: CheckResult;
  readonly cause: Cause;
}

function flowLine(say: Say, parent: CheckedParent, { result, cause }: FlowOfCause): TreeNode {
  const { requirement, packet } = result;
  const name = requirementName(say, requirement);
  const words = formatOutcome(say, result, name);
  return {
    id: `${parent.id} ${requirement}`,
    target: { is: 'finding', requirement, of: parent.target },
    label: requirementShortName(say, requirement),
    description: flowText(say, result, cause),
    icon: outcomeShape(result),
    tooltip: tooltipOf(name, [
      words.line,
      packet === null ? '' : formatPacket(say, packet),
      requirementConsequence(say, requirement, result.kind),
      requirement,
    ]),
    spoken: accessibilityLabel(name, words.line),
    expand: 'leaf',
    can: actionsOf(parent, [result]),
  };
}

/** Describes the blocked part of a flow and what blocks it next; for a setting, describes the problem. */
function flowText(say: Say, result: CheckResult, { alsoBlockedBy }: Cause): string {
  const next = alsoBlockedBy.get(result.requirement) ?? [];
  const part = result.subject === null ? formatOutcome(say, result).rest : blockedPartText(say, result);
  return [part, ...next.map((one) => alsoBlockedText(say, one))].filter(Boolean).join(' · ');
}

function earlierLine(say: Say, { id }: CheckedParent, earlier: BlockedEarlier): TreeNode {
  const text = blockedEarlierText(say, earlier);
  return { ...noteLine(`${id} ${earlier.by.key}`, text), icon: outcomeShape(earlier.results[0]) };
}

/** Returns the actions for results. An unusable subnet can't be fixed. */
function actionsOf(
  { health, fixable }: CheckedParent,
  results: readonly CheckResult[],
): readonly NodeAction[] {
  const canFix = !health.unfit && results.some(({ requirement }) => fixable.has(requirement));
  const isRequestable = results.some(({ subject }) => subject !== null);
  return [
    'explain',
    'wizard',
    ...(canFix ? (['fix'] as const) : []),
    ...(isRequestable ? (['ask'] as const) : []),
  ];
}

function associatedLines(say: Say, parent: CheckedParent): readonly TreeNode[] {
  const { id, target, health, model, isSample } = parent;
  const { subnetId } = health.plan;
  const found = subnetId === null ? undefined : findSubnet(model, subnetId);
  if (!found) return [];
  const { subnet } = found;
  const line = (one: SecurityGroup | RouteTable, parentId: string): TreeNode =>
    associatedLine(say, one, {
      parentId,
      target,
      subnetId: subnet.id,
      found: findingsIn(parent, one.id).length,
      isSample,
    });
  const nic = nicSecurityGroup(model, health.plan);
  return [
    ...(nic ? groupOrNone(nic).map((one) => line(one, `${id} nic`)) : []),
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
