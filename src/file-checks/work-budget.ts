import { subnetsUsing } from '../checks/fixes/also-used-by';
import { readableRules, routeTableOf, securityGroupOf } from '../core/network/find';
import type { NetworkModel, SecurityGroup } from '../core/network/model';
import { anySubnet } from '../documents/model/any-subnet';
import type { Subject } from '../documents/subjects/subjects';

/**
 * Maximum number of checks of one file. A subnet for one compute resource, with a usual number of rules and routes, is
 * one check. It's counted, not timed, so that a file has the same report on every machine.
 */
export const mostChecks = 150;

export interface BudgetLimits {
  readonly checks: number;
}

/** Why the analysis is incomplete: a file isn't read to its end, or the files need more work than is done. */
export type Cut = 'file' | 'work';

/** Number of rules, routes, and peerings that cost as much as a subnet without them. */
const entriesOfOne = 200;

/** Number of rule pairs that cost as much. Each rule is compared with those before it, in each subnet with the NSG. */
const pairsOfOne = 20_000;

/** Maximum number of fixes of single rules and routes that are tested for one file. */
export const mostRepairs = 100;

/** Maximum number of checks to test the edits of one file. */
export const mostFixTestChecks = 1000;

/** Maximum number of checks to test the fixes of one place in the editor, where the user is waiting for the list. */
const mostQuickFixChecks = 600;

/** The remaining budget for the fixes of one place. */
export interface FixBudget {
  readonly isSpent: boolean;
  /**
   * Counts the fixes of one problem, including those that were tested before, so that the list is the same each time.
   */
  spend(fixes: number): void;
}

/** Returns the budget of one place in a file with a number of checks. Each fix repeats all of them. */
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

/** The checks to run, and those that are left for a separate run. */
interface Budgeted<T> {
  readonly checked: readonly T[];
  readonly leftOut: readonly T[];
}

/**
 * Returns the checks that fit the budget, or none if the analysis is incomplete, because missing parts could change
 * every result.
 */
export function withinLimits<T extends Checked>(
  model: NetworkModel,
  all: readonly T[],
  { cut, limits }: { readonly cut: Cut | null; readonly limits?: Partial<BudgetLimits> | undefined },
): Budgeted<T> {
  if (cut === null) return withinBudget(model, all, limits?.checks);
  return { checked: [], leftOut: all.filter(({ subnet }) => subnet.name !== anySubnet) };
}

/** Returns the checks that fit the budget, in order. The first one that doesn't fit and all later ones are left out. */
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

/**
 * Returns the cost of comparing the rules of an NSG with each other. It's counted once, however many of its subnets are
 * checked.
 */
function pairsCost(model: NetworkModel, group: SecurityGroup, paid: Set<SecurityGroup>): number {
  if (paid.has(group)) return 0;
  paid.add(group);
  const users = Math.max(1, subnetsUsing(model, group).length);
  return Math.floor((users * readableRules(group).length ** 2) / pairsOfOne);
}
