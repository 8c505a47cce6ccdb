import { subnetsUsing } from '../checks/fixes/also-used-by';
import { readableRules, routeTableOf, securityGroupOf } from '../core/network/find';
import type { NetworkModel, SecurityGroup } from '../core/network/model';
import { anySubnet } from '../documents/model/any-subnet';
import type { Subject } from '../documents/subjects/subjects';

/**
 * Checks of one file: a subnet for one compute, with as many rules and routes as people write, is one. It is counted, not
 * timed, so that a file has the same report on every machine.
 */
export const mostChecks = 150;

export interface BudgetLimits {
  readonly checks: number;
}

/** Why files aren't known whole: one isn't read to its end, or they ask for more than is evaluated. */
export type Cut = 'file' | 'work';

/** Rules, routes, and peerings that cost as much as a subnet does without them. */
const entriesOfOne = 200;

/** Pairs of rules that cost as much: each rule is held against those before it, in each subnet that has the group. */
const pairsOfOne = 20_000;

/** Fixes of single rules and routes that are tested for one file. */
export const mostRepairs = 100;

/** Checks that are made to test the edits of one file. */
export const mostProofChecks = 1000;

/** Checks that are made to test the fixes of one place in the editor, where somebody waits for the list. */
const mostQuickFixChecks = 600;

/** What the fixes of one place may still cost. */
export interface FixBudget {
  readonly isSpent: boolean;
  /** Counts the fixes of one problem, also those that were tested before: the list is the same each time. */
  spend(fixes: number): void;
}

/** The budget of one place in a file with so many checks: each fix has all of them made again. */
export function quickFixBudget(checks: number): FixBudget {
  let left = mostQuickFixChecks;
  return {
    get isSpent() {
      return left <= 0;
    },
    spend: (fixes) => void (left -= Math.max(1, fixes) * Math.max(1, checks)),
  };
}

type Checked = Pick<Subject, 'subnet' | 'network'>;

/** What of a list is checked, and what is left to a run of its own. */
interface Budgeted<T> {
  readonly checked: readonly T[];
  readonly leftOut: readonly T[];
}

/** None of files that aren't known whole: what isn't read could change every result. Else those that fit the budget. */
export function withinLimits<T extends Checked>(
  model: NetworkModel,
  all: readonly T[],
  { cut, limits }: { readonly cut: Cut | null; readonly limits?: Partial<BudgetLimits> | undefined },
): Budgeted<T> {
  if (cut === null) return withinBudget(model, all, limits?.checks);
  return { checked: [], leftOut: all.filter(({ subnet }) => subnet.name !== anySubnet) };
}

/** The checks that fit the budget, in their order: the first that does not, and all after it, are left out. */
export function withinBudget<T extends Checked>(
  model: NetworkModel,
  all: readonly T[],
  most = mostChecks,
): Budgeted<T> {
  const paid = new Set<SecurityGroup>();
  let left = most;
  const fits = all.findIndex((one) => {
    left -= costOf(model, one, paid);
    return left < 0;
  });
  return fits < 0 ? { checked: all, leftOut: [] } : { checked: all.slice(0, fits), leftOut: all.slice(fits) };
}

function costOf(model: NetworkModel, { subnet, network }: Checked, paid: Set<SecurityGroup>): number {
  const group = securityGroupOf(model, subnet);
  const table = routeTableOf(model, subnet);
  const routes = table.known && table.value ? table.value.routes : null;
  const rules = group.known && group.value ? readableRules(group.value).length : 0;
  const lists = [routes, network.adminRules, network.peerings];
  const entries = lists.reduce((sum, one) => sum + (one?.known ? one.value.length : 0), rules);
  return (
    1 +
    Math.floor(entries / entriesOfOne) +
    (group.known && group.value ? pairsCost(model, group.value, paid) : 0)
  );
}

/** What the rules of a group cost among each other, once however many of its subnets are checked. */
function pairsCost(model: NetworkModel, group: SecurityGroup, paid: Set<SecurityGroup>): number {
  if (paid.has(group)) return 0;
  paid.add(group);
  const users = Math.max(1, subnetsUsing(model, group).length);
  return Math.floor((users * readableRules(group).length ** 2) / pairsOfOne);
}
