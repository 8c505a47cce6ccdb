import type { FixTable } from '../../../contract/wizard/fix-preview';
import { applyFix } from '../../../checks/fixes/apply-fix';
import { sameId } from '../../../core/network/find';
import type { NetworkModel, RouteTable, SecurityGroup } from '../../../core/network/model';
import {
  changedResources,
  changesOf,
  isOfResource,
  type ResourceChange,
} from '../../../core/resource-change';
import type { Say } from '../../../messages/say';
import { routeTableDiff, ruleTable } from './fix-tables';
import { resourceTables } from './resource-table';

interface Change {
  readonly model: NetworkModel;
  readonly fix: { readonly changes: readonly ResourceChange[] };
}

/** Changes of a resource. */
interface OwnChanges {
  readonly changes: readonly ResourceChange[];
  readonly when: string;
}

/**
 * Builds before-and-after tables for all changes: resources and settings first, then rules, then routes.
 * `when` states what the tables show: “after the fix”.
 */
export function changeTables(say: Say, { model, fix: { changes } }: Change, when: string): FixTable[] {
  // A group that is created by the fix also has rules.
  const created = changes.filter((one) => one.before === null && isOfResource(one));
  const changedModel = applyFix(model, { changes: created });
  const entries = changedResources(changes).flatMap((id) => {
    const own = { changes: changesOf(changes, id), when };
    const group = changedModel.securityGroups.find((one) => sameId(one.id, id));
    if (group) return ruleTables(say, group, own);
    const table = changedModel.routeTables.find((one) => sameId(one.id, id));
    return table ? routeTables(say, table, own) : [];
  });
  return [...resourceTables(say, changes, when), ...entries];
}

function ruleTables(say: Say, group: SecurityGroup, { changes, when }: OwnChanges): FixTable[] {
  const rules = group.rules.known ? group.rules.value : [];
  const own = changes.filter((one) => one.type === 'rule');
  const removed = own.flatMap(({ before }) => before?.name ?? []);
  return (['Outbound', 'Inbound'] as const).flatMap((direction) => {
    const added = own.flatMap(({ after }) => (after?.direction === direction ? [after] : []));
    const isRemoved = rules.some(
      (one) => removed.includes(one.name) && one.direction.known && one.direction.value === direction,
    );
    if (added.length === 0 && !isRemoved) return [];
    return [ruleTable(say, { group: group.name, direction, rules, added, removed, when })];
  });
}

function routeTables(say: Say, table: RouteTable, { changes, when }: OwnChanges): FixTable[] {
  const own = changes.filter((one) => one.type === 'route');
  if (own.length === 0) return [];
  const added = own.flatMap(({ after }) => after ?? []);
  const removed = own.flatMap(({ before }) => before?.name ?? []);
  const routes = table.routes.known ? table.routes.value : [];
  return [routeTableDiff(say, { table: table.name, routes, added, removed, when })];
}
