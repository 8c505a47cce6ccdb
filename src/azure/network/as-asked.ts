import type { FixStep } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import { AzureFailure } from '../failure';
import { textAt, type JsonObject } from '../json';
import { changedBody } from './changed-body';
import { toRouteTable } from './to-route-table';
import { toSecurityGroup } from './to-security-group';

type Insert = Extract<FixStep, { readonly do: 'insert' }>;

/**
 * True where a group or table stands there as the steps make it, and but for them as it was seen: the answer to our
 * own write was lost on its way, and nobody else changed anything.
 */
export function isAsAsked(model: NetworkModel, found: JsonObject, steps: readonly FixStep[]): boolean {
  const inserts = steps.filter((one): one is Insert => one.do === 'insert');
  if (inserts.length === 0 || inserts.length < steps.length) return false;
  const undone = withoutInserted(found, inserts);
  if (undone === undefined) return false;
  const asked = inserts.reduce((body, step) => changedBody(body, step, () => ''), undone);
  const id = textAt(found, 'id') ?? '';
  const seen = seenContent(model, id);
  return seen !== undefined && seen === contentOf(undone) && contentOf(asked) === contentOf(found);
}

function withoutInserted(found: JsonObject, inserts: readonly Insert[]): JsonObject | undefined {
  try {
    return inserts.reduce((body, step) => changedBody(body, removalOf(step), () => ''), found);
  } catch (error) {
    // What is not there cannot be taken out again.
    if (error instanceof AzureFailure && error.code === 'changed') return undefined;
    throw error;
  }
}

function removalOf(step: Insert): FixStep {
  const name = step.what === 'rule' ? step.rule.name : step.route.name;
  return { do: 'remove', what: step.what, from: step.into, name };
}

function seenContent(model: NetworkModel, id: ResourceId): string | undefined {
  const group = model.securityGroups.find((one) => sameId(one.id, id));
  if (group) return content(group.rules);
  const table = model.routeTables.find((one) => sameId(one.id, id));
  return table && content(table.routes);
}

function contentOf(body: JsonObject): string | undefined {
  const isTable = /\/routeTables\//i.test(textAt(body, 'id') ?? '');
  return isTable ? content(toRouteTable(body).routes) : content(toSecurityGroup(body).rules);
}

type Children = { readonly known: true; readonly value: readonly object[] } | { readonly known: false };

/** Rules or routes as text that is the same for the same; unknown ones are never the same. */
function content(children: Children): string | undefined {
  return children.known ? children.value.map(alone).sort().join('\n') : undefined;
}

/** A child without its place in the list. */
function alone(child: object): string {
  return JSON.stringify({ ...child, index: 0 });
}
