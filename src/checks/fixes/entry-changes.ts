import { isPutBack, type FixStep, type NewRule } from '../../core/fix';
import { valueOr, type Known } from '../../core/known';
import { readableRules, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, Route, SecurityRule } from '../../core/network/model';
import { tagInList } from '../findings/tag-lists';

/** What of a rule or route a change may touch. */
export type ChangedMember = 'sources' | 'destinations' | 'destinationPorts' | 'destination';

export interface RuleMemberChange {
  readonly member: ChangedMember;
  /** The same before and after where only the form is wrong, such as a tag in a list of addresses. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A rule or route that stays, with other words in it. */
export interface EntryChange {
  readonly what: 'rule' | 'route';
  readonly of: ResourceId;
  readonly name: string;
  readonly members: readonly RuleMemberChange[];
}

export interface SplitSteps {
  readonly changes: readonly EntryChange[];
  readonly rest: readonly FixStep[];
}

/** Steps that take a rule away and put it back with other words are one change of it; the rest stays as it is. */
export function entryChanges(model: NetworkModel, steps: readonly FixStep[]): SplitSteps {
  const changes: EntryChange[] = [];
  const spent = new Set<FixStep>();
  for (const removal of steps) {
    if (removal.do !== 'remove') continue;
    const insert = steps.find((one): one is Insert => one.do === 'insert' && isPutBack(one, removal));
    const members = insert && changedMembers(model, insert);
    if (!insert || !members || members.length === 0) continue;
    changes.push({ what: removal.what, of: removal.from, name: removal.name, members });
    spent.add(removal).add(insert);
  }
  return { changes, rest: steps.filter((one) => !spent.has(one)) };
}

type Insert = Extract<FixStep, { do: 'insert' }>;

/** Undefined where more changes than lists of words. */
function changedMembers(model: NetworkModel, insert: Insert): readonly RuleMemberChange[] | undefined {
  if (insert.what === 'rule') {
    const group = model.securityGroups.find(({ id }) => sameId(id, insert.into));
    const rule = named(group && readableRules(group), insert.rule.name);
    return rule && isSameKind(rule, insert.rule) ? changesOf(rule, insert.rule) : undefined;
  }
  const table = model.routeTables.find(({ id }) => sameId(id, insert.into));
  const route: Route | undefined = named(table && valueOr(table.routes, []), insert.route.name);
  const { destination, nextHop } = insert.route;
  if (!route?.destination.known || !holds(route.nextHop, nextHop)) return undefined;
  return [{ member: 'destination', before: [route.destination.value], after: [destination] }];
}

function named<T extends { readonly name: string }>(
  all: readonly T[] | undefined,
  name: string,
): T | undefined {
  return all?.find((one) => sameId(one.name, name));
}

function isSameKind(rule: SecurityRule, after: NewRule): boolean {
  return (
    holds(rule.priority, after.priority) &&
    holds(rule.direction, after.direction) &&
    holds(rule.access, after.access) &&
    holds(rule.protocol, after.protocol)
  );
}

function holds<T>(part: Known<T>, value: T): boolean {
  return part.known && part.value === value;
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
