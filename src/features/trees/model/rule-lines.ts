import { findingsOfSubnet, isOfUnused } from '../../../checks/findings/findings-of';
import { findingKey, type Finding } from '../../../core/finding';
import { sameId } from '../../../core/network/find';
import type { NetworkModel, ResourceId } from '../../../core/network/model';
import type { Say } from '../../../messages/say';
import { findingConsequence, findingName, findingShortName } from '../../../wording/finding-text';
import { formatReason } from '../../../wording/reason-text';
import type { Health } from './health';
import { accessibilityLabel, tooltipOf } from './lines';
import type { TreeNode } from './node';

const found = new WeakMap<Health, readonly Finding[]>();

/**
 * Returns the findings of the NSGs and route tables that a compute resource or subnet uses. Computed once, when the
 * user expands the node.
 */
export function ruleFindings({ health, model }: HealthOf): readonly Finding[] {
  const before = found.get(health);
  if (before) return before;
  const all = findingsOfSubnet(model, health.plan, { tags: health.tags });
  found.set(health, all);
  return all;
}

interface HealthOf {
  readonly health: Health;
  readonly model: NetworkModel;
}

/** Returns the findings of one NSG or route table. */
export function findingsIn(of: HealthOf, resource: ResourceId): readonly Finding[] {
  return ruleFindings(of).filter(({ place }) => sameId(place.resource, resource));
}

/** Builds the nodes below an NSG or route table: each rule or route with a problem. */
export function ruleLines(
  say: Say,
  of: HealthOf & { readonly parentId: string; readonly resource: ResourceId },
): readonly TreeNode[] {
  return findingsIn(of, of.resource).map((finding) => ruleLine(say, of, finding));
}

function ruleLine(say: Say, of: HealthOf & { readonly parentId: string }, finding: Finding): TreeNode {
  const { check, severity, place, text } = finding;
  const reasonText = formatReason(say, text);
  return {
    id: `${of.parentId} ${findingKey(finding)}`,
    target: { is: 'rule-finding', check },
    label: place.name,
    description: findingShortName(say, check),
    icon: severity,
    tooltip: tooltipOf(findingName(say, check), [
      reasonText,
      findingConsequence(say, check),
      ...fixWords(say, finding),
      check,
    ]),
    spoken: accessibilityLabel(place.name, say(`tree.kind.${place.what}`), reasonText),
    expand: 'leaf',
    can: ['explain'],
  };
}

/** Describes the fix of an unused rule: it doesn't decide any traffic, so removing it changes nothing. */
function fixWords(say: Say, finding: Finding): readonly string[] {
  const { assumptions } = finding;
  if (!isOfUnused(finding)) return [];
  if (assumptions.length > 0) {
    return assumptions.map((one) => say('report.assumed', { text: formatReason(say, one) }));
  }
  const isSelected = finding.check === 'contradicted-security-rule';
  return [say('tree.removable'), ...(isSelected ? [say('finding.fix.wanted')] : [])];
}
