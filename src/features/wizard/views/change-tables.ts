import type { FixTable } from '../../../contract/wizard/fix-preview';
import { applyFix } from '../../../checks/fixes/apply-fix';
import { changedResource, changedResources, type FixStep, type NewRule } from '../../../core/fix';
import { sameId } from '../../../core/network/find';
import type { NetworkModel, RouteTable, SecurityGroup } from '../../../core/network/model';
import type { Say } from '../../../messages/say';
import { routeTableDiff, ruleTable } from './fix-tables';
import { resourceTables } from './resource-table';

interface Change {
  readonly model: NetworkModel;
  readonly fix: { readonly steps: readonly FixStep[] };
}

/** What is done to one resource. */
interface Own {
  readonly steps: readonly FixStep[];
  readonly when: string;
}

/**
 * Before and after of everything that the steps change: resources and settings first, then rules, then routes. `when`
 * the tables hold: “after the fix”.
 */
export function changeTables(say: Say, { model, fix: { steps } }: Change, when: string): FixTable[] {
  // A group that is only being made has rules too.
  const made = applyFix(model, { steps: steps.filter((one) => one.do === 'create') });
  const entries = changedResources(steps).flatMap((id) => {
    const own = steps.filter((one) => sameId(changedResource(one), id));
    const group = made.securityGroups.find((one) => sameId(one.id, id));
    if (group) return ruleTables(say, group, { steps: own, when });
    const table = made.routeTables.find((one) => sameId(one.id, id));
    return table ? routeTables(say, table, { steps: own, when }) : [];
  });
  return [...resourceTables(say, { model, steps }, when), ...entries];
}

function ruleTables(say: Say, group: SecurityGroup, { steps, when }: Own): FixTable[] {
  const rules = group.rules.known ? group.rules.value : [];
  const removed = removedFrom(steps);
  return (['Outbound', 'Inbound'] as const).flatMap((direction) => {
    const added = steps.flatMap((one): NewRule[] =>
      one.do === 'insert' && one.what === 'rule' && one.rule.direction === direction ? [one.rule] : [],
    );
    const goes = rules.some(
      (one) => removed.includes(one.name) && one.direction.known && one.direction.value === direction,
    );
    if (added.length === 0 && !goes) return [];
    return [ruleTable(say, { group: group.name, direction, rules, added, removed, when })];
  });
}

function routeTables(say: Say, table: RouteTable, { steps, when }: Own): FixTable[] {
  const added = steps.flatMap((one) => (one.do === 'insert' && one.what === 'route' ? [one.route] : []));
  const removed = removedFrom(steps);
  if (added.length === 0 && removed.length === 0) return [];
  const routes = table.routes.known ? table.routes.value : [];
  return [routeTableDiff(say, { table: table.name, routes, added, removed, when })];
}

function removedFrom(steps: readonly FixStep[]): readonly string[] {
  return steps.flatMap((one) => (one.do === 'remove' ? [one.name] : []));
}
