import type { Finding, FindingPlace } from '../../core/finding';
import type { Severity } from '../../core/check-result';
import type { NetworkModel, Route, RouteTable, SecurityGroup, SecurityRule } from '../../core/network/model';
import type { Profile } from '../../core/plan';
import { reason, type Reason } from '../../core/reason';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import type { FindingCheckId } from './finding-catalog';

/** Input for the findings of NSGs and route tables. */
export interface FindingContext {
  readonly model: NetworkModel;
  readonly tags: TagCatalog;
  readonly profile: Profile;
  /** Lowercase regions of the workspace and of its services; null if not known. */
  readonly workspaceRegions: readonly string[] | null;
}

/** A rule of an NSG to check. */
export interface RuleCase {
  readonly group: SecurityGroup;
  readonly rules: readonly SecurityRule[];
  readonly rule: SecurityRule;
}

type FindingContent = Pick<Finding, 'severity' | 'text'> & Partial<Pick<Finding, 'because' | 'assumptions'>>;

/** Returns a finding for a rule. */
export function ofRule(check: FindingCheckId, { group, rule }: RuleCase, content: FindingContent): Finding {
  return { check, place: rulePlace(group, rule), because: [], assumptions: [], ...content };
}

export function rulePlace(group: SecurityGroup, { name, index }: SecurityRule): FindingPlace {
  return { what: 'rule', resource: group.id, resourceName: group.name, name, index };
}

export function routePlace(table: RouteTable, { name, index }: Route): FindingPlace {
  return { what: 'route', resource: table.id, resourceName: table.name, name, index };
}

/** Returns the text of a rule's finding with its name and priority. */
export function ruleFinding(
  { rule }: Pick<RuleCase, 'rule'>,
  severity: Severity,
  { key, values }: Reason,
): FindingContent {
  const priority = rule.priority.known ? rule.priority.value : '–';
  return { severity, text: reason(key, { name: rule.name, priority, ...values }) };
}
