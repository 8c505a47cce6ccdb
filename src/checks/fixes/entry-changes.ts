import { isKnownValue, valueOr } from '../../core/known';
import { readableRules, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, SecurityRule } from '../../core/network/model';
import {
  isEntryChange,
  type NewRule,
  type ResourceChange,
  type RouteChange,
  type RuleChange,
} from '../../core/resource-change';
import { tagInList } from '../findings/tag-lists';

/** Members of a rule or route that a change can modify. */
export type ChangedMember = 'sources' | 'destinations' | 'destinationPorts' | 'destination';

export interface RuleMemberChange {
  readonly member: ChangedMember;
  /** Values before and after. They are equal if only the form is wrong, such as a tag in a list of addresses. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A rule or route that stays, with changed values. */
export interface EntryChange {
  readonly what: 'rule' | 'route';
  readonly of: ResourceId;
  readonly name: string;
  readonly members: readonly RuleMemberChange[];
}

export interface SplitChanges {
  readonly entries: readonly EntryChange[];
  readonly rest: readonly ResourceChange[];
}

/** Separates rules and routes that stay with changed values from the other changes. */
export function entryChanges(model: NetworkModel, changes: readonly ResourceChange[]): SplitChanges {
  const entries: EntryChange[] = [];
  const rest: ResourceChange[] = [];
  for (const change of changes) {
    const entry = entryChangeOf(model, change);
    if (entry) entries.push(entry);
    else rest.push(change);
  }
  return { entries, rest };
}

function entryChangeOf(model: NetworkModel, change: ResourceChange): EntryChange | undefined {
  if (!isEntryChange(change)) return undefined;
  const { type: what, id: of, before, after } = change;
  if (!before || !after) return undefined;
  const members = what === 'rule' ? membersOfRule(model, change) : membersOfRoute(model, change);
  return members && members.length > 0 ? { what, of, name: before.name, members } : undefined;
}

/** Returns the changed members; undefined if other properties change, too. */
function membersOfRule(
  model: NetworkModel,
  { id, after }: RuleChange,
): readonly RuleMemberChange[] | undefined {
  const group = model.securityGroups.find((one) => sameId(one.id, id));
  const rule = after ? named(group && readableRules(group), after.name) : undefined;
  return after && rule && isSameKind(rule, after) ? changesOf(rule, after) : undefined;
}

function membersOfRoute(
  model: NetworkModel,
  { id, after }: RouteChange,
): readonly RuleMemberChange[] | undefined {
  const table = model.routeTables.find((one) => sameId(one.id, id));
  const route = after ? named(table && valueOr(table.routes, []), after.name) : undefined;
  if (!after || !route?.destination.known || !isKnownValue(route.nextHop, after.nextHop)) return undefined;
  return [{ member: 'destination', before: [route.destination.value], after: [after.destination] }];
}

function named<T extends { readonly name: string }>(
  all: readonly T[] | undefined,
  name: string,
): T | undefined {
  return all?.find((one) => sameId(one.name, name));
}

function isSameKind(rule: SecurityRule, after: NewRule): boolean {
  return (
    isKnownValue(rule.priority, after.priority) &&
    isKnownValue(rule.direction, after.direction) &&
    isKnownValue(rule.access, after.access) &&
    isKnownValue(rule.protocol, after.protocol)
  );
}

function changesOf(rule: SecurityRule, after: NewRule): readonly RuleMemberChange[] | undefined {
  const changes: RuleMemberChange[] = [];
  for (const member of ['sources', 'destinations', 'destinationPorts'] as const) {
    const before = rule[member];
    if (!before.known) return undefined;
    const isFormWrong = member !== 'destinationPorts' && tagInList(rule, member) !== undefined;
    if (isFormWrong || before.value.join() !== after[member].join()) {
      changes.push({ member, before: before.value, after: after[member] });
    }
  }
  return changes;
}
