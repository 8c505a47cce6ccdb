import { limits } from '../../core/azure-facts/limits';
import type { CheckResult } from '../../core/check-result';
import { findSubnet, securityGroupOf } from '../../core/network/find';
import type { SecurityGroup } from '../../core/network/model';
import { reason } from '../../core/reason';
import { addedRules, type NewRule } from '../../core/resource-change';
import { isIdentifiedByName } from '../../requirements/requirements';
import type { FillContext } from '../fill-flow';
import { othersUsing } from './also-used-by';
import { emptyDraft, partChanges, withPart, withRule, type Draft } from './draft';
import { denyInternet, draftGroup, allOutbound } from './draft-parts';
import { flowsOf } from './extend-draft';
import type { FixInput } from './fix-input';
import { freeName, usedPriorities } from './place-rule';

/**
 * Returns the requirements whose flows are allowed outbound only by default rules, and for which a rule can be written,
 * in the order of the results.
 */
export function onlyByDefault(results: readonly CheckResult[]): readonly string[] {
  return results
    .filter(
      ({ requirement, outcome, subject }) =>
        subject?.direction === 'Outbound' &&
        outcome.is === 'allowed' &&
        !outcome.explicit &&
        !isIdentifiedByName(requirement),
    )
    .map((one) => one.requirement);
}

/**
 * Drafts a fix that denies other outbound traffic. Its last rule denies the internet. Before it is a rule for each flow
 * of `ids`, so that each passes by a written rule (limiting outbound connectivity, secure training 2020-12-10).
 * Undefined if the NSG wasn't read, or doesn't have a free priority for a last rule.
 */
export function closingDraft({ model, plan, facts }: FixInput, ids: readonly string[]): Draft | undefined {
  const place = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  if (!place) return undefined;
  const context = { model, plan, tags: facts.tags, place, facts };
  const closed = closedDraft(context);
  const [deny] = addedRules(partChanges(closed ?? emptyDraft));
  if (!closed || !deny) return undefined;
  const at = { groupId: deny.id, below: deny.rule.priority };
  return ids
    .flatMap((requirement) => flowsOf(requirement, context).map((flow) => ({ requirement, ...flow, ...at })))
    .filter((one, _, all) => !all.some((other) => other !== one && includesFlow(other, one)))
    .reduce<Draft>((draft, rule) => withRule(draft, rule) ?? draft, closed);
}

type Flow = ReturnType<typeof flowsOf>[number];

/**
 * True if a rule for `wide` allows all of `narrow` and more, so that a separate rule for `narrow` would never match.
 */
function includesFlow(wide: Flow, narrow: Flow): boolean {
  const [more, less] = [wide.template, narrow.template];
  return (
    more.direction === less.direction &&
    more.writeProtocol === less.writeProtocol &&
    less.ports.every((port) => more.ports.includes(port)) &&
    more.ports.length > less.ports.length &&
    JSON.stringify(more.remote) === JSON.stringify(less.remote)
  );
}

/** Returns a draft with only the last rule, in the associated NSG or in a new one. */
function closedDraft(context: FillContext): Draft | undefined {
  const { model, place } = context;
  const group = securityGroupOf(model, place.subnet);
  if (!group.known) return undefined;
  if (group.value === null) return draftGroup(emptyDraft, context);
  const rule = lastRule(group.value, context);
  return (
    rule &&
    withPart(emptyDraft, 'close-rest', {
      changes: [{ type: 'rule', id: group.value.id, before: null, after: rule }],
      closes: [allOutbound],
      notes: [reason('fix.note.deniesOtherOutbound', { name: group.value.name })],
    })
  );
}

/**
 * Builds the last rule. If other subnets use the NSG, the rule names only this subnet, so that the others don't change.
 */
function lastRule(group: SecurityGroup, { model, place }: FillContext): NewRule | undefined {
  const used = usedPriorities(group.rules, 'Outbound');
  if (!used || !group.rules.known) return undefined;
  const { least, greatest } = limits.customPriority;
  const priority = Array.from({ length: greatest - least + 1 }, (_, index) => greatest - index).find(
    (one) => !used.has(one),
  );
  const isAlone = group.usedBy.known && othersUsing(model, place.subnet.id, group).length === 0;
  const { addressPrefixes } = place.subnet;
  if (priority === undefined || (!isAlone && !addressPrefixes.known)) return undefined;
  const names = new Set(group.rules.value.map((one) => one.name.toLowerCase()));
  return {
    ...denyInternet,
    name: freeName(names, denyInternet.name),
    priority,
    sources: isAlone || !addressPrefixes.known ? denyInternet.sources : addressPrefixes.value,
  };
}
